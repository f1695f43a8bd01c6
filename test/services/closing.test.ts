/**
 * Closing a month: checks, frozen figures, corrections that keep both, targets raised afterwards,
 * counted figures.
 */
import { expect, test } from 'vitest';
import { closeChecks } from '../../main/services/progress/close-checks.ts';
import {
  closeMonth,
  correctFigure,
  listCorrections,
} from '../../main/services/progress/closing.ts';
import { createRecord, removeRecords } from '../../main/services/records/edit.ts';
import { setFigureStates } from '../../main/services/progress/figure-edit.ts';
import { listMonths } from '../../main/services/progress/months.ts';
import { overviewOf } from '../../main/services/progress/overview.ts';
import { progressSheet } from '../../main/services/progress/progress.ts';
import { editTargets } from '../../main/services/targets/target-edit.ts';
import { undoChange } from '../../main/services/records/undo.ts';
import { adjustTargets, issueTargets, listVersions } from '../../main/services/targets/versions.ts';
import { recordsBehind } from '../../main/services/progress/year-course.ts';
import { allRows } from '../../main/services/records/query.ts';
import type { Book } from '../../main/services/book/book.ts';
import { testBook, takeBackNewest } from '../helpers/book.ts';
import { importSample } from '../helpers/imported.ts';
import { yearBook } from '../helpers/year.ts';

const sheet = (book: Book, indicator: number, month: number) =>
  progressSheet(book, { year: 2012, month, indicator, denominator: null, group: 'all' });
const rowOf = (book: Book, indicator: number, name: string, month: number) =>
  sheet(book, indicator, month).rows.find((one) => one.name === name);

test('before sample 04 is closed: everyone has reported, totals fit, growth of the county will print as a dash', async () => {
  const book = testBook();
  await importSample(book, '04');
  expect(
    closeChecks(book, { year: 2012, month: 9 }).map((one) => `${one.level} ${one.message}`),
  ).toEqual([
    'ok 12个单位4项指标已报齐',
    'ok 明细之和与全县合计一致',
    'warning 4项指标的全县同比为空，将印“—”。',
  ]);
  const state = closeMonth(book, { year: 2012, month: 9, note: null });
  expect(state).toMatchObject({
    month: 9,
    name: '9月',
    closed: { who: '王敏', at: '2012-10-08T02:00:00.000Z' },
    filled: 48,
    expected: 48,
  });
  expect(book.db.prepare('SELECT count(*) FROM published').pluck().get()).toBe(48);
});

test('checks name who has not reported, and a stated total that is not the sum', () => {
  const { book, add, target, type } = yearBook();
  const id = add('合同引资');
  target(id, { 城关镇: '5', 河口镇: '5', 东山镇: '5' });
  type(9, id, { 城关镇: '1', 县: '24.75' });
  const messages = closeChecks(book, { year: 2012, month: 9 }).map((one) => one.message);
  expect(messages).toContain('合同引资还有2个单位未报：河口镇、东山镇。');
  expect(messages).toContain('合同引资：全县填的是24.75，明细相加1，差23.75。');
});

test('a closed month refuses edits; a correction keeps both figures and what follows is worked out again', () => {
  const { book, unit, add, target, type } = yearBook();
  const id = add('合同引资');
  target(id, { 城关镇: '10' });
  type(8, id, { 城关镇: '2' });
  type(9, id, { 城关镇: '0.5' }, 'month');
  closeMonth(book, { year: 2012, month: 9, note: '月报' });
  type(10, id, { 城关镇: '1' }, 'month');
  expect(() => type(9, id, { 城关镇: '3' })).toThrow('month.closed');
  expect(() =>
    setFigureStates(book, { year: 2012, month: 9, units: [unit('城关镇')], state: 'confirmed' }),
  ).toThrow('month.closed');
  expect(() => closeMonth(book, { year: 2012, month: 9, note: null })).toThrow('month.closed');
  const at = { year: 2012, indicator: id, unit: unit('城关镇'), document: '计函〔2012〕7号' };
  expect(() =>
    correctFigure(book, { ...at, month: 10, part: 'month', text: '2', reason: '误填' }),
  ).toThrow('month.open');
  correctFigure(book, { ...at, month: 9, part: 'cumulative', text: '3.1', reason: '漏报一个项目' });
  expect(rowOf(book, id, '城关镇', 9)).toMatchObject({
    month: '1.1',
    cumulative: '3.1',
    published: { month: '0.5', cumulative: '2.5' },
  });
  expect(rowOf(book, id, '城关镇', 10)).toMatchObject({
    previous: '3.1',
    month: '1',
    cumulative: '4.1',
  });
  expect(
    listCorrections(book, 2012).map((one) => [
      one.month,
      one.indicator,
      one.unit,
      one.part,
      one.before,
      one.after,
      one.reason,
      one.document,
    ]),
  ).toEqual([
    [9, '合同引资', '城关镇', 'cumulative', '2.5', '3.1', '漏报一个项目', '计函〔2012〕7号'],
    [9, '合同引资', '城关镇', 'month', '0.5', '1.1', '漏报一个项目', '计函〔2012〕7号'],
  ]);
  expect(listMonths(book, 2012)[8]?.corrections).toBe(2);
  undoChange(book);
  expect([
    rowOf(book, id, '城关镇', 9)?.cumulative,
    rowOf(book, id, '城关镇', 9)?.published,
    rowOf(book, id, '城关镇', 10)?.cumulative,
    listCorrections(book, 2012),
  ]).toEqual(['2.5', null, '3.5', []]);
});

test('a later correction of a month that a closed one follows leaves that one as published', () => {
  const { book, unit, add, type } = yearBook();
  const id = add('合同引资');
  for (const month of [1, 2, 3]) type(month, id, { 城关镇: '1' }, 'month');
  closeMonth(book, { year: 2012, month: 1, note: null });
  closeMonth(book, { year: 2012, month: 2, note: null });
  correctFigure(book, {
    year: 2012,
    month: 1,
    indicator: id,
    unit: unit('城关镇'),
    part: 'month',
    text: '1.4',
    reason: '误填',
    document: null,
  });
  expect([1, 2, 3].map((month) => rowOf(book, id, '城关镇', month)?.cumulative)).toEqual([
    '1.4',
    '2',
    '3',
  ]);
});

test('undoing a close opens the month again', () => {
  const { book, add, type } = yearBook();
  const id = add('合同引资');
  type(1, id, { 城关镇: '1' });
  closeMonth(book, { year: 2012, month: 1, note: null });
  takeBackNewest(book);
  type(1, id, { 城关镇: '2' });
  expect([rowOf(book, id, '城关镇', 1)?.cumulative, listMonths(book, 2012)[0]?.closed]).toEqual([
    '2',
    null,
  ]);
});

test('targets raised from 13 to 15 to 18: a closed month keeps what it was closed with', () => {
  const { book, unit, add, target, type } = yearBook();
  const id = add('工业投资');
  target(id, { 城关镇: '13' });
  const give = (date: string, reason: string | null) =>
    issueTargets(book, {
      version: listVersions(book, 2012).at(-1)?.id ?? 0,
      date,
      document: '政发〔2012〕3号',
      reason,
    });
  give('2012-01-20', null);
  type(3, id, { 城关镇: '6.5' });
  closeMonth(book, { year: 2012, month: 3, note: null });
  type(6, id, { 城关镇: '9' });
  for (const [figure, date] of [
    ['15', '2012-04-10'],
    ['18', '2012-07-05'],
  ] as const) {
    adjustTargets(book, 2012);
    editTargets(book, 2012, [
      { indicator: id, unit: unit('城关镇'), part: 'assured', text: figure },
    ]);
    give(date, '调高标杆');
  }
  expect(
    [rowOf(book, id, '城关镇', 3), rowOf(book, id, '城关镇', 6)].map((one) => [
      one?.target,
      one?.completion,
    ]),
  ).toEqual([
    ['13', '50.00'],
    ['18', '50.00'],
  ]);
  expect(
    overviewOf(book, { year: 2012, month: 3, denominator: null, group: 'all' }).total[id]?.target,
  ).toBe('13');
});

test('a counted figure lives until its month is closed, then stays', () => {
  const { book, add } = yearBook();
  const id = add('签约项目', {
    measure: '个',
    places: 0,
    counted: { ledger: 'project', filters: [], sum: null, unit: 'introducer', date: 'signed_date' },
  });
  createRecord(book, 'project', [
    { name: '甲项目', introducer: '城关镇', signed_date: '2012-02-03' },
    { name: '乙项目', introducer: '河口镇', signed_date: '2012-03-05' },
  ]);
  expect([
    sheet(book, id, 2).total.cumulative,
    sheet(book, id, 3).total.cumulative,
    sheet(book, id, 3).total.month,
  ]).toEqual(['1', '2', '1']);
  closeMonth(book, { year: 2012, month: 3, note: null });
  createRecord(book, 'project', [
    { name: '丙项目', introducer: '城关镇', signed_date: '2012-03-20' },
  ]);
  expect([
    sheet(book, id, 3).total.cumulative,
    rowOf(book, id, '城关镇', 3)?.cumulative,
    sheet(book, id, 4).total.cumulative,
    rowOf(book, id, '城关镇', 4)?.previous,
    rowOf(book, id, '城关镇', 4)?.month,
  ]).toEqual(['2', '1', '3', '1', '1']);
  const query = recordsBehind(book, { year: 2012, month: 4, indicator: id, unit: null });
  const opened = query === null ? [] : allRows(book, query);
  expect(new Set(opened.map((one) => one['name']))).toEqual(
    new Set(['丙项目', '乙项目', '甲项目']),
  );
  removeRecords(
    book,
    'project',
    opened.map((one) => one.id),
  );
  expect([sheet(book, id, 3).total.cumulative, sheet(book, id, 4).total.cumulative]).toEqual([
    '2',
    '0',
  ]);
});
