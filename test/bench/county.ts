/**
 * A county of ten years: 20,000 projects, 300,000 arrivals, 200,000 moves of stage and monthly
 * notes; pages, kept sums and the search against bare SQL in one run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreCalls } from '../../preload/contract/index.ts';
import type { ParsedQuery } from '../../preload/contract/records.ts';
import { closeDatabase, openDatabase, type Reader } from '../../main/data/open.ts';
import { monthSums } from '../../main/data/derived/project-sums.ts';
import { ledgers } from '../../main/domain/ledgers/index.ts';
import { recordRules } from '../../main/services/rules.ts';
import type { Book } from '../../main/services/book/book.ts';
import { editRecords } from '../../main/services/records/edit.ts';
import { followUp } from '../../main/services/projects/project-follow-up.ts';
import {
  projectBoard,
  projectGantt,
  projectSums,
} from '../../main/services/projects/project-views.ts';
import { recordPage } from '../../main/services/records/query.ts';
import { searchEverything } from '../../main/services/records/search.ts';
import { beginBook } from '../../main/services/book/session.ts';
import { interleaved, ratio, type Measured } from './measure.ts';

const [PROJECTS, ARRIVALS, NOTES, UNITS] = [20_000, 300_000, 200_000, 60];
const STAGES = [
  'negotiating',
  'signed',
  'approved',
  'started',
  'building',
  'completed',
  'producing',
];
const PLACES = [
  '海泰',
  '长乐',
  '青岛',
  '唐山',
  '古玉',
  '中发',
  '邦力',
  '开元',
  '瑞宏',
  '恒远',
  '金陵',
  '华信',
];
const KINDS = [
  '新能源电池',
  '螺旋焊管',
  '食品加工',
  '装备制造',
  '医药中间体',
  '商贸物流',
  '生态农业',
  '纺织服装',
  '电子元件',
  '新型建材',
];
const SUFFIXES = ['项目', '二期工程', '产业园项目', '生产线技改', '扩建项目'];

export async function benchCounty(): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-bench-'));
  const book = tenYearCounty(folder);
  try {
    refuseLargePages(book);
    return [
      ...(await benchPages(book)),
      ...(await benchSums(book)),
      ...(await benchSearch(book)),
      ...(await tellViews(book)),
    ];
  } finally {
    closeDatabase(book.db);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The county's book in a data folder; whoever asks for it closes its database. */
export function tenYearCounty(folder: string): Book {
  const db = openDatabase(join(folder, 'county.db'));
  const book: Book = {
    db,
    clock: () => new Date('2012-10-08T02:00:00Z'),
    who: '',
    changed: () => undefined,
    rules: recordRules,
    undoFloor: 0,
  };
  beginBook(book, {
    county: '示例县',
    year: 2012,
    units: Array.from({ length: UNITS }, (_, at) => ({
      name: `第${at}镇`,
      kind: 'township' as const,
    })),
    sample: false,
  });
  fill(db);
  return book;
}

function fill(db: Reader): void {
  const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length];
  const month = (at: number): string =>
    `${2003 + (at % 10)}-${String(1 + ((at * 7) % 12)).padStart(2, '0')}`;
  db.transaction(() => {
    const project = db.prepare(
      'INSERT INTO project (code, name, stage, company, industry, location, total_investment, invested_this_year, started_date, introducer, responsible_unit, progress, remark) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)',
    );
    for (let at = 0; at < PROJECTS; at++) {
      const mixed = (at * 7919) % PROJECTS;
      project.run(
        `ZS${at}`,
        `${pick(PLACES, mixed)}${pick(KINDS, mixed >> 3)}${pick(SUFFIXES, mixed >> 5)}${at}`,
        pick(STAGES, mixed),
        `${pick(PLACES, mixed >> 2)}${pick(KINDS, mixed)}有限公司`,
        pick(KINDS, mixed),
        `${pick(['高新区', '经开区', '物流园'], mixed)}${mixed % 40}号`,
        mixed * 1_000_000,
        mixed * 300_000,
        month(mixed),
        2 + (mixed % UNITS),
        2 + ((mixed * 3) % UNITS),
        '主体工程基本完工，设备安装调试',
        mixed % 9 === 0 ? '省重点项目' : null,
      );
    }
    const credit = db.prepare('INSERT INTO credit (project_id, unit_id, share) VALUES (?,?,?)');
    for (let at = 1; at <= PROJECTS; at += 8) {
      const own = Number(db.prepare('SELECT introducer FROM project WHERE id = ?').pluck().get(at));
      credit.run(at, own, 7000);
      credit.run(at, own === 2 ? 3 : 2, 3000);
    }
    const arrival = db.prepare(
      'INSERT INTO arrival (project_id, date, amount, currency, recognised) VALUES (?,?,?,?,?)',
    );
    for (let at = 0; at < ARRIVALS; at++)
      arrival.run(
        1 + (at % PROJECTS),
        `${month(at * 13)}-${String(1 + (at % 28)).padStart(2, '0')}`,
        1_000_000 + (at % 997) * 10_000,
        at % 200 === 0 ? 'USD' : 'CNY',
        at % 3 === 0 ? 1_000_000 : null,
      );
    const stage = db.prepare(
      'INSERT INTO stage_event (project_id, stage, date, note) VALUES (?,?,?,?)',
    );
    const note = db.prepare(
      'INSERT OR IGNORE INTO project_month (project_id, month, invested, note) VALUES (?,?,?,?)',
    );
    for (let at = 0; at < NOTES / 2; at++) {
      stage.run(
        1 + (at % PROJECTS),
        pick(STAGES, Math.floor(at / PROJECTS)),
        month(at),
        '按计划推进',
      );
      note.run(
        1 + (at % PROJECTS),
        `${2008 + Math.floor(at / PROJECTS)}-${String(1 + (at % 12)).padStart(2, '0')}`,
        500_000,
        '设备基础施工，部分设备已订购',
      );
    }
  })();
  db.exec('ANALYZE');
}

/** The bridge refuses more than 200 rows, and what has no page of its own never answers more. */
function refuseLargePages(book: Book): void {
  const all = { filters: [], search: '' };
  const refused = [
    coreCalls['records.page'].input.safeParse({
      query: { ledger: 'project' },
      offset: 0,
      limit: 201,
    }),
    coreCalls['projects.cards'].input.safeParse({ stage: 'signed', limit: 201 }),
    coreCalls['projects.gantt'].input.safeParse({ limit: 201 }),
    coreCalls['projects.followUp'].input.safeParse({ limit: 201 }),
    coreCalls['search.all'].input.safeParse({ text: '海泰', limit: 201 }),
    coreCalls['projects.monthSums'].input.safeParse({ year: 2012, by: ['unit'], limit: 201 }),
    coreCalls['problems.list'].input.safeParse({ limit: 201 }),
  ];
  const counts = [
    projectBoard(book, all).flatMap((column) => column.cards).length,
    projectGantt(book, { ...all, offset: 0, limit: 200 }).rows.length,
    projectSums(book, { ...all, by: 'location' }).length,
    followUp(book, { kind: null, unit: null, offset: 0, limit: 200 }).notices.length,
  ];
  if (refused.some((one) => one.success) || counts.some((count) => count > 200 || count === 0))
    throw new Error(`more than 200 rows over the bridge: ${counts.join(', ')}`);
}

const UNIT = '(SELECT place FROM unit WHERE id = introducer)';
const STAGE_PLACE = `CASE stage ${['lead', ...STAGES, 'full_output', 'stalled', 'dropped'].map((stage, at) => `WHEN '${stage}' THEN ${at}`).join(' ')} END`;
interface Asked {
  readonly filters: readonly { readonly field: string; readonly text: string }[];
  readonly sort: string;
  readonly descending: boolean;
  readonly where: string;
  readonly order: string;
}
const ASKED: readonly Asked[] = [
  {
    filters: [{ field: 'total_investment', text: '>1亿' }],
    sort: 'started_date',
    descending: true,
    where: 'total_investment > 10000000000',
    order: 'started_date IS NULL, started_date DESC',
  },
  {
    filters: [{ field: 'name', text: '焊管' }],
    sort: 'total_investment',
    descending: true,
    where: "instr(name, '焊管') > 0",
    order: 'total_investment IS NULL, total_investment DESC',
  },
  {
    filters: [{ field: 'stage', text: '签约、在建' }],
    sort: 'introducer',
    descending: false,
    where: "stage IN ('signed', 'building')",
    order: `${UNIT} IS NULL, ${UNIT}`,
  },
  {
    filters: [
      { field: 'started_date', text: '2010..' },
      { field: 'location', text: '高新区' },
    ],
    sort: 'company',
    descending: false,
    where:
      "substr(started_date || '-01-01', 1, 10) >= '2010-01-01' AND instr(location, '高新区') > 0",
    order: 'company IS NULL, company',
  },
  {
    filters: [],
    sort: 'arrived_total',
    descending: true,
    where: '1',
    order: 'arrived_total IS NULL, arrived_total DESC',
  },
  {
    filters: [{ field: 'introducer', text: '第7镇' }],
    sort: 'stage',
    descending: false,
    where: "instr((SELECT name FROM unit WHERE id = introducer), '第7镇') > 0",
    order: `${STAGE_PLACE} IS NULL, ${STAGE_PLACE}`,
  },
];

async function benchPages(book: Book): Promise<readonly Measured[]> {
  const found: Measured[] = [];
  for (const [number, asked] of ASKED.entries()) {
    const query: ParsedQuery = {
      ledger: 'project',
      filters: [...asked.filters],
      search: '',
      sort: [{ field: asked.sort, descending: asked.descending }],
      group: [],
    };
    const bare = book.db
      .prepare(
        `SELECT * FROM project WHERE ${asked.where} ORDER BY ${asked.order}, id LIMIT 200 OFFSET 100`,
      )
      .safeIntegers(true);
    const [ours, same] = [
      recordPage(book, query, 100, 200).map((row) => row.id),
      (bare.all() as { id: bigint }[]).map((row) => Number(row.id)),
    ];
    if (ours.length === 0 || JSON.stringify(ours) !== JSON.stringify(same))
      throw new Error(`page ${number} differs`);
    const [mine, plain] = await interleaved(9, [
      () => recordPage(book, query, 100, 200),
      () => bare.all(),
    ]);
    found.push(
      ratio(
        `十年的县：${asked.filters.map((one) => `${one.field} ${one.text}`).join('、') || '全部'}，按${asked.sort}排的一页 ÷ 同样的SQL`,
        mine ?? Number.NaN,
        plain ?? Number.NaN,
        1.2,
      ),
    );
  }
  return found;
}

const RAW = `SELECT coalesce(credited.unit_id, 0) AS unit, stage, substr(date, 1, 7) AS month, count(*) AS entries, sum(CASE arrival.currency WHEN 'CNY' THEN amount * coalesce(share, 10000) ELSE 0 END) AS amount,
  sum(CASE arrival.currency WHEN 'CNY' THEN coalesce(arrival.recognised, 0) * coalesce(share, 10000) ELSE 0 END) AS recognised, sum(arrival.currency <> 'CNY') AS others
  FROM arrival JOIN project ON project.id = arrival.project_id LEFT JOIN credited ON credited.project_id = project.id GROUP BY 1, 2, 3 ORDER BY (SELECT place FROM unit WHERE id = unit), 1, 2, 3`;

async function benchSums(book: Book): Promise<readonly Measured[]> {
  const { db } = book;
  const raw = db.prepare(RAW).safeIntegers(true);
  const equal = (): void => {
    const kept = monthSums(db, null).map((row) =>
      [row.stage, row.month, row.entries, row.amount, row.recognised, row.others].join(),
    );
    const same = (raw.all() as Record<string, unknown>[]).map((row) =>
      [
        row['stage'],
        row['month'],
        row['entries'],
        row['amount'],
        row['recognised'],
        row['others'],
      ].join(),
    );
    if (kept.length < 1000 || JSON.stringify(kept) !== JSON.stringify(same))
      throw new Error('the kept sums differ from the raw join');
  };
  equal();
  const [mine, plain] = await interleaved(7, [() => monthSums(db, null), () => raw.all()]);
  editRecords(book, 'project', [{ id: 77, field: 'stage', value: '投产' }]);
  const begun = performance.now();
  monthSums(db, null);
  const again = performance.now() - begun;
  equal();
  return [
    ratio('到位资金 单位×阶段×月 汇总 ÷ 原始联接', mine ?? Number.NaN, plain ?? Number.NaN, 0.05),
    ratio('改一个项目后第一次看这张汇总 ÷ 原始联接', again, plain ?? Number.NaN, null),
  ];
}

/** What has no plain SQL to be held against is told. */
async function tellViews(book: Book): Promise<readonly Measured[]> {
  const all = { filters: [], search: '' };
  const [boards, follows] = await interleaved(5, [
    () => projectBoard(book, all),
    () => followUp(book, { kind: null, unit: null, offset: 0, limit: 200 }),
  ]);
  return [
    ['项目看板', boards],
    ['跟踪提醒', follows],
  ].map(([name, ms]) => ({
    name: `${name}（2万项目）`,
    value: `${Number(ms).toFixed(0)} ms`,
    limit: null,
    ok: true,
  }));
}

async function benchSearch(book: Book): Promise<readonly Measured[]> {
  const { db } = book;
  const columns = ledgers.project.fields
    .filter((field) => field.kind === 'text' || field.kind === 'long' || field.kind === 'phone')
    .map((field) => field.code);
  const like = db
    .prepare(
      `SELECT id FROM project WHERE ${columns.map((column) => `${column} LIKE :p`).join(' OR ')} ORDER BY id`,
    )
    .pluck();
  const sorted = (text: string): Promise<number[]> =>
    searchEverything(book, { text, limit: 200 }).then(({ hits }) =>
      hits
        .filter((hit) => hit.ledger === 'project')
        .map((hit) => hit.id)
        .sort((a, b) => a - b),
    );
  const begun = performance.now();
  await searchEverything(book, { text: '第一次', limit: 10 });
  const built = performance.now() - begun;
  const found: Measured[] = [
    {
      name: '第一次搜索（建索引，2万项目）',
      value: `${built.toFixed(0)} ms`,
      limit: null,
      ok: true,
    },
  ];
  const one = String(db.prepare('SELECT name FROM project WHERE id = 12345').pluck().get()).slice(
    2,
  );
  for (const text of [one, '螺旋焊管', '有限公司', 'ZS19998', '省重点']) {
    const same = like.all({ p: `%${text}%` }) as number[];
    const ours = await sorted(text);
    if (
      same.length === 0 ||
      (same.length <= 200
        ? JSON.stringify(ours) !== JSON.stringify(same)
        : ours.length !== 200 || ours.some((id) => !same.includes(id)))
    )
      throw new Error(`the search for ${text} differs`);
    const [mine, plain] = await interleaved(9, [
      () => searchEverything(book, { text, limit: 50 }),
      () => like.all({ p: `%${text}%` }),
    ]);
    found.push(
      ratio(
        `搜索“${text}”（${same.length}个）÷ LIKE`,
        mine ?? Number.NaN,
        plain ?? Number.NaN,
        0.3,
      ),
    );
  }
  for (const text of ['焊', '园', '7号', '77']) {
    const same = like.all({ p: `%${text}%` }) as number[];
    const { words, hits } = { words: same.length, hits: await sorted(text) };
    if (
      words === 0 ||
      (words <= 200
        ? JSON.stringify(hits) !== JSON.stringify(same)
        : hits.length !== 200 || hits.some((id) => !same.includes(id)))
    )
      throw new Error(`the search for ${text} differs from LIKE`);
  }
  return [
    ...found,
    {
      name: '一两个字的搜索和LIKE结果相同；每次过桥不超过200行',
      value: '相同',
      limit: '相同',
      ok: true,
    },
  ];
}
