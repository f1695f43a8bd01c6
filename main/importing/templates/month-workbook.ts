/**
 * Writes a month's form: units down, indicators across with 年目标, 本月, 累计 and 上年同期,
 * 填表说明, and the sheet that says what it is.
 */
import type { DataValidation, Worksheet } from 'exceljs';
import { FORM_SHEET } from '../forms/form.ts';
import {
  MONTH_PARTS,
  monthFormRows,
  type MonthColumn,
  type MonthPart,
} from '../forms/month-form.ts';
import type { MonthTemplate } from './month.ts';
import { FONT, HEAD_FILL, LINES, MIDDLE, protect, titleOf } from './style.ts';
import { soundCells } from '../../domain/read/sound-text.ts';

const SHEET = '月报表';
const HEADER: readonly [number, number] = [2, 3];
const FIRST = HEADER[1] + 2;
/** more columns are printed over several pages */
const MOST_ON_A_PAGE = 16;
const PARTS = Object.keys(MONTH_PARTS) as readonly MonthPart[];
const FIGURES: Partial<DataValidation> = {
  type: 'decimal',
  operator: 'between',
  formulae: [-1e12, 1e12],
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: '要填数',
  error: '只填数，不写单位。没有数就空着。',
};

/** A column of the form; `before` is only to go by and is not read back. */
interface Place {
  readonly column: number;
  readonly part: MonthPart | 'before';
  readonly indicator: number;
}

export async function monthBytes(template: MonthTemplate): Promise<Uint8Array> {
  // slow to load, and most runs write no workbook
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const places = placesOf(template);
  const sheet = book.addWorksheet(SHEET, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: FIRST - 1 }],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: places.length < MOST_ON_A_PAGE,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${HEADER[0] + 1}:${HEADER[1] + 1}`,
      printTitlesColumn: 'A:A',
    },
  });
  titleOf(
    sheet,
    template.title,
    places.length < MOST_ON_A_PAGE
      ? places.length + 1
      : places.length / template.indicators.length + 1,
  );
  head(sheet, template, places);
  body(sheet, template, places);
  explain(
    book.addWorksheet('填表说明', {
      pageSetup: { fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    }),
    template,
  );
  const columns = places.flatMap(({ column, part, indicator }): MonthColumn[] => {
    const one = template.indicators[indicator];
    return part === 'before' || one === undefined
      ? []
      : [{ column, part, measure: one.measure, indicator: one.name }];
  });
  const hidden = book.addWorksheet(FORM_SHEET, { state: 'veryHidden' });
  monthFormRows({
    sheet: SHEET,
    headerRows: HEADER,
    year: template.year,
    calendar: template.calendar,
    columns,
  }).forEach((row) => hidden.addRow([...row]));
  await protect(sheet);
  soundCells(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function placesOf({ indicators, beforeHead }: MonthTemplate): readonly Place[] {
  const parts: readonly Place['part'][] =
    beforeHead === null ? PARTS : ['annual', 'before', 'month', 'cumulative', 'lastYear'];
  return indicators.flatMap((_, indicator) =>
    parts.map((part, at): Place => ({
      column: 1 + indicator * parts.length + at,
      part,
      indicator,
    })),
  );
}

function head(
  sheet: Worksheet,
  { indicators, beforeHead }: MonthTemplate,
  places: readonly Place[],
): void {
  const [top, bottom] = [HEADER[0] + 1, HEADER[1] + 1];
  const wide = places.length / indicators.length;
  sheet.getCell(top, 1).value = '单位';
  sheet.mergeCells(top, 1, bottom, 1);
  sheet.getColumn(1).width = 18;
  indicators.forEach(({ name, measure }, at) => {
    sheet.getCell(top, 2 + at * wide).value = `${name}（${measure}）`;
    sheet.mergeCells(top, 2 + at * wide, top, 1 + (at + 1) * wide);
  });
  for (const { column, part } of places) {
    sheet.getCell(bottom, column + 1).value = part === 'before' ? beforeHead : MONTH_PARTS[part];
    sheet.getColumn(column + 1).width = 12;
  }
  sheet.getRow(bottom).height = 32;
  for (let column = 1; column <= places.length + 1; column += 1) {
    for (const row of [top, bottom]) {
      const cell = sheet.getCell(row, column);
      [cell.font, cell.alignment, cell.border, cell.fill] = [
        { ...FONT, bold: true },
        MIDDLE,
        LINES,
        HEAD_FILL,
      ];
    }
  }
}

/** Units, goals that are set and what is only to go by are locked; the rest is filled in. */
function body(sheet: Worksheet, { units }: MonthTemplate, places: readonly Place[]): void {
  units.forEach(({ name, cells }, at) => {
    const first = sheet.getCell(FIRST + at, 1);
    [first.value, first.font, first.border] = [name, FONT, LINES];
    for (const { column, part, indicator } of places) {
      const cell = sheet.getCell(FIRST + at, column + 1);
      const value = cells[indicator]?.[part] ?? null;
      if (value !== null) cell.value = typed(value);
      const isLocked = part === 'before' || (part === 'annual' && value !== null);
      [cell.font, cell.border, cell.numFmt, cell.protection] = [
        FONT,
        LINES,
        '#,##0.######',
        { locked: isLocked },
      ];
      if (isLocked) cell.fill = HEAD_FILL;
      else cell.dataValidation = FIGURES as DataValidation;
    }
  });
}

/** Figures beyond a double's digits stay text. */
const typed = (value: string): number | string =>
  value.replace(/[-.]/g, '').length <= 15 ? Number(value) : value;

function explain(sheet: Worksheet, { beforeHead }: MonthTemplate): void {
  const lines = [
    '月报表填表说明',
    '按表头括号里的单位填数，不写单位；没有数就空着。',
    '“本月”和“累计”填一个就行，另一个由县计算出；两个都填，要对得上。',
    '“上年同期”填上年同期的累计数。',
    '灰底的格是已定的目标' + (beforeHead === null ? '' : '和上月的累计') + '，不用改。',
    '不要改表头，不要增删列。填好后直接导入县计。',
  ];
  lines.forEach((line, at) => {
    const cell = sheet.getCell(at + 1, 1);
    [cell.value, cell.font, cell.alignment] = [
      line,
      at === 0 ? { name: '黑体', size: 14 } : FONT,
      { wrapText: true, vertical: 'top' },
    ];
  });
  sheet.getColumn(1).width = 70;
}
