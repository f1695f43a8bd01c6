/**
 * Reward rules (奖励办法) as data: what is rewarded, how much, up to where, when it is paid, and by
 * which document (domain.md §7).
 */
import { compare, sum, type Decimal } from '../exact/decimal.ts';
import { isDay, type Day } from '../days/day.ts';
import type { Currency } from '../exact/measure.ts';
import type { Stage } from '../ledgers/stage.ts';

/** From `from` (in 万 of the currency, included) on. */
export interface RateTier {
  readonly from: Decimal;
  /** in the rule's `per` */
  readonly rate: Decimal;
}
export interface SumTier {
  readonly from: Decimal;
  /** units of the currency */
  readonly amount: Decimal;
}
/**
 * What money of a project is looked at: recognised or reported arrivals, or what the project says
 * of itself.
 */
export const BASES = [
  { value: 'recognised', label: '认定到位资金' },
  { value: 'arrived', label: '申报到位资金' },
  { value: 'total_investment', label: '总投资' },
  { value: 'contract_amount', label: '合同引资' },
] as const;
export type Base = (typeof BASES)[number]['value'];

export type RewardKind =
  /**
   * a share of the base: `whole` takes one rate for all of it (全额), `marginal` each tier's rate
   * for its part (超额)
   */
  | {
      readonly kind: 'share';
      readonly base: Base;
      readonly per: '%' | '‰';
      readonly mode: 'whole' | 'marginal';
      readonly tiers: readonly RateTier[];
    }
  /** a fixed sum per project by its size; one tier from 0 is the same for all */
  | { readonly kind: 'fixed'; readonly base: Base; readonly tiers: readonly SumTier[] }
  /** a fixed sum by the grade or place of the year's published scores */
  | {
      readonly kind: 'graded';
      readonly group: string;
      readonly sums: readonly {
        readonly grade: string | null;
        readonly toPlace: number | null;
        readonly amount: Decimal;
      }[];
    };

export interface Instalment {
  readonly percent: Decimal;
  /** due when the project has reached it; null: with the award itself */
  readonly stage: Stage | null;
}
export interface RewardRule {
  /** unique in the year; `once` and 兑现 go by it over the years */
  readonly code: string;
  readonly name: string;
  /** 文号 */
  readonly document: string;
  /** in force; null is open */
  readonly from: Day | null;
  readonly until: Day | null;
  /** 公平竞争审查: by whom and when; null: not reviewed */
  readonly review: { readonly by: string; readonly date: Day } | null;
  readonly to: 'units' | 'people';
  readonly currency: Currency;
  readonly what: RewardKind;
  /** only projects that meet these */
  readonly filters: readonly { readonly field: string; readonly text: string }[];
  /** arrivals of the assessment year alone, or all there have been */
  readonly within: 'year' | 'ever';
  /**
   * the indicator whose assured target (任务) is not rewarded: the receiver's sum over all its
   * projects counts beyond it; null: every project by itself
   */
  readonly beyond: string | null;
  /** units of the currency */
  readonly mostPerAward: Decimal | null;
  readonly mostPerReceiver: Decimal | null;
  readonly mostInAll: Decimal | null;
  /** never twice for one project under this code, also in later years */
  readonly once: boolean;
  /** of the rules that name the same set, a project gets the highest alone (就高不重复) */
  readonly best: string | null;
  /** percents make 100; empty: all at once */
  readonly instalments: readonly Instalment[];
}
export interface RewardBook {
  readonly name: string;
  readonly year: number;
  /** 元; null: none set */
  readonly budget: Decimal | null;
  readonly rules: readonly RewardRule[];
}

/** What does not fit in the rules by themselves, as sentences. */
export function problemsOfRules(book: RewardBook): readonly string[] {
  const codes = book.rules.map((rule) => rule.code);
  return [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at)).values()]
    .map((code) => `奖励编号“${code}”用了两次，请改成不同的编号`)
    .concat(book.rules.flatMap(problemsOf));
}

function problemsOf(rule: RewardRule): readonly string[] {
  const name = `“${rule.name}”`;
  const { what } = rule;
  const found: string[] = [];
  for (const [label, day] of [
    ['起始日期', rule.from],
    ['截止日期', rule.until],
    ['审查日期', rule.review?.date ?? null],
  ] as const) {
    if (day !== null && !isDay(day)) found.push(`${name}的${label}看不懂，请写成2012-01-01`);
  }
  if (rule.from !== null && rule.until !== null && rule.from > rule.until)
    found.push(`${name}的截止日期早于起始日期，请改日期`);
  if (
    rule.instalments.length > 0 &&
    compare(sum(rule.instalments.map((one) => one.percent)), '100') !== 0
  )
    found.push(`${name}各期合计${sum(rule.instalments.map((one) => one.percent))}%，要等于100%`);
  if (what.kind === 'graded')
    return [
      ...found,
      ...(what.sums.length === 0 ? [`${name}尚未填写等次和金额`] : []),
      ...(rule.beyond === null ? [] : [`${name}按考核结果发，不能扣任务数`]),
    ];
  if (what.tiers.length === 0) found.push(`${name}尚未填写档次`);
  const bounds = what.tiers.map((tier) => tier.from);
  if (bounds.some((from, at) => at > 0 && compare(from, bounds[at - 1] ?? '0') <= 0))
    found.push(`${name}的档次要从小到大，不能重复`);
  if (what.kind === 'share' && what.mode === 'marginal' && compare(bounds[0] ?? '0', '0') !== 0)
    found.push(`${name}按超额累进，第一档要从0开始`);
  if (rule.beyond !== null && rule.to === 'people')
    found.push(`${name}发给个人，不能扣单位的任务数`);
  if (rule.beyond !== null && what.kind === 'fixed')
    found.push(`${name}按项目定额发，不能扣任务数`);
  return found;
}

/** 县政发〔2012〕3号的有效期（2012-01-01至2012-12-31）内 */
export const validityInWords = ({ document, from, until }: RewardRule): string =>
  `${document}的有效期（${from ?? ''}至${until ?? '今'}）内`;

/** Why nothing may be given by this rule for what happened on a day; null where it may. */
export function lapsedOn(rule: RewardRule, day: Day): string | null {
  if (rule.from !== null && day < rule.from) return `${rule.document}从${rule.from}起执行`;
  if (rule.until !== null && day > rule.until)
    return `${rule.document}执行到${rule.until}，已过有效期`;
  return null;
}

/**
 * Rules on favours to firms have been under fair-competition review since August 2024: nothing is
 * given by one without.
 */
export const unreviewed = ({ review, document }: RewardRule): string | null =>
  review === null ? `${document}尚未经公平竞争审查，审查后才能发放` : null;
