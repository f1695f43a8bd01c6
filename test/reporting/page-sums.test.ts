/**
 * 本页小计、累计 and 承前页: the pages end where they were told to, every page adds up, and the
 * workbook has the same as live sums.
 */
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PrintTable } from '../../main/reporting/model/table.ts';
import { projectLedger } from '../../main/reporting/tables/projects/project-ledger.ts';
import { writers } from '../../main/reporting/writers/index.ts';
import { pagesOf as pagesTold } from '../../main/reporting/writers/pages.ts';
import { ask, convert, openBrowser, pagesOf, printsWith, put, scratch, textOf } from './paper.ts';
import { context, manyRows, options } from './sample-rows.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The figures of a printed line that begins with a label. */
const figuresOf = (page: string, label: string): number[] =>
  (
    page
      .split('\n')
      .find((line) => line.trim().startsWith(label))
      ?.trim()
      .split(/\s+/)
      .slice(1) ?? []
  ).map((text) => Number(text.replaceAll(',', '')));
const added = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((one, at) => one + (b[at] ?? 0));

const long = '一二三四五六七八九十，'.repeat(14);
const cases: readonly (readonly [string, PrintTable])[] = [
  ['A3, grouped by stage', projectLedger.make(manyRows(140), options({ pageSums: true }), context)],
  [
    'A4, no groups, long words',
    projectLedger.make(
      manyRows(90).map((row, at) => ({
        ...row,
        remark: long.slice(0, (at * 37) % long.length),
        content: `建设内容${'厂房'.repeat(at % 23)}ABC-${at}`,
      })),
      options({
        pageSums: true,
        paper: 'A4',
        group: null,
        columns: ['name', 'content', 'total_investment', 'arrived_total', 'remark'],
      }),
      context,
    ),
  ],
  [
    'A4 upright, two columns',
    projectLedger.make(
      manyRows(200),
      options({
        pageSums: true,
        paper: 'A4',
        landscape: false,
        group: null,
        columns: ['name', 'total_investment'],
      }),
      context,
    ),
  ],
];

test.each(cases)(
  '%s: the printed pages are those that were told, and carry their sums',
  async (_name, table) => {
    const told = pagesTold(table);
    const pages = pagesOf(
      put(scratch(), '台账.pdf', await writers.pdf(table, printsWith(browser))),
    );
    expect(told.breaks.length).toBeGreaterThan(1);
    expect(pages).toHaveLength(told.breaks.length + 1);
    let carried: number[] | null = null;
    pages.forEach((page, at) => {
      const own = figuresOf(page, '本页小计');
      expect([at, own.length > 0]).toEqual([at, true]);
      if (carried === null) expect(page).not.toContain('承前页');
      else expect(figuresOf(page, '承前页')).toEqual(carried);
      const all: number[] = carried === null ? own : added(carried, own);
      const last = at === pages.length - 1;
      expect(figuresOf(page, last ? '总计' : '累计')).toEqual(all);
      carried = all;
    });
    expect(pages.join('').match(/项目\d{3}/g)).toHaveLength(
      table.rows.filter((row) => row.kind === 'data').length,
    );
    expect(pages.at(-1)).toContain('填表人');
  },
);

test('the workbook ends its pages at the same rows, and its sums are live', async () => {
  const table = projectLedger.make(manyRows(140), options({ pageSums: true }), context);
  const told = pagesTold(table);
  const folder = scratch();
  const file = put(folder, '台账.xlsx', await writers.xlsx(table, printsWith(browser)));
  const first = 5;
  expect(ask<number[]>(file, '[b.id for b in sheet.row_breaks.brk]')).toEqual(
    told.breaks.map((at) => first + at + 1),
  );
  const sums = ask<[string, string, number][]>(
    file,
    `[[sheet.cell(r,2).value, sheet.cell(r,6).value, values.cell(r,6).value] for r in range(${first},sheet.max_row) if sheet.cell(r,2).value in ('本页小计','承前页','累计')]`,
  );
  expect(sums.length).toBe(told.breaks.length * 3 + 1);
  expect(sums.every(([, formula]) => formula.startsWith('=SUM('))).toBe(true);
  const recalculated = convert(file, 'csv', folder);
  const shown = textOf(recalculated)
    .split('\n')
    .map(
      (line) =>
        line
          .match(/("([^"]*)"|[^,]*)(,|$)/g)
          ?.map((cell) => cell.replace(/,$/, '').replaceAll('"', '')) ?? [],
    )
    .filter((cells) => ['本页小计', '承前页', '累计'].includes(cells[1] ?? ''));
  expect(shown.map((cells) => [cells[1], Number((cells[5] ?? '').replaceAll(',', ''))])).toEqual(
    sums.map(([label, , value]) => [label, value]),
  );
  const printed = pagesOf(convert(file, 'pdf', folder));
  expect(printed).toHaveLength(told.breaks.length + 1);
});

test('what one page holds has no subtotal of the page; what is not asked for has none', () => {
  expect(
    pagesTold(projectLedger.make(manyRows(5), options({ pageSums: true }), context)).breaks,
  ).toEqual([]);
  expect(pagesTold(projectLedger.make(manyRows(140), options(), context)).breaks).toEqual([]);
});
