/** Every form in which a printed table leaves the program. */
import type { PrintHost } from '../../shell/shell.ts';
import { CHART_SCALE, type ChartPicture } from '../model/chart.ts';
import { toJson } from '../model/json.ts';
import { paperOf } from '../model/page.ts';
import type { PrintTable } from '../model/table.ts';
import { writeDocx } from './docx.ts';
import { toHtml } from './html.ts';
import { firstPageOf } from './pages.ts';
import { writeXlsx } from './xlsx.ts';

export type TableFormat = 'xlsx' | 'docx' | 'html' | 'pdf' | 'json';
export type TableWriter = (table: PrintTable, host: PrintHost) => Promise<Uint8Array>;

/** The table's charts as dots: Word and Excel of some years show no lines. */
async function picturesOf(
  { charts = [] }: PrintTable,
  host: PrintHost,
): Promise<readonly ChartPicture[]> {
  const pictures: ChartPicture[] = [];
  for (const one of charts)
    pictures.push({
      ...one,
      png: await host.toPng(one.svg, { width: one.width, height: one.height }, CHART_SCALE),
    });
  return pictures;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** For the preview: the pages as they are printed, on which each figure can be clicked. */
export const askablePdf = (table: PrintTable, host: PrintHost): Promise<Uint8Array> =>
  host.toPdf(toHtml(table, 'askable'), paperOf(table.page));

/** The first of them, sooner. */
export const firstPagePdf = (table: PrintTable, host: PrintHost): Promise<Uint8Array> =>
  host.toPdf(toHtml(firstPageOf(table), 'first'), { ...paperOf(table.page), firstPage: true });

export const writers: Readonly<Record<TableFormat, TableWriter>> = {
  xlsx: async (table, host) => writeXlsx(table, await picturesOf(table, host)),
  docx: async (table, host) => writeDocx(table, await picturesOf(table, host)),
  html: (table) => Promise.resolve(utf8(toHtml(table))),
  pdf: (table, host) => host.toPdf(toHtml(table), paperOf(table.page)),
  json: (table) => Promise.resolve(utf8(`${JSON.stringify(toJson(table), null, 2)}\n`)),
};
