/**
 * Which indicators the map shows: a category, a set of one's own, only what is behind. With a
 * hundred and twenty of them nobody reads all.
 */
import { create } from 'zustand';
import type { Indicator } from '../../../preload/contract/targets.ts';
import type { MapCell, Overview } from '../../../preload/contract/progress.ts';

interface Chosen {
  /** null: of every category */
  readonly category: string | null;
  /** empty: all */
  readonly ids: readonly number[];
  readonly isBehindOnly: boolean;
}
export const useChosen = create<Chosen>()(() => ({ category: null, ids: [], isBehindOnly: false }));
export const chooseOverview = (part: Partial<Chosen>): void => useChosen.setState(part);

export const categoriesOf = (indicators: readonly Indicator[]): readonly string[] => [
  ...new Set(indicators.flatMap((one) => one.category ?? [])),
];

const isBehind = (cell: MapCell | undefined): boolean =>
  cell?.lamp === 'red' || cell?.lamp === 'yellow';

/**
 * The map of the chosen indicators: its lamps, the reds and yellows of each unit and the order of
 * the rows are theirs.
 */
export function narrowedOverview(map: Overview, { category, ids, isBehindOnly }: Chosen): Overview {
  // those chosen in another year may not be here
  const known = ids.filter((id) => map.indicators.some((one) => one.id === id));
  const fits = (one: Indicator): boolean =>
    (category === null || one.category === category) &&
    (known.length === 0 || known.includes(one.id)) &&
    (!isBehindOnly ||
      isBehind(map.total[one.id]) ||
      map.rows.some((row) => isBehind(row.cells[one.id])));
  const indicators = map.indicators.filter(fits);
  if (indicators.length === map.indicators.length) return map;
  const lamps = { gold: 0, blue: 0, green: 0, yellow: 0, red: 0, none: 0 };
  const rows = map.rows.flatMap((row) => {
    const cells = indicators.flatMap((one) => row.cells[one.id] ?? []);
    for (const cell of cells) lamps[cell.lamp] += 1;
    const count = (lamp: MapCell['lamp']): number =>
      cells.filter((cell) => cell.lamp === lamp).length;
    return cells.length === 0 ? [] : [{ ...row, red: count('red'), yellow: count('yellow') }];
  });
  return {
    ...map,
    indicators,
    lamps,
    rows: rows.toSorted((a, b) => b.red - a.red || b.yellow - a.yellow),
  };
}
