/**
 * The figures of one column, and their exact sums: most are whole numbers of 分 or ten thousandths,
 * and no text is made of those until somebody reads it.
 */
import { decimalOfNumber, fromScaled, smallScaled, sum, trim } from '../../domain/exact/decimal.ts';
import { fenOfYuan, inMeasure, yuanText } from '../../domain/exact/money.ts';
import type { QuickNumber } from './cells.ts';
import type { MappedColumn } from '../sheet/mapped.ts';
import type { Figures } from '../sheet/column-figures.ts';

/** Figures as they come in, row by row. */
export class ColumnFigures implements Figures {
  readonly scaled: Float64Array;
  private readonly texts = new Map<number, string>();
  private readonly ways: Pick<QuickNumber, 'text' | 'stored'>;

  constructor(length: number, ways: Pick<QuickNumber, 'text' | 'stored'>) {
    this.scaled = new Float64Array(length).fill(Number.NaN);
    this.ways = ways;
  }

  get length(): number {
    return this.scaled.length;
  }

  put(place: number, text: string): void {
    this.texts.set(place, text);
  }

  /** The figure waits for an answer: nobody stores it or adds it up. */
  hold(place: number): void {
    this.scaled[place] = Number.NaN;
    this.texts.delete(place);
  }

  at(place: number): string | null {
    const scaled = this.scaled[place] ?? Number.NaN;
    return Number.isNaN(scaled) ? (this.texts.get(place) ?? null) : this.ways.text(scaled);
  }

  /** A plain figure as the field stores it. */
  storedAt(place: number): number | null {
    const scaled = this.scaled[place] ?? Number.NaN;
    return Number.isNaN(scaled) ? null : this.ways.stored(scaled);
  }
}

/** Figures of the rows from one place to before another. */
export interface FigureSpan {
  readonly figures: Figures;
  readonly from: number;
  readonly to: number;
}
export const wholeOfFigures = (figures: Figures): FigureSpan => ({
  figures,
  from: 0,
  to: figures.length,
});

/**
 * Places that figures which are no money are added up in; the few with more are added as decimals.
 */
const PLACES = 4;
/**
 * From here on a sum of numbers goes over to an integer without limit; far below where a number
 * stops being exact.
 */
const FULL = 2 ** 52;

/**
 * The exact sum of wire figures: 分 or ten thousandths as integers, whatever does not fit as
 * decimals. `taken` leaves rows out.
 */
export function sumOfFigures(
  column: MappedColumn,
  spans: readonly FigureSpan[],
  taken: readonly boolean[] | null = null,
): string {
  const money = column.field?.kind === 'money';
  const places = money ? 2 : PLACES;
  let [quick, whole] = [0, 0n];
  const rest: string[] = [];
  for (const { figures, from, to } of spans) {
    const { scaled } = figures;
    for (let at = from; at < to; at++) {
      if (taken !== null && taken[at] !== true) continue;
      const known = scaled?.[at] ?? Number.NaN;
      const figure = Number.isNaN(known) ? (figures.at(at) ?? null) : null;
      const number = figure === null ? known : (smallScaled(figure, places) ?? Number.NaN);
      if (!Number.isNaN(number)) quick += number;
      else if (figure !== null)
        rest.push(figure.includes('e') ? decimalOfNumber(Number(figure)) : figure);
      if (quick > FULL || quick < -FULL) [quick, whole] = [0, whole + BigInt(quick)];
    }
  }
  const total = sum([fromScaled(whole + BigInt(quick), places), ...rest]);
  return money ? yuanText(fenOfYuan(total)) : total;
}

/** A wire figure in the sheet's own measure, without needless zeros. */
export function inColumn(column: MappedColumn, figure: string): string {
  if (column.field?.kind !== 'money')
    return trim(figure.includes('e') ? decimalOfNumber(Number(figure)) : figure);
  return column.measure === null ? trim(figure) : inMeasure(fenOfYuan(figure), column.measure);
}
