/**
 * What an indicator's name and measure tell of it: a level or what was newly done, and whether less
 * is better.
 */
import { expect, test } from 'vitest';
import { natureOf } from '../../main/domain/targets/indicator-nature.ts';

test.each([
  ['市场主体', '户', 'stock'],
  ['规模以上工业企业数', '家', 'stock'],
  ['新登记市场主体', '户', 'flow'],
  ['新设市场主体', '户', 'flow'],
  ['新注册个体工商户', '户', 'flow'],
  ['注销市场主体', '户', 'flow'],
  ['迁入常住人口', '人', 'flow'],
  ['高新技术开发区企业总数', '家', 'stock'],
])('%s in %s is a %s', (name, measure, kind) => {
  expect(natureOf(name, measure).kind).toBe(kind);
});

test.each([
  ['生产安全事故', '起', 'down'],
  ['事故隐患整改数', '处', 'up'],
  ['信访积案化解', '件', 'up'],
  ['单位GDP能耗', '吨标煤/万元', 'down'],
])('of %s (%s) %s is better', (name, measure, direction) => {
  expect(natureOf(name, measure).direction).toBe(direction);
});
