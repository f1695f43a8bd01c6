/** The project ledger's columns in the sheet, from its field list. */
import { isGroupable, isNumeric, type Field } from '../../../main/domain/ledgers/field.ts';
import { PRINTED_FIRST, project, type ProjectField } from '../../../main/domain/ledgers/project.ts';
import type { GridChoice, GridColumn } from '../../ui/grid/index.ts';
import { editTextOf, figureOf, textOf } from './display.ts';

export const fields: readonly Field[] = project.fields;
export const groupable: readonly Field[] = fields.filter(isGroupable);

/** What a new user sees: the columns of the printed table, and the stage. */
export const SHOWN_FIRST: readonly ProjectField[] = ['stage', ...PRINTED_FIRST];

/** The heads over a field, its own last: a synonym such as 完成投资›本年 gives the short word under its head. */
function pathOf(field: Field): string[] {
  const groups = field.group?.split('›') ?? [];
  const parent = groups.at(-1);
  const short = parent === undefined ? undefined : field.synonyms.find((name) => name.startsWith(`${parent}›`));
  const [outer, ...inner] = groups;
  const own = short?.slice((parent?.length ?? 0) + 1) ?? field.label;
  if (outer === undefined) return [own];
  const measure = commonMeasure(outer);
  return [measure === null ? outer : `${outer}（${measure}）`, ...inner, own];
}

/** The measure of all figures under an outermost head; null where they differ. */
function commonMeasure(outer: string): string | null {
  const measures = new Set(fields.filter((field) => field.group?.split('›')[0] === outer).map((field) => (isNumeric(field) ? field.measure : '')));
  const [only] = measures;
  return measures.size === 1 && only !== undefined && only !== '' ? only : null;
}

function noteOf(field: Field): string | undefined {
  if (!isNumeric(field)) return undefined;
  const outer = field.group?.split('›')[0];
  return outer !== undefined && commonMeasure(outer) !== null ? undefined : field.measure;
}

function choicesOf(field: Field, units: readonly string[]): readonly GridChoice[] | undefined {
  if (field.kind === 'choice') return field.choices;
  if (field.kind === 'unit' && units.length > 0) return units.map((name) => ({ value: name, label: name }));
  return undefined;
}

function columnOf(field: Field, units: readonly string[]): GridColumn {
  const [note, choices] = [noteOf(field), choicesOf(field, units)];
  return {
    code: field.code,
    path: pathOf(field),
    width: field.width,
    align: isNumeric(field) ? 'right' : field.kind === 'choice' || field.kind === 'day' ? 'center' : 'left',
    frozen: field.code === project.nameField,
    editable: field.computed !== true,
    ...(note === undefined ? {} : { note }),
    ...(choices === undefined ? {} : { choices }),
    ...(isNumeric(field) ? { measure: field.measure } : {}),
    text: (row) => textOf(field, row),
    editText: (row) => editTextOf(field, row),
    figure: (row) => figureOf(field, row),
  };
}

/** The chosen fields in the ledger's order, the name first. */
export function chosenFields(shown: readonly string[]): readonly Field[] {
  const wanted = new Set([...shown, project.nameField]);
  const name = fields.filter((field) => field.code === project.nameField);
  return [...name, ...fields.filter((field) => field.code !== project.nameField && wanted.has(field.code))];
}

export const columnsOf = (shown: readonly string[], units: readonly string[]): readonly GridColumn[] => chosenFields(shown).map((field) => columnOf(field, units));
