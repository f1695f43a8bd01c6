/**
 * 100,000 projects: a filtered and sorted page, and sums by group, against the bare SQL that
 * fetches the same.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDatabase, openDatabase, type Reader } from '../../main/data/open.ts';
import { recordRules } from '../../main/services/rules.ts';
import type { Book } from '../../main/services/book/book.ts';
import { recordPage, recordSummary } from '../../main/services/records/query.ts';
import { beginBook } from '../../main/services/book/session.ts';
import { interleaved, ratio, type Measured } from './measure.ts';

const STAGES = ['lead', 'negotiating', 'signed', 'started', 'building', 'producing'];
const INDUSTRIES = [
  '装备制造',
  '食品饮料',
  '医药化工',
  '商贸物流',
  '文化旅游',
  '新能源化工',
  '现代农业',
];

export async function benchLedger(count = 100_000): Promise<readonly Measured[]> {
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
    beginBook(book, {
      county: '示例县',
      year: 2012,
      units: Array.from({ length: 30 }, (_, at) => ({
        name: `单位${at}`,
        kind: 'township' as const,
      })),
      sample: false,
    });
    fill(db, count);
    return [await benchPage(book), await benchGroups(book)];
  } finally {
    closeDatabase(db);
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(db: Reader, count: number): void {
  const insert = db.prepare(
    'INSERT INTO project (code, name, stage, company, industry, total_investment, invested_this_year, land_mu, started_date, introducer, responsible_unit, progress) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)',
  );
  db.transaction(() => {
    for (let at = 0; at < count; at++) {
      const mixed = (at * 7919) % count;
      insert.run(
        `ZS${at}`,
        `第${mixed}号${INDUSTRIES[mixed % 7]}项目`,
        STAGES[mixed % 6],
        `投资公司${mixed % 5000}`,
        INDUSTRIES[mixed % 7],
        mixed * 1_000_000,
        mixed * 300_000,
        mixed * 10_000,
        `20${String(10 + (mixed % 12))}-0${1 + (mixed % 9)}`,
        2 + (mixed % 30),
        2 + ((mixed * 3) % 30),
        '主体工程基本完工',
      );
    }
  })();
}

async function benchPage(book: Book): Promise<Measured> {
  const query = {
    ledger: 'project' as const,
    filters: [{ field: 'total_investment', text: '>1亿' }],
    search: '',
    sort: [{ field: 'started_date', descending: true }],
    group: [],
  };
  const bare = book.db
    .prepare(
      'SELECT * FROM project WHERE total_investment > ? ORDER BY started_date IS NULL, started_date DESC, id LIMIT 200 OFFSET 5000',
    )
    .safeIntegers(true);
  const ours = recordPage(book, query, 5000, 200).map((row) => row.id);
  const same = (bare.all(10_000_000_000n) as { id: bigint }[]).map((row) => Number(row.id));
  if (JSON.stringify(ours) !== JSON.stringify(same)) throw new Error('the two pages differ');
  const [mine, plain] = await interleaved(9, [
    () => recordPage(book, query, 5000, 200),
    () => bare.all(10_000_000_000n),
  ]);
  return ratio('筛选＋排序的一页（10万项目）÷ 同样的SQL', mine ?? NaN, plain ?? NaN, 1.2);
}

async function benchGroups(book: Book): Promise<Measured> {
  const query = {
    ledger: 'project' as const,
    filters: [],
    search: '',
    sort: [],
    group: ['industry'],
  };
  const figures = [
    'total_investment',
    'contract_amount',
    'planned_this_year',
    'invested_this_year',
    'invested_total',
    'arrived_total',
    'foreign_contract',
    'foreign_arrived',
    'land_mu',
    'floor_area',
    'footprint_area',
    'expected_output',
    'expected_tax',
    'jobs',
  ];
  const sums = figures.map((figure) => `sum(${figure}) AS ${figure}`).join(', ');
  const grouped = book.db
    .prepare(
      `SELECT industry, count(*) AS n, ${sums} FROM project GROUP BY industry ORDER BY industry`,
    )
    .safeIntegers(true);
  const ours = recordSummary(book, query).groups.map((group) => [
    group.key[0],
    group.count,
    group.sums['total_investment']?.value,
  ]);
  const same = (grouped.all() as { industry: string; n: bigint; total_investment: bigint }[]).map(
    (row) => [row.industry, Number(row.n), `${row.total_investment / 100n}.00`],
  );
  if (JSON.stringify(ours) !== JSON.stringify(same)) throw new Error('the groups differ');
  const [mine, plain] = await interleaved(7, [
    () => recordSummary(book, query),
    () => grouped.all(),
  ]);
  return ratio('分组小计与合计（10万项目）÷ 同样的SQL', mine ?? NaN, plain ?? NaN, 1.2);
}
