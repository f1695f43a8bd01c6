/** Records of the book that a list lacks although it has most of what its units have: named, so that somebody says whether they are over. */
import type { Issue } from '../../../preload/contract/imports.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import type { InHand, Known } from '../../services/imports/known.ts';
import { placedIssue } from '../sheet/issue.ts';

const NAMED = 8;

/** `claimed`: the records that rows of the list mean; `units`: those that its rows name, none where it names none. Null where the list is no full one or lacks nothing. */
export function lackingIssue(
  known: Known,
  ledger: Ledger,
  claimed: ReadonlySet<number>,
  units: ReadonlySet<string>,
): Issue | null {
  if (claimed.size < 2) return null;
  const all: readonly InHand[] = known.inHand?.(ledger) ?? [];
  const theirs =
    units.size === 0 ? all : all.filter(({ unit }) => unit !== null && units.has(unit));
  const lacking = theirs.filter(({ id }) => !claimed.has(id));
  const there = theirs.length - lacking.length;
  if (lacking.length === 0 || there < 2 || there < lacking.length) return null;
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
