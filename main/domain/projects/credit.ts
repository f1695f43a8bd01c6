/**
 * Whom a project counts for: exactly one introducer, arrived funds shared by at most two units
 * whose shares make 100 % (domain.md §6).
 */
import {
  compare,
  fromScaled,
  multiply,
  sum,
  toScaled,
  trim,
  type Decimal,
} from '../exact/decimal.ts';

export const SPLITS = [
  { value: 'alone', label: '引进单位全得', shares: ['100'] },
  { value: 'half', label: '五五分成（5:5）', shares: ['50', '50'] },
  { value: 'seven', label: '七三分成（7:3）', shares: ['70', '30'] },
  { value: 'equal', label: '均分', shares: ['50', '50'] },
  // the certificate says how much
  { value: 'certificate', label: '按分成证明', shares: null },
] as const;
export type Split = (typeof SPLITS)[number]['value'];
export const splitOf = (value: string): (typeof SPLITS)[number] | undefined =>
  SPLITS.find((one) => one.value === value);

export interface Share {
  readonly unit: string;
  /** "50", "33.33" */
  readonly percent: Decimal;
}
const MOST = 2;

/** Why the shares cannot stand; null where they can. Percents have at most two places. */
export function creditShareProblem(
  introducer: string | null,
  shares: readonly Share[],
  split: Split,
  certificate: string | null,
): string | null {
  if (introducer === null) return '请先填写引进单位';
  if (shares.length === 0 || shares.length > MOST) return '计入单位最多两个，至少一个';
  if (shares.some((one) => one.unit.trim() === '')) return '尚未选择另一单位';
  if (new Set(shares.map((one) => one.unit)).size < shares.length) return '两个计入单位不能相同';
  if (!shares.some((one) => one.unit === introducer)) return '计入单位里要有引进单位';
  if (shares.some((one) => compare(one.percent, '0') <= 0)) return '比例要大于0';
  if (shares.some((one) => !toScaled(one.percent, 2).exact)) return '比例最多两位小数';
  const total = sum(shares.map((one) => one.percent));
  if (compare(total, '100') !== 0) return `比例合计是${trim(total)}%，要等于100%`;
  if (split === 'certificate' && (certificate ?? '').trim() === '') return '按证明分成要写证明编号';
  const fixed = splitOf(split)?.shares ?? null;
  if (
    fixed !== null &&
    (fixed.length !== shares.length ||
      fixed.some((percent, at) => compare(percent, shares[at]?.percent ?? '0') !== 0))
  )
    return `比例和“${splitOf(split)?.label ?? ''}”不符`;
  return null;
}

/**
 * Parts of an amount by unit, exact: they add up to the amount itself, so a county's total never
 * counts it twice.
 */
export function creditPartsOf(
  amount: Decimal,
  shares: readonly Share[],
): readonly { readonly unit: string; readonly amount: Decimal }[] {
  return shares.map((one) => ({
    unit: one.unit,
    amount: multiply(amount, fromScaled(toScaled(one.percent, 2).scaled, 4)),
  }));
}
