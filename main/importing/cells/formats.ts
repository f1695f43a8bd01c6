/**
 * Number formats that show another figure than the cell holds: 0!.0,"万元" shows 元 as 万元.
 * Whoever filled the cell in saw the shown one.
 */
import { multiply, placesOf } from '../../domain/exact/decimal.ts';
import { measureOf, type Measure } from '../../domain/exact/measure.ts';
import { cellKey, type SourceSheet } from '../sheet/sheet.ts';

/**
 * What a format makes of the cell's figure: nothing, a stored figure in another measure, or a doubt
 * that only the user can settle.
 */
export type Showing =
  | { readonly is: 'plain' }
  | { readonly is: 'stored'; readonly measure: Measure }
  | { readonly is: 'doubt'; readonly format: string };

const PLAIN: Showing = { is: 'plain' };

/**
 * Tells a column's showings by row; null where no format of the sheet changes a figure, as in
 * nearly every sheet.
 */
export function showingOf(
  sheet: SourceSheet,
  column: number,
  measure: Measure | null,
): ((row: number) => Showing) | null {
  const found = new Map(
    [...new Set(sheet.formats.values())].map((format) => [format, showing(format, measure)]),
  );
  for (const [format, one] of found) if (one.is === 'plain') found.delete(format);
  if (found.size === 0) return null;
  return (row) => found.get(sheet.formats.get(cellKey(row, column)) ?? '') ?? PLAIN;
}

/** Whether a format shows fractions as percent. */
export const showsPercent = (format: string | undefined): boolean =>
  format !== undefined && codesOf(format).includes('%');

function showing(format: string, measure: Measure | null): Showing {
  const doubt: Showing = { is: 'doubt', format };
  const codes = codesOf(format);
  if (codes.includes('%')) return measure?.dimension === 'share' ? PLAIN : doubt;
  const literals = [...format.matchAll(/"([^"]*)"/g)]
    .map((match) => measureOf(match[1] ?? ''))
    .filter((one) => one !== null);
  const [said = null] = literals;
  const power = shiftOf(format);
  if (power === 0)
    return said === null || said.name === measure?.name || same(said, measure)
      ? PLAIN
      : measure === null
        ? { is: 'stored', measure: said }
        : doubt;
  const shown = said ?? measure;
  if (shown === null || shown.dimension !== 'money') return doubt;
  const stored = storedMeasure(shown, power);
  const header =
    measure === null || same(measure, shown) || (stored !== null && same(measure, stored));
  return stored === null || !header ? doubt : { is: 'stored', measure: stored };
}

const same = (a: Measure, b: Measure | null): boolean =>
  b !== null &&
  a.dimension === b.dimension &&
  a.times === b.times &&
  a.per === b.per &&
  a.currency === b.currency &&
  a.family === b.family;

const YUAN = ['元', '美元', '港元', '欧元', '日元'];

/** 万元 shown of a figure ten thousand times as large is stored in 元; only whole 元 are sure. */
function storedMeasure(shown: Measure, power: number): Measure | null {
  const times = `1${'0'.repeat(power)}`;
  const base =
    YUAN.map((name) => measureOf(name)).find((one) => one?.currency === shown.currency) ?? null;
  return base === null || placesOf(shown.times) > 0 || multiply(base.times, times) !== shown.times
    ? null
    : base;
}

/**
 * By how many places the shown figure's point stands further left: three for each closing comma,
 * one for each digit behind a written point.
 */
function shiftOf(format: string): number {
  const [section = ''] = format.split(';');
  const bare = section
    .replace(/\[[^\]]*\]|[_*]./g, '')
    .replace(/[!\\]\.|"\."/g, '\u0000')
    .replace(/"[^"]*"|[!\\]./g, '');
  const commas = /[0#?\u0000](,+)(?![0#?,.\u0000])/.exec(bare)?.[1]?.length ?? 0;
  const behind = /\u0000([0#?]+)/.exec(bare)?.[1]?.length ?? 0;
  return 3 * commas + behind;
}

function codesOf(format: string): string {
  const [codes = ''] = format.replace(/"[^"]*"|[\\!_*].|\[[^\]]*\]/g, '').split(';');
  return codes;
}
