/**
 * Periods, the year's course, quotas, posts that change hands, corrections of what was published,
 * and schemes copied, shipped and passed on as files.
 */
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemeSchema as contract } from '../../preload/contract/scoring.ts';
import { problemsOfScheme } from '../../main/domain/scoring/check.ts';
import { SCHEME_PRESETS } from '../../main/domain/scoring/presets/index.ts';
import {
  sourcesOf,
  type Item,
  type ScoreRule,
  type Scheme,
  type ScoreSource,
} from '../../main/domain/scoring/scheme.ts';
import { testSession, type TestSession } from '../helpers/session.ts';
import { typedIndicator } from '../helpers/indicator.ts';

const item = (code: string, points: string, rule: ScoreRule, more: Partial<Item> = {}): Item => ({
  code,
  name: code,
  sheet: '总',
  points,
  most: null,
  least: null,
  rule,
  ...more,
});
const scheme = (items: readonly Item[], more: Partial<Scheme> = {}): Scheme => ({
  name: '2012年考核办法',
  year: 2012,
  document: '县发〔2012〕3号',
  places: 2,
  sheets: [{ name: '总', percent: '100', most: null }],
  most: null,
  items,
  grades: [],
  vetoGrade: '不合格',
  groups: [
    {
      name: '镇街',
      of: 'units',
      kinds: ['township'],
      units: [],
      items: items.filter((one) => one.rule.kind !== 'quota').map((one) => one.code),
    },
  ],
  ...more,
});
const signed: ScoreSource = {
  from: 'ledger',
  ledger: 'project',
  filters: [],
  sum: null,
  measure: '个',
  by: 'credit',
  date: 'signed_date',
};
const bonus: Item = item(
  '签约',
  '0',
  { kind: 'bonus', parts: [{ label: '签约', source: signed, weight: '2' }] },
  { most: '6' },
);
const people = (code: string, rule: ScoreRule): Scheme =>
  scheme([item(code, '0', rule)], {
    groups: [{ name: '干部', of: 'people', kinds: ['township'], units: [], items: [code] }],
  });

async function withIndicator(
  session: TestSession,
  name: string,
  assured: string,
  figures: readonly (readonly [number, string])[],
) {
  const { id } = await session.ask('indicators.save', {
    id: null,
    indicator: typedIndicator(name),
  });
  const unit = (await session.ask('units.list', {})).find((one) => one.name === '虢镇')?.id ?? 0;
  await session.ask('targets.edit', {
    year: 2012,
    edits: [{ indicator: id, unit, part: 'assured', text: assured }],
  });
  for (const [month, text] of figures)
    await session.ask('progress.edit', {
      year: 2012,
      month,
      edits: [{ indicator: id, unit, part: 'cumulative', text }],
    });
}
const firstScore = async (
  session: TestSession,
  input: { month: number; kind?: 'month' | 'quarter' | 'half' | 'year' },
) => (await session.ask('scores.sheet', { year: 2012, ...input })).groups[0]?.scores[0];

test('a quarter is measured against what is due by its end, a year against all; a period ends with its own month', async () => {
  const session = await testSession(['虢镇']);
  await withIndicator(session, '到位资金', '12', [
    [3, '2.4'],
    [6, '6'],
    [9, '9.9'],
  ]);
  await session.ask('schemes.save', {
    scheme: scheme([
      item('时序', '100', {
        kind: 'completion',
        cap: null,
        floor: null,
        parts: [
          {
            label: '到位',
            weight: '100',
            source: { from: 'indicator', indicator: '到位资金', against: 'pace' },
          },
        ],
      }),
    ]),
  });
  const seen = async (month: number, kind: 'month' | 'quarter' | 'half' | 'year') => [
    (await session.ask('scores.sheet', { year: 2012, month, kind })).period,
    (await firstScore(session, { month, kind }))?.items[0]?.reason,
  ];
  expect(await seen(3, 'quarter')).toEqual(['2012年一季度', '100 × 80%（2.4 ÷ 3）']);
  expect(await seen(6, 'half')).toEqual(['2012年上半年', '100 × 100%（6 ÷ 6）']);
  expect(await seen(9, 'month')).toEqual(['2012年9月', '100 × 110%（9.9 ÷ 9）']);
  expect(await seen(12, 'year')).toEqual(['2012年全年', '没有完成数']);
  await expect(
    session.ask('scores.sheet', { year: 2012, month: 4, kind: 'quarter' }),
  ).rejects.toMatchObject({ code: 'score.period' });
});

test('the course of places keeps what was published; the profile stands beside the group; a correction stands beside what it puts right', async () => {
  const session = await testSession(['虢镇', '千河镇']);
  const project = (name: string, introducer: string, signed_date: string) => ({
    name,
    introducer,
    signed_date,
  });
  await session.ask('records.create', {
    ledger: 'project',
    records: [
      project('甲', '虢镇', '2012-01-10'),
      project('乙', '千河镇', '2012-02-10'),
      project('丙', '千河镇', '2012-03'),
    ],
  });
  await session.ask('schemes.save', { scheme: scheme([bonus]) });
  const first = await session.ask('scores.publish', { year: 2012, month: 2 });
  // signed in February, and told only after it was published
  await session.ask('records.create', {
    ledger: 'project',
    records: [project('丁', '虢镇', '2012-02-20')],
  });
  const course = await session.ask('scores.course', { year: 2012, month: 3 });
  expect(course.months).toEqual([
    { month: 1, name: '1月', published: false },
    { month: 2, name: '2月', published: true },
    { month: 3, name: '3月', published: false },
  ]);
  expect(course.groups[0]?.series.map((one) => [one.name, one.totals, one.places])).toEqual([
    ['虢镇', ['2.00', '2.00', '4.00'], [1, 1, 1]],
    ['千河镇', ['0.00', '2.00', '4.00'], [2, 1, 1]],
  ]);

  const key = course.groups[0]?.series[0]?.key ?? '';
  expect((await session.ask('scores.profile', { year: 2012, month: 1, key })).items).toEqual([
    { item: '签约', name: '签约', full: '6', points: '2.00', average: '1.00', best: '2.00' },
  ]);

  await expect(
    session.ask('scores.publish', { year: 2012, month: 2, corrects: first.id }),
  ).rejects.toMatchObject({ code: 'score.correction', params: { problem: '更正要写明原因' } });
  await expect(
    session.ask('scores.publish', { year: 2012, month: 3, corrects: first.id, note: '漏报' }),
  ).rejects.toMatchObject({ code: 'score.correction' });
  const second = await session.ask('scores.publish', {
    year: 2012,
    month: 2,
    corrects: first.id,
    note: '漏报丁项目',
  });
  expect(second).toMatchObject({ corrects: first.id, kind: 'month', note: '漏报丁项目' });
  const total = async (id: number) =>
    (await session.ask('scores.published', { id })).sheet.groups[0]?.scores[0]?.total;
  expect([await total(first.id), await total(second.id)]).toEqual(['2.00', '4.00']);
  expect(
    (await session.ask('scores.course', { year: 2012, month: 2 })).groups[0]?.series[0]?.totals,
  ).toEqual(['2.00', '4.00']);
});

test('a person’s quota and what was done of it, by rank', async () => {
  const session = await testSession(['虢镇']);
  await session.ask('records.create', {
    ledger: 'person',
    records: [
      { name: '张三', unit: '虢镇', rank_class: '副乡级' },
      { name: '李四', unit: '虢镇' },
    ],
  });
  await session.ask('records.create', {
    ledger: 'lead',
    records: ['一', '二', '三'].map((content) => ({
      content,
      person: '张三',
      unit: '虢镇',
      date: '2012-03-01',
      judged: '有效',
    })),
  });
  await session.ask('schemes.save', {
    scheme: people('线索', {
      kind: 'quota',
      source: {
        from: 'ledger',
        ledger: 'lead',
        filters: [{ field: 'judged', text: '有效' }],
        sum: null,
        measure: '条',
        by: 'person',
        date: 'date',
      },
      quotas: [{ rank: '副乡级', count: '2' }],
      others: '1',
      met: '2',
      further: '0.5',
    }),
  });
  // two for the quota that is met, half a point for the one beyond; 李四 has done none of his one
  const sheet = await session.ask('scores.sheet', { year: 2012, month: 10, kind: 'month' });
  expect(
    Object.fromEntries(
      sheet.groups.flatMap(({ scores }) => scores.map((score) => [score.name, score.total])),
    ),
  ).toEqual({ 张三: '2.50', 李四: '0.00' });
});

test('a duty written to a post goes to whoever held it then', async () => {
  const session = await testSession(['虢镇']);
  await session.ask('records.create', {
    ledger: 'person',
    records: ['张三', '李四'].map((name) => ({ name, unit: '虢镇' })),
  });
  const hand = (person: string, since: string) =>
    session.ask('posts.hand', { unit: '虢镇', post: '招商办主任', person, since });
  await hand('张三', '2012-01-01');
  await hand('李四', '2012-06-01');
  await expect(hand('张三', '2012-06-01')).rejects.toMatchObject({
    code: 'post.earlier',
    params: { person: '李四' },
  });
  expect(
    (await session.ask('posts.list', {})).map((term) => [term.person, term.since, term.until]),
  ).toEqual([
    ['张三', '2012-01-01', '2012-05-31'],
    ['李四', '2012-06-01', null],
  ]);
  await session.ask('changes.undo', {});
  expect((await session.ask('posts.list', {})).map((term) => [term.person, term.until])).toEqual([
    ['张三', null],
  ]);
  await hand('李四', '2012-06-01');
  await session.ask('records.create', {
    ledger: 'project',
    records: [
      { name: '甲', introducer: '虢镇', owner: '招商办主任', signed_date: '2012-05-31' },
      { name: '乙', introducer: '虢镇', owner: '招商办主任', signed_date: '2012-06-01' },
    ],
  });
  await session.ask('schemes.save', {
    scheme: people('个人', {
      kind: 'bonus',
      parts: [{ label: '签约', source: { ...signed, by: 'owner' }, weight: '1' }],
    }),
  });
  const board =
    (await session.ask('scores.sheet', { year: 2012, month: 10 })).groups[0]?.scores ?? [];
  expect(
    board.map((one) => [one.name, one.total, one.items[0]?.lines.map((line) => line.text)]),
  ).toEqual([
    ['张三', '1.00', ['甲（招商办主任）']],
    ['李四', '1.00', ['乙（招商办主任）']],
  ]);
});

test('an event entered by mistake is dropped with its reason; what was published keeps it', async () => {
  const session = await testSession(['虢镇']);
  await session.ask('schemes.save', {
    scheme: scheme([
      item('月报', '0', {
        kind: 'deduction',
        parts: [{ label: '缺报', source: { from: 'events' }, weight: '1' }],
      }),
    ]),
  });
  const [id = 0] = (
    await session.ask('scores.addEvent', {
      year: 2012,
      item: '月报',
      unit: '虢镇',
      date: '2012-03-05',
      value: '1',
      reason: '缺报',
    })
  ).ids;
  expect(await session.ask('scores.events', { year: 2012 })).toMatchObject([
    { id, unit: '虢镇', value: '1', date: '2012-03-05' },
  ]);
  const publication = await session.ask('scores.publish', { year: 2012, month: 3 });
  await session.ask('scores.dropEvent', { id, reason: '已经报了' });
  expect((await firstScore(session, { month: 3 }))?.total).toBe('0.00');
  expect(
    (await session.ask('scores.published', { id: publication.id })).sheet.groups[0]?.scores[0]
      ?.total,
  ).toBe('-1.00');
});

test('what was overdue when the period ended counts, though it was closed later', async () => {
  const session = await testSession(['虢镇']);
  await session.ask('records.create', {
    ledger: 'task',
    records: [
      {
        title: '编规划',
        lead_unit: '虢镇',
        deadline: '2012-03-31',
        state: '办结',
        closed_date: '2012-05-10',
      },
    ],
  });
  await session.ask('schemes.save', {
    scheme: scheme([
      item('督办', '0', {
        kind: 'deduction',
        parts: [
          {
            label: '逾期',
            source: { from: 'overdue', ledger: 'task', by: 'lead_unit' },
            weight: '1',
          },
        ],
      }),
    ]),
  });
  const totals = [];
  for (const month of [3, 4, 5]) totals.push((await firstScore(session, { month }))?.total);
  expect(totals).toEqual(['0.00', '-1.00', '0.00']);
});

test('last year’s scheme is copied, versions are listed, a file goes out and comes in', async () => {
  const session = await testSession(['虢镇']);
  const own = scheme([bonus]);
  const { id } = await session.ask('schemes.save', { scheme: own });
  expect(await session.ask('schemes.copy', { from: 2012, to: 2013 })).toEqual({
    ...own,
    year: 2013,
    name: '2013年考核办法',
    document: null,
  });
  await session.ask('scores.publish', { year: 2012, month: 3 });
  await session.ask('schemes.save', { scheme: { ...own, places: 1 } });
  expect(
    (await session.ask('schemes.versions', {})).map((one) => [one.number, one.published]),
  ).toEqual([
    [2, 0],
    [1, 1],
  ]);
  expect((await session.ask('schemes.version', { id })).scheme).toEqual(own);
  const file = join(session.folder, '考核办法.json');
  expect(await session.ask('schemes.export', { id, to: file })).toEqual({ file: '考核办法.json' });
  expect(await session.ask('schemes.read', { file })).toEqual(own);
  writeFileSync(file, JSON.stringify(own));
  await expect(session.ask('schemes.read', { file })).rejects.toMatchObject({
    code: 'scheme.wrong',
    params: { problem: '“考核办法.json”不是考核办法文件，请选从县计导出的那个' },
  });
});

test.each(SCHEME_PRESETS)(
  'shipped: $name is whole, is scored in a book with its indicators, and names its source',
  async (preset) => {
    const session = await testSession(['虢镇', '千河镇']);
    const [shipped] = (await session.ask('schemes.presets', { year: 2012 })).filter(
      (one) => one.name === preset.name,
    );
    expect(problemsOfScheme({ ...preset.scheme, year: 2012 })).toEqual([]);
    expect(contract.safeParse(shipped?.scheme).success).toBe(true);
    expect(preset.source.length).toBeGreaterThan(10);
    const named = new Set(
      preset.scheme.items
        .flatMap((one) => sourcesOf(one.rule))
        .flatMap((source) => (source.from === 'indicator' ? source.indicator : [])),
    );
    for (const name of named) await withIndicator(session, name, '10', [[3, '5']]);
    await session.ask('schemes.save', { scheme: { ...preset.scheme, year: 2012 } });
    const { groups } = await session.ask('scores.sheet', { year: 2012, month: 3 });
    expect(groups.map((group) => group.name)).toEqual(
      preset.scheme.groups.map((group) => group.name),
    );
  },
);
