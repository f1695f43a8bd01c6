/**
 * What each column of a table of figures is, in words, and which of its figures nobody understands.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import { measureOf } from '../../domain/exact/measure.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import { kindOfCell } from '../sheet/cell-kinds.ts';
import { isKeptNowhere, partOf } from '../sheet/fact-words.ts';
import { placedIssue } from '../sheet/issue.ts';
import type { Evidence, MappedColumn } from '../sheet/mapped.ts';
import type { Region } from '../sheet/region.ts';
import type { SourceSheet } from '../sheet/sheet.ts';
import { bareWord, withoutMeasure } from '../sheet/words.ts';
import type { FactColumn, FactLayout } from './fact-columns.ts';
import { isCounterHead } from './fact-keys.ts';
import { isShareOfTarget } from './fact-values.ts';

export function describedFigures(
  column: MappedColumn,
  head: FactColumn | undefined,
  layout: FactLayout,
  told: ReadonlyMap<string, string | null>,
  subject: string | null,
): MappedColumn {
  if (head === undefined) {
    const role = roleOf(column.index, layout);
    return {
      ...column,
      field: null,
      month: null,
      confidence: role === 'other' ? 0 : 1,
      reason: ROLES[role],
      use: role === 'total' ? 'check' : 'ignore',
      role,
    };
  }
  const measure = isShareOfTarget(head.word.part)
    ? measureOf('%')
    : (head.measure ?? column.measure);
  const words = [head.unit, head.parent, head.indicator, PARTS[head.word.part]].filter(
    (word) => word !== undefined && word !== null,
  );
  return {
    ...column,
    field: null,
    month: null,
    measure: told.size === 0 && head.measure === null ? null : measure,
    confidence: 1,
    reason: words.join('·'),
    use: 'extra',
    role: 'figure',
    indicator: layout.indicatorColumn === null ? (head.indicator ?? subject) : null,
    part: head.word.part,
  };
}

const ROLES = {
  unit: '单位',
  indicator: '指标',
  measure: '计量单位',
  total: '合计，只作核对',
  other: '不是指标，不导入',
} as const;

const roleOf = (index: number, layout: FactLayout): keyof typeof ROLES =>
  index === layout.unitColumn
    ? 'unit'
    : index === layout.indicatorColumn
      ? 'indicator'
      : index === layout.measureColumn
        ? 'measure'
        : layout.sums.has(index)
          ? 'total'
          : 'other';

/**
 * A growth or a share in a total row cannot be added up from the units': it is named, as it is not
 * kept.
 */
export const totalShares = (
  sheet: SourceSheet,
  region: Region,
  layout: FactLayout,
): readonly Issue[] =>
  region.totalRows.flatMap(({ row, label }) =>
    layout.columns.flatMap(({ index, word }): Issue[] => {
      const cell = sheet.rows[row]?.[index] ?? null;
      return !isShareOfTarget(word.part) || kindOfCell(cell) !== 'figure'
        ? []
        : [
            placedIssue(
              row,
              index,
              'warning',
              'total.share',
              `“${label}”的${PARTS[word.part]}没有导入：全县的由各单位的数算出。`,
            ),
          ];
    }),
  );

/** 财政收入, 其中：税收, 同比: whose growth it is, is told where it was taken for the whole's. */
export const lentIssues = (
  layout: FactLayout,
  columns: readonly MappedColumn[],
): readonly Issue[] =>
  layout.columns.flatMap(({ index, indicator, word, isLent }): Issue[] =>
    isLent !== true
      ? []
      : [
          placedIssue(
            -1,
            index,
            'warning',
            'column.owner',
            `“${columns.find((one) => one.index === index)?.path.join('›') ?? ''}”按${indicator ?? '总数'}的${PARTS[word.part]}记，不是其中项的。`,
          ),
        ],
  );

/** Columns of figures that nobody understands are named: their figures are not in. */
export function unreadFigures(
  columns: readonly MappedColumn[],
  evidence: readonly Evidence[],
  { timeColumn, yearColumn }: FactLayout,
): readonly Issue[] {
  return columns.flatMap(({ index, path, role }, at): Issue[] => {
    // 202409 says when the row is of
    if (index === timeColumn || index === yearColumn) return [];
    const numbers = evidence[at]?.numbers ?? 0;
    const isOther =
      role === 'other' &&
      (numbers > 0 ||
        // 上升0.3个百分点 under 比上月
        ((evidence[at]?.filled ?? 0) > 0 && path.some((word) => isKeptNowhere(word, false))));
    if (!isOther || isCounterHead(bareWord(path.at(-1) ?? ''))) return [];
    // 参考 stands in our own forms beside what is to be filled in
    const level = /参考/.test(path.join('')) ? 'info' : 'warning';
    return [placedIssue(-1, index, level, 'column.unread', whyUnread(path, index))];
  });
}

/**
 * The month's own growth, and what a head calls a figure to look at, are understood and not kept.
 */
function whyUnread(path: readonly string[], index: number): string {
  const head = path.join('›');
  const leaf = path.at(-1) ?? '';
  if (path.some((word) => isKeptNowhere(word, false)))
    return `“${head}”不是目标，也不是当年的月度数，没有导入。`;
  const part = partOf(withoutMeasure(leaf), false)?.part;
  if (part === 'yoy' || part === 'growth' || part === 'lastYear')
    return `“${head}”不另记，只看全年的，没有导入。`;
  if (/参考/.test(head)) return `“${head}”只供参考，没有导入。`;
  const what = head === '' ? `${columnName(index)}列没有表头` : `“${head}”看不出是什么数`;
  return `${what}，里面的数没有导入。请把表头写明白。`;
}

const PARTS = {
  base: '上年实际',
  assured: '确保',
  stretch: '力争',
  annual: '年目标',
  plan: '分期计划',
  month: '本月',
  cumulative: '累计',
  lastYear: '上年同期',
  yoy: '同比',
  completion: '完成率',
  rank: '位次',
  growth: '增幅',
  growthStretch: '力争增幅',
  upper: '上级任务',
  wasAssured: '原目标，只作核对',
  wasStretch: '原力争目标，只作核对',
} as const;
