/**
 * A look into a backup before anybody decides for it: a copy is opened and read, the backup and the
 * book stay as they are.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ownLedgers } from '../data/ledgers/own-ledgers.ts';
import { closeDatabase, copyForReading, openDatabase } from '../data/open.ts';
import { Fault } from '../domain/fault.ts';
import type { BackupInside, LedgerInside } from '../domain/keeping/backup.ts';
import type { Ledger } from '../domain/ledgers/field.ts';
import { ledgers, type AnyCode } from '../domain/ledgers/index.ts';
import type { Book } from '../services/book/book.ts';
import { BOOK_FILE } from '../services/book/save-file.ts';
import { countyOf } from '../services/book/session.ts';
import { recordPage, recordSummary } from '../services/records/query.ts';
import { listChanges } from '../services/records/undo.ts';
import { recordRules } from '../services/rules.ts';

const MOST_CHANGES = 100;
const MOST_NAMES = 200;

/** @throws Fault file.missing, database.* */
export function lookInside(backup: string, clock: () => Date): BackupInside {
  if (!existsSync(backup)) throw new Fault('file.missing', { file: basename(backup) });
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-look-'));
  try {
    const copy = join(folder, BOOK_FILE);
    copyForReading(backup, copy);
    // an older one is brought to today's form, in the copy
    const db = openDatabase(copy);
    try {
      return insideOf({
        db,
        clock,
        who: '',
        changed: () => undefined,
        undoFloor: 0,
        rules: recordRules,
      });
    } finally {
      closeDatabase(db);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const insideOf = (book: Book): BackupInside => ({
  county: countyOf(book),
  ledgers: [...Object.values(ledgers), ...ownLedgers(book.db).map(({ ledger }) => ledger)]
    .map((ledger) => ledgerInside(book, ledger))
    .filter(({ records }) => records > 0),
  changes: listChanges(book, { before: 0, limit: MOST_CHANGES, text: '' }),
});

function ledgerInside(book: Book, ledger: Ledger): LedgerInside {
  const query = {
    ledger: ledger.code as AnyCode,
    filters: [],
    search: '',
    sort: [],
    group: [],
  };
  const rows = recordPage(book, query, 0, MOST_NAMES);
  return {
    label: ledger.label,
    records: recordSummary(book, query).count,
    names: rows.map((row) => String(row[ledger.nameField] ?? row.id)),
  };
}
