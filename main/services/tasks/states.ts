/**
 * Problems and tasks on their way to being closed: moves of state with date, person and note,
 * re-opening, extension.
 */
import type { Saved } from '../../../preload/contract/records.ts';
import { statesOf } from '../../data/tasks/states.ts';
import type { Writing } from '../../data/write.ts';
import type { SqlRow } from '../../data/rows.ts';
import { dayText, isDay, spanOf, surelyBefore } from '../../domain/days/day.ts';
import { Fault } from '../../domain/fault.ts';
import type { Ledger, Value } from '../../domain/ledgers/field.ts';
import { STATED, type Stated, type StatedCode } from '../../domain/tasks/states.ts';
import { command, type Book } from '../book/book.ts';
import { fieldNamed, ledgerNamed, storedRow } from '../records/query.ts';
import type { LedgerRule, Stored } from '../book/rule.ts';
import { sessionFacts } from '../book/session.ts';
import { readTyped } from '../records/typed.ts';

interface Move {
  readonly state: string;
  readonly date: Value;
  readonly who: Value;
  readonly note: Value;
}

/**
 * Moves records to a state. Closing sets the day on which it was done, re-opening takes that day
 * away; what was stays in the moves.
 */
export function setState(
  book: Book,
  input: {
    readonly ledger: StatedCode;
    readonly ids: readonly number[];
    readonly state: string;
    readonly date: Value;
    readonly who: Value;
    readonly note: Value;
  },
): Saved {
  const ledger = ledgerNamed(input.ledger);
  const label = labelOf(ledger, input.state);
  return command(
    book,
    `${input.ids.length}${ledger.noun}改为${label}`,
    [input.ledger],
    (writing) => {
      const date = dayTyped(book, writing, ledger, input.date);
      const moved = input.ids.filter((id) => move(writing, ledger, id, { ...input, date }));
      return { change: writing.change, ids: moved };
    },
  );
}

function move(writing: Writing, ledger: Ledger, id: number, to: Move): boolean {
  const before = storedRow(writing.db, ledger, id);
  if (before['state'] === to.state) return false;
  if (to.date !== null) refuseBackwards(writing, ledger, id, before, to);
  addEvent(writing, ledger, id, to);
  writing.update(ledger.code as StatedCode, id, {
    state: to.state,
    closed_date: to.state === 'closed' ? to.date : null,
  });
  return true;
}

/** Puts a later deadline; the first one is kept beside it. The reason is part of the record. */
export function extendDeadline(
  book: Book,
  input: {
    readonly ledger: StatedCode;
    readonly ids: readonly number[];
    readonly deadline: string;
    readonly date: Value;
    readonly who: Value;
    readonly note: string;
  },
): Saved {
  const ledger = ledgerNamed(input.ledger);
  if (input.note.trim() === '') throw new Fault('value.required', { field: '延期理由' });
  return command(book, `${input.ids.length}${ledger.noun}延期`, [input.ledger], (writing) => {
    const deadline = readTyped(
      writing.db,
      { ...fieldNamed(ledger, 'deadline'), required: true },
      input.deadline,
      { year: sessionFacts(book).year, currency: 'CNY' },
    ).value;
    const date = dayTyped(book, writing, ledger, input.date);
    for (const id of input.ids)
      extendOne(writing, ledger, id, {
        deadline: String(deadline),
        date,
        who: input.who,
        note: input.note.trim(),
      });
    return { change: writing.change, ids: input.ids };
  });
}

function extendOne(
  writing: Writing,
  ledger: Ledger,
  id: number,
  to: {
    readonly deadline: string;
    readonly date: Value;
    readonly who: Value;
    readonly note: string;
  },
): void {
  const before = storedRow(writing.db, ledger, id);
  if (before['state'] === 'closed')
    throw new Fault('state.closed', { record: String(before[ledger.nameField]) });
  const old = textOf(before, 'deadline');
  if (old !== null && spanOf(to.deadline).last <= spanOf(old).last)
    throw new Fault('deadline.earlier', { deadline: dayText(to.deadline), before: dayText(old) });
  const state = statedOf(ledger).states.some((one) => one.value === 'extended')
    ? 'extended'
    : String(before['state']);
  addEvent(writing, ledger, id, {
    state,
    date: to.date,
    who: to.who,
    note: to.note,
    deadline_before: old,
    deadline: to.deadline,
  });
  writing.update(ledger.code as StatedCode, id, {
    state,
    deadline: to.deadline,
    deadline_words: null,
    original_deadline: textOf(before, 'original_deadline') ?? old,
  });
}

/**
 * Looks again at problems that were struck off (复查): what passes stays closed with a note of it,
 * what does not is opened again with its reason. @throws Fault value.refused, value.required,
 * stage.backwards
 */
export function recheckRectification(
  book: Book,
  input: {
    readonly ids: readonly number[];
    readonly passed: boolean;
    readonly date: Value;
    readonly who: Value;
    readonly note: Value;
  },
): Saved {
  const ledger = ledgerNamed('rectification');
  if (!input.passed && (input.note ?? '').trim() === '')
    throw new Fault('value.required', { field: '不合格的原因' });
  return command(book, `复查${input.ids.length}${ledger.noun}`, ['rectification'], (writing) => {
    const date = dayTyped(book, writing, ledger, input.date);
    for (const id of input.ids) recheckOne(writing, ledger, id, { ...input, date });
    return { change: writing.change, ids: input.ids };
  });
}

function recheckOne(
  writing: Writing,
  ledger: Ledger,
  id: number,
  {
    passed,
    date,
    who,
    note,
  }: { readonly passed: boolean; readonly date: Value; readonly who: Value; readonly note: Value },
): void {
  const before = storedRow(writing.db, ledger, id);
  if (before['state'] !== 'closed')
    throw new Fault('value.refused', {
      problem: `“${String(before[ledger.nameField])}”尚未销号，无需复查。请在销号后登记`,
    });
  const event = {
    state: passed ? 'closed' : 'rectifying',
    date,
    who,
    note: [passed ? '复查合格' : '复查不合格', ...(note === null ? [] : [note])].join('：'),
  };
  if (date !== null) refuseBackwards(writing, ledger, id, before, event);
  addEvent(writing, ledger, id, event);
  writing.update('rectification', id, {
    recheck: `${date === null ? '' : dayText(date)}${event.note}`,
    ...(passed ? {} : { state: event.state, closed_date: null }),
  });
}

/**
 * A cell that is typed over moves the record too: its state takes or loses the closing day, a
 * closing day closes.
 */
export const stateRule: LedgerRule = {
  complete: (row, ledger) => {
    const { told, states } = statedOf(ledger);
    if ((row['state'] ?? null) === null)
      row['state'] = told({
        closed_date: textOf(row, 'closed_date'),
        progress: textOf(row, 'progress'),
      });
    if (!states.some((one) => one.value === row['state']))
      throw new RangeError(`${ledger.code} has no state ${row['state']}`);
  },
  created: (writing, ledger, id, row) => {
    if (row['state'] !== statedOf(ledger).states[0]?.value)
      addEvent(writing, ledger, id, {
        state: String(row['state']),
        date: row['state'] === 'closed' ? textOf(row, 'closed_date') : null,
        who: null,
        note: null,
      });
  },
  edited: (writing, ledger, id, before, patch) => {
    if (patch['state'] === null) delete patch['state'];
    if (patch['state'] === undefined) {
      const news = newsOf(ledger, before, patch);
      if (news !== null) patch['state'] = news;
    }
    const state = patch['state'];
    if (state === undefined || state === before['state']) return;
    if (state !== 'closed') patch['closed_date'] = null;
    addEvent(writing, ledger, id, {
      state: String(state),
      date: state === 'closed' ? textOf({ ...before, ...patch }, 'closed_date') : null,
      who: null,
      note: null,
    });
  },
};

/**
 * A state further on that the newly written closing day or progress tells; never one further back.
 */
function newsOf(ledger: Ledger, before: Stored, patch: Stored): string | null {
  if (patch['closed_date'] === undefined && patch['progress'] === undefined) return null;
  const { told, states } = statedOf(ledger);
  const after = { ...before, ...patch };
  const state = told({
    closed_date: textOf(after, 'closed_date'),
    progress: textOf(after, 'progress'),
  });
  const place = (value: unknown): number => states.findIndex((one) => one.value === value);
  return place(state) > place(before['state']) ? state : null;
}

function refuseBackwards(
  writing: Writing,
  ledger: Ledger,
  id: number,
  before: Stored,
  to: Move,
): void {
  const date = to.date ?? '';
  if (!isDay(date)) return;
  const begins = fieldNamed(ledger, statedOf(ledger).begins);
  const begun = textOf(before, begins.code);
  const past = [
    ...(begun === null ? [] : [{ label: begins.label, date: begun }]),
    ...statesOf(writing.db, ledger.code, id).flatMap((event) =>
      event.date === null ? [] : [{ label: labelOf(ledger, event.state), date: event.date }],
    ),
  ];
  const later = past.findLast((one) => surelyBefore(date, one.date));
  if (later !== undefined)
    throw new Fault('stage.backwards', {
      stage: labelOf(ledger, to.state),
      date: dayText(date),
      after: `${later.label}${dayText(later.date)}`,
    });
}

const addEvent = (
  writing: Writing,
  ledger: Ledger,
  id: number,
  event: Move & { readonly deadline_before?: Value; readonly deadline?: Value },
): number =>
  writing.insert('state_event', {
    ledger: ledger.code,
    record_id: id,
    state: event.state,
    date: event.date,
    who: event.who,
    note: event.note,
    deadline_before: event.deadline_before ?? null,
    deadline: event.deadline ?? null,
  } satisfies SqlRow);

const statedOf = (ledger: Ledger): Stated => STATED[ledger.code as StatedCode];

function labelOf(ledger: Ledger, state: string): string {
  const found = statedOf(ledger).states.find((one) => one.value === state);
  if (found === undefined)
    throw new Fault('value.unreadable', {
      field: fieldNamed(ledger, 'state').label,
      seen: state,
      want: '列出的状态之一',
    });
  return found.label;
}

const dayTyped = (book: Book, writing: Writing, ledger: Ledger, text: Value): Value =>
  text === null
    ? null
    : readTyped(writing.db, fieldNamed(ledger, 'closed_date'), text, {
        year: sessionFacts(book).year,
        currency: 'CNY',
      }).value;

const textOf = (row: Stored, code: string): string | null =>
  typeof row[code] === 'string' ? row[code] : null;
