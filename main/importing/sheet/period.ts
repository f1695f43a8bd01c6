/** Reads the reporting period from a title, a note, a sheet's name or at last the file's. */
import { squeezeWords } from './words.ts';

export interface SheetPeriod {
  readonly year: number;
  readonly month: number | null;
}

interface Part {
  readonly year: number | null;
  readonly month: number | null;
}

/** Earlier texts weigh more; the month may come from another text than the year. */
export function sheetPeriodOf(
  texts: readonly string[],
  fallback: { year?: number; month?: number } = {},
): SheetPeriod | null {
  const parts = texts.map((text) => partOf(withoutFiling(text)));
  const whole = parts.find((part) => part.year !== null && part.month !== null);
  const month =
    fallback.month ?? whole?.month ?? parts.find((part) => part.month !== null)?.month ?? null;
  const year =
    fallback.year ??
    whole?.year ??
    parts.find((part) => part.year !== null)?.year ??
    yearOfFiling(texts, month);
  return year === null ? null : { year, month };
}

const FILED =
  /(?:填报|报送|上报|制表|填表|报表|打印|编制|印发|报告|送报|填写)?(?:日期|时间)[:：]?\s*((?:19|20)\d{2})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]?\s*(?:\d{1,2}\s*日?)?/g;

/** 2024年1月编制的2025年计划, 2023年结转2024年续建: when it was made, and where its projects come from. */
const MADE_OR_CARRIED =
  /(?:19|20)\d{2}年(?:度|\d{1,2}月)?(?:份)?(?=(?:编制|制定|印发|填报|上报)(?:的|[^完]{0,6}?(?:19|20)\d{2})|(?:度)?结转(?:至|到)?[^。]{0,8}?(?:19|20)\d{2})/g;

const OF_FIGURES = /报告期|统计|截[至止]|所属/;

/** When a table was filled in or sent is no time that its figures are of. */
const withoutFiling = (text: string): string =>
  text
    .replace(FILED, (found: string) => (OF_FIGURES.test(text) ? found : ''))
    .replace(MADE_OR_CARRIED, '');

/**
 * The figures of 1-9月 sent in October 2024 are of 2024, those of 1-12月 sent in January of the
 * year before.
 */
function yearOfFiling(texts: readonly string[], month: number | null): number | null {
  if (month === null) return null;
  for (const text of texts) {
    const [found] = text.matchAll(FILED);
    if (found !== undefined && !OF_FIGURES.test(text))
      return Number(found[1]) - (Number(found[2]) < month ? 1 : 0);
  }
  return null;
}

/** Years that say since when, until when or for which plan, not of which year the table is. */
const ASIDE =
  /(?:19|20)\d{2}年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?[底末])?(?:以来|以前|之前|以后|之后|[前后](?![一二三四两\d半])|起)|(?:19|20)\d{2}年?[-—–~～至到](?:19|20)\d{2}年?(?!\d{0,2}月)|[〔[【(（](?:19|20)\d{2}[〕\]】)）]\s*\d+号/g;

const NUMERALS = '〇一二三四五六七八九';
const MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
/** 二○二四年九月, 前9个月: times written out, as digits. */
const inDigits = (text: string): string =>
  text
    .replace(/[一二][〇○零Ο0九][〇○零Ο0一二三四五六七八九]{2}(?=年)/g, (year) =>
      [...year.replace(/[○零Ο0]/g, '〇')].map((sign) => NUMERALS.indexOf(sign)).join(''),
    )
    .replace(
      /(?<=年|[-—–~～至到]|^)(十[一二]?|[一二三四五六七八九])月/g,
      (_, word: string) => `${MONTHS.indexOf(word) + 1}月`,
    )
    .replace(/前(\d{1,2})个月/g, '1-$1月');

/** 截至2010年12月底 · 2012年1—9月 · 2012.9 · 1—9月 · 9月. */
function partOf(text: string): Part {
  const whole = inDigits(squeezeWords(text));
  const plain = whole.replace(ASIDE, ' ');
  const clean = /\d/.test(plain) ? plain : whole;
  const full =
    /((?:19|20)\d{2})年(?:\d{1,2}月?[-—–~～至到]+)?(\d{1,2})月/.exec(clean) ??
    /((?:19|20)\d{2})[.\-/](\d{1,2})(?!\d)/.exec(clean);
  if (full && validMonth(Number(full[2]))) return { year: Number(full[1]), month: Number(full[2]) };
  const year = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(clean);
  const month = /(?<![\d年])(?:\d{1,2}月?[-—–~～至到]+)?(\d{1,2})月(?!\d)/.exec(clean);
  return {
    year: year ? Number(year[1]) : null,
    month:
      month && validMonth(Number(month[1]))
        ? Number(month[1])
        : (SPANS.find(([pattern]) => pattern.test(clean))?.[1] ?? null),
  };
}

/** What covers the year's first months is up to the last of them. */
const SPANS: readonly (readonly [RegExp, number])[] = [
  [/前三季度|第?三季度/, 9],
  [/上半年|第?二季度|前[二两]个?季度/, 6],
  [/(?<![二三四])第?一季度/, 3],
  [/第?四季度|年[末底](?!以前|前)/, 12],
];

const validMonth = (month: number): boolean => month >= 1 && month <= 12;

/** Whether a title says that its figures count from January: 1-9月, 上半年, 今年以来. */
export const countsFromJanuary = (title: string): boolean =>
  /(?<!\d)0?1月?[-—–~～至到]\d{1,2}月|上半年|前三季度|今年以来|年初以来|(?:截至|截止|至)\D{0,6}\d{1,2}月/.test(
    squeezeWords(title),
  );
