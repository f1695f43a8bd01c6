/**
 * A book in a temporary folder for tests of services, a dump of what it holds, and the fault that a
 * call ends in.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { closeDatabase, openDatabase, type Reader } from '../../main/data/open.ts';
import { Fault } from '../../main/domain/fault.ts';
import { LEDGER_CODES } from '../../main/domain/ledgers/index.ts';
import { recordRules } from '../../main/services/rules.ts';
import type { Book } from '../../main/services/book/book.ts';
import { listChanges, takeBackListed } from '../../main/services/records/undo.ts';
import { beginBook } from '../../main/services/book/session.ts';

export interface TestBook extends Book {
  readonly folder: string;
  readonly heard: string[];
}

let empty: Buffer | null = null;
/** A new book as a file's bytes: making its tables takes six times as long as copying them. */
function emptyBook(): Buffer {
  if (empty !== null) return empty;
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-empty-'));
  const file = join(folder, 'county.db');
  closeDatabase(openDatabase(file));
  empty = readFileSync(file);
  rmSync(folder, { recursive: true });
  return empty;
}

/** An opened book of 示例县 2012 with the named units; gone when the test is. */
export function testBook(units: readonly string[] = []): TestBook {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-test-'));
  const book = bookIn(folder, units);
  onTestFinished(() => {
    if (book.db.open) closeDatabase(book.db);
    rmSync(folder, { recursive: true, force: true });
  });
  return book;
}

/** The same in a folder of the caller's, who closes it. */
export function bookIn(folder: string, units: readonly string[]): TestBook {
  writeFileSync(join(folder, 'county.db'), emptyBook());
  const db = openDatabase(join(folder, 'county.db'));
  const heard: string[] = [];
  const book: TestBook = {
    db,
    folder,
    heard,
    clock: () => new Date('2012-10-08T02:00:00Z'),
    who: '王敏',
    changed: (areas) => heard.push(...areas),
    rules: recordRules,
    undoFloor: 0,
  };
  beginBook(book, {
    county: '示例县',
    year: 2012,
    units: units.map((name) => ({ name, kind: 'department' })),
    sample: false,
  });
  return book;
}

/**
 * The newest change in force is taken back as its line in the list of changes does it, whatever it
 * is.
 */
export function takeBackNewest(book: Book): void {
  const line = listChanges(book, { before: 0, limit: 200, text: '' }).find(
    (one) => !one.undone && !one.undoing,
  );
  takeBackListed(book, line?.id ?? 0);
}

const CONTENT = [
  'own_ledger',
  ...LEDGER_CODES,
  'stage_event',
  'state_event',
  'credit',
  'arrival_cut',
  'milestone',
  'project_year',
  'project_month',
  'project_problem',
  'project_merge',
  'talk',
  'promotion_event',
  'task_milestone',
  'task_note',
  'chase',
  'meeting',
  'meeting_item',
  'attachment',
  'gate',
  'exchange_rate',
  'indicator',
  'target_version',
  'target',
  'figure',
  'month_close',
  'published',
  'correction',
  'rival',
  'rival_figure',
  'scheme',
  'score_event',
  'score_publication',
  'score_objection',
].map((table) => [table, `SELECT * FROM ${table} ORDER BY id`] as const);
/** What imports left beside the rows; of those taken back it counts for nothing. */
const OF_IMPORTS = ['origin', 'profile'].map(
  (table) =>
    [
      table,
      `SELECT ${table}.* FROM ${table} JOIN import ON import.id = ${table}.import_id JOIN change ON change.id = change_id WHERE undone_by IS NULL ORDER BY 1, 2, 3`,
    ] as const,
);

/** Every row of the user's tables, as text, for comparing before with after. */
export function contentOf(db: Reader): Record<string, unknown[]> {
  return Object.fromEntries(
    [...CONTENT, ...OF_IMPORTS].map(([table, sql]) => [
      table,
      db
        .prepare(sql)
        .safeIntegers(true)
        .raw()
        .all()
        .map((row) => (row as unknown[]).map(String)),
    ]),
  );
}

/** The code of the fault that `work` throws; "none" where it throws none. */
export function faultOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
  return 'none';
}
