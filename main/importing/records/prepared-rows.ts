/** Rows that a form has ready for more records: a number and formulas that come to nothing. They are none, and nothing is asked of them. */
import type { Issue } from '../../../preload/contract/imports.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import { isMark } from '../../domain/read/text.ts';
import { placedIssue } from '../sheet/issue.ts';
import type { MappedColumn } from '../sheet/mapped.ts';
import type { Region } from '../sheet/region.ts';
import { isCounter } from '../sheet/row-roles.ts';
import type { CellValue, SourceSheet } from '../sheet/sheet.ts';

/** The table without such rows, and a word on them; the region itself where it has none. */
export function withoutPreparedRows(
  sheet: SourceSheet,
  region: Region,
  columns: readonly MappedColumn[],
  ledger: Ledger | null,
): { readonly region: Region; readonly issues: readonly Issue[] } {
  const name = columns.find(
    ({ field, use }) => use === 'field' && field?.code === ledger?.nameField,
  );
  if (ledger === null || name === undefined) return { region, issues: [] };
  const counters = new Set(
    columns.filter(({ path }) => isCounter(path.at(-1) ?? '')).map(({ index }) => index),
  );
  const saysNothing = (row: number): boolean =>
    (sheet.rows[row]?.[name.index] ?? '') === '' &&
    (sheet.rows[row] ?? []).every((cell, column) => counters.has(column) || isNothing(cell)) &&
    !sheet.merges.some(
      ({ left, top, bottom }) => left === name.index && top < row && bottom >= row,
    );
  const prepared = new Set(region.dataRows.filter(saysNothing));
  const [first = 0] = prepared;
  return prepared.size === 0
    ? { region, issues: [] }
    : {
        region: { ...region, dataRows: region.dataRows.filter((row) => !prepared.has(row)) },
        issues: [
          placedIssue(
            -1,
            null,
            'info',
            'rows.prepared',
            `有${prepared.size}行只有序号、0或没有结果的公式（从第${first + 1}行起），没有内容，不导入。`,
          ),
        ],
      };
}

const isNothing = (cell: CellValue): boolean =>
  cell === null ||
  cell === 0 ||
  cell === false ||
  (typeof cell === 'string' && (isMark(cell) || /^0(?:\.0+)?%?$/.test(cell.trim()))) ||
  (typeof cell === 'object' && !('day' in cell));
