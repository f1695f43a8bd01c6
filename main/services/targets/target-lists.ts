/**
 * A version's targets by indicator, with what is added up over units and held against the county's
 * task.
 */
import { allIndicators, type IndicatorRow } from '../../data/targets/indicators.ts';
import { targetsOf, type TargetRow } from '../../data/targets/targets.ts';
import { allUnits, countyUnit, type UnitRow } from '../../data/units/units.ts';
import { sum, type Decimal } from '../../domain/exact/decimal.ts';
import { figureOrNull, indicatorFigureText } from '../../domain/targets/indicator.ts';
import { targetCoverageOf } from '../../domain/targets/target.ts';
import type { Book } from '../book/book.ts';

/** The targets of one indicator: the county's own row, and those of its units. */
export interface IndicatorTargets {
  readonly indicator: IndicatorRow;
  readonly county: TargetRow | null;
  readonly rows: readonly TargetRow[];
  /** rows that are added up: a unit below one that has a row itself is part of that one */
  readonly added: readonly TargetRow[];
}

/** Up to so many indicators are read one by one. */
const FEW = 10;

/** A version's targets by indicator, of the named indicators, or of all in use. */
export function targetsByIndicator(
  book: Book,
  version: number | null,
  wanted: readonly number[],
): readonly IndicatorTargets[] {
  const read =
    version === null
      ? []
      : wanted.length === 0 || wanted.length > FEW
        ? targetsOf(book.db, version)
        : wanted.flatMap((indicator) => targetsOf(book.db, version, indicator));
  const rows = Map.groupBy(read, (row) => row.indicator);
  const units = new Map(allUnits(book.db).map((unit) => [unit.id, unit]));
  const county = countyUnit(book.db);
  const all = allIndicators(book.db);
  const chosen =
    wanted.length > 0
      ? wanted.flatMap((id) => all.find((one) => one.id === id) ?? [])
      : all.filter((one) => !one.retired || rows.has(one.id));
  return chosen.map((indicator) => {
    const own = rows.get(indicator.id) ?? [];
    const ofUnits = own.filter((row) => row.unit !== county);
    return {
      indicator,
      county: own.find((row) => row.unit === county) ?? null,
      rows: ofUnits,
      added: addedRows(ofUnits, units, county),
    };
  });
}

function addedRows(
  rows: readonly TargetRow[],
  units: ReadonlyMap<number, UnitRow>,
  county: number | null,
): readonly TargetRow[] {
  const named = new Set(rows.map((row) => row.unit));
  return rows.filter((row) => {
    const seen = new Set<number>();
    for (
      let above = units.get(row.unit)?.parent_id ?? null;
      above !== null && above !== county && !seen.has(above);
      above = units.get(above)?.parent_id ?? null
    ) {
      if (named.has(above)) return false;
      seen.add(above);
    }
    return true;
  });
}

const figuresOf = (
  rows: readonly TargetRow[],
  part: 'base' | 'assured' | 'stretch',
): readonly Decimal[] =>
  rows.flatMap((row) => (row[part] === null ? [] : [indicatorFigureText(row[part])]));

/** Σ of the units; null where the indicator is not added up or nobody has a figure. */
export function totalOf(
  { indicator, added }: IndicatorTargets,
  part: 'base' | 'assured' | 'stretch',
): Decimal | null {
  const figures = indicator.rollup === 'sum' ? figuresOf(added, part) : [];
  return figures.length === 0 ? null : sum(figures);
}

/** Σ against the county's task; null where there is nothing to hold against each other. */
export function targetCoverage(
  { indicator, county, added }: IndicatorTargets,
  part: 'assured' | 'stretch',
): ReturnType<typeof targetCoverageOf> {
  return indicator.rollup === 'sum'
    ? targetCoverageOf(
        indicator.direction,
        figureOrNull(county?.[part] ?? null),
        figuresOf(added, part),
      )
    : null;
}
