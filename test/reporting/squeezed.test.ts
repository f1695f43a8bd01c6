/**
 * 缩至一页宽 and 缩至一页: sheets of columns become one, the type as small as a page asks and never
 * below 7 pt; what does not fit goes over.
 */
import { expect, test } from 'vitest';
import { makeTable } from '../../main/reporting/making/making.ts';
import type { ParsedTableOptions } from '../../preload/contract/tables.ts';
import { fitToPage } from '../../main/reporting/writers/fit.ts';
import { fitsPage } from '../../main/reporting/writers/pages.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import { bulletinCounty, type BulletinCounty } from '../helpers/bulletin-county.ts';
import { testBook } from '../helpers/book.ts';

const bulletin = (county: BulletinCounty, layout: ParsedTableOptions['layout']) =>
  makeTable(county.book, 'monthly-bulletin', {
    year: 2012,
    month: county.month,
    filters: [],
    indicators: Object.values(county.indicators).slice(0, 3),
    paper: 'A3',
    ...(layout === undefined ? {} : { layout }),
  }).table;

test('three indicators that go over to a second sheet stand on one page’s width', () => {
  const county = bulletinCounty(3, { units: 12 });
  expect(fitToPage(bulletin(county, undefined)).sheets).toHaveLength(2);
  const wide = bulletin(county, { fit: 'width' });
  const { sheets, font } = fitToPage(wide);
  expect(sheets).toEqual([wide.columns.map((_, at) => at)]);
  expect(font).toBeGreaterThanOrEqual(7);
  // what is said under each sheet is said under the one
  expect(wide.notes.filter((note) => note.startsWith('通报：'))).toHaveLength(2);
});

function projects(count: number, layout: NonNullable<ParsedTableOptions['layout']>) {
  const book = testBook();
  createRecord(
    book,
    'project',
    Array.from({ length: count }, (_, at) => ({
      name: `第${at + 1}个项目`,
      total_investment: String(1000 + at),
    })),
  );
  return makeTable(book, 'project-ledger', {
    filters: [],
    columns: ['name', 'total_investment'],
    group: null,
    paper: 'A4',
    landscape: false,
    layout,
  }).table;
}

test('a list a little too long for a page is set smaller until one page holds it; one far too long keeps its type', () => {
  const plain = projects(44, {});
  expect(fitsPage(plain)).toBe(false);
  const one = projects(44, { fit: 'page' });
  expect([fitsPage(one), one.page.single]).toEqual([true, true]);
  expect(fitToPage(one).font).toBeGreaterThanOrEqual(7);
  expect(fitToPage(one).font).toBeLessThan(fitToPage(plain).font);
  const long = projects(300, { fit: 'page' });
  expect([fitsPage(long), long.page.single]).toEqual([false, undefined]);
  expect(fitToPage(long).font).toBe(fitToPage(plain).font);
});
