/**
 * Charts on paper: drawn from the table's own data without a window, whole at 25 units, told apart
 * without colour, and in all three formats.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DrawnChart } from '../../preload/contract/tables.ts';
import { chartInfos, drawCharts } from '../../main/reporting/charts/index.ts';
import { chartsNamed } from '../../main/reporting/chart-files.ts';
import { toJson } from '../../main/reporting/model/json.ts';
import { makeTable, yearSourceOf } from '../../main/reporting/making/making.ts';
import { saveTable } from '../../main/reporting/printing.ts';
import type { PrintTable } from '../../main/reporting/model/table.ts';
import { addProjects, bulletinCounty, type BulletinCounty } from '../helpers/bulletin-county.ts';
import { faultOf, testBook } from '../helpers/book.ts';
import { openBrowser, pagesOf, printsWith, put, scratch } from './paper.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const NAME = '合同引资';
function county(units = 25): BulletinCounty {
  const made = bulletinCounty(7, { units });
  addProjects(made, 3);
  made.target(made.indicators[NAME] ?? 0, { 城关镇: '9', 河口镇: '12' }, 'stretch');
  return made;
}
const optionsOf = ({ month, indicators }: BulletinCounty): Parameters<typeof makeTable>[2] => ({
  year: 2012,
  month,
  filters: [],
  indicators: [indicators[NAME] ?? 0],
});

/** Where each text stands in a real browser, in px, in the order drawn. */
async function textsIn({
  svg,
}: DrawnChart): Promise<
  readonly { text: string; left: number; right: number; top: number; bottom: number }[]
> {
  const page = await browser.newPage();
  await page.setContent(`<body style="margin:0">${svg}</body>`);
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('text')].map((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return { text: one.textContent, left, right, top, bottom };
    }),
  );
  await page.close();
  return found;
}

test.each(chartInfos.map(({ name, table }) => [name, table]))(
  'the %s chart of %s stands within its frame and no word covers another, at 25 units',
  async (name, of) => {
    const made = county();
    const { table } = makeTable(made.book, of, optionsOf(made));
    const [drawn] = await drawCharts(yearSourceOf(made.book), optionsOf(made), table, name);
    if (drawn === undefined) throw new Error(`${name} drew nothing`);
    const texts = (await textsIn(drawn)).filter(({ text }) => text.trim() !== '');
    expect(texts.length).toBeGreaterThan(4);
    for (const { text, left, right, top, bottom } of texts)
      expect([
        text,
        left >= 0 && right <= drawn.width && top >= 0 && bottom <= drawn.height,
      ]).toEqual([text, true]);
    const covering = texts.flatMap((a, at) =>
      texts.slice(at + 1).flatMap((b) => {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        // lines of a script stand a little within each other's boxes
        return across > 1 && down > 6 ? [`${a.text}|${b.text}`] : [];
      }),
    );
    expect(covering).toEqual([]);
  },
  30_000,
);

test('the bars tell the figures of the table, and those behind pace by pattern, not by colour', async () => {
  const made = county();
  const { table } = makeTable(made.book, 'monthly-bulletin', optionsOf(made));
  const [drawn] = await drawCharts(yearSourceOf(made.book), optionsOf(made), table);
  const texts = (await textsIn(drawn as DrawnChart)).map(({ text }) => text);
  const { header, rows } = toJson(table);
  const at = (header[1] ?? []).indexOf('完成率%');
  const gap = (header[1] ?? []).findIndex((head) => head.startsWith('超欠序时'));
  expect(rows).toHaveLength(25);
  for (const row of rows) {
    expect(texts).toContain(`${row[at] ?? ''}%`);
    expect(texts.some((text) => text.endsWith(row[1] ?? '-'))).toBe(true);
  }
  const behind = rows.filter((row) => row[gap]?.startsWith('−')).length;
  expect(behind).toBeGreaterThan(3);
  // one pattern over each of them
  expect((drawn?.svg.match(/fill="url\(#/gu) ?? []).length).toBe(behind);
});

const withCharts = async (
  format: 'pdf' | 'docx' | 'xlsx',
  made: BulletinCounty,
): Promise<string> => {
  const path = `${scratch()}/pace.${format}`;
  await saveTable(
    { book: made.book, host: { ...printsWith(browser), pathOf: async (handle) => handle } },
    { name: 'pace', options: { ...optionsOf(made), chart: true }, format, to: path },
  );
  return path;
};

test('a table is printed with its charts: lines in the PDF, lines and dots in Word, dots of 300 to the inch in the workbook', async () => {
  const made = county(6);
  const pdf = await withCharts('pdf', made);
  const text = pagesOf(pdf).join('\f').replaceAll(' ', '');
  for (const title of ['合同引资完成进度', '合同引资月度走势', '合同引资各月完成率'])
    expect(text).toContain(title);
  // words of a picture of dots could not be read; and the PDF holds no picture at all
  expect(
    execFileSync('pdfimages', ['-list', pdf], { encoding: 'utf8' }).trim().split('\n'),
  ).toHaveLength(2);
  const word = unzipSync(new Uint8Array(readFileSync(await withCharts('docx', made))));
  const media = Object.keys(word).filter((name) => name.startsWith('word/media/'));
  expect(media.filter((name) => name.endsWith('.svg'))).toHaveLength(3);
  expect(media.filter((name) => name.endsWith('.png'))).toHaveLength(3);
  expect(strFromU8(word['word/document.xml'] ?? new Uint8Array())).toContain('合同引资完成进度');
  const workbook = unzipSync(new Uint8Array(readFileSync(await withCharts('xlsx', made))));
  const pictures = Object.entries(workbook).filter(([name]) => /^xl\/media\/.*png$/u.test(name));
  expect(pictures).toHaveLength(3);
  const drawing = strFromU8(workbook['xl/drawings/drawing1.xml'] ?? new Uint8Array());
  const inches = Number(/<xdr:ext cx="(\d+)"/u.exec(drawing)?.[1]) / 914_400;
  const [, png] = pictures[0] ?? ['', new Uint8Array()];
  const dots = new DataView(png.buffer, png.byteOffset).getUint32(16);
  expect(dots / inches).toBeGreaterThanOrEqual(300);
}, 120_000);

test('a chart without figures says what to do, and one that is unknown is named', async () => {
  const book = testBook(['城关镇']);
  const drawn = (name: string): Promise<string> =>
    chartsNamed(book, name, { year: 2012, month: 3, filters: [] }).then(
      () => 'drawn',
      (thrown: unknown) =>
        faultOf(() => {
          throw thrown;
        }),
    );
  expect([await drawn('completion'), await drawn('pie')]).toEqual(['chart.empty', 'chart.unknown']);
});

test('what is saved is the drawing itself', async () => {
  const made = county(6);
  const [first] = await chartsNamed(made.book, 'ranking', optionsOf(made));
  const file = put(scratch(), 'ranking.svg', new TextEncoder().encode(first?.svg));
  expect(readFileSync(file, 'utf8')).toMatch(/^<svg [^>]*viewBox="0 0 1000 \d+"/u);
  const table: PrintTable = makeTable(made.book, 'monthly-bulletin', optionsOf(made)).table;
  expect(first?.title).toBe(`${table.title.replace('完成情况通报表', '')}完成率名次`);
});

test('no figure of the completion chart stands over a bar or a mark', async () => {
  const made = county();
  const [drawn] = await chartsNamed(made.book, 'completion', optionsOf(made));
  expect(drawn).toBeDefined();
  if (drawn === undefined) return;
  const page = await browser.newPage();
  await page.setContent(`<body style="margin:0">${drawn.svg}</body>`);
  const { shares, shapes } = await page.evaluate(() => {
    const boxes = (all: Iterable<Element>) =>
      [...all].map((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        return { left, right, top, bottom };
      });
    const texts = [...document.querySelectorAll('text')].filter((one) =>
      /^\d+\.\d\d%/u.test(one.textContent),
    );
    return {
      shares: boxes(texts),
      // the frame and its lines are larger than any bar is high
      shapes: boxes(document.querySelectorAll('path')).filter(
        (one) => one.bottom - one.top > 2 && one.bottom - one.top < 24 && one.top > 90,
      ),
    };
  });
  await page.close();
  expect(shares.length).toBe(25);
  expect(shapes.length).toBeGreaterThan(50);
  const covered = shares.filter((text) =>
    shapes.some(
      (shape) =>
        shape.left < text.right &&
        shape.right > text.left &&
        shape.top < text.bottom &&
        shape.bottom > text.top,
    ),
  );
  expect(covered).toEqual([]);
});
