/**
 * A plan against existing records: new, changed, unchanged, rejected, and never an erased value.
 */
import { describe, expect, it } from 'vitest';
import type { RowAnswers } from '../../main/importing/plan/file-plan.ts';
import { planImport } from '../../main/importing/plan/plan.ts';
import type { Known } from '../../main/services/imports/known.ts';
import type { Existing } from '../../main/services/imports/existing-record.ts';
import { KNOWS_NOTHING } from './judged.ts';
import { inspected, made, rows } from './make.ts';

const book = made(
  rows([
    ['项目编号', '项目名称', '总投资（亿元）', '备注', '累计到位（万元）'],
    ['P1', '甲', 2, null, 30],
    ['P2', '乙', 1, '原样', 5],
    ['P3', '丙', 3, null, null],
    ['P4', '丁', '待定', null, null],
  ]),
);
const record = (
  id: number,
  values: Existing['values'],
  arrivals: Existing['arrivals'] = [],
): Existing => ({
  id,
  values: { currency: 'CNY', ...values },
  credits: [],
  arrivals,
  approximate: [],
  extra: {},
});
const balance = (amount: string): Existing['arrivals'][number] => ({
  id: 9,
  date: null,
  amount,
  currency: 'CNY',
  basis: 'balance',
  until: null,
  remark: null,
});
const stored = new Map([
  [
    'P1',
    record(11, { code: 'P1', name: '甲', total_investment: '100000000.00', remark: '不要动' }, [
      balance('200000.00'),
    ]),
  ],
  [
    'P2',
    record(
      12,
      { code: 'P2', name: '乙', total_investment: '100000000.00', remark: '原样', jobs: '50' },
      [balance('50000.00')],
    ),
  ],
]);
const known: Known = {
  ...KNOWS_NOTHING,
  find: (_, values) => stored.get(values.get('code') ?? '') ?? null,
};
const nothingSaid: RowAnswers = { recordOf: () => undefined, accepted: () => false };

describe('planImport', async () => {
  const plan = planImport(
    (await inspected(book)).tables.map((table, number) => ({
      file: 'case.xlsx',
      number,
      table,
      isNobodys: false,
    })),
    known,
    nothingSaid,
  );

  it('counts every row once', () => {
    expect(plan.counts).toEqual({ new: 2, changed: 1, unchanged: 1, rejected: 0, skipped: 0 });
    expect(plan.creates.map((one) => one.values.get('name'))).toEqual(['丙', '丁']);
    expect([...plan.held.values()].map((cells) => [...cells])).toEqual([['5 C']]);
  });

  it('shows before and after with the cell, and leaves what the sheet leaves empty', () => {
    expect(plan.shown).toEqual([
      {
        file: 'case.xlsx',
        sheet: 'Sheet',
        row: 2,
        record: '甲',
        fields: [
          { field: 'total_investment', before: '100000000.00', after: '200000000.00', cell: 'C2' },
          { field: 'arrived_total', before: '200000.00', after: '300000.00', cell: 'E2' },
        ],
      },
    ]);
    expect(plan.changes[0]).toMatchObject({
      id: 11,
      record: {
        arrivals: [{ date: null, amount: '300000.00', basis: 'balance' }],
      },
    });
    const changed = plan.changes[0]?.record.values;
    expect([changed?.get('total_investment'), changed?.names('remark')]).toEqual([
      '200000000.00',
      false,
    ]);
  });
});

describe('sheets of several years', () => {
  it('give their records from the latest; the same rows of the earlier ones are told of, not asked', async () => {
    const years = made(`
ws.title = '2023年'
for sheet, amount in ((ws, 2000), (wb.create_sheet('2024年'), 3000)):
    sheet.append([f'{sheet.title}重点项目完成情况表'])
    sheet.append(['项目名称', '总投资（万元）', '本年完成投资（万元）'])
    sheet.append(['东山水厂', 9000, amount])`);
    const tables = (await inspected(years)).tables.map((table, number) => ({
      file: 'case.xlsx',
      number,
      table,
      isNobodys: false,
    }));
    const plan = planImport(tables, KNOWS_NOTHING, nothingSaid);
    expect(plan.creates.map((one) => one.table)).toEqual([1]);
    expect(plan.counts).toMatchObject({ new: 1, skipped: 1, rejected: 0 });
    expect(
      [...plan.doubts].map(([{ sheet }, issues]) => [sheet.name, issues.map(({ code }) => code)]),
    ).toEqual([['2023年', ['table.earlier']]]);
  });
});
