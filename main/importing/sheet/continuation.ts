/**
 * A table that goes on over the next sheet without its header: the sheet has none of its own, and
 * its columns hold what those before held.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import { readDay, readDayNumber } from '../../domain/read/day.ts';
import { readFigure } from '../../domain/read/figure.ts';
import { isMark } from '../../domain/read/text.ts';
import { hasHeader } from './header-search.ts';
import { headlessRegion } from './regions.ts';
import { type Region } from './region.ts';
import type { CellValue, SourceSheet } from './sheet.ts';
import { placedIssue } from './issue.ts';

/** Where a table's header stands that is not above its own rows. */
export interface Headed {
  readonly sheet: SourceSheet;
  readonly region: Region;
  /** its place among the tables of its sheet */
  readonly place: number;
  /** whether the columns surely go on; else the user is asked */
  readonly sure: boolean;
}

/** `either`: 2012.5 is a figure or a month, 41000 an amount or a day's number. */
type Kind = 'figure' | 'day' | 'either' | 'words' | 'mixed' | 'empty';
const SAMPLE = 40;
/**
 * So large a part of a column's cells makes it one of their kind: 待定 stands among figures, 年内
 * among days.
 */
const MOST = 0.66;
/** As many columns must hold something in both sheets. */
const FEWEST = 3;

/** The table that a sheet ends with. */
export type Last = Omit<Headed, 'sure'>;

/**
 * The rest of the table that the sheet before ended with; null where the sheet is anything else.
 */
export function continuedTable(
  sheet: SourceSheet,
  before: Last | null,
): { readonly region: Region; readonly head: Headed } | null {
  if (before === null || before.region.dataRows.length === 0 || hasHeader(sheet)) return null;
  const region = headlessRegion(sheet, before.region);
  if (region === null) return null;
  const [theirs, ours] = [kindsOf(before.sheet, before.region), kindsOf(sheet, region)];
  const both = ours.flatMap((kind, at) =>
    kind === 'empty' || theirs[at] === 'empty' ? [] : [agree(kind, theirs[at] ?? 'empty')],
  );
  const right = both.filter((one) => one).length;
  if (both.length < FEWEST || right * 2 < both.length || !ours.some(isNumeral)) return null;
  const overhangs = region.dataRows.some(
    (row) => (sheet.rows[row]?.length ?? 0) > region.right + 1,
  );
  const lacks = theirs.some(
    (kind, at) =>
      kind !== 'empty' &&
      kind !== 'mixed' &&
      ours[at] === 'empty' &&
      isFull(before.sheet, before.region, at),
  );
  return { region, head: { ...before, sure: right === both.length && !overhangs && !lacks } };
}

export const HEADLESS = 'table.headless';

/**
 * The question of a table whose columns may be others; it stands on the first row and holds all of
 * them back.
 */
export function headlessIssue(region: Region, head: Headed): Issue {
  return placedIssue(
    region.dataRows[0] ?? 0,
    region.left,
    'question',
    HEADLESS,
    `这张表没有表头，各列与“${head.sheet.name}”的不全对得上。列不对的，先在列上方改；都对就按那张表头读。`,
  );
}

function kindsOf(sheet: SourceSheet, { dataRows, left, right }: Region): readonly Kind[] {
  const rows = dataRows.slice(0, SAMPLE);
  return Array.from({ length: right - left + 1 }, (_, at) => {
    const kinds = rows
      .map((row) => kindOf(sheet.rows[row]?.[left + at] ?? null))
      .filter((kind) => kind !== 'empty');
    const share = (...of: readonly Kind[]): number =>
      kinds.filter((kind) => of.includes(kind)).length / kinds.length;
    if (kinds.length === 0) return 'empty';
    if (share('words') >= MOST) return 'words';
    if (1 - share('words') < MOST) return 'mixed';
    return share('day') > 0 && share('figure') === 0
      ? 'day'
      : share('figure') > 0 && share('day') === 0
        ? 'figure'
        : 'either';
  });
}

function kindOf(cell: CellValue): Kind {
  if (cell === null || (typeof cell === 'string' && isMark(cell))) return 'empty';
  if (typeof cell === 'number') return readDayNumber(cell).kind === 'value' ? 'either' : 'figure';
  if (typeof cell === 'object') return 'day' in cell ? 'day' : 'either';
  if (typeof cell === 'boolean' || !/\d/.test(cell)) return 'words';
  const [isFigure, isDay] = [
    readFigure(cell).kind === 'value',
    readDay(cell, { year: 2000 }).kind === 'value',
  ];
  return isFigure && isDay ? 'either' : isFigure ? 'figure' : isDay ? 'day' : 'words';
}

const isNumeral = (kind: Kind): boolean => kind === 'figure' || kind === 'day' || kind === 'either';
/** Days do not go on under figures, nor figures under days. */
const agree = (ours: Kind, theirs: Kind): boolean =>
  ours === theirs ||
  theirs === 'mixed' ||
  (isNumeral(ours) && isNumeral(theirs) && (ours === 'either' || theirs === 'either'));

const isFull = (sheet: SourceSheet, { dataRows, left }: Region, at: number): boolean =>
  dataRows.every((row) => kindOf(sheet.rows[row]?.[left + at] ?? null) !== 'empty');
