/**
 * 舍位平衡: in random tables printed parts make printed totals, at every level, across, and page by
 * page, in every form; TABLES=10000 runs as many.
 */
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { balancedTable } from '../../main/reporting/model/balance.ts';
import { printedCellText } from '../../main/reporting/model/figures.ts';
import { sumRow } from '../../main/reporting/model/totals.ts';
import type {
  PrintTable,
  TableCell,
  TableColumn,
  TableRow,
} from '../../main/reporting/model/table.ts';
import { toHtml } from '../../main/reporting/writers/html.ts';
import { pagesOf } from '../../main/reporting/writers/pages.ts';
import { writers } from '../../main/reporting/writers/index.ts';
import { ask, convert, put, scratch, textOf } from './paper.ts';

const TABLES = Number(process.env['TABLES'] ?? 150);
/** The same amounts in 元 with cents, 万元 and 亿元, all at two places. */
const MEASURES = [0, 4, 8] as const;

function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** fen → a decimal in a measure of 10^shift 元 */
function inUnits(fen: bigint, shift: number): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(shift + 3, '0');
  const cut = digits.length - shift - 2;
  return `${fen < 0n ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

/** Groups with subtotals and a total; the first column is the sum of the others where `crossed`. */
function randomTable(roll: (below: number) => number, shift: number, crossed: boolean): PrintTable {
  const parts = crossed ? 2 + roll(4) : 1;
  const columns: TableColumn[] = [
    { path: ['序号'], width: 10, align: 'center' },
    { path: ['单位'], width: 30, align: 'left' },
    ...Array.from({ length: crossed ? parts + 1 : 1 }, (_, at): TableColumn => ({
      path: [at === 0 ? '合计' : `部分${at}`],
      width: 24,
      align: 'right',
      places: 2,
      sums: true,
    })),
  ];
  const rows: TableRow[] = [];
  const groups = 1 + roll(4);
  for (let group = 0; group < groups; group += 1) {
    const first = rows.length;
    for (let line = 0; line <= roll(6); line += 1) {
      const own = Array.from({ length: parts }, (): bigint | null =>
        roll(9) === 0
          ? null
          : BigInt(roll(1_000_000)) * BigInt(10 ** roll(6)) * (roll(12) === 0 ? -1n : 1n),
      );
      const whole = own.reduce<bigint>((sum, one) => sum + (one ?? 0n), 0n);
      const cell = (fen: bigint | null): TableCell =>
        fen === null ? null : { figure: inUnits(fen, shift) };
      rows.push({
        kind: 'data',
        cells: [
          { figure: String(rows.length + 1) },
          `单位${rows.length}`,
          ...(crossed ? [cell(whole), ...own.map(cell)] : own.map(cell)),
        ],
      });
    }
    const adds = rows.flatMap((row, at) => (row.kind === 'data' && at >= first ? [at] : []));
    if (groups > 1) rows.push(sumRow('subtotal', '小计', 1, columns, rows, adds));
  }
  rows.push(
    sumRow(
      'total',
      '合计',
      1,
      columns,
      rows,
      rows.flatMap((row, at) => (row.kind === 'data' ? [at] : [])),
    ),
  );
  return {
    name: 'random',
    title: '随机表',
    subtitle: { left: '', middle: '', right: '' },
    filters: [],
    columns,
    ...(crossed
      ? { across: [{ whole: 2, parts: Array.from({ length: parts }, (_, at) => 3 + at) }] }
      : {}),
    repeat: 2,
    rows,
    notes: [],
    signatures: [],
    page: { paper: 'A4', landscape: true },
    empty: '',
    fileName: '随机表',
  };
}

/** "−1,234.50" → hundredths; null where nothing is printed. The judge's own reading. */
function hundredths(text: string): bigint | null {
  const plain = text.replaceAll(',', '').replace('−', '-').trim();
  if (plain === '') return null;
  expect(plain).toMatch(/^-?\d+\.\d\d$/);
  return BigInt(plain.replace('.', ''));
}
const plus = (values: readonly (bigint | null)[]): bigint =>
  values.reduce<bigint>((sum, one) => sum + (one ?? 0n), 0n);

/** Every printed sum against its printed parts, down and across; how many sums there were. */
function checkSums(table: PrintTable, printed: readonly (readonly string[])[]): number {
  let sums = 0;
  table.rows.forEach((row, at) => {
    for (let column = 2; column < table.columns.length; column += 1) {
      const told = hundredths(printed[at]?.[column] ?? '');
      if (row.adds === undefined || told === null) continue;
      sums += 1;
      expect(told).toBe(plus(row.adds.map((one) => hundredths(printed[one]?.[column] ?? ''))));
    }
    for (const { whole, parts } of table.across ?? []) {
      const told = hundredths(printed[at]?.[whole] ?? '');
      if (told === null) continue;
      sums += 1;
      expect(told).toBe(plus(parts.map((one) => hundredths(printed[at]?.[one] ?? ''))));
    }
  });
  return sums;
}
const printedOf = (table: PrintTable): string[][] =>
  table.rows.map((row) =>
    row.cells.map((cell, at) => printedCellText(cell, table.columns[at] ?? {})),
  );

test(
  `${TABLES} random tables × three measures: printed parts make printed totals, none further off than its neighbour`,
  () => {
    let sums = 0;
    for (let seed = 1; seed <= TABLES; seed += 1)
      for (const shift of MEASURES) {
        const exact = randomTable(dice(seed * 2_654_435_761), shift, seed % 2 === 0);
        const table = balancedTable(exact);
        const printed = printedOf(table);
        sums += checkSums(table, printed);
        expect(table.notes).toEqual([]);
        table.rows.forEach((row, at) =>
          row.cells.forEach((cell, column) => {
            if (column < 2 || cell === null || typeof cell !== 'object' || !('figure' in cell))
              return;
            const off =
              Number(cell.figure) * 100 - Number(hundredths(printed[at]?.[column] ?? '') ?? 0n);
            expect(Math.abs(off)).toBeLessThan(1 + Math.abs(Number(cell.figure)) * 1e-9);
          }),
        );
        // what is printed of the grand total is its nearest figure: only parts are moved
        const [before, after] = [exact.rows.at(-1)?.cells[2] ?? null, printed.at(-1)?.[2]];
        expect(after).toBe(printedCellText(before, exact.columns[2] ?? {}));
      }
    expect(sums).toBeGreaterThan(TABLES * 3);
  },
  240_000 + TABLES * 200,
);

test('every page of a balanced list adds up, and what is carried over too', () => {
  for (let seed = 1; seed <= Math.min(TABLES, 60); seed += 1) {
    const roll = dice(seed * 97);
    const base = randomTable(roll, 8, false);
    const [number, name, money] = base.columns as [TableColumn, TableColumn, TableColumn];
    const columns = [number, name, money];
    const data = Array.from({ length: 90 }, (_, at): TableRow => ({
      kind: 'data',
      cells: [
        { figure: String(at + 1) },
        `单位${at}`,
        { figure: inUnits(BigInt(roll(900_000_000)) * 10n, 8) },
      ],
    }));
    const table = balancedTable({
      ...base,
      columns,
      rows: [
        ...data,
        sumRow(
          'total',
          '总计',
          1,
          columns,
          data,
          data.map((_, at) => at),
        ),
      ],
      pageSums: true,
    });
    const { rows, breaks } = pagesOf(table);
    expect(breaks.length).toBeGreaterThan(1);
    checkSums({ ...table, rows }, printedOf({ ...table, rows }));
  }
});

test('HTML, workbook as LibreOffice recalculates it, and Word say the same balanced figures; the exact one is in the comment', async () => {
  const folder = scratch();
  const host = {
    toPdf: () => Promise.resolve(new Uint8Array()),
    toPng: () => Promise.resolve(new Uint8Array()),
  };
  const table = balancedTable(randomTable(dice(20_121_008), 8, true));
  const printed = printedOf(table);
  const cells = (text: string): string[][] =>
    (text.match(/<tr class="(data|subtotal|total)">.*?<\/tr>/g) ?? []).map((row) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map((found) => found[1] ?? ''),
    );
  expect(cells(toHtml(table))).toEqual(printed);
  const file = put(folder, 'balanced.xlsx', await writers.xlsx(table, host));
  const lines = textOf(convert(file, 'csv', folder))
    .split('\n')
    .map((line) =>
      [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map((one) =>
        (one[1] ?? '').replaceAll('"', ''),
      ),
    );
  const shown = lines.filter(
    (line) => /^单位|小计|合计/.test(line[1] ?? '') && /\d/.test(line[2] ?? ''),
  );
  expect(
    shown.map((line) => line.slice(2, table.columns.length).map((one) => hundredths(one))),
  ).toEqual(printed.map((row) => row.slice(2).map((one) => hundredths(one))));
  const word = strFromU8(
    unzipSync(await writers.docx(table, host))['word/document.xml'] ?? new Uint8Array(),
  );
  const wordRows = word
    .split('<w:tr>')
    .map((row) =>
      row
        .split('<w:tc>')
        .slice(1)
        .map((one) => [...one.matchAll(/<w:t[^>]*>([^<]*)</g)].map((found) => found[1]).join('')),
    )
    .filter((row) => row.length === table.columns.length && /^单位\d|小计|合计/.test(row[1] ?? ''))
    .filter((row) => row[2] !== '合计');
  expect(wordRows).toEqual(printed);
  const comments = ask<string[]>(
    file,
    '[c.comment.text for row in sheet.iter_rows() for c in row if c.comment is not None]',
  );
  expect(comments.length).toBeGreaterThan(0);
  expect(comments.every((one) => /^精确值：-?\d+\.\d{3,}$/.test(one.trim()))).toBe(true);
});
