/**
 * Rows that are no records and of which nothing is asked: those that a form has ready (a number,
 * formulas that come to nothing), and shares under the totals.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import { isMark } from '../../domain/read/text.ts';
import { placedIssue } from '../sheet/issue.ts';
import type { MappedColumn } from '../sheet/mapped.ts';
import type { Region } from '../sheet/region.ts';
import { isCounter } from '../sheet/row-roles.ts';
import type { CellValue, SourceSheet } from '../sheet/sheet.ts';
import { squeezeWords } from '../sheet/words.ts';

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
  const nameAt = (row: number): CellValue => sheet.rows[row]?.[name.index] ?? '';
  const saysNothing = (row: number): boolean =>
    nameAt(row) === '' &&
    (sheet.rows[row] ?? []).every((cell, column) => counters.has(column) || isNothing(cell)) &&
    !sheet.merges.some(
      ({ left, top, bottom }) => left === name.index && top < row && bottom >= row,
    );
  const totals = new Set(region.totalRows.map(({ row }) => row));
  const isShare = (row: number): boolean => {
    const label = nameAt(row);
    return typeof label === 'string' && totals.has(row - 1) && SHARE.test(squeezeWords(label));
  };
  const prepared = region.dataRows.filter(saysNothing);
  const shares = region.dataRows.filter(isShare);
  const dropped = new Set([...prepared, ...shares]);
  return dropped.size === 0
    ? { region, issues: [] }
    : {
        region: { ...region, dataRows: region.dataRows.filter((row) => !dropped.has(row)) },
        issues: [
          ...(prepared.length === 0
            ? []
            : [
                placedIssue(
                  -1,
                  null,
                  'info',
                  'rows.prepared',
                  `有${prepared.length}行只有序号、0或没有结果的公式（从第${(prepared[0] ?? 0) + 1}行起），没有内容，不导入。`,
                ),
              ]),
          ...shares.map((row) =>
            placedIssue(
              row,
              name.index,
              'warning',
              'row.share',
              `“${String(nameAt(row))}”是合计下面的比例，不是一条记录，不导入。`,
            ),
          ),
        ],
      };
}

const SHARE =
  /^(?:占[^，。]{0,10}(?:比重|比例|比|%|％)|比重|占比|同比(?:增长|增幅|增减)?|环比|增[长幅减]|完成(?:率|比例))[（(%％）)：:]*$/;

const isNothing = (cell: CellValue): boolean =>
  cell === null ||
  cell === 0 ||
  cell === false ||
  (typeof cell === 'string' && (isMark(cell) || /^0(?:\.0+)?%?$/.test(cell.trim()))) ||
  (typeof cell === 'object' && !('day' in cell));
