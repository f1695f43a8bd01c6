/**
 * The decomposition workbench: units × indicators of a version, with Σ, coverage (加压系数) and
 * what does not fit.
 */
import type { TargetCoverage, TargetCell, TargetSheet } from '../../../preload/contract/targets.ts';
import { originCellsOf, factOriginsOf, type FactOrigin } from '../../data/progress/fact-origins.ts';
import {
  newestVersion,
  targetsOf,
  versionsOf,
  type TargetRow,
} from '../../data/targets/targets.ts';
import { allUnits, countyUnit } from '../../data/units/units.ts';
import { absentUnits } from '../../data/units/year-units.ts';
import type { Decimal } from '../../domain/exact/decimal.ts';
import { figureOrNull } from '../../domain/targets/indicator.ts';
import { shareOf } from '../../domain/exact/spread.ts';
import { cumulativePlan, planOf } from '../../domain/targets/target-plan.ts';
import { growthOf, type TargetVersion } from '../../domain/targets/target.ts';
import type { Book } from '../book/book.ts';
import { indicatorOf } from './indicators.ts';
import { isByGrowth } from './target-edit.ts';
import {
  targetCoverage,
  targetsByIndicator,
  totalOf,
  type IndicatorTargets,
} from './target-lists.ts';
import { targetIssues } from './target-issues.ts';
import { versionNamed } from './versions.ts';

/** @throws Fault record.missing for a version that is not there */
export function targetSheet(
  book: Book,
  input: {
    readonly year: number;
    readonly version: number | null;
    readonly indicators: readonly number[];
  },
): TargetSheet {
  const version =
    input.version === null
      ? newestVersion(book.db, input.year)
      : versionNamed(book.db, input.version);
  const lists = targetsByIndicator(book, version?.id ?? null, input.indicators);
  const origins = version === null ? new Map<number, Source>() : sourcesOf(book, version, lists);
  const units = allUnits(book.db);
  const cells = new Map<number, Record<number, TargetCell>>(units.map((unit) => [unit.id, {}]));
  for (const list of lists) {
    const total = totalOf(list, 'assured');
    for (const row of [...(list.county === null ? [] : [list.county]), ...list.rows]) {
      const of = cells.get(row.unit);
      if (of !== undefined)
        of[list.indicator.id] = cellOf(row, list, total, origins.get(row.id) ?? null);
    }
  }
  const county = countyUnit(book.db);
  const absent = absentUnits(book.db, input.year);
  const named = new Set(lists.flatMap(({ rows }) => rows.map((row) => row.unit)));
  return {
    version,
    indicators: lists.map(({ indicator }) => indicatorOf(book.db, indicator)),
    county: county === null ? {} : (cells.get(county) ?? {}),
    // villages are many: only those that have a target of their own
    rows: units
      .filter(
        (unit) =>
          unit.id !== county &&
          !absent.has(unit.id) &&
          (unit.kind !== 'village' || named.has(unit.id)),
      )
      .map((unit) => ({
        unit: unit.id,
        name: unit.name,
        kind: unit.kind,
        cells: cells.get(unit.id) ?? {},
      })),
    sums: Object.fromEntries(lists.map((list) => [list.indicator.id, sumsOf(list)])),
    issues: targetIssues(lists, units),
  };
}

/**
 * Where a row was imported from, and what it said there: an adjustment's rows are copies of those
 * before.
 */
interface Source {
  readonly origin: FactOrigin;
  readonly row: TargetRow;
}

function sourcesOf(
  book: Book,
  version: TargetVersion,
  lists: readonly IndicatorTargets[],
): ReadonlyMap<number, Source> {
  const open = new Map(
    lists
      .flatMap(({ county, rows }) => [...(county === null ? [] : [county]), ...rows])
      .map((row) => [`${row.indicator} ${row.unit}`, row.id]),
  );
  const sources = new Map<number, Source>();
  for (const { id } of versionsOf(book.db, version.year)
    .filter(({ number }) => number <= version.number)
    .toReversed()) {
    const rows = targetsOf(book.db, id).filter((row) => open.has(`${row.indicator} ${row.unit}`));
    const origins = factOriginsOf(
      book.db,
      'target',
      rows.map((row) => row.id),
    );
    for (const row of rows) {
      const [origin, copy] = [origins.get(row.id), open.get(`${row.indicator} ${row.unit}`)];
      if (origin === undefined || copy === undefined) continue;
      sources.set(copy, { origin, row });
      open.delete(`${row.indicator} ${row.unit}`);
    }
    if (open.size === 0) break;
  }
  return sources;
}

/** Of a copy, only the cells whose figures still are the imported ones. */
function cellsThatStand({ origin, row }: Source, now: TargetRow): Readonly<Record<string, string>> {
  const parts = ['base', 'assured', 'stretch', 'upper', 'plan'] as const;
  const changed = new Set<string>(parts.filter((part) => row[part] !== now[part]));
  return Object.fromEntries(
    Object.entries(
      originCellsOf(origin, { indicator: row.indicator, unit: row.unit, month: null }),
    ).filter(([part]) => !changed.has(part)),
  );
}

function cellOf(
  row: TargetRow,
  { indicator, added }: IndicatorTargets,
  total: Decimal | null,
  source: Source | null,
): TargetCell {
  const [base, assured, stretch] = [
    figureOrNull(row.base),
    figureOrNull(row.assured),
    figureOrNull(row.stretch),
  ];
  const given = (part: 'assured' | 'stretch'): 'value' | 'growth' | null =>
    isByGrowth(row, part, indicator) ? 'growth' : row[part] === null ? null : 'value';
  const plan = planOf(row.plan);
  return {
    base,
    assured,
    stretch,
    upper: figureOrNull(row.upper),
    assuredGrowth: growthOf(base, assured, indicator.measure),
    stretchGrowth: growthOf(base, stretch, indicator.measure),
    given: { assured: given('assured'), stretch: given('stretch') },
    share:
      assured !== null && total !== null && added.includes(row) ? shareOf(assured, total) : null,
    plan: plan === null ? null : cumulativePlan(plan),
    planParts: plan,
    leader: row.leader,
    owner: row.owner,
    rival: row.rival,
    remark: row.remark,
    origin:
      source === null
        ? null
        : {
            file: source.origin.file,
            sheet: source.origin.sheet,
            cells: cellsThatStand(source, row),
          },
  };
}

function sumsOf(list: IndicatorTargets): TargetSheet['sums'][number] {
  const part = (name: 'assured' | 'stretch'): TargetCoverage => {
    const covered = targetCoverage(list, name);
    return {
      sum: totalOf(list, name),
      coverage: covered?.coverage ?? null,
      difference: covered?.difference ?? null,
    };
  };
  return {
    base: totalOf(list, 'base'),
    assured: part('assured'),
    stretch: part('stretch'),
    missing: list.added.filter((row) => row.assured === null).length,
  };
}
