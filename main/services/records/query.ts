/** Asking a ledger: filter texts understood, pages and sums in wire form, one record whole. */
import type {
  RecordGroup,
  ParsedQuery,
  RecordDetail,
  Row,
  Summary,
  Sums,
} from '../../../preload/contract/records.ts';
import { wireOf } from '../../data/ledgers/columns.ts';
import { changesOfRecord, marksOf, originsOf } from '../../data/records/history.ts';
import { arrivalsOf, creditsOf, stagesOf } from '../../data/projects/projects.ts';
import {
  countAll,
  distinctValues,
  eachRow,
  selectPage,
  sumAll,
  sumGroups,
  type Selection,
  type StoredRow,
  wholeRow,
} from '../../data/records/records.ts';
import type { Reader } from '../../data/open.ts';
import { ledgerIn } from '../../data/ledgers/own-ledgers.ts';
import { freshLinks } from '../../data/derived/project-links.ts';
import { mergedInto } from '../../data/projects/project-years.ts';
import { statesOf } from '../../data/tasks/states.ts';
import { allUnits } from '../../data/units/units.ts';
import type { SqlValue } from '../../data/rows.ts';
import { round, sum } from '../../domain/exact/decimal.ts';
import { Fault } from '../../domain/fault.ts';
import { parseFilters } from '../../domain/read/filter.ts';
import { ledgers, type LedgerCode } from '../../domain/ledgers/index.ts';
import { isGroupable, type Field, type Ledger, type Value } from '../../domain/ledgers/field.ts';
import type { Book } from '../book/book.ts';

/**
 * A built-in ledger by its code; any by its code and the book that may define it. @throws Fault
 * ledger.unknown
 */
export function ledgerNamed(code: LedgerCode): Ledger;
export function ledgerNamed(code: string, db: Reader): Ledger;
export function ledgerNamed(code: string, db?: Reader): Ledger {
  const ledger = db === undefined ? ledgers[code as LedgerCode] : ledgerIn(db, code);
  if (ledger === null) throw new Fault('ledger.unknown', { ledger: code });
  return ledger;
}

export function fieldNamed(ledger: Ledger, code: string): Field {
  const field = ledger.fields.find((one) => one.code === code);
  if (field === undefined) throw new Fault('field.unknown', { field: code });
  return field;
}

/** Units and arrivals keep no marks of what their source said. */
export const hasMarks = (ledger: Ledger): boolean =>
  ledger.code !== 'unit' && ledger.code !== 'arrival';

/** Projects and their arrivals count for the units that the project's credits name. */
export const isCredited = (ledger: Ledger): boolean =>
  ledger.code === 'project' || ledger.code === 'arrival';

/** A record's whole row as stored. @throws Fault record.missing */
export function storedRow(
  db: Reader,
  ledger: Ledger,
  id: number,
): Readonly<Record<string, SqlValue>> {
  const row = wholeRow(db, ledger, id);
  if (row === null) throw new Fault('record.missing', { id });
  return row;
}

export function selectionOf(query: ParsedQuery, db: Reader): Selection {
  const ledger = ledgerNamed(query.ledger, db);
  const conditions = query.filters
    .filter((filter) => filter.text.trim() !== '')
    .flatMap((filter) => {
      const field = fieldNamed(ledger, filter.field);
      const meant = parseFilters(field, filter.text);
      if (meant === null)
        throw new Fault('filter.unreadable', { field: field.label, seen: filter.text });
      return meant.map((condition) => ({ field, condition }));
    });
  const group = query.group.map((code) => fieldNamed(ledger, code));
  const notGroupable = group.find((field) => !isGroupable(field));
  if (notGroupable !== undefined) throw new Fault('field.unknown', { field: notGroupable.code });
  if (query.credited !== undefined && !isCredited(ledger))
    throw new Fault('field.unknown', { field: 'credited' });
  return {
    ledger,
    conditions,
    group,
    search: query.search,
    ...(query.credited === undefined ? {} : { credited: query.credited }),
    sort: query.sort.map((one) => ({
      field: fieldNamed(ledger, one.field),
      descending: one.descending,
    })),
    ...(query.counted === true ? aside(db) : {}),
  };
}

function aside(db: Reader): { readonly counted: true } {
  freshLinks(db);
  return { counted: true };
}

export function recordPage(
  book: Book,
  query: ParsedQuery,
  offset: number,
  limit: number,
): readonly Row[] {
  const selection = selectionOf(query, book.db);
  return selectPage(book.db, selection, offset, limit).map((row) => rowOf(selection.ledger, row));
}

/**
 * All rows of a query, for tables; the caller holds them only as long as it writes. `only`: of this
 * record, which is looked up and not looked for.
 */
export function allRows(book: Book, query: ParsedQuery, only?: number): readonly Row[] {
  const asked = selectionOf(query, book.db);
  const selection = only === undefined ? asked : { ...asked, only };
  return Array.from(eachRow(book.db, selection), (row) => rowOf(selection.ledger, row));
}

export function recordSummary(book: Book, query: ParsedQuery): Summary {
  const selection = selectionOf(query, book.db);
  const groups: readonly RecordGroup[] = sumGroups(book.db, selection).map((group) => ({
    key: group.key,
    count: group.count,
    sums: group.sums,
  }));
  const whole = groups.length > 0 ? addUp(groups) : sumAll(book.db, selection);
  return { all: countAll(book.db, selection.ledger), ...whole, groups };
}

/** The total of groups is the sum of their exact sums: the rows need not be read twice. */
function addUp(groups: readonly Sums[]): Sums {
  const codes = Object.keys(groups[0]?.sums ?? {});
  const sums = codes.map((code) => {
    const parts = groups.flatMap((group) => group.sums[code] ?? []);
    const figures = parts.flatMap((part) => part.value ?? []);
    const [like] = figures;
    return [
      code,
      {
        value: like === undefined ? null : withPlaces(sum(figures), like),
        others: parts.reduce((count, part) => count + part.others, 0),
      },
    ] as const;
  });
  return {
    count: groups.reduce((count, group) => count + group.count, 0),
    sums: Object.fromEntries(sums),
  };
}

/** Money keeps its two places, as every amount on the wire. */
const withPlaces = (value: string, like: string): string =>
  like.includes('.') ? round(value, 2) : value;

/** A stored row as it travels: every field in order, and beside each amount its currency. */
export function rowOf(ledger: Ledger, stored: StoredRow): Row {
  const row: { id: number; [field: string]: Value | number } = { id: Number(stored['id']) };
  for (const { field, code, beside } of placesOf(ledger)) {
    const given = stored[code];
    if (given === null || given === undefined) {
      row[code] = null;
      continue;
    }
    row[code] = wireOf(field, given);
    if (field.kind === 'money')
      row[beside] =
        typeof field.currency === 'string'
          ? field.currency
          : String(stored[field.currency.field] ?? 'CNY');
  }
  return row;
}

interface Place {
  readonly field: Field;
  readonly code: string;
  /** where an amount's currency stands */
  readonly beside: string;
}
const places = new WeakMap<Ledger, readonly Place[]>();

/** The names are made once for a ledger: a page names each of them for every row. */
function placesOf(ledger: Ledger): readonly Place[] {
  const known =
    places.get(ledger) ??
    ledger.fields.map((field) => ({ field, code: field.code, beside: `${field.code}_currency` }));
  places.set(ledger, known);
  return known;
}

export function fieldValues(book: Book, ledgerCode: string, fieldCode: string): readonly string[] {
  const ledger = ledgerNamed(ledgerCode, book.db);
  const field = fieldNamed(ledger, fieldCode);
  if (field.kind === 'unit') return allUnits(book.db).map((unit) => unit.name);
  return distinctValues(book.db, ledger, fieldCode, 200);
}

export function recordDetail(book: Book, ledgerCode: string, id: number): RecordDetail {
  const ledger = ledgerNamed(ledgerCode, book.db);
  const [row] = selectPage(
    book.db,
    { ledger, conditions: [], search: '', sort: [], group: [], only: id },
    0,
    1,
  );
  if (row === undefined) throw new Fault('record.missing', { id });
  const isProject = ledger.code === 'project';
  // what was told of a record that was merged into it is told of it
  const told = isProject ? [id, ...mergedInto(book.db, id)] : [id];
  return {
    row: rowOf(ledger, row),
    ...(hasMarks(ledger) ? marksOf(book.db, ledger, id) : { approximate: [], extra: {} }),
    credits: isProject
      ? creditsOf(book.db, id).map(({ unit, percent }) => ({ unit, percent }))
      : [],
    stages: isProject ? stagesOf(book.db, id) : [],
    states: statesOf(book.db, ledger.code, id),
    arrivals: isProject ? arrivalsOf(book.db, id) : [],
    origins: told.flatMap((one) => originsOf(book.db, ledger.code, one)),
    history: told
      .flatMap((one) => changesOfRecord(book.db, ledger, one))
      .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
  };
}
