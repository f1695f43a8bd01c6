/**
 * Prints one document in a process of its own, after a small one as warm-up: ours from the table's
 * data, or the bare HTML by Chromium alone; prints how long it took and the most memory that it and
 * its Chromium had.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { PrintTable } from '../../main/reporting/model/table.ts';
import { writers } from '../../main/reporting/writers/index.ts';
import { findBrowser } from '../../main/shell/chromium/find-browser.ts';
import { canSandbox, QUIET } from '../../main/shell/chromium/launch.ts';
import { createPrinter } from '../../main/shell/chromium/print.ts';

export interface PrintedRun {
  readonly milliseconds: number;
  readonly megabytes: number;
}

const statusOf = (id: string): string => {
  try {
    return readFileSync(`/proc/${id}/status`, 'utf8');
  } catch {
    return '';
  }
};

/** MB that this process and all that it started had at most, each for itself. */
function mostOfAll(): number {
  const all = readdirSync('/proc')
    .filter((id) => /^\d+$/u.test(id))
    .map((id) => {
      const status = statusOf(id);
      return {
        id: Number(id),
        parent: Number(/^PPid:\s*(\d+)/mu.exec(status)?.[1]),
        kilobytes: Number(/^VmHWM:\s*(\d+)/mu.exec(status)?.[1] ?? 0),
      };
    });
  const family = new Set([process.pid]);
  for (let grown = 0; grown !== family.size;) {
    grown = family.size;
    for (const one of all) if (family.has(one.parent)) family.add(one.id);
  }
  return all.reduce((sum, one) => sum + (family.has(one.id) ? one.kilobytes : 0), 0) / 1024;
}

async function timed(print: () => Promise<unknown>): Promise<PrintedRun> {
  const start = performance.now();
  await print();
  return { milliseconds: performance.now() - start, megabytes: mostOfAll() };
}

async function ours(file: string): Promise<PrintedRun> {
  const table = JSON.parse(readFileSync(file, 'utf8')) as PrintTable;
  const printer = createPrinter();
  try {
    await writers.pdf({ ...table, rows: table.rows.slice(0, 3) }, printer);
    return await timed(() => writers.pdf(table, printer));
  } finally {
    await printer.close();
  }
}

async function bare(file: string): Promise<PrintedRun> {
  const html = readFileSync(file, 'utf8');
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    headless: true,
    chromiumSandbox: canSandbox,
    args: [...QUIET],
  });
  const print = async (text: string): Promise<void> => {
    const page = await browser.newPage();
    await page.setContent(text);
    await page.pdf({ preferCSSPageSize: true, printBackground: true });
    await page.close();
  };
  try {
    await print('<p>一');
    return await timed(() => print(html));
  } finally {
    await browser.close();
  }
}

const [side = '', file = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await (side === 'ours' ? ours : bare)(file)));
