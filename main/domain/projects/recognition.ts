/**
 * Recognition (认定) of arrived funds: what the office counts of what was reported, every cut with
 * its reason (domain.md §6).
 */
import type { Decimal } from '../exact/decimal.ts';
import type { Fen } from '../exact/money.ts';

/** Proposed; the office's own words are as good. */
export const CUT_REASONS = [
  '土地价款',
  '流动资金',
  '无形资产',
  '财政资金',
  '政策性贷款',
  '超出合同额',
  '凭证不足',
  '重复申报',
] as const;

export interface Cut {
  readonly amount: Fen;
  readonly reason: string;
}

/** An entry of arrived funds as it travels: amounts in units of its currency with two places. */
export interface ArrivalEntry {
  readonly id: number;
  readonly date: string | null;
  readonly amount: Decimal;
  readonly currency: string;
  readonly basis: string;
  readonly source: string | null;
  readonly evidence: string | null;
  readonly remark: string | null;
  /** null: not judged yet */
  readonly recognised: Decimal | null;
  readonly cuts: readonly { readonly amount: Decimal; readonly reason: string }[];
}

/**
 * What is left after the cuts, or why they cannot be: each needs an amount above nothing and a
 * reason, and together they take no more than there is.
 */
export function recogniseArrival(
  reported: Fen,
  cuts: readonly Cut[],
): { readonly recognised: Fen } | { readonly problem: string } {
  if (cuts.some((cut) => cut.reason.trim() === '')) return { problem: '每笔核减均须注明原因' };
  if (cuts.some((cut) => cut.amount <= 0n)) return { problem: '核减金额要大于0' };
  const recognised = cuts.reduce((rest, cut) => rest - cut.amount, reported);
  return recognised < 0n ? { problem: '核减合计超过了申报金额' } : { recognised };
}

/**
 * By how much arrivals, in one currency, are more than the contract brings; null where they are
 * not, or no contract amount is known.
 */
export function overContract(contract: Fen | null, arrived: readonly Fen[]): Fen | null {
  if (contract === null) return null;
  const total = arrived.reduce((sum, one) => sum + one, 0n);
  return total > contract ? total - contract : null;
}
