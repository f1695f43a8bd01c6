/**
 * Sees to what the system must have: `node test/helpers/need.ts window|print|test`; installs it on
 * Debian as root, else names it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { findBrowser } from '../../main/shell/chromium/find-browser.ts';

interface Need {
  readonly package: string;
  readonly there: () => boolean;
}

/** a module of the system's Python */
const module = (name: string) => (): boolean =>
  succeeds(() =>
    execFileSync(
      '/usr/bin/python3',
      ['-c', `import importlib.util as u, sys; sys.exit(u.find_spec("${name}") is None)`],
      { stdio: 'ignore' },
    ),
  );
const command = (name: string) => (): boolean =>
  ['/usr/bin', '/usr/local/bin'].some((folder) => existsSync(`${folder}/${name}`));
const browser: Need = { package: 'chromium', there: () => succeeds(findBrowser) };
/** a font whose file is called like that */
const font = (names: RegExp) => (): boolean =>
  process.platform !== 'linux' ||
  ['/usr/share/fonts', '/usr/local/share/fonts'].some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => names.test(name)),
  );
const fonts: Need = {
  package: 'fonts-noto-cjk',
  there: font(/cjk|wqy|simsun|source-?han|fangsong/i),
};
/** what workbooks count their columns' widths in, or the like of it */
const arial: Need = {
  package: 'fonts-liberation',
  there: font(/arial|liberationsans|nimbussans|arimo/i),
};
const needs: Readonly<Record<string, readonly Need[]>> = {
  window: [browser, fonts],
  print: [browser, fonts],
  test: [
    browser,
    fonts,
    arial,
    { package: 'xvfb', there: command('Xvfb') },
    { package: 'xauth', there: command('xauth') },
    { package: 'poppler-utils', there: command('pdftotext') },
    { package: 'libreoffice-calc-nogui', there: command('soffice') },
    {
      package: 'libreoffice-writer-nogui',
      there: () => existsSync('/usr/lib/libreoffice/program/libswlo.so'),
    },
    { package: 'python3-openpyxl', there: module('openpyxl') },
    { package: 'python3-xlwt', there: module('xlwt') },
  ],
};

function succeeds(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}

const missing = (list: readonly Need[]): readonly string[] =>
  list.filter(({ there }) => !there()).map((need) => need.package);

function main(purpose: string): number {
  const list = needs[purpose];
  if (list === undefined) {
    console.error('用法：node test/helpers/need.ts window|print|test');
    return 2;
  }
  if (purpose === 'test')
    console.log('全部测试在两核的机器上约需 19 分钟；只想快看一遍：npm run test:quick。');
  const lacking = missing(list);
  if (lacking.length === 0) return 0;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    console.error(`这台机器还缺：${lacking.join('、')}。请先安装。`);
    return 1;
  }
  console.error(`正在安装：${lacking.join('、')}……`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment,
  });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...lacking], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment,
  });
  const still = missing(list);
  if (still.length > 0) console.error(`没有装上：${still.join('、')}`);
  return still.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv[2] ?? '');
