/**
 * The outside judges of what is printed: Chromium for PDF, openpyxl and LibreOffice for workbooks,
 * poppler for pages.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll } from 'vitest';
import { findBrowser } from '../../main/shell/chromium/find-browser.ts';
import type { PrintHost } from '../../main/shell/shell.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder for what a test prints; gone when its file's tests are. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'reporting-'));
  folders.push(folder);
  return folder;
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    chromiumSandbox: process.getuid?.() !== 0,
  });
}

export function printsWith(browser: Browser): PrintHost {
  const onPage = async <T>(work: (page: Page) => Promise<T>, scale = 1): Promise<T> => {
    const page = await browser.newPage({ deviceScaleFactor: scale });
    try {
      return await work(page);
    } finally {
      await page.close();
    }
  };
  return {
    toPdf: (html) => onPage((page) => pdfOn(page, html)),
    toPng: (svg, size, scale) => onPage((page) => pngOn(page, svg, size), scale),
  };
}

/** Prints one after the other on the same page: for many tables. */
export async function printsOnOnePage(browser: Browser): Promise<PrintHost> {
  const page = await browser.newPage();
  return { ...printsWith(browser), toPdf: (html) => pdfOn(page, html) };
}

async function pdfOn(page: Page, html: string): Promise<Uint8Array> {
  await page.setContent(html);
  return new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
}

async function pngOn(
  page: Page,
  svg: string,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Uint8Array> {
  await page.setContent(`<body style="margin:0">${svg}</body>`);
  return new Uint8Array(await page.screenshot({ clip: { x: 0, y: 0, width, height } }));
}

/** The text of each page, laid out as printed. */
export function pagesOf(pdf: string): string[] {
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return text.split('\f').slice(0, -1);
}

export interface Word {
  readonly page: number;
  readonly middle: number;
  readonly left: number;
  readonly right: number;
  readonly text: string;
}

/** Every word with its place, in pt from the page's corner; `middle` is that of its line. */
export function wordsOf(pdf: string): Word[] {
  const xml = execFileSync('pdftotext', ['-bbox', pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  let page = 0;
  return xml.split('\n').flatMap((line) => {
    if (line.includes('<page ')) page += 1;
    const found =
      /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/.exec(line);
    return found === null
      ? []
      : [
          {
            page,
            left: Number(found[1]),
            middle: (Number(found[2]) + Number(found[4])) / 2,
            right: Number(found[3]),
            text: found[5] ?? '',
          },
        ];
  });
}

/**
 * LibreOffice, with a profile of its own, opens the workbook or the Word file, recalculates it and
 * writes it into `folder` in another format.
 */
export function convert(file: string, format: 'pdf' | 'csv', folder: string): string {
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      format === 'csv' ? 'csv:Text - txt - csv (StarCalc):44,34,76' : format,
      '--outdir',
      folder,
      file,
    ],
    { stdio: 'ignore' },
  );
  return join(folder, basename(file).replace(/\.\w+$/, `.${format}`));
}

/**
 * Evaluates a Python expression over the opened workbook (`sheet`, and `values` with cached
 * results); the answer travels as JSON.
 */
export function ask<T>(file: string, expression: string): T {
  const program = `import json,sys,openpyxl\nsheet=openpyxl.load_workbook(sys.argv[1]).worksheets[0]\nvalues=openpyxl.load_workbook(sys.argv[1],data_only=True).worksheets[0]\nprint(json.dumps(${expression}))`;
  return JSON.parse(
    execFileSync('/usr/bin/python3', ['-c', program, file], { encoding: 'utf8' }),
  ) as T;
}

export function put(folder: string, name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

export const textOf = (file: string): string => readFileSync(file, 'utf8');
