/** Rows gathered by a field's value, in the order in which an office lists them. */
import type { Row } from '../../../../preload/contract/records.ts';
import type { Field, Value } from '../../../domain/ledgers/field.ts';
import { STAGES } from '../../../domain/ledgers/stage.ts';
import { labelOf, rowValueOf } from './values.ts';

export interface RowGroup {
  readonly value: Value;
  readonly label: string;
  readonly rows: readonly Row[];
}

/**
 * 停滞 and 终止 stand aside, so they come last; before them the furthest stage first, as 园区
 * ledgers list 投产, 在建, 签约.
 */
const ASIDE: readonly string[] = ['stalled', 'dropped'];
const STAGE_ORDER: readonly string[] = [
  ...STAGES.map((stage) => stage.value)
    .filter((value) => !ASIDE.includes(value))
    .reverse(),
  ...ASIDE,
];

/**
 * Stages: furthest first. Other choices: as their list. Units: as the county's tree. Words: as they
 * first appear. Empty values last.
 */
export function groupBy(
  rows: readonly Row[],
  field: Field,
  units: readonly string[],
  read: (row: Row) => Value = (row) => rowValueOf(row, field.code),
): readonly RowGroup[] {
  const gathered = new Map<Value, Row[]>();
  for (const row of rows) {
    const value = read(row);
    const rowsOfValue = gathered.get(value);
    if (rowsOfValue === undefined) gathered.set(value, [row]);
    else rowsOfValue.push(row);
  }
  const order = orderOf(field, units);
  // where the order does not name a value it follows the named ones; sort is stable, so in order of
  // appearance
  const place = (value: Value): number =>
    value === null ? Infinity : (order.get(value) ?? order.size);
  const values = [...gathered.keys()].sort((a, b) => compareNumbers(place(a), place(b)));
  return values.map((value) => ({
    value,
    label: labelOf(field, value),
    rows: gathered.get(value) ?? [],
  }));
}

const compareNumbers = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

function orderOf(field: Field, units: readonly string[]): ReadonlyMap<string, number> {
  const listed =
    field.code === 'stage'
      ? STAGE_ORDER
      : field.kind === 'choice'
        ? field.choices.map((choice) => choice.value)
        : field.kind === 'unit'
          ? units
          : [];
  return new Map(listed.map((value, index) => [value, index]));
}
