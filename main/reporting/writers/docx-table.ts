/** A printed table as Word tables: heads on every page, whole rows, a table for each sheet. */
import type {
  ITableCellOptions,
  Paragraph,
  Table,
  TableCell as DocxCell,
  TableRow as DocxRow,
} from 'docx';
import { printedCellText, textUnits } from '../model/figures.ts';
import { headerRows } from '../model/header.ts';
import { noteTexts } from '../model/notes.ts';
import { roomOf } from '../model/page.ts';
import type { PrintTable, TableColumn, TableFonts, TableRow } from '../model/table.ts';
import type { Fit } from './fit.ts';
import { leastRow, pagesOf } from './pages.ts';
import { FONTS, textParagraph, twips, type Docx, type TextLook } from './docx-text.ts';

const aroundLook = ({ fonts }: PrintTable): TextLook => ({
  font: fonts?.body ?? FONTS.body,
  size: 10.5,
});
const GREY = 'F0F0F0';
const SIDE = 60;
/** of figures, which may never wrap */
const FIGURE_SIDE = 28;

/** A Word table for each sheet of columns, and for each page where the table tells its pages. */
export function tableParts(docx: Docx, table: PrintTable, fit: Fit): (Paragraph | Table)[] {
  const { rows, breaks } = pagesOf(table);
  const pages = [...breaks, rows.length - 1].map((end, at) =>
    rows.slice((breaks[at - 1] ?? -1) + 1, end + 1),
  );
  const grids = fit.sheets.flatMap((indices, index) =>
    pages.map((own, at) =>
      grid(docx, { ...table, rows: own }, indices, {
        font: fit.font,
        index,
        last: index === fit.sheets.length - 1 && at === pages.length - 1,
      }),
    ),
  );
  return grids.flatMap((one, at) => (at === 0 ? [one] : [thinLine(docx, true), one]));
}

/**
 * Two tables that touch become one, and a table that ends the document takes the page of the one
 * before: a line of next to no height stands between and behind them.
 */
export const thinLine = (docx: Docx, beginsPage: boolean): Paragraph =>
  new docx.Paragraph({
    pageBreakBefore: beginsPage,
    spacing: { before: 0, after: 0, line: 20, lineRule: docx.LineRuleType.EXACT },
    children: [],
  });

/**
 * Title, 填报单位 and period, filters: rows without lines above the heads, which Word repeats with
 * them on every page. A table of their own would run together with the grid and take the place of
 * its heads.
 */
function frontRows(scene: Grid, table: PrintTable, further: boolean): DocxRow[] {
  const { docx } = scene;
  const { left, middle, right } = table.subtitle;
  const room = scene.widths.reduce((sum, width) => sum + width, 0);
  const title = table.title + (further ? '（续）' : '');
  const size = Math.min(22, Math.max(14, roomOf(table.page).width / (title.length + 6) / 0.3528));
  const paragraphs = [
    textParagraph(
      docx,
      title,
      { font: table.fonts?.title ?? FONTS.title, size },
      docx.AlignmentType.CENTER,
      {
        spacing: { after: 80 },
      },
    ),
    textParagraph(
      docx,
      [left, middle, right].join('\t'),
      aroundLook(table),
      docx.AlignmentType.LEFT,
      {
        tabStops: [
          { type: docx.TabStopType.CENTER, position: Math.round(room / 2) },
          { type: docx.TabStopType.RIGHT, position: room },
        ],
        spacing: { after: 40 },
      },
    ),
    ...(table.filters.length === 0
      ? []
      : [
          textParagraph(
            docx,
            `筛选：${table.filters.join('；')}`,
            aroundLook(table),
            docx.AlignmentType.LEFT,
          ),
        ]),
  ];
  return [bare(scene, paragraphs, true)];
}

/** Notes and signatures: the last row, without lines, kept with the record before it. */
function footRows(scene: Grid, table: PrintTable, index: number, last: boolean): DocxRow[] {
  const { docx } = scene;
  const room = scene.widths.reduce((sum, width) => sum + width, 0);
  const notes = [
    ...(table.sheets?.[index]?.notes ?? []),
    ...(last ? noteTexts(table.notes) : []),
  ].map((note, at) =>
    textParagraph(docx, note, aroundLook(table), docx.AlignmentType.LEFT, {
      spacing: { before: at === 0 ? 80 : 0 },
    }),
  );
  const { signatures } = table;
  const signed =
    last && signatures.length > 0
      ? [
          textParagraph(docx, signatures.join('\t'), aroundLook(table), docx.AlignmentType.LEFT, {
            tabStops: signatureStops(signatures, room).map((position) => ({
              type: docx.TabStopType.LEFT,
              position,
            })),
            spacing: { before: 360 },
          }),
        ]
      : [];
  const all = [...notes, ...signed];
  return all.length === 0 ? [] : [bare(scene, all, false)];
}

/** A row over all columns without lines but that to the grid. */
function bare(scene: Grid, children: Paragraph[], isHead: boolean): DocxRow {
  const { docx, widths } = scene;
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  return new docx.TableRow({
    cantSplit: true,
    tableHeader: isHead,
    children: [
      new docx.TableCell({
        columnSpan: widths.length,
        width: {
          size: widths.reduce((sum, width) => sum + width, 0),
          type: docx.WidthType.DXA,
        },
        borders: {
          left: none,
          right: none,
          ...(isHead ? { top: none } : { bottom: none }),
        },
        margins: { left: 0, right: 0 },
        children,
      }),
    ],
  });
}

interface Grid {
  readonly docx: Docx;
  readonly columns: readonly TableColumn[];
  /** twips */
  readonly widths: readonly number[];
  readonly font: number;
  readonly fonts: TableFonts;
  /** twips of a row of one line */
  readonly least: number;
  readonly keepNext?: boolean;
}

function grid(
  docx: Docx,
  table: PrintTable,
  indices: readonly number[],
  { font, index, last }: { readonly font: number; readonly index: number; readonly last: boolean },
): Table {
  const columns = indices.flatMap((index) => table.columns[index] ?? []);
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const room = twips(roomOf(table.page).width);
  const scene: Grid = {
    docx,
    columns,
    widths: columns.map((column) => Math.floor((column.width / whole) * room)),
    font,
    fonts: table.fonts ?? {},
    least: Math.min(Math.round(font * 40), twips(leastRow(table))),
  };
  const body =
    table.rows.length === 0
      ? [emptyRow(scene, table.empty)]
      : table.rows.map((row, at) => bodyRow(scene, row, indices, keepsNext(table, at)));
  return new docx.Table({
    layout: docx.TableLayoutType.FIXED,
    width: { size: scene.widths.reduce((sum, width) => sum + width, 0), type: docx.WidthType.DXA },
    columnWidths: [...scene.widths],
    rows: [
      ...frontRows(scene, table, index > 0),
      ...(table.form === true ? [] : headRowsOf(scene)),
      ...body,
      ...footRows(scene, table, index, last),
    ],
  });
}

const headRowsOf = (scene: Grid): DocxRow[] => {
  const { docx, columns, font } = scene;
  const look: TextLook = { font: scene.fonts.heads ?? FONTS.head, size: font };
  return headerRows(columns).map(
    (row) =>
      new docx.TableRow({
        tableHeader: true,
        cantSplit: true,
        children: row.map((one) =>
          cell(
            scene,
            one.text,
            look,
            docx.AlignmentType.CENTER,
            { rowSpan: one.rows, columnSpan: one.columns },
            one.column,
          ),
        ),
      }),
  );
};

/** twips of a character around a table, in a font that puts air between figures and words */
const SIGNED_UNIT = 250;

/**
 * Where each signature but the first begins: even parts, or where one is longer than that, each
 * after the one before with the same room to write.
 */
function signatureStops(signatures: readonly string[], room: number): readonly number[] {
  const even = room / signatures.length;
  const needs = signatures.map((text) => textUnits(text) * SIGNED_UNIT);
  const free = Math.max(0, room - needs.reduce((sum, need) => sum + need, 0)) / signatures.length;
  const isEven = Math.max(...needs) <= even;
  let used = 0;
  return signatures.slice(1).map((_, at) => {
    used += isEven ? even : (needs[at] ?? 0) + free;
    return Math.round(used);
  });
}

/** A row that stays on the page of the next: a group's head, what stands before a sum. */
function keepsNext(table: PrintTable, at: number): boolean {
  const [row, next] = [table.rows[at], table.rows[at + 1]];
  return (
    row?.kind === 'group' || next === undefined || next.kind === 'subtotal' || next.kind === 'total'
  );
}

function bodyRow(
  plain: Grid,
  row: TableRow,
  indices: readonly number[],
  keepNext: boolean,
): DocxRow {
  const scene = { ...plain, keepNext };
  const { docx, least } = scene;
  return new docx.TableRow({
    cantSplit: true,
    height: { value: least, rule: docx.HeightRule.ATLEAST },
    children: row.kind === 'cut' ? [cutCell(scene)] : bodyCells(scene, row, indices),
  });
}

function bodyCells(scene: Grid, row: TableRow, indices: readonly number[]): DocxCell[] {
  const { docx, columns, font } = scene;
  const summed = row.kind === 'subtotal' || row.kind === 'total';
  const look: TextLook = {
    font: scene.fonts.body ?? FONTS.body,
    size: font,
    bold: summed || row.kind === 'group',
  };
  const { LEFT, CENTER, RIGHT } = docx.AlignmentType;
  const textAt = (at: number, column: TableColumn | undefined): string =>
    printedCellText(row.cells[indices[at] ?? at] ?? null, column ?? {});
  if (row.kind === 'group')
    return [cell(scene, textAt(0, columns[0]), look, LEFT, { columnSpan: columns.length }, 0)];
  if (row.kind === 'wide')
    return [
      cell(scene, textAt(0, undefined), look, LEFT, {}, 0),
      cell(scene, textAt(1, undefined), look, LEFT, { columnSpan: columns.length - 1 }, 1),
    ];
  const aligns = { left: LEFT, center: CENTER, right: RIGHT } as const;
  const shading = { fill: GREY, type: docx.ShadingType.CLEAR, color: 'auto' };
  return indices.map((_, at) =>
    cell(
      scene,
      textAt(at, columns[at]),
      look,
      summed && columns[at]?.align === 'left' ? CENTER : aligns[columns[at]?.align ?? 'left'],
      summed ? { shading } : {},
      at,
    ),
  );
}

/** Where slips are cut apart: a dashed line over the whole width. */
function cutCell({ docx, widths }: Grid): DocxCell {
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  const dashed = { style: docx.BorderStyle.DASHED, size: 4, color: '000000', space: 6 };
  return new docx.TableCell({
    columnSpan: widths.length,
    borders: { left: none, right: none },
    children: [new docx.Paragraph({ border: { bottom: dashed }, spacing: { after: 120 } })],
  });
}

const emptyRow = (scene: Grid, text: string): DocxRow =>
  new scene.docx.TableRow({
    height: { value: twips(30), rule: scene.docx.HeightRule.ATLEAST },
    children: [
      cell(
        scene,
        text,
        { font: scene.fonts.body ?? FONTS.body, size: scene.font },
        scene.docx.AlignmentType.CENTER,
        { columnSpan: scene.columns.length },
        0,
      ),
    ],
  });

function cell(
  { docx, widths, keepNext = false }: Grid,
  text: string,
  look: TextLook,
  align: Parameters<typeof textParagraph>[3],
  more: Partial<ITableCellOptions>,
  column: number,
): DocxCell {
  const size = widths
    .slice(column, column + (more.columnSpan ?? 1))
    .reduce((sum, width) => sum + width, 0);
  return new docx.TableCell({
    ...more,
    width: { size, type: docx.WidthType.DXA },
    margins:
      align === docx.AlignmentType.RIGHT
        ? { left: FIGURE_SIDE, right: FIGURE_SIDE }
        : { left: SIDE, right: SIDE },
    verticalAlign: docx.VerticalAlignTable.CENTER,
    children: [textParagraph(docx, text, look, align, { keepNext })],
  });
}
