/**
 * Computed shares of a users' ledger over many records: the formula of the sums, over the records
 * that have every part of it.
 */
import type { Row } from '../../../../preload/contract/records.ts';
import { sum } from '../../../domain/exact/decimal.ts';
import { PER_ROW, type Field, type Ledger } from '../../../domain/ledgers/field.ts';
import type { OwnField } from '../../../domain/ledgers/own-definition.ts';
import {
  computedValue,
  fieldsInFormula,
  keptFormula,
} from '../../../domain/ledgers/own-formula.ts';
import type { TableCell, TableRow } from '../../model/table.ts';
import { rowValueOf } from '../shared/values.ts';

/** null where no record has all of its parts. */
export function quotientCell(rows: readonly Row[], field: Field, ledger: Ledger): TableCell {
  const fields = ledger.own?.fields ?? [];
  const own = fields.find((one) => one.code === field.code);
  if (own === undefined) return null;
  const parts = typedParts(own, fields);
  if (fields.some((one) => one.measure === PER_ROW && parts.includes(one.code))) return null;
  const whole = rows.filter((row) => parts.every((code) => rowValueOf(row, code) !== null));
  const figure =
    whole.length === 0
      ? null
      : computedValue(own, fields, (code) => sum(whole.map((row) => rowValueOf(row, code) ?? '0')));
  return figure === null ? null : { figure };
}

/** The fields that people fill in and that the formula comes from in the end. */
const typedParts = (field: OwnField, fields: readonly OwnField[]): readonly string[] => {
  const formula = keptFormula(field.formula);
  return formula === null
    ? [field.code]
    : fieldsInFormula(formula).flatMap((code) => {
        const one = fields.find((other) => other.code === code);
        return one === undefined ? [] : typedParts(one, fields);
      });
};

/** The row that closes records, with its quotients; `first`: the column of the first field. */
export const withQuotients =
  (ledger: Ledger, fields: readonly Field[], first: number) =>
  (row: TableRow, rows: readonly Row[]): TableRow => ({
    ...row,
    cells: row.cells.map((cell, at) => {
      const field = fields[at - first];
      return field?.quotient === true ? quotientCell(rows, field, ledger) : cell;
    }),
  });
