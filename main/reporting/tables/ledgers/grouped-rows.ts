/**
 * Records under the heads of their groups, and of groups inside groups, each closed by its
 * subtotal.
 */
import type { Row } from '../../../../preload/contract/records.ts';
import type { Field } from '../../../domain/ledgers/field.ts';
import { groupBy } from '../shared/groups.ts';
import { numeral } from '../../../domain/exact/numeral.ts';
import type { TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { sumRow } from '../../model/totals.ts';

export interface ListedGroup {
  readonly label: string;
  readonly rows: readonly Row[];
  /** the groups inside it, which hold all its records */
  readonly inner?: readonly ListedGroup[];
}

/** The records by the first field, inside by the next; undefined where none is left. */
export function nestedGroups(
  rows: readonly Row[],
  [field, ...inside]: readonly Field[],
  units: readonly string[],
  labelFor: (field: Field, label: string) => string,
): readonly ListedGroup[] | undefined {
  if (field === undefined) return undefined;
  return groupBy(rows, field, units).map((one): ListedGroup => {
    const inner = nestedGroups(one.rows, inside, units, labelFor);
    return {
      label: one.value === null ? one.label : labelFor(field, one.label),
      rows: one.rows,
      ...(inner === undefined ? {} : { inner }),
    };
  });
}

/** 一、 · （一） · 1. */
const HEAD_MARKS: readonly ((at: number) => string)[] = [
  (at) => `${numeral(at)}、`,
  (at) => `（${numeral(at)}）`,
  (at) => `${at}. `,
];

/**
 * Numbers run on through the groups; `aside`: lines that are listed and not added; `closed`: what
 * else a subtotal says of its records.
 */
export function groupedRows(
  groups: readonly ListedGroup[],
  counter: string,
  columns: readonly TableColumn[],
  numbered: (rows: readonly Row[], from: number) => TableRow[],
  aside: ReadonlySet<TableRow>,
  closed: (row: TableRow, rows: readonly Row[]) => TableRow = (row) => row,
): TableRow[] {
  const all: TableRow[] = [];
  const blank = columns.slice(1).map((): TableCell => null);
  const summed = columns.some((column) => column.sums === true);
  let next = 1;
  const put = ({ label, rows, inner }: ListedGroup, at: number, depth: number): number[] => {
    const head = `${HEAD_MARKS[depth]?.(at + 1) ?? ''}${label}（${rows.length}${counter}）`;
    all.push({ kind: 'group', cells: [head, ...blank] });
    const first = all.length;
    let adds: number[] = [];
    if (inner === undefined) {
      const lines = numbered(rows, next);
      next += lines.length;
      all.push(...lines);
      adds = lines.flatMap((line, place) => (aside.has(line) ? [] : [first + place]));
    } else adds = inner.flatMap((one, place) => put(one, place, depth + 1));
    const name = inner === undefined ? '小计' : `${label}小计`;
    if (summed) all.push(closed(sumRow('subtotal', name, 1, columns, all, adds), rows));
    return adds;
  };
  groups.forEach((group, at) => put(group, at, 0));
  return all;
}
