/**
 * Reads existing records whole, as a plan compares with them; many together where they are asked
 * for in a row.
 */
import { marksOfAll } from '../../data/records/history.ts';
import { arrivalsOfAll, creditsOfAll } from '../../data/projects/projects.ts';
import { selectRecords } from '../../data/records/records.ts';
import { Fault } from '../../domain/fault.ts';
import type { Ledger, Value } from '../../domain/ledgers/field.ts';
import type { Book } from '../book/book.ts';
import type { Existing } from './existing-record.ts';
import { hasMarks, rowOf } from '../records/query.ts';

/** @throws Fault record.missing */
export type Load = (ledger: Ledger, id: number) => Existing;

/**
 * How many records are read at once, and how near after the last one a record must be to be taken
 * for the next of a row.
 */
const [AT_ONCE, NEAR] = [256, 16];

/**
 * A monthly sheet lists its records mostly as the ledger does: where one follows another, the next
 * ones are read with it.
 */
export function existingRecords(book: Book): Load {
  let read: { readonly ledger: string; readonly records: ReadonlyMap<number, Existing> } = {
    ledger: '',
    records: new Map(),
  };
  let last = Number.NEGATIVE_INFINITY;
  return (ledger, id) => {
    const follows = read.ledger === ledger.code && id > last && id - last <= NEAR;
    last = id;
    const known = read.ledger === ledger.code ? read.records.get(id) : undefined;
    if (known !== undefined) return known;
    read = {
      ledger: ledger.code,
      records: readAll(
        book,
        ledger,
        Array.from({ length: follows ? AT_ONCE : 1 }, (_, more) => id + more),
      ),
    };
    const found = read.records.get(id);
    if (found === undefined) throw new Fault('record.missing', { id });
    return found;
  };
}

function readAll(
  { db }: Book,
  ledger: Ledger,
  ids: readonly number[],
): ReadonlyMap<number, Existing> {
  const isProject = ledger.code === 'project';
  const [credits, arrivals] = isProject
    ? [creditsOfAll(db, ids), arrivalsOfAll(db, ids)]
    : [null, null];
  const marks = hasMarks(ledger) ? marksOfAll(db, ledger, ids) : null;
  return new Map(
    selectRecords(db, ledger, ids).map((row) => {
      const id = Number(row['id']);
      const { approximate, extra } = marks?.get(id) ?? { approximate: [], extra: {} };
      return [
        id,
        {
          id,
          values: rowOf(ledger, row) as unknown as Readonly<Record<string, Value>>,
          credits: credits?.get(id) ?? [],
          arrivals: arrivals?.get(id) ?? [],
          approximate,
          extra,
        },
      ];
    }),
  );
}
