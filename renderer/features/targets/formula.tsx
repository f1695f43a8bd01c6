/**
 * The line over the sheet: which cell, what was given, what was computed, and how else it may be
 * written.
 */
import type { ReactElement } from 'react';
import type { Indicator, TargetCell, TargetSheet } from '../../../preload/contract/targets.ts';
import { shownFigureText } from '../../format/figure.ts';
import type { ChosenTargets } from './chosen.ts';

const PARTS = {
  base: '上年完成',
  assured: '确保',
  stretch: '力争',
  assuredGrowth: '确保',
  stretchGrowth: '力争',
  share: '占比',
} as const;

export function Formula({
  sheet,
  chosen,
}: {
  readonly sheet: TargetSheet;
  readonly chosen: ChosenTargets | null;
}): ReactElement {
  if (chosen === null)
    return (
      <div className="formula">
        <span className="note">请选一格直接填数。也可写“增长55%”或“3000万”，自动换算</span>
      </div>
    );
  const { line, indicator, part } = chosen;
  const cell = line.cells[indicator.id];
  const issue = sheet.issues.find(
    (one) =>
      one.indicator === indicator.id &&
      one.unit === line.unit &&
      (one.part === part || (one.part === null && part === 'assured')),
  );
  return (
    <div className="formula" aria-label="当前格">
      <b>
        {line.name} › {indicator.name} › {PARTS[part]}
      </b>
      <span className="given">{givenText(cell, part)}</span>
      <span className={issue === undefined ? 'note' : 'note neg'}>
        {issue?.message ?? noteOf(indicator, cell, part)}
      </span>
    </div>
  );
}

/** What was typed: a figure, or growth. */
function givenText(cell: TargetCell | undefined, part: ChosenTargets['part']): string {
  if (cell === undefined) return '';
  const of = part === 'assuredGrowth' ? 'assured' : part === 'stretchGrowth' ? 'stretch' : part;
  if (of === 'share') return shownFigureText(cell.share, 1);
  if (of !== 'base' && cell.given[of] === 'growth')
    return `增长${shownFigureText(cell[of === 'assured' ? 'assuredGrowth' : 'stretchGrowth'], 2)}%`;
  return cell[of] ?? '';
}

function noteOf(
  indicator: Indicator,
  cell: TargetCell | undefined,
  part: ChosenTargets['part'],
): string {
  const hint = '也可直接写“增长55%”或“3000万”，自动换算';
  const of = part === 'stretch' || part === 'stretchGrowth' ? 'stretch' : 'assured';
  const value = cell?.[of] ?? null;
  if (cell === undefined || part === 'base' || value === null)
    return `${indicator.measure}。${hint}`;
  const base =
    cell.base === null ? '上年没有数' : `上年${shownFigureText(cell.base, indicator.places)}`;
  const growth = cell[of === 'assured' ? 'assuredGrowth' : 'stretchGrowth'];
  const figure = `${shownFigureText(value, indicator.places)}${indicator.measure}`;
  return cell.given[of] === 'growth'
    ? `${base}，换算为${figure}。${hint}`
    : `${indicator.measure}；${base}${growth === null ? '' : `，增长${shownFigureText(growth, 1)}%`}。${hint}`;
}
