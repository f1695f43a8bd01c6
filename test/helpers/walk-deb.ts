/**
 * `npm run package:try`: installs the deb of `npm run package` in a bare Debian, opens it from the
 * desktop's side, walks its main path and removes it; says in one line why where it cannot.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
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
import { z } from 'zod';
import { samplePath } from '../../main/core/sample.ts';
import { electronDist } from './electron-folder.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PACKAGES = join(ROOT, 'out/packages');
const PICTURE = join(PACKAGES, 'installed.png');
/** a machine is copied, and packages come from a mirror */
const LONGEST_MS = 1_200_000;

const machine = process.env['BARE_MACHINE'];
const deb = existsSync(PACKAGES)
  ? readdirSync(PACKAGES).find((name) => name.endsWith('_amd64.deb'))
  : undefined;

const missing =
  machine === undefined || !existsSync(machine)
    ? 'BARE_MACHINE names no program that runs a command in a bare Debian over a clone of the folder it is called in'
    : process.getuid?.() !== 0
      ? 'a bare machine needs root'
      : deb === undefined
        ? 'there is no deb for x64 in out/packages: npm run package makes it'
        : null;
if (missing !== null) console.log(`skipped: ${missing}`);
else process.exitCode = walkDeb(machine ?? '', deb ?? '');

function walkDeb(command: string, name: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-deb-'));
  try {
    layOut(folder, name);
    const { status, stdout } = spawnSync(command, ['bash install.sh'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1 << 28,
      timeout: LONGEST_MS,
    });
    for (const line of stdout.trimEnd().split('\n')) {
      if (!line.startsWith('picture ')) console.log(line);
      else {
        writeFileSync(PICTURE, Buffer.from(line.slice('picture '.length), 'base64'));
        console.log(`window: ${PICTURE}`);
      }
    }
    return status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the machine clones: the deb, the two scripts and a workbook; nothing of the sources. */
function layOut(folder: string, name: string): void {
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(PACKAGES, name), join(folder, 'county-planner.deb'));
  for (const script of ['install.sh', 'walk.mjs'])
    copyFileSync(join(ROOT, 'test/shell/deb', script), join(folder, script));
  copyFileSync(samplePath('02'), join(folder, 'sample.xlsx'));
  const { dependencies } = z
    .object({ dependencies: z.object({ 'playwright-core': z.string() }) })
    .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  writeFileSync(join(folder, 'playwright'), dependencies['playwright-core']);
  const part = electronDist === null ? '' : join(electronDist, 'better_sqlite3.node');
  if (existsSync(part)) copyFileSync(part, join(folder, 'better_sqlite3.node'));
  const git = (...words: string[]): void =>
    void execFileSync('git', ['-c', 'user.name=deb', '-c', 'user.email=deb@invalid', ...words], {
      cwd: folder,
    });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'what is installed');
}
