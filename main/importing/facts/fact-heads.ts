/** Reads the heads of figure columns: each word of a path is a unit, a part, a measure or the indicator's name. */
import { measureOf, type Measure } from '../../domain/exact/measure.ts';
import { isKeptNowhere, partOf, splitPart, type PartWord } from '../sheet/fact-words.ts';
import { subjectOf } from '../sheet/titles.ts';
import { measuresIn } from '../sheet/headers.ts';
import { bareWord, unbracketed, withoutMeasure } from '../sheet/words.ts';
import type { LayoutInput } from './fact-columns.ts';
import { ASIDE } from './fact-keys.ts';
import { COUNTY } from './whole-county.ts';

const SUM_HEAD = /^(?:合计|小计|总计|共计|全年合计)$/;

export interface FigureHead {
  readonly unit: string | undefined;
  readonly indicator: string | null;
  readonly parent: string | null;
  readonly word: PartWord | null;
  readonly measure: Measure | null;
  readonly sum: boolean;
  /** its words that are no part, no unit and no measure, outermost first */
  readonly rest: readonly string[];
  /** whether one word held both its indicator and its part */
  readonly isSplit: boolean;
}

/** Every word of a path is a unit, a part or the indicator's name. */
export function readFigureHead(
  { units }: LayoutInput,
  path: readonly string[],
  planned: boolean,
  across: boolean,
): FigureHead | null {
  if (path.length === 0 || ASIDE.test(bareWord(path.at(-1) ?? ''))) return null;
  let unit: string | undefined;
  const parts: PartWord[] = [];
  const rest: string[] = [];
  if (path.some(isKeptNowhere)) return null;
  const inPlan =
    planned ||
    path.some((word) => /计划|目标|任务/.test(word) && partOf(word, false)?.part === 'annual');
  for (const word of path) {
    const plain = withoutMeasure(word);
    const part = partOf(plain, inPlan) ?? partOf(unbracketed(word), inPlan);
    if (part !== null) parts.push(part);
    else if (
      across &&
      unit === undefined &&
      (units.resolve(plain).is === 'known' || COUNTY.test(plain) || /(?:镇|乡|街道)$/.test(plain))
    )
      unit = plain;
    else if (!MEASURE_ONLY.test(plain) && measureOf(plain) === null) rest.push(plain);
  }
  const sum =
    rest.length > 0 && rest.every((word, at) => at < rest.length - 1 || SUM_HEAD.test(word));
  const last = rest.at(-1);
  const split = parts.length === 0 && last !== undefined && !sum ? splitPart(last, inPlan) : null;
  const word = parts.length === 0 ? (split?.word ?? null) : joined(parts);
  const indicator = split?.indicator ?? last ?? null;
  return {
    unit,
    indicator,
    parent: null,
    word,
    measure: measureOfPath(path, rest, inPlan),
    sum,
    rest: split === null ? rest : [...rest.slice(0, -1), split.indicator],
    isSplit: split !== null,
  };
}

/** What the heads of a table say together: none that nobody knows, each with its parents and its owner. */
export const figureHeads = (
  heads: readonly (FigureHead | null)[],
  titles: readonly string[],
): readonly (FigureHead | null)[] =>
  withOwners(withParents(toldApart(withoutStrangers(ofSubject(heads, titles)))));

/** Words that nobody knows where the columns beside say 本月 and 累计 are no indicators: their figures are named as not understood. */
function withoutStrangers(heads: readonly (FigureHead | null)[]): readonly (FigureHead | null)[] {
  const known = heads.filter((head) => head !== null).filter(({ word }) => word !== null);
  const owners = new Set(known.map(({ indicator }) => indicator));
  const [first] = heads.filter((head) => head !== null);
  // 年目标, 本月, 某某目标 under a title that names the indicator
  const isTitled = first !== undefined && first.word !== null && first.indicator === null;
  return heads.map((head) => {
    if (head === null || head.sum) return head;
    const isUnder =
      head.word === null && head.rest.length >= 2 && head.rest.some((one) => owners.has(one));
    const isBeside =
      isTitled &&
      head.isSplit &&
      head.rest.length === 1 &&
      (head.measure === null || head.measure.name === first.measure?.name);
    return isUnder || isBeside ? null : head;
  });
}

/** 产量 under 2023年粮食产量: a head that is the end of the title's subject says no more than that. */
function ofSubject(
  heads: readonly (FigureHead | null)[],
  titles: readonly string[],
): readonly (FigureHead | null)[] {
  const subject = titles.map(subjectOf).find((one) => one !== null) ?? null;
  const alike = heads.filter(
    (head) =>
      head?.indicator != null && subject !== head.indicator && subject?.endsWith(head.indicator),
  );
  return alike.length !== 1
    ? heads
    : heads.map((head) =>
        head !== null && head === alike[0] ? { ...head, indicator: null, rest: [] } : head,
      );
}

/** 企业›应年报数 and 合作社›应年报数 are two: a name that would stand for two columns has its parents before it. */
function toldApart(heads: readonly (FigureHead | null)[]): readonly (FigureHead | null)[] {
  const key = (head: FigureHead): string =>
    JSON.stringify([head.unit, head.indicator, head.word, head.measure?.dimension]);
  const groups = Map.groupBy(
    heads
      .filter((head) => head !== null)
      .filter(({ indicator, sum }) => indicator !== null && !sum),
    key,
  );
  return heads.map((head) => {
    if (head === null || head.indicator === null || head.sum || withinOf(head.indicator) !== null)
      return head;
    const alike = groups.get(key(head)) ?? [];
    const isTwo = new Set(alike.map(({ rest }) => rest.join('›'))).size > 1;
    return isTwo ? { ...head, indicator: head.rest.join('') } : head;
  });
}

/** 隐患整改率（%） is measured in percent; 同比（%） beside 固定资产投资（亿元） says nothing of the amounts. */
function measureOfPath(
  path: readonly string[],
  rest: readonly string[],
  planned: boolean,
): Measure | null {
  const stated = path
    .toReversed()
    .flatMap((word) => measuresIn(word).map((measure) => ({ word, measure })));
  const amount = stated.find(({ measure }) => measure.dimension !== 'share');
  if (amount !== undefined) return amount.measure;
  const named = stated.find(
    ({ word }) => rest.includes(withoutMeasure(word)) && splitPart(word, planned) === null,
  );
  return named?.measure ?? null;
}

const MEASURE_ONLY = /^[%％±]*$/;

/** 2004年目标›确保: the last word says what, the others may say when. */
function joined(parts: readonly PartWord[]): PartWord | null {
  const last = parts.at(-1);
  if (last === undefined) return null;
  const shares = parts.find(
    (one) => one.part === 'completion' || one.part === 'yoy' || one.part === 'rank',
  );
  const span = parts.some((one) => one.part === 'month') ? 'month' : undefined;
  // 年初目标›确保 is what was assured before
  const before = parts.some((one) => one.part === 'wasAssured');
  const own: PartWord = before
    ? { ...last, part: last.part === 'stretch' ? 'wasStretch' : 'wasAssured' }
    : last;
  return {
    ...(shares ?? own),
    ...(span === undefined ? {} : { span }),
    year: parts.findLast((one) => one.year !== null)?.year ?? null,
    month: parts.findLast((one) => one.month !== null)?.month ?? null,
  };
}

/** 其中：外资 is part of the indicator before it. */
function withParents(heads: readonly (FigureHead | null)[]): readonly (FigureHead | null)[] {
  let whole: string | null = null;
  return heads.map((head) => {
    if (head === null || head.indicator === null) return head;
    const within = withinOf(head.indicator);
    if (within === null) whole = head.indicator;
    return within === null ? head : { ...head, indicator: within, parent: whole };
  });
}

/** 财政收入, 同比: what says of no indicator belongs to the one before it, where any is named at all. */
function withOwners(heads: readonly (FigureHead | null)[]): readonly (FigureHead | null)[] {
  let owner: FigureHead | null = null;
  return heads.map((head) => {
    if (head === null || head.sum) return head;
    if (head.indicator !== null) {
      owner = head;
      return head;
    }
    return owner === null || head.unit !== undefined || head.word === null
      ? head
      : { ...head, indicator: owner.indicator, parent: owner.parent };
  });
}

/** 其中：工业 → 工业; null where the words say no such thing. */
export const withinOf = (words: string): string | null =>
  /^其中[:：、,，]?(.+)$/.exec(words)?.[1] ?? null;
