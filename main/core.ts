/** The program without a window: opens the book, answers calls, tells of changes. Knows no shell. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { coreCalls, type CoreCallName, type EventName, type Events, type Reply } from '../preload/contract/index.ts';
import { closeDatabase, openDatabase, type Reader } from './data/open.ts';
import { Fault, type FaultData } from './domain/fault.ts';
import { createDrafts, type Drafts } from './importing/drafts.ts';
import { handlers } from './handlers.ts';
import type { Book } from './services/book.ts';
import type { Paper } from './shell/shell.ts';

z.config({ jitless: true });

/** What the core needs of the process around it. */
export interface CoreHost {
  toPdf(html: string, paper: Paper): Promise<Uint8Array>;
  /** the path behind a handle that a dialog gave out. @throws Fault file.handle */
  pathOf(handle: string): Promise<string>;
}
export interface CoreOptions {
  readonly dataFolder: string;
  readonly clock: () => Date;
  readonly log: (line: string) => void;
  readonly host: CoreHost;
  readonly emit: <E extends EventName>(event: E, data: Events[E]) => void;
}
export interface Core {
  dispatch(call: string, input: unknown): Promise<Reply<unknown>>;
  close(): void;
}
/** What every handler is given. */
export interface Scene extends CoreOptions {
  readonly book: Book;
  readonly drafts: Drafts;
  /** throws the whole book away and opens an empty one */
  readonly startOver: () => void;
}

/** The one file in the data folder that holds the book. */
export const BOOK_FILE = 'county.db';

export function createCore(options: CoreOptions): Core {
  const file = join(options.dataFolder, BOOK_FILE);
  let db = openBook(options.dataFolder, file);
  const book: Book = {
    get db() {
      return db;
    },
    clock: options.clock,
    who: '本机',
    changed: (areas) => options.emit('changed', { areas }),
  };
  const startOver = (): void => {
    closeDatabase(db);
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    db = openBook(options.dataFolder, file);
    book.changed(['session', 'unit', 'person', 'project', 'arrival', 'imports']);
  };
  const scene: Scene = { ...options, book, drafts: createDrafts(), startOver };
  return {
    dispatch: (call, input) => dispatch(scene, call, input),
    close: () => closeDatabase(db),
  };
}

function openBook(folder: string, file: string): Reader {
  try {
    mkdirSync(folder, { recursive: true });
    return openDatabase(file);
  } catch (error) {
    if (error instanceof Fault) throw error;
    const code = (error as { code?: unknown }).code;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT' || code === 'ENOTDIR' || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY') throw new Fault('folder.unwritable', { folder });
    throw error;
  }
}

/** Parses once at the door; a Fault becomes its code, anything else is logged and named unexpected. */
async function dispatch(scene: Scene, call: string, input: unknown): Promise<Reply<unknown>> {
  if (!Object.hasOwn(coreCalls, call)) return refuse({ code: 'input.invalid', params: { path: call } });
  const name = call as CoreCallName;
  const parsed = coreCalls[name].input.safeParse(input);
  if (!parsed.success) return refuse({ code: 'input.invalid', params: { path: `${name} ${parsed.error.issues[0]?.path.join('.') ?? ''} ${parsed.error.issues[0]?.message ?? ''}` } });
  try {
    const handle = handlers[name] as (scene: Scene, input: unknown) => unknown;
    return { ok: true, value: await handle(scene, parsed.data) };
  } catch (error) {
    if (error instanceof Fault) return refuse({ code: error.code, params: error.params } as FaultData);
    scene.log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return refuse({ code: 'unexpected', params: { detail: error instanceof Error ? error.message : String(error) } });
  }
}

const refuse = (fault: FaultData): Reply<never> => ({ ok: false, fault });
