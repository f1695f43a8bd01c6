/**
 * Finds the rows that are sums of their neighbours, before or under them, by their figures alone:
 * subtotals first, then the totals of subtotals.
 */
import { numberIn } from './cell-kinds.ts';
import type { CellValue, SourceSheet } from './sheet.ts';

export interface SumRow {
  readonly row: number;
  /** the rows that it adds up */
  readonly parts: readonly number[];
}

/** What is known of a row before its figures are looked at. */
export interface Addend {
  readonly row: number;
  /** it is filled otherwise than the rows around it: no number, no person, no date */
  readonly unlike: boolean;
}

interface Line extends Addend {
  readonly figures: readonly (number | null)[];
}

/** Digits in which a sum must agree, all columns together, before chance is ruled out. */
const [ENOUGH, ENOUGH_UNLIKE] = [3.2, 1.5];
/** Where only the smaller part of the columns adds up, the others being shares, more must agree. */
const FEW = 0.5;
const PASSES = 4;
/**
 * A table longer than this is looked at only where a row is filled otherwise than its neighbours.
 */
const MOST_ROWS = 2000;
const FARTHEST = 400;
const MOST_OF_BLOCKS = 300;

export function sumRows(
  sheet: SourceSheet,
  addends: readonly Addend[],
  columns: readonly number[],
): readonly SumRow[] {
  const all: readonly Line[] = addends.map((one) => ({
    ...one,
    figures: columns.map((c) => numberIn(sheet.rows[one.row]?.[c])),
  }));
  const units = columns.map((_, at) => unitOf(all, at));
  let lines = all;
  const found: SumRow[] = [];
  const known = new Set<number>();
  for (let pass = 0; pass < PASSES; pass++) {
    const inner = sumsAmong(lines, units, known);
    if (inner.length === 0) break;
    found.push(...inner);
    const taken = new Set(inner.flatMap((one) => one.parts));
    for (const one of inner) known.add(one.row);
    lines = lines.filter((line) => !taken.has(line.row));
  }
  found.push(...blockSums(all, units).filter((one) => !known.has(one.row)));
  for (const { row } of found) known.add(row);
  const alone = aloneSums(all, known);
  return found.length > 0 || alone.length > 1 ? [...found, ...alone] : found;
}

/**
 * Rows filled otherwise than the others, over one row with the same figures: groups of one, where
 * others have more.
 */
function aloneSums(lines: readonly Line[], known: ReadonlySet<number>): readonly SumRow[] {
  return lines.flatMap((line, at): SumRow[] => {
    const [part, after] = [lines[at + 1], lines[at + 2]];
    if (part === undefined || !line.unlike || part.unlike || known.has(line.row)) return [];
    if (after !== undefined && !after.unlike && !known.has(after.row)) return [];
    const told = line.figures.filter((figure) => figure !== null).length;
    const isSame = line.figures.every((figure, c) => figure === null || figure === part.figures[c]);
    return told >= FEWEST_ALIKE && isSame ? [{ row: line.row, parts: [part.row] }] : [];
  });
}
const FEWEST_ALIKE = 2;

/** Digits in which all heads of a nested list must agree together. */
const ENOUGH_NESTED = 4;

/**
 * A list that is nothing but heads with the rows that each adds up, from the first row to the last;
 * none where a single row does not fit.
 */
export function nestedSums(
  sheet: SourceSheet,
  rows: readonly number[],
  columns: readonly number[],
): readonly SumRow[] {
  if (rows.length > MOST_ROWS) return [];
  // 5万平方米, 3个: what says its measure itself may be of another kind in every row
  const plain = columns.filter((c) => rows.every((row) => isPlain(sheet.rows[row]?.[c])));
  const lines = rows.map((row): Line => ({
    row,
    unlike: false,
    figures: plain.map((c) => numberIn(sheet.rows[row]?.[c])),
  }));
  const units = plain.map((_, at) => unitOf(lines, at));
  const all = headsWithParts(lines, units);
  if (all.length > 0) return all;
  // before them the sum of them all
  const [first, ...others] = lines;
  const heads = headsWithParts(others, units);
  const outer = others.filter(({ row }) => heads.some((head) => head.row === row));
  const whole = first === undefined ? null : partsUnder(first, outer);
  return first === undefined || whole?.length !== heads.length
    ? []
    : [...heads, { row: first.row, parts: heads.map(({ row }) => row) }];
}

const isPlain = (cell: CellValue | undefined): boolean =>
  typeof cell !== 'string' || /^[-\d.,\s]*$/.test(cell);

function headsWithParts(lines: readonly Line[], units: readonly number[]): readonly SumRow[] {
  const found: SumRow[] = [];
  let digits = 0;
  for (let at = 0; at < lines.length;) {
    const head = lines[at];
    const parts = head === undefined ? null : partsUnder(head, lines.slice(at + 1));
    if (head === undefined || parts === null) return [];
    const sums = units.map((_, c) => parts.reduce((sum, part) => sum + (part.figures[c] ?? 0), 0));
    if (parts.length > 1) digits += agreement(head, sums, parts, units);
    found.push({ row: head.row, parts: parts.map((part) => part.row) });
    at += parts.length + 1;
  }
  return digits >= ENOUGH_NESTED ? found : [];
}

/**
 * The next rows up to where they are the head's figures in every column, with those of nothing
 * after them; null where they never are.
 */
function partsUnder(head: Line, after: readonly Line[]): readonly Line[] | null {
  const isNothing = (line: Line | undefined): boolean =>
    line?.figures.every((figure) => figure === null || figure === 0) === true;
  if (isNothing(head)) return null;
  const sums = head.figures.map(() => 0);
  for (const [at, one] of after.entries()) {
    one.figures.forEach((figure, c) => (sums[c] = (sums[c] ?? 0) + (figure ?? 0)));
    const isWhole = head.figures.every(
      (figure, c) =>
        figure === null || Math.abs(figure - (sums[c] ?? 0)) <= 1e-6 * Math.abs(figure),
    );
    if (!isWhole) continue;
    let end = at + 1;
    while (end < after.length && isNothing(after[end])) end += 1;
    return after.slice(0, end);
  }
  return null;
}

/**
 * Blocks of the same rows, the first of which holds the sums of all the others row by row: 全县,
 * 其中男, 其中女 over the same of each town.
 */
function blockSums(lines: readonly Line[], units: readonly number[]): readonly SumRow[] {
  if (lines.length > MOST_OF_BLOCKS) return [];
  for (let size = 2; size * 3 <= lines.length; size++) {
    const found: SumRow[] = [];
    for (let at = 0; at <= size; at++) {
      const line = lines[at];
      const parts = lines.filter((_, other) => other > at && (other - at) % size === 0);
      if (line === undefined || parts.length < 2) continue;
      const sums = units.map((_, c) =>
        parts.reduce((sum, part) => sum + (part.figures[c] ?? 0), 0),
      );
      if (agreement(line, sums, parts, units) >= ENOUGH)
        found.push({ row: line.row, parts: parts.map((part) => part.row) });
    }
    if (found.length >= 2) return found;
  }
  return [];
}

/** What all of a column's figures are multiples of: 0.1, 5, 1000. */
function unitOf(lines: readonly Line[], at: number): number {
  let scale = 1;
  let unit = 0;
  for (const line of lines) {
    const figure = Math.abs(line.figures[at] ?? 0);
    if (figure === 0) continue;
    while (scale < 1e6 && Math.abs(figure * scale - Math.round(figure * scale)) > 1e-6 * scale) {
      scale *= 10;
      unit *= 10;
    }
    unit = commonDivisor(Math.round(figure * scale), unit);
  }
  return (unit || 1) / scale;
}

function commonDivisor(a: number, b: number): number {
  let [larger, smaller] = [a, b];
  while (smaller >= 1) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

function sumsAmong(
  lines: readonly Line[],
  units: readonly number[],
  known: ReadonlySet<number>,
): readonly SumRow[] {
  const found: SumRow[] = [];
  const taken = new Set<number>();
  lines.forEach((line, at) => {
    if (taken.has(line.row) || known.has(line.row)) return;
    if (lines.length > MOST_ROWS && !line.unlike) return;
    const options = [
      partsOf(line, lines.slice(at + 1, at + 1 + FARTHEST), units),
      partsOf(line, lines.slice(Math.max(0, at - FARTHEST), at).toReversed(), units),
    ].filter((one) => one !== null);
    const best = options.toSorted((a, b) => b.digits - a.digits)[0];
    if (best === undefined || best.parts.some((row) => taken.has(row))) return;
    for (const row of best.parts) taken.add(row);
    found.push({ row: line.row, parts: best.parts });
  });
  return found;
}

interface Found {
  readonly parts: readonly number[];
  readonly digits: number;
}

/** The shortest run of the neighbours whose sums are the line's figures in most of its columns. */
function partsOf(line: Line, neighbours: readonly Line[], units: readonly number[]): Found | null {
  const sums = units.map(() => 0);
  let shrinks = false;
  for (const [at, one] of neighbours.entries()) {
    let open = 0;
    units.forEach((unit, c) => {
      const [figure, whole] = [one.figures[c] ?? 0, line.figures[c] ?? null];
      if (figure < 0) shrinks = true;
      sums[c] = (sums[c] ?? 0) + figure;
      if (whole !== null && Math.abs(sums[c] ?? 0) <= Math.abs(whole) + slack(unit, at + 1))
        open += 1;
    });
    if (open === 0 && !shrinks) return null;
    if (at === 0) continue;
    const digits = agreement(line, sums, neighbours.slice(0, at + 1), units);
    if (digits >= (line.unlike ? ENOUGH_UNLIKE : ENOUGH))
      return { parts: neighbours.slice(0, at + 1).map((part) => part.row), digits };
  }
  return null;
}

/** Rounded figures add up to a little more or less than their rounded sum. */
const slack = (unit: number, terms: number): number =>
  unit * Math.max(1.01, 0.6 * Math.sqrt(terms));

/**
 * In how many digits the sums agree; 0 where most columns do not. A column that only repeats
 * another's proportions proves nothing more.
 */
function agreement(
  line: Line,
  sums: readonly number[],
  parts: readonly Line[],
  units: readonly number[],
): number {
  let [right, wrong, shares, digits] = [0, 0, 0, 0];
  const counted: number[] = [];
  for (const [c, unit] of units.entries()) {
    const whole = line.figures[c] ?? null;
    const sum = sums[c] ?? 0;
    if (whole === null || (whole === 0 && sum === 0)) continue;
    const slip = slack(unit, parts.length);
    const off = Math.abs(sum - whole);
    if (off > slip) {
      if (isAverage(whole, parts, c)) shares += 1;
      else wrong += 1;
      continue;
    }
    right += 1;
    const terms = parts.filter((part) => Math.abs(part.figures[c] ?? 0) > slip).length;
    if (terms < 2 || counted.some((other) => isProportional(parts, other, c))) continue;
    counted.push(c);
    digits += Math.log10(1 + Math.abs(whole) / (off < unit / 100 ? unit : 2 * slip + unit));
  }
  if (right <= wrong) return 0;
  return right > wrong + shares ? digits : digits - FEW;
}

/** Shares and growths of a sum lie between those of its parts. */
const MOST_OF_A_SHARE = 200;
function isAverage(whole: number, parts: readonly Line[], c: number): boolean {
  const figures = parts.map((part) => part.figures[c] ?? null).filter((one) => one !== null);
  return (
    figures.every((one) => Math.abs(one) <= MOST_OF_A_SHARE) &&
    whole >= Math.min(...figures) &&
    whole <= Math.max(...figures)
  );
}

function isProportional(parts: readonly Line[], a: number, b: number): boolean {
  const first = parts.find((part) => (part.figures[a] ?? 0) !== 0);
  const ratio = (first?.figures[b] ?? 0) / (first?.figures[a] ?? 1);
  return parts.every(
    (part) =>
      Math.abs((part.figures[b] ?? 0) - ratio * (part.figures[a] ?? 0)) <=
      1e-6 * Math.abs(part.figures[b] ?? 0),
  );
}
