/**
 * Reads a figure of a matrix in the measure that its column or row states: amounts in that measure,
 * shares in percent.
 */
import { decimalOfNumber, multiply, trim } from '../../domain/exact/decimal.ts';
import { measureOf, type Measure } from '../../domain/exact/measure.ts';
import { inMeasure } from '../../domain/exact/money.ts';
import { readDecimal } from '../../domain/read/decimal.ts';
import { readFigure } from '../../domain/read/figure.ts';
import { readMoney } from '../../domain/read/money.ts';
import { readPlain } from '../../domain/targets/indicator-figure.ts';
import { EMPTY } from '../../domain/read/outcome.ts';
import { compactText, saysNothing } from '../../domain/read/text.ts';
import { showsPercent, type Showing } from '../cells/formats.ts';
import type { CellRead } from '../cells/cells.ts';
import type { FactPart } from '../../domain/targets/fact.ts';
import type { CellValue } from '../sheet/sheet.ts';
import { spokenTargets } from './spoken-targets.ts';

const SHARES: ReadonlySet<FactPart> = new Set(['yoy', 'completion', 'growth', 'growthStretch']);
export const isShareOfTarget = (part: FactPart): boolean => SHARES.has(part);
/** Places that a quantity of a matrix may have. */
const PLACES = 6;
const PERCENT = '百分数，如 12.5';

export interface FactContext {
  readonly part: FactPart;
  /** null: nothing says; a rank needs none */
  readonly measure: Measure | null;
  readonly format: string | undefined;
  readonly showing: Showing;
  /** whether the indicator itself is a rate, whose growth is told in points */
  readonly isRate?: boolean;
}

/**
 * The figure in the context's measure; without one a question. A doubtful format is a question of
 * its caller.
 */
export function readFact(cell: CellValue, context: FactContext): CellRead {
  if (cell === null || (typeof cell === 'string' && saysNothing(cell))) return EMPTY;
  if (typeof cell === 'object')
    return 'error' in cell
      ? { kind: 'broken', error: cell.error }
      : 'formula' in cell
        ? { kind: 'formula', formula: cell.formula }
        : { kind: 'unreadable', seen: cell.day, want: '数' };
  if (typeof cell === 'boolean')
    return { kind: 'unreadable', seen: cell ? '是' : '否', want: '数' };
  if (isShareOfTarget(context.part))
    return isOfPoints(cell, context)
      ? { kind: 'unreadable', seen: String(cell), want: '百分数；百分点是率的增减' }
      : readShare(cell, context.format);
  if (context.part === 'rank') return readRank(cell);
  // a level in percent is kept as percent however the cell's format holds it
  if (context.measure?.name === '%' && typeof cell === 'number')
    return readShare(cell, context.format);
  const text = typeof cell === 'number' ? decimalOfNumber(cell) : asTarget(cell, context.part);
  const stored =
    context.showing.is === 'stored' && typeof cell === 'number'
      ? context.showing.measure
      : context.measure;
  return readAmount(text, stored, context.measure ?? stored);
}

/** What a cell says itself: 2—3户, 5亿元以上; for columns where nothing else does. */
export function measureBehind(cell: string): Measure | null {
  const word = /\d([^\d.]{1,4}?)(?:以上|以下|以内|左右)?$/.exec(compactText(cell))?.[1];
  return word === undefined ? null : measureOf(word);
}

/** ≥95%, 不超过3起, 力争5家, 20左右: a target says the figure that it sets. */
const SETS =
  /^(?:≥|≤|≧|≦|>=|<=|>|<|＞|＜|不超过|超过|超|不高于|不大于|不低于|不少于|不小于|至少|达到|达|确保|力争|完成|实现|控制在|保持在|保持|稳定在|在)+(?:完成|达到|达|实现|在)?/;
/** Whether a cell sets a target in words: 不低于85%, 控制在3件以内, 增长8%. */
export const isTargetText = (cell: string): boolean =>
  /\d/.test(cell) &&
  cell.length <= MOST_OF_A_TARGET &&
  (spokenTargets(cell, 'annual', null, false) !== null ||
    readFigure(asTarget(cell, 'annual')).kind === 'value');
const MOST_OF_A_TARGET = 20;
const TARGETS: ReadonlySet<FactPart> = new Set(['annual', 'assured', 'stretch', 'upper', 'plan']);

const asTarget = (text: string, part: FactPart): string =>
  TARGETS.has(part)
    ? compactText(text)
        .replace(SETS, '')
        .replace(/(?:及|或)?(?:以上|以下|以内|之内|之上|之下|左右)$/, '') || text
    : text;

/**
 * 下降1.5个百分点 of an amount: an amount grows by percent, a rate by points; which of them was
 * meant nobody knows.
 */
const isOfPoints = (cell: string | number, { part, isRate }: FactContext): boolean =>
  typeof cell === 'string' && part !== 'completion' && isRate !== true && /百分点/.test(cell);

function readShare(cell: string | number, format: string | undefined): CellRead {
  if (typeof cell === 'number')
    return {
      kind: 'value',
      value: trim(
        showsPercent(format) ? multiply(decimalOfNumber(cell), '100') : decimalOfNumber(cell),
      ),
    };
  const text = compactText(cell);
  if (/^(?:持平|不变|平)$/.test(text)) return { kind: 'value', value: '0' };
  const worded =
    /^(?:同比)?(增长|上升|提高|增加|增|升|↑|\+|下降|减少|降低|回落|减|降|↓|-|−|负)?(.+?)(?:个?百分点)?$/.exec(
      text,
    );
  const read = readFigure(worded?.[2] ?? text);
  if (read.kind === 'question') return read;
  if (read.kind !== 'value' || (read.value.word !== null && read.value.word !== '%'))
    return { kind: 'unreadable', seen: cell.trim(), want: PERCENT };
  const down = /^(?:下|减|降|回|↓|-|−|负)/.test(worded?.[1] ?? '');
  const value = trim(down ? multiply(read.value.amount, '-1') : read.value.amount);
  return { kind: 'value', value, ...(read.note === undefined ? {} : { note: read.note }) };
}

function readRank(cell: string | number): CellRead {
  const digits = /^(?:第)?(\d{1,4})(?:名|位)?$/.exec(compactText(String(cell)))?.[1];
  return digits === undefined
    ? { kind: 'unreadable', seen: String(cell), want: '名次，如 3' }
    : { kind: 'value', value: String(Number(digits)) };
}

function readAmount(text: string, from: Measure | null, to: Measure | null): CellRead {
  if (to === null || from === null) {
    const bare = readFigure(text);
    return bare.kind === 'value' ? { kind: 'question', ask: 'measure', seen: text.trim() } : bare;
  }
  if (to.dimension === 'money') {
    const read = readMoney(text, { measure: from, currency: to.currency ?? 'CNY' });
    if (read.kind !== 'value') return read;
    if (read.value.currency !== (to.currency ?? 'CNY'))
      return { kind: 'unreadable', seen: text.trim(), want: `${to.name}的金额` };
    return {
      kind: 'value',
      value: trim(inMeasure(read.value.fen, to)),
      ...(read.note === undefined ? {} : { note: read.note }),
    };
  }
  const read =
    to.dimension === 'word'
      ? readPlain(text, to.name)
      : readDecimal(text, { measure: from, target: to, scale: PLACES });
  return read.kind === 'value' ? { ...read, value: trim(read.value) } : read;
}
