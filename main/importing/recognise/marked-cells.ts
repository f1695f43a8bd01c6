/**
 * What a sheet says by its looks: rows and cells struck through are asked about, colours that a
 * legend explains are told of.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import { placedIssue } from '../sheet/issue.ts';
import type { Region } from '../sheet/region.ts';
import { cellKey, type SourceSheet } from '../sheet/sheet.ts';
import { COLOUR_LEGEND, squeezeWords } from '../sheet/words.ts';

export const markIssues = (sheet: SourceSheet, region: Region): readonly Issue[] => [
  ...struckIssues(sheet, region),
  ...colourIssues(sheet, region),
];

/** A row struck through may be cancelled, a figure struck through may be void: the sender knows. */
function struckIssues(sheet: SourceSheet, region: Region): readonly Issue[] {
  const { struck, cut } = sheet;
  if ((struck?.size ?? 0) + (cut?.size ?? 0) === 0) return [];
  const issues: Issue[] = [];
  for (const row of region.dataRows) {
    const filled = filledIn(sheet, region, row);
    const through = filled.filter((column) => struck?.has(cellKey(row, column)) === true);
    const [first] = through;
    if (first !== undefined && through.length * 2 >= filled.length)
      issues.push(
        placedIssue(
          row,
          first,
          'question',
          'row.struck',
          '这一行加了删除线，是不是已经取消？取消了就跳过这一行，还算就确认。',
        ),
      );
    else
      for (const column of through)
        issues.push(
          placedIssue(
            row,
            column,
            'question',
            'cell.struck',
            `“${seen(sheet, row, column)}”加了删除线。还算就确认，不算请改成空或现在的数。`,
          ),
        );
    for (const column of filled)
      if (cut?.has(cellKey(row, column)) === true)
        issues.push(
          placedIssue(
            row,
            column,
            'warning',
            'cell.cut',
            `这一格有加了删除线的字，没有读，按“${seen(sheet, row, column)}”导入。`,
          ),
        );
  }
  return issues;
}

const filledIn = (sheet: SourceSheet, { left, right }: Region, row: number): readonly number[] =>
  (sheet.rows[row] ?? []).flatMap((cell, column) =>
    column < left || column > right || cell === null || cell === '' ? [] : [column],
  );

const seen = (sheet: SourceSheet, row: number, column: number): string => {
  const cell = sheet.rows[row]?.[column] ?? '';
  const text = typeof cell === 'object' ? ('day' in cell ? cell.day : '') : String(cell);
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
};

function colourIssues(sheet: SourceSheet, region: Region): readonly Issue[] {
  const legend = legendIn(sheet, region);
  if (legend === null) return [];
  const rows = region.dataRows.filter((row) =>
    filledIn(sheet, region, row).some(
      (column) => sheet.colours?.get(cellKey(row, column)) !== undefined,
    ),
  );
  const where =
    rows.length === 0
      ? ''
      : `第${rows
          .slice(0, 5)
          .map((row) => row + 1)
          .join('、')}${rows.length > 5 ? '…' : ''}行有颜色，`;
  return [
    placedIssue(
      -1,
      null,
      'warning',
      'rows.coloured',
      `表里用颜色表示意思（“${legend}”），${where}颜色的意思没有导入。要导，请把它写成一列。`,
    ),
  ];
}

/** Of all that is written beside the data. */
function legendIn(sheet: SourceSheet, { dataRows }: Region): string | null {
  const data = new Set(dataRows);
  for (const [row, cells] of sheet.rows.entries())
    if (!data.has(row))
      for (const cell of cells) {
        if (typeof cell !== 'string') continue;
        const text = squeezeWords(cell);
        if (COLOUR_LEGEND.test(text)) return text.length > 40 ? `${text.slice(0, 40)}…` : text;
      }
  return null;
}
