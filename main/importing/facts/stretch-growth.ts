/**
 * 确保, 增长%, 力争, 增长%: of two growths each right behind its target, the second is the stretch
 * target's.
 */
import type { FactColumn, FactLayout } from './fact-columns.ts';

export function withStretchGrowth(layout: FactLayout): FactLayout {
  const isBehind = (column: FactColumn, part: 'assured' | 'stretch'): boolean =>
    column.word.part === 'growth' &&
    layout.columns.some(
      (one) =>
        one.index === column.index - 1 &&
        one.word.part === part &&
        one.unit === column.unit &&
        one.indicator === column.indicator,
    );
  const columns = layout.columns.map((column) =>
    isBehind(column, 'stretch') &&
    layout.columns.some(
      (one) =>
        isBehind(one, 'assured') && one.unit === column.unit && one.indicator === column.indicator,
    )
      ? { ...column, word: { ...column.word, part: 'growthStretch' as const } }
      : column,
  );
  return { ...layout, columns };
}
