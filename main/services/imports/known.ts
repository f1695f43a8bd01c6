/**
 * Finds the record that an imported row means: by its code, by what identifies it, or nearly by its
 * name.
 */
import { projectKeys, type ProjectKey, type ProjectKeys } from '../../data/projects/projects.ts';
import { namesOfRecords, recordsInHand, recordsNamed } from '../../data/records/names.ts';
import { countAll } from '../../data/records/records.ts';
import type { Ledger, Value } from '../../domain/ledgers/field.ts';
import { recordCodeOf } from '../../domain/ledgers/identity.ts';
import type { PlannedValues } from './planned-values.ts';
import { bareName, nameEnds, nearlySame } from '../../domain/read/near-name.ts';
import { aboutRecord, OtherWords, sameUnit, type Alike } from './other-words.ts';
import { ledgers } from '../../domain/ledgers/index.ts';
import type { Book } from '../book/book.ts';
import { existingRecords, type Load } from './existing.ts';
import { newerLists, ofLastList, type ListTime, type NewerLists } from './list-times.ts';
import { yearOfProjects } from './project-year.ts';
import type { DatedAmount } from '../../domain/projects/arrival-doubts.ts';
import { knownArrival, type KnownArrival } from './known-arrivals.ts';
import { refusedRow } from '../own-ledgers/own-records.ts';
import type { Existing } from './existing-record.ts';
/** A record that a full list would have. */
export interface InHand {
  readonly id: number;
  readonly name: string;
  readonly unit: string | null;
}
export interface Known {
  find(ledger: Ledger, values: PlannedValues): Existing | null;
  /** of rows that `find` did not find: one of nearly that name, or of that name elsewhere */
  alike(ledger: Ledger, values: PlannedValues): Alike | null;
  get(ledger: Ledger, id: number): Existing;
  /**
   * all records still in hand, with the unit that answers for each; null or absent: nobody looks
   * for those that a list lacks
   */
  inHand?(ledger: Ledger): readonly InHand[] | null;
  /** which records a list of a later time has told of; absent: none */
  newerLists?(ledger: Ledger, time: ListTime): NewerLists;
  /**
   * what the last list had whose columns meant the same and that told of any of the records;
   * absent: none came before
   */
  ofLastList?(
    ledger: Ledger,
    columns: Readonly<Record<string, string>>,
    records: ReadonlySet<number>,
  ): readonly Pick<InHand, 'id' | 'name'>[];
  /** the year that the projects' own columns tell of; null or absent: nothing says one */
  projectYear?(): number | null;
  /** the project that an entry of arrived funds came for */
  projectOf(values: PlannedValues): number | null;
  /** an entry of that project; `read`: those that the files brought before it */
  arrival(project: number, values: PlannedValues, read: readonly DatedAmount[]): KnownArrival;
  /** why the row cannot be written as that record (null: a new one); null where it can */
  refused(ledger: Ledger, values: PlannedValues, before: Existing | null): string | null;
}

/** What the book knows at this moment; made anew for each plan. */
export function knownRecords(book: Book): Known {
  const empty = new Map<string, boolean>();
  const isEmpty = (ledger: Ledger): boolean => {
    const known = empty.get(ledger.code) ?? countAll(book.db, ledger) === 0;
    empty.set(ledger.code, known);
    return known;
  };
  let names: NameIndex | null = null;
  const [load, keys] = [existingRecords(book), projectKeys(book.db)];
  const worded = new OtherWords(book, load);
  return {
    find: (ledger, values) => {
      if (isEmpty(ledger)) return null;
      if (ledger.code !== 'project') return findRecord(book, ledger, values, load);
      const units = [values.get('introducer'), values.get('responsible_unit')].filter(
        (unit) => unit !== null,
      );
      return findProject(
        book,
        { code: values.get('code'), name: values.get('name') ?? '', units },
        keys,
        load,
      );
    },
    alike: (ledger, values) => {
      const name = values.get(ledger.nameField);
      if (name === null || isEmpty(ledger)) return null;
      if (ledger.code === 'unit') return sameUnit(book, values);
      if (ledger.code !== 'project') return worded.alike(ledger, values);
      names ??= nameIndex(book, ledger);
      const found = names.near(name, recordCodeOf(ledger, values));
      return found === null
        ? null
        : { ...found, about: aboutRecord(ledger, load(ledger, found.id).values) };
    },
    get: load,
    inHand: (ledger) => recordsInHand(book.db, ledger, MOST_IN_HAND),
    newerLists: (ledger, time) => newerLists(book.db, ledger, time),
    ofLastList: (ledger, columns, records) => ofLastList(book.db, ledger, columns, records),
    projectYear: () => yearOfProjects(book.db),
    projectOf: (values) => {
      const units = [values.get('introducer')].filter((unit) => unit !== null);
      const [code, name] = [values.get('code'), values.get('name') ?? ''];
      return (
        (
          findProject(book, { code, name, units }, keys, load) ??
          findProject(book, { code, name, units: [] }, keys, load)
        )?.id ?? null
      );
    },
    arrival: (project, values, read) => knownArrival(book, project, values, read),
    refused: (ledger, values, before) => refusedRow(book.db, ledger, values, before),
  };
}

/**
 * Finds a project by its code, else by name; units that both sides name must agree. Null where none
 * or still several.
 */
export function findProject(
  book: Book,
  key: { readonly code: Value; readonly name: string; readonly units: readonly string[] },
  keys: ProjectKeys = projectKeys(book.db),
  load: Load = existingRecords(book),
): Existing | null {
  const byCode = key.code === null ? [] : keys.byCode(key.code);
  const named =
    byCode.length > 0
      ? byCode
      : keys.byName(key.name).filter((one) => key.code === null || one.code === null);
  const agrees = (one: ProjectKey): boolean =>
    unitsOf(one).some((unit) => key.units.includes(unit));
  const stated = (one: ProjectKey): boolean => key.units.length > 0 && unitsOf(one).length > 0;
  const fits =
    byCode.length === 1
      ? byCode
      : named.filter((one) => agrees(one) || (named.length === 1 && !stated(one)));
  const [only] = fits;
  return only !== undefined && fits.length === 1 ? load(ledgers.project, only.id) : null;
}

/**
 * Finds a record of any other ledger by its code, else by the fields that identify it: what both
 * sides state must agree, and where several do, all of it.
 */
function findRecord(
  book: Book,
  ledger: Ledger,
  values: PlannedValues,
  load: Load = existingRecords(book),
): Existing | null {
  const code = recordCodeOf(ledger, values);
  const byCode =
    code === null || ledger.codeField === undefined
      ? []
      : recordsNamed(book.db, ledger, ledger.codeField, code);
  const rest = ledger.identity.filter((field) => field !== ledger.nameField);
  const named =
    byCode.length > 0
      ? byCode
      : recordsNamed(book.db, ledger, ledger.nameField, values.get(ledger.nameField) ?? '').filter(
          (one) => code === null || (one.values[ledger.codeField ?? ''] ?? null) === null,
        );
  const agreeing = named.filter((one) =>
    rest.every(
      (field) =>
        values.get(field) === null ||
        (one.values[field] ?? null) === null ||
        values.get(field) === one.values[field],
    ),
  );
  const equal = agreeing.filter((one) =>
    rest.every((field) => values.get(field) === (one.values[field] ?? null)),
  );
  const fits = byCode.length === 1 ? byCode : agreeing.length > 1 ? equal : agreeing;
  const [only] = fits;
  return only !== undefined && fits.length === 1 ? load(ledger, only.id) : null;
}

const unitsOf = (key: ProjectKey): readonly string[] =>
  [key.introducer, key.responsible_unit].filter((unit): unit is string => unit !== null);

interface NameIndex {
  near(name: string, code: Value): { readonly id: number; readonly name: string } | null;
}
type Named = ReturnType<typeof namesOfRecords>[number] & { readonly bare: string };
/** A longer ledger is no list that one office sends whole. */
const MOST_IN_HAND = 5000;
/** An end that so many names share tells nothing, and comparing them all would take minutes. */
const MOST_ALIKE = 256;

function nameIndex(book: Book, ledger: Ledger): NameIndex {
  const byKey = new Map<string, Named[]>();
  const add = (key: string, one: Named): void => {
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [one]);
    else list.push(one);
  };
  for (const one of namesOfRecords(book.db, ledger)) {
    const named = { ...one, bare: bareName(one.name) };
    add(`=${named.bare}`, named);
    for (const end of nameEnds(named.bare)) add(end, named);
  }
  return {
    near: (name, code) => {
      const bare = bareName(name);
      const fits = (one: Named): boolean =>
        (code === null || one.code === null) && nearlySame(one.bare, bare);
      for (const key of [`=${bare}`, ...nameEnds(bare)]) {
        const list = byKey.get(key) ?? [];
        const found = list.length > MOST_ALIKE ? undefined : list.find(fits);
        if (found !== undefined) return { id: found.id, name: found.name };
      }
      return null;
    },
  };
}
