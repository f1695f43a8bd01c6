/**
 * Targets told in words: each figure in the part that it sets; what could mean another figure is
 * asked about.
 */
import { expect, it } from 'vitest';
import { spokenTargets } from '../../main/importing/facts/spoken-targets.ts';
import { inspectWorkbook } from '../../main/importing/recognise/inspect.ts';

const CASES: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['招商引资', '亿元', '确保40亿元，力争50亿元', ['assured 40亿元', 'stretch 50亿元']],
  ['工业投资', '亿元', '确保330、力争370', ['assured 330亿元', 'stretch 370亿元']],
  ['到位资金', '亿元', '保40争50', ['assured 40亿元', 'stretch 50亿元']],
  ['新增规上企业', '户', '2–3户', ['assured 2户', 'stretch 3户']],
  ['造林面积', '亩', '6778—8269', ['assured 6778亩', 'stretch 8269亩']],
  ['培训人数', '人', '500以上', ['annual 500人']],
  ['财政收入', '万元', '增长19%', ['growth 19%']],
  ['税收收入', '万元', '同比增长10-12%以上', ['growth 10%', 'growthStretch 12%']],
  ['能耗', '吨', '下降3.2%', ['growth -3.2%']],
  ['固定资产投资增速', '%', '增长10%', ['annual 10%']],
  ['城镇化率', '%', '提高1.5个百分点', ['growth 1.5%']],
  ['工业占比', '%', '提高1.5-2个百分点', ['growth 1.5%', 'growthStretch 2%']],
  ['失业率', '%', '下降0.3个百分点以上', ['growth -0.3%']],
];

it('are read into their parts', () => {
  const rows = [
    ['城关镇2012年主要目标任务'],
    ['指标名称', '计量单位', '年度目标'],
    ...CASES.map(([name, measure, cell]) => [name, measure, cell]),
    ['旅游收入', '万元', '60-50'],
  ];
  const { tables } = inspectWorkbook(
    {
      sheets: [
        {
          name: 'Sheet1',
          hidden: false,
          rows,
          merges: [],
          hiddenRows: new Set(),
          hiddenColumns: new Set(),
          formats: new Map(),
          widths: new Map(),
        },
      ],
      notes: [],
    },
    '目标.xlsx',
    { units: [{ id: 1, name: '城关镇', aliases: [] }], county: '云岭县', answers: [] },
  );
  const facts = tables[0]?.facts ?? [];
  expect(
    CASES.map(([name]) =>
      facts
        .filter(({ indicator }) => indicator === name)
        .map(({ part, value, measure }) => `${part} ${value}${measure ?? ''}`),
    ),
  ).toEqual(CASES.map(([, , , meant]) => meant));
  // a range that falls
  expect(
    tables[0]?.issues
      .filter(({ level }) => level === 'question' || level === 'error')
      .map(({ row }) => row),
  ).toEqual([16]);
});

it('are left alone where a column sets another part', () => {
  expect(spokenTargets('2-3', 'stretch', null, false)).toBeNull();
  expect(spokenTargets('2-3', 'cumulative', null, false)).toBeNull();
  expect(spokenTargets('2012', 'annual', null, false)).toBeNull();
});
