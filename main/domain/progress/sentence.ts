/**
 * The parts of a sentence in a document: words, and figures that stay figures until they are
 * written, so that each can be compared with its table and asked where it comes from.
 */
import { round, type Decimal } from '../exact/decimal.ts';
import { BLANK_WORD } from './words.ts';

/** Which figure of the book stands there; `unit` null: the whole county's. */
export interface FigureSource {
  readonly indicator: number;
  readonly unit: number | null;
  readonly of: 'target' | 'month' | 'cumulative' | 'yoy' | 'completion' | 'gap' | 'points';
}
export interface ToldFigure {
  /** as it is told, without a sign that words tell; null: nobody has told it */
  readonly figure: Decimal | null;
  readonly places: number;
  readonly source: FigureSource | null;
}
export type DocumentPart = string | ToldFigure;
export type Sentence = readonly DocumentPart[];

/** A figure that is missing leaves a blank for the pen, never a 0. */
export const partText = (part: DocumentPart): string =>
  typeof part === 'string'
    ? part
    : part.figure === null
      ? BLANK_WORD
      : round(part.figure, part.places);

export const sentenceText = (parts: Sentence): string => parts.map(partText).join('');

/** Sentences in a row, with `between` where one follows another; empty ones are left out. */
export const joined = (sentences: readonly Sentence[], between: string): Sentence =>
  sentences
    .filter((one) => one.length > 0)
    .flatMap((one, at) => (at === 0 ? one : [between, ...one]));
