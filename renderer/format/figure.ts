/**
 * Figures as people read them: separators, a typographic minus, a sign before points, and what a
 * selection adds up to.
 */
import { compare, round, type Decimal } from '../../main/domain/exact/decimal.ts';

/** 169300.5 → 169,300.5; −1 with U+2212 */
export function withCommas(value: Decimal): string {
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return (fraction === undefined ? grouped : `${grouped}.${fraction}`).replace(/^-/, '−');
}

/** Half-up to `places`; nothing for null. */
export const shownFigureText = (value: Decimal | null, places: number): string =>
  value === null ? '' : withCommas(round(value, places));

/** A figure that prints — where there is none: percentages without a denominator. */
export const orDash = (value: Decimal | null, places: number): string =>
  value === null ? '—' : shownFigureText(value, places);

/** +14.75, −6.11, 0.00 */
export function signedFigureText(value: Decimal | null, places: number): string {
  if (value === null) return '';
  const rounded = round(value, places);
  return compare(rounded, '0') > 0 ? `+${withCommas(rounded)}` : withCommas(rounded);
}

/** What a selected block of a sheet adds up to. */
export interface SelectionTotals {
  readonly cells: number;
  /** the selected records; null: too many */
  readonly ids: readonly number[] | null;
  /** null: too many rows to add up */
  readonly filled: number | null;
  readonly sum: Decimal | null;
  readonly average: Decimal | null;
  readonly largest: Decimal | null;
  readonly smallest: Decimal | null;
  /** the figures' common measure; null where they differ */
  readonly measure: string | null;
}

/** What the status line says of a selected block: each word with its figure. */
export function selectionFacts({
  cells,
  filled,
  sum,
  average,
  largest,
  smallest,
  measure,
}: SelectionTotals): readonly {
  readonly label: string;
  readonly figure: string;
  readonly measure: string;
}[] {
  const selected = { label: '选中', figure: withCommas(String(cells)), measure: '格' };
  if (filled === null) return [selected, { label: '行数太多，不求和', figure: '', measure: '' }];
  const figures = [
    ['求和', sum, measure ?? ''],
    ['平均', average, ''],
    ['最大', largest, ''],
    ['最小', smallest, ''],
  ] as const;
  return [
    selected,
    ...figures.flatMap(([label, value, unit]) =>
      value === null
        ? []
        : [
            {
              label,
              figure: withCommas(value.includes('.') ? round(value, 2) : value),
              measure: unit,
            },
          ],
    ),
    { label: '计数', figure: withCommas(String(filled)), measure: '' },
  ];
}
