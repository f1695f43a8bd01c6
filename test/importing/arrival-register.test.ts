/**
 * Registers of arrived funds in several offices' layouts: each row is a dated entry of its project,
 * and what can hardly be waits for a word.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testSession, type TestSession } from '../helpers/session.ts';

const PROJECTS = [
  {
    name: '水泥熟料项目',
    introducer: '虢镇',
    signed_date: '2012-02-10',
    contract_amount: '3000万元',
  },
  { name: '饲料加工项目', introducer: '千河镇', signed_date: '2012-01-05' },
];
const begun = async (): Promise<TestSession> => {
  const session = await testSession(['虢镇', '千河镇']);
  await session.ask('records.create', { ledger: 'project', records: PROJECTS });
  return session;
};
const opened = async (session: TestSession, rows: readonly (readonly string[])[]) => {
  const file = join(session.folder, '登记.csv');
  writeFileSync(file, rows.map((row) => row.join(',')).join('\r\n'));
  return session.ask('imports.open', { files: [file] });
};
const entries = async (session: TestSession) =>
  (
    await session.ask('records.page', {
      query: { ledger: 'arrival', filters: [], search: '', sort: [], group: [] },
      offset: 0,
      limit: 50,
    })
  )
    .map((row) => [row['project'], row['date'], row['amount'], row['evidence'], row['shares']])
    .sort((a, b) => (String(a) < String(b) ? -1 : 1));

const LAYOUTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '万元 with 分成 in its column': [
    ['2012年上半年招商引资到位资金登记表', '', '', '', '', '', ''],
    ['序号', '项目名称', '到位时间', '到位金额（万元）', '凭证', '引进单位', '分成'],
    ['1', '水泥熟料项目', '2012-3-5', '1200', '验资报告', '虢镇、千河镇', '7:3'],
    ['2', '饲料加工项目', '2012-5-9', '580', '进账单', '千河镇', ''],
    ['3', '水泥熟料项目', '2012-6-1', '300', '进账单', '虢镇、千河镇', '7:3'],
  ],
  '元, another order, other words, shares in the remark': [
    ['招商项目资金到账明细', '', '', '', '', ''],
    ['到账日期', '引资单位', '项目名称', '到账金额（元）', '佐证材料', '备注'],
    ['2012年3月5日', '虢镇、千河镇', '水泥熟料项目', '12000000', '验资报告', '分成70%、30%'],
    ['2012年5月9日', '千河镇', '饲料加工项目', '5800000', '进账单', ''],
    ['2012年6月1日', '虢镇、千河镇', '水泥熟料项目', '3000000', '进账单', '分成70%、30%'],
  ],
  '亿元 with a total and a month without a day': [
    ['单位：亿元', '', '', '', ''],
    ['项目', '入账时间', '币种', '到资额（亿元）', '凭证类别'],
    ['水泥熟料项目', '2012.03.05', '人民币', '0.12', '验资报告'],
    ['饲料加工项目', '2012.05.09', '人民币', '0.058', '进账单'],
    ['水泥熟料项目', '2012.06.01', '人民币', '0.03', '进账单'],
    ['合计', '', '', '0.208', ''],
  ],
};

test.each(Object.keys(LAYOUTS))('a register in %s', async (name) => {
  const session = await begun();
  const rows = LAYOUTS[name] ?? [];
  const draft = await opened(session, rows);
  expect(draft).toMatchObject({ ledger: 'arrival', counts: { new: 3, rejected: 0 } });
  await session.ask('imports.commit', { draft: draft.id, onlyValid: false });
  const shares = rows.flat().some((cell) => cell.includes('千河镇')) ? '虢镇70%、千河镇30%' : null;
  expect(await entries(session)).toEqual([
    ['水泥熟料项目', '2012-03-05', '12000000.00', '验资报告', shares],
    ['水泥熟料项目', '2012-06-01', '3000000.00', '进账单', shares],
    ['饲料加工项目', '2012-05-09', '5800000.00', '进账单', null],
  ]);
  expect((await opened(session, rows)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
});

test('what can hardly be waits, and comes in when it is said to be right', async () => {
  const session = await begun();
  const rows = [
    ['项目名称', '到位日期', '到位资金（万元）', '引进单位'],
    ['水泥熟料项目', '2012-01-20', '100', '虢镇'],
    ['水泥熟料项目', '2013-03-01', '200', '虢镇'],
    ['饲料加工项目', '2012-04-01', '50', '千河镇'],
    ['饲料加工项目', '2012-04-01', '60', '千河镇'],
    ['水泥熟料项目', '2012-05-01', '2900', '虢镇'],
    ['水泥熟料项目', '2012-06-01', '150', '千河镇'],
    ['没有的项目', '2012-06-01', '150', '千河镇'],
  ];
  const draft = await opened(session, rows);
  const doubts = draft.files[0]?.report?.sheets[0]?.tables[0]?.issues ?? [];
  expect(doubts.map(({ row, code, message }) => [row, code, message.split('。')[0]])).toEqual([
    [2, 'arrival.unsigned', '到位日期2012-01-20早于签约日期2012-02-10'],
    [3, 'arrival.future', '到位日期2013-03-01在今天（2012-10-08）之后'],
    [5, 'arrival.twice', '2012-04-01已有一笔50万元，这笔60万元是更正还是另一笔'],
    [7, 'arrival.over', '累计到位比合同引资3000万元多50万元'],
    [7, 'arrival.introducer', '引进单位写的是“千河镇”，项目台账里是“虢镇”'],
    [8, 'arrival.project', '项目台账里没有“没有的项目”'],
  ]);
  expect(draft.counts).toMatchObject({ new: 2, rejected: 5 });
  const answered = await session.ask('imports.answer', {
    draft: draft.id,
    answers: [
      { kind: 'accept', file: '登记.csv', sheet: '登记', row: 5, column: 'C' },
      { kind: 'accept', file: '登记.csv', sheet: '登记', row: 2, column: 'B' },
    ],
  });
  expect(answered.counts).toMatchObject({ new: 4, rejected: 3 });
});

test('an entry is told apart from the month or the total that covers it, never added again', async () => {
  const session = await testSession(['虢镇']);
  const list = await opened(session, [
    ['2012年重点项目台账（截至2012年6月）', '', ''],
    ['项目名称', '总投资（万元）', '到位资金（万元）'],
    ['水泥熟料项目', '5000', '800'],
  ]);
  await session.ask('imports.commit', { draft: list.id, onlyValid: false });
  const register = await opened(session, [
    ['项目名称', '到位日期', '到位金额（万元）'],
    ['水泥熟料项目', '2012-03-05', '300'],
    ['水泥熟料项目', '2012-08-05', '40'],
  ]);
  await session.ask('imports.commit', { draft: register.id, onlyValid: false });
  expect((await entries(session)).map(([, date, amount]) => [date, amount])).toEqual([
    [null, '5000000.00'],
    ['2012-03-05', '3000000.00'],
    ['2012-08-05', '400000.00'],
  ]);
});

test('a project has as many rows as money came in, also where only a unit and a remark stand beside', async () => {
  const session = await begun();
  const draft = await opened(session, [
    ['招商项目到位资金台账', '', '', '', ''],
    ['项目名称', '招商单位', '资金到位日期', '到位资金（万元）', '备注'],
    ['水泥熟料项目', '虢镇', '2012-3-5', '1200', ''],
    ['饲料加工项目', '千河镇', '2012-5-9', '580', ''],
    ['水泥熟料项目', '虢镇', '2012-6-1', '300', ''],
  ]);
  expect(draft).toMatchObject({ ledger: 'arrival', counts: { new: 3, rejected: 0 } });
});

test('a list of projects that tells of each what arrived and when is one of projects', async () => {
  const session = await begun();
  const draft = await opened(session, [
    ['项目名称', '总投资（万元）', '到位时间', '到位资金（万元）'],
    ['钢构加工项目', '8000', '2012-3-5', '1200'],
    ['冷链仓储项目', '5000', '2012-5-9', '580'],
  ]);
  expect(draft.ledger).toBe('project');
});
