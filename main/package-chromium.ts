/**
 * Makes a folder that runs by itself on this kind of machine, with the system's Chromium as the
 * window: `npm run package:chromium -- --out DIR`.
 */
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeUpdatable, nativePart, ROOT } from './package-parts.ts';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const out = values.out === undefined ? null : resolve(values.out);

// 1. a place of its own
if (out === null) stop('用法：npm run package:chromium -- --out 目录', 2);
else if (existsSync(out) && readdirSync(out).length > 0)
  stop(`“${out}”里已经有东西。换一个空文件夹。`, 1);
else if (!existsSync(join(ROOT, 'out/main/start.js')))
  stop('还没有构建。先运行 npm run build。', 1);
else make(out);

function make(to: string): void {
  // 2. the program as built, with the sample workbooks
  for (const part of [
    'out/main',
    'out/preload',
    'out/renderer',
    'resources/samples',
    'resources/help',
    'resources/CHANGELOG.md',
    'node_modules/playwright-core',
  ])
    copy(part, join(to, 'app', part));
  const { name, version, type } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  ) as Record<string, string>;
  writeFileSync(
    join(to, 'app/package.json'),
    `${JSON.stringify({ name, version, type }, null, 2)}\n`,
  );
  // 3. the database with the one binary that this processor runs
  for (const part of ['package.json', 'LICENSE', 'lib'])
    copy(`node_modules/better-sqlite3/${part}`, join(to, 'app/node_modules/better-sqlite3', part));
  // where better-sqlite3 looks first
  const built = join(to, 'app/node_modules/better-sqlite3/build/Release');
  mkdirSync(built, { recursive: true });
  copyFileSync(nativePart(process.arch), join(built, 'better_sqlite3.node'));
  // 4. Node, how to start it, and how it comes into the menu
  mkdirSync(join(to, 'node/bin'), { recursive: true });
  copyFileSync(process.execPath, join(to, 'node/bin/node'));
  for (const [from, name] of [
    ['packaging/county-planner.sh', 'county-planner'],
    ['packaging/install.sh', 'install.sh'],
  ] as const) {
    copy(`resources/${from}`, join(to, name));
    chmodSync(join(to, name), 0o755);
  }
  copy('resources/icon.png', join(to, 'icon.png'));
  makeUpdatable(to, `chromium-${process.platform}-${process.arch}`);
  console.log(
    `做好了：${to}。把整个文件夹拷过去，运行 county-planner；要放进菜单，运行 install.sh。`,
  );
}

function copy(part: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(join(ROOT, part), to, { recursive: true, dereference: true });
}

function stop(sentence: string, code: number): void {
  console.error(sentence);
  process.exitCode = code;
}
