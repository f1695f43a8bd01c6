/** One problem of an import, on its cell or column. */
import type { Issue } from '../../../preload/contract/imports.ts';
import { columnName } from '../../domain/read/sheet-address.ts';

/** A problem at a 0-based row and column; row −1 speaks of the whole column. */
export function placedIssue(
  row: number,
  column: number | null,
  level: Issue['level'],
  code: string,
  message: string,
): Issue {
  return {
    row: row + 1,
    column: column === null ? null : columnName(column),
    level,
    code,
    message,
  };
}
