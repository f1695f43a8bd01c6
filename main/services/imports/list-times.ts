/**
 * What the book's imports tell of lists in time: which records a newer list told of, and what the
 * last list of a form had.
 */
import { listsLike, listsFrom, recordRunsOf, type ListRow } from '../../data/imports/list-times.ts';
import type { Reader } from '../../data/open.ts';
import { namesInHand } from '../../data/records/names.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';

/** A year, or one of its months. */
export interface ListTime {
  readonly year: number;
  readonly month: number | null;
}
/** By record: the time of the newest list that told of it, where that is after the given one. */
export type NewerLists = (id: number) => ListTime | null;

/** A month is after another of its year; a year tells nothing of the order within it. */
const isAfter = (one: ListTime, other: ListTime): boolean =>
  one.year > other.year ||
  (one.year === other.year &&
    one.month !== null &&
    other.month !== null &&
    one.month > other.month);

export function newerLists(db: Reader, ledger: Ledger, time: ListTime): NewerLists {
  const lists = listsFrom(db, ledger.code, time.year).flatMap((one) =>
    one.year !== null && isAfter({ year: one.year, month: one.month }, time)
      ? [{ ...one, year: one.year }]
      : [],
  );
  const newest = new Map<number, ListTime>();
  for (const list of lists)
    for (const id of idsOf(db, ledger, list)) {
      const known = newest.get(id);
      if (known === undefined || isAfter(list, known))
        newest.set(id, { year: list.year, month: list.month });
    }
  return (id) => newest.get(id) ?? null;
}

function idsOf(
  db: Reader,
  ledger: Ledger,
  list: Pick<ListRow, 'import' | 'number'>,
): readonly number[] {
  return recordRunsOf(db, ledger.code, list).flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, at) => first + at),
  );
}

/** A longer list is no list that one office sends whole. */
const LONGEST = 5000;

/**
 * Of the last list whose columns meant the same and that had any of the records, those still in
 * hand; none where no such list came before.
 */
export function ofLastList(
  db: Reader,
  ledger: Ledger,
  columns: Readonly<Record<string, string>>,
  records: ReadonlySet<number>,
): readonly { readonly id: number; readonly name: string }[] {
  for (const list of listsLike(db, ledger.code, JSON.stringify(columns))) {
    const ids = idsOf(db, ledger, list);
    if (ids.some((id) => records.has(id)))
      return ids.length > LONGEST ? [] : namesInHand(db, ledger, ids);
  }
  return [];
}
