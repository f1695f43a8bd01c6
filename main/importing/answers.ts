/** The wizard's answers, applied to what was read without touching it. */
import { kindOfName } from '../domain/ledgers/unit.ts';
import { columnNumber } from '../domain/sheet-address.ts';
import type { Answer } from '../../preload/contract/imports.ts';
import type { CellValue, Sheet } from './sheet.ts';

/** The sheet with the cells that the user retyped. */
export function withCells(sheet: Sheet, answers: readonly Answer[]): Sheet {
  const typed = answers.filter((answer) => answer.kind === 'cell' && answer.sheet === sheet.name);
  if (typed.length === 0) return sheet;
  const rows: (readonly CellValue[])[] = sheet.rows.slice();
  for (const answer of typed) {
    if (answer.kind !== 'cell' || answer.row < 1 || answer.row > rows.length) continue;
    const row = (rows[answer.row - 1] ?? []).slice();
    const column = columnNumber(answer.column);
    while (row.length <= column) row.push(null);
    row[column] = answer.text.trim() === '' ? null : answer.text;
    rows[answer.row - 1] = row;
  }
  return { ...sheet, rows };
}

/** What is worth remembering for the next file of the same shape: what columns and names mean, not what single cells hold. */
export function lasting(answers: readonly Answer[]): readonly Answer[] {
  return answers.filter((answer) => answer.kind === 'field' || answer.kind === 'measure' || (answer.kind === 'unit' && answer.as.is === 'known'));
}

/** The answer that makes an unknown name a unit of the kind that the name itself tells. */
export function asNewUnit(name: string): Answer {
  const kind = kindOfName(name);
  return { kind: 'unit', name, as: { is: 'new', unitKind: kind === 'county' ? 'department' : kind } };
}
