/** Finds what each row of a sheet is: title, header, data, group, total, note or nothing. Rows and columns are 0-based. */
import { readChoice } from '../../domain/read/choice.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import { STAGES } from '../../domain/ledgers/stage.ts';
import { isHeadOf } from './dictionary.ts';
import {
  besideEachOther,
  count,
  headerBottom,
  headerTop,
  isNumberRow,
  widthOf,
} from './header-rows.ts';
import type { CellValue, Sheet } from './sheet.ts';
import { squeeze } from './words.ts';

export interface Labelled {
  readonly row: number;
  readonly label: string;
}
export interface Region {
  readonly titleRows: readonly number[];
  readonly headerRows: readonly [number, number];
  readonly left: number;
  readonly right: number;
  readonly dataRows: readonly number[];
  readonly groupRows: readonly Labelled[];
  readonly totalRows: readonly Labelled[];
  readonly noteRows: readonly number[];
}

type Row = readonly CellValue[];
const HEADER_SEARCH = 30;
const NEXT_TABLE_SEARCH = 6;

/** Every table of the sheet, from the top; the first may have the words of one of the users' own ledgers. */
export function findRegions(sheet: Sheet, own: readonly Ledger[] = []): readonly Region[] {
  const regions: Region[] = [];
  let from = 0;
  while (from < sheet.rows.length) {
    const known =
      (regions.length === 0 ? ownHeader(sheet, own) : null) ??
      findHeader(
        sheet,
        from,
        regions.length === 0 ? HEADER_SEARCH : NEXT_TABLE_SEARCH,
        regions.length === 0 ? 2 : 3,
      ) ??
      (regions.length === 0 ? looseHeader(sheet, from) : null);
    if (known === null) break;
    const { found, next } = regionsAt(sheet, from, headerTop(sheet, from, known));
    regions.push(...found);
    from = next;
  }
  return regions;
}

/** The first row most of whose cells are the names of one own ledger's fields, two at least. */
function ownHeader(sheet: Sheet, own: readonly Ledger[]): number | null {
  if (own.length === 0) return null;
  const found = sheet.rows.slice(0, HEADER_SEARCH).findIndex((row) => {
    const heads = row.filter((cell) => typeof cell === 'string' && cell.trim() !== '');
    return heads.length >= 2 && own.some((ledger) => isHeadOf(ledger, heads));
  });
  return found < 0 ? null : found;
}

/** The first row that holds at least `words` of the words that headers use, and few figures. */
function findHeader(sheet: Sheet, from: number, within: number, words: number): number | null {
  let seen = 0;
  for (let r = from; r < sheet.rows.length && seen < within; r++) {
    const { texts, numbers, known } = count(sheet.rows[r]);
    if (texts + numbers === 0) continue;
    seen += 1;
    if (known >= words && numbers <= texts / 3) return r;
  }
  return null;
}

/** Whether some row holds the words of a header. */
export const hasHeader = (sheet: Sheet): boolean => findHeader(sheet, 0, HEADER_SEARCH, 2) !== null;

/** The rows of a sheet without a header, under the columns of a table elsewhere; null where it holds no two of them. Its header stands nowhere: above its first row. */
export function headlessRegion(sheet: Sheet, like: Pick<Region, 'left' | 'right'>): Region | null {
  const { left, right } = like;
  const first = sheet.rows.findIndex(
    (row) => row.filter((cell) => cell !== null && cell !== '').length >= 3,
  );
  if (first < 0) return null;
  const rows: Rows = { data: [], groups: [], totals: [], notes: [] };
  const look: Look = {
    wide: wideMerges(sheet),
    from: 0,
    left,
    right,
    ordinals: hasOrdinals(sheet, first, left),
    header: '',
    counted: false,
  };
  for (let r = first; r < sheet.rows.length; r++) sort(sheet.rows[r] ?? [], r, look, rows);
  if (rows.data.length === 0) return null;
  const titleRows = range(0, first).filter((r) => count(sheet.rows[r]).texts > 0);
  return {
    titleRows,
    headerRows: [first - 1, first - 1],
    left,
    right,
    dataRows: rows.data,
    groupRows: rows.groups,
    totalRows: rows.totals,
    noteRows: rows.notes,
  };
}

/** For tables whose words nobody told us: the first row of three or more short texts without a figure. */
function looseHeader(sheet: Sheet, from: number): number | null {
  for (let r = from; r < Math.min(sheet.rows.length - 1, from + HEADER_SEARCH); r++) {
    const { texts, numbers } = count(sheet.rows[r]);
    const meta = (sheet.rows[r] ?? []).some(
      (cell) => typeof cell === 'string' && (/[:：]/.test(cell) || cell.length > 30),
    );
    if (texts >= 3 && numbers === 0 && !meta) return r;
  }
  return null;
}

function regionsAt(
  sheet: Sheet,
  from: number,
  header: number,
): { found: readonly Region[]; next: number } {
  const bottom = headerBottom(sheet, header);
  const [left, right] = widthOf(sheet, header, bottom);
  const first = isNumberRow(sheet.rows[bottom + 1], left, right) ? bottom + 2 : bottom + 1;
  const titleRows = range(from, header).filter(
    (r) => count(sheet.rows[r]).texts + count(sheet.rows[r]).numbers > 0,
  );
  const wide = wideMerges(sheet);
  const blocks = besideEachOther(sheet, header, bottom, left, right).map(([l, to], place) => ({
    rows: { data: [], groups: [], totals: [], notes: [] } satisfies Rows as Rows,
    look: {
      wide,
      from: place === 0 ? 0 : l,
      left: l,
      right: to,
      ordinals: hasOrdinals(sheet, first, l),
      header: firstText(sheet.rows[header]?.slice(l)),
      counted: /^(?:序号?|编号|行次)$/.test(squeeze(String(sheet.rows[header]?.[l] ?? ''))),
    } satisfies Look,
  }));
  let r = first;
  for (; r < sheet.rows.length; r++) {
    let blank = true;
    for (const { look, rows } of blocks) blank = sort(sheet.rows[r] ?? [], r, look, rows) && blank;
    if (
      blank &&
      blocks.some(({ rows }) => rows.data.length > 0) &&
      findHeader(sheet, r + 1, NEXT_TABLE_SEARCH, 3) !== null &&
      nextTable(sheet, r + 1, left)
    )
      break;
  }
  const found = blocks.map(({ look, rows }): Region => ({
    titleRows,
    headerRows: [header, bottom],
    left: look.left,
    right: look.right,
    dataRows: rows.data,
    groupRows: rows.groups,
    totalRows: rows.totals,
    noteRows: rows.notes,
  }));
  return { found, next: r + 1 };
}

/** Rows before the next header must not be data of this table after a blank line. */
function nextTable(sheet: Sheet, from: number, left: number): boolean {
  const header = findHeader(sheet, from, NEXT_TABLE_SEARCH, 3);
  return (
    header !== null &&
    range(from, header).every(
      (r) =>
        count(sheet.rows[r]).numbers === 0 &&
        (sheet.rows[r] ?? []).filter((cell, c) => cell !== null && c >= left).length <= 3,
    )
  );
}

interface Rows {
  readonly data: number[];
  readonly groups: Labelled[];
  readonly totals: Labelled[];
  readonly notes: number[];
}
interface Look {
  readonly wide: ReadonlySet<number>;
  /** where its cells begin: of a table beside another, its first column */
  readonly from: number;
  readonly left: number;
  readonly right: number;
  readonly ordinals: boolean;
  readonly header: string;
  /** the first column only counts rows, so that a word alone in it is no record's name */
  readonly counted: boolean;
}

/** What a total, a part of one or a numbered group of figures has in its words; a row of a record seldom begins with any. */
const MAY_HEAD = /[计总数其一二三四五六七八九十]/;
const TOTAL =
  /^(?:其中)?[^，。；]{0,10}?(?:小计|合计|总计|共计|累计|汇总|总数|^计)数?[:：]?(?:[(（].*[)）]|共?\d+[个项家](?:项目|企业)?)?[:：]?$/;
const NUMBERED = /^(?:[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．])/;
/** 其中：工业项目 is a part of what was counted already. */
const WITHIN = /^其中[:：]/;
const NUMERAL_ONLY = /^[(（]?[一二三四五六七八九十]{1,3}[)）]?$/;
const NOTE = /^(?:注|备注|说明|附注|填表说明|填报说明|注释)(?:[:：.\d一]|$)/;
const SIGNATURE =
  /(?:填表人?|制表人?|审核人?|负责人|填报人|填报日期|报送日期|填报时间|联系人|单位[(（]?盖章[)）]?|领导[(（]?签[字名章][)）]?)(?:[(（][^)）]*[)）])?[:：]/;
/** 共12个项目，总投资3.5亿元。 and （此表由发改局填报） name no record. */
const SENTENCE = /。$|^共计?\d+[个项家]|^[(（][^()（）]{4,}[)）]$/;

/** In a list of indicators 一、财政收入 with figures is no group, and 其中：外资 no total: both are rows like the others. */
export function withNumberedRows(region: Region): Region {
  const numbered = region.totalRows.filter(
    (total) =>
      !TOTAL.test(total.label) &&
      (NUMBERED.test(total.label) ||
        WITHIN.test(total.label) ||
        region.groupRows.some((group) => group.row === total.row)),
  );
  const rows = new Set(numbered.map((total) => total.row));
  return {
    ...region,
    dataRows: [...region.dataRows, ...rows].sort((a, b) => a - b),
    groupRows: region.groupRows.filter((group) => !rows.has(group.row)),
    totalRows: region.totalRows.filter((total) => !rows.has(total.row)),
  };
}

/** Puts a row where it belongs; answers whether it is blank. */
function sort(row: Row, r: number, look: Look, rows: Rows): boolean {
  let [filled, figures, text, textAt, firstAt] = [0, 0, '', -1, -1];
  const end = Math.min(row.length, look.right + 1);
  for (let c = look.from; c < end; c++) {
    const cell = row[c];
    if (cell === null || cell === undefined || cell === '') continue;
    filled += 1;
    if (firstAt < 0) firstAt = c;
    if (typeof cell !== 'string') figures += 1;
    else if (textAt < 0 && filled <= 3) [text, textAt] = [cell, c];
    // how many more there are changes nothing
    if (filled > 3 && figures > 0) break;
  }
  if (filled === 0) return true;
  if (textAt < 0 || (filled > 3 && (text.length > 24 || (figures > 0 && !MAY_HEAD.test(text))))) {
    rows.data.push(r);
    return false;
  }
  if (text === look.header && figures === 0) return false;
  place(row, r, look, rows, { filled, figures, text: squeeze(text), textAt, firstAt });
  return false;
}

function place(
  row: Row,
  r: number,
  look: Look,
  rows: Rows,
  seen: { filled: number; figures: number; text: string; textAt: number; firstAt: number },
): void {
  const { filled, figures, text, textAt, firstAt } = seen;
  if (text.includes('计') || text.includes('总')) {
    if (TOTAL.test(text) && (figures > 0 || filled <= 2)) {
      rows.totals.push({ row: r, label: text });
      return;
    }
  }
  if (figures > 0 && WITHIN.test(text)) rows.totals.push({ row: r, label: text });
  else if (filled <= 2 && NOTE.test(text)) rows.notes.push(r);
  else if (figures === 0 && SIGNATURE.test(text)) rows.notes.push(r);
  else if (filled === 1 && (text.length > 40 || SENTENCE.test(text)) && !NUMBERED.test(text))
    rows.notes.push(r);
  else if (
    filled === 1 &&
    (look.wide.has(r) ||
      NUMBERED.test(text) ||
      (textAt === look.left && (look.counted || isLabel(text))))
  )
    rows.groups.push({ row: r, label: text });
  else if (
    look.ordinals &&
    textAt === firstAt &&
    (NUMBERED.test(text) || (textAt === look.left && NUMERAL_ONLY.test(text)))
  ) {
    const label = NUMERAL_ONLY.test(text)
      ? squeeze(
          String(
            row.find((cell, c) => c > textAt && typeof cell === 'string' && cell !== '') ?? text,
          ),
        )
      : text;
    rows.groups.push({ row: r, label });
    if (figures > 0) rows.totals.push({ row: r, label });
  } else rows.data.push(r);
}

/** 在建项目, 续建（3个）: what heads a group rather than names a record. */
const isLabel = (text: string): boolean =>
  /[（(]共?\d+[个项家][)）]$/.test(text) || readChoice(text, STAGES).kind === 'value';

/** Whether data rows are counted 1, 2, 3 in the first column, so that 一、二、 can only be groups. */
function hasOrdinals(sheet: Sheet, first: number, left: number): boolean {
  for (let r = first; r < Math.min(sheet.rows.length, first + 60); r++)
    if (
      typeof sheet.rows[r]?.[left] === 'number' ||
      /^\d+$/.test(String(sheet.rows[r]?.[left] ?? ''))
    )
      return true;
  return false;
}

function firstText(row: Row | undefined): string {
  return String(row?.find((cell) => typeof cell === 'string' && cell !== '') ?? '');
}

/** Rows over which one cell is drawn: titles and group labels. */
function wideMerges(sheet: Sheet): ReadonlySet<number> {
  return new Set(
    sheet.merges
      .filter((merge) => merge.top === merge.bottom && merge.right - merge.left >= 2)
      .map((merge) => merge.top),
  );
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
