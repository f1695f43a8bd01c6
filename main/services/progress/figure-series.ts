/**
 * Writing monthly figures: what is given is kept as typed, what follows from it in this and later
 * open months is worked out again.
 */
import { seriesOf, type FigureRow } from '../../data/progress/figures.ts';
import type { IndicatorRow } from '../../data/targets/indicators.ts';
import type { Writing } from '../../data/write.ts';
import type { SqlRow } from '../../data/rows.ts';
import { settledActual, type Given } from '../../domain/targets/actual.ts';
import {
  indicatorFigureOf,
  figureOrNull,
  type IndicatorFigure,
} from '../../domain/targets/indicator.ts';

/**
 * What is stated of one month; an absent part stays as it is, null empties it. Decimals in the
 * indicator's measure, yoy in percent.
 */
export interface MonthGiven {
  readonly month?: string | null;
  readonly cumulative?: string | null;
  readonly lastYear?: string | null;
  readonly yoy?: string | null;
  readonly estimate?: string | null;
  readonly reason?: string | null;
}

/** What was typed of a month; worked-out figures are not given. */
export const givenOf = (row: FigureRow | undefined): Given => ({
  month: row?.monthKind === 'typed' ? figureOrNull(row.monthValue) : null,
  cumulative: row?.cumulativeKind === 'typed' ? figureOrNull(row.cumulative) : null,
});

/**
 * Writes one month of a unit and settles those after it that are not in `closed`. Answers the row's
 * id; null where nothing is left of it.
 */
export function writeMonth(
  writing: Writing,
  indicator: IndicatorRow,
  at: { readonly year: number; readonly month: number; readonly unit: number },
  given: MonthGiven,
  closed: ReadonlySet<number>,
): number | null {
  const before = seriesOf(writing.db, at.year, indicator.id, at.unit).find(
    (row) => row.month === at.month,
  );
  const old = givenOf(before);
  const now: Given = {
    month: given.month === undefined ? old.month : given.month,
    cumulative: given.cumulative === undefined ? old.cumulative : given.cumulative,
  };
  const patch: SqlRow = {
    ...settledPatch(writing, indicator, at, now),
    ...(given.lastYear === undefined ? {} : { last_cumulative: scaled(given.lastYear) }),
    ...(given.yoy === undefined ? {} : { yoy: scaled(given.yoy) }),
    ...(given.estimate === undefined ? {} : { estimate: scaled(given.estimate) }),
    ...(given.reason === undefined ? {} : { reason: given.reason }),
  };
  const id =
    before?.id ??
    writing.insert('figure', {
      year: at.year,
      month: at.month,
      indicator_id: indicator.id,
      unit_id: at.unit,
      ...patch,
    });
  if (before !== undefined) writing.update('figure', id, patch);
  settleAfter(writing, indicator, at, closed);
  return removeEmpty(writing, indicator, at, id);
}

const scaled = (value: string | null): IndicatorFigure | null =>
  value === null ? null : indicatorFigureOf(value);
function settledPatch(
  writing: Writing,
  indicator: IndicatorRow,
  at: { readonly year: number; readonly month: number; readonly unit: number },
  given: Given,
): SqlRow {
  const done = settledActual(
    indicator.kind,
    previousOf(seriesOf(writing.db, at.year, indicator.id, at.unit), at.month),
    given,
  );
  return {
    month_value: scaled(done.month),
    month_kind: done.monthKind,
    cumulative: scaled(done.cumulative),
    cumulative_kind: done.cumulativeKind,
  };
}

/** The cumulative figure of the month before; before the first month nothing has been done yet. */
export function previousOf(series: readonly FigureRow[], month: number): string | null {
  return month === 1
    ? '0'
    : figureOrNull(series.find((row) => row.month === month - 1)?.cumulative ?? null);
}

function settleAfter(
  writing: Writing,
  indicator: IndicatorRow,
  at: { readonly year: number; readonly month: number; readonly unit: number },
  closed: ReadonlySet<number>,
): void {
  for (const { month } of seriesOf(writing.db, at.year, indicator.id, at.unit)) {
    if (month <= at.month || closed.has(month)) continue;
    const row = seriesOf(writing.db, at.year, indicator.id, at.unit).find(
      (one) => one.month === month,
    );
    if (row !== undefined)
      writing.update(
        'figure',
        row.id,
        settledPatch(writing, indicator, { ...at, month }, givenOf(row)),
      );
  }
}

/**
 * Works out a unit's year anew after what was typed of some months came from elsewhere; of closed
 * months only those in `opened`. Rows that say nothing go.
 */
export function settleSeries(
  writing: Writing,
  indicator: IndicatorRow,
  at: { readonly year: number; readonly unit: number },
  closed: ReadonlySet<number>,
  opened: ReadonlySet<number>,
): void {
  for (const { month, id } of seriesOf(writing.db, at.year, indicator.id, at.unit)) {
    if (closed.has(month) && !opened.has(month)) continue;
    const row = seriesOf(writing.db, at.year, indicator.id, at.unit).find((one) => one.id === id);
    writing.update('figure', id, settledPatch(writing, indicator, { ...at, month }, givenOf(row)));
    removeEmpty(writing, indicator, { ...at, month }, id);
  }
}

function removeEmpty(
  writing: Writing,
  indicator: IndicatorRow,
  at: { readonly year: number; readonly month: number; readonly unit: number },
  id: number,
): number | null {
  const row = seriesOf(writing.db, at.year, indicator.id, at.unit).find((one) => one.id === id);
  const says =
    row !== undefined &&
    [row.monthValue, row.cumulative, row.lastCumulative, row.yoy, row.estimate, row.reason].some(
      (value) => value !== null,
    );
  if (!says && row !== undefined) writing.remove('figure', id);
  return says ? id : null;
}
