/**
 * Where rows of the database become typed values: a statement is asked with the kinds of its
 * columns, and the static type of what it answers follows from them.
 */
import type Database from 'better-sqlite3';
import type { Reader, BookWriter } from './open.ts';

/** What a row may hold, as it is written and as it comes where nothing more is known. */
export type SqlValue = string | number | bigint | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

interface Plain {
  readonly text: string;
  /** a whole number that a plain number holds exactly: an id, a year, a count */
  readonly integer: number;
  /** a whole number of any size: 分, scaled decimals */
  readonly bigint: bigint;
  /**
   * an integer that the statement casts to REAL, so that it arrives as a plain number beside exact
   * ones at no cost
   */
  readonly real: number;
  /** 0 or 1 */
  readonly flag: boolean;
}
/**
 * `text`, or `text?` where it may be null, or `text!` where its column may be null and the
 * statement's condition says that it is not.
 */
type PlainKind = keyof Plain | `${keyof Plain}?` | `${keyof Plain}!`;

/** A text of which only some are possible. */
export interface Words<T extends string | null> {
  readonly kind: 'text' | 'text?';
  /** null: the compiler alone knows which */
  readonly among: readonly string[] | null;
  /** carries the type only; never set */
  readonly word?: T;
}
export type ShapeColumn = PlainKind | Words<string | null>;

type ValueOf<C> =
  C extends Words<infer T>
    ? T
    : C extends `${infer K extends keyof Plain}?`
      ? Plain[K] | null
      : C extends `${infer K extends keyof Plain}!`
        ? Plain[K]
        : C extends keyof Plain
          ? Plain[C]
          : never;

/** One of a list's words. */
export const oneOf = <const T extends string>(among: readonly T[]): Words<T> => ({
  kind: 'text',
  among,
});
/** A word of a type of which no list is kept at runtime. */
export const wordOf = <T extends string>(): Words<T> => ({ kind: 'text', among: null });
export const orNull = <T extends string>({ among }: Words<T>): Words<T | null> => ({
  kind: 'text?',
  among,
});

type Columns = Readonly<Record<string, ShapeColumn>>;
/** The columns of a row by their names. */
export interface Shape<Row = unknown> {
  readonly columns: readonly (readonly [name: string, column: ShapeColumn])[];
  /** carries the type only; never set */
  readonly row?: Row;
}
/** The columns of a row by their places: half the cost of named ones, for thousands of rows. */
export interface TupleShape<Row = unknown> {
  readonly places: readonly ShapeColumn[];
  readonly row?: Row;
}
export type RowOf<S> = S extends { readonly row?: infer Row } ? Exclude<Row, undefined> : never;

export const shape = <const C extends Columns>(
  columns: C,
): Shape<{ readonly [Name in keyof C]: ValueOf<C[Name]> }> => ({
  columns: Object.entries(columns),
});
export const tupleShape = <const C extends readonly ShapeColumn[]>(
  ...places: C
): TupleShape<{ readonly [At in keyof C]: ValueOf<C[At]> }> => ({ places });

type Kind = 'rows' | 'tuples' | 'values';
type Named = readonly (readonly [name: string | null, column: ShapeColumn])[];
type Made = (row: unknown) => unknown;
interface Asked {
  readonly statement: Database.Statement;
  readonly of: Shape | TupleShape | ShapeColumn;
  /** makes of what SQLite answers what the shape says; null where that is the same */
  readonly made: Made | null;
}

/**
 * What a test sees of every statement that is compiled; it answers what looks at the values of each
 * of its rows.
 */
export type InspectShape = (
  db: Reader,
  sql: string,
  columns: Named,
) => (values: readonly unknown[]) => void;
let inspect: InspectShape | null = null;
/** Has every statement's shape looked over from now on; for tests. */
export function inspectShapes(by: InspectShape): void {
  inspect = by;
}

/**
 * Filters that users build have words of their own: so many statements of each kind stay compiled.
 */
const KEPT = 400;
const kept = new WeakMap<Reader, Record<Kind, Map<string, Asked>>>();

/** Compiled once per connection: compiling costs more than a look-up of one row. */
function asked(db: Reader, kind: Kind, of: Asked['of'], sql: string): Asked {
  let statements = kept.get(db);
  if (statements === undefined) {
    statements = { rows: new Map(), tuples: new Map(), values: new Map() };
    kept.set(db, statements);
  }
  const known = statements[kind].get(sql);
  if (known !== undefined && known.of === of) return known;
  const compiled = compile(db, kind, of, sql);
  keep(statements[kind], sql, compiled);
  return compiled;
}

function keep<T>(statements: Map<string, T>, sql: string, statement: T): void {
  const oldest = statements.keys().next();
  if (statements.size >= KEPT && oldest.done !== true) statements.delete(oldest.value);
  statements.set(sql, statement);
}

function compile(db: Reader, kind: Kind, of: Asked['of'], sql: string): Asked {
  const columns = columnsOf(of);
  const exact = of === LOOSE || columns.some(([, column]) => isOf('bigint', column));
  const statement = db.prepare(sql).safeIntegers(exact);
  if (kind === 'tuples') statement.raw(true);
  if (kind === 'values') statement.pluck(true);
  const made = kind === 'values' ? valueMaker(columns) : rowMaker(columns, exact);
  return {
    statement,
    of,
    made: inspect === null ? made : watched(inspect(db, sql, columns), kind, columns, made),
  };
}

function columnsOf(of: Asked['of']): Named {
  if (typeof of === 'string' || 'kind' in of) return [[null, of]];
  return 'columns' in of ? of.columns : of.places.map((column) => [null, column] as const);
}

function isOf(plain: keyof Plain, column: ShapeColumn): boolean {
  const kind = typeof column === 'string' ? column : column.kind;
  return kind === plain || kind === `${plain}?` || kind === `${plain}!`;
}

type Loose = Record<string | number, unknown>;
const isTrue = (value: unknown): unknown => (value === null ? null : Number(value) === 1);
const valueMaker = (columns: Named): Made | null =>
  columns.some(([, column]) => isOf('flag', column)) ? isTrue : null;

/**
 * Ids and counts beside exact figures become plain numbers, 0 and 1 become false and true: in the
 * row itself, which nobody else has seen.
 */
function rowMaker(columns: Named, exact: boolean): Made | null {
  const at = (plain: keyof Plain): readonly (string | number)[] =>
    columns.flatMap(([name, column], place) => (isOf(plain, column) ? [name ?? place] : []));
  const [integers, flags] = [exact ? at('integer') : [], at('flag')];
  if (integers.length === 0 && flags.length === 0) return null;
  return (row) => {
    const values = row as Loose;
    for (const place of integers) if (values[place] !== null) values[place] = Number(values[place]);
    for (const place of flags) values[place] = isTrue(values[place]);
    return row;
  };
}

function watched(
  look: ReturnType<InspectShape>,
  kind: Kind,
  columns: Named,
  made: Made | null,
): Made {
  return (row) => {
    const answer = made === null ? row : made(row);
    look(
      kind === 'values'
        ? [answer]
        : columns.map(([name], place) => (answer as Loose)[name ?? place]),
    );
    return answer;
  };
}

/** Whatever columns the statement has, integers as bigint. */
const LOOSE: Shape<SqlRow> = { columns: [] };

type Bound = readonly (SqlValue | Readonly<Record<string, SqlValue>>)[];

function all<T>({ statement, made }: Asked, bound: Bound): T[] {
  const rows = statement.all(...bound) as T[];
  if (made !== null) for (let at = 0; at < rows.length; at++) rows[at] = made(rows[at]) as T;
  return rows;
}
function first<T>({ statement, made }: Asked, bound: Bound): T | null {
  const row = statement.get(...bound);
  return row === undefined ? null : ((made === null ? row : made(row)) as T);
}

export const askRows = <Row>(db: Reader, of: Shape<Row>, sql: string, ...bound: Bound): Row[] =>
  all(asked(db, 'rows', of, sql), bound);
/** null where there is none */
export const askRow = <Row>(db: Reader, of: Shape<Row>, sql: string, ...bound: Bound): Row | null =>
  first(asked(db, 'rows', of, sql), bound);

/**
 * One at a time, for very many; the database may be asked other things meanwhile, but not be
 * written.
 */
export function* askEach<Row>(
  db: Reader,
  of: Shape<Row>,
  sql: string,
  ...bound: Bound
): Generator<Row> {
  const { statement, made } = compile(db, 'rows', of, sql);
  for (const row of statement.iterate(...bound)) yield (made === null ? row : made(row)) as Row;
}

export function* askEachValue<const C extends ShapeColumn>(
  db: Reader,
  of: C,
  sql: string,
  ...bound: Bound
): Generator<ValueOf<C>> {
  const { statement, made } = compile(db, 'values', of, sql);
  for (const value of statement.iterate(...bound))
    yield (made === null ? value : made(value)) as ValueOf<C>;
}

export const askTuples = <Row>(
  db: Reader,
  of: TupleShape<Row>,
  sql: string,
  ...bound: Bound
): Row[] => all(asked(db, 'tuples', of, sql), bound);

/** The only column of each row. */
export const askValues = <const C extends ShapeColumn>(
  db: Reader,
  of: C,
  sql: string,
  ...bound: Bound
): ValueOf<C>[] => all(asked(db, 'values', of, sql), bound);
/** null also where there is no row */
export const askValue = <const C extends ShapeColumn>(
  db: Reader,
  of: C,
  sql: string,
  ...bound: Bound
): ValueOf<C> | null => first(asked(db, 'values', of, sql), bound);
/** Of a statement that always answers: a count, a sum, an EXISTS. */
export const askCount = (db: Reader, sql: string, ...bound: Bound): number =>
  Number(askValue(db, 'integer?', sql, ...bound) ?? 0);
export const askWhether = (db: Reader, sql: string, ...bound: Bound): boolean =>
  askValue(db, 'flag', sql, ...bound) === true;

/** Of a ledger whose fields are known at runtime only: integers as bigint. */
export const askLoose = (db: Reader, sql: string, ...bound: Bound): SqlRow[] =>
  all(asked(db, 'rows', LOOSE, sql), bound);
export const askEachLoose = (db: Reader, sql: string, ...bound: Bound): Generator<SqlRow> =>
  askEach(db, LOOSE, sql, ...bound);

const writers = new WeakMap<Reader, Map<string, Pick<Database.Statement, 'run'>>>();
/** A statement that writes, compiled once per connection. */
export function writer(db: BookWriter, sql: string): Pick<Database.Statement, 'run'> {
  const known = writers.get(db) ?? new Map<string, Pick<Database.Statement, 'run'>>();
  writers.set(db, known);
  const kept = known.get(sql);
  if (kept !== undefined) return kept;
  const statement = db.prepare(sql);
  keep(known, sql, statement);
  return statement;
}
