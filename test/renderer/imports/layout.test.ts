/**
 * How the user's sheet is laid out: roles of rows, chips, widths, frozen columns, heading heights,
 * moves over merged blocks.
 */
import { describe, expect, it } from 'vitest';
import type { SheetPage } from '../../../preload/contract/imports.ts';
import {
  chipsOf,
  previewColumnName,
  previewColumnNumber,
  frozenColumns,
  headerHeight,
  isFigures,
  mergeAt,
  roleOfText,
  rolesOf,
  tableAt,
  widthsOf,
} from '../../../renderer/features/imports/draft/layout.ts';
import { movedCell } from '../../../renderer/features/imports/sheet/moves.ts';
import {
  changeLabel,
  fieldLabel,
  resultSentence,
  valueText,
} from '../../../renderer/features/imports/draft/changes.ts';
import { at, column, columns, draftOf, tableOf } from './draft.ts';

const table = tableOf([]);
const report = { name: '招商引资', period: null, tables: [table] };

describe('rows', () => {
  it('take the tint of what they were taken for', () => {
    const roles = rolesOf(report);
    expect([1, 3, 4, 5, 14, 15, 16].map((row) => roles.get(row))).toEqual([
      'title',
      'header',
      'header',
      'data',
      'total',
      'note',
      undefined,
    ]);
  });
  it('tell the line of the measure from the title', () => {
    expect([
      roleOfText('title', '金额单位：亿元（外资：万美元）'),
      roleOfText('title', '全区招商引资统计表'),
      roleOfText('note', '单位：亿元'),
    ]).toEqual(['meta', 'title', 'note']);
  });
  it('belong to the table that began above them', () => {
    const second = { ...table, titleRows: [20], headerRows: [21, 21] as const };
    expect(
      [1, 19, 20, 40].map((row) => tableAt({ ...report, tables: [table, second] }, row)),
    ).toEqual([0, 0, 1, 1]);
  });
});

describe('chips', () => {
  const chips = chipsOf(table);
  it('say the field and how sure it is, out of 100', () => {
    expect(
      chips.map(
        (chip) => `${previewColumnName(chip.from)} ${chip.label} ${chip.confidence ?? '—'}`,
      ),
    ).toEqual([
      'A 项目编号 98',
      'B 项目名称 98',
      'G 总投资 98',
      'J 到位资金：1月至3月，展开成每月一条 97',
      'S 只核对 90',
      'V 责任单位 96',
    ]);
  });
  it('are amber under 95', () => {
    expect(chips.filter((chip) => !chip.sure).map((chip) => chip.label)).toEqual(['只核对']);
  });
  it('say what the figures are stated in', () => {
    expect(chips.map((chip) => chip.measure)).toEqual([null, null, '亿元', null, null, null]);
  });
  it('of a matrix are called by indicator and part', () => {
    const fact = { month: null, confidence: 1, field: null } as const;
    const matrix = chipsOf({
      ...table,
      kind: 'matrix',
      ledger: null,
      columns: [
        column('A', null, { ...fact, reason: '单位', use: 'ignore' }),
        column('B', null, { ...fact, measure: '亿元', reason: '到位资金·累计', use: 'extra' }),
        column('C', null, { ...fact, confidence: 0, reason: '不是指标，不导入', use: 'ignore' }),
      ],
    });
    expect(matrix.map((chip) => [chip.label, chip.measure, chip.confidence])).toEqual([
      ['单位', null, 100],
      ['累计 到位资金', '亿元', 100],
      ['不导入', null, null],
    ]);
  });
  it('show what is kept as extra, left out or not recognised, without a figure', () => {
    const odd = chipsOf({
      ...table,
      columns: [
        column('A', null, { use: 'extra' }),
        column('B', null, { use: 'ignore' }),
        column('C', null),
      ],
    });
    expect(odd.map((chip) => [chip.label, chip.confidence])).toEqual([
      ['附加信息', null],
      ['不导入', null],
      ['未识别', null],
    ]);
  });
});

const page: SheetPage = {
  rows: 6,
  columns: 4,
  from: 3,
  widths: [],
  merges: [{ top: 3, left: 2, bottom: 3, right: 3 }],
  cells: [
    ['编号', '到位资金（按月）', '', '利用外资\n（万美元）'],
    ['', '1月', '2月', ''],
    ['ZS2012001', '0.05', '0.3', ''],
    ['ZS2012002', '0.1', '', '120'],
    ['', '一段很长很长的文字说明项目进展情况如何', '', ''],
    ['', '', '', ''],
  ],
};

describe('columns', () => {
  const roles = new Map([
    [3, 'header'],
    [4, 'header'],
    [5, 'data'],
    [6, 'data'],
  ] as const);
  it('are wide enough for figures and codes, narrow for months, and end at a limit', () => {
    const [code, first, second, foreign] = widthsOf(page, roles, undefined);
    expect(code).toBeGreaterThanOrEqual(78);
    expect([first, second]).toEqual([36, 33]);
    expect(foreign).toBeGreaterThanOrEqual(66);
    expect(widthsOf(page, new Map([[7, 'data']] as const), undefined)[1]).toBe(121);
  });
  it('stay in view up to the name, unless that leaves no room', () => {
    expect([
      frozenColumns(table, [80, 120], 1000),
      frozenColumns(table, [80, 120], 300),
      frozenColumns(undefined, [80], 1000),
    ]).toEqual([2, 0, 0]);
  });
  it('hold figures where the field or a month does', () => {
    expect(columns.filter((one) => isFigures(one, 'project')).map((one) => one.column)).toEqual([
      'G',
      'J',
      'K',
      'L',
      'S',
    ]);
  });
  it('are counted in letters', () => {
    expect([
      previewColumnName(1),
      previewColumnName(26),
      previewColumnName(27),
      previewColumnNumber('X'),
      previewColumnNumber('AB'),
    ]).toEqual(['A', 'Z', 'AA', 24, 28]);
  });
});

it('a heading of two lines makes its row taller', () => {
  expect(headerHeight(3, ['编号', '', '', '利用外资\n（万美元）'], [80, 36, 36, 72], [])).toBe(36);
  expect(headerHeight(3, ['编号'], [80], [])).toBe(25);
});

describe('keys', () => {
  const bounds = { rows: 20, columns: 5, page: 10 };
  const press = (key: string, row: number, at: number, ctrl = false) =>
    movedCell(key, ctrl, { row, column: at }, page.merges, bounds);
  it('move a cell and stop at the edges', () => {
    expect([
      press('ArrowDown', 5, 1),
      press('ArrowLeft', 5, 1),
      press('PageDown', 15, 2),
      press('End', 5, 2),
      press('End', 5, 2, true),
    ]).toEqual([
      { row: 6, column: 1 },
      { row: 5, column: 1 },
      { row: 20, column: 2 },
      { row: 5, column: 5 },
      { row: 20, column: 5 },
    ]);
  });
  it('take a merged block as one cell', () => {
    expect([press('ArrowRight', 3, 1), press('ArrowRight', 3, 2), press('ArrowUp', 4, 3)]).toEqual([
      { row: 3, column: 2 },
      { row: 3, column: 4 },
      { row: 3, column: 2 },
    ]);
    expect(mergeAt(page.merges, 3, 3)?.left).toBe(2);
  });
  it('leave other keys alone', () => {
    expect(press('a', 3, 1)).toBeNull();
  });
});

describe('changes', () => {
  it('say money in the measure of its field, exactly, and emptiness in words', () => {
    expect([
      valueText('project', 'total_investment', '1250000000.00'),
      valueText('project', 'foreign_contract', '1200000.00'),
      valueText('project', 'remark', null),
      valueText('project', 'land_mu', '12.5'),
    ]).toEqual(['125000 万元', '120 万美元', '空', '12.5 亩']);
  });
  it('call a field by its label and a month by its month', () => {
    expect([
      fieldLabel('project', 'total_investment'),
      changeLabel(draftOf([]), at(6), { field: 'arrived_total', cell: 'K6' }),
      changeLabel(draftOf([]), at(6), { field: 'total_investment', cell: 'G6' }),
    ]).toEqual(['总投资', '到位资金 2月', '总投资']);
  });
  it('sum an import up in one sentence', () => {
    const result = {
      import: 1,
      new: 1,
      changed: 6,
      unchanged: 0,
      rejected: 2,
      held: 0,
      questions: [],
      warnings: [],
      leftOut: [],
    };
    expect([resultSentence(result, 'project'), resultSentence(result, null)]).toEqual([
      '已导入7条：新增1，变更6；2行未导入，保留在原表中。',
      '已导入7个数：新增1，变更6；2行未导入，保留在原表中。',
    ]);
  });
});
