/** Takes a whole change back from its audit rows, in reverse; tells what later rests on it. */
import { imageIn } from '../kept/texts.ts';
import type { Reader, BookWriter } from '../open.ts';
import {
  askEach,
  askEachValue,
  askRows,
  askWhether,
  oneOf,
  shape,
  wordOf,
  writer,
  type RowOf,
} from '../rows.ts';
import { documentsNaming } from '../uses/uses.ts';
import { namingUnits, SPEAKING_OF_UNITS } from '../units/units.ts';
import { write, type Writing } from '../write.ts';
import { dependentsOf, type AuditedTable } from '../audited-tables.ts';

/** Rows of one table, from the first id to the last. */
interface Run {
  readonly first: number;
  readonly last: number;
}
/** What a change wrote, by table, as runs in order that do not touch. */
type Written = ReadonlyMap<AuditedTable, readonly Run[]>;

export interface ChangedRowName {
  readonly table: AuditedTable;
  readonly id: number;
}

const RUN = shape({ table: wordOf<AuditedTable>(), first: 'integer', last: 'integer' });

function writtenBy(db: Reader, change: number, operation: 'created' | 'any'): Written {
  const rows = askRows(
    db,
    RUN,
    `SELECT "table", row_id AS first, last_id AS last FROM audit WHERE change_id = ? ${operation === 'any' ? '' : `AND operation = 'created'`} ORDER BY "table", row_id`,
    change,
  );
  const written = new Map<AuditedTable, { first: number; last: number }[]>();
  for (const { table, first, last } of rows) {
    const runs = written.get(table) ?? [];
    written.set(table, runs);
    const before = runs.at(-1);
    if (before !== undefined && first <= before.last + 1) before.last = Math.max(before.last, last);
    else runs.push({ first, last });
  }
  return written;
}

/** The first run that reaches into `wanted`, by halving. */
function meeting(runs: readonly Run[] | undefined, wanted: Run): Run | null {
  if (runs === undefined) return null;
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.last ?? 0) < wanted.first) low = middle + 1;
    else high = middle;
  }
  const found = runs[low];
  return found !== undefined && found.first <= wanted.last ? found : null;
}
const has = (written: Written, { table, id }: ChangedRowName): boolean =>
  meeting(written.get(table), { first: id, last: id }) !== null;

/** How many rows of the named tables a change wrote; a row written twice counts once. */
export function countWritten(db: Reader, change: number, tables: readonly AuditedTable[]): number {
  const written = writtenBy(db, change, 'any');
  return tables.reduce(
    (count, table) =>
      count + (written.get(table) ?? []).reduce((sum, run) => sum + run.last - run.first + 1, 0),
    0,
  );
}

const MOST = 20;
const IN_FORCE = 'undone_by IS NULL AND undoes IS NULL';

/**
 * Rows that later changes, still in force, wrote again or hung on what `change` wrote; it cannot go
 * while they stand. At most 20.
 */
export function restingOn(db: Reader, change: number): readonly ChangedRowName[] {
  const sql = `SELECT EXISTS (SELECT 1 FROM change WHERE id > ? AND ${IN_FORCE})`;
  if (!askWhether(db, sql, change)) return [];
  const [written, created] = [writtenBy(db, change, 'any'), writtenBy(db, change, 'created')];
  const found = new Map<string, ChangedRowName>();
  for (const rows of [
    touched(db, change, written),
    using(db, created, written),
    hanging(db, created),
    referring(db, created, written),
    closed(db, change, written),
  ]) {
    for (const row of rows) {
      found.set(`${row.table} ${row.id}`, row);
      if (found.size >= MOST) return [...found.values()];
    }
  }
  return [...found.values()];
}

/** Rows that a later change wrote again. */
function* touched(db: Reader, change: number, written: Written): Generator<ChangedRowName> {
  const rows = askEach(
    db,
    RUN,
    `SELECT "table", row_id AS first, last_id AS last FROM audit JOIN change ON change.id = change_id WHERE change_id > ? AND ${IN_FORCE}`,
    change,
  );
  for (const row of rows) {
    const mine = meeting(written.get(row.table), row);
    if (mine !== null) yield { table: row.table, id: Math.max(mine.first, row.first) };
  }
}

interface Naming {
  readonly table: AuditedTable;
  readonly column: string;
}
/** Who names rows of units, indicators and versions, beside what hangs on these. */
const NAMING: Partial<Record<AuditedTable, readonly Naming[]>> = {
  unit: [
    ...(['credit', ...SPEAKING_OF_UNITS] as const).map((table) => ({ table, column: 'unit_id' })),
    { table: 'unit', column: 'parent_id' },
  ],
  indicator: ['parent_id', 'numerator_id', 'denominator_id'].map((column) => ({
    table: 'indicator',
    column,
  })),
  project: [{ table: 'reward', column: 'project_id' }],
  reward_book: [{ table: 'reward', column: 'book_id' }],
  scheme: [{ table: 'score_publication', column: 'scheme_id' }],
  score_publication: [{ table: 'score_publication', column: 'corrects' }],
  target_version: [{ table: 'month_close', column: 'version_id' }],
};

/** Rows, not of the change itself, that name a row which it made. */
function* using(db: Reader, created: Written, written: Written): Generator<ChangedRowName> {
  for (const [named, runs] of created) {
    const byLedgers =
      named === 'unit'
        ? namingUnits(db).flatMap(({ code, columns }) =>
            columns.map((column) => ({ table: code, column })),
          )
        : [];
    for (const { table, column } of [...byLedgers, ...(NAMING[named] ?? [])]) {
      const sql = `SELECT id FROM ${table} WHERE ${column} BETWEEN ? AND ?`;
      for (const run of runs) {
        for (const id of askEachValue(db, 'integer', sql, run.first, run.last))
          if (!has(written, { table, id })) yield { table, id };
      }
    }
  }
}

/**
 * What the office decided since, and what refers there to a unit or an indicator which the change
 * made.
 */
function* referring(db: Reader, created: Written, written: Written): Generator<ChangedRowName> {
  for (const ref of ['unit', 'indicator'] as const) {
    const runs = created.get(ref) ?? [];
    if (runs.length === 0) continue;
    const isMeant = (id: number): boolean => runs.some((run) => run.first <= id && id <= run.last);
    for (const { of: table, id } of documentsNaming(db, ref, isMeant))
      if (!has(written, { table, id })) yield { table, id };
  }
}

/** Rows that hang on a record which the change made, and which it did not make itself. */
function* hanging(db: Reader, created: Written): Generator<ChangedRowName> {
  for (const [table, runs] of created) {
    for (const { table: part, column, only } of dependentsOf(table)) {
      const sql = `SELECT id FROM ${part} WHERE ${only}${column} BETWEEN ? AND ?`;
      for (const run of runs) {
        for (const id of askEachValue(db, 'integer', sql, run.first, run.last))
          if (!has(created, { table: part, id })) yield { table: part, id };
      }
    }
  }
}

/**
 * Months that were closed after the change wrote figures of theirs: what was published stays as it
 * was.
 */
function* closed(db: Reader, change: number, written: Written): Generator<ChangedRowName> {
  const sql = `SELECT DISTINCT month_close.id FROM figure JOIN month_close ON month_close.year = figure.year AND month_close.month = figure.month
    JOIN audit ON audit."table" = 'month_close' AND row_id = month_close.id AND operation = 'created' AND change_id > ? WHERE figure.id BETWEEN ? AND ?`;
  for (const run of written.get('figure') ?? [])
    for (const id of askEachValue(db, 'integer', sql, change, run.first, run.last))
      yield { table: 'month_close', id };
}

const AUDIT = shape({
  id: 'integer',
  table: wordOf<AuditedTable>(),
  first: 'integer',
  last: 'integer',
  operation: oneOf(['created', 'changed', 'removed']),
  before: 'text?',
});
/** So many images of rows are in memory at a time. */
const AT_ONCE = 1000;

/**
 * A row that cannot be as it was: what came later stands in its place, or what it belongs to is
 * gone.
 */
export class RowInTheWay extends Error {
  readonly row: ChangedRowName;
  constructor(row: ChangedRowName) {
    super(`${row.table} ${row.id}`);
    this.row = row;
  }
}

/** Reverses every row of `change` under a new change. @throws RowInTheWay */
export function reverseChange(
  db: BookWriter,
  change: number,
  by: { readonly at: string; readonly who: string; readonly label: string },
): void {
  write(db, { ...by, undoes: change }, (writing) => {
    const sql = `SELECT id, "table", row_id AS first, last_id AS last, operation, before FROM audit WHERE change_id = ? AND id < ? ORDER BY id DESC LIMIT ${AT_ONCE}`;
    for (
      let rows = askRows(db, AUDIT, sql, change, Number.MAX_SAFE_INTEGER);
      rows.length > 0;
      rows = askRows(db, AUDIT, sql, change, rows.at(-1)?.id ?? 0)
    ) {
      for (const row of rows) reverseUnlessInTheWay(writing, row);
    }
    const done = writer(
      db,
      'UPDATE change SET undone_by = ? WHERE id = ? AND undone_by IS NULL',
    ).run(writing.change, change);
    if (done.changes !== 1) throw new RangeError(`change ${change} was undone already`);
  });
}

/**
 * Reverses all that was written after `moment`, the taking back of it included, as one change.
 * Answers that change.
 */
export function reverseSince(
  db: BookWriter,
  moment: number,
  by: { readonly at: string; readonly who: string; readonly label: string },
): number {
  return write(db, by, (writing) => {
    const sql = `SELECT id, "table", row_id AS first, last_id AS last, operation, before FROM audit WHERE change_id > ? AND change_id < ? AND id < ? ORDER BY id DESC LIMIT ${AT_ONCE}`;
    const ask = (before: number): RowOf<typeof AUDIT>[] =>
      askRows(db, AUDIT, sql, moment, writing.change, before);
    for (
      let rows = ask(Number.MAX_SAFE_INTEGER);
      rows.length > 0;
      rows = ask(rows.at(-1)?.id ?? 0)
    ) {
      for (const row of rows) reverseRow(writing, row);
    }
    return writing.change;
  });
}

function reverseUnlessInTheWay(writing: Writing, row: RowOf<typeof AUDIT>): void {
  try {
    reverseRow(writing, row);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('SQLITE_CONSTRAINT')) throw error;
    throw new RowInTheWay({ table: row.table, id: row.first });
  }
}

function reverseRow(writing: Writing, row: RowOf<typeof AUDIT>): void {
  const before = row.before === null ? null : imageIn(row.before, '修改记录');
  switch (row.operation) {
    case 'created':
      writing.removeRun(row.table, row.first, row.last);
      return;
    case 'changed':
      if (before !== null) writing.update(row.table, row.first, before);
      return;
    case 'removed':
      // the row comes back under its own id; sums kept by triggers follow from the rows that come
      // back after it
      if (before !== null) writing.insert(row.table, before);
      return;
  }
}
