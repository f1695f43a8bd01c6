/** A printed table as Word tables: merged heads that repeat on every page, whole rows, one Word table for each sheet of columns. */
import type {
  ITableCellOptions,
  Paragraph,
  Table,
  TableCell as DocxCell,
  TableRow as DocxRow,
} from 'docx';
import { printedCellText } from '../model/figures.ts';
import { headerRows } from '../model/header.ts';
import { noteTexts } from '../model/notes.ts';
import { roomOf } from '../model/page.ts';
import type { PrintTable, TableColumn, TableRow } from '../model/table.ts';
import type { Fit } from './fit.ts';
import { FONTS, textParagraph, twips, type Docx, type TextLook } from './docx-text.ts';

const AROUND: TextLook = { font: FONTS.body, size: 10.5 };
const GREY = 'F0F0F0';
const SIDE = 60;

export function tableParts(docx: Docx, table: PrintTable, fit: Fit): (Paragraph | Table)[] {
  const parts = fit.sheets.flatMap((indices, index): (Paragraph | Table)[] => [
    ...front(docx, table, index > 0),
    grid(docx, table, indices, fit.font),
    ...(table.sheets?.[index]?.notes ?? []).map((note) =>
      textParagraph(docx, note, AROUND, docx.AlignmentType.LEFT, { spacing: { before: 80 } }),
    ),
  ]);
  const notes = noteTexts(table.notes).map((note) =>
    textParagraph(docx, note, AROUND, docx.AlignmentType.LEFT),
  );
  // two Word tables without a paragraph between them are one, and lose the first one's lines
  const between =
    notes.length === 0 && table.signatures.length > 0
      ? [textParagraph(docx, '', { ...AROUND, size: 4 }, docx.AlignmentType.LEFT)]
      : [];
  return [
    ...parts,
    ...notes,
    ...between,
    ...(table.signatures.length === 0 ? [] : [evenly(docx, table, table.signatures, 'sign')]),
  ];
}

/** Title, 填报单位 and period; each further sheet of columns begins a page. */
function front(docx: Docx, table: PrintTable, further: boolean): (Paragraph | Table)[] {
  const { left, middle, right } = table.subtitle;
  const filters =
    table.filters.length === 0
      ? []
      : [textParagraph(docx, `筛选：${table.filters.join('；')}`, AROUND, docx.AlignmentType.LEFT)];
  const title = table.title + (further ? '（续）' : '');
  return [
    textParagraph(
      docx,
      title,
      {
        font: FONTS.title,
        size: Math.min(22, Math.max(14, roomOf(table.page).width / (title.length + 6) / 0.3528)),
      },
      docx.AlignmentType.CENTER,
      { pageBreakBefore: further, spacing: { after: 80 } },
    ),
    evenly(docx, table, [left, middle, right], 'head'),
    ...filters,
  ];
}

/** Texts side by side over the table's width: a table without lines. */
function evenly(
  docx: Docx,
  table: PrintTable,
  texts: readonly string[],
  of: 'head' | 'sign',
): Table {
  const { AlignmentType, BorderStyle } = docx;
  const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
  const width = Math.floor(twips(roomOf(table.page).width) / texts.length);
  const aligns =
    of === 'head' ? [AlignmentType.LEFT, AlignmentType.CENTER, AlignmentType.RIGHT] : [];
  const cells = texts.map(
    (text, index) =>
      new docx.TableCell({
        width: { size: width, type: docx.WidthType.DXA },
        borders: { top: none, bottom: none, left: none, right: none },
        margins: { left: 0, right: 0 },
        children: [
          textParagraph(docx, text, AROUND, aligns[index] ?? AlignmentType.LEFT, {
            spacing: { before: of === 'sign' ? 360 : 0, after: of === 'head' ? 40 : 0 },
          }),
        ],
      }),
  );
  return new docx.Table({
    layout: docx.TableLayoutType.FIXED,
    width: { size: width * texts.length, type: docx.WidthType.DXA },
    columnWidths: texts.map(() => width),
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [new docx.TableRow({ cantSplit: true, children: cells })],
  });
}

interface Grid {
  readonly docx: Docx;
  readonly columns: readonly TableColumn[];
  /** twips */
  readonly widths: readonly number[];
  readonly font: number;
}

function grid(docx: Docx, table: PrintTable, indices: readonly number[], font: number): Table {
  const columns = indices.flatMap((index) => table.columns[index] ?? []);
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const room = twips(roomOf(table.page).width);
  const scene: Grid = {
    docx,
    columns,
    widths: columns.map((column) => Math.floor((column.width / whole) * room)),
    font,
  };
  const body =
    table.rows.length === 0
      ? [emptyRow(scene, table.empty)]
      : table.rows.map((row) => bodyRow(scene, row, indices));
  return new docx.Table({
    layout: docx.TableLayoutType.FIXED,
    width: { size: scene.widths.reduce((sum, width) => sum + width, 0), type: docx.WidthType.DXA },
    columnWidths: [...scene.widths],
    rows: [...headRowsOf(scene), ...body],
  });
}

const headRowsOf = (scene: Grid): DocxRow[] => {
  const { docx, columns, font } = scene;
  const look: TextLook = { font: FONTS.head, size: font };
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

function bodyRow(scene: Grid, row: TableRow, indices: readonly number[]): DocxRow {
  const { docx, columns, font } = scene;
  const summed = row.kind === 'subtotal' || row.kind === 'total';
  const look: TextLook = { font: FONTS.body, size: font, bold: summed || row.kind === 'group' };
  const { LEFT, CENTER, RIGHT } = docx.AlignmentType;
  const aligns = { left: LEFT, center: CENTER, right: RIGHT } as const;
  const wide = (): DocxCell[] => [
    cell(scene, printedCellText(row.cells[indices[0] ?? 0] ?? null, {}), look, LEFT, {}, 0),
    cell(
      scene,
      printedCellText(row.cells[indices[1] ?? 1] ?? null, {}),
      look,
      LEFT,
      { columnSpan: columns.length - 1 },
      1,
    ),
  ];
  const children =
    row.kind === 'wide'
      ? wide()
      : row.kind === 'group'
        ? [
            cell(
              scene,
              printedCellText(row.cells[indices[0] ?? 0] ?? null, columns[0] ?? {}),
              look,
              LEFT,
              { columnSpan: columns.length },
              0,
            ),
          ]
        : indices.map((index, at) =>
            cell(
              scene,
              printedCellText(row.cells[index] ?? null, columns[at] ?? {}),
              look,
              summed && columns[at]?.align === 'left'
                ? CENTER
                : aligns[columns[at]?.align ?? 'left'],
              summed
                ? { shading: { fill: GREY, type: docx.ShadingType.CLEAR, color: 'auto' } }
                : {},
              at,
            ),
          );
  return new docx.TableRow({
    cantSplit: true,
    height: { value: Math.round(font * 40), rule: docx.HeightRule.ATLEAST },
    children,
  });
}

const emptyRow = (scene: Grid, text: string): DocxRow =>
  new scene.docx.TableRow({
    height: { value: twips(30), rule: scene.docx.HeightRule.ATLEAST },
    children: [
      cell(
        scene,
        text,
        { font: FONTS.body, size: scene.font },
        scene.docx.AlignmentType.CENTER,
        { columnSpan: scene.columns.length },
        0,
      ),
    ],
  });

function cell(
  { docx, widths }: Grid,
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
    margins: { left: SIDE, right: SIDE },
    verticalAlign: docx.VerticalAlignTable.CENTER,
    children: [textParagraph(docx, text, look, align)],
  });
}
