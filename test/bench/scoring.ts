/**
 * 100 units × 40 items × 12 months with 20,000 projects: a year's scores computed anew, and one
 * score explained, against the plain SQL that fetches the same rows month by month and item by
 * item.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDatabase, openDatabase, type Reader } from '../../main/data/open.ts';
import type { Item, ScoreRule, Scheme, ScoreSource } from '../../main/domain/scoring/scheme.ts';
import { recordRules } from '../../main/services/rules.ts';
import type { Book } from '../../main/services/book/book.ts';
import { saveScheme } from '../../main/services/scoring/schemes.ts';
import { scoreCourse, scoreProfile } from '../../main/services/scoring/scores.ts';
import { beginBook } from '../../main/services/book/session.ts';
import { interleaved, ratio, type Measured } from './measure.ts';

const [UNITS, PROJECTS, MONTHS, YEAR, INDICATORS] = [100, 20_000, 12, 2012, 12];
const INDUSTRIES = [
  '装备制造',
  '食品饮料',
  '医药化工',
  '商贸物流',
  '文化旅游',
  '新能源化工',
  '现代农业',
  '新材料',
];
const TIERS = [
  ['0', '2'],
  ['3000', '3'],
  ['10000', '4'],
  ['30000', '5'],
  ['50000', '10'],
].map(([from = '', points = '']) => ({ from, points, only: [] }));

/** of an industry alone, or of all */
const projects = (industry: number | null, sum: string | null): ScoreSource => ({
  from: 'ledger',
  ledger: 'project',
  filters: industry === null ? [] : [{ field: 'industry', text: INDUSTRIES[industry] ?? '' }],
  sum,
  measure: sum === null ? '个' : '万元',
  by: 'credit',
  date: 'signed_date',
});
const indicator = (at: number, against: 'assured' | 'pace' | null = 'assured'): ScoreSource => ({
  from: 'indicator',
  indicator: `指标${at % INDICATORS}`,
  against,
});
const part = (source: ScoreSource, weight: string) => ({ label: '项', source, weight });

/**
 * 16 by indicators, 16 by projects (two of them all 20,000), 8 by the group, by events and by
 * panels.
 */
function ruleOf(at: number): ScoreRule {
  if (at < 8)
    return { kind: 'completion', parts: [part(indicator(at), '100')], cap: '120', floor: null };
  if (at < 12)
    return {
      kind: 'over',
      source: indicator(at, 'pace'),
      every: '10',
      add: '1',
      under: { by: 'share' },
    };
  if (at < 16)
    return {
      kind: 'steps',
      source: indicator(at),
      steps: [
        ['100', '100'],
        ['80', '75'],
        ['50', '50'],
      ].map(([from = '', percent = '']) => ({ from, percent })),
    };
  if (at < 24)
    return {
      kind: 'tiered',
      source: projects(at === 16 ? null : at - 16, 'total_investment'),
      tiers: TIERS,
    };
  if (at < 32)
    return { kind: 'bonus', parts: [part(projects(at === 24 ? null : at - 24, null), '0.1')] };
  if (at < 34)
    return {
      kind: 'average',
      source: indicator(at, null),
      bands: [{ to: null, each: '0.1' }],
      under: '0.1',
    };
  if (at < 36)
    return {
      kind: 'places',
      source: indicator(at),
      places: [
        { to: 3, points: '10' },
        { to: 20, points: '6' },
      ],
    };
  return at === 39
    ? { kind: 'veto' }
    : { kind: 'deduction', parts: [part({ from: 'events' }, '1')] };
}
const items: readonly Item[] = Array.from({ length: 40 }, (_, at) => ({
  code: `项${at}`,
  name: `第${at}项`,
  sheet: '考核',
  points: '5',
  most: null,
  least: null,
  rule: ruleOf(at),
}));
const SCHEME: Scheme = {
  name: '考核办法',
  year: YEAR,
  document: null,
  places: 2,
  sheets: [{ name: '考核', percent: '100', most: null }],
  most: null,
  items,
  groups: [
    {
      name: '镇街',
      of: 'units',
      kinds: ['township'],
      units: [],
      items: items.map((item) => item.code),
    },
  ],
  grades: [],
  vetoGrade: '不合格',
};

export async function benchScoring(): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-bench-'));
  const db = openDatabase(join(folder, 'county.db'));
  try {
    const book: Book = {
      db,
      clock: () => new Date('2012-12-31T02:00:00Z'),
      who: '',
      changed: () => undefined,
      rules: recordRules,
      undoFloor: 0,
    };
    beginBook(book, {
      county: '示例县',
      year: YEAR,
      units: Array.from({ length: UNITS }, (_, at) => ({
        name: `镇${at}`,
        kind: 'township' as const,
      })),
      sample: false,
    });
    fill(db);
    saveScheme(book, SCHEME);
    const course = scoreCourse(book, { year: YEAR, month: MONTHS });
    const [one] = course.groups[0]?.series ?? [];
    if (
      one === undefined ||
      one.totals.length !== MONTHS ||
      course.groups[0]?.series.length !== UNITS
    )
      throw new Error('the scores are not complete');
    sameLines(
      scoreProfile(book, { year: YEAR, month: MONTHS, kind: 'month', key: one.key }).score.items[16]
        ?.lines.length ?? 0,
      db,
      one.name,
    );
    const plain = plainReads(db);
    const [year, explained, allRows, periodRows] = await interleaved(3, [
      () => scoreCourse(book, { year: YEAR, month: MONTHS }),
      () => scoreProfile(book, { year: YEAR, month: MONTHS, kind: 'month', key: one.key }),
      () => {
        for (let month = 1; month <= MONTHS; month++) plain(month);
      },
      () => plain(MONTHS),
    ]);
    return [
      ratio(
        '重算全年（100单位×40项×12个月，2万项目）÷ 逐月逐项取同样的行',
        year ?? NaN,
        allRows ?? NaN,
        3,
      ),
      ratio('说明一个得分（全组一个月）÷ 逐项取同样的行', explained ?? NaN, periodRows ?? NaN, 6),
    ];
  } finally {
    closeDatabase(db);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Two sides that read different rows are no comparison. */
function sameLines(lines: number, db: Reader, unit: string): void {
  const there = db
    .prepare(
      "SELECT count(*) FROM project JOIN credited ON credited.project_id = project.id JOIN unit ON unit.id = unit_id WHERE unit.name = ? AND signed_date BETWEEN '2012-01-01' AND '2012-12-31' AND currency = 'CNY'",
    )
    .pluck()
    .get(unit);
  if (lines !== there || lines === 0)
    throw new Error(`a score rests on ${lines} projects of ${String(there)}`);
}

function plainReads(db: Reader): (month: number) => void {
  const rows = (more: string) =>
    db
      .prepare(
        `SELECT project.id, project.name, unit.name, share, total_investment, signed_date FROM project JOIN credited ON credited.project_id = project.id JOIN unit ON unit.id = credited.unit_id WHERE currency = 'CNY' AND signed_date BETWEEN '2012-01-01' AND :last${more} ORDER BY project.id`,
      )
      .safeIntegers(true)
      .raw();
  const [all, some] = [rows(''), rows(' AND instr(industry, :industry) > 0')];
  const figures = db
    .prepare(
      'SELECT unit_id, cumulative FROM figure WHERE year = ? AND month = ? AND indicator_id = ?',
    )
    .safeIntegers(true)
    .raw();
  const targets = db
    .prepare('SELECT unit_id, assured, plan FROM target WHERE version_id = 1 AND indicator_id = ?')
    .safeIntegers(true)
    .raw();
  const events = db
    .prepare(
      'SELECT unit_id, person, date, value, reason FROM score_event WHERE year = ? AND item = ? AND date <= ?',
    )
    .safeIntegers(true)
    .raw();
  return (month) => {
    const last = `2012-${String(month).padStart(2, '0')}-31`;
    for (const [at, item] of items.entries()) {
      if (at >= 16 && at < 32) {
        const of = (at - 16) % 8;
        if (of === 0) all.all({ last });
        else some.all({ last, industry: INDUSTRIES[of] });
      } else if (at < 36) {
        figures.all(YEAR, month, 1 + (at % INDICATORS));
        targets.all(1 + (at % INDICATORS));
      } else events.all(YEAR, item.code, last);
    }
  };
}

function fill(db: Reader): void {
  const units = db
    .prepare("SELECT id FROM unit WHERE kind <> 'county' ORDER BY id")
    .pluck()
    .all() as number[];
  const project = db.prepare(
    "INSERT INTO project (name, industry, total_investment, signed_date, introducer, currency) VALUES (?, ?, ?, ?, ?, 'CNY')",
  );
  const credit = db.prepare('INSERT INTO credit (project_id, unit_id, share) VALUES (?, ?, ?)');
  const kind = db.prepare(
    "INSERT INTO indicator (id, name, measure, places, place) VALUES (?, ?, '亿元', 2, ?)",
  );
  const target = db.prepare(
    'INSERT INTO target (version_id, indicator_id, unit_id, assured) VALUES (1, ?, ?, ?)',
  );
  const figure = db.prepare(
    "INSERT INTO figure (year, month, indicator_id, unit_id, month_value, month_kind, cumulative, cumulative_kind) VALUES (2012, ?, ?, ?, ?, 'typed', ?, 'derived')",
  );
  const event = db.prepare(
    "INSERT INTO score_event (year, item, unit_id, date, value, reason) VALUES (2012, ?, ?, ?, 1000000, '漏报')",
  );
  const unit = (at: number): number => units[at % UNITS] ?? 0;
  db.transaction(() => {
    for (let at = 0; at < PROJECTS; at++) {
      const mixed = (at * 7919) % PROJECTS;
      const id = project.run(
        `第${mixed}号项目`,
        INDUSTRIES[mixed % 8],
        BigInt(mixed) * 300_000_000n,
        `2012-${String(1 + (mixed % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`,
        unit(at),
      ).lastInsertRowid;
      if (at % 10 === 0)
        for (const [place, share] of [7000, 3000].entries())
          credit.run(id, unit(at + place), share);
    }
    db.exec(
      "INSERT INTO target_version (id, year, number, name, issued_on) VALUES (1, 2012, 1, '年初目标', '2012-01-20')",
    );
    for (let id = 1; id <= INDICATORS; id++) {
      kind.run(id, `指标${id - 1}`, id);
      for (const one of units) {
        target.run(id, one, 12_000_000);
        for (let month = 1; month <= MONTHS; month++)
          figure.run(month, id, one, 700_000 + one * 10_000, (700_000 + one * 10_000) * month);
      }
    }
    for (let at = 0; at < 400; at++)
      event.run(
        `项${36 + (at % 3)}`,
        unit(at * 7),
        `2012-${String(1 + (at % 12)).padStart(2, '0')}-15`,
      );
  })();
  db.exec('ANALYZE');
}
