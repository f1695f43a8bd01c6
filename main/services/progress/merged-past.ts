/**
 * Last year's figures as this year's units stand: what a unit did that was merged away counts under
 * the one that took it over.
 */
import type { UnitRow } from '../../data/units/units.ts';
import type { IndicatorFigure } from '../../domain/targets/indicator.ts';
import type { UnitFigures } from './month-figures.ts';

export interface Merged {
  readonly unit: string;
  readonly from: string;
}

/** 柳河镇的上年数含并入的双塘乡。 */
export const mergedSentence = ({ unit, from }: Merged): string =>
  `${unit}的上年数含并入的${from}。`;

/**
 * Of units that take no part in the year any more and have a successor that does. What only some of
 * them told by then is no figure of all: growth on it would be invented. `reported`: who told
 * anything in that year.
 */
export function withMerged(
  figures: UnitFigures,
  units: readonly UnitRow[],
  absent: ReadonlySet<number>,
  reported: () => ReadonlySet<number>,
): { readonly figures: UnitFigures; readonly merged: readonly Merged[] } {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const heirs = Map.groupBy(
    [...absent].flatMap((id) => {
      const [unit, heir] = [byId.get(id), heirOf(id, byId, absent)];
      return unit === undefined || heir === null ? [] : [{ unit, heir }];
    }),
    ({ heir }) => heir,
  );
  if (heirs.size === 0) return { figures, merged: [] };
  const told = new Map<number, IndicatorFigure>(figures);
  const merged = [...heirs].flatMap(([heir, parts]) => {
    const gone = parts.map(({ unit }) => unit).filter(({ id }) => reported().has(id));
    if (gone.length === 0) return [];
    const all = [...gone.map(({ id }) => id), ...(reported().has(heir.id) ? [heir.id] : [])];
    for (const id of all) told.delete(id);
    if (!all.every((id) => figures.has(id))) return [];
    told.set(
      heir.id,
      all.reduce((sum, id) => sum + (figures.get(id) ?? 0n), 0n),
    );
    return gone.map((unit) => ({ unit: heir.name, from: unit.name }));
  });
  return { figures: told, merged };
}

/** The unit that stands where this one was; null where it goes on, or where nobody took it over. */
function heirOf(
  id: number,
  byId: ReadonlyMap<number, UnitRow>,
  absent: ReadonlySet<number>,
): UnitRow | null {
  const seen = new Set<number>();
  let at = id;
  while (absent.has(at) && !seen.has(at)) {
    seen.add(at);
    at = byId.get(at)?.successor_id ?? at;
  }
  return at === id || absent.has(at) ? null : (byId.get(at) ?? null);
}
