/** 导出 Excel: the list as it is filtered and grouped, with the shown columns, where the user says. */
import type { Query } from '../../../preload/contract/records.ts';
import { call } from '../../bridge.ts';

/** The sentence to show; null where the user gave up. */
export async function exportProjects(query: Query, shown: readonly string[]): Promise<string | null> {
  const to = await call('shell.saveAs', { name: '项目台账', extension: 'xlsx' });
  if (to === null) return null;
  const options = { filters: query.filters ?? [], columns: [...shown], group: query.group?.[0] ?? null };
  await call('tables.save', { name: 'project-ledger', options, format: 'xlsx', to: to.handle });
  return `已导出到“${to.name}”。`;
}
