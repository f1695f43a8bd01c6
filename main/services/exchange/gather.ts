/**
 * What goes into a package: the rows of an office's month, each stamped with what this book changed
 * since it was last exchanged.
 */
import {
  CARRIED_PARTS,
  CARRIED_TABLES,
  carriedFigures,
  carriedRow,
  carriedRows,
  carriedRowsBy,
  carriedRowsOf,
  isCarried,
  tableForm,
  unitsUnder,
  type CarriedTable,
} from '../../data/exchange/table-forms.ts';
import {
  keepShare,
  shareByGid,
  shareOfRow,
  sharesWith,
  type KeptShare,
} from '../../data/exchange/shared-rows.ts';
import type { SqlRow } from '../../data/rows.ts';
import type { Writing } from '../../data/write.ts';
import type { PackedRow } from '../../domain/exchange/merge-rows.ts';
import { stampedRow, type SharedRow } from '../../domain/exchange/row.ts';
import type { BookTick } from '../../domain/exchange/version.ts';
import { naturalGid, newGlobalId, presentRow, type Naming } from './travel.ts';

export interface GatherScope {
  readonly circle: string;
  readonly tick: BookTick;
  readonly at: Date;
  /** the lower office that the rows are exchanged with; null in its own book */
  readonly unit: number | null;
}
interface Gathered {
  readonly table: CarriedTable;
  readonly row: SqlRow;
  readonly parent: string | null;
}

/** Gathers rows, gives each its global id, and keeps what was told of it. */
export class Gatherer {
  readonly #writing: Writing;
  readonly #scope: GatherScope;
  readonly #given = new Map<string, string>();
  readonly #taken = new Map<string, Gathered>();
  /** definitions that a gathered row names, and that nobody asked for yet */
  readonly #named: { readonly table: CarriedTable; readonly id: number }[] = [];
  readonly naming: Naming = { gidOf: (table, id) => this.#gidOf(table, id, null) };

  constructor(writing: Writing, scope: GatherScope) {
    this.#writing = writing;
    this.#scope = scope;
  }

  /** Rows of a table; `parent`: the record that they hang on. */
  take(
    table: CarriedTable,
    rows: Iterable<SqlRow>,
    parentOf: (row: SqlRow) => string | null = () => null,
  ): void {
    // read to their end first: a parent is asked of the same connection
    const all = [...rows];
    for (const row of all)
      this.#taken.set(`${table} ${String(row['id'])}`, { table, row, parent: parentOf(row) });
  }

  /** Records with all that hangs on them. */
  takeRecords(table: CarriedTable, rows: Iterable<SqlRow>): void {
    const all = [...rows];
    this.take(table, all);
    this.#takeParts(
      table,
      table,
      all.map((row) => Number(row['id'])),
      new Map(all.map((row) => [Number(row['id']), this.#gidOf(table, Number(row['id']), row)])),
    );
  }

  #takeParts(
    top: CarriedTable,
    table: CarriedTable,
    ids: readonly number[],
    tops: ReadonlyMap<number, string | null>,
  ): void {
    const { db } = this.#writing;
    for (const part of CARRIED_PARTS[table] ?? []) {
      const form = tableForm(db, part.table);
      const rows = [
        ...(part.column === 'record_id'
          ? carriedRowsOf(db, form, top, ids)
          : carriedRowsBy(db, form, part.column, ids)),
      ];
      const topOf = (row: SqlRow): string | null => tops.get(Number(row[part.column])) ?? null;
      this.take(part.table, rows, topOf);
      if (CARRIED_PARTS[part.table] !== undefined)
        this.#takeParts(
          top,
          part.table,
          rows.map((row) => Number(row['id'])),
          new Map(rows.map((row) => [Number(row['id']), topOf(row)])),
        );
    }
  }

  /** The rows as they travel, those that are gone since they were last shared among them. */
  packed(): readonly PackedRow[] {
    const packed: PackedRow[] = [];
    const done = new Set<string>();
    // a row that is told may name a definition that has to be told too
    for (
      let found = [...this.#taken];
      found.length > 0;
      found = [...this.#taken].filter(([key]) => !done.has(key))
    ) {
      for (const [key, one] of found) {
        done.add(key);
        packed.push(this.#packedRow(one));
      }
      for (const { table, id } of this.#named.splice(0)) {
        const row = carriedRow(this.#writing.db, tableForm(this.#writing.db, table), id);
        if (row !== null && !this.#taken.has(`${table} ${id}`)) this.take(table, [row]);
      }
    }
    const order = new Map<string, number>(CARRIED_TABLES.map((table, at) => [table, at]));
    return [...packed, ...this.#gone(new Set(packed.map(({ row }) => row.gid)))].toSorted(
      (a, b) => (order.get(a.table) ?? 0) - (order.get(b.table) ?? 0),
    );
  }

  #packedRow({ table, row, parent }: Gathered): PackedRow {
    const { db } = this.#writing;
    const id = Number(row['id']);
    const gid = this.#gidOf(table, id, row) ?? '';
    // what was emptied and written again is the same row under another number
    const share = shareByGid(db, this.#scope.circle, gid);
    const present = presentRow(tableForm(db, table), row, this.naming);
    return {
      table,
      row: this.#kept(
        table,
        id,
        share,
        stampedRow(gid, share?.row ?? null, present, this.#scope.tick),
      ),
      parent,
    };
  }

  #kept(table: CarriedTable, id: number, before: KeptShare | null, row: SharedRow): SharedRow {
    if (before === null || row !== before.row)
      keepShare(
        this.#writing,
        this.#scope.circle,
        { table, rowId: id, unit: this.#unitFor(table), row },
        before,
      );
    return row;
  }

  #unitFor(table: CarriedTable): number | null {
    return isDefinition(table) ? null : this.#scope.unit;
  }

  /**
   * What was shared with the office and is no more: a figure that was emptied, a record that was
   * removed.
   */
  #gone(packed: ReadonlySet<string>): readonly PackedRow[] {
    const { db } = this.#writing;
    return CARRIED_TABLES.filter((table) => !isDefinition(table)).flatMap((table) => {
      const form = tableForm(db, table);
      return sharesWith(db, this.#scope.circle, this.#scope.unit, table)
        .filter((share) => !packed.has(share.row.gid) && carriedRow(db, form, share.rowId) === null)
        .map((share): PackedRow => {
          const present = form.natural === null ? null : {};
          const row = stampedRow(share.row.gid, share.row, present, this.#scope.tick);
          return {
            table,
            row: this.#kept(table, share.rowId, share, row),
            parent: parentOfGone(table, share.row),
          };
        });
    });
  }

  #gidOf(table: CarriedTable, id: number, row: SqlRow | null): string | null {
    const key = `${table} ${id}`;
    const known = this.#given.get(key);
    if (known !== undefined) return known;
    const { db } = this.#writing;
    const share = shareOfRow(db, this.#scope.circle, table, id);
    const form = tableForm(db, table);
    const given =
      share?.row.gid ??
      (form.natural === null
        ? newGlobalId(this.#scope.at)
        : naturalGid(form, row ?? carriedRow(db, form, id) ?? {}, this.naming));
    if (given === null) return null;
    this.#given.set(key, given);
    if (share === null && isDefinition(table)) this.#named.push({ table, id });
    return given;
  }
}

/** Told to everybody: they are no one office's. */
export const isDefinition = (table: string): boolean =>
  table === 'unit' || table === 'indicator' || table === 'target_version';

/** A part of a record that is gone goes by what it said when it was there. */
function parentOfGone(table: CarriedTable, row: SharedRow): string | null {
  const top = Object.entries(CARRIED_PARTS).find(([, parts]) =>
    parts.some((part) => part.table === table),
  );
  if (top === undefined) return null;
  if (row.gid.includes('~')) return row.gid.split('~')[1] ?? null;
  for (const name of ['project_id', 'lead_id', 'task_id', 'record_id'])
    if (row.fields[name]?.value != null) return row.fields[name].value;
  return null;
}

export interface MonthScope {
  readonly year: number;
  readonly month: number;
  readonly indicators: readonly number[];
  readonly ledgers: readonly string[];
}

/** The figures and records of an office's month. */
export function gatherMonth(
  gatherer: Gatherer,
  writing: Writing,
  unit: number,
  { year, month, indicators, ledgers }: MonthScope,
  records: (table: CarriedTable) => Iterable<SqlRow>,
): void {
  const { db } = writing;
  gatherer.take(
    'figure',
    carriedFigures(db, tableForm(db, 'figure'), {
      year,
      month,
      units: unitsUnder(db, unit),
      indicators,
    }),
  );
  for (const ledger of ledgers)
    if (isCarried(ledger)) gatherer.takeRecords(ledger, records(ledger));
}

export const everyRecord =
  (writing: Writing) =>
  (table: CarriedTable): Iterable<SqlRow> =>
    carriedRows(writing.db, tableForm(writing.db, table));
