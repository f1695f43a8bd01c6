/**
 * In what the figures under a head are measured, where its words say one measure of amounts and one
 * of shares.
 */
import type { Measure } from '../../domain/exact/measure.ts';
import { partOf, splitPart } from '../sheet/fact-words.ts';
import { measuresIn } from '../sheet/headers.ts';
import { withoutMeasure } from '../sheet/words.ts';

/** 隐患整改率（%） is measured in percent; 同比（%） beside 固定资产投资（亿元） says nothing of the amounts. */
export function measureOfPath(
  path: readonly string[],
  rest: readonly string[],
  planned: boolean,
): Measure | null {
  const stated = path
    .toReversed()
    .flatMap((word) => measuresIn(word).map((measure) => ({ word, measure })));
  const amount = stated.find(({ measure }) => measure.dimension !== 'share');
  if (amount !== undefined) return amount.measure;
  const named = stated.find(({ word }) => saysOfAmounts(withoutMeasure(word), rest, planned));
  return named?.measure ?? null;
}

/**
 * 办结率（%）, 办结率累计（%）, 年任务数（%）; not 同比（%） or 完成率（%）, which are in percent
 * whatever the amounts are in.
 */
function saysOfAmounts(word: string, rest: readonly string[], planned: boolean): boolean {
  // a row of measures under the names: 办结率 over （%）
  if (word === '') return true;
  const part = (partOf(word, planned) ?? splitPart(word, planned)?.word)?.part;
  return part === undefined ? rest.includes(word) : AMOUNTS.has(part);
}

const AMOUNTS: ReadonlySet<string> = new Set([
  'annual',
  'assured',
  'stretch',
  'base',
  'month',
  'cumulative',
  'lastYear',
]);
