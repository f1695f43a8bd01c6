/**
 * 照上年建目标: a year's targets begun from what the year before came to; and every unit's plan of
 * the year at once, evenly, by percent or by last year's curve.
 */
import type { FromLastYear, PlannedUnits } from '../../../preload/contract/targets.ts';
import { targetsOf } from '../../data/targets/targets.ts';
import { allIndicators, type IndicatorRow } from '../../data/targets/indicators.ts';
import { allUnits, countyUnit } from '../../data/units/units.ts';
import { compare, subtract, sum, type Decimal } from '../../domain/exact/decimal.ts';
import { spreadAmount } from '../../domain/exact/spread.ts';
import { Fault } from '../../domain/fault.ts';
import { indicatorFigureText, type IndicatorFigure } from '../../domain/targets/indicator.ts';
import { command, type Book } from '../book/book.ts';
import { indicatorRow } from '../targets/indicators.ts';
import { putPart, withTarget, writeTarget } from '../targets/target-edit.ts';
import { targetDraftOf, TARGET_AREAS } from '../targets/versions.ts';
import { monthFigures, monthTotals } from './month-figures.ts';

const DECEMBER = 12;

/**
 * A figure of December is the whole year's; what had none stays empty and is named. Growth makes
 * targets of those that are to rise; a ratio's and one that is to fall are for people to set.
 * @throws Fault target.issued
 */
export function targetsFromLastYear(
  book: Book,
  { year, growth }: { readonly year: number; readonly growth: Decimal | null },
): FromLastYear {
  const indicators = allIndicators(book.db).filter(({ retired }) => !retired);
  const before = yearEnds(book, year - 1, indicators);
  return command(book, `照${year - 1}年建目标`, TARGET_AREAS, (writing) => {
    const version = targetDraftOf(writing, year);
    const ids: number[] = [];
    const missing: string[] = [];
    for (const indicator of indicators) {
      const ends = before(indicator);
      if (ends.size === 0) missing.push(indicator.name);
      const rises = growth !== null && indicator.direction === 'up' && indicator.kind !== 'ratio';
      for (const [unit, end] of ends)
        ids.push(
          ...writeTarget(writing, version, indicator, unit, (parts) => {
            const based = putPart(parts, 'base', indicatorFigureText(end), indicator);
            return rises && based.assured === null
              ? withTarget(based, 'assured', null, growth, indicator)
              : based;
          }),
        );
    }
    return { change: writing.change, ids, missing };
  });
}

type YearEnds = (indicator: IndicatorRow) => ReadonlyMap<number, IndicatorFigure>;

/** What each unit, and the county, came to. */
function yearEnds(book: Book, year: number, indicators: readonly IndicatorRow[]): YearEnds {
  const figures = monthFigures(book, year, DECEMBER, indicators);
  const totals = monthTotals(book, year, DECEMBER, indicators, 'all', figures);
  const county = countyUnit(book.db);
  return (indicator) => {
    const ends = new Map(figures(indicator));
    const { cumulative } = totals(indicator);
    if (county !== null && cumulative !== null) ends.set(county, cumulative);
    return ends;
  };
}

/**
 * How a year is divided: the same for each month, shares of the year in percent, or as each unit's
 * last year went.
 */
export type PlanRule = 'even' | 'last-year' | { readonly percents: readonly Decimal[] };

/**
 * The plans add up to the assured figures exactly. A unit that has none, or no curve, is named and
 * stays as it was. @throws Fault target.plan, target.issued
 */
export function planUnits(
  book: Book,
  input: { readonly year: number; readonly indicator: number; readonly rule: PlanRule },
): PlannedUnits {
  const { year, rule } = input;
  if (typeof rule === 'object' && compare(sum(rule.percents), '100') !== 0)
    throw new Fault('target.plan', {
      problem: `各期比例合计${sum(rule.percents)}%，不是100%。改到100%。`,
    });
  return command(book, '各单位的分季分月计划', TARGET_AREAS, (writing) => {
    const indicator = indicatorRow(writing.db, input.indicator);
    const version = targetDraftOf(writing, year);
    const curve = rule === 'last-year' ? curvesOf(book, year - 1, indicator) : null;
    const names = new Map(allUnits(writing.db).map(({ id, name }) => [id, name]));
    const ids: number[] = [];
    const left: string[] = [];
    for (const { unit, assured } of targetsOf(writing.db, version.id, indicator.id)) {
      const plan =
        assured === null
          ? null
          : dividedBy(rule, curve?.(unit) ?? null, indicatorFigureText(assured), indicator.places);
      if (plan === null) left.push(names.get(unit) ?? '');
      else
        ids.push(
          ...writeTarget(writing, version, indicator, unit, (parts) => ({
            ...parts,
            plan: plan === 'even' ? null : JSON.stringify(plan),
          })),
        );
    }
    return { change: writing.change, ids, left };
  });
}

function dividedBy(
  rule: PlanRule,
  curve: readonly Decimal[] | null,
  assured: Decimal,
  places: number,
): readonly Decimal[] | 'even' | null {
  if (rule === 'even') return 'even';
  const weights = rule === 'last-year' ? curve : rule.percents;
  return weights === null ? null : spreadAmount(assured, weights, places);
}

/**
 * What each month of a year added to a unit's figure; null where a month is not known, or one took
 * something away.
 */
function curvesOf(
  book: Book,
  year: number,
  indicator: IndicatorRow,
): (unit: number) => readonly Decimal[] | null {
  const county = countyUnit(book.db);
  const months = Array.from({ length: DECEMBER }, (_, at) => {
    const figures = monthFigures(book, year, at + 1, [indicator]);
    const total = monthTotals(book, year, at + 1, [indicator], 'all', figures);
    return { of: figures(indicator), total: total(indicator).cumulative };
  });
  return (unit) => {
    const known = months.map(({ of, total }) => (unit === county ? total : of.get(unit)) ?? null);
    const texts = known.flatMap((one) => (one === null ? [] : [indicatorFigureText(one)]));
    if (texts.length < DECEMBER) return null;
    const added = texts.map((one, at) => subtract(one, texts[at - 1] ?? '0'));
    return added.some((one) => compare(one, '0') < 0) ? null : added;
  };
}
