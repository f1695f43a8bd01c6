/** The second shell: an installed Chromium as the window, driven over a pipe; no port opens. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { BrowserContext, Page, Route } from 'playwright-core';
import type { CallName } from '../../../preload/contract/index.ts';
import { Fault } from '../../domain/fault.ts';
import { ORIGIN, serveAsset } from '../assets.ts';
import type { AnswerCall, Shell } from '../shell.ts';
import {
  droppedFiles,
  openWithDesktop,
  pickFilesInPage,
  pickFolderInPage,
  saveAs,
  type Dialogs,
} from './dialogs.ts';
import { launchWindow } from './launch.ts';
import { createPrinter } from './print.ts';

export interface ChromiumOptions {
  readonly dataFolder: string;
  /** the built page; the preload script lies beside it, in ../preload */
  readonly assets: string;
  readonly headless?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly dialogs?: Dialogs;
}
export type ChromiumShell = Shell & { readonly page: Page };

/** the names that preload/chromium.ts knows too */
const RAW = '__countyPlannerRaw';
const MESSAGE = 'county-planner-message';

export function createChromiumShell(options: ChromiumOptions): ChromiumShell {
  const { dataFolder, assets, dialogs } = options;
  const printer = createPrinter();
  const closed = Promise.withResolvers<void>();
  let page: Page | null = null;
  const opened = (): Page => {
    if (page === null) throw new Fault('shell.cannot', { what: '窗口没有打开' });
    return page;
  };
  const leave = (): void =>
    void printer
      .close()
      .catch(() => undefined)
      .then(closed.resolve);
  const launch = async (answer: AnswerCall): Promise<void> => {
    const context = await launchWindow({
      dataFolder,
      headless: options.headless ?? false,
      viewport: options.viewport ?? { width: 1440, height: 900 },
    });
    const shown = await furnish(context, assets, answer);
    page = shown;
    let crashed = false;
    shown.on('crash', () => {
      crashed = true;
      // a page that crashed cannot be mended in place; the whole window starts again
      void shut(context)
        .then(() => launch(answer))
        .catch(leave);
    });
    shown.on('close', () => void shut(context));
    context.on('close', () => {
      if (!crashed) leave();
    });
    await shown.goto(`${ORIGIN}/`);
  };
  return {
    name: 'chromium',
    get page() {
      return opened();
    },
    // Chromium waits for nobody: its page is told by preload/chromium.ts in the moment that it goes
    open: (answer) => launch(answer),
    front: () => void page?.bringToFront().catch(() => undefined),
    send: (event, data) => tellPage(page, JSON.stringify({ event, data })),
    ...dialogsOver(opened, dialogs),
    dropped: () => droppedFiles(opened()),
    toPdf: (html, paper) => printer.toPdf(html, paper),
    toPng: (svg, size, scale) => printer.toPng(svg, size, scale),
    print: printWithDesktop,
    openFile: dialogs?.open ?? openFileWithDesktop,
    closed: closed.promise,
    quit: async () => {
      await shut(opened().context());
      await closed.promise;
    },
  };
}

/** A window that is going away has nobody left to tell. */
function tellPage(page: Page | null, message: string): void {
  page
    ?.evaluate(([name, data]) => window.dispatchEvent(new MessageEvent(name, { data })), [
      MESSAGE,
      message,
    ] as const)
    .catch(() => undefined);
}

/** The page's own dialogs, or what a test gives in their place. */
const dialogsOver = (
  opened: () => Page,
  dialogs: Dialogs | undefined,
): Pick<Shell, 'pickFiles' | 'pickFolder' | 'saveAs'> => ({
  pickFiles: async ({ extensions, many }) =>
    dialogs?.pick() ?? (await pickFilesInPage(opened(), extensions, many)),
  pickFolder: async () =>
    dialogs === undefined ? pickFolderInPage(opened()) : (dialogs.folder?.() ?? null),
  saveAs: async (request) => (dialogs === undefined ? saveAs(request) : dialogs.save(request)),
});

const openFileWithDesktop: Shell['openFile'] = (path) =>
  openWithDesktop(path, () => new Fault('attachment.notOpened', { file: basename(path) }));

/** The PDF goes to the desktop's own viewer, which has the print dialog. */
const printWithDesktop: Shell['print'] = async (pdf, title) => {
  const file = join(
    mkdtempSync(join(tmpdir(), 'county-planner-')),
    `${title.replace(/[\\/:*?"<>|]/g, '_')}.pdf`,
  );
  writeFileSync(file, pdf);
  await openWithDesktop(file, () => new Fault('shell.cannot', { what: '打开打印用的 PDF' }));
};

/**
 * a browser that was killed, or is closing already, refuses to be closed; either way it is going
 */
const shut = (context: BrowserContext): Promise<void> => context.close().catch(() => undefined);

/** Routes, bridge and refusals, before anything of ours loads. */
async function furnish(context: BrowserContext, assets: string, answer: AnswerCall): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await context.route('**/*', (route) =>
    serve(route, page, assets).catch(() => route.abort().catch(() => undefined)),
  );
  await context.exposeBinding(RAW, async ({ frame }, text: string) => {
    if (frame !== page.mainFrame() || new URL(frame.url()).origin !== ORIGIN)
      return JSON.stringify({
        ok: false,
        fault: { code: 'shell.cannot', params: { what: '只接受主窗口的请求' } },
      });
    const { name, input } = JSON.parse(text) as { name: CallName; input: unknown };
    return JSON.stringify(await answer(name, input));
  });
  await context.addInitScript(readFileSync(join(assets, '..', 'preload', 'chromium.js'), 'utf8'));
  context.on('page', (other) => void other.close());
  return page;
}

async function serve(route: Route, page: Page, assets: string): Promise<void> {
  const request = route.request();
  const url = new URL(request.url());
  if (url.origin === ORIGIN && request.method() === 'GET')
    return route.fulfill(await serveAsset(assets, url.pathname));
  // the first request of a window that is being opened has no frame yet, and asking for it throws:
  // it is refused with the rest.
  // Aborting a navigation of our window would put an error page in the program's place
  if (request.isNavigationRequest() && request.frame() === page.mainFrame())
    return route.fulfill({ status: 204 });
  return route.abort();
}
