/** From a bar or a share of the whole to its records: the sheet, filtered by it beside what was filtered before. */
import { goRecords } from '../../stores/navigation.ts';
import type { ViewProps } from '../../ui/other-view.ts';

/** `value` null: the projects where the field is not filled in. */
export function openRecords(filters: ViewProps['filters'], field: string, value: string | null): void {
  goRecords({ ledger: 'project', filters: [...filters.filter((one) => one.field !== field), { field, text: value === null ? '空' : `=${value}` }] });
}
