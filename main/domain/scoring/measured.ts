/**
 * Rules over a completion: 完成率, 分档, 超欠加减, 对平均数, 按名次 (domain.md §7). Pure; every
 * result says why.
 */
import { compare, multiply, subtract, sum, type Decimal } from '../exact/decimal.ts';
import {
  compareFractions,
  dividedBy,
  fraction,
  least,
  minus,
  most,
  plus,
  rounded,
  times,
  whole,
  wholeTimes,
  ZERO,
  type Fraction,
} from '../exact/fraction.ts';
import {
  scoreCompletionOf,
  percentText,
  shownPoints,
  signedPoints,
  type Reading,
  type Result,
} from './reading.ts';
import type { ScoreRule } from './scheme.ts';

export type RuleOf<K extends ScoreRule['kind']> = Extract<ScoreRule, { readonly kind: K }>;

export const measuredResult = (points: Fraction | null, reason: string): Result => ({
  points,
  reason,
  lines: [],
  vetoed: false,
});
const percent = (value: Decimal): Fraction => dividedBy(whole(value), '100');

export function completionRule(
  rule: RuleOf<'completion'>,
  points: Decimal,
  readings: readonly Reading[],
): Result {
  let total = ZERO;
  const words: string[] = [];
  for (const [at, part] of rule.parts.entries()) {
    const reading = readings[at];
    const done = reading === undefined ? { why: '没有完成数' } : scoreCompletionOf(reading);
    if ('why' in done)
      return measuredResult(null, rule.parts.length === 1 ? done.why : `${part.label}${done.why}`);
    total = plus(total, dividedBy(times(done.ratio, part.weight), '100'));
    words.push(
      rule.parts.length === 1 ? done.words : `${done.words} × ${shownPoints(part.weight)}%`,
    );
  }
  const text = `${shownPoints(points)} × ${percentText(total)}（${words.join(' ＋ ')}）`;
  if (compareFractions(total, ZERO) < 0) return measuredResult(ZERO, `${text}，为负不得分`);
  if (rule.floor !== null && compareFractions(total, percent(rule.floor)) < 0)
    return measuredResult(ZERO, `${text}，低于下限${shownPoints(rule.floor)}%，不得分`);
  const capped = rule.cap !== null && compareFractions(total, percent(rule.cap)) > 0;
  const counted = rule.cap === null ? total : least(total, percent(rule.cap));
  return measuredResult(
    times(counted, points),
    capped ? `${text}，封顶${shownPoints(rule.cap ?? '0')}%` : text,
  );
}

export function stepsRule(rule: RuleOf<'steps'>, points: Decimal, reading: Reading): Result {
  const done = scoreCompletionOf(reading);
  if ('why' in done) return measuredResult(null, done.why);
  const step = [...rule.steps]
    .sort((a, b) => compare(b.from, a.from))
    .find((one) => compareFractions(done.ratio, percent(one.from)) >= 0);
  const text = `完成${percentText(done.ratio)}（${done.words}）`;
  if (step === undefined) return measuredResult(ZERO, `${text}，没到最低一档，不得分`);
  return measuredResult(
    times(percent(step.percent), points),
    `${text} → 达${shownPoints(step.from)}%档，得${shownPoints(points)}的${shownPoints(step.percent)}%`,
  );
}

export function overRule(rule: RuleOf<'over'>, points: Decimal, reading: Reading): Result {
  const done = scoreCompletionOf(reading);
  if ('why' in done) return measuredResult(null, done.why);
  const text = `完成${percentText(done.ratio)}（${done.words}）`;
  const beyond = minus(done.ratio, whole('1'));
  if (compareFractions(beyond, ZERO) >= 0) {
    const steps = wholeTimes(dividedBy(times(beyond, '100'), rule.every));
    const more = multiply(steps, rule.add);
    return measuredResult(
      plus(whole(points), whole(more)),
      compare(steps, '0') === 0
        ? `${text}，得基本分${shownPoints(points)}`
        : `${text}，基本分${shownPoints(points)}，超${shownPoints(multiply(steps, rule.every))}% ${signedPoints(more)}`,
    );
  }
  if (rule.under.by === 'share')
    return measuredResult(
      most(times(done.ratio, points), ZERO),
      `${text}，${shownPoints(points)} × ${percentText(most(done.ratio, ZERO))}`,
    );
  const steps = wholeTimes(dividedBy(times(beyond, '-100'), rule.under.every));
  const less = multiply(steps, rule.under.take);
  return measuredResult(
    whole(subtract(points, less)),
    `${text}，基本分${shownPoints(points)}，欠${shownPoints(multiply(steps, rule.under.every))}% ${signedPoints(subtract('0', less))}`,
  );
}

/**
 * The figure that units are held against each other by: completion, or the figure itself where it
 * has no target.
 */
function comparableFigure(
  reading: Reading,
): { readonly ratio: Fraction; readonly words: string } | { readonly why: string } {
  if (!reading.bare) return scoreCompletionOf(reading);
  return reading.value === null
    ? { why: '没有完成数' }
    : { ratio: whole(reading.value), words: shownPoints(reading.value) + reading.measure };
}

/**
 * How the whole group stands in one item, worked out once for all its members; who has no figure
 * counts in no average.
 */
export interface GroupStanding {
  /** null: nobody has a figure */
  readonly mean: Fraction | null;
  /** best first, by the figure itself */
  readonly ratios: readonly Fraction[];
}
export function standingOf(peers: readonly Reading[]): GroupStanding {
  const known = peers.map(comparableFigure).flatMap((one) => ('why' in one ? [] : [one.ratio]));
  const mean = known.length === 0 ? null : dividedBy(totalOf(known), String(known.length));
  return { mean, ratios: known.toSorted((a, b) => compareFractions(b, a)) };
}
/** Fractions of one denominator are added first, so that the sum's own does not grow with each. */
function totalOf(parts: readonly Fraction[]): Fraction {
  const alike = Map.groupBy(parts, (part) => part.under);
  return [...alike]
    .map(([under, own]): Fraction => ({ over: sum(own.map((part) => part.over)), under }))
    .reduce(plus, ZERO);
}

export function averageRule(
  rule: RuleOf<'average'>,
  points: Decimal,
  own: Reading,
  { mean }: GroupStanding,
): Result {
  const mine = comparableFigure(own);
  if ('why' in mine) return measuredResult(null, mine.why);
  if (mean === null || compareFractions(mean, ZERO) <= 0)
    return measuredResult(null, '本组平均数不大于0，不能比较');
  // percent above (+) or below (−) the mean
  const away = times(divideFractions(minus(mine.ratio, mean), mean), '100');
  const text = `${own.bare ? mine.words : `${percentText(mine.ratio)}（${mine.words}）`}，本组平均${own.bare ? shownPoints(roundedText(mean)) : percentText(mean)}`;
  const change =
    compareFractions(away, ZERO) >= 0 ? inBands(rule, away) : least(times(away, rule.under), ZERO);
  return measuredResult(
    plus(whole(points), change),
    `${text}，${compareFractions(away, ZERO) >= 0 ? '高' : '低'}${shownPoints(roundedText(away).replace('-', ''))}%，基本分${shownPoints(points)} ${signedPoints(roundedText(change))}`,
  );
}
const divideFractions = (a: Fraction, b: Fraction): Fraction =>
  fraction(multiply(a.over, b.under), multiply(a.under, b.over)) ?? ZERO;
const roundedText = (value: Fraction): Decimal => rounded(value, 2);

function inBands(rule: RuleOf<'average'>, away: Fraction): Fraction {
  let [total, from] = [ZERO, ZERO];
  for (const band of rule.bands) {
    const end = band.to === null ? away : least(away, whole(band.to));
    if (compareFractions(end, from) > 0) total = plus(total, times(minus(end, from), band.each));
    from = band.to === null ? away : whole(band.to);
  }
  return total;
}

/** Equal figures share a place (1, 2, 2, 4); less is better for a `down` figure by itself. */
export function placesRule(
  rule: RuleOf<'places'>,
  own: Reading,
  { ratios }: GroupStanding,
): Result {
  const mine = comparableFigure(own);
  if ('why' in mine) return measuredResult(null, mine.why);
  const better =
    own.bare && own.down
      ? ratios.length - until(ratios, (one) => compareFractions(one, mine.ratio) >= 0)
      : until(ratios, (one) => compareFractions(one, mine.ratio) > 0);
  const place = better + 1;
  const step = [...rule.places].sort((a, b) => a.to - b.to).find((one) => place <= one.to);
  const text = `${own.bare ? mine.words : `${percentText(mine.ratio)}（${mine.words}）`}，本组第${place}名`;
  return step === undefined
    ? measuredResult(ZERO, `${text}，不得分`)
    : measuredResult(whole(step.points), `${text} → 前${step.to}名得${shownPoints(step.points)}`);
}

/** How many of the first fit, by halving: those that fit stand before those that do not. */
function until(list: readonly Fraction[], fits: (one: Fraction) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && fits(one)) low = middle + 1;
    else high = middle;
  }
  return low;
}
