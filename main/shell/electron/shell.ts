/** The product's shell: Electron's window, its dialogs, and what becomes of a page that crashes. */
import { basename, join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  shell,
  type IpcMainInvokeEvent,
} from 'electron';
import type { CallName } from '../../../preload/contract/index.ts';
import { Fault } from '../../domain/fault.ts';
import { ORIGIN } from '../assets.ts';
import type { AnswerCall, Shell } from '../shell.ts';
import { LOCKED_DOWN, lockDownProcess, serveOrigin } from './lockdown.ts';
import { printInElectron, toPdf } from './print.ts';
import { toPng } from './picture.ts';

export interface ElectronOptions {
  /** Chromium's own files: settled before Electron is ready */
  readonly profile: string;
  readonly assets: string;
}

/** a page that crashes again and again is not started for ever */
const MOST_CRASHES = 3;

/** To be called before Electron is ready. */
export function createElectronShell({ profile, assets }: ElectronOptions): Shell {
  app.setPath('userData', profile);
  lockDownProcess();
  // the menu that Electron brings is English and has Reload and Developer Tools
  Menu.setApplicationMenu(null);
  const closed = Promise.withResolvers<void>();
  let window: BrowserWindow | null = null;
  let dropped: readonly string[] = [];
  const opened = (): BrowserWindow => {
    if (window === null) throw new Fault('shell.cannot', { what: '窗口没有打开' });
    return window;
  };
  return {
    name: 'electron',
    async open(answer, closing) {
      await app.whenReady();
      serveOrigin(assets);
      listen(opened, answer, (paths) => (dropped = paths));
      window = await openPage(assets, closing, () => {
        window = null;
        closed.resolve();
      });
      await window.loadURL(`${ORIGIN}/`);
    },
    front: () => {
      if (window?.isMinimized() === true) window.restore();
      window?.show();
      window?.focus();
    },
    send: (event, data) => {
      // a page that has crashed has nobody left to tell
      if (window?.webContents.isCrashed() === false)
        window.webContents.send('message', JSON.stringify({ event, data }));
    },
    ...dialogsOver(opened),
    async dropped() {
      const paths = dropped;
      dropped = [];
      return paths;
    },
    toPdf,
    toPng,
    print: printInElectron,
    openFile,
    closed: closed.promise,
    quit: async () => {
      window?.destroy();
      await closed.promise;
    },
  };
}

/** The desktop's own dialogs, over the window. */
async function openFile(path: string): Promise<void> {
  const why = await shell.openPath(path);
  if (why !== '') throw new Fault('attachment.notOpened', { file: basename(path) });
}

const dialogsOver = (
  opened: () => BrowserWindow,
): Pick<Shell, 'pickFiles' | 'pickFolder' | 'saveAs'> => ({
  async pickFiles({ name, extensions, many }) {
    const { filePaths } = await dialog.showOpenDialog(opened(), {
      filters: extensions.length === 0 ? [] : [{ name, extensions: [...extensions] }],
      properties: many ? ['openFile', 'multiSelections'] : ['openFile'],
    });
    return filePaths;
  },
  async pickFolder() {
    const { filePaths } = await dialog.showOpenDialog(opened(), {
      properties: ['openDirectory'],
    });
    return filePaths[0] ?? null;
  },
  async saveAs({ name, extension, folder }) {
    const { canceled, filePath } = await dialog.showSaveDialog(opened(), {
      defaultPath: join(folder, name),
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    });
    return canceled ? null : filePath;
  },
});

async function openPage(
  assets: string,
  closing: () => Promise<void>,
  gone: () => void,
): Promise<BrowserWindow> {
  const shown = new BrowserWindow({
    title: '县计',
    width: 1440,
    height: 900,
    webPreferences: { ...LOCKED_DOWN, preload: join(assets, '..', 'preload', 'electron.cjs') },
  });
  shown.on('close', (event) => {
    // a page that has crashed has no drafts left to keep
    if (shown.webContents.isCrashed()) return;
    event.preventDefault();
    void closing().then(() => shown.destroy());
  });
  shown.on('closed', gone);
  let crashes = 0;
  shown.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    crashes += 1;
    if (crashes > MOST_CRASHES) shown.destroy();
    // the book lies in the core's thread: a new page finds it as it was
    else void shown.loadURL(`${ORIGIN}/`).catch(() => shown.destroy());
  });
  return shown;
}

/** asked by our page in our window, and by no frame in it */
function isOurs({ senderFrame: frame }: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  return (
    frame !== null && frame === window.webContents.mainFrame && new URL(frame.url).origin === ORIGIN
  );
}

function listen(
  opened: () => BrowserWindow,
  answer: AnswerCall,
  hand: (paths: readonly string[]) => void,
): void {
  ipcMain.handle('call', async (event, text: string) => {
    if (!isOurs(event, opened()))
      return JSON.stringify({
        ok: false,
        fault: { code: 'shell.cannot', params: { what: '只接受主窗口的请求' } },
      });
    const { name, input } = JSON.parse(text) as { name: CallName; input: unknown };
    return JSON.stringify(await answer(name, input));
  });
  ipcMain.handle('dropped', (event, paths: readonly string[]) => {
    // a file that the page made itself has no path
    if (isOurs(event, opened())) hand(paths.filter((path) => path !== ''));
  });
}
