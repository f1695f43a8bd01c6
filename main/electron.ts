/** Entry: the program in Electron. */
import { app, dialog } from 'electron';
import { faultText } from '../renderer/format/fault.ts';
import { Fault, type FaultData } from './domain/fault.ts';
import { ASSETS, dataFolder, filesToOpen, profileFolder } from './process/place.ts';
import { createElectronShell } from './shell/electron/shell.ts';
import { isTrial, tryOut } from './trial.ts';
import { openWindow } from './window.ts';

// an update asks whether this program runs here
if (isTrial()) void tryOut().then((isWell) => app.exit(isWell ? 0 : 1));
else open();

function open(): void {
  // 1. where the book lies
  const folder = dataFolder();
  // 2. window and core (no await at top level: Electron is ready only after this file has run)
  openWindow(createElectronShell({ profile: profileFolder(folder), assets: ASSETS }), folder, {
    files: filesToOpen(),
  })
    // 3. until the window is gone; whoever ends the program lets the page keep its drafts first
    .then(async ({ closed, quit }) => {
      app.on('before-quit', (event) => {
        event.preventDefault();
        void quit();
      });
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
        process.once(signal, () => void quit());
      if ((await closed) === 'meant') return app.exit(0);
      dialog.showErrorBox('县计', '窗口意外关闭，已保存的数据没有丢失。请重新打开县计。');
      app.exit(1);
    })
    .catch((error: unknown) => {
      // the window that is open has come forward: that is what was wanted
      if (error instanceof Fault && error.code === 'window.open') return app.exit(0);
      dialog.showErrorBox(
        '县计',
        error instanceof Fault
          ? faultText({ code: error.code, params: error.params } as FaultData)
          : String(error),
      );
      app.exit(1);
    });
}
