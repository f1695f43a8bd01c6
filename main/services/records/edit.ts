/**
 * Writing records of any ledger: edits of cells, new and removed records. What one ledger does
 * beside stands in its rule.
 */
import type { Saved } from '../../../preload/contract/records.ts';
import { storedOf } from '../../data/ledgers/columns.ts';
import { codesOf } from '../../data/records/history.ts';
import type { Reader } from '../../data/open.ts';
import type { Writing } from '../../data/write.ts';
import { Fault } from '../../domain/fault.ts';
import type { Field, Ledger, Value } from '../../domain/ledgers/field.ts';
import type { AnyCode } from '../../domain/ledgers/index.ts';
import type { Currency } from '../../domain/exact/measure.ts';
import { command, type Area, type Book } from '../book/book.ts';
import { fieldNamed, hasMarks, ledgerNamed, storedRow } from './query.ts';
import { insertRecord, updateRecord } from './write-record.ts';
import type { Patch, Stored } from '../book/rule.ts';
import { sessionFacts } from '../book/session.ts';
import { Refusals } from './refusals.ts';
import { readTyped, type TypedValue } from './typed.ts';

export interface Edit {
  readonly id: number;
  readonly field: string;
  readonly value: Value;
}
type Entry = Omit<Edit, 'id'>;
/** by field, as it is typed */
export type NewRecord = Readonly<Record<string, Value>>;

/**
 * One change for all edits, so that a pasted block is undone as one. @throws Fault block.refused,
 * where cells of several records cannot be taken: then none is
 */
export function editRecords(book: Book, ledgerCode: string, edits: readonly Edit[]): Saved {
  const ledger = ledgerNamed(ledgerCode, book.db);
  const year = sessionFacts(book).year;
  return command(book, labelOf(ledger, edits), areasOf(ledger), (writing) => {
    const records = new Set(edits.map((one) => one.id)).size;
    const refusals = records > 1 ? new Refusals() : null;
    const ids = editIn({ book, ledger, year, writing, refusals }, edits);
    refusals?.end();
    return { change: writing.change, ids };
  });
}

export function createRecord(book: Book, ledgerCode: string, records: readonly NewRecord[]): Saved {
  const ledger = ledgerNamed(ledgerCode, book.db);
  if (ledger.code === 'arrival') throw new Fault('value.computed', { field: ledger.label });
  const year = sessionFacts(book).year;
  return command(book, `新增${records.length}${ledger.noun}`, areasOf(ledger), (writing) => ({
    change: writing.change,
    ids: records.map((record) => createIn({ book, ledger, year, writing, refusals: null }, record)),
  }));
}

/**
 * A block pasted beyond the last row: cells of records that are there and new records, as one
 * change. @throws Fault block.refused, and then nothing is taken
 */
export function pasteRecords(
  book: Book,
  ledgerCode: string,
  edits: readonly Edit[],
  records: readonly NewRecord[],
): Saved {
  const ledger = ledgerNamed(ledgerCode, book.db);
  if (ledger.code === 'arrival') throw new Fault('value.computed', { field: ledger.label });
  const year = sessionFacts(book).year;
  const label = `新增${records.length}${ledger.noun}${edits.length === 0 ? '' : `，${labelOf(ledger, edits)}`}`;
  return command(book, label, areasOf(ledger), (writing) => {
    const refusals = new Refusals();
    const scene = { book, ledger, year, writing, refusals };
    const ids = [
      ...editIn(scene, edits),
      ...records.flatMap((record) => {
        const name = record[ledger.nameField]?.trim() || '新的一行';
        return refusals.of(name, () => createIn(scene, record)) ?? [];
      }),
    ];
    refusals.end();
    return { change: writing.change, ids };
  });
}

interface Scene {
  readonly book: Book;
  readonly ledger: Ledger;
  readonly year: number;
  readonly writing: Writing;
  /** where what cannot be taken is gathered; null: the first fault ends it */
  readonly refusals: Refusals | null;
}

function editIn(
  { book, ledger, year, writing, refusals }: Scene,
  edits: readonly Edit[],
): readonly number[] {
  const byRecord = Map.groupBy(edits, (one) => one.id);
  for (const [id, entries] of byRecord) {
    const before = storedRow(writing.db, ledger, id);
    const change = (): void => {
      const patch = patchOf(writing.db, ledger, entries, before, year, refusals);
      book.rules(ledger).check?.(writing.db, ledger, id, patch);
      updateRecord(book.rules, writing, ledger, id, before, patch);
    };
    if (refusals === null) change();
    else refusals.of(nameOf(ledger, before), change);
  }
  return [...byRecord.keys()];
}

function createIn({ book, ledger, year, writing }: Scene, record: NewRecord): number {
  if ((record[ledger.nameField]?.trim() ?? '') === '')
    throw new Fault('value.required', { field: fieldNamed(ledger, ledger.nameField).label });
  const row = patchOf(
    writing.db,
    ledger,
    Object.entries(record).map(([field, value]) => ({ field, value })),
    {},
    year,
  );
  book.rules(ledger).check?.(writing.db, ledger, null, row);
  return insertRecord(book.rules, writing, ledger, row);
}

export function removeRecords(book: Book, ledgerCode: string, ids: readonly number[]): Saved {
  const ledger = ledgerNamed(ledgerCode, book.db);
  return command(book, `删除${ids.length}${ledger.noun}`, areasOf(ledger), (writing) => {
    for (const id of ids) {
      const row = storedRow(writing.db, ledger, id);
      book.rules(ledger).removing?.(writing, id, row);
      writing.remove(ledger.code as AnyCode, id);
    }
    return { change: writing.change, ids };
  });
}

/**
 * What is typed, as it is stored; words that are no day go into the field kept for them, and a day
 * takes them away.
 */
function patchOf(
  db: Reader,
  ledger: Ledger,
  entries: readonly Entry[],
  current: Stored,
  year: number,
  refusals: Refusals | null = null,
): Patch {
  const patch: Patch = {};
  const approximate = new Set(
    codesOf((current['approximate'] as string | null | undefined) ?? null),
  );
  for (const one of entries) {
    const field = fieldNamed(ledger, one.field);
    const words = ledger.words?.[field.code];
    const read = (): TypedValue =>
      readTyped(db, field, one.value, {
        year,
        currency: currencyOf(field, { ...current, ...patch }),
        words: words !== undefined,
      });
    const typed = refusals === null ? read() : refusals.of(nameOf(ledger, current), read);
    if (typed === null) continue;
    patch[field.code] = storedOf(field, typed.value);
    if (words !== undefined) patch[words] = typed.words ?? null;
    if (typed.approximate) approximate.add(field.code);
    else approximate.delete(field.code);
  }
  return hasMarks(ledger) ? { ...patch, approximate: [...approximate].join(',') || null } : patch;
}

function currencyOf(field: Field, row: Stored): Currency {
  if (field.kind !== 'money') return 'CNY';
  return typeof field.currency === 'string'
    ? field.currency
    : ((row[field.currency.field] ?? 'CNY') as Currency);
}

const nameOf = (ledger: Ledger, row: Stored): string => String(row[ledger.nameField] ?? '');

const areasOf = (ledger: Ledger): readonly Area[] =>
  ledger.code === 'arrival' ? ['arrival', 'project'] : [ledger.code as Area];

function labelOf(ledger: Ledger, edits: readonly Edit[]): string {
  const labels = [...new Set(edits.map((one) => fieldNamed(ledger, one.field).label))];
  return edits.length === 1 ? `修改${labels[0]}` : `修改${edits.length}格`;
}
