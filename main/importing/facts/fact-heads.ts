/** Reads the heads of figure columns: a word is a unit, a part, a measure or a name. */
import { measureOf, type Measure } from '../../domain/exact/measure.ts';
import { isKeptNowhere, partOf, splitPart } from '../sheet/fact-words.ts';
import type { PartWord } from '../sheet/part-word.ts';
import { subjectOf, subjectTitles } from '../sheet/titles.ts';
import { measuresIn } from '../sheet/headers.ts';
import { bareWord, unbracketed, withoutMeasure } from '../sheet/words.ts';
import type { LayoutInput } from './fact-columns.ts';
import { ASIDE, isCounterHead } from './fact-keys.ts';
import { measureOfPath } from './head-measure.ts';
import { joinedPart } from './joined-parts.ts';
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
  /** whether its indicator's name says what is counted and not of what */
  readonly isBare?: true;
  /** 其中：外资 */
  readonly isPart?: true;
  /** a growth whose head says no percent: 增减 */
  readonly isDifference?: true;
  /** a comparison behind a part that is taken for the whole's */
  readonly isLent?: true;
}

/** 本月新增, 累计入库 under a title that says of what: words of doing name no indicator. */
const DOING =
  /^(?:新增|净增|增加|完成|实现|入库|发生|到位|办理|办结|受理|发放|投放|收缴|征收|上缴|发展|登记|销售|生产|新发展|新登记|实际|实绩|实收|入账)(?:完成)?(?:数|额|量)?$/;
/** Names that say what is counted and not of what. */
const BARE =
  /^(?:累计|总)?(?:户数|人数|个数|家数|件数|起数|次数|宗数|笔数|台数|头数|只数|栋数|套数|处数|数量|金额|总额|总量|总数|资金|资金额|面积|产量|产值|收入|支出|余额|规模|投资|投资额|项目数|企业数|比例|比率|占比|覆盖率|完成数)$/;

/** Every word of a path is a unit, a part or the indicator's name. */
export function readFigureHead(
  { units }: LayoutInput,
  path: readonly string[],
  planned: boolean,
  across: boolean,
): FigureHead | null {
  const leaf = bareWord(path.at(-1) ?? '');
  if (path.length === 0 || ASIDE.test(leaf) || isCounterHead(leaf)) return null;
  let unit: string | undefined;
  const parts: PartWord[] = [];
  const rest: string[] = [];
  const inPlan =
    planned ||
    path.some((word) => /计划|目标|任务/.test(word) && partOf(word, false)?.part === 'annual');
  if (path.some((word) => isKeptNowhere(word, inPlan))) return null;
  for (const word of path) {
    const plain = withoutMeasure(word);
    const part =
      partOf(plain, inPlan) ??
      // 完成年度目标（%） is what 完成年度目标% is
      (measuresIn(word).some(({ name }) => name === '%') ? partOf(`${plain}%`, inPlan) : null) ??
      partOf(unbracketed(word), inPlan) ??
      // 其中：6月 beside 1—6月
      partOf(withinOf(plain) ?? '', inPlan);
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
  const word = parts.length === 0 ? (split?.word ?? null) : joinedPart(parts, path);
  const indicator = split?.indicator ?? last ?? null;
  const isPart = rest.some((one, at) => at < rest.length - 1 && /^其中[:：]?$/.test(one));
  return {
    unit,
    indicator: isPart && indicator !== null ? `其中:${indicator}` : indicator,
    parent: null,
    word,
    measure: measureOfPath(path, rest, inPlan),
    sum,
    rest: split === null ? rest : [...rest.slice(0, -1), split.indicator],
    isSplit: split !== null,
    ...((word?.part === 'yoy' || word?.part === 'growth') &&
    /(?:增减|升降|±)(?:[(（][^%％()（）]*[)）])?$/.test(path.at(-1) ?? '')
      ? { isDifference: true as const }
      : {}),
  };
}

/**
 * What the heads of a table say together: none that nobody knows, each with its parents and its
 * owner.
 */
export const figureHeads = (
  heads: readonly (FigureHead | null)[],
  titles: readonly string[],
): readonly (FigureHead | null)[] =>
  withoutDifferences(
    withOwners(
      withBareNames(
        withParents(toldApart(withoutStrangers(ofSubject(withoutDoing(heads), titles)))),
      ),
    ),
  );

/** 比上年同期增减 beside 比上年同期增减% is the difference, not the growth. */
const withoutDifferences = (
  heads: readonly (FigureHead | null)[],
): readonly (FigureHead | null)[] =>
  heads.map((head) =>
    head?.isDifference === true &&
    heads.some(
      (other) =>
        other !== null &&
        other.isDifference !== true &&
        other.indicator === head.indicator &&
        (other.word?.part === 'yoy' || other.word?.part === 'growth'),
    )
      ? null
      : head,
  );

/** 累计入库 under 税收收入 is 税收收入: these words say that it was done, and add nothing to what. */
const withoutDone = (head: FigureHead | null): FigureHead | null =>
  head !== null &&
  head.word !== null &&
  head.rest.length > 1 &&
  head.indicator === head.rest.at(-1) &&
  DONE.test(head.indicator ?? '')
    ? { ...head, indicator: head.rest.at(-2) ?? null, rest: head.rest.slice(0, -1) }
    : head;
const DONE = /^(?:完成|实现|入库|实绩|实际|入账)[数额量]?$/;

/** 本月新增 and 今年累计 say of one thing when it was done; 受理 beside 办结 are two. */
function withoutDoing(heads: readonly (FigureHead | null)[]): readonly (FigureHead | null)[] {
  const doing = new Set(
    heads.flatMap((head) =>
      head !== null &&
      head.indicator !== null &&
      head.rest.length <= 1 &&
      DOING.test(head.indicator)
        ? [head.indicator.replace(/[数额量]$/, '')]
        : [],
    ),
  );
  const isOne = doing.size === 1;
  return heads
    .map((one) => withoutDone(one))
    .map((head) =>
      head === null ||
      head.indicator === null ||
      head.rest.length > 1 ||
      !DOING.test(head.indicator)
        ? head
        : isOne && head.word !== null
          ? { ...head, indicator: null, rest: [] }
          : { ...head, isBare: true },
    );
}

/** 户数 under 低保 is 低保户数; where the head says of nothing, the title has to. */
const withBareNames = (heads: readonly (FigureHead | null)[]): readonly (FigureHead | null)[] =>
  heads.map((head) => {
    if (head === null || head.indicator === null || head.sum || !BARE.test(head.indicator))
      return head;
    const parents = head.rest.slice(0, -1).filter((word) => word !== head.indicator);
    return parents.length > 0 && head.rest.at(-1) === head.indicator && head.parent === null
      ? { ...head, indicator: [...parents, head.indicator].join('') }
      : { ...head, isBare: true };
  });

/**
 * Words that nobody knows where the columns beside say 本月 and 累计 are no indicators: their
 * figures are named as not understood.
 */
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
      (head.isSplit || head.word === null) &&
      head.rest.length === 1 &&
      head.indicator?.startsWith('其中') !== true &&
      (head.measure === null ||
        head.measure.dimension === 'share' ||
        head.measure.name === first.measure?.name);
    return isUnder || isBeside ? null : head;
  });
}

/** 产量 under 2023年粮食产量: a head that is the end of the title's subject says no more than that. */
function ofSubject(
  heads: readonly (FigureHead | null)[],
  titles: readonly string[],
): readonly (FigureHead | null)[] {
  const subject =
    subjectTitles(titles)
      .map(subjectOf)
      .find((one) => one !== null) ?? null;
  const alike = heads.filter(
    (head) =>
      head?.indicator != null &&
      subject !== head.indicator &&
      ((subject?.endsWith(head.indicator) === true &&
        // 规上企业、办结率 are two, of which the head names the second
        !/[、，,；;和与及]$/.test(subject.slice(0, -head.indicator.length))) ||
        (/.{2}[量数额值]$/.test(head.indicator) &&
          subject?.includes(head.indicator.slice(0, -1)) === true)),
  );
  return alike.length !== 1
    ? heads
    : heads.map((head) =>
        head !== null && head === alike[0] ? { ...head, indicator: null, rest: [] } : head,
      );
}

/**
 * 企业›应年报数 and 合作社›应年报数 are two: a name that would stand for two columns has its
 * parents before it.
 */
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

const MEASURE_ONLY = /^[%％±]*$/;

/**
 * 其中：外资 is part of the indicator before it, in its measure, and says of it what the column
 * before says.
 */
function withParents(heads: readonly (FigureHead | null)[]): readonly (FigureHead | null)[] {
  let [whole, before]: [string | null, FigureHead | null] = [null, null];
  return heads.map((head) => {
    if (head === null || head.sum) return head;
    const within = head.indicator === null ? null : withinOf(head.indicator);
    if (within === null) {
      if (head.indicator !== null) whole = head.indicator;
      if (head.word === null || !isCompared(head.word)) before = head;
      return head;
    }
    return {
      ...head,
      indicator: within,
      parent: whole,
      isPart: true,
      word: head.word ?? before?.word ?? null,
      measure: head.measure ?? before?.measure ?? null,
    };
  });
}

const isCompared = ({ part }: PartWord): boolean =>
  part === 'yoy' || part === 'growth' || part === 'completion' || part === 'rank';

/**
 * 财政收入, 同比: what says of no indicator belongs to the one before it, where any is named at
 * all; behind 其中：税收 a comparison that the whole has not yet is the whole's.
 */
function withOwners(heads: readonly (FigureHead | null)[]): readonly (FigureHead | null)[] {
  let [owner, whole]: [FigureHead | null, FigureHead | null] = [null, null];
  const compared = new Set<string>();
  return heads.map((head) => {
    if (head === null || head.sum) return head;
    if (head.indicator !== null) {
      owner = head;
      if (head.isPart !== true) whole = head;
      return head;
    }
    if (owner === null || head.unit !== undefined || head.word === null) return head;
    const isWhole: boolean =
      owner.isPart === true &&
      whole !== null &&
      isCompared(head.word) &&
      !compared.has(`${whole.indicator ?? ''} ${head.word.part}`);
    const own: FigureHead = isWhole && whole !== null ? whole : owner;
    compared.add(`${own.indicator ?? ''} ${head.word.part}`);
    return {
      ...head,
      indicator: own.indicator,
      parent: own.parent,
      ...(own.isPart === true ? { isPart: true as const } : {}),
      ...(own.isBare === true ? { isBare: true as const } : {}),
      ...(isWhole ? { isLent: true as const } : {}),
    };
  });
}

/** 其中：工业 → 工业; null where the words say no such thing. */
export const withinOf = (words: string): string | null =>
  /^其中[:：、,，]?(.+)$/.exec(words)?.[1] ?? null;
