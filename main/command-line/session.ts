/** A core for one command: opened on a folder, asked by name, closed again with its printer. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CallName, CoreCallName, Input, Output } from '../../preload/contract/index.ts';
import { createCore, type Core } from '../core/core.ts';
import type { CoreOptions } from '../core/scene.ts';
import { copyForReading } from '../data/open.ts';
import { Fault } from '../domain/fault.ts';
import { BOOK_FILE } from '../services/book/save-file.ts';
import { takeLock, type Lock } from '../process/lock.ts';
import { createPrinter } from '../shell/chromium/print.ts';

export interface CoreSession {
  ask<N extends CoreCallName & CallName>(call: N, input: Input<N>): Promise<Output<N>>;
  close(): Promise<void>;
}

/**
 * What a command does with the book: `read` it (a window may have it open), `write` it (nobody else
 * may), or `make` a new one.
 */
export type Purpose = 'read' | 'write' | 'make';

/**
 * Opens the book in `folder`; without one, an empty book that is thrown away (for `inspect` and
 * `tables`).
 * @throws Fault county.missing where there is no book to read or write; database.locked where a
 * window or another command has it
 */
export async function openSession(
  folder: string | undefined,
  purpose: Purpose,
): Promise<CoreSession> {
  // a mistyped folder must not read as an empty ledger
  if (folder !== undefined && purpose !== 'make' && !existsSync(join(folder, BOOK_FILE)))
    throw new Fault('county.missing', {});
  const isLent = folder === undefined || purpose === 'read';
  const dataFolder = isLent ? mkdtempSync(join(tmpdir(), 'county-planner-')) : resolve(folder);
  if (folder !== undefined && isLent) lend(folder, dataFolder);
  const lock = folder === undefined || purpose === 'read' ? null : await takeLock(dataFolder);
  let printer: ReturnType<typeof createPrinter> | null = null;
  const core = opened(lock, {
    dataFolder,
    ...(folder === undefined ? {} : { logFolder: resolve(folder) }),
    clock: () => new Date(),
    log: (line) => process.stderr.write(`${line}\n`),
    host: {
      toPdf: (html, paper) => (printer ??= createPrinter()).toPdf(html, paper),
      toPng: (svg, size, scale) => (printer ??= createPrinter()).toPng(svg, size, scale),
      pathOf: (handle) => Promise.resolve(resolve(handle)),
    },
    emit: () => undefined,
  });
  return {
    async ask(call, input) {
      const reply = await core.dispatch(call, input);
      if (!reply.ok) throw new Fault(reply.fault.code, reply.fault.params);
      return reply.value as Output<typeof call>;
    },
    async close() {
      core.close();
      lock?.release();
      await printer?.close();
      if (isLent) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/**
 * Who only reads works on a copy: the book is neither upgraded nor brought up to date for it, and a
 * window may go on writing.
 */
function lend(folder: string, to: string): void {
  try {
    copyForReading(join(folder, BOOK_FILE), join(to, BOOK_FILE));
  } catch (error) {
    rmSync(to, { recursive: true, force: true });
    throw error;
  }
}

/** A book that does not open holds nobody else up. */
function opened(lock: Lock | null, options: CoreOptions): Core {
  try {
    return createCore(options);
  } catch (error) {
    lock?.release();
    throw error;
  }
}
