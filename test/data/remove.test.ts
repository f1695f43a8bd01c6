/** A book is thrown away only by who has it alone. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { closeDatabase, openDatabase, removeDatabase } from '../../main/data/open.ts';

test('while another reads it the book stays, and may go when the other has left', () => {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-remove-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'county.db');
  const mine = openDatabase(file);
  const other = openDatabase(file);
  other.prepare('SELECT count(*) FROM sqlite_schema').get();
  expect(() => removeDatabase(mine)).toThrow(expect.objectContaining({ code: 'database.locked' }));
  expect(other.pragma('integrity_check', { simple: true })).toBe('ok');
  closeDatabase(other);
  removeDatabase(mine);
  expect(['', '-wal', '-shm'].filter((suffix) => existsSync(file + suffix))).toEqual([]);
});
