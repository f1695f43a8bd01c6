/** Checks what the system lacks for a script; as root on Debian it installs that through apt, elsewhere it names the packages and stops. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Need {
  readonly debian: readonly string[];
  readonly present: () => boolean;
}

const onPath = (...names: string[]): boolean => (process.env['PATH'] ?? '').split(delimiter).some((folder) => names.some((name) => existsSync(join(folder, name))));
const FONTS = ['/usr/share/fonts', '/usr/local/share/fonts', join(process.env['HOME'] ?? '/', '.fonts')];
const hasFont = (folder: string): boolean => existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => /(CJK|Han|simsun|simfang|wqy|uming|FangSong|仿宋)/i.test(String(name)));
const pythonHas = (module: string): boolean => spawnSync('/usr/bin/python3', ['-c', `import ${module}`]).status === 0;

const browser: Need = { debian: ['chromium'], present: () => process.platform !== 'linux' || process.env['COUNTY_PLANNER_BROWSER'] !== undefined || onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge') };
const fonts: Need = { debian: ['fonts-noto-cjk'], present: () => process.platform !== 'linux' || FONTS.some(hasFont) };
const display: Need = { debian: ['xvfb', 'xauth'], present: () => onPath('xvfb-run') && onPath('xauth') };
const poppler: Need = { debian: ['poppler-utils'], present: () => onPath('pdftotext') };
const calc: Need = { debian: ['libreoffice-calc-nogui'], present: () => onPath('soffice', 'libreoffice') };
const python: Need = { debian: ['python3-openpyxl'], present: () => pythonHas('openpyxl') };
const xls: Need = { debian: ['python3-xlwt'], present: () => pythonHas('xlwt') };

const FOR: Readonly<Record<string, readonly Need[]>> = { print: [browser, fonts], window: [browser, fonts], test: [browser, fonts, display, poppler, calc, python, xls] };

const missing = (FOR[process.argv[2] ?? ''] ?? []).filter((need) => !need.present()).flatMap((need) => need.debian);
if (missing.length > 0) install(missing);

function install(packages: readonly string[]): void {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    process.stderr.write(`缺这些：${packages.join(' ')}。请先装上（Debian：sudo apt-get install ${packages.join(' ')}），再来一次。\n`);
    process.exit(1);
  }
  process.stdout.write(`正在装：${packages.join(' ')}\n`);
  const apt = (...words: string[]): void => void execFileSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}
