/**
 * 全县 beside its units: a figure of the whole that is not theirs together is told; both are taken
 * as they are written.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import { compare, divide, placesOf, subtract, sum, trim } from '../../domain/exact/decimal.ts';
import { columnNumber } from '../../domain/read/sheet-address.ts';
import type { TableFact } from '../../domain/targets/fact.ts';
import { natureOf } from '../../domain/targets/indicator-nature.ts';
import { placedIssue } from '../sheet/issue.ts';

/** Of fewer units the rest may be elsewhere. */
const FEWEST = 3;

export function wholeTotalIssues(facts: readonly TableFact[]): readonly Issue[] {
  const columns = Map.groupBy(facts.filter(addsUp), (fact) =>
    [fact.column, fact.parent, fact.indicator, fact.part, fact.year, fact.month].join(' '),
  );
  return [...columns.values()].flatMap((column): readonly Issue[] => {
    const [whole, second] = column.filter(({ unit }) => unit === null);
    const units = column.filter(({ unit }) => unit !== null);
    if (whole === undefined || second !== undefined || units.length < FEWEST) return [];
    const together = sum(units.map(({ value }) => value));
    if (isNear(whole.value, together, column)) return [];
    return [
      placedIssue(
        whole.row - 1,
        columnNumber(whole.column),
        'warning',
        'total.differs',
        `全县的${whole.indicator}是${trim(whole.value)}，所列${units.length}个单位相加${trim(together)}。两边都照写的导入，请核对。`,
      ),
    ];
  });
}

/**
 * Amounts of a month or of the year so far; targets are handed down with something over, and
 * shares, stocks and prices do not add up.
 */
const addsUp = ({ part, indicator, measure }: TableFact): boolean =>
  (part === 'month' || part === 'cumulative') &&
  measure !== null &&
  natureOf(indicator, measure).kind === 'flow';

/** Each figure was rounded to its places. */
function isNear(stated: string, together: string, column: readonly TableFact[]): boolean {
  const places = Math.max(...column.map(({ value }) => placesOf(value)));
  const unit = places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`;
  const most = divide(sum(column.map(() => unit)), '2', places + 1) ?? unit;
  const off = subtract(stated, together);
  return places > 0
    ? compare(off, most) <= 0 && compare(off, `-${most}`) >= 0
    : compare(off, '0') === 0;
}
