/**
 * What a sheet says by its looks – struck through, coloured with a legend, hidden – is asked about
 * or told, never dropped. The workbooks are written by exceljs.
 */
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { judgedOne } from './judged.ts';
import { wiredOf } from './planned.ts';

const STRUCK = { font: { strike: true } };
const YELLOW = {
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } },
} as const;
type Written = string | number | null | ExcelJS.CellRichTextValue;

async function lookAt(
  rows: readonly (readonly Written[])[],
  mark: (sheet: ExcelJS.Worksheet) => void = () => undefined,
) {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  for (const row of rows) sheet.addRow([...row]);
  mark(sheet);
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const { judged, shown, tables } = await judgedOne('2024年9月.xlsx', bytes);
  return {
    created: judged.plan.creates.map((one) => wiredOf(tables[0]?.ledger, one)),
    facts: judged.facts.map(({ row, column }) => `${column}${row}`),
    said: tables
      .flatMap((table) => table.issues)
      .filter(({ level, code }) => level !== 'info' && !code.startsWith('unit.'))
      .map(({ column, row, code }) => `${column ?? ''}${row} ${code}`),
    messages: tables.flatMap((table) => table.issues).map(({ message }) => message),
    rejected: shown.rejectedRows.map(({ row }) => row),
    held: shown.heldCells.map(({ row, column }) => `${column}${row}`),
  };
}
const run = (text: string, strike: boolean): ExcelJS.RichText =>
  strike ? { font: { strike: true }, text } : { text };

const PROJECTS = [
  ['项目名称', '总投资（万元）', '备注', '落户园区'],
  ['甲厂', 100, '一', '东区'],
  ['乙厂', 200, '二', '西区'],
  ['丙厂', 300, '三', '南区'],
] as const;

describe('what is struck through', () => {
  it('a row waits, whether it is still one', async () => {
    const found = await lookAt(PROJECTS, (sheet) => {
      for (const at of [1, 2, 3, 4]) sheet.getCell(3, at).style = STRUCK;
    });
    expect([found.said, found.rejected]).toEqual([['A3 row.struck'], [3]]);
    expect(found.created.map(({ name }) => name)).toEqual(['甲厂', '丙厂']);
  });

  it('a figure waits, and its row comes in', async () => {
    const found = await lookAt(PROJECTS, (sheet) => (sheet.getCell('B3').style = STRUCK));
    expect([found.said, found.held]).toEqual([['B3 cell.struck'], ['B3']]);
    expect(found.created.map((one) => one['total_investment'] ?? null)).toEqual([
      '1000000.00',
      null,
      '3000000.00',
    ]);
  });

  it('signs of a text are not read where others are left: 80 struck and 95 written is 95', async () => {
    const found = await lookAt([
      PROJECTS[0],
      ['甲厂', { richText: [run('80', true), run('95', false)] }, '一', '东区'],
      [{ richText: [run('老', true), run('乙厂', false)] }, 200, '二', '西区'],
      ['丙厂', { richText: [run('300', true)] }, '三', '南区'],
    ]);
    expect(found.said).toEqual(['B2 cell.cut', 'A3 cell.cut', 'B4 cell.struck']);
    expect(found.created.map((one) => [one['name'], one['total_investment'] ?? null])).toEqual([
      ['甲厂', '950000.00'],
      ['乙厂', '2000000.00'],
      ['丙厂', null],
    ]);
  });

  it('of a table of figures waits like that of a ledger; what is hidden in it is told', async () => {
    const found = await lookAt(
      [
        ['单位', '财政收入（万元）', '工业产值（万元）'],
        ['城关镇', 100, 5],
        ['柳河镇', 200, 6],
        ['石桥镇', 300, 7],
      ],
      (sheet) => {
        sheet.getCell('B3').style = STRUCK;
        for (const at of [1, 2, 3]) sheet.getCell(4, at).style = STRUCK;
        sheet.getRow(2).hidden = true;
      },
    );
    expect(found.said).toEqual(
      expect.arrayContaining(['0 rows.hidden', 'B3 cell.struck', 'A4 row.struck']),
    );
    expect(found.facts.filter((cell) => cell === 'B3' || cell.endsWith('4'))).toEqual([]);
  });
});

describe('colours', () => {
  it.each([
    ['注：红色为停工项目，黄色为进度滞后项目。'],
    ['说明：标黄的为新增'],
    ['图例：黄底=停工'],
    ['黄色字体表示已完成'],
  ])('that a legend explains are told of: %s', async (legend) => {
    const found = await lookAt([...PROJECTS, [legend]], (sheet) => {
      for (const at of [1, 2, 3, 4]) sheet.getCell(3, at).style = YELLOW;
    });
    expect(found.said).toEqual(['0 rows.coloured']);
    expect(found.messages.join()).toContain('第3行有颜色');
    expect(found.created).toHaveLength(3);
  });

  it('without one say nothing', async () => {
    const found = await lookAt([['2024年绿色建筑、红色旅游项目'], ...PROJECTS], (sheet) => {
      for (const at of [1, 2, 3, 4]) sheet.getCell(4, at).style = YELLOW;
    });
    expect(found.said).toEqual([]);
  });
});
