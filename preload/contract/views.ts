/** A ledger's views under names of the office's: what is filtered, sorted, grouped and shown. */
import { z } from 'zod';
import { asks, does } from './call.ts';
import { ledgerCode } from './ledger-code.ts';
import { querySchema } from './records.ts';

export const keptViewSchema = z.strictObject({
  filters: querySchema.shape.filters,
  sort: querySchema.shape.sort,
  group: querySchema.shape.group,
  /** the columns, in their order */
  shown: z.array(z.string()),
});
export type KeptView = z.output<typeof keptViewSchema>;
export interface NamedView extends KeptView {
  readonly name: string;
}

const name = z.string().trim().min(1).max(40);
export const viewCalls = {
  'views.list': asks<readonly NamedView[]>()(z.strictObject({ ledger: ledgerCode })),
  /** one of the same name is replaced */
  'views.save': does<null>()(z.strictObject({ ledger: ledgerCode, name, view: keptViewSchema })),
  'views.remove': does<null>()(z.strictObject({ ledger: ledgerCode, name })),
};
