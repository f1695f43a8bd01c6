/**
 * Heads of money as offices write them, and what each means by the words alone: a field, another
 * figure, or something to ask.
 */
import { describe, expect, it } from 'vitest';
import { headMeaning } from '../../main/importing/sheet/head-grammar.ts';

const TIME = { year: 2024, month: 9, isFromJanuary: true, isYearTold: true };
const meant = (head: string, time = TIME): string | null => {
  const meaning = headMeaning(head.split('›'), time);
  return meaning === null ? null : meaning.is === 'field' ? meaning.code : meaning.is;
};

describe('the grammar of heads', () => {
  it.each([
    ['2024年1-9月完成投资（万元）', 'invested_this_year'],
    ['1—9月累计完成投资', 'invested_this_year'],
    ['今年以来累计完成投资（万元）', 'invested_this_year'],
    ['年初至报告期末完成投资', 'invested_this_year'],
    ['年初至9月底完成投资', 'invested_this_year'],
    ['前三季度完成投资', 'invested_this_year'],
    ['2024年完成投资', 'invested_this_year'],
    ['完成投资›1-9月', 'invested_this_year'],
    ['本年›完成投资', 'invested_this_year'],
    ['完成投资', 'invested_this_year'],
    ['自开工累计完成投资', 'invested_total'],
    ['开工以来完成投资', 'invested_total'],
    ['累计完成投资额', 'invested_total'],
    ['2024年计划完成投资（万元）', 'planned_this_year'],
    ['今年计划投资', 'planned_this_year'],
    ['项目总投资', 'total_investment'],
    ['投资总额（万元）', 'total_investment'],
    ['累计到位资金', 'arrived_total'],
  ])('%s is %s', (head, code) => expect(meant(head)).toBe(code));

  it.each([
    '至2023年底累计完成投资（万元）',
    '上一年底累计完成投资',
    '截至上年末完成投资',
    '2023年完成投资',
    '9月完成投资',
    '本月完成投资',
    '今后三年计划投资',
    '2025年计划投资',
    '1-9月计划投资',
    '预计完成投资',
    '剩余投资',
    '计划到位资金',
    '拟到位资金',
  ])('%s is understood, and no field', (head) => expect(meant(head)).toBe('other'));

  it.each([
    '一期累计完成投资',
    '调整前总投资',
    '追加总投资',
    '首期总投资',
    '一期›总投资',
    '总投资（调整后）',
    '土建完成投资',
    '其中：固定资产投资',
    '1-8月完成投资',
    '2024年到位资金',
  ])('%s is asked about', (head) => expect(meant(head)).toBe('unclear'));

  it.each([
    [['2024年计划（万元）'], 'planned_this_year'],
    [['1-9月完成（万元）'], 'invested_this_year'],
    [['投资完成情况（万元）', '年初至今'], 'invested_this_year'],
    [['投资完成情况（万元）', '本月完成'], 'other'],
    [['2023年底完成（万元）'], 'other'],
    [['完成（个）'], null],
    [['产值（万元）'], null],
  ])('%s without the word for what is money invested where its measure is money', (path, code) => {
    const found = headMeaning(path, TIME);
    expect(found?.is === 'field' ? found.code : (found?.is ?? null)).toBe(code);
  });

  it('is what the share beside it is a share of', () => {
    const bare = { ...TIME, isFromJanuary: false };
    expect(headMeaning(['完成投资'], { ...bare, shareOf: 'plan' })).toMatchObject({
      code: 'invested_this_year',
    });
    expect(headMeaning(['完成投资'], { ...TIME, shareOf: 'total' })?.is).toBe('unclear');
  });

  it('leaves 完成投资 open where the title counts from no January', () => {
    expect(
      meant('完成投资', { year: 2024, month: 9, isFromJanuary: false, isYearTold: true }),
    ).toBe('unclear');
    expect(meant('2024年完成投资', { ...TIME, isYearTold: false })).toBe('unclear');
  });

  it.each(['投资方', '实际到位外资', '投资强度', '完成投资率', '开工时间', '责任单位'])(
    '%s is none of its business',
    (head) => expect(meant(head)).toBeNull(),
  );
});
