/** Words made from numbers: signs, percentage points, laggards with their numbers, blanks where a figure is missing. */
import { expect, test } from 'vitest';
import {
  countWords,
  finishedSentence,
  gapWords,
  laggardsSentence,
  leadersSentence,
  nothingSentence,
  wholeSentence,
  type BulletinIndicator,
} from '../../main/domain/progress/bulletin.ts';

const PERIOD = { span: '1—9月', month: '9月', whole: '全区', against: '年度目标' };
const indicator = (more: Partial<BulletinIndicator> = {}): BulletinIndicator => ({
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
    { name: '慕仪镇', cumulative: '5.97', completion: '106.61', gap: '31.61', place: 1 },
    { name: '虢镇', cumulative: '2.29', completion: '73.87', gap: '-1.13', place: 2 },
    { name: '县功镇', cumulative: '0', completion: '0.00', gap: '-75.00', place: 3 },
    { name: '千河镇', cumulative: null, completion: null, gap: null, place: null },
  ],
  ...more,
});

test.each([
  ['42.31', 'up', '超序时进度42.31个百分点'],
  ['-12.92', 'up', '欠序时进度12.92个百分点'],
  ['0.00', 'up', '与序时进度持平'],
  [null, 'up', '超（欠）序时进度（　　）个百分点'],
  ['25.00', 'down', '超控制进度25.00个百分点'],
  ['-25.00', 'down', '低于控制进度25.00个百分点'],
  ['0', 'down', '与控制进度持平'],
] as const)('a gap of %s is, of what should go %s, %s', (gap, direction, words) => {
  expect(gapWords(gap, direction)).toBe(words);
});

test('a ceiling that is being broken is never praised', () => {
  const down = indicator({
    name: '生产安全事故',
    measure: '起',
    places: 0,
    direction: 'down',
    units: [
      { name: '甲镇', cumulative: '3', completion: '100.00', gap: '25.00', place: 2 },
      { name: '乙镇', cumulative: '0', completion: '0.00', gap: '-75.00', place: 1 },
    ],
  });
  expect(laggardsSentence(down)).toBe(
    '超控制进度的1个：甲镇（已占控制数100.00%，超25.00个百分点）。',
  );
  expect(laggardsSentence({ ...down, units: down.units.slice(1) })).toBe(
    '各单位都没有超控制进度。',
  );
  expect(
    countWords(2, { ...down, counts: { ranked: 2, finished: 0, half: 0, nothing: 0, behind: 1 } }),
  ).toBe('2个单位中，超控制进度1个。');
});

test.each([
  ['6.5', '同比增长6.5%'],
  ['-11.4', '同比下降11.4%'],
  ['0', '同比持平'],
  [null, '同比（　　）'],
])('growth of %s is told as %s', (yoy, words) => {
  expect(wholeSentence(indicator({ yoy }), PERIOD)).toBe(
    `1—9月，全区完成合同引资49.23亿元，${words}，占年度目标66.30亿元的74.25%，欠序时进度0.75个百分点；9月当月完成4.98亿元。`,
  );
});

test('what is missing leaves a blank, a percentage is not 完成, and what should go down stands against its limit', () => {
  expect(
    wholeSentence(
      indicator({ cumulative: null, completion: null, gap: null, month: null }),
      PERIOD,
    ),
  ).toBe(
    '1—9月，全区完成合同引资（　　）亿元，同比增长6.5%，占年度目标66.30亿元的（　　），超（欠）序时进度（　　）个百分点；9月当月完成（　　）亿元。',
  );
  expect(
    wholeSentence(
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
      }),
      PERIOD,
    ),
  ).toBe(
    '1—9月，全区生产安全事故为2起，同比下降33.3%，占全年控制数4起的50.00%，低于控制进度25.00个百分点；9月当月为0起。',
  );
  expect(
    wholeSentence(
      indicator({ name: '安全培训率', measure: '%', target: null, cumulative: '98.5' }),
      PERIOD,
    ),
  ).toBe('截至9月底，全区安全培训率为98.50%，比上年同期上升6.5个百分点。');
});

test('units: finished and half, the first places, laggards with their numbers, nobody forgotten', () => {
  expect(finishedSentence(indicator())).toBe(
    '完成全年任务的1个：慕仪镇（106.61%）；完成过半的2个（含完成全年任务的）。',
  );
  expect(leadersSentence(indicator())).toBe('完成率居前的是慕仪镇（106.61%）、虢镇（73.87%）。');
  expect(laggardsSentence(indicator())).toBe(
    '欠序时进度的2个：县功镇（完成0.00%，欠75.00个百分点）、虢镇（完成73.87%，欠1.13个百分点）。',
  );
  expect(nothingSentence(indicator())).toBe('无实绩的1个：县功镇。还没有报数的1个：千河镇。');
  expect(laggardsSentence(indicator({ units: indicator().units.slice(0, 1) }))).toBe(
    '各单位都达到序时进度。',
  );
});
