/**
 * Heads over figures as offices write them: which part of an indicator they say, which say none,
 * and what a title is about.
 */
import { describe, expect, it } from 'vitest';
import { isKeptNowhere, partOf } from '../../main/importing/sheet/fact-words.ts';
import { subjectOf } from '../../main/importing/sheet/titles.ts';

describe('a head', () => {
  it.each([
    ['年初至本月累计', 'cumulative', null],
    ['年初至9月底', 'cumulative', 9],
    ['1～9月完成数', 'cumulative', 9],
    ['截至9月底累计完成', 'cumulative', 9],
    ['9月份', 'month', 9],
    ['必成目标', 'assured', null],
    ['年控制数', 'annual', null],
    ['单月', 'month', null],
    ['本期累计', 'cumulative', null],
    ['全年累计完成', 'cumulative', null],
    ['考核目标', 'annual', null],
    ['市下达任务', 'upper', null],
    ['±%', 'yoy', null],
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
    '占全年%',
    '序时进度%',
    '差额',
    '较上月增减',
    '下月计划',
  ])('%s says a figure that is kept nowhere', (head) => {
    expect(isKeptNowhere(head, false)).toBe(true);
  });

  it.each(['财政收入', '城镇新增就业', '年度目标', '1-9月', '上年同期'])(
    '%s says none of those',
    (head) => {
      expect(isKeptNowhere(head, false)).toBe(false);
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
    ['关于2024年1-9月全县固定资产投资完成情况的通报', '固定资产投资'],
    ['附件2：2024年上半年各乡镇招商引资到位资金排名表', '招商引资到位资金'],
    ['2024年城乡低保情况表', '城乡低保'],
    ['2024年新发展市场主体情况表', '新发展市场主体'],
    ['2024年工业园区产值完成情况', '工业园区产值'],
    ['清河县2024年农贸市场建设进度表', '农贸市场建设'],
    ['2024年重点景区接待游客人数', '景区接待游客人数'],
    ['各镇（街道）2024年1—10月财政收入进度表', '财政收入'],
    ['关于下达2024年工业投资目标任务的通知', '工业投资'],
    ['2024年第3季度工业用电量情况', '工业用电量'],
    ['表1 2024年9月工业总产值完成情况', '工业总产值'],
    ['表三：2024年进出口总额完成情况表', '进出口总额'],
    ['2024年9月一般公共预算收入完成情况及排名', '一般公共预算收入'],
    ['2024年10月30日各乡镇城乡居民医保缴费情况通报', '城乡居民医保缴费'],
    ['各乡镇2023年、2024年粮食产量对比表', '粮食产量'],
    ['2024年夏粮收购进度日报表', '夏粮收购'],
    ['二〇二四年工业产值目标任务表', '工业产值'],
    ['2024年全县城镇新增就业目标任务及完成情况一览表', '城镇新增就业'],
    ['乌拉旗2024年10月牲畜存栏情况表', '牲畜存栏'],
    ['2024年1-9月各县（市、区）GDP增速排名', 'GDP增速'],
    ['桐安县2024年9月外贸进出口总额', '外贸进出口总额'],
    ['2024.9 建筑业总产值', '建筑业总产值'],
    ['建筑业总产值分乡镇完成情况（2024年9月）', '建筑业总产值'],
    ['表3-2 2024年1至9月建筑业总产值', '建筑业总产值'],
    ['桐安县统计局：2024年1-9月建筑业总产值', '建筑业总产值'],
    ['二○二四年九月建筑业总产值统计', '建筑业总产值'],
    ['2024年三季度末金融机构贷款余额', '金融机构贷款余额'],
    ['2024年11月县直部门和乡镇信访件办理', '信访件'],
    ['2024年国庆假期接待游客人数统计', '国庆假期接待游客人数'],
  ])('%s is about %s', (title, subject) => {
    expect(subjectOf(title)).toBe(subject);
  });

  it.each([
    '2024年9月月报表',
    '各乡镇完成情况',
    '2024年9月重点工作完成情况',
    '东城街道2024年1-9月主要经济指标完成情况表',
    '2024年9月经济运行情况',
    '清河县2024年目标任务分解表',
  ])('%s names no indicator', (title) => {
    expect(subjectOf(title)).toBeNull();
  });
});

it.each([
  ['上半年完成', 'cumulative', 6],
  ['前三季度实绩', 'cumulative', 9],
  ['二季度末', 'cumulative', 6],
  ['年初累计', 'cumulative', null],
  ['比2003年增长（%）', 'growth', null],
  ['力争比2003年增长（%）', 'growthStretch', null],
] as const)('%s is %s to month %s', (head, part, month) => {
  expect(partOf(head, false)).toMatchObject({ part, month });
});
it('in a plan the end of a quarter counts from January, its name does not', () => {
  expect([partOf('三季度末', true)?.months, partOf('三季度', true)?.months]).toEqual([
    [1, 9],
    [7, 9],
  ]);
});
