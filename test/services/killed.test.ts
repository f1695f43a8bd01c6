/**
 * A process that ends in the middle of writing leaves an operation whole or not at all, and a book
 * that opens. `KILLS=500 npx vitest run test/services/killed.test.ts` is the full size.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { flawOf } from '../../main/data/copy.ts';
import { closeDatabase, openDatabase } from '../../main/data/open.ts';
import { backupFolder, listBackups } from '../../main/maintenance/backups.ts';
import { checkBook } from '../../main/maintenance/check.ts';
import { listIndicators } from '../../main/services/targets/indicators.ts';
import { createUnit } from '../../main/services/units/units.ts';
import { countyBook, SMALL } from '../helpers/county.ts';
import { digestOfBook } from '../helpers/dump.ts';
import { officeOn, openOffices } from '../helpers/offices.ts';
import { seeded } from '../helpers/seeded.ts';

const ROWS = 20_000;
const CHILD = fileURLToPath(new URL('../helpers/import-child.ts', import.meta.url));

/**
 * Runs the import in its own process and kills it when `when` says so; answers what the database
 * then holds.
 */
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

const KILLS = Number(process.env['KILLS'] ?? 20);
const MOST_MS = 240_000 + KILLS * 6000;
/** so many looks into one process before the next is begun */
const LOOKS = 40;
const OPERATIONS = fileURLToPath(new URL('../helpers/killed-child.ts', import.meta.url));
const OLDER = fileURLToPath(new URL('../fixtures/books/v12.db', import.meta.url));

interface Look {
  readonly folder: string;
  readonly at: string;
  readonly name: string;
  readonly before: string;
}

/** A county that has given a township its task, and the township's book. */
function twoBooks(folder: string): void {
  const county = countyBook(SMALL);
  const { id } = createUnit(county, { name: '第1镇', kind: 'township', aliases: [], leader: null });
  const indicators = listIndicators(county).map((one) => one.id);
  const { bytes } = officeOn(county.db).task({ unit: id, indicators });
  county.db.prepare('VACUUM INTO ?').run(join(folder, 'county.db'));
  const offices = openOffices();
  const lower = offices.open();
  lower.begin(bytes);
  writeFileSync(join(folder, 'township.db'), lower.book.db.serialize());
  offices.close();
}

/** Nothing more is written once every thread has stopped. */
function stop(child: ChildProcess): void {
  child.kill('SIGSTOP');
  for (;;) {
    const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
    if (/\) [TtZX] /.test(stat)) return;
  }
}

const linesOf = (log: string): readonly (readonly string[])[] =>
  readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

/**
 * What lies in the folder while an operation is going on is what a kill at that moment would leave:
 * the process is stopped, the folder copied, and it goes on. Answers each look, and what the book
 * held after each operation.
 */
async function looked(
  books: string,
  scratch: string,
  seed: number,
  most: number,
): Promise<{ readonly looks: readonly Look[]; readonly after: ReadonlyMap<string, string> }> {
  const next = seeded(seed);
  const [folder, log] = [join(scratch, 'book'), join(scratch, 'log.txt')];
  mkdirSync(folder, { recursive: true });
  cpSync(join(books, 'county.db'), join(folder, 'county.db'));
  cpSync(join(books, 'township.db'), join(scratch, 'township.db'));
  const words = [folder, OLDER, join(scratch, 'township.db'), log, String(seed)];
  const child = spawn(process.execPath, [OPERATIONS, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const looks: Look[] = [];
  const took = new Map<string, number>();
  let [began, isOver] = [0, false];
  const look = (): void => {
    if (isOver) return;
    stop(child);
    const [word, at = '', name = '', before = ''] = linesOf(log).at(-1) ?? [];
    if (word === 'begin') {
      const to = join(scratch, `look-${looks.length}`);
      cpSync(folder, to, { recursive: true });
      looks.push({ folder: to, at, name, before });
    }
    child.kill('SIGCONT');
  };
  for await (const line of createInterface(child.stdout)) {
    const [word, , name = ''] = line.split(' ');
    if (word === 'begin') {
      began = performance.now();
      setTimeout(look, next() * (took.get(name) ?? 10));
    } else {
      took.set(name, performance.now() - began);
      // the last one is looked at too: its end is told
      if (looks.length >= most) isOver = child.kill('SIGKILL');
    }
  }
  expect(['SIGKILL', null]).toContain(child.signalCode);
  expect(child.exitCode).toBeNull();
  const after = new Map(
    linesOf(log).flatMap(([word, at = '', , digest = '']) =>
      word === 'end' ? [[at, digest] as const] : [],
    ),
  );
  return { looks: looks.filter(({ at }) => after.has(at)).slice(0, most), after };
}

/** What is wrong with a folder that was left like this. */
function wrongIn(
  { folder, at, before }: Look,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const db = openDatabase(join(folder, 'county.db'));
  const digest = digestOfBook(db);
  const faults = [
    ...(db.pragma('foreign_key_check') as readonly unknown[]).map(() => 'a row hangs loose'),
    ...checkBook(db, true).faults,
    ...(digest === before || digest === after.get(at) ? [] : ['half of it is there']),
  ];
  closeDatabase(db);
  const backups = listBackups(folder).filter(
    ({ name, holds }) => holds === null || flawOf(join(backupFolder(folder), name)) !== null,
  );
  return [...faults, ...backups.map(({ name }) => `the backup ${name} is not whole`)];
}

test(
  `${KILLS} kills over import, edit, undo, figures, close, publish, accept, backup, restore and migration: whole or not at all`,
  async () => {
    const books = mkdtempSync(join(tmpdir(), 'county-planner-kills-'));
    onTestFinished(() => rmSync(books, { recursive: true, force: true }));
    twoBooks(books);
    const counts = new Map<string, number>();
    for (let seed = 1, left = KILLS; left > 0; seed += 1) {
      const scratch = join(books, `run-${seed}`);
      const { looks, after } = await looked(books, scratch, seed, Math.min(left, LOOKS));
      for (const look of looks) {
        expect([seed, look.at, look.name, wrongIn(look, after)]).toEqual([
          seed,
          look.at,
          look.name,
          [],
        ]);
        counts.set(look.name, (counts.get(look.name) ?? 0) + 1);
      }
      left -= looks.length;
      rmSync(scratch, { recursive: true });
    }
    console.log([...counts].map(([name, count]) => `${name} ${count}`).join(', '));
    if (KILLS >= 100) expect(counts.size).toBe(10);
  },
  MOST_MS,
);
