/**
 * Writes a template's workbook: the table to fill in with its lists and checks, 填表说明, the
 * lists, and the sheet that says what it is.
 */
import type { DataValidation, Workbook, Worksheet } from 'exceljs';
import type { Ledger } from '../../domain/ledgers/field.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import type { TemplateColumn } from './columns.ts';
import { FORM_SHEET, formRows } from '../forms/form.ts';
import { FONT, HEAD_FILL, LINES, MIDDLE, protect, titleOf } from './style.ts';
import { soundCells } from '../../domain/read/sound-text.ts';

export interface Template {
  readonly ledger: Ledger;
  readonly county: string;
  readonly columns: readonly TemplateColumn[];
  /** present records, one row each in the columns' order */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const LISTS = '选项';
const HEADER: readonly [number, number] = [2, 3];
const FIRST = HEADER[1] + 2;
/** rows with lines and checks below the present records */
const EMPTY_ROWS = 300;
const LONGEST_LIST = 200;
/** more columns are printed over several pages */
const MOST_ON_A_PAGE = 16;

export async function templateBytes(template: Template): Promise<Uint8Array> {
  // slow to load, and most runs write no workbook
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const columns = columnName(nameAt(template));
  const sheet = book.addWorksheet(template.ledger.label, {
    views: [{ state: 'frozen', xSplit: nameAt(template) + 1, ySplit: FIRST - 1 }],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: template.columns.length <= MOST_ON_A_PAGE,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${HEADER[0] + 1}:${HEADER[1] + 1}`,
      printTitlesColumn: `A:${columns}`,
    },
  });
  head(sheet, template);
  body(sheet, template);
  explain(
    book.addWorksheet('填表说明', {
      pageSetup: { fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    }),
    template,
  );
  checks(sheet, template, listRanges(book, template));
  identify(book, template);
  await protect(sheet);
  soundCells(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const nameAt = ({ ledger, columns }: Template): number =>
  Math.max(
    0,
    columns.findIndex(({ field }) => field.code === ledger.nameField),
  );

function head(sheet: Worksheet, { ledger, county, columns }: Template): void {
  titleOf(sheet, `${county}${ledger.label}`, Math.min(columns.length, 12));
  const [top, bottom] = [HEADER[0] + 1, HEADER[1] + 1];
  columns.forEach(({ field, header }, at) => {
    const group = field.group?.split('›')[0] ?? null;
    const cell = sheet.getCell(group === null ? top : bottom, at + 1);
    cell.value =
      field.required === true
        ? {
            richText: [
              { text: header, font: { ...FONT, bold: true, color: { argb: 'FFC00000' } } },
            ],
          }
        : header;
    if (group === null) sheet.mergeCells(top, at + 1, bottom, at + 1);
    else if (columns[at - 1]?.field.group?.split('›')[0] !== group) {
      const run = columns.slice(at).findIndex((one) => one.field.group?.split('›')[0] !== group);
      sheet.getCell(top, at + 1).value = group;
      if (run !== 1) sheet.mergeCells(top, at + 1, top, run < 0 ? columns.length : at + run);
    }
    for (const row of [top, bottom]) {
      const one = sheet.getCell(row, at + 1);
      [one.font, one.alignment, one.border, one.fill, one.protection] = [
        { ...FONT, bold: true },
        MIDDLE,
        LINES,
        HEAD_FILL,
        { locked: true },
      ];
    }
    sheet.getColumn(at + 1).width = Math.max(9, Math.round(field.width / 7.5));
  });
  sheet.getRow(bottom).height = 32;
}

const FORMATS = {
  text: '@',
  long: '@',
  phone: '@',
  unit: '@',
  choice: '@',
  day: '@',
  money: '#,##0.######',
  decimal: '#,##0.######',
} as const;

function body(sheet: Worksheet, { columns, rows }: Template): void {
  for (let at = 0; at < rows.length + EMPTY_ROWS; at += 1) {
    columns.forEach(({ field }, c) => {
      const cell = sheet.getCell(FIRST + at, c + 1);
      const value = rows[at]?.[c] ?? null;
      if (value !== null) cell.value = value;
      [cell.font, cell.border, cell.numFmt, cell.protection] = [
        FONT,
        LINES,
        FORMATS[field.kind],
        { locked: false },
      ];
      cell.alignment = {
        vertical: 'middle',
        wrapText: field.kind === 'long' || field.kind === 'text',
      };
    });
  }
}

function explain(sheet: Worksheet, { ledger, columns }: Template): void {
  sheet.getCell(1, 1).value = `${ledger.label}填表说明`;
  sheet.getCell(1, 1).font = { name: '黑体', size: 14 };
  sheet.getCell(2, 1).value =
    '红字的栏必须填。不要改表头，不要增删列；行不够可以往下接着填。填好后直接导入县计。';
  ['栏目', '必填', '怎么填'].forEach((text, at) => {
    const cell = sheet.getCell(3, at + 1);
    [cell.value, cell.font, cell.border, cell.fill] = [
      text,
      { ...FONT, bold: true },
      LINES,
      HEAD_FILL,
    ];
  });
  columns.forEach(({ field, header, how }, at) => {
    [header, field.required === true ? '是' : '', how].forEach((text, c) => {
      const cell = sheet.getCell(at + 4, c + 1);
      [cell.value, cell.font, cell.border, cell.alignment] = [
        text,
        FONT,
        LINES,
        { wrapText: true, vertical: 'top' },
      ];
    });
  });
  [22, 6, 70].forEach((width, at) => (sheet.getColumn(at + 1).width = width));
}

/**
 * Lists that are too long for a cell's own check stand on a hidden sheet; answers each column's
 * source.
 */
function listRanges(book: Workbook, { columns }: Template): ReadonlyMap<TemplateColumn, string> {
  const sources = new Map<TemplateColumn, string>();
  const lists = book.addWorksheet(LISTS, { state: 'hidden' });
  let next = 1;
  for (const column of columns) {
    const { choices } = column;
    if (choices.length === 0) continue;
    const inline = choices.join(',');
    if (inline.length <= LONGEST_LIST && choices.every((one) => !/[",]/.test(one)))
      sources.set(column, `"${inline}"`);
    else {
      lists.getCell(1, next).value = column.header;
      choices.forEach((choice, at) => (lists.getCell(at + 2, next).value = choice));
      const letter = columnName(next - 1);
      sources.set(column, `'${LISTS}'!$${letter}$2:$${letter}$${choices.length + 1}`);
      next += 1;
    }
  }
  return sources;
}

function checks(
  sheet: Worksheet,
  { columns, rows }: Template,
  sources: ReadonlyMap<TemplateColumn, string>,
): void {
  const last = FIRST + rows.length + EMPTY_ROWS - 1;
  columns.forEach((column, at) => {
    const letter = columnName(at);
    const check = checkOf(column, sources.get(column), `${letter}${FIRST}`);
    // exceljs' types leave out the ranges that it writes
    if (check !== null)
      (
        sheet as unknown as { dataValidations: { add(range: string, check: DataValidation): void } }
      ).dataValidations.add(`${letter}${FIRST}:${letter}${last}`, check);
  });
}

function checkOf(
  { field, header, how, isClosed }: TemplateColumn,
  source: string | undefined,
  cell: string,
): DataValidation | null {
  const told = {
    showInputMessage: true,
    promptTitle: header.slice(0, 30),
    prompt: how.slice(0, 200),
    showErrorMessage: true,
    errorTitle: header.slice(0, 30),
    error: `${header}：${how}`.slice(0, 200),
    allowBlank: true,
  };
  if (source !== undefined)
    return {
      ...told,
      type: 'list',
      formulae: [source],
      showErrorMessage: isClosed,
      errorStyle: 'stop',
    };
  if (field.kind === 'money' || field.kind === 'decimal')
    return {
      ...told,
      type: 'decimal',
      operator: 'between',
      formulae: [-1e12, 1e12],
      errorStyle: 'stop',
    };
  if (field.kind === 'day')
    return { ...told, type: 'custom', formulae: [dayFormula(cell)], errorStyle: 'stop' };
  return null;
}

/** A date, or text that is a year, a month or a day. */
const dayFormula = (cell: string): string =>
  `OR(ISNUMBER(${cell}),AND(LEN(${cell})=4,ISNUMBER(VALUE(${cell}))),AND(LEN(${cell})<=7,ISNUMBER(DATEVALUE(${cell}&"-01"))),ISNUMBER(DATEVALUE(${cell})))`;

function identify(book: Workbook, { ledger, columns }: Template): void {
  const sheet = book.addWorksheet(FORM_SHEET, { state: 'veryHidden' });
  const form = {
    ledger: ledger.code,
    sheet: ledger.label,
    headerRows: HEADER,
    columns: columns.map(({ field, measure, header }, column) => ({
      column,
      field: field.code,
      measure,
      header,
    })),
  };
  formRows(form).forEach((row) => sheet.addRow([...row]));
}
