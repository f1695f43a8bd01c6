/**
 * Packs the built program with an Electron: `npm run package -- [--win] [--linux] [--arm64]`; says
 * what was made, how large it is, and each file's SHA-256.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { glibcOf, makeUpdatable, nativePart, ROOT, packagedVersion } from './package-parts.ts';
import { electronFolder } from './process/electron-binary.ts';

const MEGABYTE = 1024 * 1024;
const { values } = parseArgs({
  options: {
    win: { type: 'boolean', default: false },
    linux: { type: 'boolean', default: false },
    arm64: { type: 'boolean', default: false },
    out: { type: 'string', default: join(ROOT, 'out/packages') },
  },
});
const out = resolve(values.out);
const electron = electronFolder();

if (!existsSync(join(ROOT, 'out/main/electron.js'))) stop('还没有构建。先运行 npm run build。');
else if (electron === null)
  stop(
    '没有找到 Electron。从 Electron 官网或镜像下载对应平台的 zip，解开后把文件夹写进 ELECTRON_OVERRIDE_DIST_PATH，再运行一次。',
  );
else pack(electron);

function pack(dist: string): void {
  rmSync(out, { recursive: true, force: true });
  const windows = values.win || (!values.linux && process.platform === 'win32');
  const arch = values.arm64 ? 'arm64' : process.arch;
  // 1. the folder and its archive; Windows' installer needs Windows' own tools
  builder(dist, [
    ...(windows
      ? ['--win', 'zip', ...(process.platform === 'win32' ? ['nsis'] : [])]
      : ['--linux', 'dir']),
    `--${arch}`,
  ]);
  if (!windows) complete(arch);
  // 2. an archive that runs where it is unpacked, and what Debian, UOS and Kylin install
  if (!windows) archive(arch);
  if (!windows) debian(arch);
  // 3. what there is to carry, and how to see that it arrived whole
  for (const name of readdirSync(out).filter((one) => /\.(exe|zip|tar\.gz|deb)$/.test(one))) {
    const bytes = readFileSync(join(out, name));
    const digest = createHash('sha256').update(bytes).digest('hex');
    console.log(`${name}　${Math.round(bytes.length / MEGABYTE)} MB\nSHA-256 ${digest}`);
    // an update compares with it
    appendFileSync(join(out, 'SHA256SUMS'), `${digest}  ${name}\n`);
  }
}

function builder(dist: string, words: readonly string[]): void {
  execFileSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/electron-builder/out/cli/cli.js'),
      '--projectDir',
      ROOT,
      '--publish',
      'never',
      `-c.electronDist=${dist}`,
      `-c.electronVersion=${readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')}`,
      `-c.directories.output=${out}`,
      // signing and icons of an .exe need Windows
      ...(process.platform === 'win32' ? [] : ['-c.win.signAndEditExecutable=false']),
      ...words,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
}

function unpacked(): string | undefined {
  return readdirSync(out).find((name) => /^linux(-\w+)?-unpacked$/.test(name));
}

/** The folder's own database part, and what an update of it looks at. */
function complete(arch: string): void {
  const from = unpacked();
  if (from === undefined) return;
  const part = nativePart(arch);
  copyFileSync(
    part,
    join(
      out,
      from,
      'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds',
      `linux-${arch}.node`,
    ),
  );
  makeUpdatable(join(out, from), `linux-${arch}`);
  console.log(`数据库部件需要 glibc ${glibcOf(part) ?? '（没有标明）'}`);
}

/** Packed quickly: what Electron weighs is compressed already. */
function archive(arch: string): void {
  const from = unpacked();
  if (from === undefined) return;
  const name = `county-planner-${packagedVersion()}-linux-${arch}`;
  execFileSync(
    'tar',
    [
      '-c',
      '-I',
      'gzip -1',
      '-f',
      join(out, `${name}.tar.gz`),
      '--transform',
      `s,^${from},${name},`,
      from,
    ],
    { cwd: out, stdio: ['ignore', 'ignore', 'inherit'] },
  );
}

/**
 * The unpacked folder under /opt, with a menu entry, an icon, and what a double-click on a package
 * or a book opens.
 */
function debian(arch: string): void {
  const from = unpacked();
  if (from === undefined || !existsSync('/usr/bin/dpkg-deb')) return;
  const tree = join(out, 'deb');
  const version = packagedVersion();
  const architecture = arch === 'x64' ? 'amd64' : arch;
  const into = (path: string): string => {
    mkdirSync(join(tree, path, '..'), { recursive: true });
    return join(tree, path);
  };
  cpSync(join(out, from), into('opt/county-planner'), { recursive: true });
  cpSync(
    join(ROOT, 'resources/icon.png'),
    into('usr/share/icons/hicolor/512x512/apps/county-planner.png'),
  );
  writeFileSync(
    into('usr/share/applications/county-planner.desktop'),
    readFileSync(join(ROOT, 'resources/packaging/county-planner.desktop')),
  );
  copyFileSync(
    join(ROOT, 'resources/packaging/county-planner.xml'),
    into('usr/share/mime/packages/county-planner.xml'),
  );
  // apt brings a newer deb in the old one's place
  for (const name of ['update.sh', 'KIND']) rmSync(join(tree, 'opt/county-planner', name));
  writeFileSync(
    into('DEBIAN/control'),
    `Package: county-planner
Version: ${version}
Architecture: ${architecture}
Section: misc
Priority: optional
Maintainer: county-planner <county-planner@county-planner.invalid>
Installed-Size: ${Math.ceil(sizeOf(join(tree, 'opt')) / 1024)}
Depends: libgtk-3-0, libnss3, libasound2, libgbm1, libxss1
Description: 县计：乡镇、县区计划部门的台账与报表，不联网
`,
  );
  // Chromium's sandbox helper must belong to root with its bit set, where the kernel offers no
  // other
  writeFileSync(
    into('DEBIAN/postinst'),
    '#!/bin/sh\nset -e\nchmod 4755 /opt/county-planner/chrome-sandbox\n',
    { mode: 0o755 },
  );
  execFileSync(
    'dpkg-deb',
    [
      '--root-owner-group',
      '-Zgzip',
      '-z1',
      '--build',
      tree,
      join(out, `county-planner_${version}_${architecture}.deb`),
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  rmSync(tree, { recursive: true });
}

function sizeOf(path: string): number {
  const found = statSync(path);
  return found.isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
    : found.size;
}

function stop(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
