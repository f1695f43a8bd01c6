/** The product's shell on Electron: a sandboxed window, its protocol, dialogs and printing. Written and type-checked; no binary was at hand to run it. */
import { app, BrowserWindow, dialog, ipcMain, protocol, session, shell as desktop } from 'electron';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '../../domain/fault.ts';
import { assetFor, ORIGIN } from '../assets.ts';
import type { Paper, Shell } from '../shell.ts';

const MM_PER_INCH = 25.4;

/** Must run before the app is ready: the private origin counts as secure. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'https', privileges: { standard: true, secure: true, supportFetchAPI: false } }]);
}

export function createElectronShell(options: { readonly assets: string; readonly preload: string }): Shell {
  let window: BrowserWindow | null = null;
  let left = (): void => undefined;
  const closed = new Promise<void>((resolve) => (left = resolve));

  return {
    name: 'electron',
    closed,
    toPdf,
    async open(answer) {
      protocol.handle('https', async (request) => {
        const asset = await assetFor(options.assets, request.url);
        return new Response(new Uint8Array(asset.body), { status: asset.status, headers: { ...asset.headers } });
      });
      session.defaultSession.setPermissionRequestHandler((_, __, decide) => decide(false));
      window = new BrowserWindow({ width: 1366, height: 768, show: false, title: '县计', webPreferences: { preload: options.preload, contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, spellcheck: false } });
      keepInside(window);
      ipcMain.handle('call', async (event, text: string) => {
        if (event.senderFrame !== window?.webContents.mainFrame || new URL(event.senderFrame.url).origin !== ORIGIN) throw new Error('not the window');
        const [call, input] = JSON.parse(text) as [never, unknown];
        return JSON.stringify(await answer(call, input));
      });
      window.on('closed', () => ((window = null), left()));
      await window.loadURL(`${ORIGIN}/`);
      window.maximize();
      window.show();
    },
    send(event, data) {
      window?.webContents.send('event', JSON.stringify([event, data]));
    },
    async pickFiles(filter) {
      const { canceled, filePaths } = await dialog.showOpenDialog({ filters: [{ name: filter.name, extensions: [...filter.extensions] }], properties: filter.many ? ['openFile', 'multiSelections'] : ['openFile'] });
      return canceled ? [] : filePaths;
    },
    async saveAs(request) {
      const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: join(request.folder, `${request.name}.${request.extension}`), filters: [{ name: request.extension, extensions: [request.extension] }] });
      return canceled ? null : filePath;
    },
    print: printPdf,
    reveal: (path) => Promise.resolve(desktop.showItemInFolder(path)),
    async quit() {
      app.quit();
      await closed;
    },
  };
}

/** No navigation away, no new windows, no attached views. */
function keepInside(window: BrowserWindow): void {
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.on('will-redirect', (event) => event.preventDefault());
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

async function toPdf(html: string, paper: Paper): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'county-planner-print-'));
  const page = new BrowserWindow({ show: false, webPreferences: { javascript: false, sandbox: true, partition: 'print' } });
  try {
    const file = join(folder, 'page.html');
    await writeFile(file, html);
    await page.loadFile(file);
    return await page.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, pageSize: { width: paper.width / MM_PER_INCH, height: paper.height / MM_PER_INCH } });
  } finally {
    page.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Shows the PDF in Electron's own viewer and opens the system's print dialog on it. */
async function printPdf(pdf: Uint8Array, title: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'county-planner-print-'));
  const file = join(folder, `${title.replace(/[\\/:*?"<>|]/g, '')}.pdf`);
  await writeFile(file, pdf);
  const failed = await desktop.openPath(file);
  if (failed === '') return;
  await rm(folder, { recursive: true, force: true });
  throw new Fault('shell.cannot', { what: '打印' });
}
