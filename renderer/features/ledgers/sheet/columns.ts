/** A ledger's columns in the sheet, from its field list. */
import { isNumeric, type Field } from '../../../../main/domain/ledgers/field.ts';
import type { GridChoice, GridColumn } from '../../../ui/grid/model.ts';
import { editTextOf, recordFigureOf, recordTextOf, dayWordsOf } from '../shared/display.ts';
import type { LedgerSpec } from '../shared/spec.ts';

/**
 * The heads over a field, its own last: a synonym such as 完成投资›本年 gives the short word under
 * its head.
 */
function pathOf(fields: readonly Field[], field: Field): string[] {
  const groups = field.group?.split('›') ?? [];
  const parent = groups.at(-1);
  const short =
    parent === undefined ? undefined : field.synonyms.find((name) => name.startsWith(`${parent}›`));
  const [outer, ...inner] = groups;
  const own = short?.slice((parent?.length ?? 0) + 1) ?? field.label;
  if (outer === undefined) return [own];
  const measure = commonMeasure(fields, outer);
  return [measure === null ? outer : `${outer}（${measure}）`, ...inner, own];
}

/** The measure of all figures under an outermost head; null where they differ. */
function commonMeasure(fields: readonly Field[], outer: string): string | null {
  const measures = new Set(
    fields
      .filter((field) => field.group?.split('›')[0] === outer)
      .map((field) => (isNumeric(field) ? field.measure : '')),
  );
  const [only] = measures;
  return measures.size === 1 && only !== undefined && only !== '' ? only : null;
}

function noteOf(fields: readonly Field[], field: Field): string | undefined {
  if (!isNumeric(field)) return undefined;
  const outer = field.group?.split('›')[0];
  return outer !== undefined && commonMeasure(fields, outer) !== null ? undefined : field.measure;
}

function choicesOf(field: Field, units: readonly string[]): readonly GridChoice[] | undefined {
  if (field.kind === 'choice') return field.choices;
  if (field.kind === 'unit' && units.length > 0)
    return units.map((name) => ({ value: name, label: name }));
  return undefined;
}

function columnOf(
  { ledger, fields }: LedgerSpec,
  field: Field,
  units: readonly string[],
): GridColumn {
  const [note, choices] = [noteOf(fields, field), choicesOf(field, units)];
  return {
    code: field.code,
    path: pathOf(fields, field),
    width: field.width,
    align: isNumeric(field)
      ? 'right'
      : field.kind === 'choice' || field.kind === 'day'
        ? 'center'
        : 'left',
    frozen: field.code === ledger.nameField,
    editable: field.computed !== true,
    ...(note === undefined ? {} : { note }),
    ...(choices === undefined ? {} : { choices }),
    ...(isNumeric(field) ? { measure: field.measure } : {}),
    text: (row) => recordTextOf(field, row) || dayWordsOf(ledger, field, row),
    editText: (row) => editTextOf(field, row) || dayWordsOf(ledger, field, row),
    figure: (row) => recordFigureOf(field, row),
  };
}

/** The chosen fields in the ledger's order, the name first. */
export function chosenFields(
  { ledger, fields }: LedgerSpec,
  shown: readonly string[],
): readonly Field[] {
  const wanted = new Set([...shown, ledger.nameField]);
  const name = fields.filter((field) => field.code === ledger.nameField);
  return [
    ...name,
    ...fields.filter((field) => field.code !== ledger.nameField && wanted.has(field.code)),
  ];
}

export const ledgerColumnsOf = (
  spec: LedgerSpec,
  shown: readonly string[],
  units: readonly string[],
): readonly GridColumn[] => chosenFields(spec, shown).map((field) => columnOf(spec, field, units));
