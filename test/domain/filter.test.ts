/** The filter row's words as conditions. */
import { describe, expect, test } from 'vitest';
import {
  filterWords,
  parseFilter,
  parseFilters,
  type Condition,
} from '../../main/domain/read/filter.ts';
import { fieldOf } from '../../main/domain/ledgers/field.ts';
import { project } from '../../main/domain/ledgers/project.ts';

const filter = (code: string, text: string): Condition | null =>
  parseFilter(fieldOf(project, code), text);

describe('figures', () => {
  test.each<[string, string, Condition]>([
    ['total_investment', '>1亿', { is: 'range', from: '10000000000', fromOpen: true }],
    ['total_investment', '＞1亿', { is: 'range', from: '10000000000', fromOpen: true }],
    ['total_investment', '≥10000', { is: 'range', from: '10000000000' }],
    ['total_investment', '<=5000万', { is: 'range', to: '5000000000' }],
    ['total_investment', '<5000', { is: 'range', to: '5000000000', toOpen: true }],
    ['total_investment', '1000..5000', { is: 'range', from: '1000000000', to: '5000000000' }],
    ['total_investment', '1000-5000', { is: 'range', from: '1000000000', to: '5000000000' }],
    ['total_investment', '1.5亿..', { is: 'range', from: '15000000000' }],
    ['total_investment', '..1亿', { is: 'range', to: '10000000000' }],
    ['total_investment', '=0', { is: 'range', from: '0', to: '0' }],
    ['total_investment', '86000', { is: 'range', from: '86000000000', to: '86000000000' }],
    ['land_mu', '>100', { is: 'range', from: '100000000', fromOpen: true }],
    ['jobs', '≥50', { is: 'range', from: '50' }],
    ['total_investment', '空', { is: 'empty' }],
    ['total_investment', '非空', { is: 'filled' }],
  ])('%s %s', (code, text, condition) => {
    expect(filter(code, text)).toEqual(condition);
  });
});

describe('days', () => {
  test.each<[string, Condition]>([
    ['2010-05..', { is: 'range', from: '2010-05-01' }],
    ['..2010', { is: 'range', to: '2010-12-31' }],
    ['2010', { is: 'range', from: '2010-01-01', to: '2010-12-31' }],
    ['2010年5月', { is: 'range', from: '2010-05-01', to: '2010-05-31' }],
    ['2010.5..2010.9', { is: 'range', from: '2010-05-01', to: '2010-09-30' }],
    ['<2011', { is: 'range', to: '2011-01-01', toOpen: true }],
    ['>2010', { is: 'range', from: '2010-12-31', fromOpen: true }],
    ['>=2010-05', { is: 'range', from: '2010-05-01' }],
    ['≤2010-05', { is: 'range', to: '2010-05-31' }],
    ['空', { is: 'empty' }],
  ])('%s', (text, condition) => {
    expect(filter('started_date', text)).toEqual(condition);
  });
});

describe('words', () => {
  test.each<[string, string, Condition]>([
    ['name', '钢', { is: 'contains', text: '钢' }],
    ['name', '含钢', { is: 'contains', text: '钢' }],
    ['name', '=会展宾馆项目', { is: 'equals', values: ['会展宾馆项目'] }],
    ['introducer', '招商', { is: 'contains', text: '招商' }],
    ['remark', '空', { is: 'empty' }],
    ['stage', '在建', { is: 'equals', values: ['building'] }],
    ['stage', '在建、签约', { is: 'equals', values: ['building', 'signed'] }],
    ['stage', '开工,在建', { is: 'equals', values: ['started', 'building'] }],
    ['stage', '产', { is: 'equals', values: ['producing', 'full_output'] }],
    ['currency', '美元', { is: 'equals', values: ['USD'] }],
  ])('%s %s', (code, text, condition) => {
    expect(filter(code, text)).toEqual(condition);
  });
  test.each([
    ['stage', '没有的'],
    ['total_investment', '很多'],
    ['total_investment', '>'],
    ['total_investment', '..'],
    ['started_date', '某天'],
    ['started_date', '2010..某天'],
    ['name', ''],
  ])('%s “%s” means nothing', (code, text) => {
    expect(filter(code, text)).toBeNull();
  });
});

describe('several values of which one is enough', () => {
  const all = (code: string, text: string): readonly Condition[] | null =>
    parseFilters(fieldOf(project, code), text);
  test('values and an empty cell', () => {
    expect(all('introducer', '=甲镇 或 =乙镇 或 空')).toEqual([
      { is: 'equals', values: ['甲镇', '乙镇'], orEmpty: true },
    ]);
    expect(all('stage', '=在建 或 =签约')).toEqual([
      { is: 'equals', values: ['building', 'signed'], orEmpty: false },
    ]);
  });
  test('a text that only has the word in it is looked for as it stands', () => {
    expect(all('name', '东区 或 西区')).toEqual([{ is: 'contains', text: '东区 或 西区' }]);
  });
  test('its words are told apart, so that a unit among them can be called otherwise', () => {
    const parts = filterWords('=甲镇 或 =乙镇');
    expect(parts.map((one) => one.word)).toEqual(['甲镇', '乙镇']);
    expect(parts.map((one) => one.between + one.sign + one.word).join('')).toBe('=甲镇 或 =乙镇');
  });
});
