/** Entry: the program in Electron. */
import { app } from 'electron';
import { ASSETS, dataFolder } from './place.ts';
import { createElectronShell } from './shell/electron/shell.ts';
import { openWindow } from './window.ts';

// 1. where the book lies
const folder = dataFolder();
// 2. window and core (no await at top level: Electron is ready only after this file has run)
void openWindow(createElectronShell({ dataFolder: folder, assets: ASSETS }), folder)
  // 3. until the window is gone
  .then(({ closed }) => closed)
  .catch((error: unknown) => console.error(error))
  .finally(() => app.quit());
