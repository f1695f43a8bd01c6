/** Who has reported a month and how far it is checked; units that belong to other years alone. */
import { expect, test } from 'vitest';
import { closeChecks } from '../../main/services/progress/close-checks.ts';
import { setFigureStates } from '../../main/services/progress/figure-edit.ts';
import { overviewOf } from '../../main/services/progress/overview.ts';
import { progressSheet } from '../../main/services/progress/progress.ts';
import { monthReturns } from '../../main/services/progress/returns.ts';
import { targetSheet } from '../../main/services/targets/target-sheet.ts';
import { undoChange } from '../../main/services/records/undo.ts';
import { createUnit, listUnits, updateUnit } from '../../main/services/units/units.ts';
import { yearBook } from '../helpers/year.ts';

test('a month is reported unit by unit, submitted, confirmed and sent back; the rest are asked for by name', () => {
  const { book, unit, add, target, type } = yearBook(['甲镇', '乙镇', '丙镇']);
  const [one, two] = [add('合同引资'), add('到位资金')];
  add('签约项目', {
    measure: '个',
    counted: { ledger: 'project', filters: [], sum: null, unit: 'credit', date: 'signed_date' },
  });
  target(one, { 甲镇: '3', 乙镇: '4', 丙镇: '5' });
  target(two, { 甲镇: '3', 乙镇: '4' });
  type(9, one, { 甲镇: '1', 乙镇: '0' });
  type(9, two, { 甲镇: '1' });
  const now = () => monthReturns(book, { year: 2012, month: 9 });
  const told = () =>
    now().units.map(({ name, expected, filled, missing, state }) => [
      name,
      expected,
      filled,
      missing.join(),
      state,
    ]);
  expect(told()).toEqual([
    ['甲镇', 2, 2, '', 'draft'],
    ['乙镇', 2, 1, '到位资金', 'draft'],
    ['丙镇', 1, 0, '合同引资', null],
  ]);
  expect(now().words).toBe(
    '以下2个单位9月的数还没报齐：乙镇（到位资金）；丙镇（全部1项）。请于（　　）前报来。',
  );
  setFigureStates(book, {
    year: 2012,
    month: 9,
    units: [unit('甲镇'), unit('乙镇')],
    state: 'submitted',
  });
  setFigureStates(book, { year: 2012, month: 9, units: [unit('甲镇')], state: 'confirmed' });
  expect(now().units.map((row) => row.state)).toEqual(['confirmed', 'submitted', null]);
  expect(closeChecks(book, { year: 2012, month: 9 }).map((one) => one.message)).toContain(
    '还有1个单位的数没有确认：乙镇。',
  );
  // a confirmed figure that is typed anew has to be confirmed anew
  type(9, two, { 甲镇: '1.5' });
  expect(now().units.map((row) => row.state)).toEqual(['draft', 'submitted', null]);
  undoChange(book);
  expect(now().units.map((row) => row.state)).toEqual(['confirmed', 'submitted', null]);
  type(9, two, { 乙镇: '2' });
  type(9, one, { 丙镇: '2' });
  expect(now().words).toBe('');
});

test('a unit that has ended is in no sheet of the years after; a new unit is', () => {
  const { book, add, target, type } = yearBook(['甲镇', '撤并镇']);
  const id = add('合同引资');
  target(id, { 甲镇: '3', 撤并镇: '2' }, 'assured', 2011);
  type(12, id, { 撤并镇: '2' }, 'cumulative', 2011);
  target(id, { 甲镇: '3' });
  createUnit(book, { name: '新设镇', kind: 'township', aliases: [], leader: null });
  const ended = listUnits(book).find((unit) => unit.name === '撤并镇');
  updateUnit(book, {
    id: ended?.id ?? 0,
    name: '撤并镇',
    kind: 'township',
    aliases: [],
    leader: null,
    to: '2011',
  });
  const names = (rows: readonly { readonly name: string }[]): readonly string[] =>
    rows.map((row) => row.name).sort();
  const sheets = (year: number) =>
    [
      progressSheet(book, { year, month: 12, indicator: id, denominator: null, group: 'all' }).rows,
      overviewOf(book, { year, month: 12, denominator: null, group: 'all' }).rows,
      targetSheet(book, { year, version: null, indicators: [] }).rows,
    ].map(names);
  // the war map has only those that have something to show
  expect(sheets(2012)).toEqual(
    [['新设镇', '甲镇'], ['甲镇'], ['新设镇', '甲镇']].map((one) => one.sort()),
  );
  expect(sheets(2011)).toEqual(
    [
      ['撤并镇', '新设镇', '甲镇'],
      ['撤并镇', '甲镇'],
      ['撤并镇', '新设镇', '甲镇'],
    ].map((one) => one.sort()),
  );
});
