/**
 * A process of its own that does one long operation after another on a book, and says before each
 * which, and after each what the book then holds; the test looks at the folder in the middle of
 * them.
 */
import { copyFileSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { PlannedValues } from '../../main/services/imports/planned-values.ts';
import { join } from 'node:path';
import { closeDatabase, openDatabase, type Reader } from '../../main/data/open.ts';
import { backupFolder, listBackups, makeBackup } from '../../main/maintenance/backups.ts';
import { restoreBackup } from '../../main/maintenance/restore.ts';
import { closeMonth } from '../../main/services/progress/closing.ts';
import { editFigures } from '../../main/services/progress/figure-edit.ts';
import { editRecords } from '../../main/services/records/edit.ts';
import { takeBackListed } from '../../main/services/records/undo.ts';
import { publishScores } from '../../main/services/scoring/scores.ts';
import { recordRules } from '../../main/services/rules.ts';
import { commitImport } from '../../main/services/imports/imports.ts';
import { lastChange } from '../../main/data/records/history.ts';
import { unitByName } from '../../main/data/units/units.ts';
import { listIndicators } from '../../main/services/targets/indicators.ts';
import type { Book } from '../../main/services/book/book.ts';
import { digestOfBook } from './dump.ts';
import { seeded } from './seeded.ts';
import { officeOn } from './offices.ts';

const [folder = '', older = '', township = '', log = '', given = '1'] = process.argv.slice(2);
const next = seeded(Number(given));
const below = (most: number): number => Math.floor(next() * most);
const file = join(folder, 'county.db');
let at = 0;
const clock = (): Date => new Date(Date.UTC(2012, 9, 8, 2, 0, at));

const opened = (db: Reader): Book => {
  // pages spill into the log in the middle of an operation
  db.pragma('cache_size = 60');
  db.pragma('wal_autocheckpoint = 40');
  return { db, clock, who: '', changed: () => undefined, rules: recordRules, undoFloor: 0 };
};
let book = opened(openDatabase(file));

const told = openSync(log, 'a');
/**
 * The file is the truth of what had begun when the process was stopped; the other end of the pipe
 * only hears when to look.
 */
function say(line: string): void {
  writeSync(told, `${line}\n`);
  writeSync(1, `${line}\n`);
}
const ids = (table: string): readonly number[] =>
  book.db.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as readonly number[];

function importRecords(): void {
  const records = Array.from({ length: 250 }, (_, row) => ({
    table: 0,
    row: row + 1,
    values: new PlannedValues({
      name: `项目${at}-${row}`,
      total_investment: `${row + 1}.00`,
      progress: '主体工程基本完工，设备安装'.repeat(4),
    }),
    approximate: [],
    extra: {},
    credits: null,
    arrivals: [],
  }));
  commitImport(book, {
    file: `表${at}.xlsx`,
    ledger: 'project',
    tables: [{ file: '表.xlsx', sheet: 'Sheet1', columns: { name: 'A' } }],
    units: [{ name: `随表${at}镇`, kind: 'township' }],
    creates: records,
    changes: [],
    unchanged: 0,
    rejected: 0,

    told: null,
    profiles: [],
  });
}

function editMany(): void {
  const edits = ids('project')
    .slice(-300)
    .map((id) => ({ id, field: 'remark', value: `第${at}次改` }));
  editRecords(book, 'project', edits);
}

function typeMonth(month: number): void {
  const indicators = listIndicators(book).map((one) => one.id);
  const units = ids('unit').slice(1, 6);
  editFigures(book, {
    year: 2012,
    month,
    edits: indicators.flatMap((indicator) =>
      units.map((unit) => ({ unit, indicator, part: 'month' as const, text: `${at}`, keep: null })),
    ),
  });
}

/** The township reports again, each time with other figures. */
const lower = officeOn(openDatabase(township));
function report(): Uint8Array {
  const [indicator] = listIndicators(lower.book);
  const edit = { unit: unitByName(lower.book.db, '第1镇')?.id ?? 0, indicator: indicator?.id ?? 0 };
  editFigures(lower.book, {
    year: 2012,
    month: 9,
    edits: [{ ...edit, part: 'month', text: `${at}`, keep: null }],
  });
  return lower.report(2012, 9).bytes;
}

function restore(): void {
  const name = listBackups(folder).find(({ reason }) => reason === 'manual')?.name ?? '';
  closeDatabase(book.db);
  restoreBackup(folder, join(backupFolder(folder), name), clock);
  book = opened(openDatabase(file));
}

/** What may go before an operation without being part of it, and the operation. */
const OPERATIONS: Readonly<Record<string, () => () => void>> = {
  import: () => importRecords,
  edit: () => editMany,
  undo: () => {
    importRecords();
    const change = lastChange(book.db);
    return () => void takeBackListed(book, change);
  },
  figures: () => () => typeMonth(1 + below(8)),
  close: () => {
    const month = 1 + (at % 12);
    return () => void closeMonth(book, { year: 2012, month, note: null });
  },
  publish: () => () =>
    void publishScores(book, {
      year: 2012,
      kind: 'month',
      month: 1 + below(9),
      note: null,
      corrects: null,
    }),
  accept: () => {
    const bytes = report();
    const county = officeOn(book.db);
    return () => void county.accept(bytes, () => 'theirs');
  },
  backup: () => () => void makeBackup({ db: book.db, dataFolder: folder, clock }, 'manual'),
  restore: () => {
    makeBackup({ db: book.db, dataFolder: folder, clock }, 'manual');
    editMany();
    return restore;
  },
  migration: () => {
    const aside = join(folder, 'newest.db');
    closeDatabase(book.db);
    copyFileSync(file, aside);
    copyFileSync(older, file);
    return () => {
      book = opened(openDatabase(file));
    };
  },
};

/** The book of before the migration goes on; backups that piled up go. */
function tidy(name: string): void {
  if (name === 'migration') {
    closeDatabase(book.db);
    copyFileSync(join(folder, 'newest.db'), file);
    rmSync(join(folder, 'newest.db'));
    book = opened(openDatabase(file));
  }
  // the next round closes and publishes the same months again
  if (name === 'close' || name === 'publish') takeBackListed(book, lastChange(book.db));
  mkdirSync(backupFolder(folder), { recursive: true });
  for (const old of readdirSync(backupFolder(folder)).slice(0, -2))
    rmSync(join(backupFolder(folder), old));
  // the book stays as small as it was
  if (ids('project').length > 2500) removeSome();
}
function removeSome(): void {
  const change = book.db
    .prepare(
      "SELECT id FROM change WHERE label LIKE '导入%' AND undone_by IS NULL ORDER BY id DESC",
    )
    .pluck()
    .get();
  try {
    takeBackListed(book, Number(change));
  } catch {
    // others rest on it
  }
}

const names = Object.keys(OPERATIONS);
for (;;) {
  at += 1;
  const name = names[at % names.length] ?? '';
  const work = OPERATIONS[name]?.();
  // of a migration the book before is the one that was upgraded: it is told by what comes after
  say(`begin ${at} ${name} ${name === 'migration' ? '-' : digestOfBook(book.db)}`);
  work?.();
  say(`end ${at} ${name} ${digestOfBook(book.db)}`);
  tidy(name);
}
