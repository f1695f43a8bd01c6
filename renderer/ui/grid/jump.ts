/**
 * Ctrl+arrow as in Excel: along what is filled to its end, or over what is empty to the next filled
 * cell.
 */
import { placeAt, type Place } from './block.ts';
import type { GridSheet } from './sheet.ts';

interface Walk {
  at: number;
  /** along filled cells; else over empty ones */
  readonly runs: boolean;
}

/** rows that are read for one jump before it goes to the end */
const READ = 5000;

/** null: not read yet */
type Filled = (at: number) => boolean | null;

function filledAt(sheet: GridSheet, { line, column }: Place): boolean | null {
  if (sheet.layout.lineAt(line)?.kind !== 'record') return false;
  const row = sheet.rowAt(line);
  return row === undefined ? null : (sheet.columns[column]?.text(row) ?? '') !== '';
}

/** Goes on until the edge; false where the next cell is not read yet. */
function advance(walk: Walk, step: 1 | -1, last: number, filled: Filled): boolean {
  for (let next = walk.at + step; next >= 0 && next <= last; next += step) {
    const here = filled(next);
    if (here === null) return false;
    if (walk.runs && !here) return true;
    walk.at = next;
    if (!walk.runs && here) return true;
  }
  return true;
}

/** The jump at once where all cells of the way are there; else they are read first. */
export function jump(sheet: GridSheet, key: string, extend: boolean): boolean {
  const isDown = key === 'ArrowDown' || key === 'ArrowUp';
  if (!isDown && key !== 'ArrowLeft' && key !== 'ArrowRight') return false;
  const step = key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1;
  const { selected } = sheet.state();
  const from = extend ? selected.cursor : selected.anchor;
  const lines = sheet.layout.lines - (sheet.isBlank(sheet.layout.lines - 1) ? 1 : 0);
  const last = isDown ? lines - 1 : sheet.columns.length - 1;
  const placeOf = (at: number): Place =>
    isDown ? { line: at, column: from.column } : { line: from.line, column: at };
  const filled: Filled = (at) => filledAt(sheet, placeOf(at));
  const start = isDown ? from.line : from.column;
  const next = start + step;
  const walk = {
    at: start,
    runs: filled(start) === true && next >= 0 && next <= last && filled(next) === true,
  };
  const go = (): void => {
    const place = placeOf(Math.max(walk.at, 0));
    sheet.select(
      extend ? { anchor: selected.anchor, cursor: place } : placeAt(place.line, place.column),
    );
  };
  if (advance(walk, step, last, filled)) go();
  else
    readOn(sheet, walk, { step, last, filled }).then(
      () => {
        if (sheet.state().selected === selected) go();
      },
      (fault: unknown) => sheet.say(String(fault)),
    );
  return true;
}

async function readOn(
  sheet: GridSheet,
  walk: Walk,
  { step, last, filled }: { step: 1 | -1; last: number; filled: Filled },
): Promise<void> {
  const start = walk.at;
  while (!advance(walk, step, last, filled)) {
    const found = sheet.layout.lineAt(walk.at + step);
    if (found?.kind !== 'record' || Math.abs(walk.at - start) > READ) {
      walk.at = step === 1 ? last : 0;
      return;
    }
    const before = walk.at;
    await sheet.pages.rows([found.index]);
    if (sheet.pages.rowAt(found.index) === undefined && walk.at === before) return;
  }
}
