/** The month in one sentence, as on the 进度 screen, made from its figures (domain.md §11). */
import { trim, type Decimal } from './decimal.ts';
import type { Direction } from './indicator.ts';
import type { Counts } from './ranking.ts';

export interface MonthWords {
  /** 1—9月 */
  readonly span: string;
  /** 全区 */
  readonly whole: string;
  readonly indicator: string;
  readonly measure: string;
  readonly direction: Direction;
  readonly cumulative: Decimal | null;
  readonly target: Decimal | null;
  /** percent, two places */
  readonly completion: Decimal | null;
  /** points over (+) or under (−) pace */
  readonly gap: Decimal | null;
  /** what the target is called: 年目标, 力争目标, 上级任务 */
  readonly against: string;
  /** units with a target */
  readonly units: number;
  readonly counts: Counts;
}
/** What a reader fills in by hand: never an invented figure. */
export const BLANK = '（　　）';

/** 1—9月，全区完成合同引资49.23亿元，占年目标66.3亿元的74.25%，欠序时0.75个百分点。12个单位中，完成全年任务2个，过半10个（含完成2个），无实绩0个，欠序时7个。 */
export function monthWords(one: MonthWords): string {
  const figure = (value: Decimal | null): string => (value === null ? BLANK : trim(value)) + one.measure;
  const done = one.direction === 'up' && one.measure !== '%' ? `完成${one.indicator}` : `${one.indicator}为`;
  const share = one.target === null ? '' : `，${one.direction === 'up' ? `占${one.against}` : '占全年控制数'}${figure(one.target)}${one.completion === null ? '' : `的${one.completion}%`}${gapWords(one.gap)}`;
  return `${one.span}，${one.whole}${done}${figure(one.cumulative)}${share}。${unitWords(one)}`;
}

function gapWords(gap: Decimal | null): string {
  if (gap === null) return '';
  if (/^-?0(\.0+)?$/.test(gap)) return '，与序时持平';
  return gap.startsWith('-') ? `，欠序时${gap.slice(1)}个百分点` : `，超序时${gap}个百分点`;
}

function unitWords({ units, counts, direction }: MonthWords): string {
  if (units === 0) return '';
  if (direction === 'down') return `${units}个单位中，超序时${counts.behind}个。`;
  return `${units}个单位中，完成全年任务${counts.finished}个，过半${counts.half}个${counts.finished === 0 ? '' : `（含完成${counts.finished}个）`}，无实绩${counts.nothing}个，欠序时${counts.behind}个。`;
}

/** 全县, 全区, 全市: the county as a sentence calls it. */
export const wholeOf = (county: string): string => `全${/[县区市州旗镇乡]$/.exec(county)?.[0] ?? '县'}`;
