/**
 * Targets told in words in one cell: 确保30力争37, 2—3户, 增长19%: each figure of them with the
 * part it sets.
 */
import { measureOf, type Measure } from '../../domain/exact/measure.ts';
import { compare } from '../../domain/exact/decimal.ts';
import { compactText } from '../../domain/read/text.ts';
import type { FactPart } from '../../domain/targets/fact.ts';

interface SpokenTarget {
  readonly part: 'annual' | 'assured' | 'stretch' | 'growth' | 'growthStretch';
  readonly text: string;
  readonly measure: Measure | null;
}

const FIGURE = String.raw`(\d+(?:\.\d+)?)`;
const WORD = String.raw`([^\d，,、;；。\-—–~～至到]*?)`;
const BETWEEN = String.raw`[，,、;；。]?`;
const BOTH = new RegExp(
  `^(?:确保|保底?|必保|必成)(?:完成|达到|实现)?${FIGURE}${WORD}${BETWEEN}(?:力争|争取|争|冲刺|奋斗)(?:完成|达到|实现)?${FIGURE}${WORD}$`,
);
/** 力争5200，确保5000. */
const STRETCH_FIRST =
  /^((?:力争|争取|冲刺|奋斗)[^，,、;；]+)[，,、;；]((?:确保|保底?|必保|必成).+)$/;
const RANGE = new RegExp(`^${FIGURE}${WORD}[-—–~～至到]+${FIGURE}${WORD}$`);
const GROWTH = new RegExp(
  `^(?:同比|比上年|较上年|年均)?(增长|提高|增加|下降|降低|减少)(?:约|达到|到)?${FIGURE}%?(?:[-—–~～至到]+${FIGURE})?%(?:以上|以内|左右)?$`,
);

/** 20000（增长10%）: a figure and what it grows by. */
const GROWN = new RegExp(`^${FIGURE}${WORD}[(（，,、;；](.+?)[)）]?$`);

/**
 * Null where the cell is a figure like another, or words that say none. `part`: what its column
 * sets; `isRate`: whether what it is of is a share itself.
 */
export function spokenTargets(
  cell: string,
  part: FactPart,
  measure: Measure | null,
  isRate: boolean,
): readonly SpokenTarget[] | null {
  if (part !== 'annual' && part !== 'assured') return null;
  const text = compactText(cell);
  const both = BOTH.exec(text.replace(STRETCH_FIRST, '$2，$1'));
  if (both !== null) return pair(both, measure);
  if (part !== 'annual') return null;
  const range = RANGE.exec(text);
  // 60-50 is no range that rises: somebody must say what it is
  if (range !== null)
    return compare(range[1] ?? '0', range[3] ?? '0') < 0 ? pair(range, measure) : null;
  return (
    amountAndGrowth(text, measure) ??
    (measure?.name === '%' ? risenByPoints(text) : null) ??
    grown(text, isRate)
  );
}

function amountAndGrowth(text: string, measure: Measure | null): readonly SpokenTarget[] | null {
  const [, figure = '', word = '', words = ''] = GROWN.exec(text) ?? [];
  const growth = grown(words, false);
  return growth === null ? null : [{ part: 'annual', text: figure + word, measure }, ...growth];
}

const POINTS =
  /^(?:同比|比上年|较上年)?(提高|提升|增长|上升|增加|下降|降低|减少|回落)(\d+(?:\.\d+)?)(?:个?百分点)?(?:[-—–~～至到]+(\d+(?:\.\d+)?))?个?百分点(?:以上|以内|左右)?$/;

/** 提高1.5-2个百分点 of a share: what it grows by, in points. */
function risenByPoints(text: string): readonly SpokenTarget[] | null {
  const [, way = '', low, high] = POINTS.exec(text) ?? [];
  if (low === undefined) return null;
  const sign = /^[下降减回]/.test(way) ? '-' : '';
  const target = (part: 'growth' | 'growthStretch', figure: string): SpokenTarget => ({
    part,
    text: `${sign}${figure}%`,
    measure: measureOf('%'),
  });
  return [target('growth', low), ...(high === undefined ? [] : [target('growthStretch', high)])];
}

/** 2—3户: the word behind the second figure is that of both. */
function pair(
  [, first = '', ownWord = '', second = '', word = '']: RegExpExecArray,
  measure: Measure | null,
): readonly SpokenTarget[] {
  const shared = ownWord === '' ? word : ownWord;
  return [
    { part: 'assured', text: first + shared, measure },
    { part: 'stretch', text: second + word, measure },
  ];
}

/**
 * 增长19% is growth on the base; of an indicator that is a rate itself, 固定资产投资增速, it is the
 * figure.
 */
function grown(text: string, isRate: boolean): readonly SpokenTarget[] | null {
  const found = GROWTH.exec(text);
  if (found === null) return null;
  const [, way = '', low = '', high] = found;
  const sign = /^[下降减]/.test(way) ? '-' : '';
  const percent = measureOf('%');
  const target = (part: SpokenTarget['part'], figure: string): SpokenTarget => ({
    part,
    text: `${sign}${figure}%`,
    measure: percent,
  });
  if (high === undefined) return [target(isRate ? 'annual' : 'growth', low)];
  return [
    target(isRate ? 'assured' : 'growth', low),
    target(isRate ? 'stretch' : 'growthStretch', high),
  ];
}
