/** Groups that are units: 一、城关镇 over the rows of its figures, where no column names units. */
import { plainGroupLabel } from '../sheet/group-words.ts';
import type { FactsInput } from './fact-scene.ts';

/** The unit over a row; null where most of the table's groups are no units. */
export function groupUnits({
  layout,
  region,
  units,
}: FactsInput): ((row: number) => string | undefined) | null {
  if (layout.unitColumn !== null || region.groupRows.length === 0) return null;
  const groups = region.groupRows.map(({ row, label }) => {
    const found = units.resolve(plainGroupLabel(label));
    return { row, unit: found.is === 'known' ? found.name : undefined };
  });
  const known = groups.filter(({ unit }) => unit !== undefined).length;
  if (known * 2 <= groups.length) return null;
  return (row) => groups.findLast((group) => group.row < row)?.unit;
}
