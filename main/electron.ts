/** Entry: the program in Electron. */
import { app, dialog } from 'electron';
import { faultText } from '../renderer/format/fault.ts';
import { Fault, type FaultData } from './domain/fault.ts';
import { ASSETS, dataFolder } from './process/place.ts';
import { createElectronShell } from './shell/electron/shell.ts';
import { openWindow } from './window.ts';

// 1. where the book lies
const folder = dataFolder();
// 2. window and core (no await at top level: Electron is ready only after this file has run)
openWindow(createElectronShell({ dataFolder: folder, assets: ASSETS }), folder)
  // 3. until the window is gone; whoever ends the program lets the page keep its drafts first
  .then(async ({ closed, quit }) => {
    app.on('before-quit', (event) => {
      event.preventDefault();
      void quit();
    });
    await closed;
    app.exit(0);
  })
  .catch((error: unknown) => {
    dialog.showErrorBox(
      '县计',
      error instanceof Fault
        ? faultText({ code: error.code, params: error.params } as FaultData)
        : String(error),
    );
    app.exit(1);
  });
