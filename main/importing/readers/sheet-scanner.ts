/**
 * Reads a worksheet's bytes into rows: filled cells, number formats, merges, what is hidden. Rows
 * that are only formatted leave nothing behind.
 */
import { columnNumber } from '../../domain/read/sheet-address.ts';
import { cellKey, type CellValue, type SheetMerge, type SourceSheet } from '../sheet/sheet.ts';
import {
  afterOther,
  afterTag,
  Attributes,
  BANG,
  endsName,
  LT,
  nameAt,
  QUESTION,
  SLASH,
  type Bytes,
} from './bytes.ts';
import { CellFormats } from './cell-formats.ts';
import { CellScanner, type CellContext } from './cell-scanner.ts';
import type { Scanner } from './feed.ts';
import { MOST_COLUMNS, MOST_MERGES, MOST_ROWS } from './limits.ts';
import type { Purse } from './purse.ts';
import type { Styles } from './styles.ts';
import { damagedFile, tooLarge } from './trouble.ts';
import { isTrue } from './xml.ts';

/**
 * One for all rows without a cell: a stray cell in the last row makes a million of them. Nobody may
 * write into it.
 */
const EMPTY: CellValue[] = [];
Object.freeze(EMPTY);
const MOST_WIDTHS = 1000;
const [C_, O_, R_, W_] = [0x63, 0x6f, 0x72, 0x77];

export class SheetScanner implements Scanner {
  readonly rows: CellValue[][] = [];
  /** some formula has no result in the file */
  unknown = false;

  private readonly purse: Purse;
  private readonly cell: CellScanner;
  private readonly attributes = new Attributes();
  private readonly formatOf: Uint16Array;
  private readonly formats: CellFormats;
  private readonly styles: Styles;
  private readonly colours: CellFormats;
  private readonly struck = new Set<number>();
  private readonly cut = new Set<number>();
  private readonly merges: SheetMerge[] = [];
  private readonly hiddenRows: number[] = [];
  private readonly hiddenColumns = new Set<number>();
  private readonly widths = new Map<number, number>();

  private inData = false;
  private inRow = false;
  private closed = false;
  /** 1-based; of the row being read, or the last one */
  private row = 0;
  /** whether the row itself says its number */
  private numbered = false;
  private column = 0;
  /** made as wide as the row before: an array that grows, or one that is copied, costs twice */
  private cells: CellValue[] = [];
  private length = 0;
  /** some cell of the row has a format of its own */
  private formatted = 0;
  private readonly places = new Uint16Array(MOST_COLUMNS);
  /** some cell of the row has a colour of its own */
  private coloured = 0;
  private readonly tints = new Uint16Array(MOST_COLUMNS);

  constructor(context: CellContext, purse: Purse) {
    this.purse = purse;
    this.cell = new CellScanner(context);
    this.formatOf = context.styles.formatOf;
    this.formats = new CellFormats(context.styles.formats);
    this.styles = context.styles;
    this.colours = new CellFormats(context.styles.colours);
  }

  scan(bytes: Bytes, end: number): number {
    let at = 0;
    for (;;) {
      while (bytes[at] !== LT) {
        if (at >= end) return end;
        if (bytes[at] === 0) throw damagedFile('a zero in the text');
        at++;
      }
      const next =
        this.inRow && bytes[at + 1] === C_ && endsName(bytes[at + 2])
          ? this.readCell(bytes, at + 2, end)
          : this.tag(bytes, at, end);
      if (next < 0) return at;
      at = next;
    }
  }

  finish(): void {
    if (this.inRow || this.inData || !this.closed) throw damagedFile('the worksheet breaks off');
  }

  sheet(name: string, hidden: boolean): SourceSheet {
    const { rows } = this;
    return {
      name,
      hidden,
      rows,
      merges: this.merges.flatMap((merge) =>
        merge.top < rows.length
          ? [{ ...merge, bottom: Math.min(merge.bottom, rows.length - 1) }]
          : [],
      ),
      hiddenRows: new Set(this.hiddenRows.filter((row) => row < rows.length)),
      hiddenColumns: this.hiddenColumns,
      formats: this.formats,
      struck: this.struck,
      cut: this.cut,
      colours: this.colours,
      widths: this.widths,
    };
  }

  private readCell(bytes: Bytes, from: number, end: number): number {
    const { cell } = this;
    const after = cell.read(bytes, from, end, this.row, this.column);
    if (after < 0) return -1;
    if (cell.row !== 0 && cell.row !== this.row) this.renumber(cell.row);
    const column = cell.column < 0 ? this.column : cell.column;
    if (column >= MOST_COLUMNS) throw damagedFile(`column ${column + 1}`);
    this.column = column + 1;
    if (cell.value !== null) this.put(column, cell.value);
    return after;
  }

  private put(column: number, value: CellValue): void {
    const { cells } = this;
    while (this.length < column) {
      cells[this.length] = null;
      this.tints[this.length] = 0;
      this.places[this.length++] = 0;
    }
    if (column === this.length) this.length++;
    cells[column] = value;
    const place = this.formatOf[this.cell.style] ?? 0;
    this.places[column] = place;
    this.formatted |= place;
    const tint = this.styles.colourOf[this.cell.style] ?? 0;
    this.tints[column] = tint;
    this.coloured |= tint;
    if (this.cell.struck === 'cut') this.cut.add(cellKey(this.row - 1, column));
    else if (this.cell.struck !== null || this.styles.isStruck[this.cell.style] === 1)
      this.struck.add(cellKey(this.row - 1, column));
    if (typeof value === 'object' && value !== null && 'formula' in value) this.unknown = true;
  }

  /**
   * A row without a number has its first cell's; one with another number than its cells is no
   * table.
   */
  private renumber(row: number): void {
    if (this.numbered || this.column > 0 || row < this.row || row > MOST_ROWS)
      throw damagedFile(`a cell of row ${row} in row ${this.row}`);
    this.row = row;
    this.numbered = true;
  }

  /** Any tag but a plain <c>: returns the place behind it. */
  private tag(bytes: Bytes, at: number, end: number): number {
    const sign = bytes[at + 1];
    if (sign === BANG || sign === QUESTION) return afterOther(bytes, at, end);
    const after = afterTag(bytes, at + 1);
    if (after < 0) return -1;
    const name = nameAt(bytes, at);
    let nameEnd = name;
    while (!endsName(bytes[nameEnd])) nameEnd++;
    const empty = bytes[after - 2] === SLASH;
    const length = nameEnd - name;
    if (this.inRow && length === 1 && bytes[name] === C_ && sign !== SLASH)
      return this.readCell(bytes, nameEnd, end);
    if (length < 3 || length > 10) return after;
    // two of three tags that are no cells: no text is made of them
    if (length === 3 && bytes[name] === R_ && bytes[name + 1] === O_ && bytes[name + 2] === W_) {
      if (this.inData) this.rowTag(bytes, nameEnd, after, sign === SLASH, empty);
      return after;
    }
    switch (bytes.toString('latin1', name, nameEnd)) {
      case 'sheetData':
        this.inData = sign !== SLASH && !empty;
        this.endRow();
        break;
      case 'col':
        if (!this.inData && sign !== SLASH) this.columns(bytes, nameEnd);
        break;
      case 'mergeCell':
        if (sign !== SLASH) this.merge(bytes, nameEnd);
        break;
      case 'worksheet':
        this.closed = sign === SLASH || empty;
        break;
      default:
    }
    return after;
  }

  private rowTag(
    bytes: Bytes,
    from: number,
    after: number,
    closing: boolean,
    empty: boolean,
  ): void {
    this.endRow();
    if (closing) return;
    const { attributes } = this;
    let [row, hidden] = [this.row + 1, false];
    this.numbered = false;
    attributes.start(from);
    while (attributes.next(bytes)) {
      if (attributes.is(bytes, 'r')) {
        row = attributes.number(bytes);
        this.numbered = true;
        if (!saysHidden(bytes, attributes.valueEnd, after)) break;
      } else if (attributes.is(bytes, 'hidden')) hidden = isTrue(attributes.text(bytes));
    }
    if (!Number.isInteger(row) || row < 1 || row > MOST_ROWS) throw damagedFile(`row ${row}`);
    this.row = row;
    this.column = 0;
    this.inRow = !empty;
    if (hidden) this.hiddenRows.push(row - 1);
  }

  private endRow(): void {
    this.inRow = false;
    if (this.length === 0) return;
    const { rows, row } = this;
    this.purse.row(this.length + Math.max(0, row - rows.length));
    while (rows.length < row - 1) rows.push(EMPTY);
    const known = rows[row - 1];
    if (known !== undefined && known.length > 0) this.second(known);
    if (this.coloured !== 0) this.colours.put(row - 1, this.tints, this.length);
    if (this.formatted !== 0) this.formats.put(row - 1, this.places, this.length);
    if (this.cells.length > this.length) this.cells.length = this.length;
    rows[row - 1] = this.cells;
    this.cells = new Array<CellValue>(this.length);
    this.length = 0;
    this.formatted = 0;
    this.coloured = 0;
  }

  /** A row that comes a second time keeps its earlier cells where the later ones leave room. */
  private second(known: readonly CellValue[]): void {
    const later = this.cells.slice(0, this.length);
    const places = this.places.slice(0, this.length);
    this.places.fill(0, 0, known.length);
    this.formats.take(this.row - 1, this.places);
    for (let at = 0; at < Math.max(known.length, later.length); at++) {
      const value = later[at] ?? null;
      this.cells[at] = value ?? known[at] ?? null;
      if (value !== null) this.places[at] = places[at] ?? 0;
    }
    this.formatted = 1;
    this.length = Math.max(known.length, later.length);
  }

  private columns(bytes: Bytes, from: number): void {
    const { attributes } = this;
    let [min, max, width, hidden] = [0, 0, Number.NaN, false];
    attributes.start(from);
    while (attributes.next(bytes)) {
      if (attributes.is(bytes, 'min')) min = Number(attributes.text(bytes));
      else if (attributes.is(bytes, 'max')) max = Number(attributes.text(bytes));
      else if (attributes.is(bytes, 'width')) width = Number(attributes.text(bytes));
      else if (attributes.is(bytes, 'hidden')) hidden = isTrue(attributes.text(bytes));
    }
    if (!(min >= 1) || !(max >= min)) return;
    for (let column = min - 1; column < Math.min(max, MOST_COLUMNS); column++) {
      if (hidden) this.hiddenColumns.add(column);
      if (width >= 0 && column < MOST_WIDTHS) this.widths.set(column, width);
    }
  }

  private merge(bytes: Bytes, from: number): void {
    const { attributes } = this;
    attributes.start(from);
    while (attributes.next(bytes)) {
      if (!attributes.is(bytes, 'ref')) continue;
      const merge = rangeOf(attributes.text(bytes));
      if (merge === null || (merge.top === merge.bottom && merge.left === merge.right)) continue;
      if (this.merges.push(merge) > MOST_MERGES) throw tooLarge('merges', this.merges.length);
    }
  }
}

/**
 * Whether "hidden" may stand in the rest of a row's tag; in most it does not, and the rest need not
 * be read.
 */
function saysHidden(bytes: Bytes, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (bytes[at] === 0x68 && bytes[at + 1] === 0x69 && bytes[at + 2] === 0x64) return true;
  return false;
}

/** "B2:D5", dollars or not; null where it is anything else, such as whole columns. */
function rangeOf(text: string): SheetMerge | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text.trim());
  if (match === null) return null;
  const [rows, columns] = [
    [match[2], match[4]].map((one) => Number(one) - 1),
    [match[1], match[3]].map((one) => columnNumber((one ?? '').toUpperCase())),
  ];
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
}
