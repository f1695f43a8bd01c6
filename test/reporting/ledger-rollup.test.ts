/**
 * The roll-up of any ledger: counts and sums by one or two of its fields and across a third, as
 * JSON, workbook and pages.
 */
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TableOptions } from '../../preload/contract/tables.ts';
import { testSession, type TestSession } from '../helpers/session.ts';
import { ask as askSheet, openBrowser, printsWith } from './paper.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function polluters(): Promise<TestSession> {
  const session = await testSession(['虢镇', '千河镇'], printsWith(browser));
  await session.ask('ledgers.addShipped', { code: 'own_polluters' });
  await session.ask('records.create', {
    ledger: 'own_polluters',
    records: [
      {
        name: '东关砖厂',
        unit: '虢镇',
        way: '关停取缔',
        state: '已销号',
        buildings: '3',
        area: '120.5',
      },
      { name: '西关砂厂', unit: '虢镇', way: '升级改造', state: '整治中', buildings: '2' },
      { name: '河口石料', unit: '千河镇', way: '关停取缔', state: '整治中', area: '80' },
      { name: '无主堆场', way: '关停取缔', state: '待整治' },
    ],
  });
  return session;
}
const table = (session: TestSession, options: Partial<TableOptions>) =>
  session.ask('tables.get', {
    name: 'ledger-rollup',
    options: { ledger: 'own_polluters', ...options },
  });

test('one field: a line for each value, empty last; a figure nobody has stays empty; the total adds up', async () => {
  const session = await polluters();
  const json = await table(session, { dimensions: ['unit'] });
  expect(json.title).toBe('示例县“散乱污”企业汇总表');
  expect(json.header.at(-1)?.slice(2)).toEqual(['家数', '拆除违建（处）', '拆违面积（平方米）']);
  expect(json.rows.map((row) => row.slice(2))).toEqual([
    ['2', '5', '120.5'],
    ['1', '', '80.0'],
    ['1', '', ''],
  ]);
  expect(json.rows.map((row) => row[1])).toEqual([
    '虢镇',
    '千河镇',
    expect.stringContaining('未填'),
  ]);
  expect(json.totals).toEqual([['', '合计', '4', '5', '200.5']]);
});

test('two fields nest with subtotals, a third runs across with the chosen figures, filters are told', async () => {
  const session = await polluters();
  const nested = await table(session, { dimensions: ['unit', 'state'], columns: ['buildings'] });
  expect(nested.rows.map((row) => row.slice(0, 4))).toEqual(
    expect.arrayContaining([
      ['1', '整治中', '1', '2'],
      ['2', '已销号', '1', '3'],
      ['3', '整治中', '1', ''],
    ]),
  );
  expect(nested.totals.map((row) => row.slice(1, 4))).toEqual(
    expect.arrayContaining([
      ['小计', '2', '5'],
      ['合计', '4', '5'],
    ]),
  );
  const wide = await table(session, {
    dimensions: ['way'],
    across: 'state',
    columns: ['area'],
    filters: [{ field: 'unit', text: '镇' }],
  });
  expect(wide.header[0]).toEqual(expect.arrayContaining(['合计', '整治中', '已销号']));
  expect(wide.rows.map((row) => row.slice(1))).toEqual([
    ['关停取缔', '2', '200.5', '1', '80.0', '1', '120.5'],
    ['升级改造', '1', '', '1', '', '0', '0.0'],
  ]);
  await expect(table(session, { dimensions: ['name_'] })).rejects.toMatchObject({
    code: 'field.unknown',
  });
});

test('it stands in the list of tables, is a workbook whose totals are formulas, and pages; built-in ledgers have it too', async () => {
  const session = await polluters();
  expect(
    (await session.ask('tables.list', {})).find((one) => one.name === 'ledger-rollup')?.title,
  ).toBe('台账汇总表');
  const to = join(session.folder, '汇总.xlsx');
  await session.ask('tables.save', {
    name: 'ledger-rollup',
    options: {
      ledger: 'own_polluters',
      dimensions: ['unit', 'state'],
      filters: [{ field: 'way', text: '关停取缔' }],
    },
    format: 'xlsx',
    to,
  });
  expect(
    askSheet<string[]>(
      to,
      '[str(cell.value) for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str) and cell.value.startswith("=")]',
    ).length,
  ).toBeGreaterThan(0);
  expect(
    askSheet<string>(
      to,
      '"|".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)',
    ),
  ).toContain('整治方式 关停取缔');
  const preview = await session.ask('tables.preview', {
    name: 'ledger-rollup',
    options: { ledger: 'own_polluters', dimensions: ['unit'] },
  });
  expect([preview.records, preview.fileName]).toEqual([
    4,
    '“散乱污”企业汇总表_示例县_2012年10月8日',
  ]);
  await session.ask('records.create', {
    ledger: 'project',
    records: [
      { name: '水泥厂', introducer: '虢镇', total_investment: '9000万' },
      { name: '瓷厂', introducer: '虢镇', total_investment: '1亿' },
    ],
  });
  const projects = await session.ask('tables.get', {
    name: 'ledger-rollup',
    options: { dimensions: ['introducer'], columns: ['total_investment'] },
  });
  expect(projects.rows).toEqual([['1', '虢镇', '2', '19,000']]);
});
