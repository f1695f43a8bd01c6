/**
 * The catalogue: saving with its refusals, shipped sets with what they need, order, removal; each
 * undone exactly.
 */
import { expect, test } from 'vitest';
import {
  addSet,
  listIndicators,
  listSets,
  orderIndicators,
  removeIndicator,
  saveIndicator,
  type IndicatorValues,
} from '../../main/services/targets/indicators.ts';
import { editTargets } from '../../main/services/targets/target-edit.ts';
import { undoChange } from '../../main/services/records/undo.ts';
import { contentOf, testBook } from '../helpers/book.ts';
import { typedIndicator } from '../helpers/indicator.ts';

const typed = (name: string, more: Partial<IndicatorValues> = {}): IndicatorValues =>
  typedIndicator(name, { places: 1, ...more });
const refusal = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
};

test('an indicator is saved whole, changed, ordered and removed; undo takes each back', () => {
  const book = testBook();
  const empty = contentOf(book.db);
  const first = saveIndicator(book, {
    id: null,
    indicator: typed('工业投资', { category: '经济运行' }),
  });
  const second = saveIndicator(book, {
    id: null,
    indicator: typed('其中技改投资', { parent: first.id }),
  });
  expect(
    listIndicators(book).map((one) => [one.name, one.place, one.parent, one.category]),
  ).toEqual([
    ['工业投资', 1, null, '经济运行'],
    ['其中技改投资', 2, first.id, null],
  ]);
  orderIndicators(book, [second.id]);
  expect(listIndicators(book).map((one) => one.name)).toEqual(['其中技改投资', '工业投资']);
  expect(
    saveIndicator(book, {
      id: second.id,
      indicator: typed('技改投资', { parent: first.id, places: 2 }),
    }),
  ).toMatchObject({ id: second.id, name: '技改投资', places: 2 });
  removeIndicator(book, second.id);
  expect(listIndicators(book).map((one) => one.name)).toEqual(['工业投资']);
  for (let steps = 0; steps < 5; steps++) undoChange(book);
  expect(contentOf(book.db)).toEqual(empty);
  expect(book.heard).toContain('indicator');
});

test('what would make figures mean something else is refused with its reason', () => {
  const book = testBook(['甲局']);
  const one = saveIndicator(book, { id: null, indicator: typed('工业投资') });
  const part = saveIndicator(book, { id: null, indicator: typed('技改投资', { parent: one.id }) });
  expect(
    refusal(() => saveIndicator(book, { id: null, indicator: typed('工业 投资') })),
  ).toMatchObject({ code: 'indicator.exists' });
  expect(
    refusal(() =>
      saveIndicator(book, {
        id: null,
        indicator: typed('工投', { aliases: '工业投资、工业投入' }),
      }),
    ),
  ).toMatchObject({ code: 'indicator.exists', params: { name: '工业投资' } });
  expect(
    refusal(() =>
      saveIndicator(book, { id: one.id, indicator: typed('工业投资', { parent: part.id }) }),
    ),
  ).toMatchObject({ code: 'value.unreadable', params: { field: '其中关系' } });
  expect(
    refusal(() =>
      saveIndicator(book, {
        id: null,
        indicator: typed('占比', { rollup: 'ratio', numerator: part.id }),
      }),
    ),
  ).toMatchObject({ code: 'value.required', params: { field: '分母' } });
  expect(
    refusal(() => saveIndicator(book, { id: null, indicator: typed('占比', { factor: '0' }) })),
  ).toMatchObject({ code: 'value.unreadable', params: { field: '系数' } });
  expect(refusal(() => removeIndicator(book, one.id))).toMatchObject({
    code: 'indicator.inUse',
    params: { name: '工业投资', where: ['其他指标1条'] },
  });
  editTargets(book, 2012, [{ indicator: part.id, unit: null, part: 'assured', text: '3' }]);
  expect(
    refusal(() =>
      saveIndicator(book, { id: part.id, indicator: typed('技改投资', { measure: '万元' }) }),
    ),
  ).toMatchObject({ code: 'indicator.measured', params: { figures: 1 } });
  expect(refusal(() => removeIndicator(book, part.id))).toMatchObject({ code: 'indicator.inUse' });
  expect(
    refusal(() =>
      saveIndicator(book, {
        id: null,
        indicator: typed('外资', {
          measure: '个',
          counted: {
            ledger: 'project',
            filters: [],
            sum: 'total_investment',
            unit: 'credit',
            date: null,
          },
        }),
      }),
    ),
  ).toMatchObject({ code: 'indicator.definition', params: { why: '“总投资”不能折成个' } });
});

test('the shipped sets are all added, with parts, numerators and counts that hold', () => {
  const book = testBook();
  expect(listSets(book).map((set) => set.name)).toEqual([
    '招商引资',
    '经济运行',
    '工业园区',
    '生态园区',
    '安全生产',
    '农村电商',
    '就业创业',
    '文明创建',
    '市场监管',
  ]);
  const few = addSet(book, { set: '招商引资', names: ['其中5亿元以上项目'] });
  expect(
    listIndicators(book)
      .filter((one) => few.includes(one.id))
      .map((one) => one.name),
  ).toEqual(['签约项目个数', '其中亿元以上项目', '其中5亿元以上项目']);
  for (const set of listSets(book))
    addSet(book, { set: set.name, names: set.indicators.map((one) => one.name) });
  expect(
    listSets(book)
      .flatMap((set) => set.indicators)
      .every((one) => one.present),
  ).toBe(true);
  const all = listIndicators(book);
  const named = (name: string) => all.find((one) => one.name === name);
  expect(named('其中5亿元以上项目')?.parent).toBe(named('其中亿元以上项目')?.id);
  expect(named('单位工业增加值COD排放量')).toMatchObject({
    kind: 'ratio',
    direction: 'down',
    factor: '0.1',
    numerator: named('化学需氧量排放量')?.id,
    denominator: named('工业增加值')?.id,
  });
  // every definition that ships is one that would be accepted
  for (const { id, place, ...indicator } of all)
    expect(saveIndicator(book, { id, indicator })).toEqual({ id, place, ...indicator });
});
