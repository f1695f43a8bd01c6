/**
 * What an imported entry of arrived funds means: the project that it came for, the entry that it is
 * already, and what can hardly be.
 */
import { arrivalsOf, creditsOfAll } from '../../data/projects/projects.ts';
import { selectRecords } from '../../data/records/records.ts';
import type { Value } from '../../domain/ledgers/field.ts';
import { ledgers } from '../../domain/ledgers/index.ts';
import { fenOfYuan } from '../../domain/exact/money.ts';
import {
  arrivalDoubts,
  type ArrivalDoubt,
  type DatedAmount,
} from '../../domain/projects/arrival-doubts.ts';
import { todayOf, type Book } from '../book/book.ts';
import { amountInWords } from '../projects/arrivals.ts';
import { rowOf } from '../records/query.ts';
import type { Existing } from './existing-record.ts';
import type { PlannedValues } from './planned-values.ts';

export interface KnownArrival {
  /** the entry that it is already; null where it is new */
  readonly same: Existing | null;
  readonly doubts: readonly ArrivalDoubt[];
  /** the project's introducer, as the ledger has it */
  readonly introducer: Value;
}

/** @param read entries of the same project that stand above it in the files */
export function knownArrival(
  book: Book,
  project: number,
  values: PlannedValues,
  read: readonly DatedAmount[],
): KnownArrival {
  const { db } = book;
  const [row] = selectRecords(db, ledgers.project, [project]);
  const about = row === undefined ? null : rowOf(ledgers.project, row);
  const textOf = (code: string): Value => {
    const value = about?.[code];
    return typeof value === 'string' ? value : null;
  };
  const entry: DatedAmount = {
    date: values.get('date'),
    amount: fenOfYuan(values.get('amount') ?? '0'),
    currency: values.get('currency') ?? 'CNY',
  };
  const all = arrivalsOf(db, project);
  const basis = values.get('basis') ?? 'entry';
  // a month has one sum and a project one undated rest, whatever they come to
  const same = all.find(
    (one) =>
      one.basis === basis &&
      one.date === entry.date &&
      one.currency === entry.currency &&
      (basis !== 'entry' || fenOfYuan(one.amount) === entry.amount),
  );
  const contract = textOf('contract_amount');
  return {
    introducer: textOf('introducer'),
    same: same === undefined ? null : existing(book, project, same.id),
    doubts:
      same === undefined && basis === 'entry'
        ? arrivalDoubts(
            entry,
            {
              today: todayOf(book),
              signed: textOf('signed_date'),
              contract:
                contract === null
                  ? null
                  : { amount: fenOfYuan(contract), currency: textOf('currency') ?? 'CNY' },
              others: [
                ...all
                  .filter((one) => one.basis === 'entry')
                  .map((one) => ({ ...one, amount: fenOfYuan(one.amount) })),
                ...read,
              ],
            },
            amountInWords,
          )
        : [],
  };
}

function existing({ db }: Book, project: number, id: number): Existing | null {
  const [row] = selectRecords(db, ledgers.arrival, [id]);
  return row === undefined
    ? null
    : {
        id,
        values: rowOf(ledgers.arrival, row) as unknown as Existing['values'],
        credits: creditsOfAll(db, [project]).get(project) ?? [],
        arrivals: [],
        approximate: [],
        extra: {},
      };
}
