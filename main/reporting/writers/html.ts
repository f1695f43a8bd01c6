/**
 * A printed table as a complete HTML document that Chromium prints: repeated heads, whole rows, 第
 * X 页 共 Y 页.
 */
import { printedCellText } from '../model/figures.ts';
import { headerRows } from '../model/header.ts';
import { fittedChart } from '../model/chart.ts';
import { noteTexts } from '../model/notes.ts';
import { roomOf } from '../model/page.ts';
import type { PrintTable, TableColumn, TableRow } from '../model/table.ts';
import { fitToPage, heldText, type Fit } from './fit.ts';
import { annexMarkHtml, copiesHtml, DOCUMENT_STYLE, documentHtml } from './html-document.ts';
import { rowVariable, styleSheet } from './html-style.ts';
import { linksOf, LINK_STYLE, wordLink, type FigureLink } from './html-links.ts';
import { breaksOf, leastRow, pagesOf } from './pages.ts';

/** A cell's text, with its link where it has one. */
type AskedText = (row: TableRow, column: number, text: string) => string;

const CUT_NOTE = '以“……”结尾的文字过长，本页只印开头，全文见Excel文件。';
const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** how many there are is not known before all are laid out */
const FIRST_STYLE = '@page { @bottom-center { content: "第 " counter(page) " 页"; } }';

/**
 * `askable`: each figure is a link that names its place, for the preview; `first`: so are those of
 * the first page, and of others nothing is told.
 */
export function toHtml(table: PrintTable, askable?: 'askable' | 'first'): string {
  const parts = table.parts ?? [table];
  const named = new Map<string, string>();
  const linked = askable === undefined ? null : linksOf(parts);
  const bodies = parts
    .map((part, at) =>
      bodyOf(part, at, { many: parts.length > 1, named, link: linked?.(at) ?? null }),
    )
    .join('');
  const style =
    styleSheet(table, fitToPage(table).font) +
    (linked === null ? '' : LINK_STYLE) +
    (askable === 'first' ? FIRST_STYLE : '') +
    (parts.some((part) => part.letter !== undefined) ? DOCUMENT_STYLE : '') +
    [...named]
      .map(([name, text]) => `@page ${name} { @bottom-center { content: "${text}"; } }`)
      .join('\n');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(table.title)}</title><style>${style}</style></head><body>${bodies}</body></html>`;
}

interface BodyOptions {
  readonly many: boolean;
  /** pages of their own names, with what stands at their foot */
  readonly named: Map<string, string>;
  readonly link: FigureLink | null;
}

/**
 * The letter and its table, or the table alone. Of `many` tables each counts its pages from 1: a
 * page of its own name says which of how many it is.
 */
function bodyOf(table: PrintTable, part: number, { many, named, link }: BodyOptions): string {
  const fit = fitToPage(table);
  const counted = many && table.letter === undefined;
  const summed = pagesOf(table);
  const pages =
    counted && summed.breaks.length === 0 ? { rows: table.rows, breaks: breaksOf(table) } : summed;
  const all = fit.sheets.length * (pages.breaks.length + 1);
  let page = 0;
  const opened = (least: number): string => {
    page += 1;
    if (!counted) return `<section style="${rowVariable(least)}">`;
    const name = `page-${page}-of-${all}`;
    named.set(name, `第 ${page} 页　共 ${all} 页`);
    return `<section style="${rowVariable(least)};page:${name}">`;
  };
  const rows = pages.rows.map((row) => holdRow(row, table, fit));
  const held = { ...table, rows: rows.map((one) => one.row) };
  const places = new Map(held.rows.map((row, at) => [row, at]));
  const asked: AskedText = (row, column, text) =>
    link === null ? text : link(row, places.get(row) ?? 0, column, text);
  const notes = noteTexts(rows.some((one) => one.cut) ? [...table.notes, CUT_NOTE] : table.notes);
  const sheets = fit.sheets.map((columns, index) => {
    const under = (table.sheets?.[index]?.notes ?? [])
      .map((note) => `<p>${escapeHtml(note)}</p>`)
      .join('');
    const foot = index === fit.sheets.length - 1 ? footOf(notes, table.signatures) : '';
    const chunks = chunksOf(held.rows, pages.breaks);
    const parts = chunks.map((chunk, at) =>
      sheetOf(
        { ...held, rows: chunk },
        columns,
        index > 0,
        at === chunks.length - 1
          ? `${under === '' ? '' : `<div class="notes">${under}</div>`}${foot}`
          : '',
        asked,
      ),
    );
    return parts
      .map(
        (part, at) => `${opened(leastRow({ ...table, rows: chunks[at] ?? [] }))}${part}</section>`,
      )
      .join('');
  });
  const charts = chartsHtml(table);
  const { letter } = table;
  if (letter === undefined) return sheets.join('') + charts;
  const [first = '', ...others] = sheets;
  const annex = first.replace(
    /^<section[^>]*>/u,
    (opening) => opening + annexMarkHtml(letter, escapeHtml),
  );
  const last = copiesHtml(letter, escapeHtml);
  const words = documentHtml(
    letter,
    escapeHtml,
    link === null ? (_, text) => text : wordLink(part),
  );
  return words + [annex, ...others].join('') + charts + last;
}

/** Charts behind the table as lines, each whole on its page. */
function chartsHtml({ charts = [], page }: PrintTable): string {
  const room = roomOf(page);
  return charts
    .map((one) => {
      const { width, height } = fittedChart(one, room);
      return `<figure style="--width:${width.toFixed(1)}mm;--height:${height.toFixed(1)}mm">${one.svg}</figure>`;
    })
    .join('');
}

/**
 * The rows of each page, where the table says which; else all in one, which the browser lays out.
 */
function chunksOf(
  rows: readonly TableRow[],
  breaks: readonly number[],
): readonly (readonly TableRow[])[] {
  return [...breaks, rows.length - 1].map((end, at) =>
    rows.slice((breaks[at - 1] ?? -1) + 1, end + 1),
  );
}

/** The row as far as a page holds it; `cut` where some of its words are left out. */
function holdRow(row: TableRow, table: PrintTable, fit: Fit): { row: TableRow; cut: boolean } {
  const widest = (roomOf(table.page).width * 10) / fit.font;
  const held = row.cells.map((cell, index) =>
    typeof cell !== 'string' || row.kind === 'group' || row.kind === 'wide'
      ? { text: cell, cut: false }
      : heldText(cell, Math.min(table.columns[index]?.width ?? widest, widest), fit.font, table),
  );
  return { row: { ...row, cells: held.map((one) => one.text) }, cut: held.some((one) => one.cut) };
}

/**
 * `foot` is the table's last row, without lines: so it never stands on a page without heads and
 * without the record before it.
 */
function sheetOf(
  table: PrintTable,
  indices: readonly number[],
  further: boolean,
  foot: string,
  asked: AskedText,
): string {
  const columns = indices.flatMap((index) => table.columns[index] ?? []);
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns
    .map((column) => `<col style="width:${((column.width / whole) * 100).toFixed(3)}%">`)
    .join('');
  const body =
    table.rows.length === 0
      ? `<tr class="empty"><td colspan="${columns.length}">${escapeHtml(table.empty)}</td></tr>`
      : table.rows.map((row) => rowOf(row, table.columns, indices, asked)).join('');
  const footRow =
    foot === '' ? '' : `<tr class="foot"><td colspan="${columns.length}">${foot}</td></tr>`;
  return `<table><colgroup>${widths}</colgroup><thead>${frontOf(table, columns.length, further)}${table.form === true ? '' : headOf(columns)}</thead><tbody>${body}${footRow}</tbody></table>`;
}

/** Title, subtitle and filters stand in the table's head, so each page carries them. */
function frontOf(table: PrintTable, span: number, further: boolean): string {
  const { left, middle, right } = table.subtitle;
  const filters =
    table.filters.length === 0
      ? ''
      : `<div class="filters">筛选：${escapeHtml(table.filters.join('；'))}</div>`;
  const title = `<h1>${escapeHtml(table.title)}${further ? '<small>（续）</small>' : ''}</h1>`;
  const meta = `<div class="meta"><span>${escapeHtml(left)}</span><span>${escapeHtml(middle)}</span><span>${escapeHtml(right)}</span></div>`;
  return `<tr class="front"><th colspan="${span}">${title}${meta}${filters}</th></tr>`;
}

function headOf(columns: readonly TableColumn[]): string {
  const cell = (text: string, rows: number, span: number): string =>
    `<th rowspan="${rows}" colspan="${span}">${escapeHtml(text)}</th>`;
  return headerRows(columns)
    .map((row) => `<tr>${row.map((one) => cell(one.text, one.rows, one.columns)).join('')}</tr>`)
    .join('');
}

function rowOf(
  row: TableRow,
  columns: readonly TableColumn[],
  indices: readonly number[],
  asked: AskedText,
): string {
  if (row.kind === 'group')
    return `<tr class="group"><td colspan="${indices.length}">${escapeHtml(printedCellText(row.cells[0] ?? null, columns[0] ?? {}))}</td></tr>`;
  if (row.kind === 'cut') return `<tr class="cut"><td colspan="${indices.length}"></td></tr>`;
  if (row.kind === 'wide')
    return `<tr class="wide"><td class="left">${escapeHtml(printedCellText(row.cells[0] ?? null, columns[0] ?? {}))}</td><td class="left" colspan="${indices.length - 1}">${escapeHtml(printedCellText(row.cells[1] ?? null, columns[1] ?? {})).replaceAll('\n', '<br>')}</td></tr>`;
  const cells = indices.map((index) => {
    const column = columns[index];
    const text = escapeHtml(printedCellText(row.cells[index] ?? null, column ?? {})).replaceAll(
      '\n',
      '<br>',
    );
    return `<td class="${column?.align ?? 'left'}">${asked(row, index, text)}</td>`;
  });
  return `<tr class="${row.kind}">${cells.join('')}</tr>`;
}

function footOf(notes: readonly string[], signatures: readonly string[]): string {
  const lines = notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('');
  const signs = signatures.map((text) => `<span>${escapeHtml(text)}</span>`).join('');
  return `<footer>${notes.length === 0 ? '' : `<div class="notes">${lines}</div>`}<div class="signatures">${signs}</div></footer>`;
}
