/**
 * The workbench as lines of a sheet: the county's task, Σ of the units, coverage and difference,
 * then the units.
 */
import type { Indicator, TargetCell, TargetSheet } from '../../../preload/contract/targets.ts';
import type { GridRow } from '../../ui/grid/model.ts';

export type LineKind = 'county' | 'sum' | 'coverage' | 'difference' | 'unit';
export interface TargetLine extends GridRow {
  readonly line: LineKind;
  /** null: the county's own row */
  readonly unit: number | null;
  readonly name: string;
  readonly cells: Readonly<Record<number, TargetCell>>;
}

/** lines that stay under the heads */
export const PINNED = 4;
const NO_CELLS = {};

/** `whole`: what the county is called in a total, 全区. */
export function targetLinesOf(sheet: TargetSheet, whole: string): readonly TargetLine[] {
  const top = (id: number, line: LineKind, name: string): TargetLine => ({
    id,
    line,
    unit: null,
    name,
    cells: line === 'county' ? sheet.county : NO_CELLS,
  });
  return [
    top(0, 'county', `${whole}任务`),
    top(-1, 'sum', '各地合计'),
    top(-2, 'coverage', '加压系数'),
    top(-3, 'difference', '差额'),
    ...sheet.rows.map(({ unit, name, cells }): TargetLine => ({
      id: unit,
      line: 'unit',
      unit,
      name,
      cells,
    })),
  ];
}

/** The columns of one indicator, in the order of the form that offices use. */
export const SHOWN_PARTS = [
  'base',
  'assured',
  'stretch',
  'assuredGrowth',
  'stretchGrowth',
  'share',
] as const;
export type ShownPart = (typeof SHOWN_PARTS)[number];

export const targetColumnCode = (part: ShownPart, indicator: number): string =>
  `${part}-${indicator}`;

export function targetPlaceOf(
  code: string,
): { readonly part: ShownPart; readonly indicator: number } | null {
  const [part, indicator] = code.split('-');
  const known = SHOWN_PARTS.find((one) => one === part);
  return known === undefined || indicator === undefined
    ? null
    : { part: known, indicator: Number(indicator) };
}

/** What an edit of a shown column means: a typed growth is growth on the base. */
export function editOf(
  code: string,
  typed: string | null,
): { indicator: number; part: 'base' | 'assured' | 'stretch'; text: string | null } | null {
  const place = targetPlaceOf(code);
  if (place === null || place.part === 'share') return null;
  const { part, indicator } = place;
  if (part === 'base' || part === 'assured' || part === 'stretch')
    return { indicator, part, text: typed };
  const growth = typed === null || /增|降|%|％/.test(typed) ? typed : `增长${typed}%`;
  return { indicator, part: part === 'assuredGrowth' ? 'assured' : 'stretch', text: growth };
}

export const isAddedUp = (indicator: Indicator): boolean => indicator.rollup !== 'none';
