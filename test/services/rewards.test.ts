/**
 * Rewards from the book: proposals with their reasons, 拟奖 → 公示 → 已兑现, instalments by stage,
 * once only, best-of, tasks and what is owed.
 */
import { expect, test } from 'vitest';
import type { Input, Output } from '../../preload/contract/index.ts';
import { testSession, type TestSession } from '../helpers/session.ts';
import { typedIndicator } from '../helpers/indicator.ts';

type RuleInput = Input<'rewards.saveRules'>['book']['rules'][number];
const PARK: RuleInput['what'] = {
  kind: 'share',
  base: 'recognised',
  per: '‰',
  mode: 'marginal',
  tiers: [
    { from: '0', rate: '3' },
    { from: '1000', rate: '4' },
    { from: '10000', rate: '5' },
  ],
};
const rule = (more: Partial<RuleInput> = {}): RuleInput => ({
  code: '引荐奖',
  name: '引荐人奖励',
  document: '县政发〔2012〕3号',
  from: '2012-01-01',
  until: '2013-12-31',
  review: { by: '市场监管局', date: '2012-01-05' },
  to: 'units',
  currency: 'CNY',
  what: PARK,
  filters: [],
  within: 'ever',
  beyond: null,
  mostPerAward: '1000000',
  mostPerReceiver: null,
  mostInAll: null,
  once: true,
  best: null,
  instalments: [],
  ...more,
});
const save = (
  session: TestSession,
  rules: readonly RuleInput[],
  year = 2012,
  budget: string | null = '1000000',
) =>
  session.ask('rewards.saveRules', {
    book: { name: `${year}年奖励办法`, year, budget, rules: [...rules] },
  });
const shown = (list: Output<'rewards.propose'>) =>
  list.map((one) => [one.rule, one.subject, one.amount, one.refused]);

/** 水泥厂 has 1.2亿 recognised of 1.25亿, half each of two units; 纺织厂 has 800万, nobody judged. */
async function prepared() {
  const session = await testSession(['虢镇', '千河镇']);
  const { ids } = await session.ask('records.create', {
    ledger: 'project',
    records: [
      { name: '水泥厂', introducer: '虢镇', stage: '开工', started_date: '2012-03-01' },
      { name: '纺织厂', introducer: '千河镇' },
    ],
  });
  const [cement = 0, textile = 0] = ids;
  const arrival = {
    id: null,
    source: null,
    evidence: null,
    remark: null,
    currency: 'CNY',
    anyway: false,
  };
  await session.ask('projects.saveArrival', {
    ...arrival,
    project: cement,
    date: '2012-05-01',
    amount: '12500万元',
    cuts: [{ amount: '500万元', reason: '土地款' }],
  });
  await session.ask('projects.saveArrival', {
    ...arrival,
    project: textile,
    date: '2012-06-01',
    amount: '800万元',
    cuts: null,
  });
  await session.ask('projects.setCredit', {
    id: cement,
    split: 'equal',
    shares: [
      { unit: '虢镇', percent: '50' },
      { unit: '千河镇', percent: '50' },
    ],
    certificate: null,
  });
  return { session, cement, textile };
}

test('1.2亿 recognised gives 49万 to two units by halves: proposed, publicised, paid; a paid award never moves', async () => {
  const { session, cement } = await prepared();
  await save(session, [
    rule({
      instalments: [
        { percent: '40', stage: 'started' },
        { percent: '30', stage: 'producing' },
        { percent: '30', stage: 'full_output' },
      ],
    }),
  ]);
  const [proposal] = await session.ask('rewards.propose', { year: 2012 });
  expect(proposal).toMatchObject({
    subject: '水泥厂',
    project: cement,
    base: '120000000',
    amount: '490000',
    words: '认定到位资金1000万×3‰＋9000万×4‰＋2000万×5‰＝49万元',
    receivers: [
      { unit: '虢镇', percent: '50' },
      { unit: '千河镇', percent: '50' },
    ],
    refused: null,
  });
  const [id = 0] = (await session.ask('rewards.adopt', { year: 2012, keys: [proposal?.key ?? ''] }))
    .ids;
  await session.ask('rewards.share', {
    id,
    receivers: [
      { unit: '虢镇', person: '张三', percent: '70' },
      { unit: '千河镇', person: null, percent: '30' },
    ],
  });
  const one = async () => (await session.ask('rewards.list', { year: 2012 })).rewards[0];
  expect(await one()).toMatchObject({
    state: 'proposed',
    capitals: '肆拾玖万元整',
    shares: [
      { person: '张三', amount: '343000.00' },
      { unit: '千河镇', amount: '147000.00' },
    ],
    instalments: [
      { amount: '196000.00', due: true },
      { amount: '147000.00', due: false },
      { amount: '147000.00', due: false },
    ],
  });
  expect(shown(await session.ask('rewards.propose', { year: 2012 }))).toEqual([
    ['引荐奖', '水泥厂', '490000', '已经列入奖励，不再列'],
  ]);

  const [first = 0, second = 0] = (await one())?.instalments.map((part) => part.id) ?? [];
  const pay = (instalment: number, date = '2012-10-20') =>
    session.ask('rewards.pay', { instalments: [instalment], date, voucher: '凭证7' });
  await expect(pay(first)).rejects.toMatchObject({
    code: 'reward.cannot',
    params: { problem: '“水泥厂”尚未公示，请先公示' },
  });
  await session.ask('rewards.publicise', { ids: [id], from: '2012-10-08', until: '2012-10-15' });
  await expect(pay(first, '2012-10-15')).rejects.toMatchObject({
    params: { problem: '“水泥厂”公示到2012-10-15，之后才能兑现' },
  });
  await expect(
    session.ask('rewards.share', {
      id,
      receivers: [{ unit: '虢镇', person: null, percent: '100' }],
    }),
  ).rejects.toMatchObject({ code: 'reward.cannot' });
  await pay(first);
  await expect(pay(first)).rejects.toMatchObject({
    params: { problem: '“水泥厂”这一期2012-10-20已经兑现' },
  });
  await expect(pay(second)).rejects.toMatchObject({
    params: { problem: '“水泥厂”尚未到“投产”，这一期不能兑现' },
  });
  await expect(
    session.ask('rewards.takeBack', { ids: [id], reason: '重算' }),
  ).rejects.toMatchObject({ params: { problem: '“水泥厂”已经兑现，不能退回' } });
  expect(await session.ask('rewards.list', { year: 2012 })).toMatchObject({
    rewards: [{ state: 'paying' }],
    sums: {
      budget: '1000000',
      proposed: '0',
      publicised: '490000',
      paid: '196000',
      owed: '294000',
      left: '510000',
      others: 0,
    },
  });

  const [entry] = (await session.ask('projects.parts', { id: cement })).arrivals;
  await session.ask('projects.saveArrival', {
    project: cement,
    id: entry?.id ?? 0,
    date: '2012-05-01',
    amount: '12500万元',
    currency: 'CNY',
    source: null,
    evidence: null,
    remark: null,
    cuts: [{ amount: '1500万元', reason: '土地款' }],
    anyway: false,
  });
  expect(await one()).toMatchObject({
    amount: '490000.00',
    words: proposal?.words,
    difference: '-50000',
  });
  await session.ask('changes.undo', {});
  expect(await one()).toMatchObject({ amount: '490000.00', difference: null });
});

test('an adopted award goes with its shares and instalments by undo; taken back from 公示 it keeps the reason', async () => {
  const { session } = await prepared();
  await save(session, [rule()]);
  const adopt = async () =>
    (
      await session.ask('rewards.adopt', {
        year: 2012,
        keys: [(await session.ask('rewards.propose', { year: 2012 }))[0]?.key ?? ''],
      })
    ).ids[0] ?? 0;
  await adopt();
  await session.ask('changes.undo', {});
  expect((await session.ask('rewards.list', { year: 2012 })).rewards).toEqual([]);
  const id = await adopt();
  await session.ask('rewards.publicise', { ids: [id], from: '2012-10-08', until: '2012-10-15' });
  await session.ask('rewards.takeBack', { ids: [id], reason: '有异议，核实后再公示' });
  expect((await session.ask('rewards.list', { year: 2012 })).rewards).toMatchObject([
    { id, state: 'proposed', publicFrom: null, note: '有异议，核实后再公示' },
  ]);
  await session.ask('rewards.takeBack', { ids: [id], reason: '不奖' });
  expect(await session.ask('rewards.list', { year: 2012 })).toMatchObject({
    rewards: [],
    sums: { owed: '0', left: '1000000' },
  });
});

test('what nobody recognised is not counted and said; below the first tier nothing is proposed', async () => {
  const { session } = await prepared();
  await save(session, [rule({ what: { ...PARK, base: 'arrived' } as RuleInput['what'] })]);
  expect(shown(await session.ask('rewards.propose', { year: 2012 }))).toEqual([
    ['引荐奖', '水泥厂', '515000', null],
    ['引荐奖', '纺织厂', '24000', null],
  ]);
  await save(session, [rule()]);
  expect(shown(await session.ask('rewards.propose', { year: 2012 }))).toEqual([
    ['引荐奖', '水泥厂', '490000', null],
  ]);
});

test('of a year only what surely arrived in it: what has no day or may be another year’s is said, and alone it is asked for', async () => {
  const { session, cement, textile } = await prepared();
  const late = {
    id: null,
    source: null,
    evidence: null,
    remark: null,
    currency: 'CNY',
    cuts: null,
    anyway: true,
  };
  await session.ask('projects.saveArrival', {
    ...late,
    project: cement,
    date: null,
    amount: '300万元',
  });
  await session.ask('projects.saveArrival', {
    ...late,
    project: cement,
    date: '2012',
    amount: '200万元',
  });
  await session.ask('projects.saveArrival', {
    ...late,
    project: cement,
    date: '2011',
    amount: '9000万元',
  });
  const [entry] = (await session.ask('projects.parts', { id: textile })).arrivals;
  await session.ask('projects.saveArrival', {
    ...late,
    project: textile,
    id: entry?.id ?? 0,
    date: null,
    amount: '800万元',
  });
  await save(session, [
    rule({ within: 'year', what: { ...PARK, base: 'arrived' } as RuleInput['what'] }),
  ]);
  const found = await session.ask('rewards.propose', { year: 2012 });
  expect(found.map((one) => [one.subject, one.base, one.refused])).toEqual([
    ['水泥厂', '127000000', null],
    ['纺织厂', '0', '到位资金没有日期，或分不清是不是本年到的，请补日期'],
  ]);
  expect(found[0]?.words).toContain('；另有1笔没有日期，或分不清是不是本年到的，不计，请补日期');
});

test('once only also in later years; best-of keeps the highest; unreviewed rules give nothing', async () => {
  const { session } = await prepared();
  const fixed: RuleInput['what'] = {
    kind: 'fixed',
    base: 'arrived',
    tiers: [{ from: '500', amount: '500000' }],
  };
  await save(session, [
    rule({ best: '项目奖' }),
    rule({ code: '定额', name: '定额奖', what: fixed, best: '项目奖' }),
    rule({ code: '未审', name: '未审奖', what: fixed, review: null }),
  ]);
  const found = await session.ask('rewards.propose', { year: 2012 });
  expect(shown(found)).toEqual([
    ['引荐奖', '水泥厂', '490000', '就高不重复，按“定额奖”奖'],
    ['定额', '水泥厂', '500000', null],
    ['定额', '纺织厂', '500000', null],
    ['未审', '水泥厂', '500000', '县政发〔2012〕3号尚未经公平竞争审查，审查后才能发放'],
    ['未审', '纺织厂', '500000', '县政发〔2012〕3号尚未经公平竞争审查，审查后才能发放'],
  ]);
  await expect(
    session.ask('rewards.adopt', { year: 2012, keys: [found[0]?.key ?? ''] }),
  ).rejects.toMatchObject({ code: 'reward.cannot' });
  await session.ask('rewards.adopt', { year: 2012, keys: [found[1]?.key ?? ''] });
  await save(session, [rule({ code: '定额', name: '定额奖', what: fixed })], 2013);
  expect(shown(await session.ask('rewards.propose', { year: 2013 }))).toEqual([
    ['定额', '水泥厂', '500000', '2012年已经奖过，只奖一次'],
    ['定额', '纺织厂', '500000', null],
  ]);
});

test('the task’s part is not rewarded, and who has no task is asked for one', async () => {
  const { session } = await prepared();
  const { id: indicator } = await session.ask('indicators.save', {
    id: null,
    indicator: typedIndicator('到位资金'),
  });
  const unit = (await session.ask('units.list', {})).find((one) => one.name === '虢镇')?.id ?? 0;
  await session.ask('targets.edit', {
    year: 2012,
    edits: [{ unit, indicator, part: 'assured', text: '0.5' }],
  });
  await save(session, [rule({ beyond: '到位资金', once: false, mostPerAward: null })]);
  expect(
    (await session.ask('rewards.propose', { year: 2012 })).map((one) => [
      one.subject,
      one.base,
      one.amount,
      one.words,
      one.refused,
    ]),
  ).toEqual([
    [
      '虢镇',
      '10000000',
      '30000',
      '1个项目6000万元，任务5000万元内不奖，超出1000万元：1000万×3‰＝3万元',
      null,
    ],
    ['千河镇', '60000000', '0', '', '千河镇没有“到位资金”的任务，请先下达'],
  ]);
});

test('rules are kept by version, copied to the next year, and refused where they do not fit', async () => {
  const { session } = await prepared();
  await expect(session.ask('rewards.propose', { year: 2012 })).rejects.toMatchObject({
    code: 'reward.noRules',
  });
  await expect(
    save(session, [
      rule({ what: { ...PARK, tiers: [{ from: '100', rate: '3' }] } as RuleInput['what'] }),
    ]),
  ).rejects.toMatchObject({
    code: 'reward.wrong',
    params: { problem: '“引荐人奖励”按超额累进，第一档要从0开始' },
  });
  await expect(save(session, [rule({ beyond: '没有的' })])).rejects.toMatchObject({
    params: { problem: '没有指标“没有的”，请先在“目标”中建立，或改选其他指标' },
  });
  expect((await save(session, [rule()])).number).toBe(1);
  expect((await save(session, [rule()])).number).toBe(2);
  expect(await session.ask('rewards.copyRules', { from: 2012, to: 2013 })).toMatchObject({
    name: '2013年奖励办法',
    year: 2013,
    rules: [{ code: '引荐奖' }],
  });
});

test('caps bind what is given together: of a receiver, of a team and in all; what stands has taken its part', async () => {
  const { session } = await prepared();
  const arrived = { ...PARK, base: 'arrived' } as RuleInput['what'];
  // 51.5万 halved between two units, and 2.4万 of 千河镇 alone
  await save(session, [rule({ what: arrived, mostPerReceiver: '200000' })]);
  const [team, own] = await session.ask('rewards.propose', { year: 2012 });
  expect([team?.amount, team?.words.split('，').slice(-2)]).toEqual([
    '400000',
    ['虢镇累计封顶20万元', '减为40万元'],
  ]);
  expect([own?.amount, own?.refused]).toEqual(['0', '封顶额度已经用完']);
  const [id = 0] = (await session.ask('rewards.adopt', { year: 2012, keys: [team?.key ?? ''] }))
    .ids;
  await expect(
    session.ask('rewards.share', {
      id,
      receivers: [
        { unit: '虢镇', person: null, percent: '60' },
        { unit: '千河镇', person: null, percent: '40' },
      ],
    }),
  ).rejects.toMatchObject({
    code: 'reward.cannot',
    params: { problem: '“虢镇”按“引荐人奖励”累计24万元，超过封顶20万元，请改分配' },
  });
  expect(
    (await session.ask('rewards.list', { year: 2012 })).rewards[0]?.shares.map(
      (share) => share.amount,
    ),
  ).toEqual(['200000.00', '200000.00']);

  await save(session, [rule({ what: arrived, mostInAll: '410000' })]);
  expect(
    (await session.ask('rewards.propose', { year: 2012 })).map((one) => [
      one.subject,
      one.amount,
      one.refused,
    ]),
  ).toEqual([
    ['水泥厂', '410000', '已经列入奖励，不再列'],
    ['纺织厂', '10000', null],
  ]);
  expect((await session.ask('rewards.list', { year: 2012 })).rewards[0]).toMatchObject({
    amount: '400000.00',
    difference: '10000',
  });
  await expect(
    save(session, [rule({ filters: [{ field: 'signed_date', text: '明天' }] })]),
  ).rejects.toMatchObject({ code: 'filter.unreadable' });
});

test('places of the published scores give fixed sums; what is struck out gives none; scores published later change nothing given', async () => {
  const { session } = await prepared();
  await session.ask('schemes.save', {
    scheme: {
      name: '考核办法',
      year: 2012,
      document: null,
      places: 2,
      sheets: [{ name: '总', percent: '100', most: null }],
      most: null,
      grades: [],
      vetoGrade: '不合格',
      groups: [
        { name: '乡镇组', of: 'units', kinds: ['township'], units: [], items: ['评议', '否决'] },
      ],
      items: [
        {
          code: '评议',
          name: '评议',
          sheet: '总',
          points: '100',
          most: null,
          least: null,
          rule: { kind: 'manual', panels: [{ name: '领导', percent: '100' }] },
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
      ],
    },
  });
  const give = (unit: string, value: string) =>
    session.ask('scores.addEvent', {
      year: 2012,
      item: '评议',
      unit,
      date: '2012-09-20',
      value,
      panel: '领导',
      reason: '评议',
    });
  await give('虢镇', '90');
  await give('千河镇', '80');
  const graded: RuleInput['what'] = {
    kind: 'graded',
    group: '乡镇组',
    sums: [
      { grade: null, toPlace: 1, amount: '1000000' },
      { grade: null, toPlace: 2, amount: '500000' },
    ],
  };
  await save(
    session,
    [rule({ code: '考核奖', name: '考核前三名', what: graded, once: false })],
    2012,
    null,
  );
  expect(await session.ask('rewards.propose', { year: 2012 })).toEqual([]);
  await session.ask('scores.publish', { year: 2012, month: 9 });
  expect(shown(await session.ask('rewards.propose', { year: 2012 }))).toEqual(
    ['虢镇', '千河镇'].map((name, at) => [
      '考核奖',
      name,
      at === 0 ? '1000000' : '500000',
      '尚未公布全年得分，公布后才能列入',
    ]),
  );
  await session.ask('scores.publish', { year: 2012, kind: 'year', month: 12 });
  const found = await session.ask('rewards.propose', { year: 2012 });
  expect(found.map((one) => [one.subject, one.amount, one.words, one.refused])).toEqual([
    ['虢镇', '1000000', '2012年全年公布得分90.00，第1名，奖100万元', null],
    ['千河镇', '500000', '2012年全年公布得分80.00，第2名，奖50万元', null],
  ]);
  await session.ask('rewards.adopt', { year: 2012, keys: found.map((one) => one.key) });
  await session.ask('scores.addEvent', {
    year: 2012,
    item: '否决',
    unit: '虢镇',
    date: '2012-09-21',
    value: '1',
    reason: '较大事故',
    proposer: '应急局',
    approval: '考核委',
    document: '县考〔2012〕7号',
  });
  await session.ask('scores.publish', {
    year: 2012,
    kind: 'year',
    month: 12,
    note: '虢镇一票否决',
    corrects: 2,
  });
  expect(
    (await session.ask('rewards.propose', { year: 2012 })).map((one) => [one.subject, one.amount]),
  ).toEqual([['千河镇', '1000000']]);
  expect(
    (await session.ask('rewards.list', { year: 2012 })).rewards.map((one) => [
      one.subject,
      one.amount,
      one.difference,
    ]),
  ).toEqual([
    ['虢镇', '1000000.00', null],
    ['千河镇', '500000.00', '500000'],
  ]);
});

test('the printed tables: capitals, signature column and total; a slip for each receiver of each instalment, adding up to the award', async () => {
  const { session } = await prepared();
  await save(session, [
    rule({
      instalments: [
        { percent: '40', stage: 'started' },
        { percent: '30', stage: 'producing' },
        { percent: '30', stage: 'full_output' },
      ],
    }),
  ]);
  const [proposal] = await session.ask('rewards.propose', { year: 2012 });
  const { ids } = await session.ask('rewards.adopt', {
    year: 2012,
    keys: [proposal?.key ?? ''],
    receivers: [
      { unit: '虢镇', person: '张三', percent: '33.33' },
      { unit: '千河镇', person: null, percent: '66.67' },
    ],
  });
  const table = await session.ask('tables.get', { name: 'rewards', options: { year: 2012 } });
  expect(table.header.at(-1)?.at(-1)).toBe('签字');
  expect(table.rows.map((row) => [row[1], row[4], row[5]])).toEqual([
    ['虢镇 张三', '163,317.00', '壹拾陆万叁仟叁佰壹拾柒元整'],
    ['千河镇', '326,683.00', '叁拾贰万陆仟陆佰捌拾叁元整'],
  ]);
  expect(table.totals.map((row) => [row[1], row[4], row[5]])).toEqual([
    ['合计', '490,000.00', '肆拾玖万元整'],
  ]);
  expect(
    (await session.ask('tables.get', { name: 'payment-slip', options: { year: 2012 } })).rows,
  ).toEqual([]);
  await session.ask('rewards.publicise', {
    ids: [...ids],
    from: '2012-10-08',
    until: '2012-10-15',
  });
  const slips = (
    await session.ask('tables.get', { name: 'payment-slip', options: { year: 2012 } })
  ).rows.filter((row) => row[0] === '本次金额');
  expect(slips.map((row) => row[1])).toEqual([
    '65,327.00元',
    '130,673.00元',
    '48,995.00元',
    '98,005.00元',
    '48,995.00元',
    '98,005.00元',
  ]);
});
