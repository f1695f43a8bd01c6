/** Who gets an award, in words. */
import { shareInWords } from '../../../../main/domain/rewards/shares.ts';
import type { Receiver } from '../../../../preload/contract/rewards.ts';

/** 虢镇 张三（70%）; the whole needs no percent */
export const receiverText = ({ unit, person, percent }: Receiver): string =>
  [unit, person].filter((name) => name !== null).join(' ') +
  (percent === '100' ? '' : `（${shareInWords(percent)}）`);
