/**
 * Page set-ups: kept in the book and taken back; the same words, columns and zeros in all forms;
 * parts still make their sums.
 */
import { expect, test } from 'vitest';
import type { ParsedTableOptions } from '../../preload/contract/tables.ts';
import type { PageLayout } from '../../preload/contract/layout.ts';
import { toJson } from '../../main/reporting/model/json.ts';
import { makeTable } from '../../main/reporting/making/making.ts';
import { toHtml } from '../../main/reporting/writers/html.ts';
import { writers } from '../../main/reporting/writers/index.ts';
import { listSetups, removeSetup, saveSetup } from '../../main/services/documents/setups.ts';
import { Fault } from '../../main/domain/fault.ts';
import { takeBackNewest } from '../helpers/book.ts';
import { countyBook, SMALL } from '../helpers/county.ts';
import { convert, put, scratch } from './paper.ts';
import { sheetCells, shownRows, wordRows } from './printed-forms.ts';

const host = {
  toPdf: () => Promise.resolve(new Uint8Array()),
  toPng: () => Promise.resolve(new Uint8Array()),
};
const chosen = (options: Partial<ParsedTableOptions>): ParsedTableOptions => ({
  filters: [],
  year: 2012,
  ...options,
});
const faultOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
  return '';
};

test('a set-up is kept, used for another month, taken back, and unknown once it is gone', () => {
  const book = countyBook(SMALL);
  saveSetup(book, {
    table: 'four-batches',
    name: '常委会用',
    setup: {
      options: { paper: 'A4', measure: '亿元' },
      layout: {
        title: '{年}年{月}月四个一批情况',
        signatures: ['制表', '填报日期'],
        zeros: 'blank',
      },
    },
  });
  for (const month of [8, 9]) {
    const { table } = makeTable(book, 'four-batches', chosen({ month, setup: '常委会用' }));
    expect(table.title).toBe(`2012年${month}月四个一批情况`);
    expect(table.signatures).toEqual(['制表：', '填报日期：2012年10月8日']);
    expect(table.page.paper).toBe('A4');
    expect(table.subtitle.right).toContain('亿元');
    // what is chosen beside it goes before
    expect(
      makeTable(book, 'four-batches', chosen({ month, setup: '常委会用', paper: 'A3' })).table.page
        .paper,
    ).toBe('A3');
  }
  takeBackNewest(book);
  expect(listSetups(book, { table: 'four-batches' })).toEqual([]);
  const use = (): unknown => makeTable(book, 'four-batches', chosen({ setup: '常委会用' }));
  expect(faultOf(use)).toBe('setup.unknown');
  expect(faultOf(() => removeSetup(book, { table: 'four-batches', name: '常委会用' }))).toBe(
    'setup.unknown',
  );
});

test('two columns moved, one left out, zeros blank: the same in HTML, Word and the workbook, whose sums are live and right', async () => {
  const book = countyBook(SMALL);
  const plain = makeTable(book, 'project-rollup', chosen({ month: 9 }));
  const keys = plain.columns.map((one) => one.key);
  const [number = '', name = '', first = '', second = '', third = '', ...others] = keys;
  const layout: PageLayout = {
    title: '分类汇总（自定）',
    columns: [number, name, third, first, ...others.slice(1)],
    zeros: 'blank',
  };
  const { table } = makeTable(book, 'project-rollup', chosen({ month: 9, layout }));
  const place = (key: string): number => keys.indexOf(key);
  const order = layout.columns?.map(place) ?? [];
  const before = toJson(plain.table);
  const after = toJson(table);
  const blank = (text: string): string => (/^0(?:\.0+)?$/u.test(text) ? '' : text);
  expect([...after.rows, ...after.totals]).toEqual(
    [...before.rows, ...before.totals].map((row) =>
      order.map((at) => (at === 0 ? (row[at] ?? '') : blank(row[at] ?? ''))),
    ),
  );
  expect(before.rows.flat().some((text) => /^0(?:\.0+)?$/u.test(text))).toBe(true);
  expect(after.header.at(-1)).not.toContain(second);
  const folder = scratch();
  const printed = [...after.rows, ...after.totals].map((row) => row.join('|'));
  const html = [...toHtml(table).matchAll(/<tr class="(?:data|total)">(.*?)<\/tr>/gu)].map((row) =>
    [...(row[1] ?? '').matchAll(/<td[^>]*>(.*?)<\/td>/gu)].map((one) => one[1]).join('|'),
  );
  expect(html).toEqual(printed);
  const words = wordRows(put(folder, 'own.docx', await writers.docx(table, host)));
  expect(words.map((row) => row.join('|')).filter((row) => printed.includes(row))).toEqual(printed);
  const file = put(folder, 'own.xlsx', await writers.xlsx(table, host));
  const shown = shownRows(convert(file, 'csv', folder)).map((row) =>
    row.slice(0, table.columns.length).join('|').replaceAll(',', ''),
  );
  const wanted = printed.map((row) => row.replaceAll(',', ''));
  expect(shown.filter((row) => wanted.includes(row))).toEqual(wanted);
  expect([...sheetCells(file).values()].some((cell) => cell.formula)).toBe(true);
  expect(shown[0]).toContain('分类汇总（自定）');
});

test('records without a figure are left out where the office wants it, sorted ones are counted anew, margins and type are the office’s', () => {
  const book = countyBook(SMALL);
  const layout: PageLayout = {
    empty: 'left',
    sort: { column: '', falling: true },
    size: 9,
    margins: { top: 20, right: 25, bottom: 20, left: 25 },
    fonts: { title: '华文中宋' },
  };
  const all = makeTable(book, 'leads', chosen({ month: 9 }));
  const column = all.columns.findLastIndex((_, at) => all.table.columns[at]?.sums === true);
  const { table } = makeTable(
    book,
    'leads',
    chosen({
      month: 9,
      layout: { ...layout, sort: { column: all.columns[column]?.key ?? '', falling: true } },
    }),
  );
  const figures = table.rows.flatMap((row) => {
    const cell = row.cells[column] ?? null;
    return row.kind === 'data' && cell !== null && typeof cell === 'object' && 'figure' in cell
      ? [Number(cell.figure)]
      : [];
  });
  expect(figures).toEqual(figures.toSorted((a, b) => b - a));
  const numbers = toJson(table).rows.map((row) => row[0]);
  expect(numbers).toEqual(numbers.map((_, at) => String(at + 1)));
  expect(toJson(table).totals).toEqual(toJson(all.table).totals);
  const page = toHtml(table);
  expect(page).toContain('margin: 20mm 25mm 20mm 25mm');
  expect(page).toContain('"华文中宋"');
});
