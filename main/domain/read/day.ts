/**
 * Reads a day as people type it, keeping its precision: a month stays a month, 年内 is the year's
 * last day.
 */
import { decimalOfNumber } from '../exact/decimal.ts';
import { dayOf, isDay, lastDay, type Day } from '../days/day.ts';
import { festivalEve } from './festival.ts';
import { plainNumerals, quantityOf } from './numeral.ts';
import { EMPTY, outcomeOf, type Note, type Outcome } from './outcome.ts';
import { compactText, halfWidth, joinsDigits, saysNothing } from './text.ts';

export interface DayContext {
  /** the year that "6月底" falls in; null where nothing says */
  readonly year: number | null;
}

const DAY_WANT = '日期，如 2012年5月 或 2012-05-01';
const RELATIVE: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  当年: 0,
  去年: -1,
  上年: -1,
  明年: 1,
  次年: 1,
};
/** Parts of a year by the month that ends them. */
const PARTS: readonly (readonly [RegExp, number])[] = [
  [/^(?:年?底|年?末|内|年内|全年|下半年|第?[四4]季度[底末内]?|Q4|4季度)$/i, 12],
  [/^(?:前三季度|第?[三3]季度[底末内]?|Q3)$/i, 9],
  [/^(?:上半年|年中|第?[二2]季度[底末内]?|Q2)$/i, 6],
  [/^(?:第?[一1]季度[底末内]?|首季|Q1)$/i, 3],
];
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

export function readDay(text: string, context: DayContext): Outcome<Day> {
  if (saysNothing(text)) return EMPTY;
  const seen = text.trim();
  const untimed = halfWidth(text).replace(/[T\s]*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?\s*$/, '');
  if (joinsDigits(untimed)) return { kind: 'unreadable', seen, want: DAY_WANT };
  const clean = compactText(untimed)
    .replace(/[.。,;]$/, '')
    .replace('元月', '1月');
  const bare = clean
    .replace(/^(?:预计|计划|拟于?|约|大约|力争|争取|确保)+/, '')
    .replace(/(?:左右|开工|动工|竣工|完工|建成|投产|签约|完成|交付)+$/, '');
  const read = parse(bare, context.year);
  if (read === 'year') return { kind: 'question', ask: 'year', seen };
  if (read === 'choice') return { kind: 'question', ask: 'choice', seen };
  if (read !== null) return outcomeOf(read, noteOf(clean));
  if (isRange(bare)) return { kind: 'question', ask: 'range', seen };
  return { kind: 'unreadable', seen, want: DAY_WANT };
}

/**
 * A day from a spreadsheet's number: a serial day, 201205, 20120501, or 2012.5 as year and month.
 * 2010.1 may have been typed 2010.10 – the file keeps no difference – so it is asked about.
 */
export function readDayNumber(value: number): Outcome<Day> {
  const text = decimalOfNumber(value);
  if (/^\d{4}\.1$/.test(text)) return { kind: 'question', ask: 'choice', seen: text };
  if (/^\d{5}\.\d+$/.test(text)) return readDay(String(Math.floor(value)), { year: null });
  const compactMonth = /^(\d{4})\.(\d{2})(\d{2})$/.exec(text);
  return readDay(compactMonth ? compactMonth.slice(1).join('.') : text, { year: null });
}

function noteOf(clean: string): Note | undefined {
  return /约|左右|预计/.test(clean) ? 'approximate' : undefined;
}

type Parsed = Day | 'year' | 'choice' | null;

function parse(text: string, contextYear: number | null): Parsed {
  const digits = allDigits(text);
  if (digits !== undefined) return digits;
  const { year, rest } = splitYear(arabic(text), contextYear);
  const eve = festivalEve(rest, year ?? 2000, rest.length < text.length);
  if (eve !== null) return year === null ? 'year' : eve;
  // 12.5 may be 5 December or May 2012
  if (/^\d{1,2}[-./]\d{1,2}$/.test(text)) return 'choice';
  const within =
    rest === '' ? (year === null ? null : { month: undefined, day: undefined }) : partOf(rest);
  if (within === null) return null;
  if (year === undefined || year === null) return plausible(within) ? 'year' : null;
  if (within.month === undefined) return real(dayOf(year));
  if (within.month < 1 || within.month > 12) return null;
  return real(
    within.day === 'last' ? lastDay(year, within.month) : dayOf(year, within.month, within.day),
  );
}

const real = (day: Day): Day | null => (isDay(day) ? day : null);

function plausible({ month, day }: Part): boolean {
  // 2012 is a leap year: 2月29日 is a question, 2月30日 is not
  return (
    month !== undefined &&
    isDay(day === undefined || day === 'last' ? dayOf(2012, month) : dayOf(2012, month, day))
  );
}

/** 20120501, 201205, 2012 and serial days; undefined where the text is not all digits. */
function allDigits(text: string): Day | null | undefined {
  if (!/^\d+$/.test(text)) return undefined;
  const number = Number(text);
  if (text.length === 8) return real(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`);
  if (text.length === 6) return real(`${text.slice(0, 4)}-${text.slice(4)}`);
  if (text.length === 5 && number >= 30_000 && number <= 60_000)
    return new Date(EXCEL_EPOCH + number * 86_400_000).toISOString().slice(0, 10);
  return text.length === 4 ? real(text) : null;
}

/** 二〇一二年五月十日 → 2012年5月10日; 一季度 stays. */
function arabic(text: string): string {
  return plainNumerals(text).replace(/[零一二三四五六七八九十]+(?=[年月日号])/g, (numeral) =>
    numeral.includes('十')
      ? (quantityOf(numeral) ?? numeral)
      : [...numeral].map((sign) => '零一二三四五六七八九'.indexOf(sign)).join(''),
  );
}

function splitYear(
  text: string,
  contextYear: number | null,
): { year: number | null; rest: string } {
  const relative = RELATIVE[text.slice(0, 2)];
  if (relative !== undefined)
    return {
      year: contextYear === null ? null : contextYear + relative,
      rest: text.slice(2) || '年内',
    };
  const full =
    /^(\d{4})(?:年度?|[-./]|(?=上半年|下半年|前三|第?[一二三四1-4]季度|Q\d|[年底末]))(.*)$/i.exec(
      text,
    );
  if (full) return { year: Number(full[1]), rest: full[2] ?? '' };
  const short = /^'?(\d{2})年(.*)$/.exec(text);
  if (short)
    return { year: Number(short[1]) + (Number(short[1]) < 70 ? 2000 : 1900), rest: short[2] ?? '' };
  return { year: contextYear, rest: text };
}

interface Part {
  readonly month: number | undefined;
  readonly day: number | 'last' | undefined;
}

/** 6月底前, 10月15日, 05-01, 上半年; null where the text is none of them. */
function partOf(text: string): Part | null {
  const rest = text.replace(/(?:之|以)?前$/, '');
  const ended = PARTS.find(([pattern]) => pattern.test(rest));
  if (ended) return { month: ended[1], day: 'last' };
  const date = /^(\d{1,2})(?:月|[-./])(\d{1,2})[日号]?$/.exec(rest) ?? null;
  if (date) return { month: Number(date[1]), day: Number(date[2]) };
  const month = /^(\d{1,2})(?:月份?)?(底|末|初|上旬|中旬|下旬|内)?$/.exec(rest);
  return month
    ? { month: Number(month[1]), day: month[2] === '底' || month[2] === '末' ? 'last' : undefined }
    : null;
}

/** 2010年5月—2012年6月: two days, each of which can be read. */
function isRange(bare: string): boolean {
  return rangeParts(bare, 2000) !== null;
}

const rangeParts = (bare: string, year: number | null): readonly [Day, Day] | null => {
  const [from, to, ...more] = bare.split(
    /[~～–—―至到]+|-(?=\d{4})|(?<=[日号月])-(?=\d{1,2}[日号月])/,
  );
  if (from === undefined || to === undefined || more.length > 0) return null;
  const begins = parse(/^\d{1,2}$/.test(from) ? `${from}月` : from, year);
  const own =
    begins !== null && begins !== 'year' && begins !== 'choice' ? Number(begins.slice(0, 4)) : year;
  const ends = parse(to, own);
  return isRead(begins) && isRead(ends) && begins <= ends ? [begins, ends] : null;
};

const isRead = (read: Parsed): read is Day => read !== null && read !== 'year' && read !== 'choice';

/**
 * The first and the last day of a range; the end's year is the beginning's where it says none. Null
 * where the text is no such range, or no year is known.
 */
export function readDayRange(text: string, { year }: DayContext): readonly [Day, Day] | null {
  const bare = compactText(text)
    .replaceAll('元月', '1月')
    .replace(/^(\d{1,2})-(?=\d{1,2}月)/, '$1月至');
  return rangeParts(bare, year);
}
