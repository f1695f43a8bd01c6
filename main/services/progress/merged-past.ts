/** Last year's figures as this year's units stand: what a unit did that was merged away counts under the one that took it over. */
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

/** Of units that take no part in the year any more and have a successor that does. */
export function withMerged(
  figures: UnitFigures,
  units: readonly UnitRow[],
  absent: ReadonlySet<number>,
): { readonly figures: UnitFigures; readonly merged: readonly Merged[] } {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const told = new Map<number, IndicatorFigure>(figures);
  const merged: Merged[] = [];
  for (const [id, figure] of figures) {
    const [unit, heir] = [byId.get(id), heirOf(id, byId, absent)];
    if (unit === undefined || heir === null) continue;
    told.delete(id);
    told.set(heir.id, (told.get(heir.id) ?? 0n) + figure);
    merged.push({ unit: heir.name, from: unit.name });
  }
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
