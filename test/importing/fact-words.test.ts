/** Heads over figures as offices write them: which part of an indicator they say, which say none, and what a title is about. */
import { describe, expect, it } from 'vitest';
import { isKeptNowhere, partOf, subjectOf } from '../../main/importing/sheet/fact-words.ts';

describe('a head', () => {
  it.each([
    ['年初至本月累计', 'cumulative', null],
    ['年初至9月底', 'cumulative', 9],
    ['1～9月完成数', 'cumulative', 9],
    ['截至9月底累计完成', 'cumulative', 9],
    ['9月份', 'month', 9],
    ['必成目标', 'assured', null],
    ['年控制数', 'annual', null],
  ])('%s says %s', (head, part, month) => {
    expect(partOf(head, false)).toMatchObject({ part, month });
  });

  it.each([
    '至2011年底累计',
    '上一年底累计',
    '截至2011年12月底累计完成',
    '9月上旬完成',
    '本旬完成',
    '明年目标',
    '全年预计完成',
    '同比增减（百分点）',
  ])('%s says a figure that is kept nowhere', (head) => {
    expect(isKeptNowhere(head)).toBe(true);
  });

  it.each(['财政收入', '城镇新增就业', '年度目标', '1-9月', '上年同期'])(
    '%s says none of those',
    (head) => {
      expect(isKeptNowhere(head)).toBe(false);
    },
  );
});

describe('a title', () => {
  it.each([
    ['示例县2012年1-9月城镇新增就业完成情况表', '城镇新增就业'],
    ['全县2012年9月当月接待游客完成情况通报', '接待游客'],
    ['附件1：示例县2010年1月当月新签约项目完成情况统计表', '新签约项目'],
    ['城关镇2012年城市建设投资完成情况', '城市建设投资'],
    ['2012年园区工业产值排名表', '园区工业产值'],
    ['2012年全市工业投入目标任务分解表', '工业投入'],
  ])('%s is about %s', (title, subject) => {
    expect(subjectOf(title)).toBe(subject);
  });
});
