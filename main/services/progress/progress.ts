/**
 * 月度进度: one indicator's units in one month against target, pace and last year, with lamps,
 * places and counts.
 */
import type {
  Denominator,
  ProgressRow,
  ProgressSheet,
} from '../../../preload/contract/progress.ts';
import type { IndicatorRow } from '../../data/targets/indicators.ts';
import { setting } from '../../data/settings.ts';
import { allUnits, countyUnit } from '../../data/units/units.ts';
import { silentUnits } from '../../data/units/year-units.ts';
import { calendarName, monthSpan, spanName } from '../../domain/days/assessment-year.ts';
import { countWords, wholeSentence } from '../../domain/progress/bulletin.ts';
import type { IndicatorFigure } from '../../domain/targets/indicator.ts';
import { countsOf, rankOf } from '../../domain/progress/ranking.ts';
import { reportedSentence, wholeOfCounty } from '../../domain/progress/words.ts';
import type { Book } from '../book/book.ts';
import { indicatorOf, indicatorRow } from '../targets/indicators.ts';
import {
  addedUnits,
  monthFigures,
  monthTotals,
  type FiguresGroup,
  type Total,
  type UnitFigures,
} from './month-figures.ts';
import { mergedSentence } from './merged-past.ts';
import { monthState } from './months.ts';
import { rulesOf } from './progress-rules.ts';
import { measuredUnit, NOTHING_MEASURED, progressRowOf } from './progress-rows.ts';
import {
  isInGroup,
  progressSceneOf,
  type ProgressScene,
  type SheetInput,
} from './progress-scene.ts';
import { progressTotalRow } from './progress-total.ts';

/** @throws Fault record.missing for an indicator that is not there */
export function progressSheet(book: Book, input: SheetInput): ProgressSheet {
  const { year, month, group } = input;
  const indicator = indicatorRow(book.db, input.indicator);
  const scene = progressSceneOf(book, indicator, input);
  const county = countyUnit(book.db);
  const all = allUnits(book.db);
  const { absent } = scene;
  const units = all.filter(
    (unit) =>
      unit.id !== county && !absent.has(unit.id) && isInGroup(unit, group, scene, indicator.id),
  );
  const measured = units.map((unit) => measuredUnit(scene, unit.id));
  const places = rankOf(measured, indicator.direction);
  const rows = units.map((unit, at) =>
    progressRowOf(scene, unit, measured[at] ?? NOTHING_MEASURED, places[at] ?? null),
  );
  const counts = countsOf(measured, indicator.direction);
  const totals = (of: number, when: UnitFigures): Total =>
    monthTotals(book, year, of, [indicator], group, (one) =>
      one.id === indicator.id ? when : monthFigures(book, year, of, [one])(one),
    )(indicator);
  const added = (present: Iterable<number>): readonly number[] =>
    addedUnits([...present], new Map(all.map((unit) => [unit.id, unit])), county ?? 0, group);
  const total = progressTotalRow(
    scene,
    wholeName(book, group),
    paired(totals(month, scene.now), scene, added(scene.rows.keys())),
    totals(month - 1, scene.before),
    ratioOfWhole(book, indicator, { ...input, year: year - 1 }, scene.thenOwn),
    county,
    added(scene.now.keys()),
    group,
  );
  const owed = units.filter((_, at) => measured[at]?.target !== null);
  const { calendar } = monthSpan(year, month, rulesOf(book.db).firstMonth);
  const silent = silentUnits(book.db, calendar);
  const missing = owed
    .filter((unit) => !scene.now.has(unit.id) && !silent.has(unit.id))
    .map((unit) => unit.name);
  return {
    indicator: indicatorOf(book.db, indicator),
    month: monthState(book, year, month),
    rows,
    total,
    counts,
    words:
      wordsOf(scene, total, counts, wholeName(book, group), rulesOf(book.db).firstMonth) +
      countWords(owed.length, { counts, ...indicator }) +
      reportedSentence(owed.length, missing),
    missing,
    merged: scene.merged.map(mergedSentence),
  };
}

/** Month and cumulative of one row never come from different units. */
const paired = (total: Total, { rows }: ProgressScene, added: readonly number[]): Total =>
  added.every((unit) => {
    const row = rows.get(unit);
    return row === undefined || (row.monthValue === null) === (row.cumulative === null);
  })
    ? total
    : { ...total, month: null };

/**
 * The whole's ratio is that of its parts in each year; null of what is no ratio, or of a year that
 * nothing is known of.
 */
function ratioOfWhole(
  book: Book,
  indicator: IndicatorRow,
  { year, month, group }: SheetInput,
  known: UnitFigures,
): IndicatorFigure | null {
  if (indicator.rollup !== 'ratio' || known.size === 0) return null;
  const figures = monthFigures(book, year, month, [indicator]);
  return monthTotals(book, year, month, [indicator], group, figures)(indicator).cumulative;
}

/** What completion is said to be measured measuredAgainst. */
export const AGAINST: Readonly<Record<Denominator, string>> = {
  assured: '年度目标',
  stretch: '力争目标',
  upper: '上级任务',
};
function wordsOf(
  { indicator, month, by }: ProgressScene,
  total: ProgressRow,
  counts: ProgressSheet['counts'],
  whole: string,
  firstMonth: number,
): string {
  const { target, cumulative, yoy, completion, gap } = total;
  return wholeSentence(
    {
      ...indicator,
      target,
      month: total.month,
      cumulative,
      yoy,
      completion,
      gap,
      counts,
      units: [],
    },
    {
      span: spanName(month, firstMonth),
      month: calendarName(month, firstMonth),
      whole,
      against: AGAINST[by],
    },
  );
}
const GROUPS: Readonly<Record<Exclude<FiguresGroup, 'all'>, string>> = {
  township: '乡镇',
  department: '部门',
  park: '园区',
  village: '村社区',
};
const wholeName = (book: Book, group: FiguresGroup): string =>
  group === 'all' ? wholeOfCounty(setting(book.db, 'county') ?? '') : GROUPS[group];
