/**
 * Pages, sums and groups of a ledger: whole SQL statements built from its field list, parameters
 * bound.
 */
import type { Condition } from '../../domain/read/filter.ts';
import {
  addsUp,
  fieldOf,
  isNumeric,
  type Field,
  type Ledger,
  type Value,
} from '../../domain/ledgers/field.ts';
import { daySpan, selectedColumns, sortKey, storedCell, wireOf } from '../ledgers/columns.ts';
import type { Reader } from '../open.ts';
import { askCount, askEachLoose, askLoose, askValues, askWhether, type SqlValue } from '../rows.ts';
import type { AuditedTable } from '../audited-tables.ts';
import { hasLinks, PARENTS } from '../derived/project-links.ts';

/** A query whose filter texts have been understood. */
export interface Selection {
  readonly ledger: Ledger;
  readonly conditions: readonly { readonly field: Field; readonly condition: Condition }[];
  readonly search: string;
  readonly sort: readonly { readonly field: Field; readonly descending: boolean }[];
  readonly group: readonly Field[];
  /** one record alone */
  readonly only?: number;
  /** projects, or arrivals of projects, that count for this unit by their credits */
  readonly credited?: string;
  /** without projects that are counted by their children; the caller has called freshLinks */
  readonly counted?: true;
}
export type StoredRow = Readonly<Record<string, SqlValue>>;

/**
 * One page of rows as stored (integers as bigint, units by name), groups first, then the sort,
 * empties last.
 */
export function selectPage(
  db: Reader,
  selection: Selection,
  offset: number,
  limit: number,
): readonly StoredRow[] {
  const { where, params } = whereOf(selection);
  const { ledger } = selection;
  // the ids first: SQLite then sorts keys, not whole rows with the names of their units
  const keys = `SELECT ${ledger.code}.id AS id FROM ${ledger.code} ${where} ${orderOf(selection)} LIMIT ? OFFSET ?`;
  return selectRecords(db, ledger, askValues(db, 'integer', keys, ...params, limit, offset));
}

/** The named records as stored, in this order; those that are not there are left out. */
export function selectRecords(
  db: Reader,
  ledger: Ledger,
  ids: readonly number[],
): readonly StoredRow[] {
  const rows = askLoose(
    db,
    `SELECT ${selectedColumns(ledger)} FROM ${ledger.code} WHERE ${ledger.code}.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  const byId = new Map(rows.map((row) => [Number(row['id']), row]));
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
}

/** A record's whole row as it lies in its table, marks and all; null where it is not there. */
export const wholeRow = (db: Reader, ledger: Ledger, id: number): StoredRow | null =>
  askLoose(db, `SELECT * FROM ${ledger.code} WHERE id = ?`, id)[0] ?? null;

/** Whether a table has this row. */
export const hasRow = (db: Reader, table: AuditedTable, id: number): boolean =>
  askWhether(db, `SELECT EXISTS (SELECT 1 FROM ${table} WHERE id = ?)`, id);

/** Every row of the selection, one at a time; for tables and exports. */
export function eachRow(db: Reader, selection: Selection): Generator<StoredRow> {
  const { where, params } = whereOf(selection);
  return askEachLoose(
    db,
    `SELECT ${selectedColumns(selection.ledger)} FROM ${selection.ledger.code} ${where} ${orderOf(selection)}`,
    ...params,
  );
}

export interface Sum {
  readonly count: number;
  /** null where no record of the selection has a figure */
  readonly sums: Readonly<
    Record<string, { readonly value: string | null; readonly others: number }>
  >;
}

export function countAll(db: Reader, ledger: Ledger): number {
  return askCount(db, `SELECT count(*) FROM ${ledger.code}`);
}

/** How many records the selection holds. */
export function countSelected(db: Reader, selection: Selection): number {
  const { where, params } = whereOf(selection);
  return askCount(db, `SELECT count(*) FROM ${selection.ledger.code} ${where}`, ...params);
}

/**
 * Sums of all figures over the selection. Amounts in another currency than the field's main one are
 * counted apart; a project with children adds nothing, its children do.
 */
export function sumAll(db: Reader, selection: Selection): Sum {
  const { where, params } = whereOf(selection);
  const sql = `SELECT count(*) AS n, ${sumColumns(db, selection.ledger)} FROM ${selection.ledger.code} ${where}`;
  return sumOf(selection.ledger, askLoose(db, sql, ...params)[0] ?? {});
}

/** The innermost groups in the order in which a page's rows come. */
export function sumGroups(
  db: Reader,
  selection: Selection,
): readonly (Sum & { readonly key: readonly Value[] })[] {
  if (selection.group.length === 0) return [];
  const { where, params } = whereOf(selection);
  const { ledger, group } = selection;
  const keys = group.map((field) => storedCell(ledger, field));
  const names = group.map(
    (field, at) =>
      `${field.kind === 'unit' ? `(SELECT name FROM unit WHERE id = ${keys[at]})` : keys[at]} AS key${at}`,
  );
  const order = group.map((field) => emptiesLast(sortKey(ledger, field), false));
  const sql = `SELECT ${names.join(', ')}, count(*) AS n, ${sumColumns(db, ledger)} FROM ${ledger.code} ${where} GROUP BY ${keys.join(', ')} ORDER BY ${order.join(', ')}`;
  return askLoose(db, sql, ...params).map((row) => ({
    key: group.map((field, at) => wireOf(field, row[`key${at}`] ?? null)),
    ...sumOf(ledger, row),
  }));
}

/** What a field holds in each record that has it. */
export const filledValues = (db: Reader, ledger: Ledger, code: string): readonly StoredRow[] =>
  askLoose(
    db,
    `SELECT id, ${code} AS value FROM ${ledger.code} WHERE ${code} IS NOT NULL ORDER BY id`,
  );

/** Distinct filled values of a field, most used first. */
export function distinctValues(
  db: Reader,
  ledger: Ledger,
  code: string,
  limit: number,
): readonly string[] {
  const field = fieldOf(ledger, code);
  const column =
    field.kind === 'unit'
      ? `(SELECT name FROM unit WHERE id = ${storedCell(ledger, field)})`
      : storedCell(ledger, field);
  const sql = `SELECT CAST(${column} AS TEXT) FROM ${ledger.code} WHERE ${column} IS NOT NULL GROUP BY ${column} ORDER BY count(*) DESC, ${column} LIMIT ?`;
  return askValues(db, 'text', sql, limit);
}

function sumColumns(db: Reader, ledger: Ledger): string {
  const aside = isOfProject(ledger) && hasLinks(db) ? `${projectOf(ledger)} IN (${PARENTS})` : null;
  const columns = ledger.fields.filter(addsUp).flatMap((field) => {
    const other = otherCurrency(ledger, field);
    const column =
      aside === null
        ? storedCell(ledger, field)
        : `CASE WHEN ${aside} THEN NULL ELSE ${storedCell(ledger, field)} END`;
    if (other === null || !hasOtherCurrency(db, ledger))
      return [`sum(${column}) AS ${field.code}`, `0 AS ${field.code}_others`];
    return [
      `sum(CASE WHEN ${other} THEN NULL ELSE ${column} END) AS ${field.code}`,
      `total(${column} IS NOT NULL AND ${other}) AS ${field.code}_others`,
    ];
  });
  return columns.length === 0 ? '0 AS none' : columns.join(', ');
}

/**
 * Most counties have none: then the sums need not look at each row's currency (a partial index
 * answers at once).
 */
const hasOtherCurrency = (db: Reader, ledger: Ledger): boolean =>
  askWhether(db, `SELECT EXISTS (SELECT 1 FROM ${ledger.code} WHERE currency <> 'CNY')`);

function otherCurrency(ledger: Ledger, field: Field): string | null {
  if (field.kind !== 'money' || typeof field.currency === 'string') return null;
  return `${ledger.code}.${field.currency.field} <> 'CNY'`;
}

function sumOf(ledger: Ledger, row: StoredRow): Sum {
  const numeric = ledger.fields.filter(addsUp);
  const entries = numeric.map((field): [string, { value: string | null; others: number }] => [
    field.code,
    {
      value: wireOf(field, row[field.code] ?? null),
      others: Number(row[`${field.code}_others`] ?? 0),
    },
  ]);
  return { count: Number(row['n']), sums: Object.fromEntries(entries) };
}

const emptiesLast = (key: string, descending: boolean): string =>
  `${key} IS NULL, ${key}${descending ? ' DESC' : ''}`;

function orderOf(selection: Selection): string {
  const { ledger, group, sort } = selection;
  const groups = group.map((field) => emptiesLast(sortKey(ledger, field), false));
  const sorts = sort.map((one) => emptiesLast(sortKey(ledger, one.field), one.descending));
  return `ORDER BY ${[...groups, ...sorts, `${ledger.code}.id`].join(', ')}`;
}

const isOfProject = (ledger: Ledger): boolean =>
  ledger.code === 'project' || ledger.code === 'arrival';

/** The projects that a record of the ledger is or belongs to. */
export const projectOf = (ledger: Ledger): string =>
  ledger.code === 'project' ? 'project.id' : `${ledger.code}.project_id`;

export function whereOf(selection: Selection): { where: string; params: SqlValue[] } {
  const clauses: string[] = [];
  const params: SqlValue[] = [];
  for (const { field, condition } of selection.conditions) {
    const [clause, bound] = clauseOf(selection.ledger, field, condition);
    clauses.push(clause);
    params.push(...bound);
  }
  if (selection.only !== undefined) {
    clauses.push(`${selection.ledger.code}.id = ?`);
    params.push(selection.only);
  }
  if (selection.credited !== undefined) {
    clauses.push(
      `${projectOf(selection.ledger)} IN (SELECT project_id FROM credited JOIN unit ON unit.id = unit_id WHERE unit.name = ?)`,
    );
    params.push(selection.credited);
  }
  if (selection.counted === true && isOfProject(selection.ledger))
    clauses.push(`${projectOf(selection.ledger)} NOT IN (${PARENTS})`);
  if (selection.search.trim() !== '') {
    const columns = selection.ledger.searched;
    clauses.push(
      `(${columns.map((column) => `instr(${selection.ledger.code}.${column}, ?) > 0`).join(' OR ')})`,
    );
    params.push(...columns.map(() => selection.search.trim()));
  }
  return { where: clauses.length === 0 ? '' : `WHERE ${clauses.join(' AND ')}`, params };
}

function clauseOf(ledger: Ledger, field: Field, condition: Condition): [string, SqlValue[]] {
  const column = storedCell(ledger, field);
  // the units first, not a look-up for every record
  const named = (test: string): string =>
    field.kind === 'unit'
      ? `${column} IN (SELECT id FROM unit WHERE ${test.replace('?column', 'name')})`
      : test.replace('?column', column);
  switch (condition.is) {
    case 'empty':
      return [`${column} IS NULL`, []];
    case 'filled':
      return [`${column} IS NOT NULL`, []];
    case 'contains':
      return [named('instr(?column, ?) > 0'), [condition.text]];
    case 'equals': {
      const among = named(`?column IN (${condition.values.map(() => '?').join(', ')})`);
      return [
        condition.orEmpty === true ? `(${among} OR ${column} IS NULL)` : among,
        condition.values.map((value) => (isNumeric(field) ? BigInt(value) : value)),
      ];
    }
    case 'range':
      return rangeClause(field, column, condition);
  }
}

/**
 * A day that is only a year or month lies in a range when all of it may: it is compared by its
 * text's first and last day.
 */
function rangeClause(
  field: Field,
  column: string,
  range: Extract<Condition, { is: 'range' }>,
): [string, SqlValue[]] {
  const parts: string[] = [];
  const params: SqlValue[] = [];
  const bound = (text: string): SqlValue => (isNumeric(field) ? BigInt(text) : text);
  const [first, last] = field.kind === 'day' ? daySpan(column) : [column, column];
  if (range.from !== undefined) {
    parts.push(`${first} ${range.fromOpen === true ? '>' : '>='} ?`);
    params.push(bound(range.from));
  }
  if (range.to !== undefined) {
    parts.push(`${last} ${range.toOpen === true ? '<' : '<='} ?`);
    params.push(bound(range.to));
  }
  return [parts.length === 0 ? `${column} IS NOT NULL` : parts.join(' AND '), params];
}
