/** The cell that the formula line and the side panel speak of. */
import type { Indicator, TargetSheet } from '../../../preload/contract/targets.ts';
import type { GridColumn, GridRow } from '../../ui/grid/model.ts';
import { targetLinesOf, targetPlaceOf, type ShownPart, type TargetLine } from './rows.ts';

export interface ChosenTargets {
  readonly line: TargetLine;
  readonly indicator: Indicator;
  readonly part: ShownPart;
}

export interface CellAt {
  readonly id: number;
  readonly code: string;
}

export const cellAt = (row: GridRow, column: GridColumn): CellAt => ({
  id: row.id,
  code: column.code,
});

/** Read from the newest sheet, so that it is never older than the cells. */
export function chosenIn(
  sheet: TargetSheet,
  at: CellAt | null,
  whole: string,
): ChosenTargets | null {
  if (at === null) return null;
  const place =
    targetPlaceOf(at.code) ??
    (sheet.indicators[0] === undefined
      ? null
      : { part: 'assured' as const, indicator: sheet.indicators[0].id });
  const line = targetLinesOf(sheet, whole).find((one) => one.id === at.id);
  const indicator = sheet.indicators.find((one) => one.id === place?.indicator);
  if (
    line === undefined ||
    indicator === undefined ||
    place === null ||
    (line.line !== 'unit' && line.line !== 'county')
  )
    return null;
  return { line, indicator, part: place.part };
}
