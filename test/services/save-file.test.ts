/** Saving: whole files or none, and a sentence's code where the place refuses. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
