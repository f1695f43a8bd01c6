/** What a column of a table is, as its head, its values and the user's answers say. */
import { measureOf, type Measure } from '../../domain/exact/measure.ts';
import type { Field, Ledger } from '../../domain/ledgers/field.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import type { Match } from '../sheet/column-match.ts';
import type { Evidence, MappedColumn } from '../sheet/mapped.ts';
import { measureFor, measureShown } from '../sheet/measures.ts';
import type { TableInput } from './table-input.ts';

export function tableColumn(
  input: TableInput,
  ledger: Ledger | null,
  index: number,
  path: readonly string[],
  match: Match | undefined,
  evidence: Evidence | undefined,
  notes: readonly Measure[],
): MappedColumn {
  const { field, month, confidence, reason, use, near } = fieldOf(
    input,
    ledger,
    columnName(index),
    match,
  );
  const measure =
    field === null
      ? use === 'ignore'
        ? null
        : measureShown(path, notes, (evidence?.numbers ?? 0) > 0)
      : fieldMeasure(input, field, columnName(index), path, notes);
  return {
    index,
    path,
    field,
    month,
    measure,
    confidence,
    reason,
    use,
    ...(near === undefined ? {} : { near }),
  };
}

/**
 * The field that the user gave the column, or that its head matches where no other column was given
 * it.
 */
function fieldOf(
  { sheet, place, answers }: TableInput,
  ledger: Ledger | null,
  name: string,
  match: Match | undefined,
): Pick<MappedColumn, 'field' | 'month' | 'confidence' | 'reason' | 'use' | 'near'> {
  const said = answers.flatMap((answer) =>
    answer.kind === 'field' && answer.sheet === sheet.name && answer.table === place
      ? [answer]
      : [],
  );
  const answered = said.findLast(({ column }) => column === name);
  const [code, month] = [match?.field?.code, match?.month ?? null];
  if (answered !== undefined) {
    const field =
      answered.use === 'field'
        ? (ledger?.fields.find((one) => one.code === answered.field) ?? null)
        : null;
    return {
      field,
      month: field?.code === code ? month : null,
      confidence: 1,
      reason: '您指定的',
      use: field === null && answered.use === 'field' ? 'extra' : answered.use,
    };
  }
  const isTaken = said.some(
    ({ column, use, field }) =>
      column !== name && use === 'field' && field === code && match?.month === null,
  );
  if (isTaken)
    return {
      field: null,
      month: null,
      confidence: 0,
      reason: '这个字段已指定给另一列',
      use: 'extra',
    };
  return {
    field: match?.field ?? null,
    month,
    confidence: match?.confidence ?? 0,
    reason: match?.reason ?? '',
    use: match?.use ?? 'ignore',
    ...(match?.near === undefined ? {} : { near: match.near }),
  };
}

/** In what a field's figures are: as the user said of this column, else as the sheet says. */
function fieldMeasure(
  { sheet, place, answers, context }: TableInput,
  field: Field,
  name: string,
  path: readonly string[],
  notes: readonly Measure[],
): Measure | null {
  const said = answers.findLast(
    (answer) =>
      answer.kind === 'measure' &&
      answer.sheet === sheet.name &&
      answer.table === place &&
      (answer.column === name || answer.column === null),
  );
  const given = said?.kind === 'measure' ? measureOf(said.measure) : null;
  if (given !== null && said?.kind === 'measure' && said.column === name) return given;
  const override = context.measure === undefined ? null : measureOf(context.measure);
  return measureFor(field, path, notes, given ?? override);
}
