/** An indicator as somebody fills in its form; what a test does not say is the usual. */
import type { IndicatorValues } from '../../main/services/targets/indicators.ts';

export const typedIndicator = (
  name: string,
  more: Partial<IndicatorValues> = {},
): IndicatorValues => ({
  name,
  category: null,
  measure: '亿元',
  places: 2,
  direction: 'up',
  kind: 'flow',
  rollup: 'sum',
  numerator: null,
  denominator: null,
  factor: '1',
  parent: null,
  counted: null,
  retired: false,
  remark: null,
  ...more,
});
