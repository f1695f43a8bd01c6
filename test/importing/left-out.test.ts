/**
 * Rows of figures that stand in no table that was recognised are named with how many figures they
 * hold.
 */
import { expect, it } from 'vitest';
import { rowsLeftOut } from '../../main/importing/plan/left-out.ts';
import { inspectWorkbook } from '../../main/importing/recognise/inspect.ts';
import { sheetOf, type Cells } from './looked-at.ts';

/** What is said to be left out of a sheet whose first table ends after so many rows. */
function saidOf(rows: Cells, end: number): readonly string[] {
  const [whole, part] = [sheetOf(rows, []), sheetOf(rows.slice(0, end), [])];
  const units = ['城关镇', '柳树镇'].map((name, at) => ({ id: at + 1, name, aliases: [] }));
  const inspection = inspectWorkbook({ sheets: [part], notes: [] }, 'book.xlsx', {
    units,
    county: '清河县',
    answers: [],
  });
  expect(inspection.tables).toHaveLength(1);
  return rowsLeftOut(
    [
      {
        file: 'book.xlsx',
        path: 'book.xlsx',
        bytes: new Uint8Array(),
        workbook: { sheets: [whole], notes: [] },
        fault: null,
      },
    ],
    [{ file: 'book.xlsx', inspection, tables: inspection.tables }],
    () => '台账',
  ).map(({ message }) => message);
}

const TABLE: Cells = [
  ['2024年9月财政收入（万元）'],
  ['单位', '本月', '累计'],
  ['城关镇', 100, 900],
  ['柳树镇', 101, 901],
];

it('names figures behind the last table, and nothing where only serials and zeros follow', () => {
  expect(saidOf(TABLE, 4)).toEqual([]);
  expect(saidOf([...TABLE, [3, null, 0], [4, null, 0]], 4)).toEqual([]);
  expect(saidOf([...TABLE, ['说明'], ['河东', 3, 5], ['河西', 4, 6]], 4)).toEqual([
    '“Sheet1”第6—7行不在认出的表里，里面4个数没有导入。看看那里是不是另一张表。',
  ]);
});
