/** Saving: whole files or none, and a sentence's code where the place refuses. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { saveFile } from '../../main/services/book/save-file.ts';
import { scratch } from '../reporting/paper.ts';

test('an existing file is replaced whole and nothing is left beside it', async () => {
  const folder = scratch();
  const path = join(folder, '台账.xlsx');
  writeFileSync(path, 'old');
  await saveFile(path, new TextEncoder().encode('new'));
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['台账.xlsx']);
});

test('a place that cannot be written is a fault with the file, and leaves no rest', async () => {
  const folder = scratch();
  mkdirSync(join(folder, '台账.xlsx', '内'), { recursive: true });
  await expect(saveFile(join(folder, '台账.xlsx'), new Uint8Array(1))).rejects.toMatchObject({
    code: 'file.unwritable',
    params: { file: '台账.xlsx' },
  });
  await expect(
    saveFile(join(folder, '没有', '台账.xlsx'), new Uint8Array(1)),
  ).rejects.toMatchObject({ code: 'file.unwritable' });
  expect(readdirSync(folder)).toEqual(['台账.xlsx']);
});

const BOOK = Buffer.from('SQLite format 3\0 and a county');
const XLSX = Buffer.from('PK\u0003\u0004 a workbook');

test.each([
  'county.db',
  'county.db-wal',
  'window.lock',
  'backups/2026-11-30.db',
  'log/2026-11.log',
])('what the program keeps is never a target: %s', async (name) => {
  const folder = scratch();
  for (const kept of ['backups', 'log']) mkdirSync(join(folder, kept));
  for (const file of ['county.db', name]) writeFileSync(join(folder, file), BOOK);
  symlinkSync(join(folder, name), join(folder, '表.xlsx'));
  for (const target of [name, '表.xlsx'])
    await expect(saveFile(join(folder, target), XLSX)).rejects.toMatchObject({
      code: 'file.kept',
    });
  expect(readFileSync(join(folder, name))).toEqual(BOOK);
});

test('a file of another kind is not replaced, nor one that the output is made from', async () => {
  const folder = scratch();
  const path = join(folder, '别的账.db');
  writeFileSync(path, BOOK);
  await expect(saveFile(path, XLSX)).rejects.toMatchObject({ code: 'file.otherKind' });
  expect(readFileSync(path)).toEqual(BOOK);
  const sent = join(folder, '凤阁岭镇.xlsx');
  writeFileSync(sent, XLSX);
  await expect(saveFile(sent, XLSX, [sent])).rejects.toMatchObject({ code: 'file.input' });
});

test('a name longer than any system takes is shortened and keeps its end', async () => {
  const folder = scratch();
  const saved = await saveFile(join(folder, `${'项目台账'.repeat(60)}.xlsx`), XLSX);
  expect(saved).toMatch(/^.+项目台账[项目台账]*\.xlsx$/u);
  expect(readFileSync(saved)).toEqual(XLSX);
});
