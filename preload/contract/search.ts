/** Searching all ledgers at once. */
import { z } from 'zod';
import { asks } from './call.ts';

export interface Hit {
  readonly ledger: string;
  readonly id: number;
  readonly name: string;
  /** 项目台账 */
  readonly ledgerLabel: string;
  /** what was found where the name does not show it: “投资方：海泰新能科技” */
  readonly about: string | null;
  readonly by: 'text' | 'pinyin' | 'number';
}
export interface Hits {
  /** at most 200, names that begin with the words first */
  readonly hits: readonly Hit[];
  readonly more: boolean;
}

export const searchCalls = {
  /** Chinese, pinyin, initials or numbers, over all ledgers; at most 200 */
  'search.all': asks<Hits>()(
    z.strictObject({ text: z.string().max(100), limit: z.int().min(1).max(200).default(50) }),
  ),
  /**
   * which of the names hold the text, or sound as it is written: their places, those that begin
   * with it first
   */
  'search.named': asks<readonly number[]>()(
    z.strictObject({ text: z.string().max(100), names: z.array(z.string().max(200)).max(5000) }),
  ),
};
