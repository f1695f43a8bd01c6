/**
 * Computes formulas whose result the file does not hold, where they are plain: + − × ÷, SUM and
 * ROUND of readable cells. Anything else stays unknown.
 */
import {
  add,
  decimalOfNumber,
  divide,
  multiply,
  round,
  subtract,
  type Decimal,
} from '../../domain/exact/decimal.ts';
import { columnNumber } from '../../domain/read/sheet-address.ts';
import type { CellValue } from '../sheet/sheet.ts';

/** Formulas may lean on formulas; deeper or wider than this is no table that an office wrote. */
const MOST_DEPTH = 400;
/**
 * cells that all sums of a sheet add, and formulas evaluated: a chain that leads downwards is begun
 * anew in each of its rows
 */
const MOST_CELLS = 1_000_000;
const MOST_EVALUATIONS = 300_000;
const PLACES = 15;

class Unreadable extends Error {}

/**
 * Replaces each formula cell that can be computed by its number, in place, while the sheet is being
 * read.
 */
export function computeFormulas(rows: CellValue[][]): void {
  const state: State = { rows, busy: new Set(), depth: 0, visited: 0, evaluated: 0 };
  rows.forEach((row, r) => {
    for (let c = 0; c < row.length; c++) resolve(state, r, c);
  });
}

interface State {
  readonly rows: CellValue[][];
  readonly busy: Set<CellValue>;
  depth: number;
  visited: number;
  evaluated: number;
}

/** The cell's value after computing it where needed. */
function resolve(state: State, r: number, c: number): CellValue {
  const row = state.rows[r];
  const cell = row?.[c] ?? null;
  if (row === undefined || cell === null || typeof cell !== 'object' || !('formula' in cell))
    return cell;
  if (state.busy.has(cell) || state.depth >= MOST_DEPTH || ++state.evaluated > MOST_EVALUATIONS)
    return cell;
  state.busy.add(cell);
  state.depth++;
  try {
    const value = Number(evaluate(state, cell.formula));
    if (Number.isFinite(value)) row[c] = value;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  } finally {
    state.depth--;
  }
  state.busy.delete(cell);
  return row[c] ?? null;
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?|(SUM|ROUND)\(|([-+*/(),%]))/iy;
type Token =
  | { readonly is: 'number'; readonly value: Decimal }
  | { readonly is: 'ref'; readonly from: string; readonly to: string | undefined }
  | { readonly is: 'call'; readonly name: string }
  | { readonly is: 'sign'; readonly sign: string };

function tokens(formula: string): Token[] {
  const found: Token[] = [];
  const pattern = new RegExp(TOKEN);
  const text = formula.replace(/^=/, '').trim();
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null) throw new Unreadable();
    if (match[1] !== undefined) found.push({ is: 'number', value: match[1] });
    else if (match[2] !== undefined) found.push({ is: 'ref', from: match[2], to: match[3] });
    else if (match[4] !== undefined) found.push({ is: 'call', name: match[4].toUpperCase() });
    else found.push({ is: 'sign', sign: match[5] ?? '' });
  }
  return found;
}

function evaluate(state: State, formula: string): Decimal {
  const list = tokens(formula);
  const parser = new Parser(state, list);
  const value = parser.expression();
  if (!parser.done()) throw new Unreadable();
  return value;
}

/** Recursive descent over the tokens; nesting is bounded by the length of a formula. */
class Parser {
  private at = 0;
  private readonly state: State;
  private readonly list: readonly Token[];
  constructor(state: State, list: readonly Token[]) {
    if (list.length > 400) throw new Unreadable();
    this.state = state;
    this.list = list;
  }

  done(): boolean {
    return this.at === this.list.length;
  }

  expression(): Decimal {
    let value = this.term();
    for (;;) {
      if (this.takes('+')) value = add(value, this.term());
      else if (this.takes('-')) value = subtract(value, this.term());
      else return value;
    }
  }

  private term(): Decimal {
    let value = this.factor();
    for (;;) {
      if (this.takes('*')) value = multiply(value, this.factor());
      else if (this.takes('/')) value = quotient(value, this.factor());
      else return value;
    }
  }

  private factor(): Decimal {
    if (this.takes('-')) return subtract('0', this.factor());
    if (this.takes('+')) return this.factor();
    const value = this.primary();
    return this.takes('%') ? quotient(value, '100') : value;
  }

  private primary(): Decimal {
    const token = this.list[this.at++];
    if (token === undefined) throw new Unreadable();
    if (token.is === 'number') return token.value;
    if (token.is === 'ref') {
      if (token.to !== undefined) throw new Unreadable();
      return this.cell(token.from);
    }
    if (token.is === 'call') return token.name === 'SUM' ? this.sum() : this.round();
    if (token.sign !== '(') throw new Unreadable();
    const value = this.expression();
    this.expect(')');
    return value;
  }

  private sum(): Decimal {
    let value = '0';
    do {
      const token = this.list[this.at];
      const next = this.list[this.at + 1];
      const alone =
        token?.is === 'ref' && next?.is === 'sign' && (next.sign === ',' || next.sign === ')');
      if (alone) this.at++;
      value = add(
        value,
        alone ? this.range(token.from, token.to ?? token.from) : this.expression(),
      );
    } while (this.takes(','));
    this.expect(')');
    return value;
  }

  private round(): Decimal {
    const value = this.expression();
    this.expect(',');
    const places = Number(this.expression());
    this.expect(')');
    if (!Number.isInteger(places) || places < 0 || places > 10) throw new Unreadable();
    return round(value, places);
  }

  /** A single cell: an empty one is zero, text is not a number. */
  private cell(name: string): Decimal {
    const [r, c] = place(name);
    const value = resolve(this.state, r, c);
    if (value === null) return '0';
    if (typeof value !== 'number') throw new Unreadable();
    return decimalOfNumber(value);
  }

  /**
   * As SUM does: text and empty cells count nothing; an error or an unknown makes the sum unknown.
   */
  private range(from: string, to: string): Decimal {
    const [[r1, c1], [r2, c2]] = [place(from), place(to)];
    const last = Math.min(Math.max(r1, r2), this.state.rows.length - 1);
    let total = '0';
    for (let r = Math.min(r1, r2); r <= last; r++) {
      const width = Math.min(Math.max(c1, c2), (this.state.rows[r]?.length ?? 0) - 1);
      for (let c = Math.min(c1, c2); c <= width; c++) {
        if (++this.state.visited > MOST_CELLS) throw new Unreadable();
        const value = resolve(this.state, r, c);
        if (typeof value === 'number') total = add(total, decimalOfNumber(value));
        else if (value !== null && typeof value === 'object' && !('day' in value))
          throw new Unreadable();
      }
    }
    return total;
  }

  private takes(sign: string): boolean {
    const token = this.list[this.at];
    if (token?.is !== 'sign' || token.sign !== sign) return false;
    this.at++;
    return true;
  }

  private expect(sign: string): void {
    if (!this.takes(sign)) throw new Unreadable();
  }
}

function quotient(a: Decimal, b: Decimal): Decimal {
  const value = divide(a, b, PLACES);
  if (value === null) throw new Unreadable();
  return value;
}

function place(name: string): [number, number] {
  const match = /^\$?([A-Z]+)\$?(\d+)$/i.exec(name);
  if (match === null) throw new Unreadable();
  return [Number(match[2]) - 1, columnNumber((match[1] ?? '').toUpperCase())];
}
