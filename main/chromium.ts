/** Entry: the program in an installed Chromium. */
import { ASSETS, dataFolder } from './place.ts';
import { createChromiumShell } from './shell/chromium/shell.ts';
import { openWindow } from './window.ts';

// 1. where the book lies
const folder = dataFolder();
// 2. the window's machine
const shell = createChromiumShell({ dataFolder: folder, assets: ASSETS });
// 3. a signal closes the window first, so that nothing is left running
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void shell.quit());
// 4. window and core, until the window is gone
const { closed } = await openWindow(shell, folder);
await closed;
