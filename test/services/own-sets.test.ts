/**
 * Shipped indicators that are counted from shipped own ledgers: 定检率, 站点达标率 and
 * “散乱污”整治率 by their records.
 */
import { expect, test } from 'vitest';
import { createRecord, editRecords } from '../../main/services/records/edit.ts';
import { addSet, listIndicators, listSets } from '../../main/services/targets/indicators.ts';
import { listLedgers } from '../../main/services/own-ledgers/own-ledgers.ts';
import { progressSheet } from '../../main/services/progress/progress.ts';
import { undoChange } from '../../main/services/records/undo.ts';
import { testBook } from '../helpers/book.ts';

const UNITS = ['城关镇', '固关镇'];

test('定检率 is inspected ÷ registered of the equipment in use, by unit and over the county; a changed record changes it', () => {
  const book = testBook(UNITS);
  addSet(book, { set: '市场监管', names: ['定检率'] });
  expect(listLedgers(book).map((one) => one.code)).toEqual(['own_equipment']);
  const machine = (unit: string, inspected: string, state = '在用') => ({
    name: `${unit}${inspected}${state}`,
    unit,
    inspected,
    state,
  });
  const { ids } = createRecord(book, 'own_equipment', [
    machine('城关镇', '√'),
    machine('城关镇', '√'),
    machine('城关镇', '×'),
    machine('固关镇', '√'),
    machine('固关镇', '×', '报废'),
  ]);
  const rate = (): readonly (string | null)[] => {
    const { rows, total } = progressSheet(book, {
      year: 2012,
      month: 9,
      indicator: listIndicators(book).find((one) => one.name === '定检率')?.id ?? 0,
      denominator: null,
      group: 'all',
    });
    return [
      ...UNITS.map((unit) => rows.find((row) => row.name === unit)?.cumulative ?? null),
      total.cumulative,
    ];
  };
  expect(rate().map((value) => Number(value).toFixed(1))).toEqual(['66.7', '100.0', '75.0']);
  editRecords(book, 'own_equipment', [{ id: ids[2] ?? 0, field: 'inspected', value: '是' }]);
  expect(rate().map((value) => Number(value).toFixed(1))).toEqual(['100.0', '100.0', '100.0']);
});

test('the ledgers that a set is counted from are made with it, once, and taken back with it', () => {
  const book = testBook(UNITS);
  for (const name of ['农村电商', '就业创业', '文明创建', '安全生产'])
    addSet(book, {
      set: name,
      names:
        listSets(book)
          .find((one) => one.name === name)
          ?.indicators.map((one) => one.name) ?? [],
    });
  expect(listLedgers(book).map((one) => one.code)).toEqual([
    'own_service_points',
    'own_trainings',
    'own_founders',
    'own_polluters',
    'own_equipment',
  ]);
  createRecord(book, 'own_trainings', [
    { name: '电商班', kind: '电商', unit: '城关镇', date: '2012-03-05', people: '45' },
    { name: '电焊班', kind: '职业技能', unit: '固关镇', date: '2012-11', people: '30' },
  ]);
  const people = (name: string, month: number): string | null =>
    progressSheet(book, {
      year: 2012,
      month,
      indicator: listIndicators(book).find((one) => one.name === name)?.id ?? 0,
      denominator: null,
      group: 'all',
    }).total.cumulative;
  expect([
    people('电商培训', 2),
    people('电商培训', 3),
    people('职业技能培训', 10),
    people('职业技能培训', 11),
  ]).toEqual(['0', '45', '0', '30']);
  undoChange(book);
  undoChange(book);
  expect(listLedgers(book).map((one) => one.code)).toEqual([
    'own_service_points',
    'own_trainings',
    'own_founders',
    'own_polluters',
  ]);
});
