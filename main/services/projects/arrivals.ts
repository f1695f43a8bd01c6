/**
 * Arrived funds by hand: dated entries, reported and recognised apart, every cut with its reason,
 * never unnoticed over the contract.
 */
import type { Saved } from '../../../preload/contract/records.ts';
import { storedOf } from '../../data/ledgers/columns.ts';
import { arrivalEntries, cutsOf, projectOfArrival } from '../../data/projects/project-parts.ts';
import type { Reader } from '../../data/open.ts';
import type { Writing } from '../../data/write.ts';
import type { SqlValue } from '../../data/rows.ts';
import { Fault } from '../../domain/fault.ts';
import type { MoneyField, Value } from '../../domain/ledgers/field.ts';
import {
  CURRENCIES,
  CURRENCY_NAMES,
  measureOf,
  type Currency,
} from '../../domain/exact/measure.ts';
import { fenOfYuan, inMeasure, type Fen } from '../../domain/exact/money.ts';
import { overContract, recogniseArrival, type Cut } from '../../domain/projects/recognition.ts';
import { command, type Book } from '../book/book.ts';
import { refuseParentsMoney } from './project-parents.ts';
import { fieldNamed, ledgerNamed, storedRow } from '../records/query.ts';
import type { LedgerRule } from '../book/rule.ts';
import { sessionFacts } from '../book/session.ts';
import { readTyped } from '../records/typed.ts';

export interface ArrivalInput {
  readonly project: number;
  readonly id: number | null;
  readonly date: Value;
  readonly amount: string;
  readonly currency: string;
  readonly source: Value;
  readonly evidence: Value;
  readonly remark: Value;
  readonly cuts: readonly { readonly amount: string; readonly reason: string }[] | null;
  readonly anyway: boolean;
}

/** @throws Fault value.unreadable, value.required, arrival.cut, arrival.overContract */
export function saveArrival(book: Book, input: ArrivalInput): Saved {
  return command(
    book,
    input.id === null ? '登记到位资金' : '修改到位资金',
    ['arrival', 'project'],
    (writing) => {
      const { db } = writing;
      const year = sessionFacts(book).year;
      const project = storedRow(db, ledgerNamed('project'), input.project);
      if (input.id !== null && projectOfArrival(db, input.id) !== input.project)
        throw new Fault('record.missing', { id: input.id });
      if (input.id === null) refuseParentsMoney(db, input.project);
      const currency = currencyNamed(db, input.currency, year);
      const read = (code: string, value: Value): SqlValue =>
        storedOf(
          fieldNamed(ledgerNamed('arrival'), code),
          readTyped(db, fieldNamed(ledgerNamed('arrival'), code), value, { year, currency }).value,
        );
      const amount = fenRead(db, input.amount, currency, year, '申报金额');
      const cuts =
        input.cuts?.map((cut): Cut => ({
          amount: fenRead(db, cut.amount, currency, year, '核减金额'),
          reason: cut.reason.trim(),
        })) ?? null;
      if (!input.anyway)
        refuseOverContract(db, input.project, project, { id: input.id, amount, currency });
      const row = {
        date: read('date', input.date),
        amount,
        currency,
        source: read('source', input.source),
        evidence: read('evidence', input.evidence),
        remark: read('remark', input.remark),
        recognised: recognised(amount, cuts),
      };
      const id =
        input.id ??
        writing.insert('arrival', { project_id: input.project, ...row, basis: 'entry' });
      if (input.id !== null) writing.update('arrival', id, row);
      setCuts(writing, id, cuts ?? []);
      return { change: writing.change, ids: [id] };
    },
  );
}

function recognised(amount: Fen, cuts: readonly Cut[] | null): Fen | null {
  if (cuts === null) return null;
  const result = recogniseArrival(amount, cuts);
  if ('problem' in result) throw new Fault('arrival.cut', { problem: result.problem });
  return result.recognised;
}

const currencyNamed = (db: Reader, text: string, year: number): Currency => {
  const value = readTyped(db, fieldNamed(ledgerNamed('arrival'), 'currency'), text, {
    year,
    currency: 'CNY',
  }).value;
  return CURRENCIES.find((one) => one === value) ?? 'CNY';
};

/** A figure in 万 of the currency unless it carries its own measure. */
function fenRead(db: Reader, text: string, currency: Currency, year: number, label: string): Fen {
  const field = fieldNamed(ledgerNamed('arrival'), 'amount') as MoneyField;
  const foreign =
    currency !== 'CNY' && /^[\d.,，\s]+$/.test(text)
      ? `${text.trim()}万${CURRENCY_NAMES[currency]}`
      : text;
  const typed = readTyped(db, { ...field, label, required: true }, foreign, { year, currency });
  if (typed.approximate)
    throw new Fault('value.unreadable', { field: label, seen: text, want: '准确的数' });
  const fen = fenOfYuan(typed.value ?? '0');
  if (fen <= 0n)
    throw new Fault('value.unreadable', { field: label, seen: text, want: '大于0的数' });
  return fen;
}

function setCuts(writing: Writing, arrival: number, cuts: readonly Cut[]): void {
  const before = cutsOf(writing.db, arrival);
  if (
    before.length === cuts.length &&
    before.every(
      (cut, at) => fenOfYuan(cut.amount) === cuts[at]?.amount && cut.reason === cuts[at]?.reason,
    )
  )
    return;
  for (const cut of before) writing.remove('arrival_cut', cut.id);
  for (const cut of cuts)
    writing.insert('arrival_cut', { arrival_id: arrival, amount: cut.amount, reason: cut.reason });
}

/** Only amounts in the contract's own currency are held against it: a rate is no contract. */
function refuseOverContract(
  db: Reader,
  project: number,
  row: Readonly<Record<string, SqlValue>>,
  entry: { readonly id: number | null; readonly amount: Fen; readonly currency: string },
): void {
  const contract = row['contract_amount'];
  const currency = String(row['currency']) as Currency;
  if (contract === null || contract === undefined || entry.currency !== currency) return;
  const others = arrivalEntries(db, project)
    .filter((one) => one.id !== entry.id && one.currency === currency)
    .map((one) => fenOfYuan(one.amount));
  const over = overContract(BigInt(contract), [...others, entry.amount]);
  if (over !== null)
    throw new Fault('arrival.overContract', {
      over: inTenThousands(over, currency),
      contract: inTenThousands(BigInt(contract), currency),
    });
}

const inTenThousands = (fen: Fen, currency: Currency): string => amountInWords(fen, currency);

/** 万 of the currency as people say them. */
export function amountInWords(fen: Fen, currency: string): string {
  const name = `万${currency === 'CNY' ? '元' : CURRENCY_NAMES[currency as Currency]}`;
  const measure = measureOf(name);
  return measure === null ? `${fen}` : `${inMeasure(fen, measure)}${name}`;
}

/**
 * A figure changed in the sheet takes its recognition away: what was judged is no longer what was
 * reported.
 */
export const arrivalRule: LedgerRule = {
  edited: (writing, _ledger, id, before, patch) => {
    const amount = patch['amount'] ?? before['amount'] ?? 0;
    const currency = String(patch['currency'] ?? before['currency'] ?? 'CNY');
    if (BigInt(amount) === BigInt(before['amount'] ?? 0) && currency === before['currency']) return;
    const project = Number(before['project_id']);
    refuseOverContract(
      writing.db,
      project,
      storedRow(writing.db, ledgerNamed('project'), project),
      { id, amount: BigInt(amount), currency },
    );
    Object.assign(patch, unrecognisedArrivals(writing, id));
  },
};

/**
 * Takes away the cuts of an entry whose amount is about to change; answers what to write with it.
 */
export function unrecognisedArrivals(
  writing: Writing,
  arrival: number,
): { readonly recognised: null } {
  for (const cut of cutsOf(writing.db, arrival)) writing.remove('arrival_cut', cut.id);
  return { recognised: null };
}
