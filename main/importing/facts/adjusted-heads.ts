/**
 * 年初 beside 调整: whether 调整 is the target as it stands now or what was added to it, told by
 * its figures.
 */
import { squeezeWords } from '../sheet/words.ts';
import type { LayoutInput } from './fact-columns.ts';

const BEFORE = /^(?:年初|原定?|调整?前)(?:下达)?的?(?:目标|任务|计划)?[数值]?$/;
const AFTER = /^(?:调整?后|调整为|现|新)/;

/**
 * The heads with 调整 as 调整后 where it is near what stood before, else as 调整额, which is kept
 * nowhere.
 */
export function adjustedHeads({ sheet, region, paths }: LayoutInput): LayoutInput['paths'] {
  const words = paths.map((path) => path.map(squeezeWords));
  const besides = (path: readonly string[], at: number, pattern: RegExp): number =>
    words.findIndex(
      (other) =>
        other.length === path.length &&
        other.every((word, place) => (place === at ? pattern.test(word) : word === path[place])),
    );
  // 600 beside 1000 may be cut to that or raised by it: then it is named, not taken for the target
  const isNear = (column: number, before: number): boolean =>
    region.dataRows.every((row) => {
      const [now, then] = [column, before].map((at) => sheet.rows[row]?.[region.left + at]);
      return (
        typeof now !== 'number' ||
        typeof then !== 'number' ||
        (now * 5 >= then * 4 && now <= then * 2)
      );
    });
  return paths.map((path, column) => {
    const own = words[column] ?? [];
    const at = own.indexOf('调整');
    const before = at < 0 ? -1 : besides(own, at, BEFORE);
    if (before < 0) return path;
    const isNow = besides(own, at, AFTER) < 0 && isNear(column, before);
    return path.with(at, isNow ? '调整后' : '调整额');
  });
}
