/** Several values of one column as the text of its filter. */
import { anyFilter } from '../../../main/domain/read/filter.ts';

export const filterOfValues = (values: readonly string[], orEmpty: boolean): string =>
  anyFilter([...values.map((value) => `=${value}`), ...(orEmpty ? ['空'] : [])]);
