/**
 * Page set-ups of printed tables under names of the office's: kept in the book, used in the window,
 * by the command line and in workbooks.
 */
import { z } from 'zod';
import { asks, does } from './call.ts';
import { pageLayoutSchema } from './layout.ts';
import { tableName, tableOptions } from './tables.ts';

export const tableSetupSchema = z.strictObject({
  /** what the table is made of, beside its period, unit and filters */
  options: tableOptions.pick({
    columns: true,
    group: true,
    dimensions: true,
    across: true,
    measure: true,
    units: true,
    denominator: true,
    balance: true,
    pageSums: true,
    chart: true,
    paper: true,
    landscape: true,
  }),
  layout: pageLayoutSchema,
});
export type TableSetup = z.output<typeof tableSetupSchema>;
export interface NamedSetup extends TableSetup {
  readonly name: string;
}

const name = z.string().trim().min(1).max(40);
const table = tableName;
export const setupCalls = {
  'setups.list': asks<readonly NamedSetup[]>()(z.strictObject({ table })),
  /** one of the same name is replaced */
  'setups.save': does<null>()(z.strictObject({ table, name, setup: tableSetupSchema })),
  'setups.remove': does<null>()(z.strictObject({ table, name })),
};
