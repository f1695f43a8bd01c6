/**
 * Paper: a long PDF and a long workbook against what only prints and only writes them, and how soon
 * the first page of a county's largest list is seen.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import exceljs from 'exceljs';
import { makeTable } from '../../main/reporting/making/making.ts';
import type { PrintTable } from '../../main/reporting/model/table.ts';
import { toHtml } from '../../main/reporting/writers/html.ts';
import { writeXlsx } from '../../main/reporting/writers/xlsx.ts';
import { cellStyles } from '../../main/reporting/writers/xlsx-styles.ts';
import { closeDatabase } from '../../main/data/open.ts';
import type { Book } from '../../main/services/book/book.ts';
import { openApp } from '../helpers/app.ts';
import { bookIn } from '../helpers/book.ts';
import { countyBook, FULL } from '../helpers/county.ts';
import { interleaved, median, ratio, type Measured } from './measure.ts';
import type { PrintedRun } from './paper-child.ts';

const [PDF_ROWS, BOOK_ROWS] = [2000, 50_000];
const ROUNDS = 3;
const CHILD = fileURLToPath(new URL('./paper-child.ts', import.meta.url));

export async function benchPaper(): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-bench-'));
  try {
    const dataFolder = join(folder, 'county');
    mkdirSync(dataFolder);
    const book = countyBook(FULL, (units) => bookIn(dataFolder, units));
    const list = countyList(book);
    closeDatabase(book.db);
    return [
      ...printing(folder, ofRows(list, PDF_ROWS)),
      await writing(ofRows(list, BOOK_ROWS)),
      await previewing(dataFolder),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The project ledger of a county, on A3. */
const countyList = (book: Book): PrintTable =>
  makeTable(book, 'project-ledger', { filters: [], paper: 'A3', group: null }).table;

/** Its records over and over, with a total over them. */
function ofRows(list: PrintTable, count: number): PrintTable {
  const records = list.rows.filter((row) => row.kind === 'data');
  const rows = Array.from({ length: count }, (_, at) => {
    const row = records[at % records.length];
    if (row === undefined) throw new RangeError('no records');
    const cells = row.cells.map((cell, column) => (column === 1 ? `${String(cell)}${at}` : cell));
    return { ...row, cells };
  });
  const total = list.rows.find((row) => row.kind === 'total');
  return {
    ...list,
    rows: total === undefined ? rows : [...rows, { ...total, adds: rows.map((_, index) => index) }],
  };
}

/**
 * Each side in a process of its own that has printed a small page before, with the memory of its
 * Chromium.
 */
function printing(folder: string, table: PrintTable): readonly Measured[] {
  const [data, html] = [join(folder, 'table.json'), join(folder, 'table.html')];
  writeFileSync(data, JSON.stringify(table));
  writeFileSync(html, toHtml(table));
  const run = (side: string, file: string): PrintedRun =>
    JSON.parse(
      execFileSync(process.execPath, [CHILD, side, file], { encoding: 'utf8' }),
    ) as PrintedRun;
  const rounds = Array.from({ length: ROUNDS }, () => [run('ours', data), run('bare', html)]);
  const middle = (side: 0 | 1, of: keyof PrintedRun): number =>
    median(rounds.map((round) => round[side]?.[of] ?? Number.NaN));
  const [ours, bare] = [middle(0, 'megabytes'), middle(1, 'megabytes')];
  return [
    ratio(
      `${PDF_ROWS.toLocaleString()}行A3的PDF ÷ 同一网页由Chromium直接打印`,
      middle(0, 'milliseconds'),
      middle(1, 'milliseconds'),
      1.2,
    ),
    {
      name: '同上，占用内存',
      value: `${(ours / bare).toFixed(2)}×（${ours.toFixed(0)} / ${bare.toFixed(0)} MB）`,
      limit: '≤ 1.2×',
      ok: ours / bare <= 1.2,
    },
  ];
}

async function writing(table: PrintTable): Promise<Measured> {
  const [ours, streamed] = await interleaved(ROUNDS, [
    () => writeXlsx(table),
    () => streamedBook(table),
  ]);
  return ratio(
    `${BOOK_ROWS.toLocaleString()}行带格式的xlsx ÷ exceljs流式写同样的行`,
    ours ?? NaN,
    streamed ?? NaN,
    0.8,
  );
}

/** The same cells with the same looks, without title, notes and pages. */
async function streamedBook(table: PrintTable): Promise<void> {
  const stream = new PassThrough().resume();
  const book = new exceljs.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
    zip: { zlib: { level: 4 } },
  });
  const sheet = book.addWorksheet('表');
  const styleOf = cellStyles(table);
  for (const [at, { kind, cells }] of table.rows.entries()) {
    const row = sheet.addRow(
      cells.map((cell) =>
        cell === null || typeof cell === 'string'
          ? cell
          : 'note' in cell
            ? cell.note
            : Number(cell.figure),
      ),
    );
    cells.forEach((_, column) => (row.getCell(column + 1).style = styleOf(kind, column, false)));
    row.height = 26;
    row.commit();
    // without it nothing is flushed before the end
    if (at % 500 === 499) await new Promise((resolve) => setImmediate(resolve));
  }
  sheet.commit();
  await book.commit();
}

const WARM = 5;
/**
 * From 报表 being opened until the first page is drawn, in the window, where the printer has
 * printed before.
 */
async function previewing(dataFolder: string): Promise<Measured> {
  const app = await openApp({ dataFolder, viewport: { width: 1366, height: 768 } });
  try {
    const { page } = app;
    const times: number[] = [];
    for (let round = 0; round <= WARM; round += 1) {
      // nothing of it is kept in the window; core and printer stay warm
      await page.reload();
      await page.getByRole('link', { name: '报表' }).waitFor();
      const start = performance.now();
      await page.getByRole('link', { name: '报表' }).click();
      await page
        .locator('.rp-paper')
        .getByRole('img', { name: /^第1页 ./u })
        .waitFor();
      if (round > 0) times.push(performance.now() - start);
    }
    const middle = median(times);
    return {
      name: '300个项目的台账，打开报表到看见第一页（打印过之后）',
      value: `${(middle / 1000).toFixed(2)} s`,
      limit: '≤ 1 s',
      ok: middle <= 1000,
    };
  } finally {
    await app.close();
  }
}
