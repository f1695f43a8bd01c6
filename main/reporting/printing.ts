/** A table's list entry, its pages, or a file: hands what was made to a writer. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ListedName } from '../domain/table-name.ts';
import type { Output, Parsed } from '../../preload/contract/index.ts';
import type { ParsedTableOptions, TableInfo } from '../../preload/contract/tables.ts';
import { ownLedgers } from '../data/ledgers/own-ledgers.ts';
import type { Book } from '../services/book/book.ts';
import type { PrintHost } from '../shell/shell.ts';
import { chartInfos, drawCharts } from './charts/index.ts';
import { makeTable, withSetup, yearSourceOf, type MadeTable } from './making/making.ts';
import { toJson } from './model/json.ts';
import { figureStory } from './sources/story.ts';
import { CHANGE_SHEET, changeSheet } from './sources/change-sheet.ts';
import { FIGURE_SOURCE, sourceSheet } from './sources/source-sheet.ts';
import { printTables, purposeOf } from './tables/index.ts';
import { ROLLUP } from './tables/ledgers/ledger-rollup.ts';
import { infoOf } from './tables/ledgers/own-ledger.ts';
import { askablePdf, firstPagePdf, writers } from './writers/index.ts';
import { saveFile } from '../services/book/save-file.ts';

export interface PrintScene {
  readonly book: Book;
  readonly host: PrintHost & { pathOf(handle: string): Promise<string> };
}

export function listTables(book: Book): Output<'tables.list'> {
  const own = ownLedgers(book.db)
    .filter((one) => !one.definition.retired)
    .map((one) => infoOf(one));
  const listed = Object.values(printTables).map(({ info }): TableInfo => {
    const charts = chartInfos.filter((one) => one.table === info.name);
    return charts.length === 0 ? info : { ...info, charts };
  });
  // the one place that makes a text the name of a listed table
  return [...listed, ROLLUP, ...own].map((info) => ({
    ...info,
    name: info.name as ListedName,
    purpose: purposeOf(info.name),
  }));
}

export function tableJson(
  scene: PrintScene,
  name: string,
  options: ParsedTableOptions,
): Output<'tables.get'> {
  return toJson(tableOf(scene.book, name, options).table);
}

export async function previewTable(
  scene: PrintScene,
  name: string,
  options: ParsedTableOptions,
  isFirstPage: boolean,
): Promise<Output<'tables.preview'>> {
  const { table, records, columns } = isFirstPage
    ? tableOf(scene.book, name, withSetup(scene.book, name, options))
    : await chartedTable(scene.book, name, options);
  const pdf = await (isFirstPage ? firstPagePdf : askablePdf)(table, scene.host);
  return {
    pdf: Buffer.from(pdf).toString('base64'),
    title: table.title,
    records,
    fileName: table.fileName,
    empty: records === 0 ? table.empty : null,
    columns,
    words: {
      reporter: table.subtitle.left.replace(/^填报单位：/u, ''),
      signatures: table.signatures.map((one) => one.replace(/：.*$/u, '')),
    },
  };
}

/**
 * Writes the file beside its place and renames it; an existing or open file is never half-written.
 */
export async function saveTable(
  scene: PrintScene,
  input: Parsed<'tables.save'>,
): Promise<Output<'tables.save'>> {
  const path = await scene.host.pathOf(input.to);
  const { table } = await chartedTable(scene.book, input.name, input.options);
  return { file: await saveFile(path, await writers[input.format](table, scene.host)) };
}

/** One of several into a folder: a file that lies there under its name stays. */
export async function saveTableInto(
  scene: PrintScene,
  input: Parsed<'tables.saveInto'>,
): Promise<Output<'tables.saveInto'>> {
  const folder = await scene.host.pathOf(input.folder);
  const { table, records } = await chartedTable(scene.book, input.name, input.options);
  if (records === 0) return { file: null };
  const path = freePath(folder, table.fileName, input.format);
  return {
    file: basename(await saveFile(path, await writers[input.format](table, scene.host))),
  };
}

/** 通报.docx, 通报（2）.docx… */
function freePath(folder: string, name: string, extension: string): string {
  const at = (count: number): string =>
    join(folder, `${name}${count === 1 ? '' : `（${count}）`}.${extension}`);
  let count = 1;
  while (existsSync(at(count))) count++;
  return at(count);
}

/** With its charts where they are asked for. */
async function chartedTable(
  book: Book,
  name: string,
  asked: ParsedTableOptions,
): Promise<MadeTable> {
  const options = withSetup(book, name, asked);
  const made = tableOf(book, name, options);
  if (options.chart !== true) return made;
  const charts = await drawCharts(yearSourceOf(book), options, made.table);
  return { ...made, table: { ...made.table, charts } };
}

/** Any table of the list, or one that tells of a figure or of the changes. */
function tableOf(book: Book, name: string, options: ParsedTableOptions): MadeTable {
  if (name === FIGURE_SOURCE) return sourceSheet(book, options);
  return name === CHANGE_SHEET ? changeSheet(book, options) : makeTable(book, name, options);
}

/** What is told of a figure that is asked. */
export const tellFigure = figureStory;
