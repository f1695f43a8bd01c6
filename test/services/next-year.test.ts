/**
 * A year's targets from the one before, and every unit's plan at once: worked out by hand, undone
 * as one.
 */
import { expect, test } from 'vitest';
import { planUnits, targetsFromLastYear } from '../../main/services/progress/next-year.ts';
import { undoChange } from '../../main/services/records/undo.ts';
import { saveIndicator } from '../../main/services/targets/indicators.ts';
import { editTargets } from '../../main/services/targets/target-edit.ts';
import { targetSheet } from '../../main/services/targets/target-sheet.ts';
import { listUnits } from '../../main/services/units/units.ts';
import { contentOf, testBook } from '../helpers/book.ts';
import { typedIndicator } from '../helpers/indicator.ts';
import { editFigures } from '../../main/services/progress/figure-edit.ts';

function prepared() {
  const book = testBook(['甲镇', '乙镇', '丙镇']);
  const id = new Map(listUnits(book).map((unit) => [unit.name, unit.id]));
  const add = (name: string, more: Parameters<typeof typedIndicator>[1] = {}): number =>
    saveIndicator(book, { id: null, indicator: typedIndicator(name, { places: 1, ...more }) }).id;
  const type = (indicator: number, month: number, unit: string, cumulative: string): void => {
    editFigures(book, {
      year: 2011,
      month,
      edits: [
        { indicator, unit: id.get(unit) ?? 0, part: 'cumulative', text: cumulative, keep: null },
      ],
    });
  };
  const cells = (indicator: number) => {
    const sheet = targetSheet(book, { year: 2012, version: null, indicators: [] });
    return Object.fromEntries([
      ['全县', sheet.county[indicator]],
      ...sheet.rows.map((row) => [row.name, row.cells[indicator]]),
    ]);
  };
  return { book, id, add, type, cells };
}

test('December becomes the base, growth the target; what falls or is a ratio gets no target, what has no December is named', () => {
  const { book, add, type, cells } = prepared();
  const invested = add('固定资产投资');
  const energy = add('单位能耗', { direction: 'down', rollup: 'none' });
  add('没有数的指标');
  type(invested, 11, '丙镇', '9');
  type(invested, 12, '甲镇', '20');
  type(invested, 12, '乙镇', '12.5');
  type(energy, 12, '甲镇', '0.8');
  const before = contentOf(book.db);
  const { missing } = targetsFromLastYear(book, { year: 2012, growth: '10' });
  expect(missing).toEqual(['没有数的指标']);
  expect(cells(invested)).toMatchObject({
    全县: { base: '32.5', assured: '35.8' },
    甲镇: { base: '20', assured: '22' },
    乙镇: { base: '12.5', assured: '13.8' },
  });
  expect(cells(invested)['丙镇']).toBeUndefined();
  expect(cells(energy)).toMatchObject({ 甲镇: { base: '0.8', assured: null } });
  undoChange(book);
  expect(contentOf(book.db)).toEqual(before);
});

test('plans of all units: percents and last year’s curve add up to the target exactly; who has no target or no curve is left and named', () => {
  const { book, id, add, type, cells } = prepared();
  const invested = add('固定资产投资');
  for (let month = 1; month <= 12; month += 1) {
    type(invested, month, '甲镇', String(month * month));
    if (month > 6) type(invested, month, '乙镇', String(month));
  }
  const assured = (unit: string, text: string) => ({
    indicator: invested,
    unit: id.get(unit) ?? null,
    part: 'assured' as const,
    text,
  });
  editTargets(book, 2012, [assured('甲镇', '144'), assured('乙镇', '10')]);
  editTargets(book, 2012, [{ ...assured('丙镇', '5'), part: 'stretch' }]);

  const quarters = planUnits(book, {
    year: 2012,
    indicator: invested,
    rule: { percents: ['10', '20', '30', '40'] },
  });
  expect(quarters.left).toEqual(['丙镇']);
  expect(cells(invested)['甲镇']?.planParts).toEqual(['14.4', '28.8', '43.2', '57.6']);
  expect(cells(invested)['乙镇']?.planParts).toEqual(['1', '2', '3', '4']);

  const curve = planUnits(book, { year: 2012, indicator: invested, rule: 'last-year' });
  expect(curve.left).toEqual(['乙镇', '丙镇']);
  // months 1, 3, 5 … 23 of 144
  expect(cells(invested)['甲镇']?.planParts).toEqual(
    Array.from({ length: 12 }, (_, at) => String(2 * at + 1)),
  );
  planUnits(book, { year: 2012, indicator: invested, rule: 'even' });
  expect(cells(invested)['甲镇']?.planParts).toBeNull();
  expect(() =>
    planUnits(book, {
      year: 2012,
      indicator: invested,
      rule: { percents: ['10', '20', '30', '39'] },
    }),
  ).toThrow(expect.objectContaining({ code: 'target.plan' }));
});
