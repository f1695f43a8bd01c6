/**
 * The course of a year: the curve of months beside last year and plan, the year's end as forecast,
 * and the records behind a counted figure.
 */
import type { Forecast } from '../../../preload/contract/progress.ts';
import type { ParsedQuery } from '../../../preload/contract/records.ts';
import { figuresAt, type FigureRow } from '../../data/progress/figures.ts';
import type { IndicatorRow } from '../../data/targets/indicators.ts';
import { allUnits, countyUnit } from '../../data/units/units.ts';
import { linearForecast, seasonalForecast } from '../../domain/progress/forecast.ts';
import {
  figureOrNull,
  indicatorFigureText,
  type IndicatorFigure,
} from '../../domain/targets/indicator.ts';
import { dueOf } from '../../domain/progress/pace.ts';
import type { Book } from '../book/book.ts';
import { countingOf, openingQuery } from '../records/counted.ts';
import { indicatorRow } from '../targets/indicators.ts';
import { monthFigures, monthTotals } from './month-figures.ts';
import { courseOf, denominatorOf, versionFor, yearTargets } from './year-targets.ts';
import { rulesOf } from './progress-rules.ts';

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** Cumulative figure of a unit, or (null) of the county. */
function doneBy(
  book: Book,
  indicator: IndicatorRow,
  year: number,
  month: number,
  unit: number | null,
): IndicatorFigure | null {
  const figures = monthFigures(book, year, month, [indicator]);
  return unit === null
    ? monthTotals(book, year, month, [indicator], 'all', figures)(indicator).cumulative
    : (figures(indicator).get(unit) ?? null);
}

export interface Curve {
  readonly cumulative: readonly (string | null)[];
  readonly lastYear: readonly (string | null)[];
  /** what the plan of the assured target wants by each month */
  readonly plan: readonly (string | null)[];
  readonly assured: string | null;
  readonly stretch: string | null;
}
export function yearCurve(
  book: Book,
  {
    year,
    indicator: id,
    unit,
  }: { readonly year: number; readonly indicator: number; readonly unit: number | null },
): Curve {
  const indicator = indicatorRow(book.db, id);
  const targets = yearTargets(book, versionFor(book, year, 12), indicator);
  const task = unit === null ? targets.total(indicator, 'all') : (targets.of(id).get(unit) ?? null);
  const assured = task?.assured ?? null;
  const course = courseOf(indicator.kind, task, rulesOf(book.db).stockPace);
  const stated = (month: number): IndicatorFigure | null =>
    figuresAt(book.db, year, month, id).find((row) => row.unit === (unit ?? countyUnit(book.db)))
      ?.lastCumulative ?? null;
  return {
    cumulative: MONTHS.map((month) => figureOrNull(doneBy(book, indicator, year, month, unit))),
    lastYear: MONTHS.map((month) =>
      figureOrNull(stated(month) ?? doneBy(book, indicator, year - 1, month, unit)),
    ),
    plan: MONTHS.map((month) =>
      assured === null ? null : figureOrNull(dueOf(assured, month, course), indicator.places),
    ),
    assured: figureOrNull(assured),
    stretch: figureOrNull(task?.stretch ?? null),
  };
}

/** Of every unit with a figure or a target, the county first. */
export function yearForecast(
  book: Book,
  {
    year,
    month,
    indicator: id,
  }: { readonly year: number; readonly month: number; readonly indicator: number },
): readonly Forecast[] {
  const indicator = indicatorRow(book.db, id);
  const targets = yearTargets(book, versionFor(book, year, month), indicator);
  const by = rulesOf(book.db).denominator;
  const now = monthFigures(book, year, month, [indicator]);
  const [then, whole] = [month, 12].map((at) => monthFigures(book, year - 1, at, [indicator]));
  const rows = new Map(figuresAt(book.db, year, month, id).map((row) => [row.unit, row]));
  const county = countyUnit(book.db);
  const forecast = (unit: number | null, name: string, ends: Ends): Forecast =>
    forecastOf(indicator, month, rows.get(unit ?? county ?? 0), { unit, name }, ends);
  const total = forecast(null, '合计', {
    done: doneBy(book, indicator, year, month, null),
    lastNow: doneBy(book, indicator, year - 1, month, null),
    lastWhole: doneBy(book, indicator, year - 1, 12, null),
    target: denominatorOf(targets.total(indicator, 'all'), by),
  });
  const units = allUnits(book.db).filter(
    (unit) => unit.id !== county && (now(indicator).has(unit.id) || targets.of(id).has(unit.id)),
  );
  const last = (of: typeof then, unit: number): IndicatorFigure | null =>
    of?.(indicator).get(unit) ?? null;
  return [
    {
      ...total,
      own:
        total.own ??
        together(
          indicator,
          units.map((unit) =>
            denominatorOf(targets.of(id).get(unit.id), by) === null
              ? 'none'
              : (rows.get(unit.id)?.estimate ?? null),
          ),
        ),
    },
    ...units.map((unit) =>
      forecast(unit.id, unit.name, {
        done: now(indicator).get(unit.id) ?? null,
        lastNow: last(then, unit.id),
        lastWhole: last(whole, unit.id),
        target: denominatorOf(targets.of(id).get(unit.id), by),
      }),
    ),
  ];
}

/**
 * What a forecast rests on: this year's figure and last year's, then and at its end, and the
 * target.
 */
interface Ends {
  readonly done: IndicatorFigure | null;
  readonly lastNow: IndicatorFigure | null;
  readonly lastWhole: IndicatorFigure | null;
  readonly target: IndicatorFigure | null;
}

/** What the sender stated of last year goes before what is kept of it. */
function forecastOf(
  indicator: IndicatorRow,
  month: number,
  row: FigureRow | undefined,
  who: Pick<Forecast, 'unit' | 'name'>,
  { done, lastNow, lastWhole, target }: Ends,
): Forecast {
  const placed = (value: IndicatorFigure | null): string | null =>
    figureOrNull(value, indicator.places);
  return {
    ...who,
    linear: placed(linearForecast(indicator.kind, done, month)),
    seasonal: placed(
      seasonalForecast(indicator.kind, done, row?.lastCumulative ?? lastNow, lastWhole),
    ),
    own: figureOrNull(row?.estimate ?? null),
    target: figureOrNull(target),
  };
}

/** What units expect together, once each that has a target has said so; `none`: without one. */
function together(
  { rollup }: IndicatorRow,
  estimates: readonly (IndicatorFigure | null | 'none')[],
): string | null {
  const owed = estimates.filter((one) => one !== 'none');
  const told = owed.filter((one) => one !== null);
  return rollup !== 'sum' || owed.length === 0 || told.length < owed.length
    ? null
    : indicatorFigureText(told.reduce((sum, one) => sum + one, 0n));
}

/** null where the figure was typed in. */
export function recordsBehind(
  book: Book,
  {
    year,
    month,
    indicator: id,
    unit,
  }: {
    readonly year: number;
    readonly month: number;
    readonly indicator: number;
    readonly unit: number | null;
  },
): ParsedQuery | null {
  const counting = countingOf(book, indicatorRow(book.db, id));
  return counting === null
    ? null
    : openingQuery(book, counting, year, month, unit === countyUnit(book.db) ? null : unit);
}
