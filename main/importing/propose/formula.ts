/**
 * Which columns of a sheet are computed of others: a formula that gives every figure of the column
 * as it is printed there.
 */
import { decimalOfNumber, isDecimal, multiply, round, trim } from '../../domain/exact/decimal.ts';
import { measureOf } from '../../domain/exact/measure.ts';
import type { OwnField } from '../../domain/ledgers/own-definition.ts';
import { computedValue, placesOfField, readFormula } from '../../domain/ledgers/own-formula.ts';
import type { CellValue } from '../sheet/sheet.ts';
import { columnCellText } from './column.ts';

export interface FigureColumn {
  /** with the label as its code */
  readonly field: OwnField;
  /** wire values, one a row; null: no figure */
  readonly values: readonly (string | null)[];
}

/** A formula holds in fewer rows by chance. */
const FEWEST_ROWS = 3;
const MOST_COLUMNS = 24;
/** Heads of what offices compute; what only happens to be the sum of two others is typed. */
const COMPUTED_HEAD =
  /率$|占比|比例|比重|进度|完成年计划|增长|增幅|增减|增加|净增|余额|结余|结存|剩余|节余|差额|未收|未付|未完成|尚欠|欠|合计|小计|总计|总数|总额|总价|总分|得分|平均|人均|户均|亩均|每|单价|均价|金额|补助|补贴|费|应发|应付|实发|平效|坪效|缺口|超/;

/** By label: the formula in names, as the designer shows it. */
export function formulasIn(columns: readonly FigureColumn[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const shown = columns.slice(0, MOST_COLUMNS);
  for (const column of shown) {
    if (!COMPUTED_HEAD.test(column.field.label)) continue;
    const parts = shown.filter((one) => one !== column && !found.has(one.field.label));
    const formula = [...candidates(column, parts)].find((text) => holds(text, column, shown));
    if (formula !== undefined) found.set(column.field.label, formula);
  }
  return found;
}

function* candidates(
  { field, values }: FigureColumn,
  parts: readonly FigureColumn[],
): Generator<string> {
  const names = parts.map((one) => one.field.label);
  const isShare = field.kind === 'percent' || /率$|占比|均|每|效$|单价|进度/.test(field.label);
  for (const a of names)
    for (const b of names) {
      if (a === b) continue;
      if (isShare) yield `${a}÷${b}`;
      if (isShare || /增/.test(field.label)) yield `(${a}-${b})÷${b}`;
      if (!isShare) yield `${a}-${b}`;
    }
  if (isShare) return;
  for (const [at, a] of names.entries()) for (const b of names.slice(at + 1)) yield `${a}×${b}`;
  for (const list of runs(names)) yield list.join('+');
  for (const part of parts) yield* rated(part, values);
}

/** Neighbours that a 合计 may add. */
function* runs(names: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < names.length; from += 1)
    for (let to = names.length; to >= from + 2; to -= 1) yield names.slice(from, to);
}

/** So much for each: 人数×500, and a third column between: 人数×天数×5. */
function* rated(
  { field, values }: FigureColumn,
  told: readonly (string | null)[],
): Generator<string> {
  const at = told.findIndex((one, row) => one !== null && Number(values[row] ?? 0) !== 0);
  const [whole, part] = [told[at] ?? null, values[at] ?? null];
  if (whole === null || part === null || field.kind !== 'number') return;
  const rate = Number(whole) / Number(part);
  if (rate > 1 && Number.isInteger(rate)) yield `${field.label}×${rate}`;
}

/** Whether the formula gives what each row tells, and enough different rows do tell it. */
function holds(text: string, told: FigureColumn, columns: readonly FigureColumn[]): boolean {
  const fields = columns.map((one) => one.field);
  const names = new Map(fields.map(({ label }) => [label, label]));
  const read = readFormula(text, names);
  if ('problem' in read) return false;
  const field = { ...told.field, formula: read.text };
  const byLabel = new Map(columns.map((one) => [one.field.label, one.values]));
  const rows = new Set<string>();
  for (const [row, value] of told.values.entries()) {
    const computed = computedValue(field, fields, (label) => byLabel.get(label)?.[row] ?? null);
    if (value === null && computed === null) continue;
    if (value === null || computed === null) return false;
    if (printed(computed, field) !== printed(value, field)) return false;
    rows.add(
      `${value} ${text
        .match(/[^×÷+\-()]+/g)
        ?.map((one) => byLabel.get(one)?.[row])
        .join()}`,
    );
  }
  return rows.size >= FEWEST_ROWS;
}

const printed = (value: string, field: OwnField): string => {
  const measure = field.kind === 'money' ? measureOf(field.measure ?? '元') : null;
  return round(value, measure === null ? placesOfField(field) : 2);
};

/** A cell's figure in wire form; a share that is formatted in percent is told in hundredths. */
export function wireFigure(cell: CellValue, field: OwnField, inPercent: boolean): string | null {
  const text = columnCellText(cell).replace(/[,，\s%％]/g, '');
  if (!isDecimal(text)) return null;
  if (field.kind === 'percent')
    return trim(inPercent && typeof cell === 'number' ? decimalOfNumber(cell * 100) : text);
  const times = field.kind === 'money' ? measureOf(field.measure ?? '元')?.times : undefined;
  return times === undefined ? text : multiply(text, times);
}
