/**
 * How the rows of a table travel: which columns, what they name, and by what a row is known in
 * every book.
 */
import type { Reader } from '../open.ts';
import { askLoose, askRows, oneOf, shape, type SqlRow } from '../rows.ts';
import type { AuditedTable } from '../audited-tables.ts';

/** The tables that travel, named rows before those that name them. */
export const CARRIED_TABLES = [
  'unit',
  'indicator',
  'target_version',
  'target',
  'project',
  'lead',
  'rectification',
  'task',
  'figure',
  'arrival',
  'arrival_cut',
  'stage_event',
  'credit',
  'milestone',
  'project_year',
  'project_month',
  'project_problem',
  'talk',
  'task_milestone',
  'task_note',
  'state_event',
  'chase',
] as const satisfies readonly AuditedTable[];
export type CarriedTable = (typeof CARRIED_TABLES)[number];
export const isCarried = (table: string): table is CarriedTable =>
  CARRIED_TABLES.some((one) => one === table);

/** What a record of a ledger carries with it. */
export const CARRIED_PARTS: Partial<
  Record<CarriedTable, readonly { readonly table: CarriedTable; readonly column: string }[]>
> = {
  project: (
    [
      'arrival',
      'stage_event',
      'credit',
      'milestone',
      'project_year',
      'project_month',
      'project_problem',
      'talk',
    ] as const
  ).map((table) => ({ table, column: 'project_id' })),
  arrival: [{ table: 'arrival_cut', column: 'arrival_id' }],
  lead: [{ table: 'talk', column: 'lead_id' }],
  rectification: (['state_event', 'chase'] as const).map((table) => ({
    table,
    column: 'record_id',
  })),
  task: [
    ...(['task_milestone', 'task_note'] as const).map((table) => ({ table, column: 'task_id' })),
    ...(['state_event', 'chase'] as const).map((table) => ({ table, column: 'record_id' })),
  ],
};

/** Kept by the book itself, or decided by each office for itself. */
const OWN_COLUMNS: Partial<Record<CarriedTable, readonly string[]>> = {
  project: ['arrived_total', 'recognised_total', 'approximate'],
  lead: ['approximate'],
  rectification: ['approximate'],
  task: ['approximate'],
  indicator: ['counted'],
  figure: ['state'],
};
/** Columns that say one thing together: they are taken or asked about together. */
const TOGETHER: Partial<Record<CarriedTable, Readonly<Record<string, readonly string[]>>>> = {
  figure: { amount: ['month_value', 'month_kind', 'cumulative', 'cumulative_kind', 'reason'] },
  arrival: { amount: ['amount', 'currency', 'recognised'] },
  project_problem: { state: ['state', 'solved', 'result'] },
};
/**
 * Values that travel only where they were typed: what follows from others is worked out again where
 * it arrives.
 */
const TYPED_ONLY: Partial<Record<CarriedTable, Readonly<Record<string, string>>>> = {
  figure: { month_value: 'month_kind', cumulative: 'cumulative_kind' },
};
/** By what a row is the same in every book, where a number of its own would make two of one. */
const NATURAL: Partial<Record<CarriedTable, readonly string[]>> = {
  target: ['version_id', 'indicator_id', 'unit_id'],
  figure: ['indicator_id', 'unit_id', 'year', 'month'],
  credit: ['project_id', 'unit_id'],
  project_year: ['project_id', 'year'],
  project_month: ['project_id', 'month'],
  task_note: ['task_id', 'month'],
};
/** A definition that both books made is known by these. */
const NAMED: Partial<Record<CarriedTable, readonly string[]>> = {
  unit: ['name'],
  indicator: ['name'],
  target_version: ['year', 'number'],
};

export interface CarriedColumn {
  readonly name: string;
  readonly isInteger: boolean;
  /** the table whose row it names; null where it names none */
  readonly names: CarriedTable | null;
}
export interface TableForm {
  readonly table: CarriedTable;
  readonly columns: readonly CarriedColumn[];
  /** fields made of several columns */
  readonly together: Readonly<Record<string, readonly string[]>>;
  /** by column: the one that says whether it was typed */
  readonly typedOnly: Readonly<Record<string, string>>;
  readonly natural: readonly string[] | null;
  readonly named: readonly string[] | null;
  readonly hasApproximate: boolean;
}

const COLUMN = shape({
  name: 'text',
  type: oneOf(['INTEGER', 'TEXT']),
  names: 'text?',
});
const forms = new WeakMap<Reader, Map<CarriedTable, TableForm>>();

export function tableForm(db: Reader, table: CarriedTable): TableForm {
  const known = forms.get(db) ?? new Map<CarriedTable, TableForm>();
  forms.set(db, known);
  const kept = known.get(table);
  if (kept !== undefined) return kept;
  const all = askRows(
    db,
    COLUMN,
    `SELECT column.name, column.type, keys."table" AS names FROM pragma_table_info(:table) column
     LEFT JOIN pragma_foreign_key_list(:table) keys ON keys."from" = column.name WHERE column.name <> 'id'`,
    { table },
  );
  const own = new Set(OWN_COLUMNS[table] ?? []);
  const form: TableForm = {
    table,
    columns: all
      .filter(({ name }) => !own.has(name))
      .map(({ name, type, names }) => ({
        name,
        isInteger: type === 'INTEGER',
        names: names !== null && isCarried(names) ? names : null,
      })),
    together: TOGETHER[table] ?? {},
    typedOnly: TYPED_ONLY[table] ?? {},
    natural: NATURAL[table] ?? null,
    named: NAMED[table] ?? null,
    hasApproximate: all.some(({ name }) => name === 'approximate'),
  };
  known.set(table, form);
  return form;
}

const columnsText = ({ columns, hasApproximate }: TableForm): string =>
  ['id', ...columns.map(({ name }) => name), ...(hasApproximate ? ['approximate'] : [])].join(', ');

export function carriedRow(db: Reader, form: TableForm, id: number): SqlRow | null {
  return askLoose(db, `SELECT ${columnsText(form)} FROM ${form.table} WHERE id = ?`, id)[0] ?? null;
}

/** Rows whose column is one of these ids. */
export const carriedRowsBy = (
  db: Reader,
  form: TableForm,
  column: string,
  ids: readonly number[],
): readonly SqlRow[] =>
  askLoose(
    db,
    `SELECT ${columnsText(form)} FROM ${form.table} WHERE ${column} IN (SELECT value FROM json_each(?)) ORDER BY id`,
    JSON.stringify(ids),
  );

export const carriedRows = (db: Reader, form: TableForm): readonly SqlRow[] =>
  askLoose(db, `SELECT ${columnsText(form)} FROM ${form.table} ORDER BY id`);

/** Parts of records of one ledger, where the part names both. */
export const carriedRowsOf = (
  db: Reader,
  form: TableForm,
  ledger: string,
  ids: readonly number[],
): readonly SqlRow[] =>
  askLoose(
    db,
    `SELECT ${columnsText(form)} FROM ${form.table} WHERE ledger = ? AND record_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    ledger,
    JSON.stringify(ids),
  );

/** The row that has these values in these columns; null where none has. */
export function carriedRowAt(
  db: Reader,
  form: TableForm,
  at: Readonly<Record<string, string | bigint | null>>,
): SqlRow | null {
  const where = Object.keys(at).map((column) => `${column} IS :${column}`);
  return (
    askLoose(
      db,
      `SELECT ${columnsText(form)} FROM ${form.table} WHERE ${where.join(' AND ')}`,
      at,
    )[0] ?? null
  );
}

/** The year's figures of these units and indicators up to a month. */
export const carriedFigures = (
  db: Reader,
  form: TableForm,
  asked: {
    readonly year: number;
    readonly month: number;
    readonly units: readonly number[];
    readonly indicators: readonly number[];
  },
): readonly SqlRow[] =>
  askLoose(
    db,
    `SELECT ${columnsText(form)} FROM figure WHERE year = :year AND month <= :month
     AND indicator_id IN (SELECT value FROM json_each(:indicators)) AND unit_id IN (SELECT value FROM json_each(:units)) ORDER BY id`,
    {
      year: asked.year,
      month: asked.month,
      units: JSON.stringify(asked.units),
      indicators: JSON.stringify(asked.indicators),
    },
  );

/** The unit and those below it. */
const BELOW = `WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT unit.id FROM unit JOIN below ON unit.parent_id = below.id) SELECT id FROM below`;
const ID = shape({ id: 'integer' });
export const unitsUnder = (db: Reader, unit: number): readonly number[] =>
  askRows(db, ID, BELOW, unit).map(({ id }) => id);
