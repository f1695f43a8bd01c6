/**
 * Rules of the year's targets (domain.md §4): growth and value, 确保 and 力争, coverage (加压系数),
 * 其中; and the sentences that name what does not fit.
 */
import {
  add,
  compare,
  divide,
  multiply,
  placesOf,
  round,
  subtract,
  sum,
  trim,
  type Decimal,
} from '../exact/decimal.ts';
import { isShare } from '../exact/measure.ts';
import { FIGURE_SCALE, type Direction } from './indicator.ts';

/** A year's targets as they stood: the first, and each adjustment after it. */
export interface TargetVersion {
  readonly id: number;
  readonly year: number;
  readonly number: number;
  readonly name: string;
  /** null: a draft; only the newest version may be one */
  readonly issuedOn: string | null;
  readonly document: string | null;
  readonly reason: string | null;
}

/**
 * (value − base) ÷ base in percent, of a share in percentage points: 45% after 43% is 2. Null
 * without a base above zero, from which no percentage tells anything.
 */
export function growthOf(
  base: Decimal | null,
  value: Decimal | null,
  measure: string,
  places = 2,
): Decimal | null {
  if (base === null || value === null) return null;
  if (isShare(measure)) return round(subtract(value, base), places);
  if (compare(base, '0') <= 0) return null;
  return divide(multiply(subtract(value, base), '100'), base, places);
}

/**
 * base × (1 + growth ÷ 100), rounded half away from zero; of a share base + points. Null without a
 * base above zero.
 */
export function valueOfGrowth(
  base: Decimal | null,
  growth: Decimal | null,
  { places, measure }: Shown,
): Decimal | null {
  if (base === null || growth === null) return null;
  if (isShare(measure)) return trim(add(base, growth));
  if (compare(base, '0') <= 0) return null;
  return trim(divide(multiply(base, add('100', growth)), '100', places) ?? '0');
}

/**
 * Whether a stated growth is the value's, as exactly as it is stated: 13.3 fits 13.33…, 15 does
 * not.
 */
export function growthFits(
  base: Decimal,
  value: Decimal,
  growth: Decimal,
  measure: string,
): boolean {
  const real = growthOf(base, value, measure, FIGURE_SCALE);
  return real === null || compare(round(real, placesOf(growth)), growth) === 0;
}

/** 力争 goes at least as far as 确保: not less for `up`, not more for `down` (accidents, energy). */
export const stretchFits = (direction: Direction, assured: Decimal, stretch: Decimal): boolean =>
  compare(stretch, assured) * (direction === 'up' ? 1 : -1) >= 0;

export interface Covered {
  readonly sum: Decimal;
  /** 加压系数: Σ children ÷ parent in percent, one place; null where the parent's is zero */
  readonly coverage: Decimal | null;
  /** Σ children − parent */
  readonly difference: Decimal;
  /**
   * whether the children do what the parent has to: at least as much for `up`, no more for `down`
   */
  readonly covers: boolean;
}
/** null where no child has a figure */
export function targetCoverageOf(
  direction: Direction,
  parent: Decimal | null,
  children: readonly Decimal[],
): (Covered & { readonly parent: Decimal }) | null {
  if (parent === null || children.length === 0) return null;
  const total = sum(children);
  const difference = subtract(total, parent);
  return {
    parent,
    sum: total,
    coverage: divide(multiply(total, '100'), parent, 1),
    difference,
    covers: compare(difference, '0') * (direction === 'up' ? 1 : -1) >= 0,
  };
}

export type PartName = 'base' | 'assured' | 'stretch' | 'upper';
export const PART_LABELS: Readonly<Record<PartName, string>> = {
  base: '上年实际',
  assured: '确保',
  stretch: '力争',
  upper: '上级任务',
};

/** How a figure stands in a sentence: its places and its measure. */
export interface Shown {
  readonly places: number;
  readonly measure: string;
}
/**
 * With the indicator's places, and more where the figure has more: nothing is hidden by rounding.
 */
const shownFigure = (value: Decimal, shown: Shown): Decimal =>
  round(value, Math.max(shown.places, placesOf(value)));
const said = (value: Decimal, shown: Shown): string => shownFigure(value, shown) + shown.measure;
const absolute = (value: Decimal): Decimal => value.replace(/^-/, '');

/** 各地确保数合计335.0亿元，低于全市任务340.0亿元，还差5.0亿元。 */
export function coverageSentence(
  covered: Covered & { readonly parent: Decimal },
  part: 'assured' | 'stretch',
  county: string,
  shown: Shown,
): string {
  const low = compare(covered.difference, '0') < 0;
  const rest = said(absolute(covered.difference), shown);
  return `各单位${PART_LABELS[part]}数合计${said(covered.sum, shown)}，${low ? '低于' : '高于'}${county}任务${said(covered.parent, shown)}，${low ? '还差' : '多出'}${rest}。`;
}

/** 力争50亿元小于确保60亿元。请改其中一个。 */
export function stretchSentence(
  direction: Direction,
  assured: Decimal,
  stretch: Decimal,
  measure: string,
): string {
  return `力争${trim(stretch)}${measure}${direction === 'up' ? '小于' : '大于'}确保${trim(assured)}${measure}。请改其中一个。`;
}

/** 上年1500、目标1700是增长13.3%，不是15%（应为1725）。以哪个为准？ */
export function growthSentence(
  base: Decimal,
  value: Decimal,
  growth: Decimal,
  shown: Shown,
): string {
  const { measure } = shown;
  const real = growthOf(base, value, measure, 1) ?? '';
  const should = valueOfGrowth(base, growth, shown) ?? '';
  return `上年${trim(base)}、目标${trim(value)}是${changeWords(real, measure)}，不是${changeWords(growth, measure).replace(/^(?:增长|上升)/, '')}（应为${trim(should)}）。以哪个为准？`;
}

/** 增长13.3%, 下降2%, 持平; of a share 上升1.5个百分点. */
export function changeWords(growth: Decimal, measure: string): string {
  const sign = compare(growth, '0');
  if (sign === 0) return '持平';
  if (isShare(measure)) return `${sign > 0 ? '上升' : '下降'}${absolute(growth)}个百分点`;
  return `${sign > 0 ? '增长' : '下降'}${absolute(growth)}%`;
}

/** 其中“省际到位资金”30亿元大于“到位资金”28亿元。请改其中一个。 */
export function ofWhichSentence(
  part: PartName,
  child: { readonly name: string; readonly value: Decimal },
  whole: { readonly name: string; readonly value: Decimal },
  measure: string,
): string {
  return `${PART_LABELS[part]}：其中“${child.name}”${trim(child.value)}${measure}大于“${whole.name}”${trim(whole.value)}${measure}。请改其中一个。`;
}
