/**
 * What the numbers before the rows tell of them: 一、 and （一） head the rows under them, 1.1 and
 * 1.2 are parts of 1.
 */
import { numberIn } from './cell-kinds.ts';
import type { Part, Region } from './region.ts';
import type { CellValue, SourceSheet } from './sheet.ts';
import { squeezeWords } from './words.ts';

export interface Numbering {
  /** rows that hold the sums of the rows under them, from the outermost */
  readonly parents: ReadonlySet<number>;
  /** rows under one of the parents */
  readonly under: ReadonlySet<number>;
  readonly parts: readonly Part[];
}

type Style = 'numeral' | 'bracketed' | 'letter' | 'integer' | 'decimal' | 'sub' | 'blank' | 'word';
/** From the outermost; a row is under the nearest one above it that stands further out. */
const ORDER: readonly Style[] = [
  'numeral',
  'bracketed',
  'letter',
  'integer',
  'decimal',
  'sub',
  'blank',
];
const STYLES: readonly (readonly [Style, RegExp])[] = [
  ['blank', /^$/],
  ['decimal', /^\d+[.．\-—]\d+[.、]?$/],
  ['letter', /^[A-Z][、.．]?$/],
  ['integer', /^\d+[.、．]?$/],
  ['numeral', /^[一二三四五六七八九十]{1,3}[、.．]?$/],
  ['bracketed', /^[(（][一二三四五六七八九十]{1,3}[)）]$/],
  // under 1, 2, 3; where there are none, heads as （一） are
  ['sub', /^(?:[(（]\d{1,2}[)）]|[①-⑳]|\d{1,2}[)）])$/],
];
const NOTHING: Numbering = { parents: new Set(), under: new Set(), parts: [] };

interface Line {
  readonly row: number;
  readonly style: Style;
  readonly number: string;
  readonly name: string;
  readonly figures: readonly (number | null)[];
}

export function numberingOf(
  sheet: SourceSheet,
  region: Region,
  columns: readonly number[],
): Numbering {
  const within = region.totalRows.filter(({ label }) => WITHIN.test(label)).map(({ row }) => row);
  const lines = [...region.dataRows, ...within]
    .sort((a, b) => a - b)
    .map((row) => lineOf(sheet, row, region.left, columns));
  const styles = new Set(lines.map((line) => line.style));
  const inner = [...ORDER].toReversed().find((style) => styles.has(style));
  if (inner === undefined || styles.size < 2) return NOTHING;
  if (inner === 'decimal' && !styles.has('blank')) return { ...NOTHING, parts: partsOf(lines) };
  if (inner === 'sub' && styles.has('integer'))
    return { ...NOTHING, parts: unnumberedParts(lines, 'sub') };
  const unnumbered = inner === 'blank' && styles.has('integer') ? unnumberedParts(lines) : [];
  return unnumbered.length > 0 ? { ...NOTHING, parts: unnumbered } : parentsOf(lines, inner);
}

function lineOf(sheet: SourceSheet, row: number, left: number, columns: readonly number[]): Line {
  const cells = sheet.rows[row] ?? [];
  const number = squeezeWords(textOf(cells[left]));
  const name = cells.slice(left + 1).find((cell) => typeof cell === 'string' && cell !== '');
  return {
    row,
    number,
    style: STYLES.find(([, pattern]) => pattern.test(number))?.[0] ?? 'word',
    name: squeezeWords(textOf(name)),
    figures: columns.map((c) => numberIn(cells[c])),
  };
}

const textOf = (cell: CellValue | undefined): string =>
  typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';

/**
 * Styles whose rows mostly hold the sums of the innermost rows under them, or no figures at all.
 */
function parentsOf(lines: readonly Line[], inner: Style): Numbering {
  const parents = new Set<number>();
  const under = new Set<number>();
  for (const style of ORDER) {
    if (style === inner) break;
    const own = lines.filter((line) => line.style === style);
    const below = own.map((line) => descendants(lines, line));
    const leaves = below.map((list) =>
      list.filter((line) => line.style === inner && line.name !== ''),
    );
    const proven = own.filter((line, at) => {
      const list = leaves[at] ?? [];
      return list.length > 0 && line.figures.some((one) => one !== null) && addsUp(line, list);
    });
    // one row alone may be like its only record by chance
    if (
      proven.length * 2 <= own.length ||
      !proven.some((line) => (leaves[own.indexOf(line)] ?? []).length > 1)
    )
      continue;
    own.forEach((line, at) => {
      parents.add(line.row);
      for (const one of below[at] ?? []) under.add(one.row);
    });
  }
  return { parents, under, parts: [] };
}

/** The rows after one, up to the next that stands as far out. */
function descendants(lines: readonly Line[], parent: Line): readonly Line[] {
  const from = lines.indexOf(parent) + 1;
  const depth = ORDER.indexOf(parent.style);
  const end = lines.findIndex(
    (line, at) => at >= from && line.style !== 'word' && ORDER.indexOf(line.style) <= depth,
  );
  return lines.slice(from, end < 0 ? undefined : end);
}

/** 1.1 and 1.2 under 1. */
function partsOf(lines: readonly Line[]): readonly Part[] {
  return lines.flatMap((parent): readonly Part[] => {
    if (parent.style !== 'integer') return [];
    const whole = Number.parseInt(parent.number, 10);
    const parts = descendants(lines, parent).filter(
      (line) => line.style === 'decimal' && Number.parseInt(line.number, 10) === whole,
    );
    const adds = parts.length > 0 && addsUp(parent, parts);
    return parts.map(({ row, name }) => ({
      row,
      label: name,
      of: parent.name,
      whole: parent.row,
      adds,
    }));
  });
}

/** 其中：一期 is in the row above it, whatever it comes to. */
export const WITHIN = /^其中[:：]/;
/** ①, （1）, 一期, A区: a row that says of itself that it is one of several parts. */
const ONE_OF_PARTS = /^(?:[①-⑳]|[(（]\d{1,2}[)）]|其中|[一二三四五六]期|[A-D]区)/;

/**
 * Rows without a number under a numbered one, in a list whose records are numbered: the other
 * numbered rows have none under them.
 */
function unnumberedParts(lines: readonly Line[], inner: Style = 'blank'): readonly Part[] {
  const records = lines.filter((line) => line.style === 'integer');
  const below = records.map((line) =>
    descendants(lines, line).filter(({ style, name }) => style === inner && name !== ''),
  );
  if (below.every((list) => list.length > 0)) return [];
  return records.flatMap((record, at): readonly Part[] => {
    const list = below[at] ?? [];
    const adds = list.length > 0 && addsUp(record, list);
    if (!adds && inner === 'blank' && !list.every(({ name }) => ONE_OF_PARTS.test(name))) return [];
    return list.map(({ row, name }) => ({
      row,
      label: name,
      of: record.name,
      whole: record.row,
      adds: adds || WITHIN.test(name),
    }));
  });
}

/** Whether the figures are the sums of the others' in most columns that both have. */
function addsUp(whole: Line, parts: readonly Line[]): boolean {
  let [right, wrong] = [0, 0];
  whole.figures.forEach((figure, c) => {
    const others = parts.map((part) => part.figures[c] ?? null).filter((one) => one !== null);
    if (figure === null || others.length === 0) return;
    const sum = others.reduce((total, one) => total + one, 0);
    if (Math.abs(sum - figure) <= 1e-6 * Math.max(1, Math.abs(figure))) right += 1;
    else wrong += 1;
  });
  return right > wrong;
}
