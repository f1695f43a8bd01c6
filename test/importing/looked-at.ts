/**
 * A grid of cells read as a table of figures of three townships: its facts, questions and warnings
 * as short lines.
 */
import type { ImportAnswer } from '../../preload/contract/answers.ts';
import { inspectWorkbook } from '../../main/importing/recognise/inspect.ts';
import type { CellValue, SheetMerge, SourceSheet } from '../../main/importing/sheet/sheet.ts';

export type Cells = readonly (readonly (string | number | null)[])[];
/** A sheet of nothing but its cells and merges. */
export const sheetOf = (
  rows: readonly (readonly CellValue[])[],
  merges: readonly SheetMerge[],
  name = 'Sheet1',
): SourceSheet => ({
  name,
  hidden: false,
  rows,
  merges,
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  formats: new Map(),
  widths: new Map(),
});
const UNITS = ['城关镇', '柳树镇', '大营乡'].map((name, at) => ({ id: at + 1, name, aliases: [] }));

export const lookedAt = (
  rows: Cells,
  answers: readonly ImportAnswer[] = [],
  merges: readonly SheetMerge[] = [],
  file = 'book.xlsx',
) => lookedOver([sheetOf(rows, merges)], answers, file);

/** The same of a workbook of several sheets: 表1, 表2. */
export const lookedAtSheets = (...sheets: readonly Cells[]) =>
  lookedOver(
    sheets.map((rows, at) => sheetOf(rows, [], `表${at + 1}`)),
    [],
    'book.xlsx',
  );

function lookedOver(
  sheets: readonly SourceSheet[],
  answers: readonly ImportAnswer[],
  file: string,
) {
  const { tables } = inspectWorkbook({ sheets, notes: [] }, file, {
    units: UNITS,
    county: '清河县',
    answers,
  });
  const issues = tables.flatMap((table) => table.issues);
  return {
    facts: tables.flatMap(({ facts }) =>
      facts.map(
        (one) =>
          `${one.unit ?? '全县'} ${one.parent === null ? '' : `${one.parent}›`}${one.indicator} ${one.part} ${one.year ?? '?'}-${one.month ?? ''} ${one.value}${one.measure ?? ''}`,
      ),
    ),
    asked: issues
      .filter(({ level }) => level === 'question' || level === 'error')
      .map(({ column, row, code }) => `${column ?? ''}${row} ${code}`),
    told: issues
      .filter(({ level }) => level === 'warning')
      .map(({ column, row, code }) => `${column ?? ''}${row} ${code}`),
  };
}
