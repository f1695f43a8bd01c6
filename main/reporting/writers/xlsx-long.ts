/**
 * The rows of a long table as XML, put into the workbook that exceljs wrote around them: rows that
 * are never objects take a part of the time and of the memory.
 */
import type { Style, Workbook, Worksheet } from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { PackedArchive } from './packed-archive.ts';
import { bookCell, columnLetter, mergedFrom, styleOfCell, type BookCell } from './xlsx-cells.ts';
import { bookRowHeight, tellPages, type LaidBook } from './xlsx-pages.ts';
import type { CellStyle } from './xlsx-styles.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';
/** rows, or texts, of a piece that is packed at once */
const BATCH = 1000;

export interface LongPlace {
  /** the sheet's row that the table's first one is */
  readonly first: number;
  /**
   * the first row under all that exceljs wrote: looks of cells are written there to learn their
   * numbers, and taken away again
   */
  readonly next: number;
}
type LookNumbers = ReadonlyMap<Partial<Style>, string>;

export async function writeLong(
  { workbook, sheet }: { readonly workbook: Workbook; readonly sheet: Worksheet },
  table: LaidBook,
  place: LongPlace,
  styleOf: CellStyle,
): Promise<Uint8Array> {
  const { first, next } = place;
  const looks = looksOf(table, styleOf);
  looks.forEach((look, at) => (sheet.getCell(next + at, 1).style = look));
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  tellPages(parts, table);
  const around = strFromU8(parts[SHEET] ?? new Uint8Array());
  const strings = strFromU8(parts[STRINGS] ?? new Uint8Array());
  const numbers = new Map(
    looks.map((look, at): [Partial<Style>, string] => [look, numberOf(around, next + at)]),
  );
  const texts = new SharedTexts((strings.match(/<si>/gu) ?? []).length);
  const [foot, end] = [placeOfRow(around, first), placeOfRow(around, next)];
  const above = around
    .slice(0, foot)
    .replace(
      /<dimension ref="[^"]*"\/>/u,
      `<dimension ref="A1:${columnLetter(table.columns.length - 1)}${next - 1}"/>`,
    );
  const after = withMerges(around.slice(around.indexOf('</sheetData>')), table, first);
  const rows = function* (): Generator<string> {
    yield above;
    yield* rowsXml(table, first, styleOf, numbers, texts);
    yield around.slice(foot, end) + after;
  };
  const archive = new PackedArchive();
  for (const [name, bytes] of Object.entries(parts))
    if (name !== SHEET && name !== STRINGS) await archive.add(name, [bytes]);
  await archive.add(SHEET, rows());
  await archive.add(STRINGS, texts.after(strings));
  return archive.bytes();
}

/** Every look that a cell of the table has. */
function looksOf({ columns, rows }: LaidBook, styleOf: CellStyle): readonly Partial<Style>[] {
  const looks = new Set<Partial<Style>>();
  for (const row of rows)
    for (let at = 0; at < columns.length; at += 1) looks.add(styleOfCell(row, at, styleOf));
  return [...looks];
}

const numberOf = (sheet: string, row: number): string =>
  new RegExp(`<c r="A${row}" s="(\\d+)"`, 'u').exec(sheet)?.[1] ?? '0';

/** Where the first row from `row` on begins. */
function placeOfRow(sheet: string, row: number): number {
  for (const found of sheet.matchAll(/<row r="(\d+)"/gu))
    if (Number(found[1]) >= row) return found.index;
  return sheet.indexOf('</sheetData>');
}

function withMerges(after: string, { rows, columns }: LaidBook, first: number): string {
  const last = columnLetter(columns.length - 1);
  const merges = rows.flatMap((row, at) => {
    const from = mergedFrom(row, columns.length);
    return from === null ? [] : [`${columnLetter(from)}${first + at}:${last}${first + at}`];
  });
  // the title is merged wherever a row can be
  return after.replace(
    /<mergeCells count="(\d+)">/u,
    (_, count: string) =>
      `<mergeCells count="${Number(count) + merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}`,
  );
}

function* rowsXml(
  table: LaidBook,
  first: number,
  styleOf: CellStyle,
  numbers: LookNumbers,
  texts: SharedTexts,
): Generator<string> {
  const letters = table.columns.map((_, at) => columnLetter(at));
  let piece = '';
  for (const [index, row] of table.rows.entries()) {
    const at = first + index;
    piece += `<row r="${at}" ht="${bookRowHeight(table, index)}" customHeight="1">`;
    for (const [column, letter] of letters.entries())
      piece += cellXml(
        `${letter}${at}`,
        bookCell(table, row, column, first, styleOf),
        numbers,
        texts,
      );
    piece += '</row>';
    if (index % BATCH !== BATCH - 1) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function cellXml(
  place: string,
  { style, value, formula }: BookCell,
  numbers: LookNumbers,
  texts: SharedTexts,
): string {
  const look = `<c r="${place}" s="${numbers.get(style) ?? '0'}"`;
  if (formula !== null) return `${look}><f>${formula}</f><v>${value ?? 0}</v></c>`;
  if (value === null) return `${look}/>`;
  return typeof value === 'number'
    ? `${look}><v>${value}</v></c>`
    : `${look} t="s"><v>${texts.numberOf(value)}</v></c>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Texts are written once, behind those that stand there already. */
class SharedTexts {
  private readonly numbers = new Map<string, number>();
  private readonly known: number;

  constructor(known: number) {
    this.known = known;
  }

  numberOf(text: string): number {
    const found = this.numbers.get(text) ?? this.known + this.numbers.size;
    this.numbers.set(text, found);
    return found;
  }

  *after(strings: string): Generator<string> {
    const count = this.known + this.numbers.size;
    yield strings
      .replace(/ (?:uniqueCount|count)="\d+"/gu, '')
      .replace('<sst ', `<sst uniqueCount="${count}" `)
      .replace('</sst>', '');
    let piece: string[] = [];
    for (const text of this.numbers.keys()) {
      const sound = text.replace(/[&<>]/gu, (sign) => ESCAPES[sign] ?? '');
      piece.push(`<si><t xml:space="preserve">${sound}</t></si>`);
      if (piece.length < BATCH) continue;
      yield piece.join('');
      piece = [];
    }
    yield `${piece.join('')}</sst>`;
  }
}
