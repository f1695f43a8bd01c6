/**
 * Parts of a sheet that are tables of their own: 一、粮食产量（吨） over heads that come again
 * under 二、财政收入（万元）.
 */
import { partOf } from './fact-words.ts';
import type { Region } from './region.ts';
import type { SourceSheet } from './sheet.ts';
import { isPartTitle } from './titles.ts';
import { squeezeWords } from './words.ts';

const wordsIn = (sheet: SourceSheet, r: number): readonly string[] =>
  (sheet.rows[r] ?? []).flatMap((cell) =>
    cell === null || cell === '' ? [] : [squeezeWords(String(cell))],
  );

/** Of nearly every row the second cell says that it is none: nothing of it is read for that. */
function standsAlone(sheet: SourceSheet, r: number): boolean {
  let filled = 0;
  for (const cell of sheet.rows[r] ?? [])
    if (cell !== null && cell !== '' && ++filled > 1) return false;
  return filled === 1;
}

/**
 * Whether a row is the line of the next part: alone, with the same heads soon under it, which say
 * when the figures are of and not what they are.
 */
export function beginsPart(sheet: SourceSheet, r: number, header: number): boolean {
  if (!standsAlone(sheet, r)) return false;
  const [line] = wordsIn(sheet, r);
  if (line === undefined || !isPartTitle(line)) return false;
  const heads = wordsIn(sheet, header);
  const [, ...figures] = heads;
  const next = [r + 1, r + 2].find((row) => wordsIn(sheet, row).length > 1);
  return (
    next !== undefined &&
    figures.length > 0 &&
    figures.every((head) => partOf(head, false) !== null) &&
    wordsIn(sheet, next).join('›') === heads.join('›')
  );
}

/** A part has the titles over the first table for its own too. */
export function withSharedTitles(
  sheet: SourceSheet,
  regions: readonly Region[],
): readonly Region[] {
  const [first] = regions;
  const shared = first?.titleRows.filter((r) => !wordsIn(sheet, r).some(isPartTitle)) ?? [];
  return shared.length === 0
    ? regions
    : regions.map((region) => {
        const lines = region.titleRows.flatMap((r) => wordsIn(sheet, r));
        return region === first || lines.length !== 1 || !lines.every(isPartTitle)
          ? region
          : { ...region, sharedTitles: shared };
      });
}
