/** The product's shell: Electron's window, dialogs and printing. Type-checked; it has not been run where no Electron binary exists. */
import { dirname, join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  protocol,
  session,
  shell as desktop,
  type IpcMainInvokeEvent,
} from 'electron';
import type { CallName } from '../../../preload/contract/index.ts';
import { Fault } from '../../domain/fault.ts';
import { ORIGIN, serveAsset } from '../assets.ts';
import type { Answer, Paper, Shell } from '../shell.ts';

export interface ElectronOptions {
  readonly dataFolder: string;
  readonly assets: string;
}

const SCHEME = 'https';
const MM_PER_INCH = 25.4;
const LOCKED_DOWN = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webSecurity: true,
  spellcheck: false,
} as const;

export function createElectronShell({ dataFolder, assets }: ElectronOptions): Shell {
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
      app.setPath('userData', join(dataFolder, 'electron-profile'));
      await app.whenReady();
      refuseEverythingElse(assets);
      listen(opened, answer);
      ipcMain.handle('dropped', (event, paths: readonly string[]) => {
        // a file that the page made itself has no path
        if (isOurs(event, opened())) dropped = paths.filter((path) => path !== '');
      });
      const shown = new BrowserWindow({
        title: '县计',
        width: 1440,
        height: 900,
        webPreferences: { ...LOCKED_DOWN, preload: join(assets, '..', 'preload', 'electron.cjs') },
      });
      window = shown;
      shown.on('close', (event) => {
        event.preventDefault();
        void closing().then(() => shown.destroy());
      });
      shown.on('closed', () => {
        window = null;
        closed.resolve();
      });
      shown.webContents.on('will-navigate', (event) => event.preventDefault());
      shown.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
      await shown.loadURL(`${ORIGIN}/`);
    },
    front: () => {
      if (window?.isMinimized() === true) window.restore();
      window?.focus();
    },
    send: (event, data) => window?.webContents.send('message', JSON.stringify({ event, data })),
    async pickFiles({ name, extensions, many }) {
      const { filePaths } = await dialog.showOpenDialog(opened(), {
        filters: [{ name, extensions: [...extensions] }],
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
    async dropped() {
      const paths = dropped;
      dropped = [];
      return paths;
    },
    async saveAs({ name, extension, folder }) {
      const { canceled, filePath } = await dialog.showSaveDialog(opened(), {
        defaultPath: join(folder, name),
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      });
      return canceled ? null : filePath;
    },
    toPdf,
    print,
    reveal: async (path) => {
      const problem = await desktop.openPath(dirname(path));
      if (problem !== '') throw new Fault('shell.cannot', { what: '打开所在文件夹' });
    },
    closed: closed.promise,
    quit: async () => {
      window?.destroy();
      await closed.promise;
    },
  };
}

/** The private origin answers from disk; every other address and every permission is refused. */
function refuseEverythingElse(assets: string): void {
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    if (url.origin !== ORIGIN) return new Response(null, { status: 403 });
    const { status, headers, body } = await serveAsset(assets, url.pathname);
    return new Response(new Uint8Array(body), { status, headers });
  });
  session.defaultSession.webRequest.onBeforeRequest((details, decide) =>
    decide({
      cancel: !/^(data|blob|devtools):/.test(details.url) && new URL(details.url).origin !== ORIGIN,
    }),
  );
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) =>
    decide(false),
  );
  session.defaultSession.setPermissionCheckHandler(() => false);
}

/** asked by our page in our window, and by no frame in it */
function isOurs({ senderFrame: frame }: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  return (
    frame !== null && frame === window.webContents.mainFrame && new URL(frame.url).origin === ORIGIN
  );
}

function listen(opened: () => BrowserWindow, answer: Answer): void {
  ipcMain.handle('call', async (event, text: string) => {
    if (!isOurs(event, opened()))
      return JSON.stringify({
        ok: false,
        fault: { code: 'shell.cannot', params: { what: '只接受主窗口的请求' } },
      });
    const { name, input } = JSON.parse(text) as { name: CallName; input: unknown };
    return JSON.stringify(await answer(name, input));
  });
}

async function withHiddenPage<T>(
  url: string,
  run: (page: BrowserWindow) => Promise<T>,
): Promise<T> {
  const page = new BrowserWindow({
    show: false,
    webPreferences: { ...LOCKED_DOWN, javascript: false, partition: 'print' },
  });
  try {
    await page.loadURL(url);
    return await run(page);
  } finally {
    page.destroy();
  }
}

function toPdf(html: string, paper: Paper): Promise<Uint8Array> {
  const url = `data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`;
  return withHiddenPage(url, (page) =>
    page.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      pageSize: { width: paper.width / MM_PER_INCH, height: paper.height / MM_PER_INCH },
    }),
  );
}

async function print(pdf: Uint8Array): Promise<void> {
  await withHiddenPage(
    `data:application/pdf;base64,${Buffer.from(pdf).toString('base64')}`,
    (page) =>
      new Promise<void>((done, failed) =>
        page.webContents.print({}, (ok, reason) =>
          ok || reason === 'Print job canceled'
            ? done()
            : failed(new Fault('shell.cannot', { what: '打印' })),
        ),
      ),
  );
}
