/**
 * Blocks to and from Excel and WPS: copy, cut, paste, clear and fill down, each one batch of edits.
 */
import { isSingle, type Block, type Place } from './block.ts';
import { sendGridEdits } from './editing.ts';
import { BLANK_ROW, keepTyped } from './blank-row.ts';
import {
  isTypable,
  type GridAddition,
  type GridColumn,
  type GridEdit,
  type GridNew,
  type GridRow,
} from './model.ts';
import { blockHtml, forSheets, headTexts } from './html.ts';
import { seriesAfter } from './series.ts';
import type { GridSheet, PasteHow } from './sheet.ts';
import { ADDED_UP } from './totals.ts';
import { parseTsv, writeTsv } from './tsv.ts';

export interface GridClip {
  readonly text: string;
  readonly html: string;
}

/**
 * The block as text and as a table; null (with a sentence) where it is too large or not yet read.
 */
export function copiedBlock(sheet: GridSheet): GridClip | null {
  const { block } = sheet;
  const indices = sheet.recordsIn(block, ADDED_UP);
  if (indices === null) {
    sheet.say(
      `一次最多复制${ADDED_UP}行，选中了${block.bottom - block.top + 1}行。请分段复制，或用“导出 Excel”。`,
    );
    return null;
  }
  const rows = sheet.pages.held(indices);
  if (rows.length < indices.length) {
    sheet.say('选中的行尚未读取完毕，请再按一次Ctrl+C。');
    return null;
  }
  const columns = sheet.columnsIn(block);
  sheet.say(`已复制${rows.length}行${columns.length}列。`);
  return clipOf(columns, rows, false);
}

function clipOf(
  columns: readonly GridColumn[],
  rows: readonly GridRow[],
  withHeads: boolean,
): GridClip {
  const texts = rows.map((row) => columns.map((column) => forSheets(column.text(row))));
  return {
    text: writeTsv(withHeads ? [...headTexts(columns), ...texts] : texts),
    html: blockHtml(columns, rows, withHeads),
  };
}

/** The block with the heads over it. */
export async function copyWithHeads(sheet: GridSheet): Promise<void> {
  const rows = await blockRows(sheet);
  const columns = sheet.columnsIn(sheet.block);
  if (rows.length === 0) return;
  const { text, html } = clipOf(columns, rows, true);
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    }),
  ]);
  sheet.say(`已连同表头复制${rows.length}行${columns.length}列。`);
}

const turned = (cells: readonly (readonly string[])[]): string[][] =>
  Array.from({ length: Math.max(...cells.map((row) => row.length)) }, (_, at) =>
    cells.map((row) => row[at] ?? ''),
  );

/**
 * Pastes from the block's first cell on; a single value fills the whole block. Lines beyond the
 * last row become records, once that was agreed to.
 */
export async function pasteBlock(
  sheet: GridSheet,
  text: string,
  { transposed = false, intoEmpty = false }: PasteHow = {},
): Promise<void> {
  const written = parseTsv(text.replace(/(\r\n|\r|\n)$/, ''));
  const cells = transposed ? turned(written) : written;
  const { block } = sheet;
  const value = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined;
  const fills = value !== undefined && !isSingle(block);
  const rows = await recordsFrom(
    sheet,
    block.top,
    fills ? block.bottom - block.top + 1 : cells.length,
    fills ? block.bottom : sheet.layout.lines - 1,
  );
  const width = fills ? block.right - block.left + 1 : Math.max(...cells.map((row) => row.length));
  const columns = sheet.columns.slice(block.left, block.left + width);
  const edits = rows.flatMap((row, down) =>
    columns.flatMap((column, across) => {
      const typed = fills ? value : cells[down]?.[across];
      return typed === undefined ||
        !isTypable(column, row) ||
        (intoEmpty && column.text(row) !== '')
        ? []
        : [edit(row, column, typed)];
    }),
  );
  const records = fills ? [] : recordsOf(cells.slice(rows.length), columns);
  const what = { rows: rows.length, columns, width };
  selectPasted(sheet, { line: block.top, column: block.left }, what);
  if (records.length > 0 && sheet.props.onAdd !== undefined)
    return ask(sheet, { edits, records }, what);
  sheet.say(pasteSentence({ ...what, wanted: fills ? rows.length : cells.length }));
  sendGridEdits(sheet, edits);
}

/** What was pasted stays selected, so that it is seen and can be worked on. */
function selectPasted(
  sheet: GridSheet,
  anchor: Place,
  what: { readonly rows: number; readonly columns: readonly GridColumn[] },
): void {
  let [line, left] = [anchor.line, what.rows];
  for (let here = anchor.line; here < sheet.layout.lines && left > 0; here += 1) {
    if (sheet.layout.lineAt(here)?.kind !== 'record') continue;
    line = here;
    left -= 1;
  }
  if (what.rows > 0 && what.columns.length > 0)
    sheet.set({
      selected: { anchor, cursor: { line, column: anchor.column + what.columns.length - 1 } },
    });
}

/** Lines without a single text make no record. */
const recordsOf = (
  lines: readonly (readonly string[])[],
  columns: readonly GridColumn[],
): readonly GridNew[] =>
  lines.flatMap((line) => {
    const cells = columns.flatMap((column, across) => {
      const typed = line[across]?.trim() ?? '';
      return typed === '' || !isTypable(column, BLANK_ROW) ? [] : [[column.code, typed] as const];
    });
    return cells.length === 0 ? [] : [Object.fromEntries(cells)];
  });

/** Says how many records there would be before there are any. */
function ask(
  sheet: GridSheet,
  addition: GridAddition,
  what: { readonly rows: number; readonly columns: readonly GridColumn[]; readonly width: number },
): void {
  const added = `新增${addition.records.length}${sheet.props.noun ?? '行'}`;
  const sentence = what.rows === 0 ? added : `改${what.rows}行，${added}`;
  sheet.ask({
    sentence: `从这里粘贴：${sentence}。`,
    yes: '粘贴',
    onYes: () => {
      const work = sheet.props.onAdd?.(addition);
      work?.then(
        () =>
          sheet.say(
            `${pasteSentence({ ...what, rows: what.rows + addition.records.length, wanted: 0 }).slice(0, -1)}，其中${added}。`,
          ),
        (fault: unknown) => sheet.say(fault instanceof Error ? fault.message : String(fault)),
      );
    },
  });
}

function pasteSentence({
  rows,
  wanted,
  columns,
  width,
}: {
  rows: number;
  wanted: number;
  columns: readonly GridColumn[];
  width: number;
}): string {
  const parts = [`粘贴了${rows}行${columns.length}列`];
  if (wanted > rows) parts.push(`表里只剩${rows}行，多出的${wanted - rows}行没有粘贴`);
  if (width > columns.length) parts.push(`多出的${width - columns.length}列没有粘贴`);
  const locked = columns
    .filter((column) => !column.editable)
    .map((column) => `“${column.path.at(-1) ?? ''}”`);
  if (locked.length > 0) parts.push(`${locked.join('、')}由程序计算，未作修改`);
  return `${parts.join('；')}。`;
}

/** Up to `count` records from `line` on, down to `last`, group heads passed over. */
async function recordsFrom(
  sheet: GridSheet,
  line: number,
  count: number,
  last: number,
): Promise<readonly GridRow[]> {
  const indices: number[] = [];
  for (let here = line; here <= last && indices.length < count; here += 1) {
    const found = sheet.layout.lineAt(here);
    if (found?.kind === 'record') indices.push(found.index);
  }
  return sheet.pages.rows(indices);
}

export async function clearBlock(sheet: GridSheet): Promise<void> {
  if (sheet.isBlank(sheet.active.line))
    for (const column of sheet.columnsIn(sheet.block)) keepTyped(sheet, column.code, '');
  const rows = await blockRows(sheet);
  const columns = sheet.columnsIn(sheet.block).filter((column) => column.editable);
  sendGridEdits(
    sheet,
    rows.flatMap((row) =>
      columns
        .filter((column) => isTypable(column, row) && column.text(row) !== '')
        .map((column) => ({ id: row.id, field: column.code, value: null })),
    ),
  );
}

/** The block's first row into all rows below it; a single cell takes the value above. */
export async function fillDown(sheet: GridSheet): Promise<void> {
  const { block } = sheet;
  const columns = sheet.columnsIn(block).filter((column) => column.editable);
  const above = block.top === block.bottom ? sheet.layout.recordNear(block.top - 1, -1) : null;
  const rows = await blockRows(sheet);
  const first = above === null ? rows[0] : sheet.rowAt(above);
  const into = above === null ? rows.slice(1) : rows;
  if (first === undefined) return;
  sendGridEdits(
    sheet,
    into.flatMap((row) =>
      columns
        .filter((column) => isTypable(column, row))
        .map((column) => edit(row, column, column.editText(first))),
    ),
  );
}

/**
 * The lines from..to into the lines down to `last`, over and over, in the block's columns: what
 * dragging the corner does.
 */
export async function fillInto(
  sheet: GridSheet,
  { top, bottom, left, right }: Block,
  last: number,
): Promise<void> {
  const columns = sheet.columns.slice(left, right + 1).filter((column) => column.editable);
  const [from, into] = await Promise.all([
    recordsFrom(sheet, top, bottom - top + 1, bottom),
    recordsFrom(sheet, bottom + 1, ADDED_UP, last),
  ]);
  if (from.length === 0 || into.length === 0) return;
  const next = new Map(
    columns.map((column) => [column, seriesAfter(from.map((row) => column.editText(row)))]),
  );
  sendGridEdits(
    sheet,
    into.flatMap((row, at) =>
      columns
        .filter((column) => isTypable(column, row))
        .map((column) => edit(row, column, next.get(column)?.(at) ?? '')),
    ),
  );
  sheet.say(`已向下填充${into.length}行。`);
}

/** One text into every cell of the block: Ctrl+Enter after typing. */
export async function fillWith(sheet: GridSheet, text: string): Promise<void> {
  const columns = sheet.columnsIn(sheet.block).filter((column) => column.editable);
  const rows = await blockRows(sheet);
  sendGridEdits(
    sheet,
    rows.flatMap((row) =>
      columns.filter((column) => isTypable(column, row)).map((column) => edit(row, column, text)),
    ),
  );
}

const edit = (row: GridRow, column: GridColumn, text: string): GridEdit => ({
  id: row.id,
  field: column.code,
  value: text.trim() === '' ? null : text,
});

async function blockRows(sheet: GridSheet): Promise<readonly GridRow[]> {
  const indices = sheet.recordsIn(sheet.block, ADDED_UP);
  if (indices !== null) return sheet.pages.rows(indices);
  sheet.say(`一次最多改${ADDED_UP}行，请分段选。`);
  return [];
}
