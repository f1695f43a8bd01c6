/**
 * The columns of the workbench: for every indicator last year, 确保, 力争, both growths and the
 * share.
 */
import { compare, round } from '../../../main/domain/exact/decimal.ts';
import type { Indicator, TargetSheet } from '../../../preload/contract/targets.ts';
import { shownFigureText, orDash, withCommas } from '../../format/figure.ts';
import type { GridColumn, GridRow } from '../../ui/grid/model.ts';
import {
  targetColumnCode,
  isAddedUp,
  SHOWN_PARTS,
  type ShownPart,
  type TargetLine,
} from './rows.ts';

const HEADS: Readonly<Record<ShownPart, string>> = {
  base: '上年完成',
  assured: '确保',
  stretch: '力争',
  assuredGrowth: '确保增%',
  stretchGrowth: '力争增%',
  share: '占比%',
};
const WIDTHS: Readonly<Record<ShownPart, number>> = {
  base: 84,
  assured: 84,
  stretch: 84,
  assuredGrowth: 76,
  stretchGrowth: 76,
  share: 66,
};
/** growth and share are read with one place; the sheet's own figures are exact */
const PERCENT_PLACES = 1;
const LINE_TINT = {
  county: 'task',
  sum: 'sum',
  coverage: 'cover',
  difference: 'cover',
  unit: '',
} as const;

export function targetColumnsOf(sheet: TargetSheet, canEdit: boolean): readonly GridColumn[] {
  const name: GridColumn = {
    code: 'name',
    path: ['单位'],
    width: 112,
    align: 'left',
    frozen: true,
    editable: false,
    text: (row) => lineOf(row).name,
    editText: (row) => lineOf(row).name,
    figure: () => null,
    tint: (row) => LINE_TINT[lineOf(row).line],
  };
  return [
    name,
    ...sheet.indicators.flatMap((indicator) =>
      SHOWN_PARTS.map((part) => columnOf(sheet, indicator, part, canEdit)),
    ),
  ];
}

const lineOf = (row: GridRow): TargetLine => row as TargetLine;

function columnOf(
  sheet: TargetSheet,
  indicator: Indicator,
  part: ShownPart,
  canEdit: boolean,
): GridColumn {
  const percent = part !== 'base' && part !== 'assured' && part !== 'stretch';
  return {
    code: targetColumnCode(part, indicator.id),
    path: [`${indicator.name}（${indicator.measure}）`, HEADS[part]],
    width: WIDTHS[part],
    align: 'right',
    frozen: false,
    editable: canEdit && part !== 'share',
    measure: percent ? '%' : indicator.measure,
    locked: (row) => lineOf(row).line !== 'unit' && lineOf(row).line !== 'county',
    text: (row) => textOf(sheet, indicator, part, lineOf(row)),
    editText: (row) => editTextOf(indicator, part, lineOf(row)),
    figure: (row) => lineOf(row).cells[indicator.id]?.[part] ?? null,
    tint: (row) => tintOf(sheet, indicator, part, lineOf(row), percent),
  };
}

function textOf(
  sheet: TargetSheet,
  indicator: Indicator,
  part: ShownPart,
  line: TargetLine,
): string {
  if (line.line !== 'unit' && line.line !== 'county') return topText(sheet, indicator, part, line);
  if (part === 'assured' && isUnassigned(sheet, indicator, line)) return '未下达';
  const cell = line.cells[indicator.id];
  if (part === 'share')
    return line.line === 'county' ? '' : shownFigureText(cell?.share ?? null, PERCENT_PLACES);
  const value = cell?.[part] ?? null;
  if (part === 'assuredGrowth' || part === 'stretchGrowth')
    return (cell?.[part === 'assuredGrowth' ? 'assured' : 'stretch'] ?? null) === null
      ? ''
      : orDash(value, PERCENT_PLACES);
  return shownFigureText(value, indicator.places);
}

/** Σ, coverage and difference. */
function topText(
  sheet: TargetSheet,
  indicator: Indicator,
  part: ShownPart,
  { line }: TargetLine,
): string {
  const sums = sheet.sums[indicator.id];
  if (sums === undefined || (part !== 'base' && part !== 'assured' && part !== 'stretch'))
    return '';
  if (!isAddedUp(indicator)) return line === 'sum' && part !== 'base' ? '不汇总' : '';
  if (line === 'sum')
    return shownFigureText(part === 'base' ? sums.base : sums[part].sum, indicator.places);
  if (part === 'base') return '';
  if (line === 'coverage')
    return sums[part].coverage === null ? '' : `${round(sums[part].coverage, 1)}%`;
  const { difference } = sums[part];
  if (difference === null) return '';
  const size = withCommas(round(difference.replace('-', ''), indicator.places));
  return difference.startsWith('-') ? `■ 差 ${size}` : `余 ${size}`;
}

function editTextOf(indicator: Indicator, part: ShownPart, line: TargetLine): string {
  const cell = line.cells[indicator.id];
  return cell?.[part] ?? '';
}

const isUnassigned = (sheet: TargetSheet, indicator: Indicator, line: TargetLine): boolean =>
  line.line === 'unit' &&
  (line.cells[indicator.id]?.assured ?? null) === null &&
  sheet.issues.some(
    (issue) =>
      issue.code === 'unassigned' && issue.indicator === indicator.id && issue.unit === line.unit,
  );

function tintOf(
  sheet: TargetSheet,
  indicator: Indicator,
  part: ShownPart,
  line: TargetLine,
  percent: boolean,
): string {
  const base = LINE_TINT[line.line];
  if (line.line === 'coverage' || line.line === 'difference') {
    const sums =
      part === 'assured' || part === 'stretch' ? sheet.sums[indicator.id]?.[part] : undefined;
    if (sums === undefined || sums.difference === null) return base;
    return `${base} ${compare(sums.difference, '0') < 0 ? 'bad' : 'good'}`;
  }
  if (line.line === 'sum') return base;
  if (part === 'assured' && isUnassigned(sheet, indicator, line)) return 'miss';
  const asked = sheet.issues.some(
    (issue) =>
      issue.indicator === indicator.id &&
      issue.unit === line.unit &&
      issue.part === part &&
      issue.code !== 'coverage',
  );
  return `${base}${percent ? ' computed' : ''}${asked ? ' marked' : ''}`;
}
