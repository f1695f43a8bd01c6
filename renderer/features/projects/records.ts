/** From a bar or a share of the whole to its projects. */
import { goGroup } from '../../stores/navigation.ts';
import type { ViewProps } from '../../ui/other-view.ts';

/** `value` null: the projects where the field is not filled in. */
export const openProjectRecords = (
  filters: ViewProps['filters'],
  field: string,
  value: string | null,
): void => goGroup('project', filters, field, value);
