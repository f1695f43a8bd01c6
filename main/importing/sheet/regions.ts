/**
 * Finds the tables of a sheet and what each of its rows is: title, header, data, group, total, note
 * or nothing. Rows and columns are 0-based.
 */
import type { Ledger } from '../../domain/ledgers/field.ts';
import { kindOfCell } from './cell-kinds.ts';
import { columnBlocks } from './column-blocks.ts';
import { beginsPart, withSharedTitles } from './part-titles.ts';
import { countCells, isNumberRow, isPairNumbered, widthOf } from './header-rows.ts';
import { besideEachOther } from './side-by-side.ts';
import { firstHeader, nextHeader, type Header } from './header-search.ts';
import type { Region } from './region.ts';
import {
  firstText,
  hasOrdinals,
  isCounter,
  sortRow,
  withoutPartTotals,
  wideMerges,
  type RowLook,
  type Rows,
} from './row-roles.ts';
import type { CellValue, SourceSheet } from './sheet.ts';
import { byFigures } from './sum-roles.ts';
import { squeezeWords } from './words.ts';

const LOOKED_AT = 20;

/**
 * Every table of the sheet, from the top; the first may have the words of one of the users' own
 * ledgers.
 */
export function findRegions(sheet: SourceSheet, own: readonly Ledger[] = []): readonly Region[] {
  const blocks = columnBlocks(sheet);
  if (blocks === null) return regionsIn(sheet, own);
  return blocks.flatMap((block) =>
    regionsIn(block.sheet, own).map((region) =>
      block.isTitled ? { ...region, titled: [block.left, block.right] as const } : region,
    ),
  );
}

function regionsIn(sheet: SourceSheet, own: readonly Ledger[]): readonly Region[] {
  const regions: Region[] = [];
  let from = 0;
  while (from < sheet.rows.length) {
    const last = regions.at(-1)?.headerRows[1];
    const isTitled = isTitle(sheet, from) || (last !== undefined && beginsPart(sheet, from, last));
    const header = from === 0 ? firstHeader(sheet, own) : nextHeader(sheet, from, isTitled ? 2 : 3);
    if (header === null) break;
    const { found, next } = regionsAt(sheet, from, header);
    regions.push(...found);
    from = next;
  }
  return withSharedTitles(sheet, regions);
}

/**
 * The rows of a sheet without a header, under the columns of a table elsewhere; null where it holds
 * no two of them. Its header stands nowhere: above its first row.
 */
export function headlessRegion(
  sheet: SourceSheet,
  like: Pick<Region, 'left' | 'right'>,
): Region | null {
  const { left, right } = like;
  const first = sheet.rows.findIndex(
    (row) => row.filter((cell) => cell !== null && cell !== '').length >= 3,
  );
  if (first < 0) return null;
  const rows: Rows = { data: [], groups: [], totals: [], notes: [] };
  const look: RowLook = {
    wide: wideMerges(sheet),
    from: 0,
    left,
    right,
    ordinals: hasOrdinals(sheet, first, left),
    header: '',
    counted: false,
  };
  for (let r = first; r < sheet.rows.length; r++) sortRow(sheet.rows[r] ?? [], r, look, rows);
  if (rows.data.length === 0) return null;
  const titleRows = range(0, first).filter((r) => countCells(sheet.rows[r]).texts > 0);
  return byFigures(
    sheet,
    {
      titleRows,
      headerRows: [first - 1, first - 1],
      left,
      right,
      dataRows: rows.data,
      groupRows: rows.groups,
      totalRows: rows.totals,
      noteRows: rows.notes,
      sums: new Set(),
      parts: [],
    },
    true,
  );
}

function regionsAt(
  sheet: SourceSheet,
  from: number,
  header: Header,
): { found: readonly Region[]; next: number } {
  const { bottom } = header;
  const [left, right] = reach(sheet, bottom, widthOf(sheet, header.top, bottom));
  const [under, below] = [sheet.rows[bottom + 1], sheet.rows[bottom + 2]];
  const isNumbered = isNumberRow(under, left, right) || isPairNumbered(under, below, left, right);
  const first = isNumbered ? bottom + 2 : bottom + 1;
  const beside = tablesBeside(sheet, header, left, right);
  const titleRows = range(from, beside.top).filter(
    (r) => countCells(sheet.rows[r]).texts + countCells(sheet.rows[r]).numbers > 0,
  );
  const wide = wideMerges(sheet);
  const blocks = beside.columns.map(([l, to], place) => ({
    rows: { data: [], groups: [], totals: [], notes: [] } satisfies Rows as Rows,
    look: {
      wide,
      from: place === 0 ? 0 : l,
      left: l,
      right: to,
      ordinals: hasOrdinals(sheet, first, l),
      header: firstText(sheet.rows[beside.top]?.slice(l)),
      counted: isCounter(sheet.rows[beside.top]?.[l]),
    } satisfies RowLook,
  }));
  const regionOf = ({ look, rows: sorted }: (typeof blocks)[number]): Region => {
    const rows = withoutPartTotals(sheet, look.left, sorted);
    return byFigures(
      sheet,
      {
        titleRows,
        headerRows: [beside.top, bottom],
        left: look.left,
        right: look.right,
        dataRows: rows.data,
        groupRows: rows.groups,
        totalRows: rows.totals,
        noteRows: rows.notes,
        sums: new Set(),
        parts: [],
      },
      header.known,
    );
  };
  let r = first;
  for (; r < sheet.rows.length; r++) {
    const isNext = isNextTitle(sheet, r, titleRows) || beginsPart(sheet, r, bottom);
    if (isNext && blocks.some(({ rows }) => rows.data.length > 0))
      return { found: blocks.map(regionOf), next: r };
    let blank = true;
    for (const { look, rows } of blocks)
      blank = sortRow(sheet.rows[r] ?? [], r, look, rows) && blank;
    if (blank && blocks.some(({ rows }) => rows.data.length > 0) && beginsTable(sheet, r + 1, left))
      break;
  }
  return { found: blocks.map(regionOf), next: r + 1 };
}

const isFilled = (cell: CellValue | undefined): boolean =>
  cell !== null && cell !== undefined && cell !== '';
const SHORTEST_TITLE = 6;
const TITLE = /(?:表|情况|通报|台账|任务|目标|统计|进度|一览|清单|排名)(?:[(（].*[)）])?$/;

/** Words alone in their row that end as titles do, or name a year and a measure: 2023年粮食产量（吨）. */
function isTitle(sheet: SourceSheet, r: number): boolean {
  const row = sheet.rows[r] ?? [];
  const at = row.findIndex(isFilled);
  const title = row[at];
  if (typeof title !== 'string' || title.length < SHORTEST_TITLE) return false;
  if (row.findLastIndex(isFilled) !== at) return false;
  const plain = squeezeWords(title);
  return !/^(?:注|备注|说明)/.test(plain) && (TITLE.test(plain) || DATED.test(plain));
}
const DATED = /^[^。；]{0,12}(?:19|20)\d{2}年[^。；]{2,30}[(（][^()（）]{1,8}[)）]$/;

/**
 * The title of the next table right under the last row of this one: alone in its row, not this
 * table's own on a new page, and a header of its own soon follows.
 */
function isNextTitle(sheet: SourceSheet, r: number, titleRows: readonly number[]): boolean {
  if (!isTitle(sheet, r)) return false;
  const plain = squeezeWords(firstText(sheet.rows[r]));
  const isAgain = titleRows.some((one) =>
    (sheet.rows[one] ?? []).some(
      (cell) => typeof cell === 'string' && squeezeWords(cell) === plain,
    ),
  );
  const header = isAgain ? null : nextHeader(sheet, r + 1, 2);
  return (
    header !== null &&
    header.top - r <= 3 &&
    range(r + 1, header.top).every((one) => countCells(sheet.rows[one]).numbers === 0)
  );
}

/** Two tables beside each other may each have a title of their own over the same heads. */
function tablesBeside(
  sheet: SourceSheet,
  { top, bottom }: Header,
  left: number,
  right: number,
): { readonly top: number; readonly columns: readonly (readonly [number, number])[] } {
  const whole = besideEachOther(sheet, top, bottom, left, right);
  const under =
    top < bottom && whole.length === 1
      ? besideEachOther(sheet, bottom, bottom, left, right)
      : whole;
  return under.length > whole.length ? { top: bottom, columns: under } : { top, columns: whole };
}

/**
 * From the first column that holds anything under the header to the last that holds a figure: a
 * column may have no head.
 */
function reach(
  sheet: SourceSheet,
  bottom: number,
  [left, right]: readonly [number, number],
): [number, number] {
  const rows = sheet.rows
    .slice(bottom + 1, bottom + 1 + LOOKED_AT)
    .map((row) => row.map(kindOfCell));
  const filled = rows.map((row) => row.findIndex((kind) => kind !== 'blank')).filter((c) => c >= 0);
  const figures = rows.map((row) =>
    row.findLastIndex((kind) => kind === 'figure' || kind === 'year'),
  );
  return [Math.min(left, ...filled), Math.max(right, ...figures)];
}

/** Rows before the next header must not be data of this table after a blank line. */
function beginsTable(sheet: SourceSheet, from: number, left: number): boolean {
  const header = nextHeader(sheet, from);
  return (
    header !== null &&
    range(from, header.top).every(
      (r) =>
        countCells(sheet.rows[r]).numbers === 0 &&
        (sheet.rows[r] ?? []).filter((cell, c) => cell !== null && c >= left).length <= 3,
    )
  );
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
