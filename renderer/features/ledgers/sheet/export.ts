/** The list on paper or as a workbook: as it is filtered and grouped, with the shown columns. */
import type { Query } from '../../../../preload/contract/records.ts';
import type { TableOptions } from '../../../../preload/contract/tables.ts';
import { call } from '../../../bridge/bridge.ts';
import { printTable } from '../../../stores/print.ts';
import { chosenFields } from './columns.ts';
import type { LedgerSpec } from '../shared/spec.ts';

/** The group's own column is left out: its heads say it. */
function optionsOf(spec: LedgerSpec, query: Query, shown: readonly string[]): TableOptions {
  // paper has one level of groups
  const group = query.group?.[0] ?? null;
  // a list that stands as it was designed is printed as its design says
  if (spec.own !== null && shown.join() === spec.shownFirst.join())
    return { filters: query.filters ?? [], ...(group === null ? {} : { group }) };
  return {
    filters: query.filters ?? [],
    columns: chosenFields(spec, shown)
      .map((field) => field.code)
      .filter((code) => code !== group),
    group,
  };
}

export const printList = (spec: LedgerSpec, query: Query, shown: readonly string[]): void =>
  printTable(spec.table, optionsOf(spec, query, shown));

/** The sentence to show; null where the user gave up. */
export async function exportList(
  spec: LedgerSpec,
  query: Query,
  shown: readonly string[],
): Promise<string | null> {
  const to = await call('shell.saveAs', { name: spec.ledger.label, extension: 'xlsx' });
  if (to === null) return null;
  await call('tables.save', {
    name: spec.table,
    options: optionsOf(spec, query, shown),
    format: 'xlsx',
    to: to.handle,
  });
  return `已导出到“${to.name}”。`;
}
