/**
 * However a figure of an import is kept, as text or in its table's column, every reader gets it.
 */
import { expect, test } from 'vitest';
import { storedOf } from '../../main/data/ledgers/columns.ts';
import type { SqlValue } from '../../main/data/rows.ts';
import { fieldOf } from '../../main/domain/ledgers/field.ts';
import { ledgers } from '../../main/domain/ledgers/index.ts';
import { PlannedValues } from '../../main/services/imports/planned-values.ts';

const total = fieldOf(ledgers.project, 'total_investment');
const name = fieldOf(ledgers.project, 'name');
const column = (figures: readonly (number | null)[]) =>
  new Map([
    [total.code, { field: total, list: { storedAt: (at: number) => figures[at] ?? null } }],
  ]);

const inText = new PlannedValues({ name: '甲', total_investment: '1234.50' });
const inColumn = new PlannedValues({ name: '甲' }, column([null, 123_450]), 1);
const filled = (values: PlannedValues): SqlValue[] => {
  const row: SqlValue[] = [];
  PlannedValues.filler(
    [
      { field: name, otherwise: null, asItIs: true },
      { field: total, otherwise: 0, asItIs: false },
    ],
    storedOf,
  )(values, row);
  return row;
};

test.each([
  ['as text', inText],
  ['in its column', inColumn],
])('a figure %s is read, stored, named and written alike', (_where, values) => {
  expect(values.get('total_investment')).toBe('1234.50');
  expect(values.stored(total, storedOf)).toBe(123_450);
  expect(values.names('total_investment')).toBe(true);
  expect([...PlannedValues.codesOf([values])].sort()).toEqual(['name', 'total_investment']);
  expect(filled(values)).toEqual(['甲', 123_450]);
  expect(filled(values.with({ total_investment: '2.00' }))).toEqual(['甲', 200]);
  expect(values.with({ total_investment: null }).get('total_investment')).toBeNull();
  expect(filled(values.with({ total_investment: null }))).toEqual(['甲', 0]);
  const without = values.without(new Set(['total_investment']));
  expect([without.get('total_investment'), without.get('name')]).toEqual([null, '甲']);
});

test('rows of several tables are each filled from their own', () => {
  const fill = PlannedValues.filler([{ field: total, otherwise: null, asItIs: false }], storedOf);
  const [first, second] = [column([1, 2]), column([3, null])];
  const rows = [
    new PlannedValues({}, first, 1),
    inText,
    new PlannedValues({}, second, 0),
    new PlannedValues({}, second, 1),
    new PlannedValues({}, first, 0),
  ].map((values) => {
    const row: SqlValue[] = [];
    fill(values, row);
    return row[0];
  });
  expect(rows).toEqual([2, 123_450, 3, null, 1]);
});

test('nobody can ask one of the two places alone', () => {
  // @ts-expect-error a value is asked of the record, not of where it is kept
  expect(inText['total_investment']).toBeUndefined();
  expect([Object.keys(inText), Object.keys(inColumn)]).toEqual([[], []]);
});
