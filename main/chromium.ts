/** Starts the program in the Chromium shell. */
import { faultText } from '../renderer/format/fault.ts';
import { Fault, type FaultData } from './domain/fault.ts';
import { ASSETS, dataFolder, preloadOf } from './places.ts';
import { createChromiumShell } from './shell/chromium/shell.ts';
import { runWindow } from './window.ts';

export async function startChromium(words: readonly string[]): Promise<number> {
  // 1. a display to open a window on
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    process.stderr.write('没有显示器，打不开窗口。用 xvfb-run -a npm start，或用命令行 npm run -s cli。\n');
    return 1;
  }
  // 2. the shell, 3. the window with its core, 4. until it is closed
  const folder = dataFolder(words);
  const shell = createChromiumShell({ dataFolder: folder, assets: ASSETS, preload: preloadOf('chromium') });
  try {
    const { done } = await runWindow(shell, folder, (line) => process.stderr.write(`${line}\n`));
    process.stdout.write(`窗口已打开（Chromium外壳），数据在 ${folder}\n`);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void shell.quit());
    await done;
    return 0;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    process.stderr.write(`${faultText({ code: error.code, params: error.params } as FaultData)}\n`);
    return 1;
  }
}
