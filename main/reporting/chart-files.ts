/** Charts for themselves: drawn for the screen, as a picture, or written to files. */
import type { DrawnChart, ParsedTableOptions } from '../../preload/contract/tables.ts';
import type { Output, Parsed } from '../../preload/contract/index.ts';
import { Fault } from '../domain/fault.ts';
import type { Book } from '../services/book/book.ts';
import { saveFile } from '../services/book/save-file.ts';
import type { PrintHost } from '../shell/shell.ts';
import { chartInfoNamed, chartInfos, drawCharts } from './charts/index.ts';
import { CHART_SCALE } from './model/chart.ts';
import { makeTable, yearSourceOf } from './making/making.ts';
import type { PrintScene } from './printing.ts';

/** @throws Fault chart.unknown, chart.empty */
export async function chartsNamed(
  book: Book,
  name: string,
  options: ParsedTableOptions,
): Promise<readonly DrawnChart[]> {
  const { table: of, title } = chartInfoNamed(name);
  const { table } = makeTable(book, of, options);
  const drawn = await drawCharts(yearSourceOf(book), options, table, name);
  if (drawn.length === 0) throw new Fault('chart.empty', { chart: title });
  return drawn;
}

const pngOf = ({ svg, width, height }: DrawnChart, host: PrintHost): Promise<Uint8Array> =>
  host.toPng(svg, { width, height }, CHART_SCALE);

export async function chartPicture(
  scene: PrintScene,
  { name, options, at }: Parsed<'charts.picture'>,
): Promise<Output<'charts.picture'>> {
  const drawn = await chartsNamed(scene.book, name, options);
  const one = drawn[at] ?? drawn[0];
  if (one === undefined) throw new Fault('chart.empty', { chart: name });
  return { png: Buffer.from(await pngOf(one, scene.host)).toString('base64') };
}

/** One file, or one for each chart: 完成进度图.svg, 完成进度图-2.svg. */
export async function saveChart(
  scene: PrintScene,
  { name, options, at, format, to }: Parsed<'charts.save'>,
): Promise<Output<'charts.save'>> {
  const path = await scene.host.pathOf(to);
  const drawn = await chartsNamed(scene.book, name, options);
  const chosen = at === null ? drawn : drawn.slice(at, at + 1);
  const files: string[] = [];
  for (const [place, one] of chosen.entries()) {
    const bytes =
      format === 'svg' ? new TextEncoder().encode(one.svg) : await pngOf(one, scene.host);
    const numbered = place === 0 ? path : path.replace(/(\.[^./\\]*)?$/u, `-${place + 1}$1`);
    files.push(await saveFile(numbered, bytes));
  }
  return { files };
}

export const listCharts = (): Output<'charts.list'> => chartInfos;
