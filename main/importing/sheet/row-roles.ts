/**
 * What each row under a header is: data, group, total, note or nothing, by its words and by how it
 * is filled.
 */
import { readChoice } from '../../domain/read/choice.ts';
import { STAGES } from '../../domain/ledgers/stage.ts';
import { kindOfCell } from './cell-kinds.ts';
import { partOf } from './fact-words.ts';
import { WITHIN } from './numbering.ts';
import type { Labelled, Region } from './region.ts';
import type { CellValue, SourceSheet } from './sheet.ts';
import { COLOUR_LEGEND, squeezeWords } from './words.ts';

type Row = readonly CellValue[];

export interface Rows {
  readonly data: number[];
  readonly groups: Labelled[];
  readonly totals: Labelled[];
  readonly notes: number[];
}
export interface RowLook {
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

/**
 * What a total, a part of one or a numbered group of figures has in its words; a row of a record
 * seldom begins with any.
 */
const MAY_HEAD = /[计总数均共其一二三四五六七八九十]/;
const TOTAL =
  /^(?:其中)?[^，。；]{0,10}?(?:小计|合计|总计|共计|累计|汇总|总数|^计)数?[:：]?(?:[(（].*[)）]|共?\d+[个项家件条处](?:项目|企业|问题|任务|隐患|单位|事项)?)?[:：]?$/;
const NUMBERED = /^(?:[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．])/;
/** 共3个项目 before figures is what they add up to. */
const COUNTED =
  /^[^，。；\d]{0,6}共计?\d+[个项家户宗处件条](?:项目|企业|单位|乡镇|镇|工程|问题|任务|隐患|事项)?[:：]?$|^[∑Σ]$|^(?:项目|企业|单位|问题)(?:个数|数量|总数)[:：]?\d+[个项家户宗处]?$/;
/** What the rows are on average is a figure of none of them. */
export const AVERAGE = /^(?:全[市县区省])?(?:总)?平均(?:数|值|水平)?$|^(?:全[市县区省])?均值$/;
const NUMERAL_ONLY = /^[(（]?[一二三四五六七八九十]{1,3}[)）]?$/;
const NOTE = /^(?:注|备注|说明|附注|填表说明|填报说明|注释)(?:[:：.\d一]|$)/;
const SIGNATURE =
  /(?:填表人?|制表人?|审核人?|负责人|填报人|填报日期|报送日期|填报时间|联系人|单位[(（]?盖章[)）]?|领导[(（]?签[字名章][)）]?)(?:[(（][^)）]*[)）])?[:：]/;
/** 共12个项目，总投资3.5亿元。 and （此表由发改局填报） name no record. */
const SENTENCE = /。$|^共计?\d+[个项家]|^[(（][^()（）]{4,}[)）]$/;

/**
 * In a list of indicators 一、财政收入 with figures is no group, 其中：外资 no total, and what
 * equals the sum of others an indicator too: all are rows like the others.
 */
export const withNumberedRows = (region: Region): Region =>
  withRows(
    withParts(region),
    (total) =>
      region.sums.has(total.row) ||
      (!TOTAL.test(total.label) &&
        (NUMBERED.test(total.label) ||
          WITHIN.test(total.label) ||
          region.groupRows.some((group) => group.row === total.row))),
  );

/** The region with the parts of rows as rows like the others. */
const withParts = (region: Region): Region =>
  region.parts.length === 0
    ? region
    : {
        ...region,
        dataRows: [...new Set([...region.dataRows, ...region.parts.map((part) => part.row)])].sort(
          (a, b) => a - b,
        ),
        parts: [],
      };

/** The region with some of its totals as rows like the others. */
export function withRows(region: Region, isRow: (total: Labelled) => boolean): Region {
  const rows = new Set(region.totalRows.filter(isRow).map((total) => total.row));
  return rows.size === 0
    ? region
    : {
        ...region,
        dataRows: [...region.dataRows, ...rows].sort((a, b) => a - b),
        groupRows: region.groupRows.filter((group) => !rows.has(group.row)),
        totalRows: region.totalRows.filter((total) => !rows.has(total.row)),
        sums: new Set([...region.sums].filter((row) => !rows.has(row))),
      };
}

/**
 * 累计 between 目标 and 上年同期, in the column of words behind the rows' names: it says what the
 * row's figures are, and adds up nothing.
 */
export function withoutPartTotals(sheet: SourceSheet, left: number, rows: Rows): Rows {
  const wordAt = (row: number, column: number): string => {
    const cell = sheet.rows[row]?.[column];
    return typeof cell === 'string' ? squeezeWords(cell) : '';
  };
  const parts = rows.totals.filter(({ row, label }) => {
    if (partOf(label, false) === null) return false;
    const column = (sheet.rows[row] ?? []).findIndex((cell) => cell !== null && cell !== '');
    return (
      column > left &&
      rows.data.length > 0 &&
      rows.data.every((one) => partOf(wordAt(one, column), false) !== null)
    );
  });
  return parts.length === 0
    ? rows
    : {
        ...rows,
        data: [...rows.data, ...parts.map(({ row }) => row)].sort((a, b) => a - b),
        totals: rows.totals.filter((total) => !parts.includes(total)),
      };
}

/** Puts a row where it belongs; answers whether it is blank. */
export function sortRow(row: Row, r: number, look: RowLook, rows: Rows): boolean {
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
  place(row, r, look, rows, { filled, figures, text: squeezeWords(text), textAt, firstAt });
  return false;
}

function place(
  row: Row,
  r: number,
  look: RowLook,
  rows: Rows,
  seen: { filled: number; figures: number; text: string; textAt: number; firstAt: number },
): void {
  const { filled, figures, text, textAt, firstAt } = seen;
  if (text.includes('计') || text.includes('总')) {
    if (TOTAL.test(text) && (figures > 0 || filled <= 2 || hasWrittenFigures(row, look))) {
      rows.totals.push({ row: r, label: text });
      return;
    }
  }
  if ((filled > 1 && AVERAGE.test(text)) || COUNTED.test(text))
    rows.totals.push({ row: r, label: text });
  else if (figures > 0 && WITHIN.test(text)) rows.totals.push({ row: r, label: text });
  else if (look.counted && look.ordinals && textAt === look.left && onlyFigures(row, look))
    rows.totals.push({ row: r, label: text });
  else if (filled <= 2 && NOTE.test(text)) rows.notes.push(r);
  else if (figures === 0 && (SIGNATURE.test(text) || isForHands(row, look))) rows.notes.push(r);
  else if (filled === 1 && COLOUR_LEGEND.test(text)) rows.notes.push(r);
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
    const label = NUMERAL_ONLY.test(text) ? numbered(row, text, textAt) : text;
    rows.groups.push({ row: r, label });
    if (figures > 0) rows.totals.push({ row: r, label });
  } else rows.data.push(r);
}

/** 单位领导： | 审核： | 制表：: names of those who sign, with or without the names beside them. */
function isForHands(row: Row, { from, right }: RowLook): boolean {
  const texts = row
    .slice(from, right + 1)
    .filter((cell) => typeof cell === 'string' && cell.trim() !== '')
    .map((cell) => squeezeWords(String(cell)));
  const asked = texts.filter((text) => text.length <= 12 && /[:：]$/.test(text)).length;
  return asked >= 2 && asked * 2 >= texts.length;
}

/**
 * Words where the others are counted, and nothing but figures beside them: 投资总额, 全年目标,
 * 完成率 of all rows.
 */
function onlyFigures(row: Row, { left, right }: RowLook): boolean {
  const kinds = row.slice(left + 1, right + 1).map(kindOfCell);
  return (
    !ORDINAL_OF_OWN.test(squeezeWords(String(row[left] ?? ''))) &&
    kinds.includes('figure') &&
    kinds.every((kind) => kind === 'figure' || kind === 'blank' || kind === 'mark')
  );
}
/** 3-1, A12, 新3: a number of a record's own. */
const ORDINAL_OF_OWN =
  /\d|^[A-Z]|^[一二三四五六七八九十]+[、.．]?$|^[(（][一二三四五六七八九十]+[)）]$/;

/** 二 | 新建项目 is 二、新建项目. */
function numbered(row: Row, numeral: string, at: number): string {
  const words = row.find((cell, c) => c > at && typeof cell === 'string' && cell !== '');
  if (typeof words !== 'string') return numeral;
  return `${numeral}${/[)）]$/.test(numeral) ? '' : '、'}${squeezeWords(words)}`;
}

/** Figures that are text, in a sheet where all are. */
const hasWrittenFigures = (row: Row, { from, right }: RowLook): boolean =>
  row.slice(from, right + 1).some((cell) => kindOfCell(cell) === 'figure');

/** 在建项目, 续建（3个）: what heads a group rather than names a record. */
const isLabel = (text: string): boolean =>
  /[（(]共?\d+[个项家][)）]$/.test(text) || readChoice(text, STAGES).kind === 'value';

/** Whether data rows are counted 1, 2, 3 in the first column, so that 一、二、 can only be groups. */
export function hasOrdinals(sheet: SourceSheet, first: number, left: number): boolean {
  for (let r = first; r < Math.min(sheet.rows.length, first + 60); r++)
    if (
      typeof sheet.rows[r]?.[left] === 'number' ||
      /^\d+$/.test(String(sheet.rows[r]?.[left] ?? ''))
    )
      return true;
  return false;
}

export function firstText(row: Row | undefined): string {
  return String(row?.find((cell) => typeof cell === 'string' && cell !== '') ?? '');
}

/** Rows over which one cell is drawn: titles and group labels. */
export function wideMerges(sheet: SourceSheet): ReadonlySet<number> {
  return new Set(
    sheet.merges
      .filter((merge) => merge.top === merge.bottom && merge.right - merge.left >= 2)
      .map((merge) => merge.top),
  );
}

/** 序号, 编号: a column that only counts the rows. */
export const isCounter = (head: CellValue | undefined): boolean =>
  /^(?:序号?|编号|行次)$/.test(squeezeWords(String(head ?? '')));
