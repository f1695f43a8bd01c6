/**
 * Words made from numbers: the verb by the kind, signs, points, names at both ends with their
 * numbers, blanks where a figure is missing.
 */
import { expect, test } from 'vitest';
import {
  briefParts,
  countWords,
  wholeSentence,
  type BulletinIndicator,
} from '../../main/domain/progress/bulletin.ts';
import { endsParts, type EndsRule } from '../../main/domain/progress/bulletin-ends.ts';
import { sentenceText } from '../../main/domain/progress/sentence.ts';
import { toldAs } from '../../main/domain/progress/verbs.ts';

const PERIOD = { span: '1—9月', month: '9月', whole: '全区', against: '年度目标' };
const RULE: EndsRule = { by: 'ends', names: 3, red: '10', black: '20', isShort: false };
const unit = (
  name: string,
  cumulative: string | null,
  completion: string | null = null,
  gap: string | null = null,
): BulletinIndicator['units'][number] => ({
  unit: 1,
  name,
  cumulative,
  completion,
  gap,
  place: null,
});
const indicator = (more: Partial<BulletinIndicator> = {}): BulletinIndicator => ({
  id: 1,
  name: '合同引资',
  measure: '亿元',
  places: 2,
  direction: 'up',
  kind: 'flow',
  target: '66.3',
  month: '4.98',
  cumulative: '49.23',
  yoy: '6.5',
  completion: '74.25',
  gap: '-0.75',
  counts: { ranked: 3, finished: 1, half: 2, nothing: 1, behind: 2 },
  units: [
    unit('慕仪镇', '5.97', '106.61', '31.61'),
    unit('虢镇', '2.29', '73.87', '-1.13'),
    unit('县功镇', '0', '0.00', '-75.00'),
    unit('千河镇', null),
  ],
  ...more,
});
const accidents = (more: Partial<BulletinIndicator> = {}): BulletinIndicator =>
  indicator({
    name: '生产安全事故',
    measure: '起',
    places: 0,
    direction: 'down',
    target: '4',
    cumulative: '2',
    month: '0',
    yoy: '-33.3',
    completion: '50.00',
    gap: '-25.00',
    ...more,
  });
const ends = (one: BulletinIndicator, rule: Partial<EndsRule> = {}): string =>
  sentenceText(endsParts(one, { ...RULE, ...rule }));

test.each([
  ['合同引资', '亿元', 'flow', 'up', '完成合同引资'],
  ['签约项目', '个', 'flow', 'up', '签约项目'],
  ['新增就业', '人', 'flow', 'up', '新增就业'],
  ['其中亿元以上项目', '个', 'flow', 'up', '亿元以上项目'],
  ['农民人均纯收入', '元', 'flow', 'up', '农民人均纯收入为'],
  ['规模以上工业企业', '家', 'stock', 'up', '规模以上工业企业达到'],
  ['未销号隐患', '个', 'stock', 'down', '未销号隐患为'],
  ['安全培训率', '%', 'flow', 'up', '安全培训率为'],
  ['万元产值能耗', '吨', 'ratio', 'down', '万元产值能耗为'],
  ['生产安全事故', '起', 'flow', 'down', '发生生产安全事故'],
  ['事故死亡人数', '人', 'flow', 'down', '事故死亡'],
  ['化学需氧量排放', '吨', 'flow', 'down', '化学需氧量排放为'],
] as const)('%s (%s, %s, %s) is told as %s', (name, measure, kind, direction, words) => {
  expect(toldAs({ name, measure, kind, direction })).toBe(words);
});

test.each([
  ['6.5', '同比增长6.5%'],
  ['-11.4', '同比下降11.4%'],
  ['0', '同比持平'],
  ['0.001', '同比持平'],
  [null, '同比（　　）'],
])('growth of %s is told as %s', (yoy, words) => {
  expect(wholeSentence(indicator({ yoy }), PERIOD)).toBe(
    `1—9月，全区完成合同引资49.23亿元，${words}，占年度目标66.30亿元的74.25%，欠序时进度0.75个百分点；9月当月完成4.98亿元。`,
  );
});

test('nothing reported is a blank and nothing more, a percentage is not 完成, and what should go down stands against its limit', () => {
  const nothing = { cumulative: null, completion: null, gap: null, month: null, yoy: null };
  expect(wholeSentence(indicator(nothing), PERIOD)).toBe('1—9月，全区完成合同引资（　　）亿元。');
  expect(
    wholeSentence(indicator({ ...nothing, name: '农民人均纯收入', measure: '元' }), PERIOD),
  ).toBe('截至9月底，全区农民人均纯收入为（　　）元。');
  expect(wholeSentence(accidents(), PERIOD)).toBe(
    '1—9月，全区发生生产安全事故2起，同比下降33.3%，占全年控制数4起的50.00%，低于控制进度25.00个百分点；9月当月发生0起。',
  );
  expect(
    wholeSentence(
      indicator({
        name: '安全培训率',
        measure: '%',
        places: 1,
        target: '99.5',
        cumulative: '98.5',
        yoy: '6.44',
      }),
      PERIOD,
    ),
  ).toBe(
    '截至9月底，全区安全培训率为98.5%，比上年同期上升6.4个百分点，年度目标99.5%，还差1.0个百分点。',
  );
});

test('in a row a figure carries its parts and no target of its own', () => {
  const part = indicator({ id: 2, name: '其中省际合同引资', cumulative: '30' });
  expect(sentenceText(briefParts(indicator(), '年度目标', [part]))).toBe(
    '完成合同引资49.23亿元（其中省际合同引资30.00亿元），同比增长6.5%，占年度目标的74.25%，欠序时进度0.75个百分点',
  );
  expect(
    sentenceText(
      briefParts(indicator(), '年度目标', [
        part,
        indicator({ name: '其中外资', cumulative: null }),
      ]),
    ),
  ).toContain('（其中省际合同引资30.00亿元、外资（　　）亿元）');
});

test('names stand at both ends with their numbers, nobody at both, and nobody who has no figure', () => {
  expect(ends(indicator())).toBe('完成率居前的是慕仪镇（106.61%）；靠后的是县功镇（0.00%）');
  const five = indicator({
    units: ['90.00', '80.00', '80.00', '30.00', '10.00', '10.00'].map((completion, at) =>
      unit(`${at}镇`, '1', completion, '0'),
    ),
  });
  expect(ends(five, { names: 2 })).toBe(
    '完成率居前的是0镇（90.00%）、1镇（80.00%）、2镇（80.00%）；靠后的是4镇（10.00%）、5镇（10.00%）',
  );
  expect(ends(five, { names: 2, isShort: true })).toBe(
    '完成率居前的是0镇、1镇、2镇，靠后的是4镇（10.00%）、5镇（10.00%）',
  );
  expect(ends(indicator({ units: [unit('甲', null), unit('乙', null)] }))).toBe('');
  expect(ends(indicator({ units: [unit('甲', '1', '50.00'), unit('乙', '1', '50.00')] }))).toBe('');
});

test('without targets amounts are compared, not completion; levels and rates by their own figures', () => {
  const bare = [unit('甲镇', '3'), unit('乙镇', '1'), unit('丙镇', '2')];
  expect(ends(indicator({ units: bare }))).toBe(
    '总量居前的是甲镇（3.00亿元）；靠后的是乙镇（1.00亿元）',
  );
  expect(ends(indicator({ name: '培训率', measure: '%', places: 1, units: bare }))).toBe(
    '较高的是甲镇（3.0%）；较低的是乙镇（1.0%）',
  );
  expect(
    ends(indicator({ name: '能耗', measure: '吨', kind: 'ratio', direction: 'down', units: bare })),
  ).toBe('较低的是乙镇（1.00吨）；较高的是甲镇（3.00吨）');
});

test('what should stay low is never praised for more: those above the ceiling are named, or that there is none', () => {
  const one = accidents({
    units: [unit('甲镇', '3', '100.00', '25.00'), unit('乙镇', '0', '0.00', '-75.00')],
  });
  expect(ends(one)).toBe('超控制进度的1个：甲镇（3起）');
  expect(ends({ ...one, units: one.units.slice(1) })).toBe('各单位都没有超控制进度');
  expect(ends({ ...one, units: [unit('甲镇', '3'), unit('乙镇', '0')] })).toBe(
    '发生较多的是甲镇（3起）',
  );
  expect(
    countWords(2, { ...one, counts: { ranked: 2, finished: 0, half: 0, nothing: 0, behind: 1 } }),
  ).toBe('2个单位中，超控制进度1个。');
});

test('红黑榜 by the thresholds of the form', () => {
  expect(ends(indicator(), { by: 'lists' })).toBe(
    '红榜（超序时进度10个百分点以上）1个：慕仪镇（106.61%）；黑榜（欠序时进度20个百分点以上）1个：县功镇（0.00%）',
  );
});
