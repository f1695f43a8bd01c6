/**
 * Edits through the service: what is typed becomes exact rows, an audit, and can be undone and
 * redone.
 */
import { describe, expect, test } from 'vitest';
import { createRecord, editRecords, removeRecords } from '../../main/services/records/edit.ts';
import { setStage } from '../../main/services/projects/project-edit.ts';
import { recordDetail, recordPage, recordSummary } from '../../main/services/records/query.ts';
import { redoChange, undoChange } from '../../main/services/records/undo.ts';
import { contentOf, faultOf, testBook, type TestBook } from '../helpers/book.ts';

const all = { ledger: 'project' as const, filters: [], search: '', sort: [], group: [] };
const one = (book: TestBook, values: Record<string, string>): number =>
  createRecord(book, 'project', [{ name: '海泰新能', ...values }]).ids[0] ?? 0;

test('typed amounts become exact 元 in the field’s own measure or the one they carry', () => {
  const book = testBook();
  const id = one(book, {
    total_investment: '32000',
    planned_this_year: '1.2亿',
    expected_tax: '约2.5亿元',
    foreign_contract: '120',
    land_mu: '96',
  });
  const { row, approximate } = recordDetail(book, 'project', id);
  expect(row).toMatchObject({
    total_investment: '320000000.00',
    total_investment_currency: 'CNY',
    planned_this_year: '120000000.00',
    expected_tax: '250000000.00',
    foreign_contract: '1200000.00',
    foreign_contract_currency: 'USD',
    land_mu: '96',
  });
  expect(approximate).toEqual(['expected_tax']);
});

test('an exact figure typed over an approximate one takes the mark away', () => {
  const book = testBook();
  const id = one(book, { total_investment: '约2.5亿元' });
  editRecords(book, 'project', [{ id, field: 'total_investment', value: '25100' }]);
  expect(recordDetail(book, 'project', id)).toMatchObject({
    approximate: [],
    row: { total_investment: '251000000.00' },
  });
});

describe('what cannot be read is refused and nothing is written', () => {
  test.each([
    ['total_investment', '很多', 'value.unreadable'],
    ['total_investment', '5000-6000万', 'value.unreadable'],
    ['started_date', '下个月', 'value.unreadable'],
    ['name', '', 'value.required'],
    ['introducer', '没有的局', 'unit.unknown'],
    ['arrived_total', '100', 'value.computed'],
    ['nothing', '1', 'field.unknown'],
  ])('%s = %s → %s', (field, value, code) => {
    const book = testBook(['区招商局']);
    const id = one(book, { total_investment: '100' });
    const before = contentOf(book.db);
    expect(
      faultOf(() =>
        editRecords(book, 'project', [
          { id, field: 'remark', value: '先写这个' },
          { id, field, value },
        ]),
      ),
    ).toBe(code);
    expect(contentOf(book.db)).toEqual(before);
  });
});

test('a pasted block is one change: one undo takes all back, one redo brings it again', () => {
  const book = testBook(['区招商局']);
  const ids = createRecord(book, 'project', [{ name: '甲' }, { name: '乙' }, { name: '丙' }]).ids;
  const before = contentOf(book.db);
  editRecords(
    book,
    'project',
    ids.flatMap((id, at) => [
      { id, field: 'total_investment', value: String((at + 1) * 1000) },
      { id, field: 'introducer', value: '招商局' },
      { id, field: 'stage', value: '在建' },
    ]),
  );
  const after = contentOf(book.db);
  expect(recordSummary(book, all).sums['total_investment']).toEqual({
    value: '60000000.00',
    others: 0,
  });
  expect(undoChange(book)).toEqual({ records: 3, label: '修改9格' });
  expect(contentOf(book.db)).toEqual(before);
  expect(redoChange(book).records).toBe(3);
  expect(contentOf(book.db)).toEqual(after);
  expect(undoChange(book).records).toBe(3);
  expect(contentOf(book.db)).toEqual(before);
});

test('undo and redo walk the same way there and back', () => {
  const book = testBook();
  const states = [contentOf(book.db)];
  for (const name of ['甲', '乙', '丙']) {
    one(book, { name });
    states.push(contentOf(book.db));
  }
  for (const at of [2, 1]) expect((undoChange(book), contentOf(book.db))).toEqual(states[at]);
  for (const at of [2, 3]) expect((redoChange(book), contentOf(book.db))).toEqual(states[at]);
  expect(faultOf(() => redoChange(book))).toBe('undo.nothing');
  for (const at of [2, 1, 0]) expect((undoChange(book), contentOf(book.db))).toEqual(states[at]);
});

test('a removed project comes back whole, with its stages and credits', () => {
  const book = testBook(['区招商局']);
  const id = one(book, { introducer: '区招商局', total_investment: '100' });
  setStage(book, { id, stage: 'signed', date: '2012.3', who: '张三', note: null });
  const before = contentOf(book.db);
  removeRecords(book, 'project', [id]);
  expect(recordPage(book, all, 0, 10)).toEqual([]);
  undoChange(book);
  expect(contentOf(book.db)).toEqual(before);
  expect(recordDetail(book, 'project', id)).toMatchObject({
    credits: [{ unit: '区招商局', percent: '100' }],
    stages: [{ stage: 'signed', date: '2012-03', who: '张三' }],
  });
});

test('a stage may not run backwards in time, and a passed stage stays unknown', () => {
  const book = testBook();
  const id = one(book, {});
  setStage(book, { id, stage: 'started', date: '2012-05-10', who: null, note: null });
  expect(
    faultOf(() => setStage(book, { id, stage: 'building', date: '2012.4', who: null, note: null })),
  ).toBe('stage.backwards');
  setStage(book, { id, stage: 'building', date: '2012.5', who: null, note: null });
  const { row, stages } = recordDetail(book, 'project', id);
  expect(row).toMatchObject({ stage: 'building', started_date: '2012-05-10', signed_date: null });
  expect(stages.map((event) => [event.stage, event.date])).toEqual([
    ['started', '2012-05-10'],
    ['building', '2012-05'],
  ]);
});

test('history tells who changed what, in the field’s own words', () => {
  const book = testBook();
  const id = one(book, { total_investment: '100' });
  editRecords(book, 'project', [{ id, field: 'total_investment', value: '200' }]);
  expect(recordDetail(book, 'project', id).history[0]).toMatchObject({
    who: '王敏',
    what: 'changed',
    fields: [{ field: 'total_investment', before: '1000000.00', after: '2000000.00' }],
  });
});

test('a sum beyond 2^53 分 stays exact', () => {
  const book = testBook();
  createRecord(
    book,
    'project',
    Array.from({ length: 11 }, (_, at) => ({
      name: `项目${at}`,
      total_investment: '9999999999999.99元',
    })),
  );
  expect(recordSummary(book, all).sums['total_investment']?.value).toBe('109999999999999.89');
});
