/** Entry: the program in an installed Chromium. */
import { ASSETS, dataFolder, filesToOpen } from './process/place.ts';
import { createChromiumShell } from './shell/chromium/shell.ts';
import { openWindow } from './window.ts';

// 1. where the book lies
const folder = dataFolder();
// 2. the window's machine
const shell = createChromiumShell({ dataFolder: folder, assets: ASSETS });
// 3. window and core
const { closed, quit } = await openWindow(shell, folder, { files: filesToOpen() });
// 4. a signal closes the window first, so that nothing is left running
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void quit());
console.log(`县计已打开，账在 ${folder}。`);
// 5. until the window is gone
if ((await closed) === 'lost') {
  console.error('窗口意外关闭，已保存的数据没有丢失。请重新打开县计。');
  process.exitCode = 1;
}
