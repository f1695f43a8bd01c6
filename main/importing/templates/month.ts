/**
 * What a month's form is made of: the indicators and units that have targets, their goals, and on
 * wish the figures at hand.
 */
import { figuresAt, type FigureRow } from '../../data/progress/figures.ts';
import { versionInForce } from '../../data/targets/targets.ts';
import { allUnits, countyUnit } from '../../data/units/units.ts';
import type { IndicatorRow } from '../../data/targets/indicators.ts';
import { calendarName, monthSpan } from '../../domain/days/assessment-year.ts';
import { Fault } from '../../domain/fault.ts';
import { figureOrNull, type IndicatorFigure } from '../../domain/targets/indicator.ts';
import type { Book } from '../../services/book/book.ts';
import { firstMonth } from '../../services/records/counted.ts';
import { givenOf } from '../../services/progress/figure-series.ts';
import { sessionFacts } from '../../services/book/session.ts';
import { targetsByIndicator } from '../../services/targets/target-lists.ts';
import type { MonthPart } from '../forms/month-form.ts';

/**
 * A cell's figure as a decimal in the indicator's measure, by part; `before` is the cumulative
 * figure of the month before, to go by.
 */
export type MonthCells = Readonly<Partial<Record<MonthPart | 'before', string | null>>>;
export interface MonthTemplate {
  readonly title: string;
  readonly year: number;
  readonly calendar: { readonly year: number; readonly month: number };
  /** 上月累计 as it is headed: 1—8月累计; null where there is none to show */
  readonly beforeHead: string | null;
  readonly indicators: readonly IndicatorRow[];
  readonly units: readonly { readonly name: string; readonly cells: readonly MonthCells[] }[];
}

/**
 * `month` is the place (1…12) in the assessment year; `filled`: with what is known of it, and the
 * month before to go by. @throws Fault indicator.none
 */
export function monthTemplate(
  book: Book,
  {
    year,
    month,
    filled,
  }: { readonly year: number; readonly month: number; readonly filled: boolean },
): MonthTemplate {
  const asked = targetsByIndicator(book, versionInForce(book.db, year)?.id ?? null, []).filter(
    ({ indicator }) =>
      indicator.counted === null && !indicator.retired && indicator.rollup !== 'ratio',
  );
  const aimed = asked.filter(({ rows }) => rows.length > 0);
  const chosen = aimed.length > 0 ? aimed : asked;
  if (chosen.length === 0) throw new Fault('indicator.none', {});
  const at = keyed(figuresAt(book.db, year, month));
  const before = keyed(month === 1 ? [] : figuresAt(book.db, year, month - 1));
  const lastYear = keyed(figuresAt(book.db, year - 1, month));
  const named = new Set(aimed.flatMap(({ rows }) => rows.map((row) => row.unit)));
  const county = countyUnit(book.db);
  const units = allUnits(book.db).filter(({ id, kind }) =>
    named.size > 0 ? named.has(id) : id !== county && kind !== 'village',
  );
  const first = firstMonth(book);
  const calendar = monthSpan(year, month, first).calendar.split('-').map(Number);
  return {
    title: `${sessionFacts(book).county ?? ''}${calendar[0]}年${calendarName(month, first)}主要指标完成情况表`,
    year,
    calendar: { year: calendar[0] ?? year, month: calendar[1] ?? month },
    beforeHead:
      filled && before.size > 0 ? `至${calendarName(month - 1, first)}累计（参考）` : null,
    indicators: chosen.map(({ indicator }) => indicator),
    units: units.map(({ id, name }) => ({
      name,
      cells: chosen.map(({ indicator, rows }): MonthCells => {
        const key = keyOf(indicator.id, id);
        const own = at.get(key);
        const goal = text(rows.find((row) => row.unit === id)?.assured ?? null);
        if (!filled) return { annual: goal };
        return {
          annual: goal,
          ...givenOf(own),
          lastYear:
            text(own?.lastCumulative ?? null) ?? text(lastYear.get(key)?.cumulative ?? null),
          before: text(before.get(key)?.cumulative ?? null),
        };
      }),
    })),
  };
}

const text = (figure: IndicatorFigure | null): string | null => figureOrNull(figure);
const keyOf = (indicator: number, unit: number): string => `${indicator} ${unit}`;
const keyed = (rows: readonly FigureRow[]): ReadonlyMap<string, FigureRow> =>
  new Map(rows.map((row) => [keyOf(row.indicator, row.unit), row]));
