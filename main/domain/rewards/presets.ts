/**
 * Reward rules to begin with, built from published ones; amounts are presets to edit, each still to
 * be reviewed and given the office's own 文号.
 */
import type { Currency } from '../exact/measure.ts';
import type { RewardBook, RewardKind, RewardRule } from './rule.ts';

export interface RewardPreset {
  readonly name: string;
  /** where the figures were published */
  readonly source: string;
  readonly rules: readonly RewardRule[];
}

const rule = (
  code: string,
  name: string,
  currency: Currency,
  what: RewardKind,
  more: Partial<RewardRule> = {},
): RewardRule => ({
  code,
  name,
  document: '（填本级文号）',
  from: null,
  until: null,
  review: null,
  to: 'people',
  currency,
  what,
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
const money = { kind: 'share', base: 'recognised', per: '‰' } as const;

export const REWARD_PRESETS: readonly RewardPreset[] = [
  {
    name: '引荐奖，超额累进，封顶100万元',
    source: '某园区招商奖励办法：1000万以内3‰，1亿以内4‰，以上5‰，封顶100万元',
    rules: [
      rule(
        '引荐奖',
        '引荐人奖励',
        'CNY',
        {
          ...money,
          mode: 'marginal',
          tiers: [
            { from: '0', rate: '3' },
            { from: '1000', rate: '4' },
            { from: '10000', rate: '5' },
          ],
        },
        { mostPerAward: '1000000' },
      ),
    ],
  },
  {
    name: '引进外资奖，超额累进',
    source: '合政〔1992〕157号：100万美元以内3‰，1000万美元以内2‰，以上1‰',
    rules: [
      rule('外资奖', '引进外资奖励', 'USD', {
        ...money,
        mode: 'marginal',
        tiers: [
          { from: '0', rate: '3' },
          { from: '100', rate: '2' },
          { from: '1000', rate: '1' },
        ],
      }),
    ],
  },
  {
    name: '任务外奖励，全额分档',
    source: '某县招商引资奖励：完成任务部分不奖，超出部分按1000万、2000万、3000万分档3‰—4‰',
    rules: [
      rule(
        '超任务奖',
        '超任务奖励',
        'CNY',
        {
          ...money,
          mode: 'whole',
          tiers: [
            { from: '0', rate: '3' },
            { from: '1000', rate: '3.2' },
            { from: '2000', rate: '3.6' },
            { from: '3000', rate: '4' },
          ],
        },
        { to: 'units', within: 'year', once: false, beyond: '到位资金' },
      ),
    ],
  },
  {
    name: '分期兑现，40%、30%、30%',
    source:
      '三口镇招商引资奖励办法：拿地注册付40%，封顶付30%，投产付30%；这里拿地注册按立项、封顶按竣工',
    rules: [
      rule(
        '落户奖',
        '项目落户奖励',
        'CNY',
        { ...money, mode: 'whole', tiers: [{ from: '1000', rate: '3' }] },
        {
          instalments: [
            { percent: '40', stage: 'approved' },
            { percent: '30', stage: 'completed' },
            { percent: '30', stage: 'producing' },
          ],
        },
      ),
    ],
  },
  {
    name: '大项目按比例、小项目定额，就高不重复',
    source: '淮阳2023年招商引资奖励：1亿元以上3‰封顶200万元，其余按规模5万元、10万元',
    rules: [
      rule(
        '大项目奖',
        '亿元以上项目奖励',
        'CNY',
        { ...money, mode: 'whole', tiers: [{ from: '10000', rate: '3' }] },
        { mostPerAward: '2000000', best: '项目奖' },
      ),
      rule(
        '小项目奖',
        '亿元以下项目奖励',
        'CNY',
        {
          kind: 'fixed',
          base: 'recognised',
          tiers: [
            { from: '3000', amount: '50000' },
            { from: '5000', amount: '100000' },
          ],
        },
        { best: '项目奖' },
      ),
    ],
  },
  {
    name: '考核前三名奖励',
    source: '漯河招商引资考核：前三名奖100万、50万、30万元',
    rules: [
      rule(
        '考核奖',
        '考核前三名',
        'CNY',
        {
          kind: 'graded',
          group: '乡镇组',
          sums: [
            { grade: null, toPlace: 1, amount: '1000000' },
            { grade: null, toPlace: 2, amount: '500000' },
            { grade: null, toPlace: 3, amount: '300000' },
          ],
        },
        { to: 'units', within: 'year', once: false },
      ),
    ],
  },
];

export const presetBook = (preset: RewardPreset, year: number): RewardBook => ({
  name: `${year}年${preset.name}`,
  year,
  budget: null,
  rules: preset.rules,
});
