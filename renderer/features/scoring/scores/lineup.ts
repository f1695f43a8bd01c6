/** Who is scored, by group and place, with what a tried scheme would give them. */
import type { ScoreSheet, TrialRow } from '../../../../preload/contract/scoring.ts';

export interface Contender {
  readonly key: string;
  readonly group: string;
  readonly name: string;
  readonly total: string | null;
  readonly place: number | null;
  readonly grade: string | null;
  readonly veto: string | null;
  readonly tried: {
    readonly total: string;
    readonly place: number | null;
    readonly difference: string | null;
    readonly items: TrialRow['items'];
  } | null;
}

/**
 * In the groups' order, those without a place last; who is in the trial alone stands in its group
 * too.
 */
export function scoreLineup(
  sheet: ScoreSheet | null,
  trial: readonly TrialRow[] | null,
): readonly Contender[] {
  const tried = new Map((trial ?? []).map((row) => [row.key, row]));
  const known = (sheet?.groups ?? []).flatMap((group) =>
    [...group.scores].sort(byPlace).map((score): Contender => {
      const row = tried.get(score.key);
      tried.delete(score.key);
      return {
        key: score.key,
        group: group.name,
        name: score.name,
        total: score.total,
        place: score.place,
        grade: score.grade,
        veto: score.veto,
        tried: row === undefined ? null : triedOf(row),
      };
    }),
  );
  const fresh = [...tried.values()].map((row): Contender => ({
    key: row.key,
    group: row.group,
    name: row.name,
    total: null,
    place: null,
    grade: null,
    veto: null,
    tried: triedOf(row),
  }));
  return [...known, ...fresh.sort((a, b) => byPlace(a.tried ?? a, b.tried ?? b))];
}

const triedOf = (row: TrialRow): Contender['tried'] => ({
  total: row.after.total,
  place: row.after.place,
  difference: row.difference,
  items: row.items,
});
const byPlace = (
  a: { readonly place: number | null },
  b: { readonly place: number | null },
): number => (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY);
