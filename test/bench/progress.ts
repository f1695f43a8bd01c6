/**
 * 12 months × 60 units × 120 indicators × 6 years: the queries behind 进度 and 总览 against the
 * plain SQL on the kept tables and against the raw join.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filledByMonth } from '../../main/data/progress/closes.ts';
import {
  cumulativesAt,
  cumulativesOfThree,
  sumsAt,
  THREE_MONTHS,
  type MonthOf,
} from '../../main/data/progress/figure-sums.ts';
import { figuresAt } from '../../main/data/progress/figures.ts';
import { closeDatabase, openDatabase, type Reader } from '../../main/data/open.ts';
import { tasksOf } from '../../main/data/targets/targets.ts';
import { recordRules } from '../../main/services/rules.ts';
import type { Book } from '../../main/services/book/book.ts';
import { overviewOf } from '../../main/services/progress/overview.ts';
import { progressSheet } from '../../main/services/progress/progress.ts';
import { beginBook } from '../../main/services/book/session.ts';
import { interleaved, ratio, type Measured } from './measure.ts';

const [YEARS, MONTHS, UNITS, INDICATORS] = [6, 12, 60, 120];
const [YEAR, MONTH, INDICATOR] = [2012, 9, 60];
const THREE: readonly [MonthOf, MonthOf, MonthOf] = [
  [YEAR, MONTH],
  [YEAR, MONTH - 1],
  [YEAR - 1, MONTH],
];
const FIGURE =
  'SELECT id, year, month, indicator_id, unit_id, month_value, month_kind, cumulative, cumulative_kind, last_cumulative, yoy, estimate, reason, state FROM figure WHERE year = ? AND month = ? AND indicator_id = ?';
const SUMS =
  'SELECT indicator_id, kind, month_total, month_count, cumulative_total, cumulative_count FROM figure_sum WHERE year = ? AND month = ?';
const CUMULATIVE =
  'SELECT indicator_id, unit_id, cumulative FROM figure WHERE year = ? AND month = ? AND cumulative IS NOT NULL';
const TARGETS =
  'SELECT indicator_id, unit_id, assured, stretch, upper, plan FROM target WHERE version_id = ?';
const FILLED =
  "SELECT month, sum(wanted) AS expected, sum(filled) AS filled FROM filled_sum WHERE version_id = ? AND indicator_id NOT IN (SELECT id FROM indicator WHERE counted IS NOT NULL OR rollup = 'ratio') GROUP BY month";
/**
 * What a month adds to the year: of a flow every month, of a stock the last alone; so the raw join
 * has to know the indicator too.
 */
const ADDED = "CASE WHEN indicator.kind = 'flow' OR figure.month = :month THEN month_value END";
/**
 * From what was reported month by month: without cumulative figures, sums or counts that the
 * program keeps.
 */
const RAW_SUMS = `SELECT indicator_id, unit.kind, sum(CASE month WHEN :month THEN month_value END), sum(CASE month WHEN :month THEN 1 END), sum(${ADDED}), count(DISTINCT unit_id) FROM figure JOIN unit ON unit.id = unit_id JOIN indicator ON indicator.id = indicator_id WHERE unit.kind <> 'county' AND year = :year AND month <= :month`;
const RAW_CUMULATIVE = `SELECT indicator_id, unit_id, sum(${ADDED}) FROM figure JOIN unit ON unit.id = unit_id JOIN indicator ON indicator.id = indicator_id WHERE year = :year AND month <= :month`;
const RAW_FILLED = `SELECT figure.month, count(*) FROM target JOIN target_version version ON version.id = version_id JOIN unit ON unit.id = target.unit_id JOIN indicator ON indicator.id = target.indicator_id
  JOIN figure ON figure.year = version.year AND figure.indicator_id = target.indicator_id AND figure.unit_id = target.unit_id
  WHERE version_id = :version AND unit.kind <> 'county' AND assured IS NOT NULL AND cumulative IS NOT NULL AND counted IS NULL AND rollup <> 'ratio' GROUP BY figure.month`;

export async function benchProgress(): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-bench-'));
  const db = openDatabase(join(folder, 'county.db'));
  try {
    const book: Book = {
      db,
      clock: () => new Date(),
      who: '',
      changed: () => undefined,
      rules: recordRules,
      undoFloor: 0,
    };
    const kinds = ['township', 'department', 'park'] as const;
    beginBook(book, {
      county: '示例县',
      year: YEAR,
      units: Array.from({ length: UNITS }, (_, at) => ({
        name: `单位${at}`,
        kind: kinds[at % 3] ?? 'township',
      })),
      sample: false,
    });
    fill(db);
    return [...(await ofQueries(db)), ...(await ofCalls(book))];
  } finally {
    closeDatabase(db);
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(db: Reader): void {
  const indicator = db.prepare(
    "INSERT INTO indicator (id, name, measure, places, place) VALUES (?, ?, '亿元', 2, ?)",
  );
  const version = db.prepare(
    "INSERT INTO target_version (id, year, number, name, issued_on) VALUES (?, ?, 1, '年初目标', '2012-01-20')",
  );
  const target = db.prepare(
    'INSERT INTO target (version_id, indicator_id, unit_id, assured, stretch) VALUES (?, ?, ?, ?, ?)',
  );
  const figure = db.prepare(
    "INSERT INTO figure (year, month, indicator_id, unit_id, month_value, month_kind, cumulative, cumulative_kind) VALUES (?, ?, ?, ?, ?, 'typed', ?, 'derived')",
  );
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
          for (let month = 1; month <= MONTHS; month++)
            figure.run(year, month, one, unit, step, step * month);
        }
      }
    }
  })();
  db.exec('ANALYZE');
}

/**
 * A query of the pages: against the same SQL on the kept tables, and against the raw join that has
 * to add up the months for the same answer.
 */
interface Query {
  readonly name: string;
  /** how often in a round */
  readonly times: number;
  readonly ours: () => unknown;
  readonly plain: () => unknown;
  /** null: it lists stored rows and adds up nothing */
  readonly raw: (() => unknown) | null;
}

async function ofQueries(db: Reader): Promise<readonly Measured[]> {
  const statement = (sql: string) => db.prepare(sql).safeIntegers(true);
  const one = { year: YEAR, month: MONTH, indicator: INDICATOR };
  const all = { year: YEAR, month: MONTH };
  const [figures, sums, sumsOne, map, three, targets, targetsOne, filled] = [
    statement(FIGURE),
    statement(SUMS).raw(),
    statement(`${SUMS} AND indicator_id = ?`).raw(),
    statement(CUMULATIVE).raw(),
    statement(THREE_MONTHS).raw(),
    statement(TARGETS).raw(),
    statement(`${TARGETS} AND indicator_id = ?`).raw(),
    db.prepare(FILLED),
  ];
  const [rawSums, rawSumsOne, rawMap, rawMapOne, rawFilled] = [
    statement(`${RAW_SUMS} GROUP BY 1, 2`).raw(),
    statement(`${RAW_SUMS} AND indicator_id = :indicator GROUP BY 1, 2`).raw(),
    statement(`${RAW_CUMULATIVE} GROUP BY 1, 2`).raw(),
    statement(`${RAW_CUMULATIVE} AND indicator_id = :indicator GROUP BY 1, 2`).raw(),
    statement(RAW_FILLED).raw(),
  ];
  type Rows = readonly (readonly unknown[])[];
  same(sumsAt(db, YEAR, MONTH), rawSums.all(all) as Rows);
  same(cumulativesAt(db, YEAR, MONTH), rawMap.all(all) as Rows);
  same(
    [...filledByMonth(db, YEAR)].map(([month, { filled: count }]) => [month, count]),
    rawFilled.all({ version: YEAR }) as Rows,
  );
  const queries: readonly Query[] = [
    {
      name: '总览：120指标的全县合计',
      times: 50,
      ours: () => sumsAt(db, YEAR, MONTH),
      plain: () => sums.all(YEAR, MONTH),
      raw: () => rawSums.all(all),
    },
    {
      name: '总览：60单位×120指标的累计',
      times: 10,
      ours: () => cumulativesAt(db, YEAR, MONTH),
      plain: () => map.all(YEAR, MONTH),
      raw: () => rawMap.all(all),
    },
    {
      name: '总览、进度：12个月各报了多少',
      times: 50,
      ours: () => filledByMonth(db, YEAR),
      plain: () => filled.all(YEAR),
      raw: () => rawFilled.all({ version: YEAR }),
    },
    {
      name: '总览：一版目标',
      times: 10,
      ours: () => tasksOf(db, YEAR),
      plain: () => targets.all(YEAR),
      raw: null,
    },
    {
      name: '进度：一指标的全县合计',
      times: 2000,
      ours: () => sumsAt(db, YEAR, MONTH, INDICATOR),
      plain: () => sumsOne.all(YEAR, MONTH, INDICATOR),
      raw: () => rawSumsOne.all(one),
    },
    {
      name: '进度：一指标各单位的累计（本月、上月、上年同月）',
      times: 200,
      ours: () => cumulativesOfThree(db, INDICATOR, THREE),
      plain: () => three.all(...THREE.flatMap((month) => [...month, INDICATOR])),
      raw: () => THREE.map(([year, month]) => rawMapOne.all({ ...one, year, month })),
    },
    {
      name: '进度：一指标一月的全部填报',
      times: 200,
      ours: () => figuresAt(db, YEAR, MONTH, INDICATOR),
      plain: () => figures.all(YEAR, MONTH, INDICATOR),
      raw: null,
    },
    {
      name: '进度：一指标的目标',
      times: 500,
      ours: () => tasksOf(db, YEAR, INDICATOR),
      plain: () => targetsOne.all(YEAR, INDICATOR),
      raw: null,
    },
  ];
  const measured: Measured[] = [];
  for (const query of queries) measured.push(...(await compared(db, query)));
  return measured;
}

async function compared(
  db: Reader,
  { name, times, ours, plain, raw }: Query,
): Promise<readonly Measured[]> {
  // as the pages ask: all their queries in one reading transaction
  const repeated = (work: () => unknown, count: number) =>
    db.transaction(() => {
      for (let at = 0; at < count; at++) work();
    });
  const few = Math.max(1, Math.round(times / 10));
  const [mine, reference, joined] = await interleaved(9, [
    repeated(ours, times),
    repeated(plain, times),
    repeated(raw ?? ours, few),
  ]);
  const direct = ratio(`${name} ÷ 同样的SQL（×${times}）`, mine ?? NaN, reference ?? NaN, 1.5);
  return raw === null
    ? [direct]
    : [
        direct,
        ratio(
          `${name} ÷ 逐月逐行连表（×${times}）`,
          mine ?? NaN,
          ((joined ?? NaN) * times) / few,
          0.1,
        ),
      ];
}

/** The whole calls, for their lamps, places and texts besides: told, not limited. */
async function ofCalls(book: Book): Promise<readonly Measured[]> {
  const { db } = book;
  const [map, targets, one] = [
    db.prepare(CUMULATIVE).safeIntegers(true).raw(),
    db.prepare(TARGETS).safeIntegers(true).raw(),
    db.prepare(FIGURE).safeIntegers(true),
  ];
  const [sheet, rows, whole, tables] = await interleaved(5, [
    () =>
      progressSheet(book, {
        year: YEAR,
        month: MONTH,
        indicator: INDICATOR,
        denominator: null,
        group: 'all',
      }),
    () => one.all(YEAR, MONTH, INDICATOR),
    () => overviewOf(book, { year: YEAR, month: MONTH, denominator: null, group: 'all' }),
    () => [map.all(YEAR, MONTH), map.all(YEAR, MONTH - 1), targets.all(YEAR)],
  ]);
  return [
    ratio('进度整页（含灯、名次、文字）÷ 只取各单位数', sheet ?? NaN, rows ?? NaN, null),
    ratio(
      '总览整页（7200格的灯和变化）÷ 只取两个月的累计和目标',
      whole ?? NaN,
      tables ?? NaN,
      null,
    ),
  ];
}

function same(
  ours: readonly (readonly unknown[])[],
  others: readonly (readonly unknown[])[],
): void {
  const text = (rows: readonly (readonly unknown[])[]): string =>
    JSON.stringify(rows.map((row) => row.map(String).join(' ')).sort());
  if (text(ours) !== text(others)) throw new Error('the kept sums differ from the raw ones');
}
