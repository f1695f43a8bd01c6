/**
 * How the user's sheet is laid out on the screen: what each row was taken for, widths, frozen
 * columns, chips.
 */
import { isNumeric } from '../../../../main/domain/ledgers/field.ts';
import { knownLedgerOf } from '../../../stores/ledgers.ts';
import * as address from '../../../../main/domain/read/sheet-address.ts';
import type {
  Column,
  SheetPage,
  SheetReport,
  Table,
} from '../../../../preload/contract/imports.ts';

export type Role = 'title' | 'meta' | 'header' | 'group' | 'data' | 'total' | 'note' | 'none';
export const ROLE_NAMES: readonly (readonly [Role, string])[] = [
  ['title', '标题'],
  ['meta', '计量单位'],
  ['header', '表头'],
  ['group', '分组'],
  ['data', '数据'],
  ['total', '合计'],
  ['note', '说明'],
];

/** The window counts columns from 1, as screen readers and the importer's reports do: 1 → "A". */
export const previewColumnName = (column: number): string => address.columnName(column - 1);

/** "A" → 1. */
export const previewColumnNumber = (name: string): number => address.columnNumber(name) + 1;

/** What every row of the sheet was taken for; rows not in the map are blank or unknown. */
export function rolesOf(sheet: SheetReport): ReadonlyMap<number, Role> {
  const roles = new Map<number, Role>();
  const put = (rows: readonly number[], role: Role): void =>
    rows.forEach((row) => roles.set(row, role));
  for (const table of sheet.tables) {
    put(table.titleRows, 'title');
    for (let row = table.headerRows[0]; row > 0 && row <= table.headerRows[1]; row++)
      roles.set(row, 'header');
    put(table.dataRows, 'data');
    put(table.groupRows, 'group');
    put(table.totalRows, 'total');
    put(table.noteRows, 'note');
  }
  return roles;
}

/** A title row that states the measure or the day is drawn apart from the title itself. */
export function roleOfText(role: Role, text: string): Role {
  return role === 'title' && /单位\s*[:：]|统计时间|制表时间|计量单位/.test(text) ? 'meta' : role;
}

/**
 * The table that a row belongs to: the one whose rows surround it, else the last one that began
 * above it.
 */
export function tableAt(sheet: SheetReport, row: number): number {
  let found = 0;
  sheet.tables.forEach((table, index) => {
    const first = Math.min(...table.titleRows, table.headerRows[0]);
    if (first <= row) found = index;
  });
  return found;
}

export interface Chip {
  /** first and last column it stands over, from 1 */
  readonly from: number;
  readonly to: number;
  readonly columns: readonly Column[];
  readonly label: string;
  /** what the figures are stated in; null where nothing says, or where they are no figures */
  readonly measure: string | null;
  /** out of 100; null where nothing was matched */
  readonly confidence: number | null;
  readonly sure: boolean;
}

const monthOf = (month: string): string => `${Number(month.slice(5, 7))}月`;

/** What a column was taken for, in the office's words. */
function columnLabel(column: Column, ledger: string | null): string {
  if (column.use === 'check') return '只核对';
  if (column.use === 'ignore') return '不导入';
  if (column.use === 'extra') return '附加信息';
  const field = knownLedgerOf(ledger ?? '')?.fields.find((one) => one.code === column.field);
  if (field === undefined) return '未识别';
  return column.month === null ? field.label : `${field.label} ${monthOf(column.month)}`;
}

function monthsLabel(months: readonly Column[], ledger: string | null): string {
  const first = months[0]?.month ?? '';
  const last = months.at(-1)?.month ?? '';
  const label =
    knownLedgerOf(ledger ?? '')?.fields.find((one) => one.code === months[0]?.field)?.label ?? '';
  return `${label}：${monthOf(first)}至${monthOf(last)}，展开成每月一条`;
}

/**
 * A column of a target table or matrix is called by its part and indicator, which the reason spells
 * out the other way round: the part tells neighbours apart.
 */
const factLabel = (column: Column): string =>
  column.use === 'ignore' && column.confidence === 0
    ? '不导入'
    : column.reason.split('·').reverse().join(' ');

function chipOf(columns: readonly Column[], { ledger, kind }: Table): Chip | null {
  const first = columns[0];
  const last = columns.at(-1);
  if (first === undefined || last === undefined) return null;
  const confidence = Math.min(...columns.map((one) => Math.round(one.confidence * 100)));
  const isFact = kind === 'matrix' || kind === 'targets';
  const matched = isFact ? first.confidence > 0 : first.use === 'field' || first.use === 'check';
  return {
    from: previewColumnNumber(first.column),
    to: previewColumnNumber(last.column),
    columns,
    measure: first.measure,
    confidence:
      matched && (isFact || first.field !== null || first.month !== null || first.use === 'check')
        ? confidence
        : null,
    label: isFact
      ? factLabel(first)
      : columns.length > 1
        ? monthsLabel(columns, ledger)
        : columnLabel(first, ledger),
    sure: matched && confidence >= 95,
  };
}

/** One chip per column; months that run across share one. */
export function chipsOf(table: Table): readonly Chip[] {
  const runs: Column[][] = [];
  for (const column of table.columns) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const goesOn =
      before !== undefined &&
      before.month !== null &&
      column.month !== null &&
      before.field === column.field &&
      before.use === 'field' &&
      column.use === 'field' &&
      previewColumnNumber(column.column) === previewColumnNumber(before.column) + 1;
    if (goesOn && run !== undefined) run.push(column);
    else runs.push([column]);
  }
  return runs.flatMap((run) => chipOf(run, table) ?? []);
}

/**
 * Columns kept at the left: up to the one that names the record, where they leave room for the
 * rest.
 */
export function frozenColumns(
  table: Table | undefined,
  widths: readonly number[],
  room: number,
): number {
  if (table === undefined) return 0;
  const name = knownLedgerOf(table.ledger ?? '')?.nameField;
  const column = table.columns.find((one) => one.field === name && one.use === 'field');
  const count = column === undefined ? 1 : previewColumnNumber(column.column);
  const width = widths.slice(0, count).reduce((sum, one) => sum + one, 0);
  return count <= 4 && width <= room * 0.45 ? count : 0;
}

/** Whether a column's figures stand at the right edge. */
export function isFigures(column: Column | undefined, ledger: string | null): boolean {
  if (column === undefined) return false;
  if (
    column.month !== null ||
    column.use === 'check' ||
    (ledger === null && column.use === 'extra')
  )
    return true;
  const field = knownLedgerOf(ledger ?? '')?.fields.find((one) => one.code === column.field);
  return field !== undefined && isNumeric(field);
}

export const looksNumeric = (text: string): boolean => /^[-−+]?[\d,，]*\.?\d+%?$/.test(text.trim());

/** How wide a text is drawn in the sheet's type at the standard size, in px. */
function inkOf(text: string): number {
  let ink = 0;
  for (const letter of text)
    ink +=
      letter.charCodeAt(0) > 0x2e7f
        ? 13.2
        : /[.,:; ]/.test(letter)
          ? 4
          : /[A-Z]/.test(letter)
            ? 8.6
            : 7.5;
  return ink;
}
const NARROWEST = 33;
/** Padding; words also meet the edge of a frozen column. */
const spare = (text: string): number => (/^[-−\d.,%]+$/.test(text) ? 9 : 12);
const WIDEST = 121;
const LINE = 15;
const ROW = 25;

/** The least a heading asks for: its own lines up to six characters, a longer one in two lines. */
function headingWidth(text: string): number {
  const longest = Math.max(...text.split('\n').map(inkOf));
  return (
    (longest > 80
      ? Math.min(longest / 2, 80)
      : text.includes('\n') || longest < 54
        ? longest
        : Math.max(longest / 2, 40)) + 6
  );
}

/**
 * Column widths in px at the standard size, from what the first rows hold: figures whole, long text
 * cut.
 */
export function widthsOf(
  page: SheetPage,
  roles: ReadonlyMap<number, Role>,
  table: Table | undefined,
): readonly number[] {
  const chips = table === undefined ? [] : chipsOf(table);
  return Array.from({ length: page.columns }, (_, at) => {
    const chip = chips.find((one) => one.from === at + 1 && one.to === at + 1);
    let widest =
      chip === undefined
        ? 0
        : Math.max(
            Math.min(inkOf(chip.label) * 0.92, 53),
            chip.measure === null ? 0 : inkOf(`${chip.measure} 100`) * 0.92,
          ) + 13;
    page.cells.forEach((cells, index) => {
      const row = page.from + index;
      const role = roles.get(row);
      const text = cells[at] ?? '';
      if (text === '' || (mergeAt(page.merges, row, at + 1)?.right ?? at + 1) > at + 1) return;
      if (role === 'data' || role === 'total' || roles.size === 0)
        widest = Math.max(widest, inkOf(text) + spare(text));
      else if (role === 'header') widest = Math.max(widest, headingWidth(text));
    });
    return Math.round(Math.min(WIDEST, Math.max(NARROWEST, widest)));
  });
}

export interface ShownMerge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The merged block that holds a cell, or null. */
export const mergeAt = (
  merges: readonly ShownMerge[],
  row: number,
  column: number,
): ShownMerge | null =>
  merges.find(
    (one) => row >= one.top && row <= one.bottom && column >= one.left && column <= one.right,
  ) ?? null;

/**
 * The height in px a header row needs at the standard size, so that a wrapped heading is read
 * whole.
 */
export function headerHeight(
  row: number,
  cells: readonly string[],
  widths: readonly number[],
  merges: readonly ShownMerge[],
): number {
  let height = ROW;
  cells.forEach((text, at) => {
    const merge = mergeAt(merges, row, at + 1);
    if (text === '' || (merge !== null && merge.right > merge.left)) return;
    const tall = merge === null ? 1 : merge.bottom - merge.top + 1;
    const room = Math.max(1, (widths[at] ?? NARROWEST) - 4);
    const lines = text
      .split('\n')
      .reduce((sum, part) => sum + Math.max(1, Math.ceil(inkOf(part) / room)), 0);
    height = Math.max(height, Math.ceil((Math.min(lines, 4) * LINE + 6) / tall));
  });
  return height;
}

/** The height in px of every other row at the standard size. */
export const ROW_HEIGHT = ROW;
