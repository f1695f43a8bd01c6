/** Month and cumulative figures, forecasts and rivals. */
import { expect, test } from 'vitest';
import {
  figureDisagreement,
  disagreementSentence,
  settledActual,
} from '../../main/domain/targets/actual.ts';
import { neededGrowth, shareOfRival } from '../../main/domain/progress/benchmark.ts';
import { linearForecast, seasonalForecast } from '../../main/domain/progress/forecast.ts';
import { indicatorFigureOf, indicatorFigureText } from '../../main/domain/targets/indicator.ts';
import { hundredthsText } from '../../main/domain/progress/pace.ts';

test('either figure gives the other', () => {
  expect(settledActual('flow', '2.82', { month: '0.53', cumulative: null })).toMatchObject({
    cumulative: '3.35',
    cumulativeKind: 'derived',
    monthKind: 'typed',
  });
  expect(settledActual('flow', '2.82', { month: null, cumulative: '3.35' })).toMatchObject({
    month: '0.53',
    monthKind: 'derived',
  });
  expect(settledActual('flow', null, { month: '0.53', cumulative: null })).toMatchObject({
    cumulative: null,
  });
});
test('two figures that do not agree are told with what they should be', () => {
  expect(figureDisagreement('flow', '2.82', { month: '0.53', cumulative: '3.53' })).toEqual({
    sum: '3.35',
    difference: '0.18',
  });
  expect(disagreementSentence('磻溪镇', '1—9月', '2.82', '0.53', '3.53')).toBe(
    '磻溪镇1—9月累计：2.82＋0.53＝3.35，填的是3.53，差0.18。改为3.35，或写明原因。',
  );
  expect([
    figureDisagreement('flow', '2.82', { month: '0.53', cumulative: '3.35' }),
    figureDisagreement('stock', '2.82', { month: '0.53', cumulative: '9' }),
  ]).toEqual([null, null]);
});

test.each([
  ['100', '121', '0', 2, '10.00'],
  ['100', '121', '10', 2, '21.00'],
  ['100', '100', '8.5', 3, '8.50'],
  ['121', '100', '0', 2, '-9.09'],
  ['50', '80', '12', 1, '79.20'],
  ['300', '500', '9', 5, '20.72'],
])(
  'own %s, rival %s growing by %s: level in %i years at %s',
  (own, rival, growth, years, needed) => {
    const x = neededGrowth(
      indicatorFigureOf(own),
      indicatorFigureOf(rival),
      indicatorFigureOf(growth),
      years,
    );
    expect(x === null ? null : hundredthsText(x)).toBe(needed);
  },
);
test('without figures above zero nothing is needed', () => {
  expect([
    neededGrowth(0n, indicatorFigureOf('5'), 0n, 1),
    neededGrowth(indicatorFigureOf('5'), indicatorFigureOf('-1'), 0n, 1),
    neededGrowth(indicatorFigureOf('5'), indicatorFigureOf('6'), null, 1),
    shareOfRival(indicatorFigureOf('5'), 0n),
  ]).toEqual([null, null, null, null]);
});

test("the year's end as the months so far, and as last year's months ran", () => {
  const text = (value: bigint | null) => (value === null ? null : indicatorFigureText(value));
  expect(text(linearForecast('flow', indicatorFigureOf('49.23'), 9))).toBe('65.64');
  expect(
    text(
      seasonalForecast(
        'flow',
        indicatorFigureOf('30'),
        indicatorFigureOf('20'),
        indicatorFigureOf('50'),
      ),
    ),
  ).toBe('75');
  expect([
    linearForecast('stock', indicatorFigureOf('5'), 3),
    seasonalForecast('flow', indicatorFigureOf('5'), 0n, indicatorFigureOf('5')),
    seasonalForecast('flow', indicatorFigureOf('5'), null, indicatorFigureOf('5')),
  ]).toEqual([null, null, null]);
});
