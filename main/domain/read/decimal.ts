/** Reads a plain quantity and states it in the measure its field keeps: 公顷 → 亩, ㎡ → 亩. */
import { compare, placesOf, round, type Decimal } from '../exact/decimal.ts';
import { convert, converts, type Measure } from '../exact/measure.ts';
import { leavesScaleOpen, readFigure, unscaledFigure, type ReadFigure } from './figure.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

export interface DecimalContext {
  /** of the column; null where nothing says */
  readonly measure: Measure | null;
  /** the measure the field is kept in */
  readonly target: Measure;
  /** places kept; with 0 only whole numbers are read */
  readonly scale: number;
}

/**
 * More digits than any quantity of a county has, and few enough for a 64-bit integer with its
 * places.
 */
const LIMIT = '1000000000000';

export function readDecimal(text: string, context: DecimalContext): Outcome<Decimal> {
  const { target, scale } = context;
  const unreadable = {
    kind: 'unreadable',
    seen: text.trim(),
    want: scale === 0 ? `整数（${target.name}），如 120` : `数（${target.name}），如 120.5`,
  } as const;
  const read = readFigure(text);
  if (read.kind === 'unreadable') return unreadable;
  if (read.kind !== 'value') return read;
  const figure = read.value;
  if (leavesScaleOpen(figure, context.measure) && !hasOneScale(target))
    return { kind: 'question', ask: 'measure', seen: text.trim() };
  const measure = measureFor(figure, context);
  if (measure === null)
    return compare(figure.amount, '0') === 0
      ? outcomeOf(round('0', scale))
      : { kind: 'question', ask: 'measure', seen: text.trim() };
  if (!converts(measure, target)) return unreadable;
  const full = measure === target ? figure.amount : convert(figure.amount, measure, target);
  const value =
    measure === target
      ? round(figure.amount, scale)
      : convert(figure.amount, measure, target, scale);
  const exact = compare(full, value) === 0;
  if (
    (scale === 0 && placesOf(full) > 0) ||
    compare(full, LIMIT) > 0 ||
    compare(full, `-${LIMIT}`) < 0
  )
    return unreadable;
  const converted =
    figure.unit !== null && figure.word !== context.measure?.name && figure.word !== target.name;
  return outcomeOf(
    round(value, scale),
    figure.approximate ? 'approximate' : !exact ? 'rounded' : converted ? 'measure' : undefined,
  );
}

/**
 * People and shares have one usual measure; land stands in 亩, ㎡ or 公顷, so a bare figure is
 * asked about.
 */
function measureFor(figure: ReadFigure, { measure, target }: DecimalContext): Measure | null {
  if (figure.unit !== null) return figure.unit;
  const usual = hasOneScale(target) || target.dimension === 'share' ? target : null;
  const stated = measure ?? usual;
  return stated === null || figure.word === null ? stated : unscaledFigure(stated);
}

const hasOneScale = ({ dimension }: Measure): boolean =>
  dimension === 'count' || dimension === 'people' || dimension === 'word';
