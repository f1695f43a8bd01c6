/**
 * The book in open files: another reader of CSV finds every row and value, Chinese heads where
 * people look, what each column means, and no secret.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../main/command-line/run.ts';
import { closeDatabase, openDatabase } from '../../main/data/open.ts';
import { countyOffice, openOffices } from '../helpers/offices.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import { testBook } from '../helpers/book.ts';
import { scratch } from '../reporting/paper.ts';

const READ =
  'import csv,json,sys; print(json.dumps(list(csv.reader(open(sys.argv[1],encoding="utf-8-sig",newline="")))))';
const csv = (file: string): readonly (readonly string[])[] =>
  JSON.parse(
    execFileSync('/usr/bin/python3', ['-c', READ, file], { encoding: 'utf8' }),
  ) as readonly (readonly string[])[];

test('every table and ledger is written, its words as they are, and the dictionary says what the columns mean', async () => {
  const book = testBook(['城关镇']);
  const name = '海泰"新能"，\n二期,扩建';
  createRecord(book, 'project', [{ name, total_investment: '1200.5', introducer: '城关镇' }]);
  closeDatabase(book.db);
  const out = join(scratch(), '导出');
  const { code, err } = await runCommand(['export', '--data', book.folder, '--out', out]);
  expect([code, err]).toEqual([0, '']);
  const table = csv(join(out, '数据表', 'project.csv'));
  const at = (column: string): string => table[1]?.[table[0]?.indexOf(column) ?? -1] ?? '';
  expect([table.length, at('name'), at('total_investment')]).toEqual([2, name, '1200500000']);
  const ledger = csv(join(out, '台账', '项目台账.csv'));
  const under = (head: string): string => ledger[1]?.[ledger[0]?.indexOf(head) ?? -1] ?? '';
  expect([under('项目名称'), under('引进单位'), under('总投资（元）')]).toEqual([
    name,
    '城关镇',
    '12005000.00',
  ]);
  const dictionary = csv(join(out, '数据字典.csv'));
  expect(
    dictionary.find(([of, column]) => of === 'project' && column === 'total_investment'),
  ).toEqual(['project', 'total_investment', 'INTEGER', '总投资', '整数，单位是分']);
  // every table that has rows of the office's own is there
  const db = openDatabase(join(book.folder, 'county.db'));
  const tables = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('unit', 'change', 'audit', 'setting', 'figure', 'target')",
    )
    .pluck()
    .all() as string[];
  closeDatabase(db);
  expect(tables.map((one) => [one, existsSync(join(out, '数据表', `${one}.csv`))])).toEqual(
    tables.map((one) => [one, true]),
  );
});

test('the key that signs in the book’s name is in no open file; the book’s own folder is no place for them', async () => {
  const offices = openOffices();
  const office = countyOffice(offices, ['甲镇']);
  office.task({ unit: 2, indicators: [] });
  const data = join(scratch(), '账');
  mkdirSync(data);
  office.book.db.prepare('VACUUM INTO ?').run(join(data, 'county.db'));
  offices.close();
  const out = join(scratch(), '导出');
  expect((await runCommand(['export', '--data', data, '--out', out])).code).toBe(0);
  const settings = readFileSync(join(out, '数据表', 'setting.csv'), 'utf8');
  expect([settings.includes('bookName'), settings.includes('PRIVATE KEY')]).toEqual([true, false]);
  expect((await runCommand(['export', '--data', data, '--out', data])).code).toBe(1);
  expect((await runCommand(['export', '--data', data, '--out', out, '--format', 'xml'])).code).toBe(
    2,
  );
});
