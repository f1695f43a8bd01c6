/**
 * Computed fields of the users' ledgers: a formula of other figures of the record (人数×天数×5,
 * 实收÷应收), read once, kept by codes, computed exactly and rounded once.
 */
import { compare, multiply, trim, type Decimal } from '../exact/decimal.ts';
import { fraction, minus, plus, rounded, whole, type Fraction } from '../exact/fraction.ts';
import { measureOf, type Measure } from '../exact/measure.ts';
import type { Value } from './field.ts';
import type { OwnField } from './own-definition.ts';

type Operator = '+' | '-' | '×' | '÷';
type FieldFormula =
  | { readonly is: 'figure'; readonly value: Decimal }
  | { readonly is: 'field'; readonly code: string }
  | { readonly is: Operator; readonly left: FieldFormula; readonly right: FieldFormula };
/** What was read, or one sentence that says what cannot be. */
type ReadFormula =
  | { readonly formula: FieldFormula; readonly text: string }
  | { readonly problem: string };

type Token =
  | { readonly is: 'figure'; readonly value: Decimal; readonly text: string }
  | { readonly is: 'field'; readonly code: string; readonly text: string }
  | { readonly is: Operator | '(' | ')'; readonly text: string };

const OPERATORS: Readonly<Record<string, Operator | '(' | ')'>> = {
  '+': '+',
  '＋': '+',
  '-': '-',
  '－': '-',
  '−': '-',
  '×': '×',
  '*': '×',
  '＊': '×',
  '÷': '÷',
  '/': '÷',
  '／': '÷',
  '(': '(',
  '（': '(',
  ')': ')',
  '）': ')',
};

/**
 * Reads a formula whose fields stand as {code} or by their names; answers it with every field as
 * {code}. `names`: what a field may be called, to its code; `codeOf`: what a code has become.
 */
export function readFormula(
  text: string,
  names: ReadonlyMap<string, string>,
  codeOf: (code: string) => string = (code) => code,
): ReadFormula {
  const tokens = tokensOf(text, names, codeOf);
  if ('problem' in tokens) return tokens;
  const [formula, rest] = sumAt(tokens, 0);
  return formula === null || rest < tokens.length
    ? { problem: `公式“${text}”不完整，写成“人数×天数×5”“（应收-实收）÷应收”这样` }
    : { formula, text: tokens.map((token) => token.text).join('') };
}

function tokensOf(
  text: string,
  names: ReadonlyMap<string, string>,
  codeOf: (code: string) => string,
): readonly Token[] | { readonly problem: string } {
  const longestFirst = [...names.keys()].toSorted((a, b) => b.length - a.length);
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const left = text.slice(at);
    const space = /^\s+/.exec(left)?.[0];
    if (space !== undefined) {
      at += space.length;
      continue;
    }
    const braced = /^\{([^{}]+)\}/.exec(left);
    const name = longestFirst.find((one) => left.startsWith(one));
    const figure = /^(\d+(?:\.\d+)?)([%％])?/.exec(left);
    const operator = OPERATORS[left.charAt(0)];
    if (braced !== null) tokens.push(fieldToken(codeOf(braced[1] ?? '')));
    else if (name !== undefined) tokens.push(fieldToken(names.get(name) ?? name));
    else if (figure !== null) tokens.push(figureToken(figure));
    else if (operator !== undefined) tokens.push({ is: operator, text: operator });
    else {
      const word = /^[^+＋\-－−×*＊÷/／()（）\s]+/.exec(left)?.[0] ?? left;
      return { problem: `公式里的“${word}”不是这本台账的字段，请改成字段的名称` };
    }
    at += (braced?.[0] ?? name ?? figure?.[0] ?? left.charAt(0)).length;
  }
  return tokens;
}

const fieldToken = (code: string): Token => ({ is: 'field', code, text: `{${code}}` });
const figureToken = ([text, digits = '0', percent]: RegExpExecArray): Token => ({
  is: 'figure',
  value: percent === undefined ? trim(digits) : trim(multiply(digits, '0.01')),
  text,
});

type Parsed = readonly [formula: FieldFormula | null, next: number];

const chain =
  (operators: readonly Operator[], part: (tokens: readonly Token[], at: number) => Parsed) =>
  (tokens: readonly Token[], from: number): Parsed => {
    let [left, at] = part(tokens, from);
    for (;;) {
      const token = tokens[at];
      const operator = operators.find((one) => one === token?.is);
      if (left === null || operator === undefined) return [left, at];
      const [right, next] = part(tokens, at + 1);
      if (right === null) return [null, next];
      left = { is: operator, left, right };
      at = next;
    }
  };

function atomAt(tokens: readonly Token[], at: number): Parsed {
  const token = tokens[at];
  if (token?.is === 'figure') return [{ is: 'figure', value: token.value }, at + 1];
  if (token?.is === 'field') return [{ is: 'field', code: token.code }, at + 1];
  if (token?.is !== '(') return [null, at];
  const [inside, end] = sumAt(tokens, at + 1);
  return tokens[end]?.is === ')' ? [inside, end + 1] : [null, end];
}
const productAt = chain(['×', '÷'], atomAt);
const sumAt = chain(['+', '-'], productAt);

/** The codes of the fields that a formula is made of. */
export const fieldsInFormula = (formula: FieldFormula): readonly string[] =>
  formula.is === 'figure'
    ? []
    : formula.is === 'field'
      ? [formula.code]
      : [...fieldsInFormula(formula.left), ...fieldsInFormula(formula.right)];

/**
 * Whether something is divided by a field: then the whole is the formula of the sums, never the sum
 * of the parts' quotients.
 */
export const isQuotient = (formula: FieldFormula): boolean =>
  formula.is !== 'figure' &&
  formula.is !== 'field' &&
  ((formula.is === '÷' && fieldsInFormula(formula.right).length > 0) ||
    isQuotient(formula.left) ||
    isQuotient(formula.right));

/** A kept formula with its fields by their names, as people type it. */
export const formulaInWords = (text: string, labels: ReadonlyMap<string, string>): string =>
  text.replace(/\{([^{}]+)\}/g, (_, code: string) => labels.get(code) ?? code);

const CODES: ReadonlyMap<string, string> = new Map();
/** A kept formula; null where it is none. */
export function keptFormula(text: string | null): FieldFormula | null {
  const read = text === null ? null : readFormula(text, CODES);
  return read === null || 'problem' in read ? null : read.formula;
}

/** What a record, or the sum of many, has of a field, in wire form. */
type FormulaFigures = (code: string) => Value;

/**
 * The value of a computed field in wire form; null where a figure that it needs is not there, or is
 * divided by zero. Amounts enter in the measure of the result, percentages as shares of one.
 */
export function computedValue(
  field: OwnField,
  fields: readonly OwnField[],
  figures: FormulaFigures,
): Value {
  const byCode = new Map(fields.map((one) => [one.code, one]));
  const value = exactValue(field, byCode, figures);
  if (value === null) return null;
  if (field.kind === 'percent')
    return trim(rounded({ ...value, over: multiply(value.over, '100') }, placesOfField(field)));
  if (field.kind !== 'money') return trim(rounded(value, placesOfField(field)));
  const { times } = knownMoney(field.measure);
  return rounded({ ...value, over: multiply(value.over, times) }, 2);
}

export const placesOfField = ({ kind, places }: OwnField): number =>
  places ?? (kind === 'money' ? 2 : kind === 'percent' ? 1 : 0);

/** In the field's own measure, not rounded. */
function exactValue(
  field: OwnField,
  byCode: ReadonlyMap<string, OwnField>,
  figures: FormulaFigures,
): Fraction | null {
  const formula = keptFormula(field.formula);
  if (formula === null) return plainValue(field, figures(field.code));
  const measure = moneyMeasureOf(field, formula, byCode);
  return valueOf(formula, (code) => {
    const one = byCode.get(code);
    const value = one === undefined ? null : exactValue(one, byCode, figures);
    if (value === null || one?.kind !== 'money') return value;
    const { times } = knownMoney(one.measure);
    return {
      over: multiply(value.over, times),
      under: multiply(value.under, knownMoney(measure).times),
    };
  });
}

function plainValue(field: OwnField, value: Value): Fraction | null {
  if (value === null) return null;
  if (field.kind === 'percent') return { over: value, under: '100' };
  return field.kind === 'money'
    ? { over: value, under: knownMoney(field.measure).times }
    : whole(value);
}

/**
 * The measure in which a formula's amounts stand: the result's own, else that of the first amount
 * in it.
 */
const moneyMeasureOf = (
  field: OwnField,
  formula: FieldFormula,
  byCode: ReadonlyMap<string, OwnField>,
): string | null =>
  [field, ...fieldsInFormula(formula).map((code) => byCode.get(code))].find(
    (one) => one?.kind === 'money',
  )?.measure ?? null;

/** An amount without a measure is shown in 万元. */
function knownMoney(name: string | null): Measure {
  const measure = measureOf(name ?? '万元');
  if (measure === null) throw new RangeError(`no measure ${name}`);
  return measure;
}

/** Computed fields that are made, by way of others, of themselves. */
export const isCircular = (field: OwnField, fields: readonly OwnField[]): boolean => {
  const byCode = new Map(fields.map((one) => [one.code, one]));
  const seen = new Set<string>();
  const reach = (code: string): boolean => {
    const formula = keptFormula(byCode.get(code)?.formula ?? null);
    if (formula === null || seen.has(code)) return false;
    seen.add(code);
    return fieldsInFormula(formula).some((one) => one === field.code || reach(one));
  };
  return reach(field.code);
};

function valueOf(
  formula: FieldFormula,
  figureOf: (code: string) => Fraction | null,
): Fraction | null {
  if (formula.is === 'figure') return whole(formula.value);
  if (formula.is === 'field') return figureOf(formula.code);
  const [left, right] = [valueOf(formula.left, figureOf), valueOf(formula.right, figureOf)];
  if (left === null || right === null) return null;
  switch (formula.is) {
    case '+':
      return plus(left, right);
    case '-':
      return minus(left, right);
    case '×':
      return { over: multiply(left.over, right.over), under: multiply(left.under, right.under) };
    case '÷':
      return compare(right.over, '0') === 0
        ? null
        : fraction(multiply(left.over, right.under), multiply(left.under, right.over));
  }
}
