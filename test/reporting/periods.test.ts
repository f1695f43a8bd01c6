/**
 * A period means what it says: every table differs between two periods of a county that moves, or
 * says that it tells of the day of printing.
 */
import { expect, test } from 'vitest';
import type { ParsedTableOptions } from '../../preload/contract/tables.ts';
import { toJson } from '../../main/reporting/model/json.ts';
import { makeTable } from '../../main/reporting/making/making.ts';
import { listTables } from '../../main/reporting/printing.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import { saveArrival } from '../../main/services/projects/arrivals.ts';
import { setStage } from '../../main/services/projects/project-edit.ts';
import { countyBook, SMALL } from '../helpers/county.ts';
import { testBook } from '../helpers/book.ts';

const NOW = '打印日现状（2012年10月8日）';
/** of a report that was sent; this county has sent none, and the sheet says so for its month */
const UNSENT = 'report-cover';
const chosen = (options: Partial<ParsedTableOptions>): ParsedTableOptions => ({
  filters: [],
  ...options,
});

test('every table differs for two periods or says 打印日现状; its heading has one day', () => {
  const book = countyBook(SMALL);
  const same: string[] = [];
  for (const { name, clock } of listTables(book)) {
    const [early, late] = (
      clock === 'year'
        ? [chosen({ year: 2011 }), chosen({ year: 2012 })]
        : [chosen({ year: 2012, month: 1 }), chosen({ year: 2012, month: 9 })]
    ).map((options) => makeTable(book, name, options).table);
    if (early === undefined || late === undefined) continue;
    if (name === UNSENT) {
      expect(early.title).not.toBe(late.title);
      continue;
    }
    expect([name, late.rows.length > 0]).toEqual([name, true]);
    const words = (table: typeof early): string =>
      [table, ...(table.parts ?? [])]
        .flatMap((part) => [part.subtitle.middle, ...part.notes])
        .join();
    const body = (table: typeof early): string =>
      JSON.stringify([toJson(table).rows, toJson(table).totals, toJson(table).notes]);
    if (clock === 'now') {
      expect([name, words(early).includes(NOW)]).toEqual([name, true]);
      expect([name, body(early)]).toEqual([name, body(late)]);
    } else if (body(early) === body(late)) same.push(name);
  }
  expect(same).toEqual([]);
});

test('a past month has only the stages and money that are dated by then, and says what it cannot know', () => {
  const book = testBook(['甲镇', '乙镇']);
  const { ids } = createRecord(book, 'project', [
    {
      name: '早项目',
      stage: '签约',
      introducer: '甲镇',
      total_investment: '1000',
      signed_date: '2012-01-10',
    },
    {
      name: '晚项目',
      stage: '签约',
      introducer: '甲镇',
      total_investment: '2000',
      signed_date: '2012-06-01',
    },
    { name: '无日期', stage: '在建', introducer: '乙镇', total_investment: '4000' },
  ]);
  setStage(book, { id: ids[0] ?? 0, stage: 'started', date: '2012-05-08', who: null, note: null });
  for (const [month, amount] of [
    ['02', '100'],
    ['07', '300'],
  ] as const)
    saveArrival(book, {
      project: ids[0] ?? 0,
      id: null,
      date: `2012-${month}-01`,
      amount,
      currency: 'CNY',
      source: null,
      evidence: null,
      remark: null,
      cuts: null,
      anyway: true,
    });
  const rows = (year: number, month?: number) => {
    const { table } = makeTable(
      book,
      'four-batches',
      chosen({ year, ...(month === undefined ? {} : { month }) }),
    );
    const json = toJson(table);
    const place = (head: string, of: string): number =>
      json.header[0]?.findIndex((one, at) => one === head && json.header[1]?.[at] === of) ?? -1;
    return {
      heading: table.subtitle.middle,
      notes: json.notes,
      of: (unit: string, head: string, column: string) =>
        json.rows.find((row) => row[1] === unit)?.[place(head, column)],
    };
  };
  const march = rows(2012, 3);
  expect(march.heading).toBe('截至2012年3月底');
  expect(march.of('甲镇', '签约一批', '个数')).toBe('1');
  expect(march.of('甲镇', '开工一批', '个数')).toBe('0');
  expect(march.of('甲镇', '合计', '到位资金')).toBe('100');
  expect(march.of('乙镇', '建设一批', '个数')).toBe('1');
  expect(march.notes).toContain('1个项目在2012年3月31日以后才签约或开工，不计。');
  expect(march.notes).toContain('1个项目的阶段没有填日期，按打印日的阶段计。');
  const june = rows(2012, 6);
  expect([june.of('甲镇', '签约一批', '个数'), june.of('甲镇', '开工一批', '个数')]).toEqual([
    '1',
    '1',
  ]);
  const now = rows(2012, 10);
  expect([now.heading, now.of('甲镇', '合计', '到位资金')]).toEqual(['截至2012年10月8日', '400']);
  const before = rows(2010, 1);
  expect([before.of('甲镇', '合计', '个数'), before.of('乙镇', '合计', '个数')]).toEqual([
    undefined,
    undefined,
  ]);
  expect(before.notes).toContain('1个项目没有2010年1月31日以前的阶段日期，不知当时进展，不计。');
});
