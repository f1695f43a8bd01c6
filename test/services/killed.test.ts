/** A process killed in the middle of an import leaves all of it or none, and a database that opens. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { closeDatabase, openDatabase } from '../../main/data/open.ts';

const ROWS = 20_000;
const CHILD = fileURLToPath(new URL('../helpers/import-child.ts', import.meta.url));

/** Runs the import in its own process and kills it when `when` says so; answers what the database then holds. */
async function killedAt(
  when: 'first write' | 'log growing' | 'never',
): Promise<{ integrity: string; projects: number; imports: number; signal: string | null }> {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-kill-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const child = spawn(process.execPath, [CHILD, folder, String(ROWS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const wal = join(folder, 'county.db-wal');
  const watcher = watch(folder, () => {
    const grown = statSync(wal, { throwIfNoEntry: false })?.size ?? 0;
    if (when === 'log growing' && grown > 1_000_000) child.kill('SIGKILL');
  });
  child.stdout.on('data', (text: Buffer) => {
    if (when === 'first write' && text.toString().includes('writing')) child.kill('SIGKILL');
  });
  const signal = await new Promise<string | null>((resolve) =>
    child.on('exit', (_, by) => resolve(by)),
  );
  watcher.close();
  const db = openDatabase(join(folder, 'county.db'));
  const count = (table: string): number =>
    Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  const found = {
    integrity: String(db.pragma('integrity_check', { simple: true })),
    projects: count('project'),
    imports: count('import'),
    signal,
  };
  closeDatabase(db);
  return found;
}

test.each(['first write', 'log growing'] as const)('killed at %s: all or nothing', async (when) => {
  const found = await killedAt(when);
  expect(found.signal).toBe('SIGKILL');
  expect(found.integrity).toBe('ok');
  expect([
    [0, 0],
    [ROWS, 1],
  ]).toContainEqual([found.projects, found.imports]);
});

test('not killed: all of it is there', async () => {
  expect(await killedAt('never')).toEqual({
    integrity: 'ok',
    projects: ROWS,
    imports: 1,
    signal: null,
  });
});
