/**
 * Ctrl+Z and Ctrl+Y over everything that was written: the newest change in force is taken back, or
 * brought back.
 */
import { labelIn } from '../../data/ledgers/kept-definition.ts';
import { nameOfYearRow } from '../../data/targets/year-names.ts';
import {
  changeLines,
  isPublic,
  markGoneBack,
  newestInForce,
  newestTakenBack,
  putInForce,
  unmarkGoneBack,
} from '../../data/records/changes.ts';
import { lastChange, recordOfPart, valueEver } from '../../data/records/history.ts';
import {
  countWritten,
  restingOn,
  reverseChange,
  reverseSince,
  RowInTheWay,
} from '../../data/records/undo.ts';
import type { AuditedTable } from '../../data/audited-tables.ts';
import type { Reader } from '../../data/open.ts';
import { transaction } from '../../data/open.ts';
import { nameOfSetting } from '../../data/settings.ts';
import type { ChangeLine, ChangesAsked } from '../../domain/change-line.ts';
import { Fault } from '../../domain/fault.ts';
import { LEDGER_CODES } from '../../domain/ledgers/index.ts';
import { ledgerIn, ownLedgers } from '../../data/ledgers/own-ledgers.ts';
import { now, type Area, type Book } from '../book/book.ts';

/** Everything that a page may show of the book. */
export const everyArea = (db: Reader): readonly Area[] => [
  'session',
  ...LEDGER_CODES,
  'ledgers',
  'imports',
  'indicator',
  'target',
  'figure',
  'score',
  'reward',
  ...ownLedgers(db).map((own) => own.code),
];
/**
 * The first start is the book itself: it is thrown away by its own button, not by taking it back.
 */
const FIRST = 1;

/**
 * Ctrl+Z: the newest change since the program was opened. @throws Fault undo.nothing;
 * undo.ownButton for what others may have acted on already; undo.changedLater
 */
export function undoChange(book: Book): { records: number; label: string } {
  const last = newestInForce(book.db, Math.max(book.undoFloor, FIRST));
  if (last === null) throw new Fault('undo.nothing', {});
  if (isPublic(book.db, last.id))
    throw new Fault('undo.ownButton', { label: last.label, where: '设置里的“修改记录”' });
  return { records: takeBackChange(book, last.id), label: last.label };
}

/** Days are those of this PC's clock, as the list shows them. */
export const listChanges = (
  book: Book,
  { from, to, ...asked }: ChangesAsked,
): readonly ChangeLine[] =>
  changeLines(book.db, {
    ...asked,
    ...(from === undefined ? {} : { since: startOfDay(from, 0) }),
    ...(to === undefined ? {} : { until: startOfDay(to, 1) }),
  });

function startOfDay(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

/**
 * Takes back the change that the user pointed at in the list. @throws Fault undo.nothing for one
 * that is not in force or began the book; undo.changedLater
 */
export function takeBackListed(
  book: Book,
  id: number,
): { readonly records: number; readonly label: string } {
  const line = changeLines(book.db, { before: id + 1, limit: 1, text: '' })[0];
  if (line === undefined || line.id !== id || line.undone || line.undoing || id <= FIRST)
    throw new Fault('undo.nothing', {});
  return { records: takeBackChange(book, id), label: line.label };
}

/**
 * 回到这一刻: the book as it was right after a change, as one new change that can itself be taken
 * back. @throws Fault undo.nothing where nothing came after
 */
export function goBackTo(book: Book, id: number): { readonly label: string } {
  const line = changeLines(book.db, { before: id + 1, limit: 1, text: '' })[0];
  if (line === undefined || line.id !== id || lastChange(book.db) === id)
    throw new Fault('undo.nothing', {});
  const label = `回到“${line.label}”之后`;
  transaction(book.db, (tx) => {
    const change = reverseSince(tx, id, { at: now(book), who: book.who, label });
    markGoneBack(tx, id, change);
  });
  book.changed(everyArea(book.db));
  return { label };
}

export function redoChange(book: Book): { records: number; label: string } {
  const last = newestTakenBack(book.db);
  if (last === null) throw new Fault('undo.nothing', {});
  const records = transaction(book.db, (tx) => {
    const count = recordsOf(tx, last.id);
    reverseChange(tx, last.id, { at: now(book), who: book.who, label: `恢复：${last.label}` });
    putInForce(tx, last.id);
    return count;
  });
  book.changed(everyArea(book.db));
  return { records, label: last.label };
}

/**
 * Takes back one change, whichever; answers how many records it had touched. @throws Fault
 * undo.changedLater
 */
export function takeBackChange(book: Book, change: number): number {
  const records = transaction(book.db, (tx) => {
    const [record] = undoBlockers(tx, change);
    if (record !== undefined) throw new Fault('undo.changedLater', { record });
    const count = recordsOf(tx, change);
    try {
      reverseChange(tx, change, { at: now(book), who: book.who, label: '撤销' });
    } catch (error) {
      if (!(error instanceof RowInTheWay)) throw error;
      throw new Fault('undo.changedLater', { record: nameOf(tx, error.row.table, error.row.id) });
    }
    unmarkGoneBack(tx, change);
    return count;
  });
  book.changed(everyArea(book.db));
  return records;
}

/** Names of records that a later change rests on; at most 20. */
export function undoBlockers(db: Reader, change: number): readonly string[] {
  return [...new Set(restingOn(db, change).map((row) => nameOf(db, row.table, row.id)))];
}

/** Arrivals belong to their project and are not counted beside it. */
const RECORD_TABLES: readonly AuditedTable[] = [
  'own_ledger',
  ...LEDGER_CODES.filter((code) => code !== 'arrival'),
  'indicator',
  'target',
  'figure',
  'rival_figure',
  'scheme',
  'score_event',
  'post_term',
  'score_publication',
  'score_objection',
  'reward_book',
  'reward',
  'reward_instalment',
];
const recordsOf = (db: Reader, change: number): number =>
  countWritten(db, change, [...RECORD_TABLES, ...ownLedgers(db).map((own) => own.code)]);

const OF_PROJECT: ReadonlySet<AuditedTable> = new Set([
  'stage_event',
  'credit',
  'arrival',
  'milestone',
  'project_year',
  'project_month',
  'project_problem',
]);

function nameOf(db: Reader, table: AuditedTable, id: number): string {
  const ofYear = nameOfYearRow(db, table, id);
  if (ofYear !== null) return ofYear;
  if (table === 'attachment') return `附件“${valueEver(db, table, id, 'name')}”`;
  if (table === 'state_event' || table === 'chase') {
    const record = recordOfPart(db, table, id);
    return record === null ? `${id}` : nameOf(db, record.ledger, record.id);
  }
  if (table === 'task_milestone' || table === 'task_note')
    return nameOf(db, 'task', Number(valueEver(db, table, id, 'task_id')));
  if (table === 'meeting_item') return String(valueEver(db, table, id, 'topic') ?? id);
  if (table === 'promotion_event' || table === 'meeting')
    return String(valueEver(db, table, id, 'name') ?? id);
  if (table === 'talk') return String(valueEver(db, table, id, 'content') ?? id);
  if (table === 'arrival_cut')
    return nameOf(db, 'arrival', Number(valueEver(db, table, id, 'arrival_id')));
  if (table === 'gate') return `${valueEver(db, table, id, 'park') || '其他园区'}准入条件`;
  if (table === 'exchange_rate') return `${valueEver(db, table, id, 'year')}年汇率`;
  if (table === 'setting') return nameOfSetting(valueEver(db, table, id, 'key'));
  if (table === 'saved_view') return `视图“${valueEver(db, table, id, 'name')}”`;
  if (table === 'profile') return `记住的表“${valueEver(db, table, id, 'name')}”`;
  const ofProject = OF_PROJECT.has(table);
  if (table === 'own_ledger')
    return `台账“${labelIn(String(valueEver(db, table, id, 'definition') ?? '')) ?? id}”`;
  const ledger = ledgerIn(db, ofProject ? 'project' : table);
  const key = ofProject ? valueEver(db, table, id, 'project_id') : id;
  if (ledger === null || key === null) return `${id}`;
  return String(valueEver(db, ledger.code as AuditedTable, Number(key), ledger.nameField) ?? id);
}
