/**
 * A list is printed as the grid has it: found by its search, in its order, in groups inside groups
 * whose heads and subtotals stand on paper.
 */
import { expect, test } from 'vitest';
import { makeTable } from '../../main/reporting/making/making.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import type { ParsedTableOptions } from '../../preload/contract/tables.ts';
import { testBook } from '../helpers/book.ts';

const PROJECTS = [
  ['甲一', '新建', 'building', '300'],
  ['甲二', '扩建', 'building', '100'],
  ['甲三', '新建', 'signed', '200'],
  ['乙一', '新建', 'building', '50'],
] as const;

function listed(options: Partial<ParsedTableOptions>) {
  const book = testBook();
  createRecord(
    book,
    'project',
    PROJECTS.map(([name, nature, stage, total_investment]) => ({
      name,
      nature,
      stage,
      total_investment,
    })),
  );
  const { table } = makeTable(book, 'project-ledger', {
    filters: [],
    columns: ['name', 'total_investment'],
    group: null,
    ...options,
  });
  return table;
}
const words = (table: ReturnType<typeof listed>) =>
  table.rows.map(({ kind, cells }) => {
    const label = cells.find((cell) => typeof cell === 'string') ?? '';
    const figure = cells.at(-1);
    return [
      kind,
      label,
      typeof figure === 'object' && figure !== null && 'figure' in figure
        ? Number(figure.figure)
        : null,
    ];
  });

test('search and order of the grid', () => {
  const table = listed({
    search: '甲',
    sort: [{ field: 'total_investment', descending: true }],
  });
  expect(words(table)).toEqual([
    ['data', '甲一', 300],
    ['data', '甲三', 200],
    ['data', '甲二', 100],
    ['total', '总计（3个）', 600],
  ]);
  expect(table.filters).toEqual(['含“甲”']);
});

test('groups inside groups', () => {
  const table = listed({ group: 'stage', within: ['nature'] });
  const told = words(table);
  expect(told.filter(([kind]) => kind === 'group').map(([, label]) => label)).toEqual([
    expect.stringMatching(/^一、.*（3个）$/u),
    '（一）新建（2个）',
    '（二）扩建（1个）',
    expect.stringMatching(/^二、.*（1个）$/u),
    '（一）新建（1个）',
  ]);
  expect(told.filter(([kind]) => kind === 'subtotal').map(([, , sum]) => sum)).toEqual([
    350, 100, 450, 200, 200,
  ]);
  expect(told.at(-1)).toEqual(['total', '总计（4个）', 650]);
});
