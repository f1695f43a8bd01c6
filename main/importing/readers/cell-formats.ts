/**
 * The number formats of a sheet's cells, two bytes a cell: a map of millions of entries would
 * outweigh the sheet.
 */
import type { Formats } from '../sheet/sheet.ts';

const COLUMNS = 16_384;

/** Written row by row in any order, read by cellKey as a map is. */
export class CellFormats implements Formats {
  private readonly formats: readonly string[];
  private places = new Uint16Array(1024);
  private used = 0;
  /** of each row where its places begin, and how many they are; undefined where all are General */
  private readonly starts: (number | undefined)[] = [];
  private readonly lengths: (number | undefined)[] = [];
  /** by place, whether some cell has it */
  private readonly inUse: Uint8Array;

  constructor(formats: readonly string[]) {
    this.formats = formats;
    this.inUse = new Uint8Array(formats.length);
  }

  /**
   * The places in `formats` of a row's cells; for a row whose cells are all General there is
   * nothing to put.
   */
  put(row: number, places: Uint16Array, length: number): void {
    if (this.used + length > this.places.length) {
      const wider = new Uint16Array(Math.max(this.places.length * 2, this.used + length));
      wider.set(this.places);
      this.places = wider;
    }
    const { used, inUse } = this;
    for (let at = 0; at < length; at++) {
      const place = places[at] ?? 0;
      this.places[used + at] = place;
      inUse[place] = 1;
    }
    this.starts[row] = used;
    this.lengths[row] = length;
    this.used += length;
  }

  /** Copies what a row holds so far into `places`, for cells that come in a second piece. */
  take(row: number, places: Uint16Array): void {
    const start = this.starts[row];
    if (start !== undefined)
      places.set(this.places.subarray(start, start + (this.lengths[row] ?? 0)));
  }

  get(key: number): string | undefined {
    const row = Math.floor(key / COLUMNS);
    const [start, column] = [this.starts[row], key % COLUMNS];
    if (start === undefined || column >= (this.lengths[row] ?? 0)) return undefined;
    const place = this.places[start + column] ?? 0;
    return place === 0 ? undefined : this.formats[place];
  }

  /** Each format in use, once. */
  values(): Iterable<string> {
    return this.formats.filter((_, place) => place > 0 && this.inUse[place] === 1);
  }
}
