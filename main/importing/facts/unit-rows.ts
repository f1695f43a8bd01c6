/**
 * Whether the rows of a table are those of units, so that its figures are theirs whatever else
 * stands beside them.
 */
import { subjectOf } from '../sheet/titles.ts';
import { squeezeWords, unbracketed } from '../sheet/words.ts';
import type { FactColumn, LayoutInput } from './fact-columns.ts';
import { isAside, UNIT_LIKE, type FactKeys } from './fact-keys.ts';
import { COUNTY, wholeTarget } from './whole-county.ts';

/**
 * The rows of the sections that hold a known unit: beside 一、乡镇 the firms of 二、企业 are
 * others, which are asked about.
 */
function rowsOfUnits({ sheet, region, units }: LayoutInput, column: number): readonly number[] {
  const groups = region.groupRows.map(({ row }) => row);
  const isKnown = (row: number): boolean => {
    const name = sheet.rows[row]?.[column];
    return typeof name === 'string' && units.resolve(name).is === 'known';
  };
  const sections = Map.groupBy(region.dataRows, (row) => groups.findLast((group) => group < row));
  const own = [...sections.values()].filter((rows) => rows.some(isKnown)).flat();
  return own.length === 0 ? region.dataRows : own;
}

/** Units that are known, and figures: a return without a word of what they are, which is asked. */
export const isOfUnits = (input: LayoutInput, { unitColumn }: FactKeys): boolean => {
  const { sheet, units, isLedger } = input;
  if (isLedger || unitColumn === null) return false;
  const rows = rowsOfUnits(input, unitColumn);
  const known = rows.filter((row) => {
    const name = sheet.rows[row]?.[unitColumn];
    return typeof name === 'string' && units.resolve(name).is === 'known';
  }).length;
  return rows.length >= 2 && known >= rows.length * MOST_UNITS;
};

/**
 * 单位 | 累计 under a title that says of what: most rows are units, and nothing else stands beside
 * them, or its head says all of it.
 */
export function isOneColumn(
  columns: readonly FactColumn[],
  { unitColumn, ordinal }: FactKeys,
  input: LayoutInput,
): boolean {
  const { sheet, paths, titles, units, evidence } = input;
  const [only, second] = columns;
  if (unitColumn === null || only === undefined || second !== undefined) return false;
  if (only.word.part === 'rank') return false;
  const isNamed = only.indicator !== null || titles.some((title) => subjectOf(title) !== null);
  const filled = evidence.filter((one, at) => one.filled > 0 && !isAside(paths[at])).length;
  const isAlone =
    filled <= (ordinal === null ? 2 : 3) ||
    (only.indicator !== null && only.measure !== null) ||
    only.isSaid === true;
  const rows = rowsOfUnits(input, unitColumn);
  const named = rows.filter((row) => {
    const name = sheet.rows[row]?.[unitColumn];
    return (
      typeof name !== 'string' ||
      units.resolve(name).is === 'known' ||
      COUNTY.test(squeezeWords(name)) ||
      wholeTarget(name, '') !== null ||
      UNIT_LIKE.test(unbracketed(name))
    );
  }).length;
  return isNamed && isAlone && named >= rows.length * MOST_UNITS;
}
/** So many of a table's rows must be units; the others are asked about: 红旗乡（已并入城关镇） */
const MOST_UNITS = 0.6;
