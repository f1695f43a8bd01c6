/** Entry of `npm start`: Electron where its binary is, else an installed Chromium; says which. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faultText } from '../renderer/format/fault.ts';
import { Fault, type FaultData } from './domain/fault.ts';

// 1. a window needs a display
if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
  console.error('没有可用的显示器，窗口打不开；请在桌面环境里运行，或用 xvfb-run -a npm start。');
  process.exit(1);
}
// 2. which shell
const electron = electronBinary();
console.log(electron === null ? '外壳：Chromium（没有找到 Electron）' : '外壳：Electron');
// 3. open it
if (electron === null) await import('./chromium.ts').catch(refused);
else spawn(electron, [fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '..' : '../..', import.meta.url)), ...process.argv.slice(2)], { stdio: 'inherit' }).on('exit', (code) => process.exit(code ?? 1));

/** the electron package is never imported here: outside Electron that tries a download */
function electronBinary(): string | null {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
    const binary = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

function refused(error: unknown): void {
  console.error(error instanceof Fault ? faultText({ code: error.code, params: error.params } as FaultData) : error);
  process.exit(1);
}
