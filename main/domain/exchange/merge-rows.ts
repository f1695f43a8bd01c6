/**
 * The merge of a whole package: each row with its own, and what hangs on a record together with it,
 * so that no record is removed from under what the other side added.
 */
import {
  isRevived,
  mergedRow,
  settledRow,
  versionOfRow,
  type MergedRow,
  type MergeQuestion,
  type SharedRow,
  type MergeSide,
} from './row.ts';
import { coversVersion, type BookTick } from './version.ts';

/** A row of a package: its table, and the record that it hangs on. */
export interface PackedRow {
  readonly table: string;
  readonly row: SharedRow;
  /** global id; null of a row that hangs on none */
  readonly parent: string | null;
}
/** What stands here, as it was last stamped. */
export interface OwnRows {
  readonly ours: (table: string, gid: string) => SharedRow | null;
  /** living rows here that hang on a record */
  readonly partsHere: (gid: string) => readonly SharedRow[];
}
export interface RowQuestion extends MergeQuestion {
  readonly table: string;
  readonly gid: string;
}
export interface RowMerge extends PackedRow {
  readonly merged: MergedRow;
}
export interface PackageMerge {
  readonly rows: readonly RowMerge[];
  readonly open: readonly RowQuestion[];
}
export interface PackageMerging {
  readonly decided: (question: RowQuestion) => MergeSide | undefined;
  readonly tick: BookTick;
  /** fields that may not be taken unasked even where they changed there alone */
  readonly asks: (row: PackedRow, field: string, theirs: string | null) => boolean;
}

/** Records stand before what hangs on them. */
export function mergedPackage(
  packed: readonly PackedRow[],
  own: OwnRows,
  { decided, tick, asks }: PackageMerging,
): PackageMerge {
  const partsThere = Map.groupBy(
    packed.filter(({ parent }) => parent !== null),
    ({ parent }) => parent ?? '',
  );
  /** records whose standing was decided: what hangs on them goes with that side */
  const whole = new Map<string, MergeSide>();
  const rows = packed.map((one): RowMerge => {
    const { table, row, parent } = one;
    const ours = own.ours(table, row.gid);
    const side = parent === null ? undefined : whole.get(parent);
    if (side !== undefined) return { ...one, merged: settledRow(ours, row, side, tick) };
    const merged = mergedRow(ours, row, {
      decided: (question) => {
        const answer = decided({ ...question, table, gid: row.gid });
        if (question.field === null && answer !== undefined) whole.set(row.gid, answer);
        return answer;
      },
      tick,
      asks: (field, theirs) => asks(one, field, theirs),
      contested:
        ours !== null &&
        (ours.removed === null
          ? row.removed !== null && addedHere(ours, own.partsHere(row.gid), partsThere)
          : row.removed === null && addedThere(row, ours.removed, own, partsThere)),
    });
    return { ...one, merged };
  });
  const open = rows.flatMap(({ table, row: { gid }, merged }) =>
    merged.open.map((question) => ({ ...question, table, gid })),
  );
  return { rows, open };
}

type PartsThere = ReadonlyMap<string, readonly PackedRow[]>;

/** Whether something hangs on the record here which the side that removed it has not seen. */
function addedHere(
  { gid }: SharedRow,
  parts: readonly SharedRow[],
  partsThere: PartsThere,
): boolean {
  const gone = new Map((partsThere.get(gid) ?? []).map(({ row }) => [row.gid, row.removed]));
  return parts.some((part) => {
    const removed = gone.get(part.gid) ?? null;
    return removed === null || !coversVersion(removed, versionOfRow(part));
  });
}

/** Whether something hangs on the record there which this book had not seen when it removed it. */
function addedThere(row: SharedRow, gone: string, own: OwnRows, partsThere: PartsThere): boolean {
  if (isRevived(row, gone)) return false;
  return (partsThere.get(row.gid) ?? []).some(({ table, row: part }) => {
    if (part.removed !== null) return false;
    const here = own.ours(table, part.gid)?.removed ?? null;
    return here === null || !coversVersion(here, versionOfRow(part));
  });
}
