/** A core for one command: opened on a folder, asked by name, closed again with its printer. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CallName, CoreCallName, Input, Output } from '../../preload/contract/index.ts';
import { BOOK_FILE, createCore } from '../core.ts';
import { Fault } from '../domain/fault.ts';
import { createPrinter } from '../shell/chromium/print.ts';

export interface CoreSession {
  ask<N extends CoreCallName & CallName>(call: N, input: Input<N>): Promise<Output<N>>;
  close(): Promise<void>;
}

/** Opens the book in `folder` (only `make` begins a new one there); without one, an empty book that is thrown away (for `inspect` and `tables`). */
export function openSession(folder: string | undefined, make = false): CoreSession {
  // a mistyped folder must not read as an empty ledger
  if (folder !== undefined && !make && !existsSync(join(folder, BOOK_FILE))) throw new Fault('county.missing', {});
  const dataFolder = folder === undefined ? mkdtempSync(join(tmpdir(), 'county-planner-')) : resolve(folder);
  let printer: ReturnType<typeof createPrinter> | null = null;
  const core = createCore({
    dataFolder,
    clock: () => new Date(),
    log: (line) => process.stderr.write(`${line}\n`),
    host: {
      toPdf: (html, paper) => (printer ??= createPrinter()).toPdf(html, paper),
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
      await printer?.close();
      if (folder === undefined) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
