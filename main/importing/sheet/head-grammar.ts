/**
 * The grammar of heads of money invested or arrived: a head means a field only when every one of
 * its words is accounted for; what other figure it is, is told.
 */
import { measureOf, type Measure } from '../../domain/exact/measure.ts';
import { measuresIn } from './headers.ts';
import { squeezeWords, withoutMeasure } from './words.ts';

/** How a table's own time limits what its heads may mean. */
export interface HeadTime {
  readonly year: number | null;
  readonly month: number | null;
  /** whether the title counts from January: 1-9月 */
  readonly isFromJanuary: boolean;
  /** whether the year is told by more than the heads: title, sheet, file or the user */
  readonly isYearTold: boolean;
  /** what a column of shares beside it is a share of: 占总投资比例, 占年计划% */
  readonly shareOf?: 'total' | 'plan' | null;
}
/**
 * `other`: the words are understood, and say another figure than any field's; `unclear`: they leave
 * something open.
 */
export type HeadMeaning =
  | { readonly is: 'field'; readonly code: string; readonly sure: boolean; readonly said: string }
  | { readonly is: 'other' | 'unclear'; readonly near: string; readonly said: string };

type Kind =
  | 'lastEnd'
  | 'toMonth'
  | 'untilMonth'
  | 'year'
  | 'thisYear'
  | 'start'
  | 'month'
  | 'lastYear'
  | 'nextYear'
  | 'soFar'
  | 'total'
  | 'done'
  | 'estimate'
  | 'plan'
  | 'rest'
  | 'investment'
  | 'arrival'
  | 'neutral';
interface Token {
  readonly kind: Kind;
  readonly year?: number;
  readonly month?: number;
}

const DASH = '[-—–~～至到]';
const UP_TO = '(?:截至|截止到?|至|到)';
/** In the order in which they are tried at each place of the head. */
const TOKENS: readonly (readonly [Kind, RegExp])[] = [
  [
    'lastEnd',
    new RegExp(`^(?:${UP_TO})?(?:上一?年度?|去年)(?:年?[底末]|12月[底末]?)(?:止|前|为止)?`),
  ],
  [
    'lastEnd',
    new RegExp(
      `^(?:${UP_TO})?(?<year>(?:19|20)\\d{2})年?(?:年?[底末]|12月(?:31日|[底末]))(?:止|前|为止)?`,
    ),
  ],
  [
    'toMonth',
    new RegExp(
      `^(?:(?<year>(?:19|20)\\d{2})年|本年|今年)?(?:0?1月?|自?年初)${DASH}(?<month>\\d{1,2})月(?:份|[底末])?(?:止)?`,
    ),
  ],
  [
    'toMonth',
    new RegExp(
      `^(?:(?<year>(?:19|20)\\d{2})年|本年|今年)?(?<part>上半年|前三个?季度?|第?一季度|前两个?季度|前半年)`,
    ),
  ],
  [
    'untilMonth',
    new RegExp(
      `^${UP_TO}(?:(?<year>(?:19|20)\\d{2})年|本年|今年)?(?<month>\\d{1,2})月(?:\\d{1,2}日|份|[底末])*(?:止|为止)?`,
    ),
  ],
  ['soFar', /^(?:截至|截止到?|到)?(?:目前|至今|迄今|今(?!年))(?:为止|止)?/],
  [
    'nextYear',
    /^(?:明年|下一?年度?|次年|(?:今后|未来|后)[一二三四五两\d]年|以后年度|下阶段|下步|十[二三四五六]五)/,
  ],
  [
    'thisYear',
    /^自?(?:年初(?:以来|至今|至报告期末?|起)?|(?:今|本|开|当)年(?:度)?(?:以来|至今)?|年内|本?年度|全年|年(?=计划|投资|目标|任务))/,
  ],
  [
    'start',
    /^自?(?:项目)?(?:开工|建设|动工|开建)(?:建设)?(?:以来|至今|起|后|(?=累计))(?:至今)?|^历年/,
  ],
  ['lastYear', /^(?:上一?年度?|去年|往年|以前年度|前[一二两三]?年)(?:同期|全年|实际)?/],
  ['month', /^(?:(?<month>\d{1,2})月份?(?!\d)(?:当月)?|本月|当月|本旬|本周|上月|本季度?|当季)/],
  ['year', /^(?<year>(?:19|20)\d{2})年?度?/],
  ['rest', /^(?:剩余|尚需|未完成|未到位|缺口|结余|尚缺)/],
  [
    'total',
    /^(?:计划|规划|估算|概算|预计|项目|工程|建设)*(?:总投资|投资总额|总投入|总概算|投资规模|投资总规模|概算投资|估算投资)(?:额|规模|估算|概算|金额)?/,
  ],
  ['estimate', /^(?:预计|预期|预测|估计)/],
  ['plan', /^(?:计划|规划|拟|目标|任务|安排|控制数?|预算|应)/],
  ['done', /^(?:累计|实际|已|实)*(?:完成|到位|实现|到资)|^(?:累计|实际|已)/],
  ['investment', /^(?:项目)?(?:投资|投入)/],
  ['arrival', /^(?:资金|引资)/],
  ['neutral', /^(?:项目|金额|总额|总量|总计|合计|情况|部分|以来|数额|[数额量的值])/],
];
/** Last months of parts of a year. */
const PARTS: readonly (readonly [RegExp, number])[] = [
  [/三/, 9],
  [/半|两/, 6],
  [/一/, 3],
];

/**
 * What a head of several words says; null where it speaks of neither investment nor arrived money,
 * or of more than the grammar knows without being near a field.
 */
export function headMeaning(path: readonly string[], time: HeadTime): HeadMeaning | null {
  const text = joinedHead(path);
  if (AMONG_OTHERS.test(text)) return null;
  if (!/投资|投入|到位|到资/.test(text)) return timeAlone(path, text, time);
  const near = /到位|到资/.test(text)
    ? '到位资金'
    : /总投资|投资总额/.test(text)
      ? '总投资'
      : '完成投资';
  const { tokens: said, left } = tokensOf(text);
  if (left !== '') return { is: 'unclear', near, said: left };
  const tokens = said.map((one) => (isNow(one, time) ? { kind: 'untilMonth' as const } : one));
  return near === '到位资金'
    ? arrivedMeaning(tokens, text)
    : investedMeaning(tokens, text, near, time);
}

/** 截至2023年12月底 in the table of that December is its own time, no earlier year's end. */
const isNow = ({ kind, year }: Token, time: HeadTime): boolean =>
  kind === 'lastEnd' &&
  year !== undefined &&
  year === time.year &&
  (time.month === 12 || (time.month === null && time.isYearTold));

/**
 * 2025年计划（万元）, or 年初至今 under 投资完成情况: time and plan or deed without the word for
 * what; only of money that is invested, and never surely.
 */
function timeAlone(path: readonly string[], text: string, time: HeadTime): HeadMeaning | null {
  const parents = path.slice(0, -1).join('');
  const isMoney = path.some((word) => measuresIn(squeezeWords(word)).some(isAmount));
  if (!/投资|投入/.test(parents) && !isMoney) return null;
  const { tokens: said, left } = tokensOf(text);
  const tokens = said.map((one) => (isNow(one, time) ? { kind: 'untilMonth' as const } : one));
  const says = (...kinds: Kind[]): boolean => tokens.some(({ kind }) => kinds.includes(kind));
  if (left !== '' || !says('plan', 'done', 'thisYear', 'toMonth', 'untilMonth', 'lastEnd', 'month'))
    return null;
  const done: readonly Token[] = /完成/.test(parents) && !says('plan') ? [{ kind: 'done' }] : [];
  const meant = investedMeaning([...tokens, ...done], text, '完成投资', time);
  return meant?.is === 'field' ? { ...meant, sure: false } : meant;
}

const isAmount = ({ dimension }: Measure): boolean => dimension === 'money';

/** The share of what a column says it is, where one does. */
export function shareInHeads(paths: readonly (readonly string[])[]): 'total' | 'plan' | null {
  const heads = paths.map((path) => squeezeWords(path.join(''))).filter((head) => SHARE.test(head));
  if (heads.some((head) => /总投资|投资总额/.test(head))) return 'total';
  return heads.some((head) => /计划|目标|任务/.test(head)) ? 'plan' : null;
}
const SHARE = /[率比]$|占|比例|比重|[%％]/;

/** Foreign money, those who invest, shares and densities have fields of their own, or none. */
const AMONG_OTHERS =
  /外资|投资(?:方|商|主体|企业|单位|人|者|强度|地|来源|类型|协议|合同|性质|领域|方向|比|率|计划书)|亩均|[率比]$|占比|比例|比重|[%％]|排名|位次|名次|同比|增长|增幅|增速|资金来源|(?:日期|时间|年月)$|合同|协议|签约/;
const NEUTRAL_PARENT =
  /(?:情况|概况|信息|状况|明细|构成|表|部分|内容|金额|指标)$|^(?:其中|项目|金额|资金|投资|进度|工程)$/;

/**
 * The words of a path in one: those of parents that only gather columns are left out, measures too.
 */
function joinedHead(path: readonly string[]): string {
  const words = path.map((word) =>
    inBrackets(withoutMeasure(squeezeWords(word)), squeezeWords(word)),
  );
  const leaf = words.at(-1) ?? '';
  const parents = words.slice(0, -1).filter((word) => word !== leaf && !NEUTRAL_PARENT.test(word));
  return bareHead([...parents, leaf].join(''));
}

/** 完成投资（1-9月）: what stands in brackets and is no measure is a word of the head like the others. */
function inBrackets(plain: string, whole: string): string {
  const said = [...whole.matchAll(/[(（[【]([^()（）[\]【】]+)[)）\]】]/g)]
    .map((match) => match[1] ?? '')
    .filter(
      (text) =>
        measureOf(text) === null &&
        withoutMeasure(`数${text}`) === `数${text}` &&
        !/元|币|含|单位|填/.test(text),
    );
  return plain + said.join('');
}

const bareHead = (text: string): string =>
  squeezeWords(text).replace(/[()（）“”"':：、,，.。;；/\\*_【】[\]《》<>]/g, '');

function tokensOf(text: string): { readonly tokens: readonly Token[]; readonly left: string } {
  const tokens: Token[] = [];
  let [rest, left] = [text, ''];
  while (rest !== '') {
    const found = TOKENS.map(([kind, pattern]) => ({ kind, match: pattern.exec(rest) })).find(
      ({ match }) => match !== null && match[0] !== '',
    );
    const match = found?.match;
    if (found === undefined || match === null || match === undefined) {
      left += rest[0] ?? '';
      rest = rest.slice(1);
      continue;
    }
    const { year, month, part } = match.groups ?? {};
    const last = part === undefined ? month : PARTS.find(([pattern]) => pattern.test(part))?.[1];
    tokens.push({
      kind: found.kind,
      ...(year === undefined ? {} : { year: Number(year) }),
      ...(last === undefined ? {} : { month: Number(last) }),
    });
    rest = rest.slice(match[0].length);
  }
  return { tokens, left };
}

function arrivedMeaning(tokens: readonly Token[], text: string): HeadMeaning {
  const has = (...kinds: Kind[]): boolean => tokens.some(({ kind }) => kinds.includes(kind));
  const near = '到位资金';
  if (has('plan', 'estimate', 'rest', 'nextYear', 'lastEnd', 'lastYear', 'total'))
    return { is: 'other', near, said: text };
  if (has('year', 'thisYear', 'toMonth', 'month')) return { is: 'unclear', near, said: text };
  return { is: 'field', code: 'arrived_total', sure: !has('untilMonth'), said: text };
}

function investedMeaning(
  tokens: readonly Token[],
  text: string,
  near: string,
  time: HeadTime,
): HeadMeaning | null {
  const has = (...kinds: Kind[]): boolean => tokens.some(({ kind }) => kinds.includes(kind));
  const field = (code: string, sure = true): HeadMeaning => ({
    is: 'field',
    code,
    sure,
    said: text,
  });
  const other: HeadMeaning = { is: 'other', near, said: text };
  const unclear: HeadMeaning = { is: 'unclear', near, said: text };
  if (has('total'))
    return tokens.every(
      ({ kind }) => kind === 'total' || kind === 'neutral' || kind === 'investment',
    )
      ? field('total_investment')
      : has('lastEnd', 'lastYear', 'nextYear', 'rest')
        ? other
        : unclear;
  if (has('rest', 'nextYear', 'lastEnd', 'lastYear')) return other;
  const stated = tokens.find(({ year }) => year !== undefined)?.year ?? null;
  if (stated !== null && time.year !== null && stated !== time.year) return other;
  const planned = has('plan');
  const last = tokens.find(({ kind }) => kind === 'toMonth')?.month ?? null;
  if (has('month')) return other;
  if (has('estimate')) return other;
  if (planned)
    return has('toMonth', 'untilMonth', 'start', 'soFar') || /累计/.test(text)
      ? other
      : has('thisYear', 'year')
        ? field('planned_this_year')
        : null;
  if (!has('done') && !has('start', 'toMonth', 'thisYear', 'year')) return null;
  if (has('start')) return has('thisYear', 'toMonth', 'year') ? unclear : field('invested_total');
  if (has('toMonth'))
    return last !== null && time.month !== null && last !== time.month
      ? unclear
      : field('invested_this_year');
  // 年度投资 may be what is planned
  if (has('thisYear')) return has('done') ? field('invested_this_year') : null;
  if (has('untilMonth', 'soFar')) return field('invested_total', false);
  // 2012年完成投资 where nothing else says which year the table is of: 2012 may be any year's
  if (has('year')) return has('done') && time.isYearTold ? field('invested_this_year') : unclear;
  if (/累计/.test(text)) return field('invested_total');
  if (time.shareOf === 'total') return unclear;
  if (time.shareOf === 'plan') return field('invested_this_year', false);
  if (/已/.test(text)) return time.isFromJanuary ? unclear : null;
  return time.isFromJanuary ? field('invested_this_year', false) : unclear;
}

/**
 * The year and month that the heads themselves speak of, the latest of them: 2024年1-9月完成,
 * 2024年计划.
 */
export function timeInHeads(paths: readonly (readonly string[])[]): {
  readonly year: number | null;
  readonly month: number | null;
  /** no head speaks of another year */
  readonly isOnly: boolean;
} {
  let [year, month]: [number | null, number | null] = [null, null];
  const years = new Set<number>();
  for (const text of paths.map((path) => squeezeWords(path.join('')))) {
    const to = /((?:19|20)\d{2})年(?:0?1月?[-—–~～至到])?(\d{1,2})月/.exec(text);
    const plain = /((?:19|20)\d{2})年?度?(?:计划|目标|任务|完成|累计|实际)/.exec(text);
    const stated = Number(to?.[1] ?? plain?.[1] ?? 0);
    if (stated !== 0) years.add(stated);
    if (stated === 0 || /[底末]/.test(text) || (year !== null && stated < year)) continue;
    if (year === null || stated > year) month = null;
    year = stated;
    if (to !== null) month = Math.max(month ?? 0, Number(to[2]));
  }
  return { year, month, isOnly: years.size === 1 };
}

/**
 * The month to which heads count that state no year, where all of them count to the same:
 * 1-9月完成.
 */
export function monthInHeads(paths: readonly (readonly string[])[]): number | null {
  const months = new Set(
    paths.flatMap((path) => {
      const to = /(?:0?1月?[-—–~～至到]|截[至止])(\d{1,2})月/.exec(squeezeWords(path.join('')));
      return to === null ? [] : [Number(to[1])];
    }),
  );
  const [month = null] = months;
  return months.size === 1 && month !== null && month >= 1 && month <= 12 ? month : null;
}
