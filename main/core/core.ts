/**
 * The program without a window: opens the book, answers calls, tells of changes. Knows no shell.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { coreCalls, type CoreCallName, type Reply } from '../../preload/contract/index.ts';
import { NEWEST } from '../data/migrate.ts';
import { openDatabase, type Reader } from '../data/open.ts';
import { lastChange } from '../data/records/history.ts';
import { meaningOf } from '../data/sound-file.ts';
import { Fault, type FaultData } from '../domain/fault.ts';
import { createBackupThread, type BackupThread } from '../maintenance/backup-thread.ts';
import { isBackupDue, keepAutomatically, type KeptBook } from '../maintenance/backups.ts';
import { createLog } from '../maintenance/log.ts';
import { makeFolder } from '../process/folder.ts';
import { PROGRAM_VERSION } from '../process/version.ts';
import { createDrafts } from '../importing/plan/drafts.ts';
import type { Watch } from '../importing/sheet/watch.ts';
import { askedAgain, connect } from './connections.ts';
import { handlers } from './handlers.ts';
import { removeOpenedCopies } from '../services/attachments/attachments.ts';
import type { Book } from '../services/book/book.ts';
import { operatorOf } from '../services/book/operator.ts';
import { BOOK_FILE } from '../services/book/save-file.ts';
import { everyArea } from '../services/records/undo.ts';
import { recordRules } from '../services/rules.ts';
import type { CoreOptions, Scene } from './scene.ts';

z.config({ jitless: true });
export interface Core {
  /** `isCancelled` is asked by long work of this call: true ends it with import.cancelled */
  dispatch(call: string, input: unknown, isCancelled?: () => boolean): Promise<Reply<unknown>>;
  close(): void;
}

export function createCore(options: CoreOptions): Core {
  const file = join(options.dataFolder, BOOK_FILE);
  const log = createLog(options.logFolder ?? options.dataFolder, PROGRAM_VERSION, options.clock);
  const connections = connect(
    () => openBook(options.dataFolder, file),
    (error) => void log.fault('idle', error),
  );
  let undoFloor = lastChange(connections.doing);
  log.note(`opened version ${PROGRAM_VERSION} schema ${NEWEST}`);
  const floor = (): number => undoFloor;
  const book = bookOn(options, () => connections.doing, floor);
  const asking = bookOn(options, () => connections.asking, floor);
  const reopened = (): void => {
    undoFloor = lastChange(connections.doing);
    book.changed(everyArea(connections.doing));
  };
  const thread = createBackupThread();
  const kept = (): KeptBook => ({ ...options, db: connections.doing });
  const startOver = (): void => {
    thread.settle();
    connections.startOver();
    reopened();
  };
  const replaceBook = <T>(work: () => T): T => {
    thread.settle();
    try {
      return connections.replace(work);
    } finally {
      reopened();
    }
  };
  const backups = unaskedBackups(options, log, thread, kept);
  const scene: Omit<Scene, 'watch'> = {
    ...options,
    book,
    faults: log,
    drafts: createDrafts(),
    backUp: (reason, to) => thread.make(kept, reason, to),
    startOver,
    replaceBook,
  };
  return {
    dispatch: async (call, input, isCancelled = () => false) => {
      const watch = (job: string): Watch => watched(options, job, isCancelled);
      const reply = await dispatch({ ...scene, watch }, asking, call, input);
      connections.rest(book);
      return reply;
    },
    close: () => {
      backups.close();
      removeOpenedCopies(options.dataFolder);
      connections.close();
    },
  };
}

/** The book as the services see it, on one of its connections. */
const bookOn = (options: CoreOptions, db: () => Reader, undoFloor: () => number): Book => ({
  get db() {
    return db();
  },
  clock: options.clock,
  get who() {
    return operatorOf(db());
  },
  get undoFloor() {
    return undoFloor();
  },
  changed: (areas) => options.emit('changed', { areas }),
  rules: recordRules,
});

/**
 * The day's backup and the closing one, where this folder keeps any; one that cannot be made stops
 * nobody: the log says why.
 */
function unaskedBackups(
  options: CoreOptions,
  log: Scene['faults'],
  thread: BackupThread,
  kept: () => KeptBook,
): { readonly close: () => void } {
  if (options.keepsBackups !== true) return { close: () => thread.end() };
  const keepDaily = async (): Promise<void> => {
    try {
      if (isBackupDue(kept(), 'daily')) await thread.make(kept, 'daily');
    } catch (error) {
      log.fault('backup daily', error);
    }
  };
  // not before the first page has what it asked for
  const daily = setTimeout(() => void keepDaily(), DAILY_AFTER_MS);
  return {
    close: () => {
      clearTimeout(daily);
      thread.end();
      try {
        keepAutomatically(kept(), 'closing');
      } catch (error) {
        log.fault('backup closing', error);
      }
    },
  };
}

function openBook(folder: string, file: string): Reader {
  try {
    makeFolder(folder);
    return openDatabase(file);
  } catch (error) {
    throw meaningOf(error, file);
  }
}

const DAILY_AFTER_MS = 5000;
const EVERY_MS = 100;

/**
 * Progress as the window hears it: ten times a second at most, with the time that the rest will
 * take at this rate.
 */
function watched({ emit }: CoreOptions, job: string, isCancelled: () => boolean): Watch {
  const began = performance.now();
  let next = began + EVERY_MS;
  return {
    cancelled: isCancelled,
    progress(done, total) {
      const now = performance.now();
      if (now < next) return;
      next = now + EVERY_MS;
      emit('progress', {
        job,
        done,
        total,
        secondsLeft:
          done > 0 ? Math.ceil((((now - began) / done) * Math.max(total - done, 0)) / 1000) : null,
      });
    },
  };
}

/**
 * Parses once at the door; a Fault becomes its code, anything else is logged and named unexpected.
 */
async function dispatch(
  scene: Scene,
  asking: Book,
  call: string,
  input: unknown,
): Promise<Reply<unknown>> {
  if (!Object.hasOwn(coreCalls, call))
    return refuse({ code: 'input.invalid', params: { path: call } });
  const name = call as CoreCallName;
  const parsed = coreCalls[name].input.safeParse(input);
  if (!parsed.success)
    return refuse({
      code: 'input.invalid',
      params: {
        path: `${name} ${parsed.error.issues[0]?.path.join('.') ?? ''} ${parsed.error.issues[0]?.message ?? ''}`,
      },
    });
  try {
    const handle = handlers[name] as (scene: Scene, input: unknown) => unknown;
    const value = coreCalls[name].writes
      ? await handle(scene, parsed.data)
      : await askedAgain(scene.book.db, () => handle({ ...scene, book: asking }, parsed.data));
    return { ok: true, value };
  } catch (error) {
    const meant = meaningOf(error, BOOK_FILE);
    if (meant instanceof Fault)
      return refuse({ code: meant.code, params: meant.params } as FaultData);
    scene.log(
      `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return refuse({
      code: 'unexpected',
      params: {
        detail: error instanceof Error ? error.message : String(error),
        number: scene.faults.fault(name, error),
      },
    });
  }
}

const refuse = (fault: FaultData): Reply<never> => ({ ok: false, fault });
