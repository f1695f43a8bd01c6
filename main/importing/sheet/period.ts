/** Reads the reporting period from a title, a note, a sheet's name or at last the file's. */
import { squeeze } from './words.ts';

export interface Period {
  readonly year: number;
  readonly month: number | null;
}

interface Part {
  readonly year: number | null;
  readonly month: number | null;
}

/** Earlier texts weigh more; the month may come from another text than the year. */
export function periodOf(
  texts: readonly string[],
  fallback: { year?: number; month?: number } = {},
): Period | null {
  const parts = texts.map(partOf);
  const whole = parts.find((part) => part.year !== null && part.month !== null);
  const year =
    fallback.year ?? whole?.year ?? parts.find((part) => part.year !== null)?.year ?? null;
  const month =
    fallback.month ?? whole?.month ?? parts.find((part) => part.month !== null)?.month ?? null;
  return year === null ? null : { year, month };
}

/** 截至2010年12月底 · 2012年1—9月 · 2012.9 · 1—9月 · 9月. */
function partOf(text: string): Part {
  const clean = squeeze(text);
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
  [/前三季度/, 9],
  [/上半年/, 6],
  [/(?<![二三四])第?一季度/, 3],
];

const validMonth = (month: number): boolean => month >= 1 && month <= 12;
