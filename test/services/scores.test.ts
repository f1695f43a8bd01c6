/**
 * Scores from the book: a changed project changes its score and reason but no published one;
 * events, vetoes, overdue tasks, trial runs, people, objections.
 */
import { expect, test } from 'vitest';
import type { Input } from '../../preload/contract/index.ts';
import { testSession, type TestSession } from '../helpers/session.ts';
import { typedIndicator } from '../helpers/indicator.ts';

type SchemeInput = Input<'schemes.save'>['scheme'];
const tiers = [
  ['0', '2'],
  ['3000', '3'],
  ['10000', '4'],
  ['30000', '5'],
].map(([from = '', points = '']) => ({ from, points, only: [] }));
const signed = (by: string) => ({
  kind: 'tiered' as const,
  source: {
    from: 'ledger' as const,
    ledger: 'project' as const,
    filters: [],
    sum: 'total_investment',
    measure: '万元',
    by,
    date: 'signed_date',
  },
  tiers,
});
const scheme = (more: Partial<SchemeInput> = {}): SchemeInput => ({
  name: '考核办法',
  year: 2012,
  document: null,
  places: 2,
  sheets: [{ name: '总', percent: '100', most: null }],
  most: null,
  grades: [],
  vetoGrade: '不合格',
  groups: [
    { name: '镇街', of: 'units', kinds: ['township'], units: [], items: ['签约', '督办', '否决'] },
    { name: '个人', of: 'people', kinds: ['township'], units: [], items: ['个人'] },
  ],
  items: [
    {
      code: '签约',
      name: '签约项目',
      sheet: '总',
      points: '0',
      most: null,
      least: null,
      rule: signed('credit'),
    },
    {
      code: '督办',
      name: '督办扣分',
      sheet: '总',
      points: '0',
      most: null,
      least: null,
      rule: {
        kind: 'deduction',
        parts: [
          {
            label: '逾期',
            source: { from: 'overdue', ledger: 'task', by: 'lead_unit' },
            weight: '1',
          },
        ],
      },
    },
    {
      code: '否决',
      name: '一票否决',
      sheet: '总',
      points: '0',
      most: null,
      least: null,
      rule: { kind: 'veto' },
    },
    {
      code: '个人',
      name: '个人签约',
      sheet: '总',
      points: '0',
      most: null,
      least: null,
      rule: signed('owner'),
    },
  ],
  ...more,
});

async function prepared() {
  const session = await testSession(['虢镇', '千河镇']);
  await session.ask('records.create', {
    ledger: 'person',
    records: [{ name: '张三', unit: '虢镇' }],
  });
  const { ids } = await session.ask('records.create', {
    ledger: 'project',
    records: [
      {
        name: '水泥厂',
        introducer: '虢镇',
        owner: '张三、李四',
        total_investment: '9000万',
        signed_date: '2012-03-05',
      },
      { name: '上年的', introducer: '虢镇', total_investment: '5亿', signed_date: '2011-12-31' },
    ],
  });
  await session.ask('records.create', {
    ledger: 'task',
    records: [{ title: '编制规划', lead_unit: '千河镇', deadline: '2012-09-30' }],
  });
  await session.ask('schemes.save', { scheme: scheme() });
  return { session, project: ids[0] ?? 0 };
}
const board = async (session: TestSession, month = 10) =>
  (await session.ask('scores.sheet', { year: 2012, month })).groups.flatMap(
    (group) => group.scores,
  );

test('a changed amount changes the score and says why; the published snapshot stays; the objection stands beside it', async () => {
  const { session, project } = await prepared();
  const before = await board(session);
  expect(before.map((one) => [one.name, one.total, one.place])).toEqual([
    ['虢镇', '3.00', 1],
    ['千河镇', '-1.00', 2],
    ['张三', '3.00', 1],
  ]);
  expect(before[0]?.items[0]).toMatchObject({
    points: '3.00',
    reason: '水泥厂 9000万元 → 3000—10000万元档 +3',
    lines: [{ record: { ledger: 'project', id: project } }],
  });
  expect(before[1]?.items[1]?.lines[0]?.text).toBe(
    '编制规划：2012-09-30到期，至2012-10-08未办结，超8天',
  );

  const publication = await session.ask('scores.publish', { year: 2012, month: 10 });
  await session.ask('records.edit', {
    ledger: 'project',
    edits: [{ id: project, field: 'total_investment', value: '3亿' }],
  });
  const after = await board(session);
  expect(after[0]?.total).toBe('5.00');
  expect(after[0]?.items[0]?.reason).toBe('水泥厂 30000万元 → 30000万元以上 +5');
  expect(
    (await session.ask('scores.published', { id: publication.id })).sheet.groups.flatMap(
      (group) => group.scores,
    ),
  ).toEqual(before);

  const [objection = 0] = (
    await session.ask('scores.object', {
      publication: publication.id,
      subject: '虢镇',
      item: '签约',
      objection: '水泥厂已增资',
      date: '2012年10月9日',
    })
  ).ids;
  await session.ask('scores.decide', {
    objection,
    outcome: '属实，下月更正',
    date: '2012-10-12',
    by: '考核办',
  });
  expect((await session.ask('scores.published', { id: publication.id })).objections).toEqual([
    {
      id: objection,
      subject: '虢镇',
      item: '签约',
      objection: '水泥厂已增资',
      raisedOn: '2012-10-09',
      outcome: '属实，下月更正',
      decidedOn: '2012-10-12',
      decidedBy: '考核办',
    },
  ]);
});

test('what scores leave out is told: no day, nobody’s, an amount without a rate; with a rate it counts, and says how', async () => {
  const { session } = await prepared();
  const notes = async (month = 10) =>
    (await session.ask('scores.sheet', { year: 2012, month })).notes;
  expect(await notes()).toEqual([]);
  const { ids } = await session.ask('records.create', {
    ledger: 'project',
    records: [
      { name: '没日期的', introducer: '虢镇', owner: '张三', total_investment: '5亿' },
      { name: '没单位的', total_investment: '5亿', signed_date: '2012-04-01' },
      {
        name: '外资厂',
        introducer: '千河镇',
        owner: '张三',
        currency: 'USD',
        total_investment: '1000万',
        signed_date: '2012-05-01',
      },
      {
        name: '年底的外资厂',
        introducer: '千河镇',
        owner: '张三',
        currency: 'USD',
        total_investment: '1000万',
        signed_date: '2012-12-01',
      },
    ],
  });
  expect(ids).toHaveLength(4);
  expect(await notes()).toEqual([
    '“签约项目”另有1条没有签约日期、1条没写引进单位、1条没有汇率，没有计分，补上就计。',
    '“个人签约”另有1条没有签约日期、1条没写责任人、1条没有汇率，没有计分，补上就计。',
  ]);
  expect((await notes(12))[0]).toContain('2条没有汇率');
  await session.ask('projects.saveRates', {
    rule: 'fixed',
    list: [{ currency: 'USD', year: 2012, date: null, rate: '6.3' }],
  });
  expect(await notes()).toEqual([
    '“签约项目”另有1条没有签约日期、1条没写引进单位，没有计分，补上就计。',
    '“个人签约”另有1条没有签约日期、1条没写责任人，没有计分，补上就计。',
  ]);
  const [mine] = (await board(session)).filter((one) => one.name === '千河镇');
  expect(mine?.items[0]).toMatchObject({
    points: '3.00',
    reason: '外资厂（1000万美元×6.3） 6300万元 → 3000—10000万元档 +3',
  });
});

test('a veto wants its papers, strikes out and is taken back by undo', async () => {
  const { session } = await prepared();
  const veto = {
    year: 2012,
    item: '否决',
    unit: '虢镇',
    date: '2012-08-01',
    value: '1',
    reason: '较大事故',
  };
  await expect(session.ask('scores.addEvent', veto)).rejects.toMatchObject({
    code: 'score.vetoNeeds',
    params: { what: '提请单位、批准人、文号' },
  });
  await session.ask('scores.addEvent', {
    ...veto,
    proposer: '应急局',
    approval: '考核委',
    document: '县考〔2012〕7号',
  });
  const [struck, other] = await board(session);
  expect([struck?.place, struck?.grade, struck?.veto]).toEqual([
    null,
    '不合格',
    '一票否决：较大事故（提请：应急局，批准：考核委，县考〔2012〕7号）',
  ]);
  expect(other?.place).toBe(1);
  // before it happened nobody was struck out
  expect((await board(session, 7))[0]?.veto).toBe(null);
  await session.ask('changes.undo', {});
  expect((await board(session))[0]?.place).toBe(1);
});

test('a trial tells the difference unit by unit and writes nothing; saving makes the next version', async () => {
  const { session } = await prepared();
  const [own, ...others] = scheme().items;
  const dearer = scheme({
    items:
      own === undefined
        ? []
        : [
            {
              ...own,
              rule: { ...signed('credit'), tiers: [{ from: '0', points: '7', only: [] }] },
            },
            ...others,
          ],
  });
  expect(
    (await session.ask('scores.trial', { year: 2012, month: 10, scheme: dearer }))[0],
  ).toMatchObject({
    group: '镇街',
    name: '虢镇',
    before: { total: '3.00', place: 1 },
    after: { total: '7.00', place: 1 },
    difference: '4',
    items: [
      { name: '签约项目', before: '3.00', after: '7.00', reason: '水泥厂 9000万元 → 0万元以上 +7' },
    ],
  });
  expect((await board(session))[0]?.total).toBe('3.00');
  expect((await session.ask('schemes.save', { scheme: dearer })).number).toBe(2);
  await expect(
    session.ask('schemes.save', {
      scheme: scheme({ sheets: [{ name: '总', percent: '90', most: null }] }),
    }),
  ).rejects.toMatchObject({
    code: 'scheme.wrong',
    params: { problem: '各表占比合计90%，不是100%' },
  });
  await expect(
    session.ask('schemes.save', {
      scheme: scheme({
        items:
          own === undefined
            ? []
            : [
                {
                  ...own,
                  rule: {
                    ...signed('credit'),
                    tiers: [
                      { from: '0', points: '7', only: [{ field: 'signed_date', text: '明天' }] },
                    ],
                  },
                },
                ...others,
              ],
      }),
    }),
  ).rejects.toMatchObject({ code: 'filter.unreadable' });
  await expect(session.ask('scores.sheet', { year: 2011, month: 1 })).rejects.toMatchObject({
    code: 'scheme.missing',
  });
  await expect(
    session.ask('scores.addEvent', {
      year: 2012,
      item: '签约',
      unit: '虢镇',
      date: '2012-08-01',
      value: '1',
      reason: '无',
    }),
  ).rejects.toMatchObject({ code: 'scheme.wrong' });
});

test('the printed tables say the same as the sheet, and without a scheme what is missing', async () => {
  const { session } = await prepared();
  const table = await session.ask('tables.get', {
    name: 'scores',
    options: { year: 2012, month: 10 },
  });
  expect(table.rows).toEqual([
    ['1', '虢镇', '3.00', '', ''],
    ['2', '千河镇', '−1.00', '', ''],
    ['1', '张三', '3.00', '', ''],
  ]);
  const details = await session.ask('tables.get', {
    name: 'score-details',
    options: { year: 2012, month: 10, unit: '千河镇' },
  });
  expect(details.rows).toEqual([
    ['1', '签约项目', '0.00', '没有符合的记录'],
    ['2', '督办扣分', '−1.00', '逾期1 × 1＝−1'],
    ['3', '一票否决', '0.00', '没有提请'],
  ]);
  expect(details.totals).toEqual([['', '合计得分', '−1.00', '']]);
  expect(
    (await session.ask('tables.get', { name: 'scores', options: { year: 2011, month: 10 } })).rows,
  ).toEqual([]);
});

test('figures of an indicator against its target, the panel beside it', async () => {
  const { session } = await prepared();
  const { id } = await session.ask('indicators.save', {
    id: null,
    indicator: typedIndicator('财政收入', { measure: '万元', places: 0 }),
  });
  const units = new Map((await session.ask('units.list', {})).map((unit) => [unit.name, unit.id]));
  await session.ask('targets.edit', {
    year: 2012,
    edits: [{ indicator: id, unit: units.get('虢镇') ?? 0, part: 'assured', text: '1563' }],
  });
  await session.ask('progress.edit', {
    year: 2012,
    month: 9,
    edits: [{ indicator: id, unit: units.get('虢镇') ?? 0, part: 'cumulative', text: '1349' }],
  });
  const of = (
    code: string,
    rule: SchemeInput['items'][number]['rule'],
  ): SchemeInput['items'][number] => ({
    code,
    name: code,
    sheet: '总',
    points: '15',
    most: null,
    least: null,
    rule,
  });
  await session.ask('schemes.save', {
    scheme: scheme({
      items: [
        of('收入', {
          kind: 'completion',
          cap: '120',
          floor: null,
          parts: [
            {
              label: '收入',
              weight: '100',
              source: { from: 'indicator', indicator: '财政收入', against: 'assured' },
            },
          ],
        }),
        of('评议', { kind: 'manual', panels: [{ name: '领导', percent: '100' }] }),
      ],
      groups: [
        { name: '镇街', of: 'units', kinds: ['township'], units: [], items: ['收入', '评议'] },
      ],
    }),
  });
  await session.ask('scores.addEvent', {
    year: 2012,
    item: '评议',
    unit: '虢镇',
    date: '2012-09-20',
    value: '13.5',
    panel: '领导',
    reason: '年中评议',
  });
  const [done, none] = await board(session, 9);
  expect(done?.items.map((one) => [one.points, one.reason])).toEqual([
    ['12.95', '15 × 86.31%（1349 ÷ 1563）'],
    ['13.50', '领导13.5 × 100%'],
  ]);
  expect(none?.items.map((one) => [one.points, one.reason])).toEqual([
    [null, '没有目标，不计分'],
    [null, '领导尚未打分'],
  ]);
  await expect(
    session.ask('scores.addEvent', {
      year: 2012,
      item: '评议',
      unit: '虢镇',
      date: '2012-09-20',
      value: '80',
      panel: '外人',
      reason: '年中评议',
    }),
  ).rejects.toMatchObject({ code: 'scheme.wrong' });
});
