/** Every form in which a printed table leaves the program. */
import type { PrintHost } from '../../shell/shell.ts';
import { toJson } from '../model/json.ts';
import { paperOf } from '../model/page.ts';
import type { PrintTable } from '../model/table.ts';
import { writeDocx } from './docx.ts';
import { toHtml } from './html.ts';
import { writeXlsx } from './xlsx.ts';

export type TableFormat = 'xlsx' | 'docx' | 'html' | 'pdf' | 'json';
export type TableWriter = (table: PrintTable, host: PrintHost) => Promise<Uint8Array>;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const writers: Readonly<Record<TableFormat, TableWriter>> = {
  xlsx: (table) => writeXlsx(table),
  docx: (table) => writeDocx(table),
  html: (table) => Promise.resolve(utf8(toHtml(table))),
  pdf: (table, host) => host.toPdf(toHtml(table), paperOf(table.page)),
  json: (table) => Promise.resolve(utf8(`${JSON.stringify(toJson(table), null, 2)}\n`)),
};
