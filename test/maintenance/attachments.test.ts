/**
 * Files of records: copied, named safely, undone, carried by every backup and brought back, held
 * against the book, taken along.
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../main/command-line/run.ts';
import { closeDatabase } from '../../main/data/open.ts';
import { attachmentName, freeAttachmentName } from '../../main/domain/keeping/attachment.ts';
import {
  backupFolder,
  listBackups,
  makeBackup,
  setSecondPlace,
} from '../../main/maintenance/backups.ts';
import { checkBook } from '../../main/maintenance/check.ts';
import { restoreBackup } from '../../main/maintenance/restore.ts';
import { salvageBook } from '../../main/maintenance/salvage.ts';
import {
  addAttachments,
  copyAttachment,
  copyToOpen,
  listAttachments,
  pictureOf,
  removeAttachment,
} from '../../main/services/attachments/attachments.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import { takeBackChange } from '../../main/services/records/undo.ts';
import { openDatabase } from '../../main/data/open.ts';
import { faultOf, testBook, type TestBook } from '../helpers/book.ts';
import { scratch } from '../reporting/paper.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const OF = { ledger: 'project', id: 1 } as const;
const clock = (): Date => new Date('2012-10-08T02:00:00Z');
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

function attachedBook(): TestBook & {
  readonly file: (name: string, content: string | Buffer) => string;
} {
  const book = testBook(['城关镇']);
  createRecord(book, 'project', [{ name: '海泰新能' }, { name: '瑞熙钛业' }]);
  const from = scratch();
  return Object.assign(book, {
    file: (name: string, content: string | Buffer): string => {
      writeFileSync(join(from, name), content);
      return join(from, name);
    },
  });
}
const attached = (book: TestBook) => ({ book, folder: book.folder });
const kept = (book: TestBook) => ({ db: book.db, dataFolder: book.folder, clock });
const names = (book: TestBook, id = 1): readonly string[] =>
  listAttachments(attached(book), { ledger: 'project', id }).map(({ name }) => name);

test('a file is copied under the hash of its content, for its owner alone, and stays when the original goes', () => {
  const book = attachedBook();
  const file = book.file('现场照片.png', PNG);
  addAttachments(attached(book), OF, [file]);
  rmSync(file);
  const stored = join(book.folder, 'attachments', sha256(PNG));
  expect(readFileSync(stored).equals(PNG)).toBe(true);
  expect((statSync(stored).mode & 0o777).toString(8)).toBe('600');
  expect(listAttachments(attached(book), OF)).toMatchObject([
    { name: '现场照片.png', bytes: PNG.length, isPicture: true, isMissing: false },
  ]);
  expect(pictureOf(attached(book), 1)).toEqual({
    name: '现场照片.png',
    type: 'image/png',
    data: PNG.toString('base64'),
  });
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\Windows\\win.ini', 'win.ini'],
  ['/', '附件'],
  ['..', '附件'],
  ['批\u0000复\u202Efdp.docx', '批复fdp.docx'],
  ['CON.txt', '_CON.txt'],
  ['会议:纪要?.docx', '会议_纪要_.docx'],
  [`${'长'.repeat(200)}.pdf`, `${'长'.repeat(65)}.pdf`],
])('the name %j is kept as %j', (wanted, name) => {
  expect(attachmentName(wanted)).toBe(name);
});

test('names of one record differ, the same content is taken once', () => {
  const book = attachedBook();
  addAttachments(attached(book), OF, [book.file('批复.txt', '甲')]);
  addAttachments(attached(book), OF, [book.file('批复.txt', '乙')]);
  expect(names(book)).toEqual(['批复.txt', '批复（2）.txt']);
  expect(freeAttachmentName('批复.TXT', ['批复.txt'])).toBe('批复（2）.TXT');
  expect(faultOf(() => addAttachments(attached(book), OF, [book.file('别名.txt', '甲')]))).toBe(
    'attachment.twice',
  );
  // another record may have it too: it lies there once
  addAttachments(attached(book), { ledger: 'project', id: 2 }, [book.file('别名.txt', '甲')]);
  expect([names(book, 2), readdirSync(join(book.folder, 'attachments')).length]).toEqual([
    ['别名.txt'],
    2,
  ]);
});

test('programs, folders, what is not there and records that are not there are refused, and then nothing is added', () => {
  const book = attachedBook();
  const good = book.file('好.txt', '好');
  const tried = (files: readonly string[], id = 1): unknown =>
    faultOf(() => addAttachments(attached(book), { ledger: 'project', id }, files));
  expect([
    tried([good, book.file('装.exe', 'MZ')]),
    tried([good, book.file('照片.jpg.SH', '#!')]),
    tried([good, scratch()]),
    tried([good, join(scratch(), '没有.txt')]),
    tried([good], 99),
  ]).toEqual([
    'attachment.program',
    'attachment.program',
    'file.missing',
    'file.missing',
    'record.missing',
  ]);
  expect(names(book)).toEqual([]);
});

test('adding, removing, and removing the record are taken back with their files', () => {
  const book = attachedBook();
  const { change } = addAttachments(attached(book), OF, [book.file('批复.txt', '甲')]);
  const removed = removeAttachment(book, 1);
  expect(names(book)).toEqual([]);
  takeBackChange(book, removed.change);
  expect([names(book), listAttachments(attached(book), OF)[0]?.isMissing]).toEqual([
    ['批复.txt'],
    false,
  ]);
  takeBackChange(book, change);
  expect(names(book)).toEqual([]);
});

test('what is opened is a copy under its own name that nobody can write to', () => {
  const book = attachedBook();
  addAttachments(attached(book), OF, [book.file('批复.txt', '甲')]);
  // the second finds the first there
  const opened = [copyToOpen(attached(book), 1), copyToOpen(attached(book), 1)];
  for (const path of opened) {
    expect([path.endsWith('批复.txt'), readFileSync(path, 'utf8')]).toEqual([true, '甲']);
    expect(statSync(path).mode & 0o222).toBe(0);
  }
  const to = scratch();
  copyAttachment(attached(book), 1, to);
  expect(faultOf(() => copyAttachment(attached(book), 1, to))).toBe('file.otherKind');
});

test('a backup carries the files, counts them, and a restore brings them back', () => {
  const book = attachedBook();
  const second = scratch();
  setSecondPlace(book.db, second);
  addAttachments(attached(book), OF, [book.file('批复.txt', '甲'), book.file('图.png', PNG)]);
  const line = makeBackup(kept(book), 'manual');
  expect(line.holds?.attachments).toBe(2);
  removeAttachment(book, 1);
  closeDatabase(book.db);
  rmSync(join(book.folder, 'attachments'), { recursive: true });
  for (const from of [backupFolder(book.folder), second]) {
    restoreBackup(book.folder, join(from, line.name), clock);
    const db = openDatabase(join(book.folder, 'county.db'));
    const back = { ...book, db };
    expect(listAttachments({ book: back, folder: book.folder }, OF)).toMatchObject([
      { name: '批复.txt', isMissing: false },
      { name: '图.png', isMissing: false },
    ]);
    expect(readFileSync(copyToOpen({ book: back, folder: book.folder }, 1), 'utf8')).toBe('甲');
    closeDatabase(db);
    rmSync(join(book.folder, 'attachments'), { recursive: true });
  }
});

test('a file that went or was changed is told in a sentence, brought back by the check where a backup has it, and said to be lost where none has', () => {
  const book = attachedBook();
  addAttachments(attached(book), OF, [book.file('批复.txt', '甲乙')]);
  makeBackup(kept(book), 'manual');
  const stored = join(book.folder, 'attachments', sha256(Buffer.from('甲乙')));
  // as long as before: only who reads it sees
  writeFileSync(stored, '甲丙');
  expect(checkBook(book.db, false).faults).toEqual([]);
  expect(faultOf(() => copyToOpen(attached(book), 1))).toBe('attachment.lost');
  expect(checkBook(book.db, true).faults).toEqual([
    '附件“批复.txt”的文件不在了或已被改动，已从备份补回。',
  ]);
  expect([readFileSync(stored, 'utf8'), checkBook(book.db, true).faults]).toEqual(['甲乙', []]);
  rmSync(stored);
  rmSync(backupFolder(book.folder), { recursive: true });
  expect(listAttachments(attached(book), OF)[0]?.isMissing).toBe(true);
  expect(checkBook(book.db, false).faults).toEqual([
    '附件“批复.txt”的文件不在了或已被改动，备份里也没有。请重新添加。',
  ]);
});

test('files that no backup names any more go with the backups, the book’s own stay', () => {
  const book = attachedBook();
  addAttachments(attached(book), OF, [book.file('旧.txt', '旧')]);
  const at = (time: string) => ({ ...kept(book), clock: () => new Date(time) });
  makeBackup(at('2012-06-01T02:00:00Z'), 'daily');
  removeAttachment(book, 1);
  addAttachments(attached(book), OF, [book.file('新.txt', '新')]);
  makeBackup(at('2012-06-01T03:00:00Z'), 'daily');
  makeBackup(at('2014-06-01T02:00:00Z'), 'daily');
  expect(listBackups(book.folder).length).toBe(1);
  expect(readdirSync(join(backupFolder(book.folder), 'attachments'))).toEqual([
    sha256(Buffer.from('新')),
  ]);
  expect(existsSync(join(book.folder, 'attachments', sha256(Buffer.from('旧'))))).toBe(true);
});

test('a salvage keeps what the records name', () => {
  const book = attachedBook();
  addAttachments(attached(book), OF, [book.file('批复.txt', '甲')]);
  closeDatabase(book.db);
  salvageBook(book.folder, clock);
  const db = openDatabase(join(book.folder, 'county.db'));
  expect(listAttachments({ book: { ...book, db }, folder: book.folder }, OF)).toMatchObject([
    { name: '批复.txt', isMissing: false },
  ]);
  closeDatabase(db);
});

test('the command line adds, lists, takes along and removes; the export has every file', async () => {
  const book = attachedBook();
  const file = book.file('批复.txt', '甲');
  closeDatabase(book.db);
  const data = ['--data', book.folder];
  const said = async (...words: readonly string[]): Promise<readonly [number, string]> => {
    const { code, out, err } = await runCommand([...words, ...data]);
    return [code, `${out}${err}`.trim()];
  };
  const to = scratch();
  const exported = join(scratch(), '导出');
  mkdirSync(exported);
  expect(await said('attachment', 'add', 'project', '1', file)).toEqual([
    0,
    '已添加附件1个，编号1。',
  ]);
  expect(await said('attachment', 'list', 'project', '1')).toEqual([0, '1　批复.txt　3字节']);
  expect((await said('attachment', 'copy', '1', '--out', to))[0]).toBe(0);
  expect(readFileSync(join(to, '批复.txt'), 'utf8')).toBe('甲');
  expect((await said('export', '--out', exported))[0]).toBe(0);
  expect(readFileSync(join(exported, '附件/1/批复.txt'), 'utf8')).toBe('甲');
  expect(await said('attachment', 'remove', '1')).toEqual([0, '已移除1个附件。']);
  expect((await said('attachment', 'remove', '1'))[0]).toBe(1);
  expect((await said('attachment', 'open', '1'))[0]).toBe(2);
});
