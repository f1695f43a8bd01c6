/**
 * The values of a planned record and the only way to them: text that was read, or the plain figures
 * of its whole table, of which no text is made until somebody asks.
 */
import { wireOf } from '../../data/ledgers/columns.ts';
import type { SqlValue } from '../../data/rows.ts';
import type { Field, Value } from '../../domain/ledgers/field.ts';

/**
 * Figures of one field, row by row, as they are stored: 分, or units of the field's last place;
 * null where a row has none.
 */
export interface KeptFigures {
  readonly field: Field;
  readonly list: { storedAt(place: number): number | null };
}
/** By the field's code. */
export type TableFigures = ReadonlyMap<string, KeptFigures>;

/** A column of the records as a statement writes it. */
export interface PlannedColumn {
  readonly field: Field;
  /** where the record has nothing */
  readonly otherwise: SqlValue;
  /** its text is what is stored */
  readonly asItIs: boolean;
}

/**
 * Where a value is kept is nobody's business: both places are private, and every question is
 * answered from both. What was put in hides the table's figure, also where it was emptied.
 */
export class PlannedValues {
  readonly #told: Record<string, Value>;
  readonly #figures: TableFigures | null;
  readonly #place: number;

  /** @param place the record's among the rows of the figures */
  constructor(
    told: Readonly<Record<string, Value>>,
    figures: TableFigures | null = null,
    place = 0,
  ) {
    this.#told = { ...told };
    this.#figures = figures;
    this.#place = place;
  }

  /** In wire form; null where the record says nothing. */
  get(code: string): Value {
    const told = this.#told[code];
    if (told !== undefined) return told;
    const kept = this.#figures?.get(code);
    return kept === undefined ? null : wireOf(kept.field, kept.list.storedAt(this.#place));
  }

  /** Whether there is a value, of which no text is made. */
  holds(code: string): boolean {
    const told = this.#told[code];
    return told === undefined ? this.#figure(code) !== null : told !== null;
  }

  /** Whether the record says anything of the field, also that it is to be empty. */
  names(code: string): boolean {
    return this.#told[code] !== undefined || this.#figure(code) !== null;
  }

  /** As the field stores it; `storing` says so of text. */
  stored(field: Field, storing: (field: Field, value: Value) => SqlValue): SqlValue {
    const told = this.#told[field.code];
    return told === undefined ? this.#figure(field.code) : storing(field, told);
  }

  put(code: string, value: Value): void {
    this.#told[code] = value;
  }

  with(more: Readonly<Record<string, Value>>): PlannedValues {
    return new PlannedValues({ ...this.#told, ...more }, this.#figures, this.#place);
  }

  /** Nothing is said of these fields any more. */
  without(codes: ReadonlySet<string>): PlannedValues {
    const told = Object.entries(this.#told).filter(([code]) => !codes.has(code));
    const hidden = [...codes].filter((code) => this.#figures?.has(code) === true);
    return new PlannedValues(
      Object.fromEntries([...told, ...hidden.map((code) => [code, null] as const)]),
      this.#figures,
      this.#place,
    );
  }

  #figure(code: string): number | null {
    return this.#figures?.get(code)?.list.storedAt(this.#place) ?? null;
  }

  /**
   * Every field that some record names. Most rows of a sheet name the same in the same order, which
   * costs no look-up.
   */
  static codesOf(all: Iterable<PlannedValues>): ReadonlySet<string> {
    const used = new Set<string>();
    let like: readonly string[] = [];
    let table: TableFigures | null = null;
    for (const values of all) {
      let at = 0;
      let same = true;
      for (const code in values.#told) same = like[at++] === code && same;
      if (!same) for (const code of (like = Object.keys(values.#told))) used.add(code);
      if (values.#figures !== table)
        for (const code of (table = values.#figures)?.keys() ?? []) used.add(code);
    }
    return used;
  }

  /**
   * What fills a statement's row, one record after the other: those of one table follow each other,
   * and its figures are looked for once.
   */
  static filler(
    columns: readonly PlannedColumn[],
    storing: (field: Field, value: Value) => SqlValue,
  ): (values: PlannedValues, row: SqlValue[]) => void {
    let table: TableFigures | null = null;
    let lists: readonly (KeptFigures['list'] | undefined)[] = [];
    return (values, row) => {
      const [told, figures, place] = [values.#told, values.#figures, values.#place];
      if (figures !== table) {
        table = figures;
        lists = columns.map(({ field }) => figures?.get(field.code)?.list);
      }
      let at = 0;
      for (const { field, otherwise, asItIs } of columns) {
        const value = told[field.code];
        row[at] =
          value === undefined
            ? (lists[at]?.storedAt(place) ?? otherwise)
            : value === null
              ? otherwise
              : asItIs
                ? value
                : storing(field, value);
        at++;
      }
    };
  }
}
