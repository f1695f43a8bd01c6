/**
 * Records of the book that a list lacks although it has most of what its units have, or that its
 * last issue had: named, so that somebody says whether they are over.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import type { InHand, Known } from '../../services/imports/known.ts';
import { placedIssue } from '../sheet/issue.ts';

const NAMED = 8;

/** What a list says of the book. */
export interface ListedRecords {
  /** the records that its rows mean */
  readonly claimed: ReadonlySet<number>;
  /** those that they may mean */
  readonly near: ReadonlySet<number>;
  /** the units that its rows name, none where it names none */
  readonly units: ReadonlySet<string>;
  /** which column fills which field; null of several tables */
  readonly columns: Readonly<Record<string, string>> | null;
}

/** Null where the list is no full one or lacks nothing. */
export function lackingIssue(known: Known, ledger: Ledger, listed: ListedRecords): Issue | null {
  const { claimed, near, columns } = listed;
  if (claimed.size === 0) return null;
  const last = columns === null ? [] : (known.ofLastList?.(ledger, columns, claimed) ?? []);
  const lacking = [
    ...new Map([...last, ...ofUnits(known, ledger, listed)].map((one) => [one.id, one])).values(),
  ].filter(({ id }) => !claimed.has(id) && !near.has(id));
  if (lacking.length === 0) return null;
  return placedIssue(
    -1,
    null,
    'warning',
    'records.lacking',
    `台账里有${lacking.length}${ledger.noun}这份表里没有：${lacking
      .slice(0, NAMED)
      .map(({ name }) => `“${name}”`)
      .join(
        '、',
      )}${lacking.length > NAMED ? '等' : ''}。还在就不用管；已完成或取消的，请到台账里改。`,
  );
}

/** Of a list that has most of what the units that it names have. */
function ofUnits(
  known: Known,
  ledger: Ledger,
  { claimed, units }: ListedRecords,
): readonly InHand[] {
  const all: readonly InHand[] = known.inHand?.(ledger) ?? [];
  const theirs =
    units.size === 0 ? all : all.filter(({ unit }) => unit !== null && units.has(unit));
  const lacking = theirs.filter(({ id }) => !claimed.has(id));
  const there = theirs.length - lacking.length;
  return there < 2 || there < lacking.length ? [] : lacking;
}
