/**
 * The workbook as others read it: openpyxl for its parts, LibreOffice for its recalculated totals
 * and printed pages.
 */
import { expect, test } from 'vitest';
import { projectLedger } from '../../main/reporting/tables/projects/project-ledger.ts';
import type { PrintTable } from '../../main/reporting/model/table.ts';
import { sumFormula } from '../../main/reporting/writers/formula.ts';
import { writeXlsx } from '../../main/reporting/writers/xlsx.ts';
import { ask, convert, pagesOf, put, scratch, textOf } from './paper.ts';
import { context, manyRows, options, sampleRows } from './sample-rows.ts';

test('the ledger keeps its merges, print setup, live totals and widths', async () => {
  const file = put(
    scratch(),
    '台账.xlsx',
    await writeXlsx(projectLedger.make(sampleRows, options(), context)),
  );
  expect(ask<string[]>(file, '[str(m) for m in sheet.merged_cells.ranges]')).toEqual(
    expect.arrayContaining([
      'A1:Q1',
      'A3:A5',
      'F3:J3',
      'H4:I4',
      'K3:M3',
      'A6:Q6',
      'A11:Q11',
      'A18:Q18',
    ]),
  );
  expect(
    ask(
      file,
      '[sheet.print_title_rows, sheet.freeze_panes, sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.oddFooter.center.text]',
    ),
  ).toEqual(
    ['$1:$5', 'C6', '8', 'landscape', '1', '0', true, '第 &P 页 共 &N 页'].map((value, index) =>
      [2, 4, 5].includes(index) ? Number(value) : value,
    ),
  );
  expect(
    ask(
      file,
      '[sheet["F10"].value, sheet["F17"].value, sheet["F25"].value, values["F25"].value, values["M25"].value]',
    ),
  ).toEqual(['=SUM(F7:F9)', '=SUM(F12:F16)', '=SUM(F7:F9,F12:F16,F19:F23)', 509200, 670300]);
  expect(
    ask(
      file,
      '[sheet["A1"].font.name, sheet["A1"].font.sz, sheet["A3"].font.name, sheet["B7"].font.name, sheet["F7"].number_format, sheet["F7"].border.left.style, sheet["A24"].border.top.style]',
    ),
  ).toEqual(['方正小标宋简体', 22, '黑体', '仿宋_GB2312', '#,##0', 'thin', 'thin']);
  expect(ask<number>(file, 'sheet.column_dimensions["B"].width')).toBeGreaterThan(20);
  expect(
    ask(
      file,
      '[values["A7"].value, values["B25"].value, values["D2"].value or values["G2"].value or values["E2"].value or values["F2"].value]',
    ),
  ).toEqual([1, '总计（13个）', '打印日现状（2010年12月31日）']);
});

test('text that looks like a formula stays text', async () => {
  const words = ['=1+1', '+86', '−5', '-3', '@SUM(A1)', '项目'];
  const rows = words.map((name, id) => ({ id, name, stage: 'signed' }));
  const file = put(
    scratch(),
    '文字.xlsx',
    await writeXlsx(
      projectLedger.make(
        rows,
        options({ columns: ['name', 'total_investment', 'jobs'], group: null }),
        context,
      ),
    ),
  );
  expect(
    ask(
      file,
      '[[c.value, c.data_type, c.number_format] for c in [sheet.cell(r, 2) for r in range(4, 10)]]',
    ),
  ).toEqual(words.map((name) => [name, 's', name === '项目' ? 'General' : '@']));
});

test('LibreOffice recalculates the same totals and repeats the header on every printed page', async () => {
  const folder = scratch();
  const table = projectLedger.make(manyRows(65), options(), context);
  const file = put(folder, '项目.xlsx', await writeXlsx(table));
  const csv = textOf(convert(file, 'csv', folder));
  expect(csv.split('\n').find((line) => line.includes('总计（65个）'))).toContain(
    '"2,546,000","730,000","656,500","1,137,000","877,500","11,950","4,278,000","3,351,500"',
  );
  const pages = pagesOf(convert(file, 'pdf', folder));
  expect(pages.length).toBeGreaterThan(1);
  pages.forEach((page, index) => {
    for (const text of ['投资情况', '完成投资', '本年', `第${index + 1}页共${pages.length}页`])
      expect(page.replace(/\s/g, '')).toContain(text);
  });
}, 120_000);

test('a workbook of more than a thousand rows has the same parts', async () => {
  const table = projectLedger.make(manyRows(1300), options(), context);
  const file = put(scratch(), '很多.xlsx', await writeXlsx(table));
  const last = 5 + table.rows.length;
  expect(
    ask(
      file,
      `[sheet.print_title_rows, sheet.freeze_panes, sheet["A1"].value, values["F${last}"].value, sheet["F${last}"].value]`,
    ),
  ).toEqual([
    '$1:$5',
    'C6',
    '工业园区管委会项目台账',
    50920000,
    '=SUM(F7:F306,F309:F808,F811:F1310)',
  ]);
  expect(ask<string[]>(file, '[str(m) for m in sheet.merged_cells.ranges]')).toEqual(
    expect.arrayContaining(['A1:Q1', 'A3:A5', 'F3:J3', 'A6:Q6', 'A308:Q308']),
  );
});

test('a row more, and its cells are the same, in value and look, as exceljs writes them', async () => {
  const folder = scratch();
  const made = projectLedger.make(manyRows(970), options(), context);
  const odd = ['=1+1', '甲 & <乙>', ' 两端有空 ', '上\n下', '', '0.10'];
  const rows = made.rows.map((row, at) => ({
    ...row,
    cells: row.cells.map((cell, column) =>
      column === 2 && row.kind === 'data' ? (odd[at % odd.length] ?? null) : cell,
    ),
  }));
  const last = rows.at(-1);
  const filled = (count: number): PrintTable => ({
    ...made,
    rows: [
      ...rows.slice(0, -1),
      ...Array.from({ length: count - rows.length }, () => ({
        kind: 'wide' as const,
        cells: ['备注', '写到行尾的话'],
      })),
      ...(last === undefined ? [] : [last]),
    ],
  });
  const [short, long] = await Promise.all(
    [1000, 1001].map(async (count) => put(folder, `${count}.xlsx`, await writeXlsx(filled(count)))),
  );
  const look =
    '[[c.value, c.data_type, c.number_format, c.font.name, c.font.sz, c.font.b, c.fill.fgColor.rgb, c.border.left.style, c.alignment.horizontal, c.alignment.wrap_text, c.alignment.indent] for r in sheet.iter_rows(min_row=1, max_row=330) for c in r] + [sheet.row_dimensions[r].height for r in range(1, 990)]';
  expect(ask(long ?? '', look)).toEqual(ask(short ?? '', look));
  const around =
    '[sorted(str(m) for m in sheet.merged_cells.ranges if m.min_row < 990), sheet.print_title_rows, sheet.freeze_panes, sheet.max_row - len([r for r in sheet.iter_rows() if r[0].value == "备注"])]';
  expect(ask(long ?? '', around)).toEqual(ask(short ?? '', around));
}, 60_000);

test('an empty table says so under its heads', async () => {
  const file = put(
    scratch(),
    '空.xlsx',
    await writeXlsx(projectLedger.make([], options(), context)),
  );
  expect(ask(file, '[sheet["A6"].value, sheet["B3"].value]')).toEqual(['本期没有项目', '项目名称']);
});

test('a sum names only the rows it adds, in calls that Excel accepts', () => {
  expect(sumFormula('F', [7, 8, 9, 12])).toBe('SUM(F7:F9,F12)');
  expect(sumFormula('F', [])).toBeNull();
  const scattered = Array.from({ length: 300 }, (_, index) => index * 2 + 1);
  expect(sumFormula('A', scattered)).toMatch(/^SUM\(SUM\(A1,.*\),SUM\(A401,.*A599\)\)$/);
  expect(
    sumFormula(
      'A',
      Array.from({ length: 5000 }, (_, index) => index * 2 + 1),
    ),
  ).toBeNull();
});
