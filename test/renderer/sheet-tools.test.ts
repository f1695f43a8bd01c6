/**
 * Parts of the sheet's tools that need no window: a series going on, a block as a table, the filter
 * of several values.
 */
import { expect, test } from 'vitest';
import { blockHtml, headTexts } from '../../renderer/ui/grid/html.ts';
import type { GridColumn, GridRow } from '../../renderer/ui/grid/model.ts';
import { seriesAfter } from '../../renderer/ui/grid/series.ts';
import { filterOfValues } from '../../renderer/ui/grid/values.ts';

const next = (texts: readonly string[], count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => seriesAfter(texts)(at));

test('figures that rise by one step go on rising, exactly; all else is repeated', () => {
  expect(next(['1', '2'], 3)).toEqual(['3', '4', '5']);
  expect(next(['0.1', '0.3', '0.5'], 2)).toEqual(['0.7', '0.9']);
  expect(next(['10', '5'], 2)).toEqual(['0', '-5']);
  expect(next(['1', '2', '4'], 4)).toEqual(['1', '2', '4', '1']);
  expect(next(['7', '7'], 2)).toEqual(['7', '7']);
  expect(next(['甲', '乙'], 3)).toEqual(['甲', '乙', '甲']);
  expect(next(['1', ''], 2)).toEqual(['1', '']);
  expect(next(['5'], 2)).toEqual(['5', '5']);
});

const column = (code: string, path: readonly string[], isFigure = false): GridColumn => ({
  code,
  path,
  width: 80,
  align: 'left',
  frozen: false,
  editable: true,
  text: (row) => String(row[code] ?? ''),
  editText: (row) => String(row[code] ?? ''),
  figure: (row) => (isFigure ? String(row[code]).replaceAll(',', '').replace('−', '-') : null),
});
const COLUMNS = [
  column('name', ['名称']),
  column('plan', ['投资（万元）', '计划'], true),
  column('done', ['投资（万元）', '完成'], true),
];
const ROWS: readonly GridRow[] = [{ id: 1, name: '甲<乙>', plan: '1,200.50', done: '−3' }];

test('a block becomes a table with merged heads, figures with their form, texts as texts', () => {
  const html = blockHtml(COLUMNS, ROWS, true);
  expect(html).toContain('<th colspan="1" rowspan="2">名称</th>');
  expect(html).toContain('<th colspan="2" rowspan="1">投资（万元）</th>');
  expect(html).toContain(`mso-number-format:'#,##0.00'">1,200.50</td>`);
  expect(html).toContain(`mso-number-format:'0'">-3</td>`);
  expect(html).toContain('甲&lt;乙&gt;');
  expect(blockHtml(COLUMNS, ROWS, false)).not.toContain('<th');
  expect(headTexts(COLUMNS)).toEqual([
    ['名称', '投资（万元）', ''],
    ['', '计划', '完成'],
  ]);
});

test('several values of a column are one filter', () => {
  expect(filterOfValues(['甲镇', '乙镇'], true)).toBe('=甲镇 或 =乙镇 或 空');
  expect(filterOfValues([], false)).toBe('');
});
