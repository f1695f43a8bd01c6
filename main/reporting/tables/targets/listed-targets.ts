/**
 * Whose targets a table of targets lists: the chosen units', and the office's own, which stand
 * alone where no unit has any.
 */
import type { ParsedTableOptions } from '../../../../preload/contract/tables.ts';
import type { TargetSheet } from '../../../../preload/contract/targets.ts';
import { wholeOfCounty } from '../../../domain/progress/words.ts';
import { OWN_TARGET } from '../shared/sourced.ts';
import { inGroup } from '../shared/year.ts';

export type ListedTargets = TargetSheet['rows'][number];

export function unitsWithTargets(
  sheet: TargetSheet,
  chosen: TargetSheet['indicators'],
  { unit, units }: ParsedTableOptions,
): readonly ListedTargets[] {
  return sheet.rows.filter(
    (row) =>
      (unit === undefined ? inGroup(row.kind, units) : row.name === unit) &&
      chosen.some((one) => row.cells[one.id] !== undefined),
  );
}

/** The office's own targets, as a unit's; null where it has none, or others are asked for. */
export function ownTargets(
  sheet: TargetSheet,
  chosen: TargetSheet['indicators'],
  { unit, units }: ParsedTableOptions,
  county: string,
): ListedTargets | null {
  const name = wholeOfCounty(county);
  const isAsked =
    unit === undefined ? (units ?? 'all') === 'all' : unit === county || unit === name;
  return isAsked && chosen.some((one) => sheet.county[one.id] !== undefined)
    ? { unit: OWN_TARGET, name, kind: 'county', cells: sheet.county }
    : null;
}
