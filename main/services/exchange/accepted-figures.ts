/**
 * Figures that came in a package: corrections of closed months, what follows from what was typed,
 * and 已报.
 */
import { shareByGid } from '../../data/exchange/shared-rows.ts';
import { closedMonths, figuresAt, seriesOf } from '../../data/progress/figures.ts';
import type { Reader } from '../../data/open.ts';
import { indicatorById } from '../../data/targets/indicators.ts';
import type { Writing } from '../../data/write.ts';
import type { PackageHead } from '../../domain/exchange/package.ts';
import { settleSeries } from '../progress/figure-series.ts';
import { now, type Book } from '../book/book.ts';
import type { AppliedRow } from './apply.ts';
import type { JudgedPackage } from './judge.ts';

type Amounts = {
  readonly month: bigint | null;
  readonly cumulative: bigint | null;
  readonly lastYear: bigint | null;
};

/** The figures of closed months that are about to change, as they are. */
export function closedFiguresBefore(judged: JudgedPackage): ReadonlyMap<number, Amounts> {
  const kept = new Map<number, Amounts>();
  for (const { table, row, merged } of judged.rows) {
    const id = judged.found.get(row.gid)?.id;
    if (table === 'figure' && id !== undefined && merged.becomes === 'changed')
      kept.set(id, amountsOf(judged, row.gid));
  }
  return kept;
}

function amountsOf(judged: JudgedPackage, gid: string): Amounts {
  const row = judged.found.get(gid)?.row ?? null;
  const value = (column: string): bigint | null => {
    const stored = row?.[column] ?? null;
    return stored === null ? null : BigInt(stored);
  };
  return {
    month: value('month_value'),
    cumulative: value('cumulative'),
    lastYear: value('last_cumulative'),
  };
}

/** What was decided against a closed month is a correction (更正) with its old figure beside it. */
export function noteCorrections(
  book: Book,
  writing: Writing,
  head: PackageHead,
  before: ReadonlyMap<number, Amounts>,
  applied: readonly AppliedRow[],
): void {
  const { db } = writing;
  for (const { table, id, merge } of applied) {
    if (table !== 'figure' || merge.merged.taken.length === 0) continue;
    const at = figureAt(db, head.circle, merge.row.gid);
    if (at === null || !closedMonths(db, at.year).has(at.month)) continue;
    const row = seriesOf(db, at.year, at.indicator, at.unit).find((one) => one.id === id);
    const after: Amounts = {
      month: row?.monthValue ?? null,
      cumulative: row?.cumulative ?? null,
      lastYear: row?.lastCumulative ?? null,
    };
    const old = before.get(id) ?? { month: null, cumulative: null, lastYear: null };
    for (const part of ['month', 'cumulative', 'lastYear'] as const)
      if (old[part] !== after[part])
        writing.insert('correction', {
          year: at.year,
          month: at.month,
          indicator_id: at.indicator,
          unit_id: at.unit,
          part,
          before: old[part],
          after: after[part],
          reason: `${head.from.name}重报`,
          document: null,
          at: now(book),
          who: book.who,
        });
  }
}

/** What was typed has come; what follows from it is worked out here. */
export function settleFigures(
  writing: Writing,
  circle: string,
  applied: readonly AppliedRow[],
): void {
  const { db } = writing;
  const series = Map.groupBy(
    applied.flatMap(({ table, merge }) => {
      const isTaken = table === 'figure' && merge.merged.taken.length > 0;
      return isTaken ? (figureAt(db, circle, merge.row.gid) ?? []) : [];
    }),
    ({ indicator, unit, year }) => `${indicator} ${unit} ${year}`,
  );
  for (const places of series.values()) {
    const [first] = places;
    const indicator = first === undefined ? null : indicatorById(db, first.indicator);
    if (first === undefined || indicator === null) continue;
    const opened = new Set(places.map(({ month }) => month));
    settleSeries(writing, indicator, first, closedMonths(db, first.year), opened);
  }
}

function figureAt(
  db: Reader,
  circle: string,
  gid: string,
): {
  readonly indicator: number;
  readonly unit: number;
  readonly year: number;
  readonly month: number;
} | null {
  const [, indicator = '', unit = '', year, month] = gid.split('~');
  const [ofIndicator, ofUnit] = [shareByGid(db, circle, indicator), shareByGid(db, circle, unit)];
  return ofIndicator === null || ofUnit === null
    ? null
    : {
        indicator: ofIndicator.rowId,
        unit: ofUnit.rowId,
        year: Number(year),
        month: Number(month),
      };
}

/** The month's figures of the office are 已报; one that changed has to be confirmed anew. */
export function markReported(
  writing: Writing,
  head: PackageHead,
  applied: readonly AppliedRow[],
): void {
  const taken = new Map(
    applied.flatMap(({ table, id, merge }) =>
      table === 'figure' ? [[id, merge.merged.taken.length > 0] as const] : [],
    ),
  );
  for (const { id, state } of figuresAt(writing.db, head.year, head.month)) {
    const isTaken = taken.get(id);
    if (isTaken !== undefined && (isTaken || state !== 'confirmed'))
      writing.update('figure', id, { state: 'submitted' });
  }
}
