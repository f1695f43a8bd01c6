/**
 * The core of a book that cannot be opened: every call answers why, and those that mend it work;
 * once mended it is the core.
 */
import { join } from 'node:path';
import type { Reply } from '../../preload/contract/index.ts';
import { coreCalls } from '../../preload/contract/index.ts';
import { Fault, type FaultData } from '../domain/fault.ts';
import { meaningOf } from '../data/sound-file.ts';
import { createLog } from '../maintenance/log.ts';
import { listBackups } from '../maintenance/backups.ts';
import { salvageBook } from '../maintenance/salvage.ts';
import { PROGRAM_VERSION } from '../process/version.ts';
import { LEDGER_CODES } from '../domain/ledgers/index.ts';
import { BOOK_FILE } from '../services/book/save-file.ts';
import { createCore, type Core } from './core.ts';
import { insideNamed, restoreNamed } from './keeping-calls.ts';
import type { CoreOptions } from './scene.ts';

/**
 * A book that cannot be opened still gets its window: every call answers why, and lets it be
 * restored.
 */
export function openCore(options: CoreOptions): Core {
  try {
    return createCore(options);
  } catch (error) {
    if (error instanceof Fault)
      return createHurtCore(options, { code: error.code, params: error.params } as FaultData);
    const log = createLog(options.dataFolder, PROGRAM_VERSION, options.clock);
    return createHurtCore(options, {
      code: 'unexpected',
      params: { detail: String(error), number: log.fault('open', error) },
    });
  }
}

function createHurtCore(options: CoreOptions, fault: FaultData): Core {
  let mended: Core | null = null;
  const open = (): void => {
    mended = createCore(options);
    options.emit('changed', { areas: ['session', 'imports', ...LEDGER_CODES] });
  };
  const answer = (call: string, input: unknown): unknown => {
    switch (call) {
      case 'keeping.state':
        return {
          backups: listBackups(options.dataFolder),
          secondPlace: null,
          secondCopyAt: null,
          isDiskFull: false,
        };
      case 'keeping.inside':
        return insideNamed(options, coreCalls[call].input.parse(input).name);
      case 'keeping.restore': {
        const restored = restoreNamed(options, coreCalls[call].input.parse(input).name);
        open();
        return restored;
      }
      case 'keeping.salvage': {
        const salvaged = salvageBook(options.dataFolder, options.clock);
        open();
        return salvaged;
      }
      default:
        throw new Fault(fault.code, fault.params);
    }
  };
  const dispatch = (call: string, input: unknown): Reply<unknown> => {
    try {
      return { ok: true, value: answer(call, input) };
    } catch (error) {
      const meant = meaningOf(error, join(options.dataFolder, BOOK_FILE));
      if (!(meant instanceof Fault)) throw error;
      return { ok: false, fault: { code: meant.code, params: meant.params } as FaultData };
    }
  };
  return {
    dispatch: async (call, input, isCancelled) =>
      mended === null ? dispatch(call, input) : mended.dispatch(call, input, isCancelled),
    close: () => mended?.close(),
  };
}
