/** Figures that stand in one cell over the rows of several units: nobody can say whose they are. */
import { kindOfCell } from '../sheet/cell-kinds.ts';
import { placedIssue } from '../sheet/issue.ts';
import { cellKey } from '../sheet/sheet.ts';
import type { Issue } from '../../../preload/contract/imports.ts';
import type { FactsInput, SaidOfRow } from './fact-scene.ts';

/**
 * The cells (by `cellKey`) whose figure is merged over rows of more than one unit, each with its
 * question.
 */
export function sharedFigures(
  { sheet, layout }: FactsInput,
  saidOf: ReadonlyMap<number, SaidOfRow | null>,
): ReadonlyMap<number, Issue> {
  const columns = new Set(layout.columns.map(({ index }) => index));
  const found = new Map<number, Issue>();
  for (const { top, bottom, left } of sheet.merges) {
    if (bottom === top || !columns.has(left)) continue;
    const units = new Set<string>();
    for (let row = top; row <= bottom; row += 1) {
      const unit = saidOf.get(row)?.unit;
      if (unit != null) units.add(unit);
    }
    if (units.size < 2 || kindOfCell(sheet.rows[top]?.[left]) !== 'figure') continue;
    found.set(
      cellKey(top, left),
      placedIssue(
        top,
        left,
        'error',
        'value.unreadable',
        `一个数并在${[...units].join('、')}${units.size}行上，不知各是多少。请拆开单元格分别填写，或留空。`,
      ),
    );
  }
  return found;
}
