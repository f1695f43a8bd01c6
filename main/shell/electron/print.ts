/**
 * Paper in Electron: PDF from a page without scripts, and the system's print dialog over a PDF in a
 * hidden window of its own.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowserWindow, shell as desktop, type WebPreferences } from 'electron';
import { Fault } from '../../domain/fault.ts';
import { footerFor } from '../footer.ts';
import type { Paper } from '../shell.ts';
import { LOCKED_DOWN, servePaper, type Served } from './lockdown.ts';

const MM_PER_INCH = 25.4;
const HTML = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";
const PDF = "default-src 'self'; object-src 'self'";
const PATIENCE_MS = 30_000;
const LOOK_AGAIN_MS = 50;
/**
 * a printing system that refuses says so at once; a dialog says nothing until somebody has chosen
 */
const ASKED_MS = 1000;

/**
 * Served from an address of its own: as a `data:` URL a document of more than 2 MiB would not be
 * loaded.
 */
export async function toPdf(html: string, paper: Paper): Promise<Uint8Array> {
  const { page, end } = await openHidden(
    { document: Buffer.from(html), type: 'text/html; charset=utf-8', csp: HTML },
    { javascript: false },
  );
  try {
    return await page.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      pageSize: { width: paper.width / MM_PER_INCH, height: paper.height / MM_PER_INCH },
      ...(paper.firstPage === true ? { pageRanges: '1' } : {}),
      ...footerFor(html, process.versions.chrome),
    });
  } finally {
    end();
  }
}

/**
 * the last page given to the printing system, which may still read from it: it does not always say
 * when it is done
 */
let handedOver: () => void = () => undefined;

/**
 * Asks for the system's print dialog. In the viewer that Chromium shows a PDF in, or the file would
 * be a download and the printed page empty.
 */
export async function printInElectron(pdf: Uint8Array, title: string): Promise<void> {
  handedOver();
  const { page, end } = await openHidden(
    { document: pdf, type: 'application/pdf', csp: PDF },
    { plugins: true },
  );
  handedOver = end;
  if (!(await viewerDrawn(page))) {
    end();
    return openInReader(pdf, title);
  }
  await new Promise<void>((done, failed) => {
    setTimeout(done, ASKED_MS);
    page.webContents.print({}, (ok, reason) => {
      end();
      if (ok || /cancell?ed/i.test(reason)) done();
      else failed(new Fault('shell.cannot', { what: '打印' }));
    });
  });
}

export async function openHidden(
  served: Served,
  preferences: WebPreferences,
): Promise<{ readonly page: BrowserWindow; end(): void }> {
  const paper = servePaper(served);
  const page = new BrowserWindow({
    show: false,
    webPreferences: { ...LOCKED_DOWN, ...preferences },
  });
  const end = (): void => {
    page.destroy();
    paper.end();
  };
  try {
    await page.loadURL(paper.url);
  } catch (error) {
    end();
    throw error;
  }
  return { page, end };
}

/**
 * No event says when the viewer has laid the pages out; printed before that they come out empty.
 */
async function viewerDrawn(page: BrowserWindow): Promise<boolean> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_AGAIN_MS) {
    const { mainFrame } = page.webContents;
    const inner = mainFrame.framesInSubtree.find(
      (frame) => frame !== mainFrame && frame.url === mainFrame.url,
    );
    const height: unknown = await inner
      ?.executeJavaScript("document.querySelector('#sizer')?.style.height ?? ''")
      .catch(() => '');
    if (typeof height === 'string' && height !== '') return true;
    await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS));
  }
  return false;
}

/**
 * A viewer that is not as it was known: whatever this machine reads PDFs with can print as well.
 */
async function openInReader(pdf: Uint8Array, title: string): Promise<void> {
  const name = `${title.replace(/[\\/:*?"<>|]/g, '_')}.pdf`;
  const file = join(mkdtempSync(join(tmpdir(), 'county-planner-')), name);
  writeFileSync(file, pdf);
  const problem = await desktop.openPath(file);
  if (problem !== '') throw new Fault('shell.cannot', { what: '打开打印用的 PDF' });
}
