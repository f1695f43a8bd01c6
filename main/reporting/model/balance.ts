/**
 * Tables that add up (舍位平衡): where rounded parts would not make their rounded totals, parts are
 * printed at their other neighbour, down every level and across; what cannot be is said in a note.
 */
import {
  nearer,
  PARTS_OF_UNIT,
  partsOfWhole,
  roundedFlow,
  type UnitFraction,
  type RoundedEdge,
} from '../../domain/exact/controlled-rounding.ts';
import { fromScaled, placesOf, toScaled } from '../../domain/exact/decimal.ts';
import type { PrintTable, TableCell } from './table.ts';

const CROSS_NOTE = '横向各栏分别取整，与合计栏可能差末位一个单位。';

/**
 * Row by row, what is printed of a column in whole units of its last place; null where it has no
 * figure.
 */
type Printed = (number | null)[];

/**
 * The table with `printed` on each figure that is not printed at its nearest; the exact figures
 * stay.
 */
export function balancedTable(table: PrintTable): PrintTable {
  const made =
    table.parts === undefined ? table : { ...table, parts: table.parts.map(balancedTable) };
  const tree = treeOf(made);
  if (tree === null) return { ...made, balanced: true };
  const crossed = new Set((made.across ?? []).flatMap(({ whole, parts }) => [whole, ...parts]));
  const columns = made.columns.map((column, at) =>
    column.sums === true && column.places !== undefined
      ? fractionsOf(made, at, column.places, crossed.has(at))
      : null,
  );
  const printed = new Map<number, Printed>();
  for (const { whole, parts } of made.across ?? []) {
    const all = [whole, ...parts];
    if (all.some((at) => printed.has(at) || columns[at] == null)) continue;
    const found = acrossAndDown(tree, columns, whole, parts);
    found?.forEach((one, at) => printed.set(all[at] ?? 0, one));
  }
  columns.forEach((column, at) => {
    if (column === null || printed.has(at)) return;
    printed.set(at, down(tree, column) ?? column.map((one) => (one === null ? null : nearer(one))));
  });
  const crooked = (made.across ?? []).some(({ whole, parts }) =>
    made.rows.some((_, row) => {
      const of = (at: number): number => printed.get(at)?.[row] ?? 0;
      const told = printed.get(whole)?.[row];
      return (
        told !== null &&
        told !== undefined &&
        isSum(columns, row, whole, parts) &&
        told !== parts.reduce((sum, at) => sum + of(at), 0)
      );
    }),
  );
  return {
    ...made,
    balanced: true,
    rows: made.rows.map((row, at) => ({
      ...row,
      cells: row.cells.map((cell, column) =>
        told(
          cell,
          columns[column]?.[at] ?? null,
          printed.get(column)?.[at] ?? null,
          made.columns[column]?.places ?? 0,
        ),
      ),
    })),
    notes: crooked ? [...made.notes, CROSS_NOTE] : made.notes,
  };
}

function told(
  cell: TableCell,
  exact: UnitFraction | null,
  printed: number | null,
  places: number,
): TableCell {
  if (exact === null || printed === null || printed === nearer(exact)) return cell;
  return cell !== null && typeof cell === 'object' && 'figure' in cell
    ? { ...cell, printed: fromScaled(BigInt(printed), places) }
    : cell;
}

/** Each row's sum row, or -1; what no sum row adds has none. */
type Tree = readonly number[];

/** Null where nothing is added, or rows are added that do not lie within each other. */
function treeOf({ rows }: PrintTable): Tree | null {
  const sums = rows.flatMap((row, at) =>
    row.adds === undefined || row.adds.length === 0 ? [] : [{ at, adds: new Set(row.adds) }],
  );
  if (sums.length === 0) return null;
  const ordered = sums.toSorted((a, b) => a.adds.size - b.adds.size || a.at - b.at);
  const parent = rows.map(() => -1);
  const top = rows.map((_, at) => at);
  for (const { at, adds } of ordered) {
    for (const leaf of adds) {
      const child = top[leaf] ?? leaf;
      if (child === at) continue;
      if (child !== leaf && ![...(rows[child]?.adds ?? [])].every((one) => adds.has(one)))
        return null;
      parent[child] = at;
      for (const one of rows[child]?.adds ?? [child]) top[one] = at;
    }
  }
  return parent;
}

type Fractions = readonly (UnitFraction | null)[];

/**
 * The column's figures in units of its last place; null for the whole column where all are whole,
 * unless they are wanted `always`.
 */
function fractionsOf(
  table: PrintTable,
  column: number,
  places: number,
  always: boolean,
): Fractions | null {
  const figures = table.rows.map((row) => {
    const cell = row.cells[column] ?? null;
    return cell !== null && typeof cell === 'object' && 'figure' in cell ? cell.figure : null;
  });
  const finest = Math.max(places, ...figures.map((one) => (one === null ? 0 : placesOf(one))));
  if (finest === places && !always) return null;
  const unit = 10n ** BigInt(finest - places);
  return figures.map((figure) => {
    if (figure === null) return null;
    const { scaled } = toScaled(figure, finest);
    const floor = scaled >= 0n ? scaled / unit : -((-scaled + unit - 1n) / unit);
    const left = scaled - floor * unit;
    // a rest is never lost: what is not whole stays above nothing and below one
    const share = Number((left * BigInt(PARTS_OF_UNIT)) / unit);
    return {
      floor: Number(floor),
      rest:
        left === 0n
          ? 0
          : Math.max(1, Math.min(PARTS_OF_UNIT - 1, halved(left, unit, share, scaled))),
    };
  });
}

/** The rest in thousandths, on the side of a half on which it is rounded: half away from zero. */
function halved(left: bigint, unit: bigint, share: number, scaled: bigint): number {
  const half = PARTS_OF_UNIT / 2;
  if (left * 2n === unit) return scaled >= 0n ? half : half - 1;
  return left * 2n > unit ? Math.max(half, share) : Math.min(half - 1, share);
}

const exactlyAdds = (whole: UnitFraction, parts: readonly UnitFraction[]): boolean => {
  const floors = parts.reduce((sum, one) => sum + one.floor, 0);
  const open = parts.filter((one) => one.rest > 0).length;
  return whole.floor >= floors && whole.floor + (whole.rest > 0 ? 1 : 0) <= floors + open;
};

const isSum = (
  columns: readonly (Fractions | null)[],
  row: number,
  whole: number,
  parts: readonly number[],
): boolean => {
  const told = columns[whole]?.[row];
  return (
    told != null &&
    exactlyAdds(
      told,
      parts.flatMap((at) => columns[at]?.[row] ?? []),
    )
  );
};

/** One column: from the totals down, the largest remainders go up. */
function down(tree: Tree, column: Fractions): Printed | null {
  const printed: Printed = column.map((one) => (one === null ? null : nearer(one)));
  const children = Map.groupBy(
    tree.flatMap((parent, at) => (parent < 0 || column[at] === null ? [] : [{ parent, at }])),
    (one) => one.parent,
  );
  const settle = (parent: number): boolean => {
    const own = (children.get(parent) ?? []).map((one) => one.at);
    if (own.length === 0) return true;
    const whole = printed[parent];
    if (whole !== null && whole !== undefined) {
      const parts = partsOfWhole(
        whole,
        own.flatMap((at) => column[at] ?? []),
      );
      if (parts === null) return false;
      own.forEach((at, place) => (printed[at] = parts[place] ?? null));
    }
    return own.every(settle);
  };
  return tree.every((parent, at) => parent >= 0 || settle(at)) ? printed : null;
}

/**
 * A whole column and its parts, in every row and down every level at once; null where that cannot
 * be.
 */
function acrossAndDown(
  tree: Tree,
  columns: readonly (Fractions | null)[],
  whole: number,
  parts: readonly number[],
): readonly Printed[] | null {
  const count = tree.length;
  const sums = new Set(tree);
  const rows = tree.flatMap((_, at) => (columns[whole]?.[at] == null ? [] : [at]));
  if (rows.some((row) => !isSum(columns, row, whole, parts))) return null;
  // place 0 is where all begins and ends; then one for each row, then one for each row and part
  const above = (row: number): number => ((tree[row] ?? -1) < 0 ? 0 : 1 + (tree[row] ?? 0));
  const within = (row: number, part: number): number =>
    row < 0 ? 0 : 1 + count * (part + 1) + row;
  const edges: (RoundedEdge & { readonly column: number; readonly row: number })[] = [];
  for (const row of rows) {
    const value = columns[whole]?.[row];
    if (value == null) continue;
    edges.push({
      from: 1 + row,
      to: above(row),
      value,
      column: 0,
      row,
      ...((tree[row] ?? -1) < 0 ? { fixed: true as const } : {}),
    });
    parts.forEach((at, part) => {
      const figure = columns[at]?.[row];
      if (figure == null) return;
      edges.push({
        from: within(tree[row] ?? -1, part),
        to: !sums.has(row) ? 1 + row : within(row, part),
        value: figure,
        column: part + 1,
        row,
      });
    });
  }
  const found = roundedFlow(edges, 1 + count * (parts.length + 1));
  if (found === null) return null;
  const printed = [whole, ...parts].map((): Printed => tree.map(() => null));
  edges.forEach(({ column, row }, at) => {
    const line = printed[column];
    if (line !== undefined) line[row] = found[at] ?? null;
  });
  return printed;
}
