/**
 * Many rows of an import find the same records, read alike, as one row alone does, whatever their
 * order.
 */
import { expect, test } from 'vitest';
import { PlannedValues } from '../../main/services/imports/planned-values.ts';
import { ledgers } from '../../main/domain/ledgers/index.ts';
import type { Ledger } from '../../main/domain/ledgers/field.ts';
import { commitImport } from '../../main/services/imports/imports.ts';
import type { PlannedRecord } from '../../main/services/imports/import-plan.ts';
import { findProject, knownRecords } from '../../main/services/imports/known.ts';
import { testBook } from '../helpers/book.ts';

const COUNT = 1200;
const UNITS = ['区招商局', '区工信局'];
const project: Ledger = ledgers.project;

const record = (at: number): PlannedRecord => ({
  table: 0,
  row: at + 5,
  values: new PlannedValues({
    ...(at % 3 === 0 ? { code: `XM${at}` } : {}),
    name: `第${Math.floor(at / 2)}号`,
    introducer: UNITS[at % 2] ?? null,
    total_investment: `${at}.25`,
  }),
  approximate: at % 5 === 0 ? ['total_investment'] : [],
  extra: at % 7 === 0 ? { 批次: `${at}` } : {},
  credits: at % 4 === 0 ? UNITS.map((unit) => ({ unit, percent: '50' })) : null,
  arrivals:
    at % 6 === 0
      ? [{ date: '2012-01', amount: `${at + 1}.00`, currency: 'CNY', basis: 'month', until: null }]
      : [],
});

test.each([
  ['in their order', (at: number) => at],
  ['backwards', (at: number) => COUNT - 1 - at],
  ['every third', (at: number) => (at * 3) % COUNT],
  ['in no order', (at: number) => (at * 7919) % COUNT],
])('%s', (_what, place) => {
  const book = testBook(UNITS);
  const records = Array.from({ length: COUNT }, (_, at) => record(at));
  commitImport(book, {
    file: '大表.xlsx',
    ledger: 'project',
    tables: [{ file: '大表.xlsx', sheet: 'S', columns: {} }],
    units: [],
    creates: records,
    changes: [],
    unchanged: 0,
    rejected: 0,

    told: null,
    profiles: [],
  });
  const known = knownRecords(book);
  for (let at = 0; at < COUNT; at++) {
    const { values, approximate, extra, credits, arrivals } = records[place(at)] ?? record(0);
    const found = known.find(project, values);
    expect(found).toMatchObject({
      id: place(at) + 1,
      values: { name: values.get('name'), total_investment: values.get('total_investment') },
      approximate,
      extra,
      credits: credits ?? [{ unit: values.get('introducer'), percent: '100' }],
    });
    expect(found?.arrivals.map((one) => one.amount)).toEqual(arrivals.map((one) => one.amount));
    if (at % 100 === 0)
      expect(found).toEqual(
        findProject(book, {
          code: values.get('code'),
          name: String(values.get('name')),
          units: [String(values.get('introducer'))],
        }),
      );
  }
  expect([
    known.find(project, new PlannedValues({ name: '没有的' })),
    known.find(project, new PlannedValues({ name: '第1号', code: 'XM没有' })),
    known.find(project, new PlannedValues({ name: '第0号' })),
  ]).toEqual([null, expect.objectContaining({ id: 3 }), null]);
});
