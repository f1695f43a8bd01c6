/**
 * 单位工业增加值COD排放量 of parks and of the county by numerators and denominators, before and
 * after the year of certification.
 */
import { expect, test } from 'vitest';
import { addSet, listIndicators } from '../../main/services/targets/indicators.ts';
import { progressSheet } from '../../main/services/progress/progress.ts';
import { yearBook } from '../helpers/year.ts';

const PARKS = ['甲经济技术开发区', '乙经济技术开发区', '丙经济技术开发区'];
/**
 * 亿元 of added value and 吨 of COD: about 1.5 kg/万元 when the work began, 0.8, 0.2 and 0.3 when
 * it was accepted, with the added value nearly doubled.
 */
const YEARS = {
  2009: { value: ['20', '10', '30'], cod: ['300', '150', '450'] },
  2012: { value: ['38', '19.5', '58'], cod: ['304', '39', '174'] },
} as const;

function parks(): {
  readonly of: (year: keyof typeof YEARS, month?: number) => readonly (string | null)[];
  readonly book: ReturnType<typeof yearBook>['book'];
} {
  const { book, type } = yearBook(PARKS);
  addSet(book, { set: '生态园区', names: ['单位工业增加值COD排放量'] });
  const id = (name: string): number =>
    listIndicators(book).find((one) => one.name === name)?.id ?? 0;
  for (const year of [2009, 2012] as const) {
    const { value, cod } = YEARS[year];
    type(
      12,
      id('工业增加值'),
      Object.fromEntries(PARKS.map((park, at) => [park, value[at] ?? null])),
      'cumulative',
      year,
    );
    type(
      12,
      id('化学需氧量排放量'),
      Object.fromEntries(PARKS.map((park, at) => [park, cod[at] ?? null])),
      'cumulative',
      year,
    );
  }
  const of = (year: number): readonly (string | null)[] => {
    const { rows, total } = progressSheet(book, {
      year,
      month: 12,
      indicator: id('单位工业增加值COD排放量'),
      denominator: null,
      group: 'all',
    });
    return [
      ...PARKS.map((park) => rows.find((row) => row.name === park)?.cumulative ?? null),
      total.cumulative,
    ];
  };
  return { book, of };
}

test('each park has its own ratio, the county the ratio of the sums: 0.45, where the average of the parks says 0.43', () => {
  const { of } = parks();
  expect(of(2009)).toEqual(['1.5', '1.5', '1.5', '1.5']);
  expect(of(2012).slice(0, 3)).toEqual(['0.8', '0.2', '0.3']);
  // 517 吨 of 115.5 亿元; (0.8 + 0.2 + 0.3) ÷ 3 would be 0.4333…
  expect(Number(of(2012)[3]).toFixed(4)).toBe('0.4476');
});

test("a park without figures has no ratio and takes nothing from the county's", () => {
  const { book, type } = yearBook(PARKS);
  addSet(book, { set: '生态园区', names: ['单位工业增加值COD排放量'] });
  const id = (name: string): number =>
    listIndicators(book).find((one) => one.name === name)?.id ?? 0;
  type(12, id('工业增加值'), { 甲经济技术开发区: '20', 乙经济技术开发区: '0' });
  type(12, id('化学需氧量排放量'), { 甲经济技术开发区: '30', 乙经济技术开发区: '0' });
  const { rows, total } = progressSheet(book, {
    year: 2012,
    month: 12,
    indicator: id('单位工业增加值COD排放量'),
    denominator: null,
    group: 'all',
  });
  expect([
    ...PARKS.map((park) => rows.find((row) => row.name === park)?.cumulative ?? null),
    total.cumulative,
  ]).toEqual(['0.15', null, null, '0.15']);
});
