/**
 * What is said of rows and columns beside their values: those that are hidden, and those whose
 * figures show that they are sums.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import { placedIssue } from '../sheet/issue.ts';
import { groupCountIssues } from './group-counts.ts';
import { markIssues } from './marked-cells.ts';
import type { Labelled, Region } from '../sheet/region.ts';
import type { SourceSheet } from '../sheet/sheet.ts';

export const rowIssues = (sheet: SourceSheet, region: Region): readonly Issue[] => [
  ...hiddenIssues(sheet, region),
  ...summedIssues(region),
  ...partIssues(region),
  ...groupCountIssues(region),
  ...markIssues(sheet, region),
];

/** What is said of a table of figures' rows, whose sums and parts are rows like the others. */
export const figureRowIssues = (sheet: SourceSheet, region: Region): readonly Issue[] => [
  ...hiddenIssues(sheet, region),
  ...markIssues(sheet, region),
];

/**
 * A row that nobody calls a total is left out as one: whoever imports the file must be able to see
 * it.
 */
function summedIssues(region: Region): readonly Issue[] {
  const rows = region.totalRows.filter((total) => region.sums.has(total.row));
  if (rows.length === 0) return [];
  return [
    placedIssue(
      -1,
      null,
      'warning',
      'rows.summed',
      `${listed(rows.map((total) => total.row))}（${named(rows)}）等于其他行之和或平均，按合计核对，不另记。`,
    ),
  ];
}

/**
 * 1.1 and 1.2 are in 1 already where they add up to it; where they do not, somebody must say what
 * they are.
 */
function partIssues(region: Region): readonly Issue[] {
  const within = region.parts.filter((part) => part.adds);
  const told = `${listed(within.map((part) => part.row))}（${named(within)}）的数已含在“${within[0]?.of ?? ''}”${within.some((part) => part.of !== within[0]?.of) ? '等' : ''}里，不另记。`;
  return [
    ...(within.length === 0 ? [] : [placedIssue(-1, null, 'warning', 'rows.part', told)]),
    ...region.parts
      .filter((part) => !part.adds)
      .map((part) =>
        placedIssue(
          part.row,
          region.left,
          'question',
          'row.part',
          `“${part.label}”是“${part.of}”的一部分，还是另一项？各部分加起来不等于“${part.of}”。是一部分就跳过这一行，另一项就接受。`,
        ),
      ),
  ];
}

const named = (rows: readonly Labelled[]): string =>
  rows
    .slice(0, 3)
    .map((one) => `“${one.label}”`)
    .join('、') + (rows.length > 3 ? '等' : '');

const listed = (rows: readonly number[]): string =>
  `第${rows
    .slice(0, 5)
    .map((row) => row + 1)
    .join('、')}${rows.length > 5 ? '…' : ''}行`;

/**
 * Rows and columns that the sender hid are read like the others; whoever imports them should know.
 */
function hiddenIssues(sheet: SourceSheet, region: Region): readonly Issue[] {
  const rows =
    sheet.hiddenRows.size === 0 ? [] : region.dataRows.filter((row) => sheet.hiddenRows.has(row));
  const said =
    rows.length === 0
      ? []
      : [
          placedIssue(
            -1,
            null,
            'warning',
            'rows.hidden',
            `有${rows.length}行是隐藏的（${listed(rows)}），也会导入。不要的请跳过。`,
          ),
        ];
  const columns = [...sheet.hiddenColumns].filter(
    (column) =>
      column >= region.left &&
      column <= region.right &&
      region.dataRows.some((row) => (sheet.rows[row]?.[column] ?? null) !== null),
  );
  return [
    ...said,
    ...columns.map((column) =>
      placedIssue(
        -1,
        column,
        'warning',
        'column.hidden',
        '这一列是隐藏的，也会导入。不要的请选忽略。',
      ),
    ),
  ];
}
