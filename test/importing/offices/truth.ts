/**
 * What the maker of random offices says of its workbooks, and how a stored figure is found again:
 * by slots that may hold it.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import Big from 'big.js';

interface Placed {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly cell: string;
}
export interface TrueFigure extends Placed {
  readonly unit: string;
  readonly indicator: string;
  readonly part: string;
  readonly year: number;
  readonly month: number | null;
  /** null: it has no place in the book, and somebody must say so */
  readonly value: string | null;
  readonly measure: string;
}
export interface TrueField extends Placed {
  readonly name: string;
  readonly field: string | null;
  readonly value: string | null;
}
export interface TrueFile {
  readonly path: string;
  readonly layout: string;
  readonly figures: readonly TrueFigure[];
  readonly fields: readonly TrueField[];
  readonly notRecords: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly name: string;
  }[];
  /** what total rows state of the county; it may be kept or left */
  readonly totals: readonly {
    readonly unit: string;
    readonly indicator: string;
    readonly value: string;
    readonly measure: string;
  }[];
}
export interface TrueOffice {
  readonly seed: number;
  readonly year: number;
  readonly units: readonly string[];
  readonly steps: readonly { readonly files: readonly TrueFile[] }[];
}

const SCRIPT = fileURLToPath(new URL('make.py', import.meta.url));

export function makeOffices(folder: string, books: number, seed: number): readonly TrueOffice[] {
  const made = execFileSync(
    '/usr/bin/python3',
    ['-B', SCRIPT, folder, String(books), String(seed)],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return JSON.parse(made) as readonly TrueOffice[];
}

const SCALES: readonly (readonly [string, string])[] = [
  ['亿', '100000000'],
  ['万', '10000'],
  ['千', '1000'],
];
/** 1.5亿元 and 15000万元 are one; 户 and 家 stay what they are. */
export function inPlain(value: string, measure: string | null): string {
  const scale = SCALES.find(([word]) => measure?.startsWith(word) === true && measure.length > 1);
  return new Big(value).times(scale?.[1] ?? '1').toFixed();
}

export const slotOf = (unit: string, indicator: string, what: string): string =>
  `${unit}|${indicator}|${what}`;

/**
 * The places of the book where the figure may stand; the first is its own. An office's form may be
 * of the whole county.
 */
export function slotsOf(figure: TrueFigure): readonly string[] {
  const { unit } = figure;
  return unit.endsWith('局')
    ? [...slotsAt(figure, unit), ...slotsAt(figure, '示例县')]
    : slotsAt(figure, unit);
}

function slotsAt({ indicator, part, year, month }: TrueFigure, unit: string): readonly string[] {
  const at = (what: string): string => slotOf(unit, indicator, what);
  switch (part) {
    case 'annual':
      return [at(`${year} assured`)];
    case 'base':
      return [at(`${year} base`), at(`${year - 1}-12 cumulative`)];
    case 'assured':
    case 'stretch':
    case 'growth':
      return [at(`${year} ${part}`)];
    case 'lastYear':
      return [at(`${year}-${month} lastYear`), at(`${year - 1}-${month} cumulative`)];
    default:
      return [at(`${year}-${month} ${part}`)];
  }
}
