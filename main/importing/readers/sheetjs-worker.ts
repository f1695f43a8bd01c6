/**
 * The thread that SheetJS runs in: a file that hangs it or eats its memory ends this thread and
 * nothing else.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { Workbook } from '../sheet/sheet.ts';
import { oleKind, sheetjsWorkbook } from './sheetjs.ts';

/** What the thread is started with. */
export interface SheetjsJob {
  readonly input: Uint8Array | string;
  readonly from: 'zip' | 'ole' | 'biff' | 'text';
}
export type SheetjsReply =
  | { readonly kind: 'read'; readonly workbook: Workbook }
  | { readonly kind: 'encrypted' | 'notWorkbook' | 'damaged' };

function answer({ input, from }: SheetjsJob): SheetjsReply {
  try {
    if (from === 'ole' && typeof input !== 'string') {
      const kind = oleKind(input);
      if (kind !== 'biff') return { kind: kind === 'encrypted' ? 'encrypted' : 'notWorkbook' };
    }
    return { kind: 'read', workbook: sheetjsWorkbook(input, from === 'ole' ? 'biff' : from) };
  } catch (error) {
    // what the library throws on a broken file means something to its authors only, save that a
    // password is wanted
    return {
      kind: /password|encrypt/i.test(error instanceof Error ? error.message : '')
        ? 'encrypted'
        : 'damaged',
    };
  }
}

parentPort?.postMessage(answer(workerData as SheetjsJob));
