/**
 * What a record of a user's ledger does beside its columns: its checks are held, its status moves
 * as allowed.
 */
import type { Saved } from '../../../preload/contract/records.ts';
import { storedOf, wireOf } from '../../data/ledgers/columns.ts';
import type { Reader } from '../../data/open.ts';
import { nameWith } from '../../data/records/names.ts';
import type { Writing } from '../../data/write.ts';
import { Fault } from '../../domain/fault.ts';
import { fieldOf, type Field, type Ledger, type Value } from '../../domain/ledgers/field.ts';
import { computedValue } from '../../domain/ledgers/own-formula.ts';
import type { SqlValue } from '../../data/rows.ts';
import type { OwnCode } from '../../domain/ledgers/own-code.ts';
import { mayMove, refusalOf, uniqueFields } from '../../domain/ledgers/own-checks.ts';
import { command, type Book } from '../book/book.ts';
import { ledgerNamed, storedRow } from '../records/query.ts';
import type { Patch, LedgerRule, Stored } from '../book/rule.ts';
import { sessionFacts } from '../book/session.ts';
import { readTyped } from '../records/typed.ts';

/** A status that nobody gave is the first of its choices. */
export const ownRule: LedgerRule = {
  complete: (row, ledger) => {
    const status = ledger.own?.status ?? null;
    const [first] = ledger.own?.fields.find((field) => field.code === status?.field)?.choices ?? [];
    if (status !== null && first !== undefined && (row[status.field] ?? null) === null)
      row[status.field] = first;
    Object.assign(row, computedIn(ledger, row));
  },
  edited: (writing, ledger, id, before, patch) => {
    Object.assign(patch, computedIn(ledger, { ...before, ...patch }));
    const moved = movedTo(ledger, before, patch);
    if (moved !== null)
      noteMove(writing, ledger, id, { state: moved, date: null, who: null, note: null });
  },
  check: refuseUnsound,
};

/** What the ledger's formulas come to in a row, as stored. */
export function computedIn({ own, fields }: Ledger, row: Stored): Patch {
  const patch: Patch = {};
  for (const field of own?.fields ?? []) {
    const place = fields.find((one) => one.code === field.code);
    if (field.formula === null || own === undefined || place === undefined) continue;
    const figures = (code: string): Value => {
      const [one, stored] = [fields.find((other) => other.code === code), row[code] ?? null];
      return one === undefined ? null : wireOf(one, wholeNumber(stored));
    };
    patch[field.code] = storedOf(place, computedValue(field, own.fields, figures));
  }
  return patch;
}
const wholeNumber = (value: SqlValue): SqlValue =>
  typeof value === 'number' ? BigInt(value) : value;

/**
 * The choice that the status goes to; null where it stays. @throws Fault value.refused for a move
 * that is not allowed
 */
function movedTo({ own, nameField }: Ledger, before: Stored, patch: Patch): string | null {
  const status = own?.status ?? null;
  if (
    status === null ||
    patch[status.field] === undefined ||
    patch[status.field] === before[status.field]
  )
    return null;
  const [from, to] = [before[status.field] ?? null, patch[status.field] ?? null];
  if (to === null)
    throw new Fault('value.refused', {
      problem: `“${String(before[nameField])}”的状态不能空着，选一个`,
    });
  if (mayMove(status, from === null ? null : String(from), String(to))) return String(to);
  const allowed = status.moves[String(from)] ?? [];
  throw new Fault('value.refused', {
    problem: `“${String(before[nameField])}”是${String(from)}，不能直接改成${String(to)}。${allowed.length === 0 ? '这个状态不能再改' : `可以改成${allowed.join('、')}`}`,
  });
}

interface Move {
  readonly state: string;
  readonly date: Value;
  readonly who: Value;
  readonly note: Value;
}
const noteMove = (writing: Writing, ledger: Ledger, id: number, move: Move): number =>
  writing.insert('state_event', {
    ledger: ledger.code,
    record_id: id,
    state: move.state,
    date: move.date,
    who: move.who,
    note: move.note,
    deadline_before: null,
    deadline: null,
  });

/**
 * Moves records of a user's ledger to a choice of its status, all with one date, person and note;
 * those already there stay. @throws Fault ledger.wrong without a status, value.refused
 */
export function setOwnState(
  book: Book,
  input: Move & { readonly ledger: OwnCode; readonly ids: readonly number[] },
): Saved {
  const ledger = ledgerNamed(input.ledger, book.db);
  const status = ledger.own?.status ?? null;
  if (status === null)
    throw new Fault('ledger.wrong', {
      problem: `“${ledger.label}”未设状态，请先在台账设计中选择状态字段`,
    });
  const year = sessionFacts(book).year;
  return command(
    book,
    `${input.ids.length}${ledger.noun}改为${input.state}`,
    [input.ledger],
    (writing) => {
      const state = readTyped(writing.db, fieldOf(ledger, status.field), input.state, {
        year,
        currency: 'CNY',
      }).value;
      const date = readTyped(writing.db, MOVED_ON, input.date, { year, currency: 'CNY' }).value;
      const ids = input.ids.filter((id) => {
        const moved = movedTo(ledger, storedRow(writing.db, ledger, id), { [status.field]: state });
        if (moved === null) return false;
        noteMove(writing, ledger, id, { ...input, state: moved, date });
        return writing.update(input.ledger, id, { [status.field]: moved });
      });
      return { change: writing.change, ids };
    },
  );
}
const MOVED_ON: Field = { code: 'date', label: '日期', synonyms: [], kind: 'day', width: 0 };

/**
 * Why an imported row of a user's ledger cannot be written, as a sentence: a value that another
 * record has, a move of the status that is not allowed.
 */
export function refusedRow(
  db: Reader,
  ledger: Ledger,
  values: { get(code: string): Value },
  before: { readonly id: number; readonly values: Readonly<Record<string, Value>> } | null,
): string | null {
  if (ledger.own === undefined) return null;
  const { status } = ledger.own;
  const [from, to] = [before?.values[status?.field ?? ''] ?? null, values.get(status?.field ?? '')];
  if (status !== null && !mayMove(status, from, to)) return `台账里是${from}，不能直接改成${to}。`;
  for (const field of uniqueFields(ledger.own)) {
    const value = values.get(field.code);
    const other = nameWith(
      db,
      ledger,
      field.code,
      value === null ? null : storedOf(fieldOf(ledger, field.code), value),
      before?.id ?? null,
    );
    if (other !== null) return `${field.label}“${value}”已经是“${other}”的，不能重复。`;
  }
  return null;
}

/** Refuses what somebody typed. @throws Fault value.refused */
function refuseUnsound(db: Reader, ledger: Ledger, id: number | null, patch: Stored): void {
  if (ledger.own === undefined) return;
  for (const field of ledger.own.fields) {
    const value = patch[field.code] ?? null;
    if (value === null || field.hidden) continue;
    const refusal = refusalOf(field, wireOf(fieldOf(ledger, field.code), wholeNumber(value)));
    if (refusal !== null) throw new Fault('value.refused', { problem: `${refusal}，请改正后保存` });
  }
  for (const field of uniqueFields(ledger.own)) {
    const other = nameWith(db, ledger, field.code, patch[field.code] ?? null, id);
    if (other !== null)
      throw new Fault('value.refused', {
        problem: `${field.label}“${String(patch[field.code])}”已经是“${other}”的，不能重复`,
      });
  }
}
