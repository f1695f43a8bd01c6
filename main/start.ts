/** Entry of `npm start`: Electron where its binary is, else an installed Chromium; says which. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { faultText } from '../renderer/format/fault.ts';
import { Fault, type FaultData } from './domain/fault.ts';
import { keepCompiled } from './process/compiled.ts';
import { electronBinary } from './process/electron-binary.ts';
import { isTrial, tryOut } from './trial.ts';
import { tellOnDesktop } from './shell/chromium/dialogs.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

// 1. an update asks whether this program runs here
if (isTrial()) process.exit((await tryOut()) ? 0 : 1);
// 2. a window needs a display
if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
  console.error('没有可用的显示器，窗口打不开；请在桌面环境里运行，或用 xvfb-run -a npm start。');
  process.exit(1);
}
// 3. which shell
const binary = electronBinary();
console.log(binary === null ? '外壳：Chromium（没有找到 Electron）' : '外壳：Electron');
// 4. open it
keepCompiled();
if (binary === null) await import('./chromium.ts').catch(refused);
else startElectron(binary);

function startElectron(path: string): void {
  const program = fileURLToPath(
    new URL(import.meta.url.endsWith('.ts') ? '..' : '../..', import.meta.url),
  );
  const child = spawn(path, [program, ...process.argv.slice(2)], { stdio: 'inherit' }).on(
    'exit',
    (code) => process.exit(code ?? 1),
  );
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
}

function refused(error: unknown): void {
  const sentence =
    error instanceof Fault
      ? faultText({ code: error.code, params: error.params } as FaultData)
      : null;
  if (error instanceof Fault && error.code === 'window.open') return console.log(sentence);
  console.error(sentence ?? error);
  if (process.platform === 'linux' && !process.stderr.isTTY)
    tellOnDesktop(sentence ?? '县计打不开。请在终端里运行一次，把看到的话告诉维护的人。');
  process.exitCode = 1;
}
