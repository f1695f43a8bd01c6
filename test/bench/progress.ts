/** 12 months × 60 units × 120 indicators × 6 years: the queries behind 进度 and 总览 against the plain SQL on the kept tables and against the raw join. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cumulativesAt, sumsAt } from '../../main/data/figure-sums.ts';
import { figuresAt } from '../../main/data/figures.ts';
import { closeDatabase, openDatabase, type Reader } from '../../main/data/open.ts';
import { tasksOf } from '../../main/data/targets.ts';
import type { Book } from '../../main/services/book.ts';
import { overview } from '../../main/services/overview.ts';
import { progressSheet } from '../../main/services/progress.ts';
import { begin } from '../../main/services/session.ts';
import { interleaved, ratio, type Measured } from './measure.ts';

const [YEARS, MONTHS, UNITS, INDICATORS] = [6, 12, 60, 120];
const [YEAR, MONTH, INDICATOR] = [2012, 9, 60];
const FIGURE = 'SELECT id, year, month, indicator_id, unit_id, month_value, month_kind, cumulative, cumulative_kind, last_cumulative, yoy, estimate, reason, state FROM figure WHERE year = ? AND month = ? AND indicator_id = ?';
const SUMS = 'SELECT indicator_id, kind, month_total, month_count, cumulative_total, cumulative_count FROM figure_sum WHERE year = ? AND month = ?';
const CUMULATIVE = 'SELECT indicator_id, unit_id, cumulative FROM figure WHERE year = ? AND month = ?';
const TARGETS = 'SELECT indicator_id, unit_id, assured, stretch, upper, plan FROM target WHERE version_id = ?';
const RAW = `SELECT indicator_id, kind, sum(month_value), count(month_value), sum(cumulative), count(cumulative) FROM figure JOIN unit ON unit.id = unit_id WHERE kind <> 'county' AND year = ? AND month = ?`;

export async function benchProgress(): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-bench-'));
  const db = openDatabase(join(folder, 'county.db'));
  try {
    const book: Book = { db, clock: () => new Date(), who: '', changed: () => undefined };
    const kinds = ['township', 'department', 'park'] as const;
    begin(book, { county: '示例县', year: YEAR, units: Array.from({ length: UNITS }, (_, at) => ({ name: `单位${at}`, kind: kinds[at % 3] ?? 'township' })), sample: false });
    fill(db);
    return [...(await ofQueries(db)), ...(await ofCalls(book))];
  } finally {
    closeDatabase(db);
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(db: Reader): void {
  const indicator = db.prepare("INSERT INTO indicator (id, name, measure, places, place) VALUES (?, ?, '亿元', 2, ?)");
  const version = db.prepare("INSERT INTO target_version (id, year, number, name, issued_on) VALUES (?, ?, 1, '年初目标', '2012-01-20')");
  const target = db.prepare('INSERT INTO target (version_id, indicator_id, unit_id, assured, stretch) VALUES (?, ?, ?, ?, ?)');
  const figure = db.prepare("INSERT INTO figure (year, month, indicator_id, unit_id, month_value, month_kind, cumulative, cumulative_kind) VALUES (?, ?, ?, ?, ?, 'typed', ?, 'derived')");
  const units = db.prepare("SELECT id FROM unit WHERE kind <> 'county'").pluck().all() as number[];
  db.transaction(() => {
    for (let id = 1; id <= INDICATORS; id++) indicator.run(id, `指标${id}`, id);
    for (let at = 0; at < YEARS; at++) {
      const year = YEAR - at;
      version.run(year, year);
      for (let one = 1; one <= INDICATORS; one++) {
        for (const unit of units) {
          target.run(year, one, unit, 12_000_000, 15_000_000);
          const step = 500_000 + ((one * 7919 + unit * 104_729 + year) % 1_000_000);
          for (let month = 1; month <= MONTHS; month++) figure.run(year, month, one, unit, step, step * month);
        }
      }
    }
  })();
  db.exec('ANALYZE');
}

async function ofQueries(db: Reader): Promise<readonly Measured[]> {
  const plain = (sql: string) => db.prepare(sql).safeIntegers(true);
  const [one, sums, sumsOne, map, targets, raw] = [plain(FIGURE), plain(SUMS).raw(), plain(`${SUMS} AND indicator_id = ?`).raw(), plain(CUMULATIVE).raw(), plain(TARGETS).raw(), plain(`${RAW} GROUP BY 1, 2`)];
  const rawOne = plain(`${RAW} AND indicator_id = ? GROUP BY 1, 2`);
  same(sumsAt(db, YEAR, MONTH).map(([indicator, kind, month, , total]) => [indicator, kind, month, total]), (raw.all(YEAR, MONTH) as Record<string, unknown>[]).map((row) => [row['indicator_id'], row['kind'], row['sum(month_value)'], row['sum(cumulative)']]));
  const times = (count: number, work: () => unknown) => () => { for (let at = 0; at < count; at++) work(); };
  const compared = async (name: string, mine: () => unknown, other: () => unknown, limit: number, count: number): Promise<Measured> => {
    const [ours, reference] = await interleaved(9, [times(count, mine), times(count, other)]);
    return ratio(name, ours ?? NaN, reference ?? NaN, limit);
  };
  return [
    await compared('进度：一月一指标的各单位数 ÷ 同样的SQL（×200）', () => figuresAt(db, YEAR, MONTH, INDICATOR), () => one.all(YEAR, MONTH, INDICATOR), 1.5, 200),
    await compared('进度：一指标的全县合计 ÷ 同样的SQL（×2000）', () => sumsAt(db, YEAR, MONTH, INDICATOR), () => sumsOne.all(YEAR, MONTH, INDICATOR), 1.5, 2000),
    await compared('进度：一指标的全县合计 ÷ 逐行连表（×2000）', () => sumsAt(db, YEAR, MONTH, INDICATOR), () => rawOne.all(YEAR, MONTH, INDICATOR), 0.1, 2000),
    await compared('总览：60单位×120指标的累计 ÷ 同样的SQL（×10）', () => cumulativesAt(db, YEAR, MONTH), () => map.all(YEAR, MONTH), 1.5, 10),
    await compared('总览：120指标的合计 ÷ 同样的SQL（×50）', () => sumsAt(db, YEAR, MONTH), () => sums.all(YEAR, MONTH), 1.5, 50),
    await compared('总览：120指标的合计 ÷ 逐行连表（×10）', () => sumsAt(db, YEAR, MONTH), () => raw.all(YEAR, MONTH), 0.1, 10),
    await compared('总览：一版目标 ÷ 同样的SQL（×10）', () => tasksOf(db, YEAR), () => targets.all(YEAR), 1.5, 10),
  ];
}

/** The whole calls, for their lamps, places and texts besides: told, not limited. */
async function ofCalls(book: Book): Promise<readonly Measured[]> {
  const { db } = book;
  const [map, targets, one] = [db.prepare(CUMULATIVE).safeIntegers(true).raw(), db.prepare(TARGETS).safeIntegers(true).raw(), db.prepare(FIGURE).safeIntegers(true)];
  const [sheet, rows, whole, tables] = await interleaved(5, [
    () => progressSheet(book, { year: YEAR, month: MONTH, indicator: INDICATOR, denominator: null, group: 'all' }), () => one.all(YEAR, MONTH, INDICATOR),
    () => overview(book, { year: YEAR, month: MONTH, denominator: null, group: 'all' }), () => [map.all(YEAR, MONTH), map.all(YEAR, MONTH - 1), targets.all(YEAR)],
  ]);
  return [ratio('进度整页（含灯、名次、文字）÷ 只取各单位数', sheet ?? NaN, rows ?? NaN, null), ratio('总览整页（7200格的灯和变化）÷ 只取两个月的累计和目标', whole ?? NaN, tables ?? NaN, null)];
}

function same(ours: readonly (readonly unknown[])[], others: readonly (readonly unknown[])[]): void {
  const text = (rows: readonly (readonly unknown[])[]): string => JSON.stringify(rows.map((row) => row.map(String).join(' ')).sort());
  if (text(ours) !== text(others)) throw new Error('the kept sums differ from the raw ones');
}
