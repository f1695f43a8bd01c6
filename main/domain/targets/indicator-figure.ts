/**
 * Reads what is typed for an indicator: a figure in its measure, and for targets a growth on the
 * base.
 */
import { isDecimal, multiply, placesOf, trim, type Decimal } from '../exact/decimal.ts';
import { FIGURE_SCALE } from './indicator.ts';
import { measureOf } from '../exact/measure.ts';
import { inMeasure } from '../exact/money.ts';
import { readDecimal } from '../read/decimal.ts';
import { readFigure } from '../read/figure.ts';
import { readMoney } from '../read/money.ts';
import { EMPTY, outcomeOf, type Outcome } from '../read/outcome.ts';
import { compactText, saysNothing } from '../read/text.ts';

/**
 * "30", "3000万" in 亿元, "1,200": the figure in the measure, at most six places; more would have
 * to be rounded and is not read.
 */
export function readIndicatorFigure(text: string, measureName: string): Outcome<Decimal> {
  const measure = measureOf(measureName);
  const read =
    measure === null || measure.dimension === 'word'
      ? readPlain(text, measureName)
      : measure.dimension === 'money'
        ? readAmount(text, measureName)
        : readDecimal(text, { measure, target: measure, scale: 12 });
  if (read.kind === 'unreadable') return { ...read, want: `一个数（${measureName}），如120` };
  if (read.kind !== 'value') return read;
  const value = trim(read.value);
  return placesOf(value) > FIGURE_SCALE
    ? {
        kind: 'unreadable',
        seen: text.trim(),
        want: `不超过${FIGURE_SCALE}位小数的数（${measureName}）`,
      }
    : { ...read, value };
}

function readAmount(text: string, name: string): Outcome<Decimal> {
  const measure = measureOf(name);
  const currency = measure?.currency ?? 'CNY';
  if (measure === null) return EMPTY;
  const read = readMoney(text, { measure, currency });
  if (read.kind !== 'value') return read;
  if (read.value.currency !== currency || read.note === 'rounded')
    return { kind: 'unreadable', seen: text.trim(), want: `${name}的金额` };
  return outcomeOf(inMeasure(read.value.fen, measure), read.note);
}

/**
 * A measure that is a mere word, or that the program does not know, converts to none: the figure
 * stands bare, or with that very word.
 */
export function readPlain(text: string, name: string): Outcome<Decimal> {
  const clean = compactText(text);
  const bare = clean.endsWith(compactText(name))
    ? clean.slice(0, -compactText(name).length)
    : clean;
  const read = readFigure(bare);
  if (read.kind !== 'value') return read;
  return read.value.word === null
    ? outcomeOf(read.value.amount, read.note)
    : { kind: 'unreadable', seen: text.trim(), want: '' };
}

/** A target as typed: a figure, growth on the base, or both ("1700，增长15%"). */
export interface TypedTarget {
  readonly value: Decimal | null;
  /** percent */
  readonly growth: Decimal | null;
}
const GROWTH =
  /(?:(?:比|较)?(?:上年|去年)?(?:实际)?(?:同比)?(增长|增|上升|提高|\+|下降|减少|降低|降|-)(?:率)?([\d.]+)%|(持平|零增长))$/;

/** Of a share: so many points on the base. */
const POINTS =
  /(?:(?:比|较)?(?:上年|去年)?(?:实际)?(?:同比)?(提高|提升|增长|增加|上升|\+|下降|减少|降低|回落|-)([\d.]+)个?百分点|(持平))$/;

export function readTarget(text: string, measureName: string): Outcome<TypedTarget> {
  if (saysNothing(text)) return EMPTY;
  const clean = compactText(text)
    .replace(/[（(]([^（()）]*)[)）]$/, '，$1')
    .replace(/％/g, '%');
  const isShare = measureOf(measureName)?.dimension === 'share';
  const found = (isShare ? POINTS : GROWTH).exec(clean);
  if (found === null) {
    const read = readIndicatorFigure(
      isShare ? clean.replace(/^增长/, '').replace(/^下降/, '-') : text,
      measureName,
    );
    if (read.kind === 'unreadable')
      return { ...read, seen: text.trim(), want: isShare ? read.want : `${read.want}，或增长15%` };
    return read.kind === 'value' ? { ...read, value: { value: read.value, growth: null } } : read;
  }
  const growth = found[3] !== undefined ? '0' : signed(found[1] ?? '', found[2] ?? '');
  if (growth === null || placesOf(growth) > FIGURE_SCALE)
    return {
      kind: 'unreadable',
      seen: text.trim(),
      want: isShare ? '百分点，如提高1.5个百分点' : '增长的百分数，如增长15%',
    };
  const rest = clean.slice(0, found.index).replace(/[，,、；;]+$/, '');
  if (rest === '') return outcomeOf({ value: null, growth });
  const read = readIndicatorFigure(rest, measureName);
  return read.kind === 'value'
    ? { ...read, value: { value: read.value, growth } }
    : read.kind === 'empty'
      ? outcomeOf({ value: null, growth })
      : read;
}

function signed(sign: string, digits: string): Decimal | null {
  if (!isDecimal(digits)) return null;
  return trim(/^(?:下|减|降|回|-)/.test(sign) ? multiply(digits, '-1') : digits);
}
