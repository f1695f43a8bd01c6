/** Filters, sort, groups and sums of a ledger, as the grid asks for them. */
import { expect, test } from 'vitest';
import { createRecord } from '../../main/services/records/edit.ts';
import { recordPage, recordSummary } from '../../main/services/records/query.ts';
import { testBook, type TestBook } from '../helpers/book.ts';

const base = {
  ledger: 'project' as const,
  filters: [] as { field: string; text: string }[],
  search: '',
  sort: [] as { field: string; descending: boolean }[],
  group: [] as string[],
};

function filled(): TestBook {
  const book = testBook(['区招商局', '区工信局']);
  createRecord(book, 'project', [
    {
      name: '甲厂',
      stage: '在建',
      total_investment: '12000',
      started_date: '2010.5',
      introducer: '区工信局',
    },
    {
      name: '乙厂',
      stage: '签约',
      total_investment: '8000',
      started_date: '2011',
      introducer: '区招商局',
    },
    { name: '丙厂', stage: '投产', total_investment: '30000', started_date: '2009-10-12' },
    { name: '丁园', stage: '在建', total_investment: '2500', currency: 'USD' },
    { name: '戊园' },
  ]);
  return book;
}
const names = (book: TestBook, query: Partial<typeof base>): unknown[] =>
  recordPage(book, { ...base, ...query }, 0, 200).map((row) => row['name']);

test.each([
  [[{ field: 'total_investment', text: '>1亿' }], ['甲厂', '丙厂']],
  [[{ field: 'total_investment', text: '空' }], ['戊园']],
  [
    [
      { field: 'name', text: '厂' },
      { field: 'stage', text: '在建' },
    ],
    ['甲厂'],
  ],
  [[{ field: 'started_date', text: '2010..' }], ['甲厂', '乙厂']],
  [[{ field: 'started_date', text: '<=2010-05-31' }], ['甲厂', '丙厂']],
  [[{ field: 'started_date', text: '<2010-05-31' }], ['丙厂']],
  [[{ field: 'started_date', text: '2011' }], ['乙厂']],
  [[{ field: 'started_date', text: '<2011-12-31' }], ['甲厂', '丙厂']],
  [[{ field: 'introducer', text: '招商' }], ['乙厂']],
])('filter %j', (filters, expected) => {
  expect(names(filled(), { filters })).toEqual(expected);
});

test('empties sort last both ways; units and stages sort in their own order', () => {
  const book = filled();
  expect(names(book, { sort: [{ field: 'total_investment', descending: true }] })).toEqual([
    '丙厂',
    '甲厂',
    '乙厂',
    '丁园',
    '戊园',
  ]);
  expect(names(book, { sort: [{ field: 'total_investment', descending: false }] }).at(-1)).toBe(
    '戊园',
  );
  expect(names(book, { sort: [{ field: 'introducer', descending: false }] }).slice(0, 2)).toEqual([
    '乙厂',
    '甲厂',
  ]);
  expect(names(book, { sort: [{ field: 'stage', descending: false }] })).toEqual([
    '乙厂',
    '甲厂',
    '丁园',
    '丙厂',
    '戊园',
  ]);
});

test('groups come in the order of the page, and another currency is counted apart, never added', () => {
  const found = recordSummary(filled(), { ...base, group: ['stage'] });
  expect(
    found.groups.map((group) => [group.key[0], group.count, group.sums['total_investment']]),
  ).toEqual([
    ['signed', 1, { value: '80000000.00', others: 0 }],
    ['building', 2, { value: '120000000.00', others: 1 }],
    ['producing', 1, { value: '300000000.00', others: 0 }],
    [null, 1, { value: null, others: 0 }],
  ]);
  expect(found).toMatchObject({
    all: 5,
    count: 5,
    sums: { total_investment: { value: '500000000.00', others: 1 } },
  });
});

test('a page is what was asked for and no more', () => {
  const book = filled();
  expect(recordPage(book, { ...base, group: ['stage'] }, 1, 2).map((row) => row['name'])).toEqual([
    '甲厂',
    '丁园',
  ]);
});
