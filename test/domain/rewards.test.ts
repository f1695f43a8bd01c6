/**
 * Reward rules at their edges (domain.md §7): tiers, caps, task parts, instalments, shares, and
 * amounts in capitals.
 */
import { describe, expect, test } from 'vitest';
import { inCapitals } from '../../main/domain/exact/capitals.ts';
import { awardOf } from '../../main/domain/rewards/amount.ts';
import { REWARD_PRESETS, presetBook } from '../../main/domain/rewards/presets.ts';
import {
  lapsedOn,
  unreviewed,
  problemsOfRules,
  type RateTier,
  type RewardKind,
  type RewardRule,
} from '../../main/domain/rewards/rule.ts';
import {
  partsByShares,
  rewardPayouts,
  rewardShareProblem,
} from '../../main/domain/rewards/split.ts';
import { stateOf } from '../../main/domain/rewards/state.ts';

const rule = (more: Partial<RewardRule> = {}): RewardRule => ({
  code: '奖',
  name: '引荐奖',
  document: '县政发〔2012〕3号',
  from: null,
  until: null,
  review: { by: '市场监管局', date: '2012-01-05' },
  to: 'people',
  currency: 'CNY',
  what: marginal([]),
  filters: [],
  within: 'ever',
  beyond: null,
  mostPerAward: null,
  mostPerReceiver: null,
  mostInAll: null,
  once: true,
  best: null,
  instalments: [],
  ...more,
});
type Share = Extract<RewardKind, { kind: 'share' }>;
const tiers = (pairs: readonly (readonly [string, string])[]): readonly RateTier[] =>
  pairs.map(([from, rate]) => ({ from, rate }));
const marginal = (pairs: readonly (readonly [string, string])[]): Share => ({
  kind: 'share',
  base: 'recognised',
  per: '‰',
  mode: 'marginal',
  tiers: tiers(pairs),
});
const whole = (pairs: readonly (readonly [string, string])[]): Share => ({
  ...marginal(pairs),
  mode: 'whole',
});
const PARK = [
  ['0', '3'],
  ['1000', '4'],
  ['10000', '5'],
] as const;
const DOLLARS = [
  ['0', '3'],
  ['100', '2'],
  ['1000', '1'],
] as const;
const FIXED = {
  kind: 'fixed',
  base: 'total_investment',
  tiers: [
    { from: '3000', amount: '50000' },
    { from: '5000', amount: '100000' },
  ],
} as const;

describe('an award', () => {
  test.each([
    [
      '1.2亿 by the park’s tiers, over the bound',
      marginal(PARK),
      '12000',
      '490000',
      '1000万×3‰＋9000万×4‰＋2000万×5‰＝49万元',
    ],
    [
      'exactly on a bound: the tier below takes it all',
      marginal(PARK),
      '1000',
      '30000',
      '1000万×3‰＝3万元',
    ],
    ['just over a bound', marginal(PARK), '1000.01', '30000', '1000万×3‰＋0.01万×4‰＝3万元'],
    ['$15M', marginal(DOLLARS), '1500', '26000', '100万×3‰＋900万×2‰＋500万×1‰＝2.6万元'],
    ['the whole by one rate', whole(PARK), '12000', '600000', '12000万×5‰＝60万元'],
    ['the whole, bound included', whole(PARK), '10000', '500000', '10000万×5‰＝50万元'],
    ['the whole, just below', whole(PARK), '9999.99', '400000', '9999.99万×4‰＝40万元'],
    [
      'below the lowest tier',
      whole([['1000', '3']]),
      '999.9999',
      '0',
      '999.9999万元没到最低一档，不奖',
    ],
    ['half a 元 is rounded up', marginal([['0', '1']]), '1.25', '13', '1.25万×1‰＝13元'],
    ['a fixed sum by size', FIXED, '5000', '100000', '5000万元，达5000万元档，定额10万元'],
    ['a fixed sum below its sizes', FIXED, '2999.99', '0', '2999.99万元没到最低一档，不奖'],
  ])('%s', (_, what, base, amount, words) => {
    expect(awardOf(rule({ what }), what, base, '元')).toEqual({ amount, words });
  });
  test('reaches its cap and says so; exactly at the cap nothing is cut', () => {
    const capped = rule({ mostPerAward: '1000000' });
    expect(awardOf(capped, marginal(PARK), '22200', '元')).toEqual({
      amount: '1000000',
      words: '1000万×3‰＋9000万×4‰＋12200万×5‰＝100万元',
    });
    expect(awardOf(capped, marginal(PARK), '22202', '元')).toEqual({
      amount: '1000000',
      words: '1000万×3‰＋9000万×4‰＋12202万×5‰＝100.01万元，单笔封顶100万元',
    });
  });
});

describe('parts', () => {
  test('of 49万 in 40/30/30 add up to it', () =>
    expect(partsByShares(49000000n, ['40', '30', '30'])).toEqual([
      19600000n,
      14700000n,
      14700000n,
    ]));
  test('of an amount that does not divide leave the rest to the largest remainders', () => {
    // whole 元 of a whole amount, what is left to the largest remainders; else 分
    expect(partsByShares(10000n, ['33.33', '33.33', '33.34'])).toEqual([3300n, 3300n, 3400n]);
    expect(partsByShares(10000n, ['1/3', '1/3', '1/3'])).toEqual([3400n, 3300n, 3300n]);
    expect(partsByShares(50000000n, ['1/6', '1/3', '1/2'])).toEqual([
      8333300n,
      16666700n,
      25000000n,
    ]);
    expect(partsByShares(1n, ['50', '50'])).toEqual([1n, 0n]);
  });
  test('of instalments among receivers add up both ways', () => {
    const [shares, instalments] = [
      partsByShares(10001n, ['33.33', '33.33', '33.34']),
      partsByShares(10001n, ['40', '30', '30']),
    ];
    const paid = rewardPayouts(shares, instalments);
    expect(shares).toEqual([3333n, 3333n, 3335n]);
    expect(paid.map((row) => row.reduce((total, one) => total + one, 0n))).toEqual(instalments);
    expect(
      shares.map((_share, at) => paid.reduce((total, row) => total + (row[at] ?? 0n), 0n)),
    ).toEqual(shares);
    expect(rewardPayouts([70n, 30n], [100n])).toEqual([[70n, 30n]]);
  });
  test('make 100% of different receivers', () => {
    expect(
      rewardShareProblem([
        { name: '张三', percent: '60' },
        { name: '李四', percent: '40' },
      ]),
    ).toBe(null);
    expect(
      rewardShareProblem([
        { name: '张三', percent: '60' },
        { name: '李四', percent: '39.99' },
      ]),
    ).toBe('比例合计99.99%，要等于100%');
    expect(
      rewardShareProblem([
        { name: '张三', percent: '50' },
        { name: '张三', percent: '50' },
      ]),
    ).toBe('“张三”写了两次，请并成一行');
    expect(
      rewardShareProblem([
        { name: '张三', percent: '100' },
        { name: '李四', percent: '0' },
      ]),
    ).toBe('“李四”的比例要大于0');
    expect(rewardShareProblem([])).toBe('尚未填写得奖人或单位');
    const third = (percent: string) => ['张三', '李四', '王五'].map((name) => ({ name, percent }));
    expect(rewardShareProblem(third('1/3'))).toBe(null);
    expect(rewardShareProblem(third('33.33'))).toBe('比例合计99.99%，要等于100%');
    expect(rewardShareProblem(third('1/4'))).toBe('比例合计75%，要等于100%');
  });
});

describe('a rule', () => {
  test('gives nothing before it begins, after it ends, or unreviewed', () => {
    const dated = rule({ from: '2012-01-01', until: '2012-12-31' });
    expect(lapsedOn(dated, '2011-12-31')).toBe('县政发〔2012〕3号从2012-01-01起执行');
    expect(lapsedOn(dated, '2012-12-31')).toBe(null);
    expect(lapsedOn(dated, '2013-01-01')).toBe('县政发〔2012〕3号执行到2012-12-31，已过有效期');
    expect(unreviewed(rule({ review: null }))).toBe(
      '县政发〔2012〕3号尚未经公平竞争审查，审查后才能发放',
    );
  });
  test('that does not fit says what to change', () => {
    const book = (...rules: RewardRule[]) =>
      problemsOfRules({ name: '办法', year: 2012, budget: null, rules });
    const fine = rule({ what: marginal(PARK) });
    expect(book(fine)).toEqual([]);
    expect(book(fine, fine)).toEqual(['奖励编号“奖”用了两次，请改成不同的编号']);
    expect(book(rule({ what: marginal([['100', '3']]) }))).toEqual([
      '“引荐奖”按超额累进，第一档要从0开始',
    ]);
    expect(
      book(
        rule({
          what: whole([
            ['1000', '3'],
            ['500', '4'],
          ]),
        }),
      ),
    ).toEqual(['“引荐奖”的档次要从小到大，不能重复']);
    expect(
      book({
        ...fine,
        instalments: [
          { percent: '40', stage: 'started' },
          { percent: '30', stage: 'producing' },
        ],
      }),
    ).toEqual(['“引荐奖”各期合计70%，要等于100%']);
    expect(book({ ...fine, from: '2013-01-01', until: '2012-01-01' })).toEqual([
      '“引荐奖”的截止日期早于起始日期，请改日期',
    ]);
    expect(book({ ...fine, beyond: '到位资金' })).toEqual(['“引荐奖”发给个人，不能扣单位的任务数']);
  });
  test.each(REWARD_PRESETS.map((preset) => [preset.name, preset] as const))(
    'shipped: %s fits',
    (_, preset) => {
      expect(problemsOfRules(presetBook(preset, 2012))).toEqual([]);
      expect(preset.rules.every((one) => unreviewed(one) !== null)).toBe(true);
    },
  );
});

test('an award is 已兑现 when its last instalment is paid', () => {
  const [open, paid] = [{ paidOn: null }, { paidOn: '2012-12-01' }];
  expect([
    stateOf(null, [open]),
    stateOf('2012-11-01', [open, open]),
    stateOf('2012-11-01', [paid, open]),
    stateOf('2012-11-01', [paid, paid]),
  ]).toEqual(['proposed', 'public', 'paying', 'paid']);
});

test.each([
  [106160050n, '壹佰零陆万壹仟陆佰元伍角整'],
  [1000n, '壹拾元整'],
  [10000000100n, '壹亿零壹元整'],
  [0n, '零元整'],
  [5n, '伍分'],
  [50n, '伍角整'],
  [105n, '壹元零伍分'],
  [155n, '壹元伍角伍分'],
  [10005000n, '壹拾万零伍拾元整'],
  [100005n, '壹仟元零伍分'],
  [10010000n, '壹拾万零壹佰元整'],
  [100000000000n, '壹拾亿元整'],
  [1000100000000n, '壹佰亿零壹佰万元整'],
  [49000000n, '肆拾玖万元整'],
  [-5000n, '负伍拾元整'],
])('%s 分 in capitals', (fen, words) => expect(inCapitals(fen)).toBe(words));
test('an amount beyond a trillion is refused', () =>
  expect(() => inCapitals(10n ** 14n)).toThrow(RangeError));
