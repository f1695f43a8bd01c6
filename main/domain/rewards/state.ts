/** Where an award stands: 拟奖 → 公示 → 已兑现. */
export const REWARD_STATES = [
  { value: 'proposed', label: '拟奖' },
  { value: 'public', label: '公示' },
  { value: 'paying', label: '兑现中' },
  { value: 'paid', label: '已兑现' },
] as const;
export type RewardState = (typeof REWARD_STATES)[number]['value'];

/** 公示 with all instalments paid is 已兑现, with some 兑现中. */
export function stateOf(
  publicSince: string | null,
  instalments: readonly { readonly paidOn: string | null }[],
): RewardState {
  if (publicSince === null) return 'proposed';
  const paid = instalments.filter((one) => one.paidOn !== null).length;
  if (paid === 0) return 'public';
  return paid === instalments.length ? 'paid' : 'paying';
}
