/** The sentences of an import's problems: what is so, then what to do. */
import type { Issue } from '../../../preload/contract/imports.ts';
import { placesOf, round, subtract } from '../../domain/exact/decimal.ts';
import type { ChoiceField, Field } from '../../domain/ledgers/field.ts';
import { decimalOfNumber } from '../../domain/exact/decimal.ts';
import { inMeasure, fenOfYuan } from '../../domain/exact/money.ts';
import { measureOf, type Measure } from '../../domain/exact/measure.ts';
import type { CellRead } from './cells.ts';
import type { CellValue } from '../sheet/sheet.ts';
import { placedIssue } from '../sheet/issue.ts';

/** What a cell's reading has to say, null where it is plain. `seen` is the cell's own text. */
export function cellIssue(
  row: number,
  column: number,
  field: Field,
  measure: Measure | null,
  read: CellRead,
  seen: string,
): Issue | null {
  const at = (level: Issue['level'], code: string, message: string): Issue =>
    placedIssue(row, column, level, code, message);
  switch (read.kind) {
    case 'empty':
      return null;
    case 'unreadable':
      return at(
        'error',
        'value.unreadable',
        `“${shorten(read.seen)}”读不成${field.label}。请填${read.want}，或留空。`,
      );
    case 'question':
      return at('question', `value.${read.ask}`, ASKED[read.ask](shorten(read.seen), field));
    case 'broken':
      return at('error', 'cell.error', BROKEN(read.error));
    case 'formula':
      return at('question', 'cell.formula', UNCOMPUTED(read.formula));
    case 'value':
      return noteIssue(at, field, measure, read, seen);
  }
}

/** What a figure of a matrix has to say, null where it is plain. */
export function factIssue(
  row: number,
  column: number,
  measure: Measure | null,
  read: CellRead,
  cell: CellValue,
): Issue | null {
  const seen = shorten(typeof cell === 'string' ? cell.trim() : String(cell));
  if (read.kind === 'empty') return null;
  if (read.kind === 'unreadable')
    return placedIssue(
      row,
      column,
      'error',
      'value.unreadable',
      `“${shorten(read.seen)}”不是数。请填${read.want}，或留空。`,
    );
  if (read.kind === 'broken')
    return placedIssue(row, column, 'error', 'cell.error', BROKEN(read.error));
  if (read.kind === 'formula')
    return placedIssue(row, column, 'question', 'cell.formula', UNCOMPUTED(read.formula));
  if (read.kind === 'question')
    return placedIssue(
      row,
      column,
      'question',
      `value.${read.ask}`,
      read.ask === 'range'
        ? `“${shorten(read.seen)}”是一个范围。填哪一个？`
        : `“${shorten(read.seen)}”没写单位。是哪个单位？`,
    );
  if (read.note === 'approximate')
    return placedIssue(
      row,
      column,
      'warning',
      'value.approximate',
      `“${seen}”按${read.value}${measure?.name ?? ''}导入，是约数。`,
    );
  if (read.note === 'measure')
    return placedIssue(
      row,
      column,
      'info',
      'value.ownMeasure',
      `“${seen}”自带单位，按${read.value}${measure?.name ?? ''}导入。`,
    );
  return read.note === 'rounded'
    ? placedIssue(
        row,
        column,
        'warning',
        'value.rounded',
        `“${seen}”位数太多，按${read.value}导入。`,
      )
    : null;
}

const BROKEN = (error: string): string => `这一格是公式错误${error}。请改成数，或留空。`;
const UNCOMPUTED = (formula: string): string =>
  `公式“=${shorten(formula)}”没有存下结果。在Excel里打开再保存，或在这里填数。`;

/** Shown is not stored: the user says which of them counts. */
export function formatIssue(row: number, column: number, format: string, stored: string): Issue {
  return placedIssue(
    row,
    column,
    'question',
    'cell.format',
    `这一格存的是${stored}，按数字格式“${shorten(format)}”显示成别的样子。请填实际的数，或确认。`,
  );
}

/**
 * Excel keeps fifteen digits and makes the others 0: the number that was typed is not in the file
 * any more.
 */
export const damagedIssue = (row: number, column: number, seen: number): Issue =>
  placedIssue(
    row,
    column,
    'warning',
    'value.damaged',
    `“${decimalOfNumber(seen)}”超过15位，后面的数字已被Excel改成0，没有导入。请在原表里按文本重填。`,
  );

/** 2024年3月—9月 as a deadline. */
export const rangeEndIssue = (
  row: number,
  column: number,
  field: Field,
  seen: string,
  end: string,
): Issue =>
  placedIssue(
    row,
    column,
    'warning',
    'day.rangeEnd',
    `“${shorten(seen)}”是一段时间，${field.label}按结束的${end}导入。`,
  );

/**
 * One question for all words of a column that are none of its choices; they stay with their
 * records. `begins`: what a new record is put down as all the same.
 */
export function unreadChoices(
  column: number,
  field: ChoiceField,
  words: readonly string[],
  begins: (word: string) => string | null,
): Issue {
  const listed = words.slice(0, 5).map((word) => {
    const label = field.choices.find(({ value }) => value === begins(word))?.label;
    return `“${shorten(word)}”${label === undefined ? '' : `（新记录先记${label}）`}`;
  });
  const more = words.length > 5 ? `等${words.length}个词` : '';
  return placedIssue(
    -1,
    column,
    'question',
    'choice.unread',
    `${listed.join('、')}${more}不是${field.label}里的词，原文存为附加信息。要记成${field.label}，请改成：${field.choices.map((choice) => choice.label).join('、')}。`,
  );
}

/**
 * Formulas without a result and errors in a column that no field takes: nothing of them is kept.
 */
export const unreadExtras = (column: number, head: string, cells: number): Issue =>
  placedIssue(
    -1,
    column,
    'warning',
    'column.uncomputed',
    `“${head}”有${cells}格是没有结果的公式或公式错误，没有导入。要导，在Excel里打开再保存。`,
  );

function noteIssue(
  at: (level: Issue['level'], code: string, message: string) => Issue,
  field: Field,
  measure: Measure | null,
  read: Extract<CellRead, { kind: 'value' }>,
  seen: string,
): Issue | null {
  const text = `“${shorten(seen)}”`;
  const value = shownWireValue(field, measure, read.value);
  if (read.note === 'approximate')
    return at('warning', 'value.approximate', `${text}按${value}导入，标为约数。`);
  if (read.note === 'measure')
    return at('info', 'value.ownMeasure', `${text}自带单位，按${value}导入。`);
  if (read.note === 'rounded')
    return at('warning', 'value.rounded', `${text}位数太多，按${value}导入。`);
  return null;
}

const ASKED: Record<
  'measure' | 'range' | 'year' | 'choice',
  (seen: string, field: Field) => string
> = {
  measure: (seen) => `“${seen}”没写单位。是哪个单位？`,
  range: (seen, field) => `“${seen}”是一个范围。${field.label}填哪一个？`,
  year: (seen) => `“${seen}”没写年份。是哪一年？`,
  choice: (seen) => `“${seen}”有两种读法。请写全，如 2010年10月。`,
};

/** A wire value as a person reads it, in the column's measure where it is a figure. */
export function shownWireValue(field: Field, measure: Measure | null, value: string): string {
  const own = field.kind === 'money' || field.kind === 'decimal' ? measureOf(field.measure) : null;
  if (own === null) return value;
  const shownIn = measure ?? own;
  return field.kind === 'money'
    ? inMeasure(fenOfYuan(value), shownIn) + shownIn.name
    : value + own.name;
}

/** 表中合计24.75，明细相加24.45，差0.30。 */
export function totalMessage(label: string, sheet: string, computed: string): string {
  const places = Math.max(placesOf(sheet), placesOf(computed));
  const difference = round(subtract(sheet, computed), places).replace('-', '');
  return `表中${label}${sheet}，明细相加${computed}，差${difference}。导入按明细，${label}不改。`;
}

const shorten = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);
