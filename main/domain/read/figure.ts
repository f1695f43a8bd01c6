/**
 * Reads a figure as people type it, with the scale word or measure that stands beside it in the
 * cell.
 */
import { compare, multiply, type Decimal } from '../exact/decimal.ts';
import { MEASURE_NAMES, measureOf, type Currency, type Measure } from '../exact/measure.ts';
import { quantityOf } from './numeral.ts';
import { EMPTY, outcomeOf, type Outcome } from './outcome.ts';
import { compactText, joinsDigits, saysNothing } from './text.ts';

export interface ReadFigure {
  /** the figure in ones: its scale words (万, 亿) are multiplied in */
  readonly amount: Decimal;
  /** what stood behind the digits: "万元", "亿"; null for a bare figure */
  readonly word: string | null;
  /** the plain measure that `amount` is in: 元 for "30000万元"; null where the cell names none */
  readonly unit: Measure | null;
  readonly approximate: boolean;
}

/** The measure a bare figure is in, once its scale word is taken off: 万亩 → 亩. */
export function unscaledFigure(measure: Measure): Measure {
  return measureOf(unscaledName(measure.name)) ?? measure;
}

function unscaledName(name: string): string {
  const rest = name.replace(/^[百千万亿]+/, '');
  return MEASURE_NAMES.includes(rest) ? rest : name;
}

const WANT = '数，如 1200 或 1.2亿';
const SPOKEN: readonly string[] = ['美金', '平米', 'm²', 'm2', 'USD', '元人民币'];
/**
 * Without 万元 and its like: scale words belong to the figure, so that 1亿2000万元 is read as a
 * whole.
 */
const UNITS = [
  ...MEASURE_NAMES.filter((name) => unscaledName(name) === name && !isMereWord(name)),
  ...SPOKEN,
].sort((a, b) => b.length - a.length);
/**
 * 二期 and 三条 are no figures of their own: such a word is read only where it is the figure's
 * measure.
 */
function isMereWord(name: string): boolean {
  return measureOf(name)?.family !== undefined;
}
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^(?:人民币|RMB|CNY|¥)/i, '元'],
  [/^(?:US\$|USD|美元|\$)/i, '美元'],
  [/^(?:HK\$|HKD|港币|港元)/i, '港元'],
  [/^(?:EUR|€|欧元)/i, '欧元'],
];
const BEFORE = /^(?:大约|大概|约为|约|将近|接近|近|超过|超|逾|预计|不足|不到|达到|达)+/;
const AFTER = /(?:左右|上下|以上|以下|以内|\(约\)|\(预计\)|余|多)$/;
const WITHIN = /(?<=[\d百千万亿])[余多](?=[百千万亿元美港欧日亩㎡平公个项家户人吨])/;
const RANGE =
  /^[^-~–—―至到]*[\d一二三四五六七八九十百千万亿]%?[^-~–—―至到\d]*(?:[-~–—―至到]+)[\d一二三四五六七八九十]/;

export function readFigure(text: string): Outcome<ReadFigure> {
  if (saysNothing(text)) return EMPTY;
  const seen = text.trim();
  const clean = unbracketedUnit(compactText(text));
  const { bare, approximate } = withoutDoubt(clean);
  const figure = joinsDigits(text) ? null : signed(bare, approximate);
  if (figure !== null) return outcomeOf(figure, approximate ? 'approximate' : undefined);
  if (!joinsDigits(text) && isRange(bare)) return { kind: 'question', ask: 'range', seen };
  return { kind: 'unreadable', seen, want: WANT };
}

/** 18(万元) as 18万元. */
function unbracketedUnit(clean: string): string {
  return clean.replace(/^([^()]+)\(([^()]+)\)$/, (whole: string, digits: string, unit: string) =>
    measureOf(unit) === null ? whole : digits + unit,
  );
}

function withoutDoubt(clean: string): { bare: string; approximate: boolean } {
  let bare = clean.replace(BEFORE, '').replace(WITHIN, '');
  while (AFTER.test(bare)) bare = bare.replace(AFTER, '');
  return { bare, approximate: bare !== clean };
}

/** 5000-6000万: two figures, of which the second alone says the measure. */
function isRange(bare: string): boolean {
  if (!RANGE.test(bare)) return false;
  const parts = bare.split(/[-~–—―至到]+/);
  return parts.length === 2 && parts.every((part) => measured(part, false) !== null);
}

function signed(bare: string, approximate: boolean): ReadFigure | null {
  const bracketed = /^\(([^()]+)\)([^()\d]*)$/.exec(bare);
  if (bracketed) return negative(measured(`${bracketed[1]}${bracketed[2]}`, approximate));
  const minus = /^(?:-|−|负)(.+)$/.exec(bare);
  if (minus) return negative(measured(minus[1] ?? '', approximate));
  return measured(bare.replace(/^\+/, ''), approximate);
}

function negative(figure: ReadFigure | null): ReadFigure | null {
  if (figure === null || compare(figure.amount, '0') === 0) return figure;
  return { ...figure, amount: multiply(figure.amount, '-1') };
}

function measured(text: string, approximate: boolean): ReadFigure | null {
  const share = /^百分之(.+)$/.exec(text);
  if (share) return figureOf(share[1] ?? '', '%', approximate);
  const sign = SIGNS.find(([pattern]) => pattern.test(text));
  const rest = sign ? text.replace(sign[0], '') : text;
  const unit = UNITS.find((name) => rest.endsWith(name));
  const digits = unit === undefined ? rest : rest.slice(0, -unit.length);
  if (sign && unit !== undefined && currencyOf(unit) !== currencyOf(sign[1])) return null;
  return figureOf(digits, unit ?? sign?.[1] ?? null, approximate);
}

function figureOf(digits: string, unit: string | null, approximate: boolean): ReadFigure | null {
  const amount = quantityOf(digits);
  if (amount === null) return null;
  const word = scaleOf(digits) + (unit ?? '');
  return {
    amount,
    word: word === '' ? null : word,
    unit: unit === null ? null : named(unit),
    approximate,
  };
}

/** The scale behind the digits: 万 of 3万, 千 of 3千; 四千八百 is a number without one. */
function scaleOf(digits: string): string {
  const scale = /[百千万亿佰仟萬億]+$/.exec(digits)?.[0] ?? '';
  return /[万亿萬億]/.test(scale) || /^\d|^.[百千佰仟]$/.test(digits) ? scale : '';
}

/** 3千 in a column of 万元: 三千万元, or 三千元? */
export function leavesScaleOpen(figure: ReadFigure, measure: Measure | null): boolean {
  return (
    figure.unit === null &&
    figure.word !== null &&
    /^[百千佰仟]+$/.test(figure.word) &&
    (measure === null || unscaledFigure(measure) !== measure)
  );
}

const named = (unit: string): Measure | null => measureOf(unit === '元人民币' ? '元' : unit);
const currencyOf = (unit: string): Currency | undefined => named(unit)?.currency;
