/**
 * The words by which headers say what a figure is: a target, this month's, the year's so far, last
 * year's, a growth.
 */
import type { FactPart } from '../../domain/targets/fact.ts';
import { monthsInDigits } from './month-numerals.ts';
import type { PartWord } from './part-word.ts';
import { timedPart, TO_MONTH } from './time-words.ts';
import { squeezeWords } from './words.ts';

/** What is of a month, not of a year. */
export const MONTHLY: ReadonlySet<FactPart> = new Set([
  'month',
  'cumulative',
  'lastYear',
  'yoy',
  'completion',
  'rank',
]);

/** Each a whole word; the longer ones stand first where one ends in another. */
const WORDS: readonly (readonly [FactPart, string])[] = [
  [
    'lastYear',
    '(?:上年|去年|上年度)(?:同期|同月)(?:累计)?(?:完成)?(?:数|额)?|同期(?:累计|完成)?数?|(?:上年|去年)1月?[-—–~～至到]\\d{1,2}月份?(?:累计|完成)*(?:数|额)?',
  ],
  [
    'base',
    '(?:上年|去年|上年度)(?:实际|全年)?(?:预计)?(?:完成|实绩|基数|数)?(?:数|额|情况)?|(?:上年)?基数|基期(?:数|值)?',
  ],
  [
    'completion',
    '(?:目标|任务|计划|年度?目标|年度任务|年度计划|累计)?完成(?:率|比例|比重|百分比|进度)%?|占(?:全年|年度?|年初)?(?:的)?(?:目标|任务|计划)(?:任务|目标|数)?(?:的)?(?:比例|比重|百分比|%)?|(?:累计)?完成(?:全年|年度?)?(?:目标|任务|计划)(?:任务|目标|数)?(?:的)?(?:比例|百分比|%)',
  ],
  [
    'upper',
    '(?:[省市]|上级)(?:里|委|政府)?(?:下达|分解|核定|安排|要求|定)?(?:的)?(?:年度?)?(?:目标任务|目标|任务|计划|指标)(?:数|值)?',
  ],
  [
    'rank',
    '(?:全[市县区省])?(?:总量|增速|增幅|累计|同比|完成率|进度)?(?:位次|排名|名次|排位|排序)',
  ],
  [
    'growth',
    '(?:比|较)(?:上年|去年|(?:19|20)\\d{2}年)(?:实际|完成|预计)?(?:增长|增幅|增速|增减)(?:率|%|±%?)?',
  ],
  [
    'yoy',
    '(?:累计|本月|当月)?(?:同比|与?(?:上|去)年同期比|(?:比|较)(?:上|去)年同期)(?:增长|增幅|增速|增减|升降|±)*(?:率|幅度?|%|±%?)?|±%|[+＋][-－—]%',
  ],
  [
    'growth',
    '(?:目标|计划|任务|预期|年度?目标|年度?计划)(?:的)?(?:增长|增幅|增速)(?:率|%)?|(?:增长|增幅|增速|增长率)(?:的)?(?:目标|计划|任务|预期)(?:任务|目标)?(?:数|值|率|%)?',
  ],
  [
    'growthStretch',
    '(?:力争|争取|奋斗|挑战|冲刺)(?:目标)?(?:(?:比|较)(?:上年|去年|(?:19|20)\\d{2}年)(?:实际|完成)?)?(?:增长|增幅|增速)(?:率|目标|%)?',
  ],
  [
    'growth',
    '(?:确保|必成|必保|保底|基本)(?:目标)?(?:(?:比|较)(?:上年|去年|(?:19|20)\\d{2}年)(?:实际|完成)?)?(?:增长|增幅|增速)(?:率|目标|%)?',
  ],
  [
    'wasAssured',
    '(?:年初|原|原定|原来|调整前|调前)(?:下达)?(?:的)?(?:目标任务|任务目标|目标|任务|计划|确保)?(?:数|值)?',
  ],
  ['growth', '(?:增长|增幅|增速|增长率|增减|增长幅度|年?均?增长)(?:率|%|±%?)?'],
  ['assured', '确保(?:数|目标|任务|完成)?|(?:保底|基本|必保|必成)(?:目标|数|任务)?'],
  ['stretch', '力争(?:数|目标|任务|完成)?|(?:奋斗|争取|挑战|冲刺|期成)(?:目标|数|任务)?'],
  ['annual', '(?:调整后|调后|调整为|现)(?:的)?(?:目标任务|任务目标|目标|任务|计划)?(?:数|值)?'],
  [
    'annual',
    '(?:全年|年度?|本年|今年|全年度|责任)?(?:目标任务|任务目标|目标|任务|计划|预期目标|预算|考核目标|考核任务|下达任务|[县区]下达(?:目标|任务)|计划目标|计划任务|任务计划|控制数|控制目标|控制指标)(?:数|值|任务|总数|安排|完成)?',
  ],
  [
    'month',
    '(?:本|当|单)月(?:止)?(?:实际)?(?:完成)?(?:数|额|情况|实绩|合计|小计)?|本期(?:完成|数)?',
  ],
  [
    'cumulative',
    '(?:本月止|本期|1?至本月|本年|今年|当年|自?年初(?:至[本当]月[底末止]?)?|年内|止[本当]月[底末]?|截[至止]到?[本当]月[底末]?|至[本当]月[底末止]?|期末|年初至今|年初至报告期末?|自?年初以来|今年以来|本年以来|开年以来|截至目前)?(?:实际)?累计(?:实际)?(?:完成|到位|实现|发生)?(?:数|额|值|情况|实绩)?|(?:实际)?完成(?:数|额|情况|实绩)?|实绩|实际(?:数|值)?|(?:本年|今年|当年)(?:实际)?完成(?:数|额)?|已完成(?:数|额)?|期末(?:数|额|值|人数|户数)?|(?:现有|实有)(?:数|总数)?|[本当]月[底末](?:止)?(?:累计)?(?:数|完成)?|实现数|全年(?:实际)?(?:累计)?完成(?:数|额)?|(?:年初至今|年初至报告期末?|自?年初以来|今年以来|本年以来)(?:完成)?',
  ],
];
const WHOLE = WORDS.map(([part, pattern]) => [part, new RegExp(`^(?:${pattern})$`)] as const);
const ENDING = WORDS.map(
  ([part, pattern]) => [part, new RegExp(`^(.{2,}?)(?:${pattern})$`)] as const,
);
const BEGINNING: readonly (readonly [FactPart, RegExp])[] = [
  ['lastYear', /^(?:上年|去年)同期(?:累计)?(?:完成)?(.{2,})$/],
  ['month', /^(?:本|当)月(?:完成|实际完成)?(.{2,})$/],
  ['annual', /^(?:全年|年度?)(?:目标|任务|计划)(.{2,})$/],
  ['cumulative', /^(?:本年|今年)?累计(?:完成)?(.{2,})$/],
];
const ESTIMATED = /^(?:全年)?预计(?:完成)?(?:数|额|值)?$/;
const YEAR = /^((?:19|20)\d{2})年?度?/;

/**
 * Figures that no target or month has a place for: of years gone, of ten days, of the next year, a
 * forecast, points.
 */
const ELSEWHEN: readonly RegExp[] = [
  /^(?:自?开工)?(?:截?[至止到])?(?:(?:19|20)\d{2}年?|上一?年度?|去年)(?:年?[底末]|12月[底末]?)(?:止|前)?(?:累计|实际|完成|到位)*(?:情况|[数额值])?$/,
  /^(?:\d{1,2}月份?)?(?:[上中下本]旬|[本上]周|上月)(?:累计|实际|完成|到位)*(?:情况|[数额值])?$/,
  /^(?:明年|下一?年度?|次年)(?:预计|预期|预测|完成|目标|计划|任务)*(?:安排|[数额值])?$/,
  /^(?:全年|年度|本年|今年)?(?:预计|预测)(?:全年|年度)?(?:累计|完成|实现|到位)*(?:情况|[数额值])?$/,
  /^(?:调[整增减]|增减|追加|核[增减])(?:任务|目标)?(?:额|数|量|值)$/,
  /^(?:与|比|较|环比)?(?:上月|上季|上周|上旬|前月)(?:末|底)?(?:相比|比)?(?:增长|增减|增加|减少|升降|变化|±)*(?:额|数|量|率|幅)?%?$|^环比(?:增长|增减|增速|增幅)?(?:额|数|量|率|幅)?%?$/,
  /^下(?:月|季|季度|旬|周|半年)(?:预计|预期|计划|目标|任务|安排)*(?:数|额)?$/,
  /^(?!.*(?:目标|任务|计划))(?:占(?:全[县市区年部]|总量|总数|比)?.{0,4}(?:比重|比例|比|份额)?|占比|比重|份额)%?$/,
  /序时|^(?:完成)?(?:时间|应完成)进度%?$/,
  /^(?:差额|差距|缺口|差值|尚差|尚缺|还差|超欠|超[额收]|欠[收缴]|短收|未完成|剩余)(?:任务|目标|计划)?(?:数|额|量)?$/,
  /^(?:同比|[比较与](?:上年|去年|上期|同期)(?:同期)?(?:相比)?)?(?:增减|增长|增加|减少|升降)(?:额|量|数)$/,
  /百分点/,
  /^(?:更正|订正|修正|勘误)前(?:的?数|值)?$/,
];
/** 二季度 beside 一季度 and 全年: three months that do not count from January. */
const ONE_QUARTER =
  /^(?:(?:19|20)\d{2}年)?第?[二三四2-4]季度?(?:实际)?(?:完成|实现|到位)?(?:情况|[数额值])?$/;
/**
 * Whether a header's word says a figure that is understood, and kept nowhere: it names no
 * indicator. `planned`: it stands in a plan, which has quarters.
 */
export const isKeptNowhere = (text: string, planned: boolean): boolean =>
  ELSEWHEN.some((pattern) => pattern.test(withoutAsides(text))) ||
  /百分点/.test(squeezeWords(text)) ||
  (!planned && ONE_QUARTER.test(withoutAsides(text)));

const PLAIN = /^(?:总量|绝对[量数额值]|(?:更正|订正|修正|勘误)后(?:的?数|值)?)$/;
/**
 * A header's word, without brackets and spaces, read as a part; null where it is another word.
 * `planned`: it stands in a plan.
 */
export function partOf(text: string, planned: boolean): PartWord | null {
  const word = monthsInDigits(withoutAsides(text));
  const stated = YEAR.exec(word);
  const year = stated === null ? null : Number(stated[1]);
  const rest = stated === null ? word : word.slice(stated[0].length);
  // 2022年 alone, over a column of that year
  if (rest === '' && year !== null)
    return planned
      ? { part: 'annual', year, month: null, months: null }
      : { part: 'cumulative', year, month: null, months: null, isWholeYear: true };
  if (planned && /^全年(?:合计|小计)?$/.test(rest))
    return { part: 'annual', year, month: null, months: null };
  if (!planned && /^全年(?:实际)?(?:累计)?(?:完成|实绩|实际)?(?:数|额|情况)?$/.test(rest))
    return { part: 'cumulative', year, month: null, months: null, isWholeYear: true };
  if (PLAIN.test(rest))
    return { part: 'cumulative', year, month: null, months: null, isPlain: true };
  const timed = timedPart(rest, year, planned);
  if (timed !== null) return timed;
  const adjusted = adjustedPart(rest, planned);
  if (adjusted !== null) return { ...adjusted, year: adjusted.year ?? year };
  // 2020年预计 in a table of 2021 is what it starts from
  const part =
    year !== null && ESTIMATED.test(rest)
      ? 'base'
      : WHOLE.find(([, pattern]) => pattern.test(rest))?.[0];
  if (part === undefined) return null;
  // 2023年同期 is what 2024 is compared with
  const isNext = part === 'lastYear' && year !== null && !/上年|去年/.test(rest);
  return partSaid(part, rest, isNext ? year + 1 : year);
}

/** 调整前确保目标, 调整后力争目标: a target as it was, and as it is now. */
function adjustedPart(text: string, planned: boolean): PartWord | null {
  const [, when = '', target = ''] = ADJUSTED.exec(text) ?? [];
  const word = target === '' ? null : partOf(target, planned);
  if (
    word === null ||
    (word.part !== 'assured' && word.part !== 'stretch' && word.part !== 'annual')
  )
    return null;
  if (/后|现|新/.test(when)) return word;
  return { ...word, part: word.part === 'stretch' ? 'wasStretch' : 'wasAssured' };
}
const ADJUSTED = /^(调整?[前后]|原定?|年初|现|新)的?(.{2,})$/;

/** A growth that a word of plans stands beside is one to be reached. */
const partSaid = (part: FactPart, text: string, year: number | null): PartWord => ({
  part,
  year,
  month: null,
  months: null,
  ...(part === 'growth' && /目标|计划|任务|预期|确保/.test(text) ? { isGoal: true } : {}),
});

/** 合同引资年目标, 本月财政收入: the indicator and the part in one word. */
export function splitPart(
  text: string,
  planned: boolean,
): { readonly indicator: string; readonly word: PartWord } | null {
  const word = withoutAsides(text);
  const stated = YEAR.exec(word);
  const year = stated === null ? null : Number(stated[1]);
  const rest = stated === null ? word : word.slice(stated[0].length);
  const months = TO_MONTH.exec(rest);
  if (months !== null && months[2] !== undefined && months[2].length >= 2) {
    const bare = months[2]
      .replace(/^(?:累计|实际|完成|实绩)+/, '')
      .replace(/(?:累计完成|累计|完成)$/, '');
    return bare.length < 2
      ? null
      : {
          indicator: bare,
          word: { part: 'cumulative', year, month: Number(months[1]), months: null },
        };
  }
  const timed = splitAtTime(rest, planned);
  if (timed !== null) return { ...timed, word: { ...timed.word, year: timed.word.year ?? year } };
  for (const [part, pattern] of [...ENDING, ...BEGINNING]) {
    const indicator = pattern.exec(rest)?.[1]?.replace(JOIN, '');
    if (indicator !== undefined && indicator.length >= 2 && partOf(indicator, planned) === null)
      return { indicator, word: partSaid(part, rest.replace(indicator, ''), year) };
  }
  return null;
}

/** What stands between a name and its time: 粮食产量-1-6月. */
const JOIN = /[-—–_·:：/]+$/;
/** How the words begin that say a time or an adjustment, wherever they stand in a head. */
const TIME_BEGINS =
  /^(?:\d{1,2}月|0?1月?[-—–~～至到]|截|第?[一二三四]季|上半年|前[二三]季|(?:19|20)\d{2}年|调整?[前后]|年初目)/;

/**
 * 固定资产投资1-3月, 8月当月工业总产值, 粮食产量2020年预计数: a name and, before or behind it, when
 * its figures are of.
 */
function splitAtTime(
  text: string,
  planned: boolean,
): { readonly indicator: string; readonly word: PartWord } | null {
  const isName = (name: string): boolean =>
    name.length >= 2 && /[\u4e00-\u9fffA-Z]{2}/.test(name) && partOf(name, planned) === null;
  for (let at = 2; at < text.length - 1; at++) {
    if (!TIME_BEGINS.test(text.slice(at))) continue;
    const [indicator, word] = [
      text.slice(0, at).replace(JOIN, ''),
      partOf(text.slice(at), planned),
    ];
    if (word !== null && isName(indicator)) return { indicator, word };
  }
  if (!TIME_BEGINS.test(text)) return null;
  for (let at = text.length - 2; at >= 2; at--) {
    const [indicator, word] = [text.slice(at), partOf(text.slice(0, at), planned)];
    if (word !== null && isName(indicator)) return { indicator, word };
  }
  return null;
}

/** Without brackets that hold a measure or a remark, and without a measure behind a stroke. */
export const withoutAsides = (text: string): string =>
  squeezeWords(text)
    .replace(/[(（【[][^()（）【】[\]]*[)）】\]]/g, '')
    .replace(/[:：、,，]$/, '')
    .replace(/(?<=.)[%％]$/, '%');

/** What was done in a year before the table's is what it is compared with. */
export const asBase = (word: PartWord | null, year: number | null): PartWord | null =>
  word !== null && word.part === 'base' && word.year !== null && year !== null && word.year >= year
    ? null
    : doneBefore(word, year);

const doneBefore = (word: PartWord | null, year: number | null): PartWord | null =>
  word !== null &&
  word.part === 'cumulative' &&
  word.month === null &&
  word.year !== null &&
  year !== null &&
  word.year < year
    ? { ...word, part: 'base' }
    : word;
