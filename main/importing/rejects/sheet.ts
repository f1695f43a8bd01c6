/**
 * A worksheet's XML with its bad cells in the red copies of their styles; a cell that is not there
 * is put in its place.
 */
import { cellName, columnNumber } from '../../domain/read/sheet-address.ts';
import type { Mark } from './marks.ts';
import { readTagsOf, type ReadTag } from '../readers/xml.ts';
import { placedElements, opened, splicedText, withAttributes } from './tags.ts';

interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}
interface Wanted {
  readonly row: number;
  readonly column: number;
}
export interface FoundRow {
  /** the style of each wanted cell as it stands, in the order in which they were found */
  readonly styles: readonly number[];
  /** the sheet with each style replaced by what `red` answers */
  write(red: (style: number) => number): string;
}

/** Where the marks stand: in a merged range only its first cell shows. */
export function anchoredMarks(xml: string, marks: readonly Mark[]): readonly Mark[] {
  const merges = placedElements(xml, 'mergeCell').map((tag) =>
    (tag.attribute('ref') ?? '').split(':').map(placeOf),
  );
  return marks.map((mark) => {
    const found = merges.find(
      ([a, b]) =>
        a !== undefined &&
        b !== undefined &&
        a !== null &&
        b !== null &&
        mark.row >= a.row &&
        mark.row <= b.row &&
        mark.column >= a.column &&
        mark.column <= b.column,
    )?.[0];
    return found == null ? mark : { ...mark, ...found };
  });
}

function placeOf(name: string): Wanted | null {
  const found = /^\$?([A-Z]+)\$?(\d+)$/.exec(name);
  return found === null
    ? null
    : { row: Number(found[2]) - 1, column: columnNumber(found[1] ?? '') };
}

/** Finds the wanted cells in one pass over the sheet's rows. */
export function findCells(xml: string, wanted: readonly Wanted[]): FoundRow {
  const byRow = Map.groupBy(wanted, (one) => one.row);
  const scan = new Scan(byRow);
  for (const tag of readTagsOf(xml)) {
    if (tag.name === 'sheetData' && tag.kind !== 'open') {
      scan.end(tag);
      break;
    }
    if (tag.name === 'row') scan.row(tag);
    else if (tag.name === 'c' && tag.kind !== 'close') scan.cell(tag);
  }
  return {
    styles: scan.styles,
    write: (red) =>
      splicedText(
        xml,
        scan.changes.map((change) => change(red)),
      ),
  };
}

class Scan {
  readonly styles: number[] = [];
  readonly changes: ((red: (style: number) => number) => Change)[] = [];
  private readonly byRow: ReadonlyMap<number, readonly Wanted[]>;
  /** wanted rows still to come, the nearest first */
  private readonly rows: readonly number[];
  private next = 0;
  private at = -1;
  private column = -1;
  private left: number[] = [];
  private rowStyle = 0;

  constructor(byRow: ReadonlyMap<number, readonly Wanted[]>) {
    this.byRow = byRow;
    this.rows = [...byRow.keys()].sort((a, b) => a - b);
  }

  row(tag: ReadTag): void {
    if (tag.kind === 'close') {
      this.insert(tag, Infinity);
      return;
    }
    const stated = tag.attribute('r');
    const row = stated === undefined ? this.at + 1 : Number(stated) - 1;
    if (row <= this.at) throw new RangeError('rows out of order');
    this.missingRows(tag, row);
    [this.at, this.column] = [row, -1];
    this.rowStyle = Number(tag.attribute('s') ?? 0);
    this.left = this.rows[this.next] === row ? this.columnsOf(row) : [];
    if (this.rows[this.next] === row) this.next += 1;
    if (tag.kind === 'empty' && this.left.length > 0) {
      const { prefix } = tag;
      const [row, columns, style] = [this.at, this.left, this.rowStyle];
      this.styles.push(...columns.map(() => style));
      this.changes.push((red) => ({
        from: tag.from,
        to: tag.to,
        text: `${opened(tag)}${columns.map((column) => emptyCell(prefix, row, column, red(style))).join('')}</${prefix}row>`,
      }));
      this.left = [];
    }
  }

  cell(tag: ReadTag): void {
    const stated = placeOf(tag.attribute('r') ?? '');
    this.column = stated?.column ?? this.column + 1;
    this.insert(tag, this.column);
    if (this.left[0] !== this.column) return;
    this.left.shift();
    const style = Number(tag.attribute('s') ?? 0);
    this.styles.push(style);
    this.changes.push((red) => ({
      from: tag.from,
      to: tag.to,
      text: withAttributes(tag, { s: String(red(style)) }),
    }));
  }

  /** the sheet's data end here: rows below the last one */
  end(tag: ReadTag): void {
    if (tag.kind === 'close') this.missingRows(tag, Infinity);
  }

  /** Wanted cells of this row that would stand before a column, put in front of the tag. */
  private insert(tag: ReadTag, before: number): void {
    while ((this.left[0] ?? Infinity) < before) {
      const column = this.left.shift() ?? 0;
      const [row, style] = [this.at, this.rowStyle];
      this.styles.push(style);
      this.changes.push((red) => ({
        from: tag.from,
        to: tag.from,
        text: emptyCell(tag.prefix, row, column, red(style)),
      }));
    }
  }

  private missingRows(tag: ReadTag, before: number): void {
    for (
      let row = this.rows[this.next];
      row !== undefined && row < before;
      row = this.rows[(this.next += 1)]
    ) {
      const [here, columns] = [row, this.columnsOf(row)];
      this.styles.push(...columns.map(() => 0));
      this.changes.push((red) => ({
        from: tag.from,
        to: tag.from,
        text: `<${tag.prefix}row r="${here + 1}">${columns.map((column) => emptyCell(tag.prefix, here, column, red(0))).join('')}</${tag.prefix}row>`,
      }));
    }
  }

  private columnsOf(row: number): number[] {
    return (this.byRow.get(row) ?? []).map((one) => one.column).sort((a, b) => a - b);
  }
}

const emptyCell = (prefix: string, row: number, column: number, style: number): string =>
  `<${prefix}c r="${cellName(row, column)}" s="${style}"/>`;
