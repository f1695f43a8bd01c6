/**
 * Checks the facts of a table against each other: completion, growth, 确保 and 力争, the same thing
 * said twice, and when it was.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import {
  add,
  compare,
  divide,
  multiply,
  placesOf,
  round,
  subtract,
  sum,
  trim,
  type Decimal,
} from '../../domain/exact/decimal.ts';
import { indicatorFigureOf, indicatorFigureText } from '../../domain/targets/indicator.ts';
import { natureOf } from '../../domain/targets/indicator-nature.ts';
import { plannedBy } from '../../domain/progress/pace.ts';
import { columnNumber, columnName } from '../../domain/read/sheet-address.ts';
import type { FactLayout } from './fact-columns.ts';
import { MONTHLY } from '../sheet/fact-words.ts';
import type { TableFact, FactPart } from '../../domain/targets/fact.ts';
import type { Figures } from '../sheet/column-figures.ts';
import type { Region } from '../sheet/region.ts';
import type { SourceSheet } from '../sheet/sheet.ts';
import { placedIssue } from '../sheet/issue.ts';
import { wholeTotalIssues } from './whole-total.ts';

export interface FactChecks {
  readonly issues: readonly Issue[];
  /** cells that wait for an answer about the whole table, "12 D" */
  readonly waiting: readonly string[];
}

export function checkFacts(facts: readonly TableFact[]): FactChecks {
  const issues: Issue[] = [];
  const places = precisionOf(facts);
  for (const group of Map.groupBy(
    facts,
    (fact) => `${fact.unit ?? ''}\u0000${fact.parent ?? ''}\u0000${fact.indicator}`,
  ).values()) {
    checkTwice(group, issues);
    checkCompletion(group, places, issues);
    checkGrowth(group, places, issues);
    checkGoal(group, places, issues);
    checkStretch(group, issues);
  }
  issues.push(...checkBaseless(facts), ...wholeTotalIssues(facts));
  const undated = facts.filter(
    (fact) => fact.year === null || (MONTHLY.has(fact.part) && fact.month === null),
  );
  if (undated.length > 0) issues.push(periodIssue(undated.some((fact) => MONTHLY.has(fact.part))));
  return { issues, waiting: undated.map((fact) => `${fact.row} ${fact.column}`) };
}

/** The question of a table that does not say when its figures are of. */
export const periodIssue = (isMonthly: boolean): Issue =>
  placedIssue(
    -1,
    null,
    'question',
    'period.unknown',
    `这张表是哪年${isMonthly ? '哪月' : ''}的？表里没写。`,
  );

/** By column: how many places its figures are kept to, at least one. */
function precisionOf(facts: readonly TableFact[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const fact of facts)
    places.set(fact.column, Math.max(places.get(fact.column) ?? 1, placesOf(fact.value)));
  return places;
}

function checkTwice(group: readonly TableFact[], issues: Issue[]): void {
  const seen = new Map<string, TableFact>();
  for (const fact of group) {
    // 排名 and 增幅排名 are places by two things, neither of which is kept
    if (fact.part === 'rank') continue;
    const key = [fact.part, fact.year, fact.month, fact.months?.join()].join(' ');
    const first = seen.get(key);
    if (first === undefined) seen.set(key, fact);
    else
      issues.push(
        at(
          fact,
          'question',
          'fact.twice',
          `${fact.unit ?? '全县'}的${fact.indicator}在${first.column}${first.row}已经有了。留一个，跳过另一行？`,
        ),
      );
  }
}

/** The only fact of that part, if there is just one. */
function one(group: readonly TableFact[], ...parts: readonly FactPart[]): TableFact | null {
  for (const part of parts) {
    const found = group.filter((fact) => fact.part === part);
    if (found.length === 1) return found[0] ?? null;
  }
  return null;
}

function checkCompletion(
  group: readonly TableFact[],
  places: ReadonlyMap<string, number>,
  issues: Issue[],
): void {
  const [stated, done, goal] = [
    one(group, 'completion'),
    one(group, 'cumulative'),
    one(group, 'annual', 'assured'),
  ];
  if (stated === null || done === null || goal === null || done.measure !== goal.measure) return;
  if (mayBe(stated, percentRange(done, goal, places, '0'))) return;
  const computed = percent(done.value, goal.value, '0');
  if (computed !== null)
    issues.push(
      at(
        stated,
        'warning',
        'fact.completion',
        `累计${done.value}除以目标${goal.value}是${round(computed, 1)}%，表中完成率填的是${stated.value}%${goalTold(done, stated)}。请核对。`,
      ),
    );
}

/** 88.7 said to be 177 % tells a goal of 50.1: which of the three is wrong shows at a glance. */
function goalTold(done: TableFact, stated: TableFact): string {
  const planned = plannedBy(indicatorFigureOf(done.value), indicatorFigureOf(stated.value));
  return planned === null
    ? ''
    : `，按它目标是${indicatorFigureText(planned, Math.max(1, placesOf(done.value)))}`;
}

function checkGrowth(
  group: readonly TableFact[],
  places: ReadonlyMap<string, number>,
  issues: Issue[],
): void {
  const [stated, before] = [one(group, 'yoy'), one(group, 'lastYear')];
  if (stated === null || before === null) return;
  const now = ['cumulative' as const, 'month' as const]
    .flatMap((part) => one(group, part) ?? [])
    .filter((fact) => fact.measure === before.measure);
  const [first] = now;
  if (
    first === undefined ||
    now.some((fact) => mayBe(stated, percentRange(fact, before, places, '100')))
  )
    return;
  const computed = percent(first.value, before.value, '100');
  if (computed !== null)
    issues.push(
      at(
        stated,
        'warning',
        'fact.yoy',
        `${first.value}比上年同期${before.value}增长${round(computed, 1)}%，表中填的是${stated.value}%。请核对。`,
      ),
    );
}

/** 上年 20000, 目标 23000, 增长 10%: of the three one is wrong. */
function checkGoal(
  group: readonly TableFact[],
  places: ReadonlyMap<string, number>,
  issues: Issue[],
): void {
  const [stated, before] = [one(group, 'growth'), one(group, 'base')];
  const goal = one(group, 'assured', 'annual');
  if (stated === null || before === null || goal === null || goal.measure !== before.measure)
    return;
  if (mayBe(stated, percentRange(goal, before, places, '100'))) return;
  const computed = percent(goal.value, before.value, '100');
  if (computed !== null)
    issues.push(
      at(
        stated,
        'warning',
        'fact.growth',
        `目标${goal.value}比上年${before.value}增长${round(computed, 1)}%，表中填的是${stated.value}%。请核对。`,
      ),
    );
}

function checkStretch(group: readonly TableFact[], issues: Issue[]): void {
  const [low, high] = [one(group, 'assured'), one(group, 'stretch')];
  if (low === null || high === null || low.measure !== high.measure) return;
  const less = natureOf(low.indicator, low.measure ?? '').direction === 'down';
  const way = compare(high.value, low.value);
  if (less ? way <= 0 : way >= 0) return;
  const words = `力争数${high.value}${less ? '大于' : '小于'}确保数${low.value}`;
  issues.push(at(high, 'warning', 'fact.stretch', `${words}。请核对。`));
}

/**
 * A target told by growth says nothing of a unit that has neither a base nor a growth: what it has
 * to reach is asked.
 */
function checkBaseless(facts: readonly TableFact[]): readonly Issue[] {
  const goals = facts.filter(({ unit, part }) => unit !== null && GOALS.has(part));
  return [...Map.groupBy(goals, ({ indicator }) => indicator).values()].flatMap((own) => {
    const grown = own.filter(({ part }) => part === 'growth');
    const [first] = grown;
    const told = new Set(own.map(({ unit }) => unit));
    const others = new Set(goals.map(({ unit }) => unit));
    const bare = facts.filter(({ unit }) => unit !== null && others.has(unit) && !told.has(unit));
    if (first === undefined || new Set(grown.map(({ unit }) => unit)).size < 3) return [];
    return [...new Map(bare.map((fact) => [fact.unit, fact])).values()]
      .filter(
        ({ unit }) =>
          !facts.some((fact) => fact.unit === unit && fact.indicator === first.indicator),
      )
      .map((fact) =>
        placedIssue(
          fact.row - 1,
          columnNumber(first.column),
          'question',
          'fact.base',
          `${fact.unit ?? ''}没有${first.indicator}的上年数，按增长下达不出目标。写出增长和上年数，或先留空。`,
        ),
      );
  });
}
const GOALS: ReadonlySet<FactPart> = new Set(['annual', 'assured', 'stretch', 'growth']);

type Range = readonly [Decimal, Decimal];

/**
 * What a ÷ b − off percent may be when both were rounded to their columns' places; null where b may
 * be zero.
 */
function percentRange(
  a: TableFact,
  b: TableFact,
  places: ReadonlyMap<string, number>,
  off: Decimal,
): Range | null {
  const spread = (fact: TableFact): Range => {
    const half = `0.${'0'.repeat(places.get(fact.column) ?? 1)}5`;
    return [subtract(fact.value, half), add(fact.value, half)];
  };
  const [[aLow, aHigh], [bLow, bHigh]] = [spread(a), spread(b)];
  if (compare(bLow, '0') <= 0) return null;
  const ends = [aLow, aHigh]
    .flatMap((x) => [bLow, bHigh].map((y) => percent(x, y, off) ?? '0'))
    .sort(compare);
  return [ends[0] ?? '0', ends.at(-1) ?? '0'];
}

const percent = (a: Decimal, b: Decimal, off: Decimal): Decimal | null =>
  ((share) => (share === null ? null : subtract(share, off)))(divide(multiply(a, '100'), b, 6));

function mayBe(stated: TableFact, range: Range | null): boolean {
  if (range === null) return true;
  const half = `0.${'0'.repeat(placesOf(stated.value))}5`;
  return (
    compare(stated.value, subtract(range[0], half)) >= 0 &&
    compare(stated.value, add(range[1], half)) <= 0
  );
}

const at = (fact: TableFact, level: Issue['level'], code: string, message: string): Issue =>
  placedIssue(fact.row - 1, columnNumber(fact.column), level, code, message);

/**
 * A 合计 column across the units of a row against the figures it covers, where every one of them is
 * of one part.
 */
export function checkAcross(
  sheet: SourceSheet,
  region: Region,
  layout: FactLayout,
  figures: ReadonlyMap<number, Figures>,
): readonly Issue[] {
  const units = layout.columns.filter((column) => column.unit !== undefined);
  const [first] = units;
  if (
    first === undefined ||
    layout.sums.size !== 1 ||
    units.some((column) => column.word.part !== first.word.part) ||
    units.length < layout.columns.length
  )
    return [];
  return [...layout.sums].flatMap((index) =>
    region.dataRows.flatMap((row, place): Issue[] => {
      const stated = sheet.rows[row]?.[index];
      if (typeof stated !== 'number') return [];
      const computed = sum(units.map((column) => figures.get(column.index)?.at(place) ?? '0'));
      return compare(computed, String(stated)) === 0
        ? []
        : [
            placedIssue(
              row,
              index,
              'warning',
              'total.differs',
              `${columnName(index)}列合计${stated}，各单位相加${trim(computed)}。导入按各单位。`,
            ),
          ];
    }),
  );
}
