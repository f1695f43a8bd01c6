/**
 * What reading a cell's text comes to: empty, a value, a question and unreadable are four different
 * answers.
 */

export type Note = 'approximate' | 'rounded' | 'measure';

export type Outcome<T> =
  | { readonly kind: 'empty' }
  /** `measure`: the cell carried a measure of its own and was converted */
  | { readonly kind: 'value'; readonly value: T; readonly note?: Note }
  | {
      readonly kind: 'question';
      readonly ask: 'measure' | 'range' | 'year' | 'choice';
      readonly seen: string;
    }
  /** `want`: in Chinese, what the cell should hold */
  | { readonly kind: 'unreadable'; readonly seen: string; readonly want: string };

export const EMPTY = { kind: 'empty' } as const;

export function outcomeOf<T>(value: T, note?: Note): Outcome<T> {
  return note === undefined ? { kind: 'value', value } : { kind: 'value', value, note };
}
