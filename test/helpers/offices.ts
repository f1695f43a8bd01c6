/**
 * Books of several offices for tests of exchange: opened on folders of their own, their packages
 * handed over as bytes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

import { openDatabase, type Reader } from '../../main/data/open.ts';
import { openPackage, sealPackage, type SealedPackage } from '../../main/exchange/format.ts';
import type { ReadPackage } from '../../main/domain/exchange/package.ts';
import type { MergeSide } from '../../main/domain/exchange/row.ts';
import type { Book } from '../../main/services/book/book.ts';
import { beginBook } from '../../main/services/book/session.ts';
import { recordRules } from '../../main/services/rules.ts';
import type { AskedQuestion } from '../../main/services/exchange/judge.ts';
import {
  acceptPackage,
  beginFromPackage,
  viewPackage,
  type Accepted,
  type PackageView,
} from '../../main/services/exchange/receive.ts';
import {
  sendReport,
  sendReturn,
  sendTask,
  type TaskInput,
} from '../../main/services/exchange/send.ts';

export interface Office {
  readonly book: Book;
  at: string;
  task(input: Partial<TaskInput> & Pick<TaskInput, 'unit' | 'indicators'>): SealedPackage;
  report(year: number, month: number): SealedPackage;
  giveBack(
    unit: number,
    year: number,
    month: number,
    cells: readonly { readonly indicator: number | null; readonly reason: string }[],
  ): SealedPackage;
  begin(bytes: Uint8Array): Accepted;
  view(bytes: Uint8Array, decide?: (question: AskedQuestion) => MergeSide | undefined): PackageView;
  accept(bytes: Uint8Array, decide?: (question: AskedQuestion) => MergeSide | undefined): Accepted;
}
export interface Offices {
  readonly folder: string;
  open(): Office;
  /** those opened so far; more may be opened after */
  closeBooks(): void;
  close(): void;
}

const PROGRAM = { program: '1.0.0' };

/**
 * Opens books as they are asked for, in memory: an empty one is copied, for making one takes long.
 */
export function openOffices(): Offices {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-offices-'));
  const made = openDatabase(join(folder, 'empty.db'));
  made.pragma('journal_mode = DELETE');
  const empty = made.serialize();
  made.close();
  const opened: Database.Database[] = [];
  const closeBooks = (): void => {
    for (const db of opened.splice(0)) db.close();
  };
  return {
    folder,
    open() {
      const db = new Database(empty);
      db.pragma('foreign_keys = ON');
      opened.push(db);
      return officeOn(db as Reader);
    },
    closeBooks,
    close() {
      closeBooks();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The office whose book is open there. */
export function officeOn(db: Reader): Office {
  const office = { at: '2012-10-08T02:00:00Z' };
  const book: Book = {
    db,
    clock: () => new Date(office.at),
    who: '王敏',
    changed: () => undefined,
    rules: recordRules,
    undoFloor: 0,
  };
  const read = (bytes: Uint8Array): ReadPackage => openPackage(bytes, '包.zip');
  const none = (): undefined => undefined;
  return Object.assign(office, {
    book,
    task: (input: Partial<TaskInput> & Pick<TaskInput, 'unit' | 'indicators'>) =>
      sendTask(
        { book, ...PROGRAM },
        { year: 2012, month: 9, due: null, ledgers: [], hard: [], note: null, ...input },
        sealPackage,
      ),
    report: (year: number, month: number) =>
      sendReport({ book, ...PROGRAM }, { year, month, notes: [] }, sealPackage),
    giveBack: (
      unit: number,
      year: number,
      month: number,
      cells: Parameters<Office['giveBack']>[3],
    ) => sendReturn({ book, ...PROGRAM }, { unit, year, month, cells }, sealPackage),
    begin: (bytes: Uint8Array) => beginFromPackage(book, read(bytes), '包.zip'),
    view: (bytes: Uint8Array, decide: Parameters<Office['view']>[1] = none) =>
      viewPackage(book, read(bytes), '包.zip', decide),
    accept: (bytes: Uint8Array, decide: Parameters<Office['accept']>[1] = none) =>
      acceptPackage(book, {
        read: read(bytes),
        file: '包.zip',
        decisions: decide,
        takesKey: false,
      }),
  });
}

/** 示例县 with its townships, an indicator each of the given names, in its first months. */
export function countyOffice(offices: Offices, townships: readonly string[]): Office {
  const office = offices.open();
  beginBook(office.book, {
    county: '示例县',
    year: 2012,
    units: townships.map((name) => ({ name, kind: 'township' as const })),
    sample: false,
  });
  return office;
}
