/**
 * The whole book in open files (CSV): each table as it stands, each ledger under the names people
 * know, and what every column means.
 */
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { everyAttachment } from '../data/attachments/attachments.ts';
import { openColumns, openRows, openTables } from '../data/keeping/every-row.ts';
import { ownLedgers } from '../data/ledgers/own-ledgers.ts';
import { Fault } from '../domain/fault.ts';
import type { Exported } from '../domain/keeping/backup.ts';
import type { Field, Ledger } from '../domain/ledgers/field.ts';
import { ledgers, type AnyCode } from '../domain/ledgers/index.ts';
import { copyAttachment, type AttachedBook } from '../services/attachments/attachments.ts';
import type { Book } from '../services/book/book.ts';
import { BOOK_FILE } from '../services/book/save-file.ts';
import { allRows } from '../services/records/query.ts';

/** @throws Fault file.kept where the folder is a book's own, folder.unwritable */
export function exportBook({ book, folder: files }: AttachedBook, to: string): Exported {
  const folder = resolve(to);
  if (existsSync(join(folder, BOOK_FILE))) throw new Fault('file.kept', { file: folder });
  try {
    mkdirSync(join(folder, TABLES), { recursive: true });
    mkdirSync(join(folder, LEDGERS), { recursive: true });
  } catch {
    throw new Fault('folder.unwritable', { folder });
  }
  const tables = openTables(book.db).map((table) => {
    const columns = openColumns(book.db, table).map(({ name }) => name);
    return written(folder, join(TABLES, `${table}.csv`), columns, openRows(book.db, table));
  });
  const views = everyLedger(book).map((ledger) =>
    written(
      folder,
      join(LEDGERS, `${ledger.label}.csv`),
      ['编号', ...ledger.fields.map(headOf)],
      ledgerRows(book, ledger),
    ),
  );
  const dictionary = written(
    folder,
    '数据字典.csv',
    ['表', '列', '类型', '名称', '说明'],
    dictionaryRows(book),
  );
  const attached = everyAttachment(book.db);
  for (const { id } of attached)
    copyAttachment({ book, folder: files }, id, join(folder, ATTACHED, String(id)));
  return { folder, files: [...tables, ...views, dictionary] };
}

const TABLES = '数据表';
const LEDGERS = '台账';
/** each in a folder called like its number in the table of attachments: names repeat */
const ATTACHED = '附件';

const everyLedger = (book: Book): readonly Ledger[] => [
  ...Object.values(ledgers),
  ...ownLedgers(book.db).map((own) => own.ledger),
];

const headOf = (field: Field): string =>
  field.kind === 'money' ? `${field.label}（元）` : field.label;

function* ledgerRows(book: Book, ledger: Ledger): Generator<readonly (string | null)[]> {
  const code = ledger.code as AnyCode;
  for (const row of allRows(book, { ledger: code, filters: [], search: '', sort: [], group: [] }))
    yield [String(row.id), ...ledger.fields.map((field) => shown(field, row[field.code]))];
}

function shown(field: Field, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value);
  return field.kind === 'choice'
    ? (field.choices.find((one) => one.value === text)?.label ?? text)
    : text;
}

function* dictionaryRows(book: Book): Generator<readonly (string | null)[]> {
  const byTable = new Map(everyLedger(book).map((ledger) => [ledger.code as string, ledger]));
  for (const table of openTables(book.db)) {
    const ledger = byTable.get(table);
    for (const { name, type, names } of openColumns(book.db, table)) {
      const field = ledger?.fields.find((one) => one.code === name);
      yield [table, name, type, field?.label ?? null, meaning(field, names)];
    }
  }
}

function meaning(field: Field | undefined, names: string | null): string | null {
  if (names !== null) return `表“${names}”里那一行的编号`;
  switch (field?.kind) {
    case 'money':
      return '整数，单位是分';
    case 'decimal':
      return `整数，除以10的${field.scale}次方`;
    case 'unit':
      return '表“unit”里那一行的编号';
    case 'choice':
      return field.choices.map(({ value, label }) => `${value}＝${label}`).join('；');
    case 'text':
    case 'long':
    case 'phone':
    case 'day':
    case undefined:
      return null;
  }
}

/** Written beside and renamed into place. With the mark by which a spreadsheet knows UTF-8. */
function written(
  folder: string,
  name: string,
  heads: readonly string[],
  rows: Iterable<readonly (string | null)[]>,
): Exported['files'][number] {
  const beside = join(folder, `${name}.tmp`);
  const handle = openSync(beside, 'w', 0o600);
  let count = 0;
  try {
    writeSync(handle, `\uFEFF${lineOf(heads)}`);
    for (const row of rows) {
      writeSync(handle, lineOf(row));
      count += 1;
    }
  } finally {
    closeSync(handle);
  }
  renameSync(beside, join(folder, name));
  return { name, rows: count };
}

const lineOf = (cells: readonly (string | null)[]): string =>
  `${cells.map((cell) => (cell === null ? '' : /[",\r\n]/.test(cell) || cell === '' ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
