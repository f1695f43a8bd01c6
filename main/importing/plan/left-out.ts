/**
 * What of the files is not imported at all, each with how many figures it holds and why: hidden
 * sheets, sheets that nobody recognised, tables of another kind.
 */
import type { Issue, PlacedIssue } from '../../../preload/contract/imports.ts';
import { readFigure } from '../../domain/read/figure.ts';
import type { CellValue, SourceSheet } from '../sheet/sheet.ts';
import type { MappedTable } from '../sheet/mapped.ts';
import type { OpenFile } from './drafts.ts';

/** A file with all its tables, and those of them that this import writes. */
interface Recognised {
  readonly file: string;
  readonly inspection: { readonly tables: readonly MappedTable[] } | null;
  readonly tables: readonly MappedTable[];
}

const KINDS = { ledger: '台账', matrix: '月度数', targets: '目标', unknown: '没认出的表' } as const;

export function rowsLeftOut(
  opened: readonly OpenFile[],
  judged: readonly Recognised[],
  labelOf: (ledger: string) => string,
): readonly PlacedIssue[] {
  return judged.flatMap(({ file, inspection, tables }) => {
    const sheets = opened.find((one) => one.file === file)?.workbook?.sheets ?? [];
    const found = inspection?.tables ?? [];
    return sheets.flatMap((sheet): PlacedIssue[] => {
      const own = found.filter((table) => table.sheet.name === sheet.name);
      const said = (code: string, message: string): PlacedIssue => ({
        file,
        sheet: sheet.name,
        row: 0,
        column: null,
        level: 'warning',
        code,
        message,
      });
      // a sheet that comes in is not counted: most have thousands of rows
      const whole = sheet.hidden || own.length === 0 ? figuresIn(sheet, sheet.rows.keys()) : 0;
      if (sheet.hidden)
        return isEmpty(sheet)
          ? []
          : [
              said(
                'sheet.hidden',
                `工作表“${sheet.name}”是隐藏的，${counted(whole)}没有导入。要导，先在Excel里取消隐藏。`,
              ),
            ];
      if (own.length === 0)
        return whole === 0
          ? []
          : [
              said(
                'sheet.unread',
                `工作表“${sheet.name}”没认出是什么表，${counted(whole)}没有导入。看看表头是不是在。`,
              ),
            ];
      return rowsUnread(sheet, own, said).concat(
        own
          .filter((table) => !tables.includes(table))
          .flatMap((table) => otherTable(sheet, table, labelOf, said)),
      );
    });
  });
}

/**
 * Figures of a sheet that stand in none of its tables: over their heads, or before, between and
 * behind them.
 */
function rowsUnread(
  sheet: SourceSheet,
  tables: readonly MappedTable[],
  said: (code: string, message: string) => PlacedIssue,
): readonly PlacedIssue[] {
  const say = (rows: readonly number[], where: string): readonly PlacedIssue[] =>
    rows.length === 0
      ? []
      : [
          said(
            'rows.unread',
            `“${sheet.name}”第${(rows[0] ?? 0) + 1}—${(rows.at(-1) ?? 0) + 1}行${where}，${counted(figuresIn(sheet, rows))}没有导入。看看那里是不是另一张表。`,
          ),
        ];
  return [
    ...say(rowsAbove(sheet, tables), '在表头以上'),
    ...say(rowsOutside(sheet, tables), '不在认出的表里'),
  ];
}

/**
 * Rows of figures that were taken for titles: two of them at least, each with words and a figure.
 */
function rowsAbove(sheet: SourceSheet, tables: readonly MappedTable[]): readonly number[] {
  const rows = tables
    .flatMap(({ region }) => region.titleRows)
    .filter((row) => {
      const cells = (sheet.rows[row] ?? []).filter((cell) => cell !== null && cell !== '');
      return cells.length >= 2 && cells.some(isFigure);
    });
  return rows.length >= 2 ? [...new Set(rows)] : [];
}

/**
 * Rows of words and figures that belong to no table: before, between or behind those that were
 * recognised. A sheet that was laid out anew has other rows.
 */
function rowsOutside(sheet: SourceSheet, tables: readonly MappedTable[]): readonly number[] {
  if (tables.some((table) => table.sheet.origins !== undefined)) return [];
  const spans = tables.map(({ region }) => spanOf(region)).toSorted((a, b) => a[0] - b[0]);
  const rows: number[] = [];
  let row = 0;
  for (const [first, last] of [...spans, [sheet.rows.length, sheet.rows.length] as const]) {
    for (; row < first; row++) {
      const cells = sheet.rows[row] ?? [];
      // serials and zeros alone are rows that wait to be filled in
      const isNamed = cells.some((cell) => typeof cell === 'string' && /\p{L}/u.test(cell));
      if (isNamed && cells.some((cell) => typeof cell === 'number' && cell !== 0)) rows.push(row);
    }
    row = Math.max(row, last + 1);
  }
  return rows;
}

/** From a table's first title to its last row of any kind. */
function spanOf(region: MappedTable['region']): readonly [number, number] {
  const { titleRows, headerRows, dataRows, groupRows, totalRows, noteRows, parts } = region;
  const ends = [groupRows, totalRows, parts].map((list) => list.at(-1)?.row ?? -1);
  return [
    Math.min(headerRows[0], ...titleRows),
    Math.max(headerRows[1], dataRows.at(-1) ?? -1, noteRows.at(-1) ?? -1, ...ends),
  ];
}

function otherTable(
  sheet: SourceSheet,
  table: MappedTable,
  labelOf: (ledger: string) => string,
  said: (code: string, message: string) => PlacedIssue,
): readonly PlacedIssue[] {
  const { region } = table;
  const count = figuresIn(sheet, region.dataRows);
  if (count === 0 && (table.kind === 'unknown' || table.records.length === 0)) return [];
  const [top, bottom] = [
    region.headerRows[0] + 1,
    (region.dataRows.at(-1) ?? region.headerRows[1]) + 1,
  ];
  const kind = table.ledger === null ? KINDS[table.kind] : labelOf(table.ledger.code);
  return [
    said(
      table.kind === 'unknown' ? 'table.unread' : 'table.otherKind',
      table.kind === 'unknown'
        ? `“${sheet.name}”第${top}—${bottom}行没认出是什么表，${counted(count)}没有导入。看看表头是不是在。`
        : `“${sheet.name}”第${top}—${bottom}行是${kind}，与这次导入的不是一类，${counted(count)}没有导入。请另导一次，选${kind}。`,
    ),
  ];
}

const counted = (figures: number): string => (figures === 0 ? '里面的内容' : `里面${figures}个数`);

const isEmpty = (sheet: SourceSheet): boolean =>
  sheet.rows.every((row) => row.every((cell) => cell === null || cell === ''));

/** How many cells of the rows hold a figure. */
function figuresIn(sheet: SourceSheet, rows: Iterable<number>): number {
  let count = 0;
  for (const row of rows) for (const cell of sheet.rows[row] ?? []) if (isFigure(cell)) count += 1;
  return count;
}

const isFigure = (cell: CellValue): boolean =>
  typeof cell === 'number' ||
  (typeof cell === 'string' && /^[-+\d（(]/.test(cell.trim()) && readFigure(cell).kind === 'value');

/** Warnings that say that figures are not in. */
const UNREAD: ReadonlySet<string> = new Set([
  'column.unread',
  'column.headless',
  'row.aside',
  'table.earlier',
  'target.upper',
  'total.share',
]);
/**
 * Whether what an issue speaks of has not come in: it waits for an answer, or is named as left out.
 */
export const leavesOut = ({ level, code }: Issue): boolean =>
  level === 'question' || level === 'error' || UNREAD.has(code);
