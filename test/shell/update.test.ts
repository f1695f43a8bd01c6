/**
 * A newer program from a stick takes the old one's place only when it is whole, newer, and starts;
 * the book is copied first, and the way back is open.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const UPDATE = fileURLToPath(new URL('../../resources/packaging/update.sh', import.meta.url));
let work = '';
const at = (...parts: readonly string[]): string => join(work, ...parts);
const version = (): string => readFileSync(at('县计', 'VERSION'), 'utf8').trim();

/** A program folder of a version; its start ends as `trial` says. */
function makeProgram(folder: string, number: string, trial: 'starts' | 'fails'): void {
  mkdirSync(folder);
  writeFileSync(join(folder, 'VERSION'), `${number}\n`);
  writeFileSync(join(folder, 'KIND'), 'linux-x64\n');
  writeFileSync(
    join(folder, 'county-planner'),
    `#!/bin/sh\n[ "$1" = --try ] && exit ${trial === 'starts' ? 0 : 1}\n`,
  );
  chmodSync(join(folder, 'county-planner'), 0o755);
  copyFileSync(UPDATE, join(folder, 'update.sh'));
}

/** The archive and its hash on the stick, as `npm run package` leaves them. */
function publish(number: string, trial: 'starts' | 'fails' = 'starts'): string {
  const name = `county-planner-${number}-linux-x64`;
  makeProgram(at(name), number, trial);
  execFileSync('tar', ['-czf', at('usb', `${name}.tar.gz`), '-C', work, name]);
  rmSync(at(name), { recursive: true });
  const sums = execFileSync('sha256sum', [`${name}.tar.gz`], { cwd: at('usb') });
  writeFileSync(at('usb', 'SHA256SUMS'), sums, { flag: 'a' });
  return at('usb', `${name}.tar.gz`);
}

function update(word = at('usb')): { readonly code: number | null; readonly said: string } {
  const done = spawnSync('sh', [at('县计', 'update.sh'), word], {
    encoding: 'utf8',
    env: { ...process.env, COUNTY_PLANNER_DATA: at('data') },
  });
  return { code: done.status, said: done.stdout + done.stderr };
}

describe.skipIf(process.platform !== 'linux')('update from a stick (Linux only)', () => {
  beforeEach(() => {
    work = mkdtempSync(join(tmpdir(), 'county-planner-update-'));
    for (const name of ['usb', 'data']) mkdirSync(at(name));
    writeFileSync(at('data', 'county.db'), 'the book');
    makeProgram(at('县计'), '0.9.0', 'starts');
  });
  afterEach(() => rmSync(work, { recursive: true, force: true }));

  test('the newest takes the place, the book is among its backups, and --back returns', () => {
    publish('0.9.1');
    publish('0.10.0');
    expect(update()).toMatchObject({ code: 0 });
    expect(version()).toBe('0.10.0');
    const [kept = ''] = readdirSync(at('data', 'backups'));
    expect(kept).toMatch(/^\d{8}T\d{6}Z-migration\.db$/);
    expect(readFileSync(at('data', 'backups', kept), 'utf8')).toBe('the book');
    expect(update().said).toContain('不用更新');
    expect(update('--back')).toMatchObject({ code: 0 });
    expect(version()).toBe('0.9.0');
  });
  test.each([
    [
      'was changed on the way',
      () => writeFileSync(publish('0.10.0'), 'x', { flag: 'a' }),
      '与 SHA256SUMS 不符',
    ],
    ['has no hash', () => (publish('0.10.0'), rmSync(at('usb', 'SHA256SUMS'))), '无法核对'],
    ['is older', () => void publish('0.8.12'), '比现在的 0.9.0 旧，不能更新'],
    ['does not start here', () => void publish('0.10.0', 'fails'), '仍用 0.9.0'],
    ['is not there', () => undefined, '没有适合这台电脑的更新文件'],
  ])('one that %s is refused, and nothing changes', (_what, prepare, sentence) => {
    prepare();
    const { code, said } = update();
    expect(code).toBe(1);
    expect(said).toContain(sentence);
    expect(version()).toBe('0.9.0');
    expect(existsSync(at('县计.fresh'))).toBe(false);
    expect(existsSync(at('县计.before'))).toBe(false);
  });
  test('a book that cannot be copied is not risked', () => {
    publish('0.10.0');
    writeFileSync(at('data', 'backups'), 'a file where the folder should be');
    expect(update()).toMatchObject({ code: 1, said: expect.stringContaining('账备份不了') });
    expect(version()).toBe('0.9.0');
  });
});
