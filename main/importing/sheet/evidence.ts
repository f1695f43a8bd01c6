/**
 * A look at some of a column's cells: how many are figures, dates, telephone numbers, stages of a
 * project.
 */
import { STAGES } from '../../domain/ledgers/stage.ts';
import { readChoice } from '../../domain/read/choice.ts';
import { readDay } from '../../domain/read/day.ts';
import { readFigure } from '../../domain/read/figure.ts';
import { isMark } from '../../domain/read/text.ts';
import type { Evidence } from './mapped.ts';
import type { Region } from './region.ts';
import type { SourceSheet } from './sheet.ts';

const SAMPLE = 120;
const PHONE = /^(?:1\d{10}|0\d{2,3}[-—]?\d{7,8}|\d{7,8})$/;

/** One per column of the region, from at most a hundred-odd rows spread over the table. */
export function evidenceOf(sheet: SourceSheet, region: Region): readonly Evidence[] {
  const step = Math.max(1, Math.floor(region.dataRows.length / SAMPLE));
  const rows = region.dataRows.filter((_, at) => at % step === 0);
  return Array.from({ length: region.right - region.left + 1 }, (_, at) =>
    columnEvidence(sheet, rows, region.left + at),
  );
}

function columnEvidence(sheet: SourceSheet, rows: readonly number[], column: number): Evidence {
  let [filled, numbers, dates, phones, stages] = [0, 0, 0, 0, 0];
  for (const r of rows) {
    const cell = sheet.rows[r]?.[column] ?? null;
    if (cell === null || (typeof cell === 'string' && isMark(cell))) continue;
    filled += 1;
    if (typeof cell === 'number') {
      numbers += 1;
      if (cell >= 1900 && cell < 2200) dates += 1;
      if (PHONE.test(String(cell))) phones += 1;
    } else if (typeof cell === 'string') {
      if (readFigure(cell).kind === 'value') numbers += 1;
      if (/\d|年|月/.test(cell) && readDay(cell, { year: 2000 }).kind === 'value') dates += 1;
      if (PHONE.test(cell.replace(/\s/g, ''))) phones += 1;
      if (cell.length <= 8 && readChoice(cell, STAGES).kind === 'value') stages += 1;
    } else if (typeof cell === 'object' && 'day' in cell) dates += 1;
  }
  return { filled, numbers, dates, phones, stages };
}
