/** The consistency report over targets and figures, each finding with where it comes from. */
import { expect, test } from 'vitest';
import { editFigures } from '../../main/services/progress/figure-edit.ts';
import { findingsOfMonth } from '../../main/services/progress/findings.ts';
import { testBook } from '../helpers/book.ts';
import { importSample } from '../helpers/imported.ts';
import { yearBook } from '../helpers/year.ts';

test('sample 04 has nothing that does not fit', async () => {
  const book = testBook();
  await importSample(book, '04');
  expect(findingsOfMonth(book, null)).toEqual([]);
});

test('each kind of inconsistency is found once, with its sentence', () => {
  const { book, unit, add, target, type } = yearBook(['城关镇', '河口镇']);
  const whole = add('到位资金');
  const part = add('省际到位资金', { parent: whole });
  const [over, under] = [
    add('竣工', { measure: '个', places: 0 }),
    add('计划竣工', { measure: '个', places: 0 }),
  ];
  const rate = add('竣工率', {
    measure: '%',
    kind: 'ratio',
    rollup: 'ratio',
    numerator: over,
    denominator: under,
    factor: '100',
    places: 1,
  });
  target(whole, { 县: '12', 城关镇: '6', 河口镇: '5' });
  type(1, whole, { 城关镇: '2' });
  editFigures(book, {
    year: 2012,
    month: 2,
    edits: [
      { indicator: whole, unit: unit('城关镇'), part: 'month', text: '1', keep: '上月补报' },
      { indicator: whole, unit: unit('城关镇'), part: 'cumulative', text: '3.5', keep: null },
    ],
  });
  type(3, whole, { 城关镇: '3', 县: '3.2' });
  type(3, whole, { 城关镇: '2.5' }, 'lastYear');
  type(3, whole, { 城关镇: '25' }, 'yoy');
  type(3, part, { 城关镇: '4' });
  type(3, rate, { 城关镇: '60' });
  type(3, over, { 城关镇: '1' });
  type(3, under, { 城关镇: '2' });
  const found = findingsOfMonth(book, 2012);
  expect(found.map((one) => [one.code, one.month, one.unit, one.message])).toEqual([
    [
      'children',
      null,
      null,
      '到位资金：各单位确保数合计11.00亿元，低于全县任务12.00亿元，还差1.00亿元。',
    ],
    ['cumulative', 2, '城关镇', '城关镇1—2月累计：2＋1＝3，填的是3.5，差0.5。原因：上月补报。'],
    ['falls', 3, '城关镇', '城关镇1—3月累计3亿元，比上月累计3.5亿元还少。'],
    ['yoy', 3, '城关镇', '城关镇1—3月3、上年同期2.5是增长20%，填的是增长25%。'],
    ['total', 3, null, '到位资金合计填的是3.2，明细相加3，差0.2。'],
    ['ofWhich', 3, '城关镇', '其中“省际到位资金”4亿元大于“到位资金”3亿元。请改其中一个。'],
    ['percent', 3, '城关镇', '城关镇竣工率填的是60%，按“竣工”和“计划竣工”算是50%。'],
  ]);
  expect(new Set(found.map((one) => one.where))).toEqual(
    new Set(['目标 年初目标', '进度 2月', '进度 3月']),
  );
});

test('a finding of an imported figure names its file, sheet and cell', async () => {
  const book = testBook();
  await importSample(book, '04');
  const id = Number(
    book.db.prepare("SELECT id FROM indicator WHERE name = '合同引资'").pluck().get(),
  );
  const unit = Number(book.db.prepare("SELECT id FROM unit WHERE name = '磻溪镇'").pluck().get());
  editFigures(book, {
    year: 2012,
    month: 9,
    edits: [{ indicator: id, unit, part: 'lastYear', text: '3', keep: null }],
  });
  const [one] = findingsOfMonth(book, 2012);
  expect(one).toMatchObject({ code: 'yoy', unit: '磻溪镇', indicator: '合同引资' });
  expect(one?.where).toMatch(/^04-主要指标月报2012年9月\.xlsx \S+ [A-Z]+\d+$/);
});
