/**
 * What does not fit among the monthly figures: month and cumulative, falling ones, 其中, 同比,
 * percentages, totals against rows.
 */
import type { Finding } from '../../../preload/contract/progress.ts';
import { originCellsOf, factOriginsOf } from '../../data/progress/fact-origins.ts';
import { figuresAt, type FigureRow } from '../../data/progress/figures.ts';
import { allIndicators, type IndicatorRow } from '../../data/targets/indicators.ts';
import { allUnits, countyUnit } from '../../data/units/units.ts';
import { figureDisagreement, disagreementSentence } from '../../domain/targets/actual.ts';
import { calendarName, spanName } from '../../domain/days/assessment-year.ts';
import { compare, placesOf, subtract } from '../../domain/exact/decimal.ts';
import {
  figureOrNull,
  indicatorFigureText,
  type IndicatorFigure,
} from '../../domain/targets/indicator.ts';
import { changeWords, growthOf, ofWhichSentence } from '../../domain/targets/target.ts';
import type { Book } from '../book/book.ts';
import { firstMonth } from '../records/counted.ts';
import { monthFigures, monthTotals, ratioOf, type UnitFigures } from './month-figures.ts';

type Part = 'month' | 'cumulative' | 'yoy';
interface Found {
  readonly code: Finding['code'];
  readonly message: string;
  readonly part: Part;
}
interface Scene {
  readonly month: number;
  readonly span: string;
  readonly now: (indicator: IndicatorRow) => UnitFigures;
  readonly before: (indicator: IndicatorRow) => UnitFigures;
  readonly lastYear: (indicator: IndicatorRow) => UnitFigures;
  readonly totals: (indicator: IndicatorRow) => { readonly cumulative: IndicatorFigure | null };
  readonly indicators: ReadonlyMap<number, IndicatorRow>;
  readonly county: number | null;
}

/** Of one month, each with the cell it was read from where it was imported. */
export function figureFindings(book: Book, year: number, month: number): readonly Finding[] {
  const all = allIndicators(book.db);
  const rows = inOrder(book, figuresAt(book.db, year, month), all);
  if (rows.length === 0) return [];
  const first = firstMonth(book);
  const now = monthFigures(book, year, month, all);
  const scene: Scene = {
    month,
    span: spanName(month, first),
    now,
    before: monthFigures(book, year, month - 1, all),
    lastYear: monthFigures(book, year - 1, month, all),
    totals: monthTotals(book, year, month, all, 'all', now),
    indicators: new Map(all.map((one) => [one.id, one])),
    county: countyUnit(book.db),
  };
  const names = new Map(allUnits(book.db).map((unit) => [unit.id, unit.name]));
  const found = rows.flatMap((row) =>
    foundIn(scene, row, names.get(row.unit) ?? '').map((one) => ({ row, one })),
  );
  const origins = factOriginsOf(
    book.db,
    'figure',
    found.map(({ row }) => row.id),
  );
  return found.map(({ row, one: { part, ...one } }): Finding => {
    const origin = origins.get(row.id);
    const cell =
      origin === undefined
        ? undefined
        : (originCellsOf(origin, { indicator: row.indicator, unit: row.unit, month })[part] ??
          String(origin.row));
    return {
      ...one,
      year,
      month,
      unit: row.unit === scene.county ? null : (names.get(row.unit) ?? null),
      indicator: scene.indicators.get(row.indicator)?.name ?? '',
      ids: { unit: row.unit === scene.county ? null : row.unit, indicator: row.indicator },
      where:
        origin === undefined
          ? `进度 ${calendarName(month, first)}`
          : `${origin.file} ${origin.sheet} ${cell ?? ''}`.trim(),
    };
  });
}

/** By indicator, then by unit as the lists have them; the county's own row after its units. */
function inOrder(
  book: Book,
  rows: readonly FigureRow[],
  indicators: readonly IndicatorRow[],
): readonly FigureRow[] {
  const county = countyUnit(book.db);
  const [byIndicator, byUnit] = [
    new Map(indicators.map((one, at) => [one.id, at])),
    new Map(
      allUnits(book.db).map((one, at) => [
        one.id,
        one.id === county ? Number.MAX_SAFE_INTEGER : at,
      ]),
    ),
  ];
  const place = (of: ReadonlyMap<number, number>, id: number): number => of.get(id) ?? 0;
  return rows.toSorted(
    (a, b) =>
      place(byIndicator, a.indicator) - place(byIndicator, b.indicator) ||
      place(byUnit, a.unit) - place(byUnit, b.unit),
  );
}

function foundIn(scene: Scene, row: FigureRow, name: string): readonly Found[] {
  const indicator = scene.indicators.get(row.indicator);
  if (indicator === undefined) return [];
  return [
    seriesFault(scene, indicator, row, name),
    fallen(scene, indicator, row, name),
    partAboveWhole(scene, indicator, row),
    growthFault(scene, indicator, row, name),
    ratioFault(scene, indicator, row, name),
    totalFault(scene, indicator, row),
  ].flatMap((one) => one ?? []);
}

function seriesFault(
  { month, span, before }: Scene,
  indicator: IndicatorRow,
  row: FigureRow,
  name: string,
): Found | null {
  const previous = month === 1 ? '0' : figureOrNull(before(indicator).get(row.unit) ?? null);
  const [alone, cumulative] = [figureOrNull(row.monthValue), figureOrNull(row.cumulative)];
  if (
    previous === null ||
    alone === null ||
    cumulative === null ||
    figureDisagreement(indicator.kind, previous, { month: alone, cumulative }) === null
  )
    return null;
  const sentence = disagreementSentence(name, span, previous, alone, cumulative);
  return {
    code: 'cumulative',
    message: row.reason === null ? sentence : sentence.replace(/改为.*$/, `原因：${row.reason}。`),
    part: 'cumulative',
  };
}

function fallen(
  { month, before, span }: Scene,
  indicator: IndicatorRow,
  row: FigureRow,
  name: string,
): Found | null {
  const previous = month === 1 ? null : (before(indicator).get(row.unit) ?? null);
  if (
    indicator.kind !== 'flow' ||
    previous === null ||
    row.cumulative === null ||
    row.cumulative >= previous
  )
    return null;
  return {
    code: 'falls',
    message: `${name}${span}累计${indicatorFigureText(row.cumulative)}${indicator.measure}，比上月累计${indicatorFigureText(previous)}${indicator.measure}还少。`,
    part: 'cumulative',
  };
}

function partAboveWhole(
  { indicators, now }: Scene,
  indicator: IndicatorRow,
  row: FigureRow,
): Found | null {
  const whole = indicator.parent === null ? undefined : indicators.get(indicator.parent);
  const value = whole === undefined ? undefined : now(whole).get(row.unit);
  if (
    whole === undefined ||
    value === undefined ||
    row.cumulative === null ||
    row.cumulative <= value ||
    whole.measure !== indicator.measure
  )
    return null;
  return {
    code: 'ofWhich',
    message: ofWhichSentence(
      'assured',
      { name: indicator.name, value: indicatorFigureText(row.cumulative) },
      { name: whole.name, value: indicatorFigureText(value) },
      indicator.measure,
    ).replace(/^确保：/, ''),
    part: 'cumulative',
  };
}

/** A stated growth against last year's figure, as exactly as it is stated. */
function growthFault(
  { lastYear, span }: Scene,
  indicator: IndicatorRow,
  row: FigureRow,
  name: string,
): Found | null {
  const base = row.lastCumulative ?? lastYear(indicator).get(row.unit) ?? null;
  if (base === null || row.yoy === null || row.cumulative === null) return null;
  const stated = indicatorFigureText(row.yoy);
  const real = growthOf(
    indicatorFigureText(base),
    indicatorFigureText(row.cumulative),
    indicator.measure,
    placesOf(stated),
  );
  if (real === null || compare(real, stated) === 0) return null;
  return {
    code: 'yoy',
    message: `${name}${span}${indicatorFigureText(row.cumulative)}、上年同期${indicatorFigureText(base)}是${changeWords(real, indicator.measure)}，填的是${changeWords(stated, indicator.measure)}。`,
    part: 'yoy',
  };
}

/** A typed ratio against its numerator and denominator, to the places that it is shown with. */
function ratioFault(
  { indicators, now }: Scene,
  indicator: IndicatorRow,
  row: FigureRow,
  name: string,
): Found | null {
  if (indicator.rollup !== 'ratio' || row.cumulativeKind !== 'typed' || row.cumulative === null)
    return null;
  const [over, under] = [
    indicators.get(indicator.numerator ?? 0),
    indicators.get(indicator.denominator ?? 0),
  ];
  const real =
    over === undefined || under === undefined
      ? null
      : ratioOf(indicator, now(over).get(row.unit) ?? null, now(under).get(row.unit) ?? null);
  if (real === null) return null;
  const stated = indicatorFigureText(row.cumulative);
  const worked = indicatorFigureText(real, placesOf(stated));
  if (compare(worked, stated) === 0) return null;
  return {
    code: 'percent',
    message: `${name}${indicator.name}填的是${stated}${indicator.measure}，按“${over?.name ?? ''}”和“${under?.name ?? ''}”算是${worked}${indicator.measure}。`,
    part: 'cumulative',
  };
}

/** 表中合计24.75，明细相加24.45，差0.30。 */
function totalFault(
  { totals, county }: Scene,
  indicator: IndicatorRow,
  row: FigureRow,
): Found | null {
  if (
    row.unit !== county ||
    indicator.rollup !== 'sum' ||
    row.cumulative === null ||
    indicator.counted !== null
  )
    return null;
  const added = totals(indicator).cumulative;
  if (added === null || added === row.cumulative) return null;
  const [stated, sum] = [indicatorFigureText(row.cumulative), indicatorFigureText(added)];
  return {
    code: 'total',
    message: `${indicator.name}合计填的是${stated}，明细相加${sum}，差${subtract(stated, sum).replace(/^-/, '')}。`,
    part: 'cumulative',
  };
}
