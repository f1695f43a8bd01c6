/**
 * An office that reports itself, without townships: its figures stand in every table of the month,
 * alone and beside units.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeTable } from '../../main/reporting/making/making.ts';
import { listedTable, testSession, type TestSession } from '../helpers/session.ts';
import { typedIndicator } from '../helpers/indicator.ts';
import { yearBook } from '../helpers/year.ts';
import { options } from './sample-rows.ts';

const take = async (session: TestSession, name: string, ...rows: readonly string[]) => {
  const file = join(session.folder, `${name}.csv`);
  writeFileSync(file, rows.join('\r\n'));
  const draft = await session.ask('imports.open', { files: [file] });
  await session.ask('imports.commit', { draft: draft.id, onlyValid: true });
};
const table = async (session: TestSession, name: string, unit?: string) =>
  session.ask('tables.get', {
    name: await listedTable(session, name),
    options: { year: 2012, month: 9, ...(unit === undefined ? {} : { unit }) },
  });

test('figures of the whole alone are a row of 通报表 and 序时, and a 月报 with an indicator a row', async () => {
  const session = await testSession([]);
  await take(
    session,
    '朝阳区2012年9月主要指标完成情况',
    '示例县2012年1—9月主要经济指标完成情况,,,,',
    '指标,计量单位,年目标,本月,累计',
    '社会消费品零售总额,亿元,1500,119.2,1073.1',
    '实际利用外资,亿美元,20,2.2,20.2',
  );
  const bulletin = await table(session, 'monthly-bulletin');
  expect(bulletin.rows.map((row) => row.slice(0, 5))).toEqual([
    ['1', '全县', '1,500.0', '119.2', '1,073.1'],
  ]);
  expect(bulletin.totals).toEqual([]);
  // 1073.1 of 1500 where nine twelfths are due, 20.2 of 20
  const report = await table(session, 'unit-report');
  expect(report.rows.map((row) => row.slice(1))).toEqual([
    ['社会消费品零售总额', '亿元', '1,500.0', '119.2', '1,073.1', '—', '71.54', '−3.46'],
    ['实际利用外资', '亿美元', '20.0', '2.2', '20.2', '—', '101.00', '+26.00'],
  ]);
  const pace = await table(session, 'pace');
  expect(pace.rows.map((row) => row.slice(0, 5))).toEqual([
    ['1', '全县', '1,500.0', '1,125.0', '1,073.1'],
  ]);
});

test('beside units the whole is their total, and a 月报 is any unit’s', async () => {
  const session = await testSession(['甲镇', '乙镇']);
  await take(
    session,
    '9月',
    '2012年9月固定资产投资完成情况,,',
    '单位,本月（万元）,累计（万元）',
    '甲镇,10,90',
    '乙镇,20,60',
  );
  const bulletin = await table(session, 'monthly-bulletin');
  expect(bulletin.rows.map((row) => row[1])).toEqual(['甲镇', '乙镇']);
  const cumulative = async (unit?: string) =>
    (await table(session, 'unit-report', unit)).rows.map((row) => row[5]);
  expect([await cumulative(), await cumulative('甲镇'), await cumulative('乙镇')]).toEqual([
    ['150'],
    ['90'],
    ['60'],
  ]);
});

test('targets of the whole alone are 分解表, 一览 and a 责任书 with those above', async () => {
  const session = await testSession([]);
  await take(
    session,
    '2012年目标',
    '示例县2012年主要目标,,,',
    '指标,计量单位,2011年完成,2012年目标',
    '社会消费品零售总额,亿元,1500,1700',
    '实际利用外资,亿美元,21,22',
  );
  const breakdown = await table(session, 'target-breakdown');
  expect(breakdown.rows.map((row) => row.slice(0, 6))).toEqual([
    ['1', '全县', '1,500', '1,700', '', '13.3'],
  ]);
  expect(breakdown.totals).toEqual([]);
  const list = await table(session, 'unit-targets');
  expect(list.rows.map((row) => row.slice(1, 6))).toEqual([
    ['社会消费品零售总额', '亿元', '1,500', '1,700', '13.3'],
    ['实际利用外资', '亿美元', '21', '22', '4.8'],
  ]);
  expect((await table(session, 'responsibility-letter')).rows).toEqual(list.rows);
});

test('the letter of the whole is signed with those above, whom nobody named', () => {
  const { book, add, target } = yearBook([]);
  target(add('社会消费品零售总额', { measure: '亿元', places: 0 }), { 示例县: '1700' });
  const { letter } = makeTable(book, 'responsibility-letter', options({ year: 2012 })).table;
  expect(letter?.title).toBe('2012年示例县\n目标责任书');
  const words = JSON.stringify(letter);
  expect(words).toContain('（　　）与示例县签订本责任书');
  expect(words).toContain('社会消费品零售总额确保1,700亿元');
});

test('records counted as they stand say nothing of a year ago', async () => {
  const session = await testSession(['甲镇']);
  await session.ask('records.create', {
    ledger: 'project',
    records: [{ name: '一号', responsible_unit: '甲镇' }],
  });
  await session.ask('indicators.save', {
    id: null,
    indicator: typedIndicator('重点项目', {
      measure: '个',
      places: 0,
      kind: 'stock',
      counted: {
        ledger: 'project',
        filters: [],
        sum: null,
        unit: 'responsible_unit',
        date: null,
      },
    }),
  });
  const report = await table(session, 'unit-report');
  expect(report.rows.map((row) => row.slice(1, 7))).toEqual([['重点项目', '个', '', '', '1', '—']]);
});
