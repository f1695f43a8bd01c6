/**
 * A ledger made of a sheet: years that tell columns apart stay in their names, a column of states
 * closes what is done, measures that stand row by row are not added; and a year's investment beside
 * its plan.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testSession, type TestSession } from '../helpers/session.ts';

async function made(session: TestSession, name: string, ...rows: readonly string[]) {
  const file = join(session.folder, `${name}.csv`);
  writeFileSync(file, rows.join('\r\n'));
  const { definition } = await session.ask('ledgers.propose', { file });
  const { code } = await session.ask('ledgers.create', { definition });
  const draft = await session.ask('imports.open', { files: [file] });
  await session.ask('imports.commit', { draft: draft.id, onlyValid: false });
  return { code, definition };
}

test('a table of several years keeps its years, and its own file fills every one', async () => {
  const session = await testSession(['甲镇']);
  const { code, definition } = await made(
    session,
    '培育目标',
    '大型企业培育目标表,,,',
    '单位：亿元,,,',
    '企业名称,2006年销售额,2007年目标,2008年目标',
    '甲公司,20,40,60',
    '乙公司,8,14,20',
  );
  expect(definition.fields.map(({ label }) => label)).toEqual([
    '企业名称',
    '2006年销售额',
    '2007年目标',
    '2008年目标',
  ]);
  const table = await session.ask('tables.get', { name: code, options: {} });
  expect(table.rows.map((row) => row.slice(1, 5))).toEqual([
    ['甲公司', '20.00', '40.00', '60.00'],
    ['乙公司', '8.00', '14.00', '20.00'],
  ]);
});

test('of what is answered nobody is reminded', async () => {
  const session = await testSession(['甲镇']);
  const { definition } = await made(
    session,
    '提案办理',
    '提案办理台账,,,',
    '编号,标题,办理期限,办理结果',
    ...['已办复', '正在办理', '已办复', '已办复', '正在办理', '已办复'].map(
      (state, at) => `第${at + 1}号,关于第${at + 1}件事的建议,2012年10月10日,${state}`,
    ),
  );
  expect(definition.status).toMatchObject({ field: '办理结果', closed: ['已办复'] });
  // it is 8 October 2012
  expect((await session.ask('records.reminders', {})).map(({ name }) => name)).toEqual([
    '关于第2件事的建议',
    '关于第5件事的建议',
  ]);
});

test('figures whose row says their measure are listed and not added', async () => {
  const session = await testSession(['甲镇']);
  const { code } = await made(
    session,
    '宣传',
    '创建工作完成情况统计表,,,,',
    '序号,工作内容,计量单位,计划数,完成数',
    '1,宣传牌,块,120,120',
    '2,一封信,份,1500,1500',
    '3,绿化修复,平米,3000,3300',
  );
  const list = await session.ask('tables.get', { name: code, options: {} });
  expect(list.rows.map((row) => row.slice(3))).toEqual([
    ['120', '120'],
    ['1,500', '1,500'],
    ['3,000', '3,300'],
  ]);
  expect(list.totals.at(-1)?.slice(3)).toEqual(['', '']);
});

test('what was invested of the year’s plan stands under each group and the whole', async () => {
  const session = await testSession(['甲镇']);
  await session.ask('records.create', {
    ledger: 'project',
    records: [
      { name: '一', level: '省重点', planned_this_year: '1000万元', invested_this_year: '353万元' },
      { name: '二', level: '省重点', planned_this_year: '500万元' },
      { name: '三', level: '市重点', invested_this_year: '90万元' },
    ],
  });
  const json = await session.ask('tables.get', {
    name: 'ledger-rollup',
    options: { ledger: 'project', dimensions: ['level'], measure: '万元' },
  });
  const at = json.header.at(-1)?.indexOf('完成年计划%') ?? -1;
  // 353 of 1,500; the third has no plan
  expect(json.rows.map((row) => row[at])).toEqual(['23.53', '—']);
  expect(json.totals.at(-1)?.[at]).toBe('23.53');
});
