/**
 * Where a book may lie and what may lie in its place: one sentence and one exit code each, in the
 * window and on the command line, and never a stack trace.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeSealed, openDatabase } from '../../main/data/open.ts';
import { backupFolder, keepAutomatically, listBackups } from '../../main/maintenance/backups.ts';
import { takeLock } from '../../main/process/lock.ts';
import { beginBook } from '../../main/services/book/session.ts';
import { recordRules } from '../../main/services/rules.ts';
import { Fault, type FaultData } from '../../main/domain/fault.ts';
import { faultText } from '../../renderer/format/fault.ts';
import { testBook } from '../helpers/book.ts';

const PROBE = fileURLToPath(new URL('../helpers/place-probe.ts', import.meta.url));
const BACKUPS = fileURLToPath(new URL('../helpers/many-backups.ts', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'county-planner-places-'));
const base = join(root, 'base');
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeAll(() => {
  mkdirSync(base);
  const db = openDatabase(join(base, 'county.db'));
  beginBook(
    {
      db,
      clock: () => new Date('2012-10-08T02:00:00Z'),
      who: '',
      changed: () => undefined,
      rules: recordRules,
      undoFloor: 0,
    },
    { county: '示例县', year: 2012, units: [{ name: '城关镇', kind: 'township' }], sample: false },
  );
  closeSealed(db);
});

interface Said {
  readonly window: { readonly read: string; readonly write: string };
  /** exit code and the first line of what was wrong */
  readonly reads: string;
  readonly writes: string;
  readonly backs: string;
}

function copied(name: string): string {
  const folder = join(root, name);
  cpSync(base, folder, { recursive: true });
  return folder;
}

/** What another process says of the folder; `env` replaces its environment. */
function probed(folder: string, env: NodeJS.ProcessEnv = process.env): Said {
  const ran = spawnSync(process.execPath, [PROBE, folder], { encoding: 'utf8', env });
  return saidBy(ran.stdout, ran.stderr);
}
function saidBy(out: string, err: string): Said {
  expect(err).not.toMatch(/\n\s+at /);
  expect(out).not.toMatch(/\n\s+at /);
  return JSON.parse(out) as Said;
}

const EVERYTHING: Said = {
  window: { read: 'ok', write: 'ok' },
  reads: '0',
  writes: '0',
  backs: '0',
};
const refusing = (sentence: string): Said => ({
  window: { read: sentence, write: sentence },
  reads: `1 ${sentence}`,
  writes: `1 ${sentence}`,
  backs: `1 ${sentence}`,
});
const plain = { PATH: process.env['PATH'] ?? '' };

test.each([
  ['a path with 中文 and spaces', '账 本 （2012）', process.env],
  ['no HOME', 'no-home', { ...process.env, HOME: undefined, XDG_DATA_HOME: undefined }],
  ['no locale', 'no-locale', { ...plain, LANG: undefined, LC_ALL: 'C' }],
] as const)('%s: everything is done', (_what, name, env) => {
  expect(probed(copied(name), env)).toEqual(EVERYTHING);
});

const FOREIGN = '“county.db”不是县计的账。未作任何改动，请更换目录，或将其移走。';
test.each([
  [
    'an empty file',
    (file: string): void => writeFileSync(file, ''),
    '账的文件“county.db”是空文件，并非县计写成。未作任何改动，请从备份恢复。',
  ],
  ['a text', (file: string): void => writeFileSync(file, '这是一段文字'), FOREIGN],
  [
    'a folder',
    (file: string): void => {
      mkdirSync(file);
    },
    FOREIGN,
  ],
  [
    'another program’s book',
    (file: string): void =>
      void new Database(file).exec('CREATE TABLE notes (id INTEGER PRIMARY KEY)').close(),
    FOREIGN,
  ],
  [
    'a book of a newer program',
    (file: string): void => {
      cpSync(join(base, 'county.db'), file);
      const db = new Database(file);
      db.pragma('user_version = 999');
      db.close();
    },
    '这本账是更新版本的县计建的。请用新版打开，数据未作改动。',
  ],
  [
    'a hurt book',
    (file: string): void => {
      cpSync(join(base, 'county.db'), file);
      const db = new Database(file);
      db.pragma('journal_mode = DELETE');
      db.close();
      execFileSync('dd', [
        'if=/dev/zero',
        `of=${file}`,
        'bs=16384',
        'seek=3',
        'count=20',
        'conv=notrunc',
        'status=none',
      ]);
    },
    '账的文件“county.db”已损坏，已停止写入。请从备份恢复，或抢救尚可读取的记录。',
  ],
] as const)('in the book’s place lies %s: one sentence', (what, make, sentence) => {
  const folder = join(root, what);
  mkdirSync(folder);
  make(join(folder, 'county.db'));
  expect(probed(folder)).toEqual(refusing(sentence));
});

test('another holds the folder: the command line may read, and says who has it where it would write', async () => {
  const folder = copied('held');
  const lock = await takeLock(folder);
  const { reads, writes } = probed(folder);
  // what a second window would say
  const refused: unknown = await takeLock(folder).catch((error: unknown) => error);
  lock.release();
  const sentence = '账正被另一个县计窗口打开。请先关闭该窗口，再重新打开。';
  expect({ reads, writes }).toEqual({ reads: '0', writes: `1 ${sentence}` });
  if (!(refused instanceof Fault)) throw new Error(`not refused: ${String(refused)}`);
  expect(faultText({ code: refused.code, params: refused.params } as FaultData)).toBe(sentence);
});

/**
 * A file system of its own for one process and its children; where the system lets nobody make one
 * these are not run.
 */
const isolated = (script: string): ReturnType<typeof spawnSync> =>
  spawnSync('unshare', ['-rm', 'sh', '-c', script], { encoding: 'utf8' });
const canMount = isolated('mount -t tmpfs tmpfs /mnt').status === 0;
function probedOn(prepare: string, more = ''): Said {
  const ran = isolated(
    `mount -t tmpfs -o size=30m tmpfs /mnt && cp -r '${base}' /mnt/book && ${prepare}; '${process.execPath}' '${PROBE}' /mnt/book ${more}`,
  );
  return saidBy(String(ran.stdout), String(ran.stderr));
}

const FULL = '磁盘已满，本次操作未保存。请腾出空间后重试。';
const NOT_WRITABLE =
  '“county.db”所在的文件夹不可写。请改为可写，或将整个文件夹复制到可写的位置后打开。';
test.skipIf(!canMount).each([
  ['a full disk', 'head -c 40m /dev/zero > /mnt/fill 2>/dev/null', '', FULL],
  ['a read-only disk', 'mount -o remount,ro /mnt', '', NOT_WRITABLE],
] as const)(
  '%s: the command line still reads, and nothing else ends in more than a sentence',
  (_what, prepare, more, sentence) => {
    const { window, ...command } = probedOn(prepare, more);
    expect(window.write).toBe(sentence);
    expect(command).toEqual({ reads: '0', writes: `1 ${sentence}`, backs: `1 ${sentence}` });
  },
);

test.skipIf(!canMount)(
  'the disk runs full while the window is open: what was not saved is said not to be, and the page still reads',
  () => {
    const { window, reads } = probedOn('true', '/mnt/fill');
    expect([window.read, window.write, reads]).toEqual(['ok', FULL, '0']);
  },
);

test.skipIf(!canMount)(
  'a disk with no room for one more backup: the oldest go, and the newest are there',
  () => {
    const backup = `'${process.execPath}' '${BACKUPS}' /mnt/book`;
    const ran = isolated(
      `mount -t tmpfs -o size=30m tmpfs /mnt && cp -r '${base}' /mnt/book && ${backup} 60`,
    );
    const { made, kept, oldest } = JSON.parse(String(ran.stdout)) as Record<string, number>;
    expect([String(ran.stderr), made, oldest]).toEqual(['', 60, 0]);
    expect(kept).toBeGreaterThan(1);
  },
);

test('the clock was set back: backups that seem to come from the future stay, and the day still has one of its own', () => {
  const book = testBook();
  const at = (time: string) => ({
    db: book.db,
    dataFolder: book.folder,
    clock: () => new Date(time),
  });
  keepAutomatically(at('2032-01-01T02:00:00Z'), 'daily');
  expect(keepAutomatically(at('2012-10-08T02:00:00Z'), 'daily')?.reason).toBe('daily');
  expect(keepAutomatically(at('2012-10-09T02:00:00Z'), 'daily')?.reason).toBe('daily');
  expect(listBackups(book.folder).map((line) => line.at.slice(0, 10))).toEqual([
    '2032-01-01',
    '2012-10-09',
    '2012-10-08',
  ]);
  expect(backupFolder(book.folder)).toContain(book.folder);
});
