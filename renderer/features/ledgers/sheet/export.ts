/**
 * The list on paper or as a workbook, as it stands: found, filtered, sorted and grouped, with the
 * shown columns.
 */
import type { Query } from '../../../../preload/contract/records.ts';
import type { TableOptions } from '../../../../preload/contract/tables.ts';
import { call } from '../../../bridge/bridge.ts';
import { printTable } from '../../../stores/print.ts';
import { chosenFields } from './columns.ts';
import type { LedgerSpec } from '../shared/spec.ts';

/** The groups' own columns are left out: their heads say them. */
function optionsOf(spec: LedgerSpec, query: Query, shown: readonly string[]): TableOptions {
  const [group = null, ...within] = query.group ?? [];
  const stood = {
    filters: query.filters ?? [],
    ...(query.search === undefined || query.search === '' ? {} : { search: query.search }),
    ...(query.sort === undefined || query.sort.length === 0 ? {} : { sort: query.sort }),
    ...(within.length === 0 ? {} : { within }),
  };
  // a list that stands as it was designed is printed as its design says
  if (spec.own !== null && shown.join() === spec.shownFirst.join())
    return { ...stood, ...(group === null ? {} : { group }) };
  return {
    ...stood,
    columns: chosenFields(spec, shown)
      .map((field) => field.code)
      .filter((code) => code !== group && !within.includes(code)),
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
