/**
 * Rows that two books share, and the three-way merge of a field: what one side changed is taken,
 * what both changed differently is asked. No clock decides.
 */
import {
  coversVersion,
  joinedVersion,
  tickedVersion,
  type FieldVersion,
  type BookTick,
} from './version.ts';

export interface SharedField {
  readonly value: string | null;
  readonly version: FieldVersion;
}
/**
 * A row as it travels: figures, records and what hangs on them, definitions. What it names, it
 * names by global id.
 */
export interface SharedRow {
  readonly gid: string;
  /** null while it lives; else what was known when it was removed */
  readonly removed: FieldVersion | null;
  readonly fields: Readonly<Record<string, SharedField>>;
}
/** The row's values as the book has them now; null where it is gone. */
export type PresentRow = Readonly<Record<string, string | null>> | null;

const NEVER: SharedField = { value: null, version: '' };
const fieldOf = (row: SharedRow | null, name: string): SharedField => row?.fields[name] ?? NEVER;

/** All that a row knows. */
export const versionOfRow = (row: SharedRow): FieldVersion =>
  joinedVersion(row.removed ?? '', ...Object.values(row.fields).map(({ version }) => version));

/** What the book changed since it last looked gets the tick; the same row where nothing did. */
export function stampedRow(
  gid: string,
  before: SharedRow | null,
  present: PresentRow,
  tick: BookTick,
): SharedRow {
  if (present === null) {
    const standing = before ?? { gid, removed: null, fields: {} };
    if (standing.removed !== null) return standing;
    return { ...standing, removed: tickedVersion(versionOfRow(standing), tick) };
  }
  const removed = before?.removed ?? null;
  let changed = before === null || removed !== null;
  const fields: Record<string, SharedField> = {};
  const names = new Set([...Object.keys(before?.fields ?? {}), ...Object.keys(present)]);
  for (const name of names) {
    const [old, value] = [fieldOf(before, name), present[name] ?? null];
    const isSame = old.value === value && removed === null;
    if (isSame && value === null && old.version === '') continue;
    fields[name] = isSame
      ? old
      : { value, version: tickedVersion(joinedVersion(old.version, removed ?? ''), tick) };
    changed ||= !isSame;
  }
  return changed || before === null ? { gid, removed: null, fields } : before;
}

/**
 * What a received row asks the user: both values of a field, or that one side removed what the
 * other changed.
 */
export interface MergeQuestion {
  /** null: whether the row is to be there at all */
  readonly field: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
}
export type MergeSide = 'ours' | 'theirs';
/**
 * How the user answered each question, by its field ('' for the row itself); undefined: not yet.
 */
export type Decided = (question: MergeQuestion) => MergeSide | undefined;

export interface MergedRow {
  /** the row as both sides know it now */
  readonly row: SharedRow;
  /** fields whose value changes here; null where nothing of them does */
  readonly taken: readonly string[];
  readonly becomes: 'same' | 'changed' | 'created' | 'removed';
  /** asked and not answered: nothing may be written while there are any */
  readonly open: readonly MergeQuestion[];
}

/** How a merge goes on: the user's answers, and what may not be taken unasked. */
export interface Merging {
  readonly decided: Decided;
  readonly tick: BookTick;
  /** a field that a change of theirs alone may not take: of a closed month */
  readonly asks: (field: string, theirs: string | null) => boolean;
  /**
   * what hangs on the row was changed on the side that still has it, and the other has not seen
   * that
   */
  readonly contested: boolean;
}

/** Merges what came with what is here. */
export function mergedRow(ours: SharedRow | null, theirs: SharedRow, how: Merging): MergedRow {
  if (ours === null) return theirs.removed === null ? newRow(theirs, how) : unchanged(theirs);
  if (ours.removed === null && theirs.removed === null) return mergedFields(ours, theirs, how);
  if (ours.removed !== null && theirs.removed !== null)
    return unchanged({ ...ours, removed: joinedVersion(ours.removed, theirs.removed) });
  return ours.removed === null ? removedThere(ours, theirs, how) : removedHere(ours, theirs, how);
}

const unchanged = (row: SharedRow): MergedRow => ({ row, taken: [], becomes: 'same', open: [] });

/**
 * A row nobody had here is new; a field of it that may not be taken unasked is a question all the
 * same.
 */
function newRow(theirs: SharedRow, how: Merging): MergedRow {
  const merged = mergedFields({ gid: theirs.gid, removed: null, fields: {} }, theirs, how);
  return { ...merged, becomes: merged.taken.length > 0 ? 'created' : 'same' };
}

function mergedFields(ours: SharedRow, theirs: SharedRow, how: Merging): MergedRow {
  const fields: Record<string, SharedField> = { ...ours.fields };
  const taken: string[] = [];
  const open: MergeQuestion[] = [];
  for (const [name, other] of Object.entries(theirs.fields)) {
    const own = fieldOf(ours, name);
    if (own.value === other.value) {
      fields[name] = { value: own.value, version: joinedVersion(own.version, other.version) };
      continue;
    }
    const isOther = own.version !== other.version;
    if (isOther && coversVersion(own.version, other.version)) continue;
    if (isOther && coversVersion(other.version, own.version) && !how.asks(name, other.value)) {
      fields[name] = other;
      taken.push(name);
      continue;
    }
    const question = { field: name, ours: own.value, theirs: other.value };
    const side = how.decided(question);
    if (side === undefined) {
      open.push(question);
      continue;
    }
    fields[name] = {
      value: side === 'ours' ? own.value : other.value,
      version: tickedVersion(joinedVersion(own.version, other.version), how.tick),
    };
    if (side === 'theirs') taken.push(name);
  }
  const row = { gid: ours.gid, removed: null, fields };
  return { row, taken, becomes: taken.length > 0 ? 'changed' : 'same', open };
}

function removedThere(ours: SharedRow, theirs: SharedRow, how: Merging): MergedRow {
  if (!how.contested && coversVersion(theirs.removed ?? '', versionOfRow(ours)))
    return { row: { ...ours, removed: theirs.removed }, taken: [], becomes: 'removed', open: [] };
  const question = { field: null, ours: STANDS, theirs: null };
  const side = how.decided(question);
  return side === undefined
    ? { row: ours, taken: [], becomes: 'same', open: [question] }
    : settledRow(ours, theirs, side, how.tick);
}

function removedHere(ours: SharedRow, theirs: SharedRow, how: Merging): MergedRow {
  const gone = ours.removed ?? '';
  if (isRevived(theirs, gone))
    return { row: theirs, taken: Object.keys(theirs.fields), becomes: 'created', open: [] };
  if (!how.contested && coversVersion(gone, versionOfRow(theirs))) return unchanged(ours);
  const question = { field: null, ours: null, theirs: STANDS };
  const side = how.decided(question);
  return side === undefined
    ? { row: ours, taken: [], becomes: 'same', open: [question] }
    : settledRow(ours, theirs, side, how.tick);
}
/** of a question whether a row is to be there: the side that has it */
const STANDS = 'stands';

/** Removed, seen to be so, and made again since. */
export const isRevived = (row: SharedRow, gone: FieldVersion): boolean =>
  row.removed === null &&
  Object.keys(row.fields).length > 0 &&
  Object.values(row.fields).every(({ version }) => coversVersion(version, gone));

/** The whole row as one side has it, from here on known to both. */
export function settledRow(
  ours: SharedRow | null,
  theirs: SharedRow,
  side: MergeSide,
  tick: BookTick,
): MergedRow {
  const version = tickedVersion(
    joinedVersion(ours === null ? '' : versionOfRow(ours), versionOfRow(theirs)),
    tick,
  );
  const chosen = side === 'ours' ? ours : theirs;
  const stands = ours !== null && ours.removed === null;
  if (chosen === null || chosen.removed !== null) {
    const row = { ...(ours ?? theirs), removed: version };
    return { row, taken: [], becomes: stands ? 'removed' : 'same', open: [] };
  }
  const fields = Object.fromEntries(
    Object.entries(chosen.fields).map(([name, { value }]) => [name, { value, version }]),
  );
  const taken = Object.keys(fields).filter(
    (name) => !stands || fieldOf(ours, name).value !== fields[name]?.value,
  );
  const becomes = stands ? (taken.length > 0 ? 'changed' : 'same') : 'created';
  return { row: { gid: chosen.gid, removed: null, fields }, taken, becomes, open: [] };
}
