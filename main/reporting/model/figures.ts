/**
 * How figures, shares and days look on paper: thousands separators, the column's places, half-up, a
 * true minus sign.
 */
import { divide, multiply, round, type Decimal } from '../../domain/exact/decimal.ts';
import type { Day } from '../../domain/days/day.ts';
import type { TableCell, TableColumn } from './table.ts';

/** What stands where a percentage has no denominator. */
export const NO_SHARE = '—';
const MINUS = '−';

/** "-1234.5" at one place → "−1,234.5". A figure that rounds to zero carries no sign. */
export function printedFigureText(value: Decimal, places: number): string {
  const rounded = round(value, places);
  const digits = rounded.replace('-', '');
  const [whole = '0', fraction] = digits.split('.');
  const thousands = whole.length <= 3 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const grouped = thousands + (fraction === undefined ? '' : `.${fraction}`);
  return rounded.startsWith('-') && /[1-9]/.test(digits) ? MINUS + grouped : grouped;
}

/** With a plus before what is above zero: "42.31" → "+42.31". */
function printedSignedText(value: Decimal, places: number): string {
  const text = printedFigureText(value, places);
  return text.startsWith(MINUS) || !/[1-9]/.test(text) ? text : `+${text}`;
}

/** part ÷ whole in per cent, to `places`; “—” where the whole is zero. */
export function shareCell(part: Decimal, whole: Decimal, places: number): TableCell {
  const share = divide(multiply(part, '100'), whole, places);
  return share === null ? { note: NO_SHARE } : { figure: share };
}

/** As narrow columns print a day: 2012年, 2012.6, 2009.10.12. */
export function dayCell(day: Day): string {
  const [year, ...rest] = day.split('-').map(Number);
  return rest.length === 0 ? `${year}年` : [year, ...rest].join('.');
}

/**
 * Whether a cell is a figure of which can be asked where it comes from: what only counts lines is
 * none.
 */
export const isAskable = (
  cell: TableCell,
  column: Pick<TableColumn, 'places'> | undefined,
): boolean =>
  cell !== null &&
  typeof cell === 'object' &&
  'figure' in cell &&
  (cell.source !== undefined || (cell.places ?? column?.places) !== undefined);

/**
 * The cell as it is printed; empty where there is nothing. A figure in a column without places is
 * an ordinal and stays as it is.
 */
export function printedCellText(
  cell: TableCell,
  column: Pick<TableColumn, 'places' | 'signed' | 'zero'>,
): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if ('note' in cell) return cell.note;
  const places = cell.places ?? column.places;
  const text =
    places === undefined
      ? cell.figure
      : (column.signed === true ? printedSignedText : printedFigureText)(
          cell.printed ?? cell.figure,
          places,
        );
  if (column.zero !== undefined && places !== undefined && !/[1-9]/.test(text))
    return column.zero === 'dash' ? NO_SHARE : '';
  return text + (cell.mark ?? '');
}

/**
 * Width of printed text in units of one Chinese character: Latin letters and digits take half of
 * it; a minus, which fonts of an office lack, is a digit in Chromium and a third more in
 * LibreOffice; a dash and a lamp are as wide as a character.
 */
export function textUnits(text: string): number {
  let units = 0;
  for (const character of text)
    units += character === MINUS ? 0.7 : (character.codePointAt(0) ?? 0) < 0x2010 ? 0.5 : 1;
  return units;
}

/**
 * No fewer units than the figure takes as it is printed, told without printing it: of a long column
 * only those that may be the widest are.
 */
export function mostUnits(
  { figure, printed = figure, places, mark = '' }: FigureCell,
  column: Pick<TableColumn, 'places' | 'signed'>,
): number {
  const wanted = places ?? column.places;
  if (wanted === undefined) return textUnits(printed) + textUnits(mark);
  const point = printed.indexOf('.');
  const isBelow = printed.startsWith('-');
  const written = (point < 0 ? printed.length : point) - (isBelow ? 1 : 0);
  const isRounded = point >= 0 && printed.length - point - 1 > wanted;
  const whole = written + (isRounded ? 1 : 0);
  const signs = whole + Math.floor((whole - 1) / 3) + (wanted === 0 ? 0 : wanted + 1);
  const sign = isBelow ? 0.7 : column.signed === true ? 0.5 : 0;
  return signs / 2 + sign + (mark === '' ? 0 : textUnits(mark));
}
type FigureCell = Extract<TableCell, { readonly figure: Decimal }>;

/** Lines that the text fills in a column that takes `perLine` characters. */
export function wrappedLinesOf(text: string, perLine: number): number {
  return text
    .split('\n')
    .reduce(
      (lines, line) => lines + Math.max(1, Math.ceil(textUnits(line) / Math.max(1, perLine))),
      0,
    );
}
