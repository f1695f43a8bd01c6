/** Backups made on a thread of their own, one after the other, while the book goes on answering. */
import { Worker } from 'node:worker_threads';
import { lendHandle } from '../data/open.ts';
import { Fault } from '../domain/fault.ts';
import type { BackupLine, BackupReason } from '../domain/keeping/backup.ts';
import type { KeptBook } from './backups.ts';
import type { BackupJob, BackupReply } from './backup-worker.ts';

export interface BackupThread {
  /** `to`: as of makeBackup. @throws Fault as makeBackup */
  make(book: () => KeptBook, reason: BackupReason, to?: string): Promise<BackupLine>;
  /** before the book is closed: returns once no thread reads it any more */
  settle(): void;
  /** settles, and refuses those that have not begun: the book is closed for good */
  end(): void;
}

const WORKER = new URL(
  `./backup-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`,
  import.meta.url,
);
/** a thread that has died cannot say so; a copy of gigabytes to a slow stick takes less */
const PATIENCE_MS = 600_000;

export function createBackupThread(): BackupThread {
  let last: Promise<unknown> = Promise.resolve();
  let over: Int32Array | null = null;
  let isEnded = false;
  const begin = (
    { db, dataFolder, clock }: KeptBook,
    reason: BackupReason,
    to?: string,
  ): Promise<BackupLine> => {
    if (isEnded) throw new Fault('book.notCopied', { file: db.name, why: 'the book is closed' });
    const flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    over = flag;
    return inThread({
      file: db.name,
      handle: lendHandle(db),
      dataFolder,
      at: clock(),
      reason,
      to,
      over: flag,
    });
  };
  const settle = (): void => {
    if (over !== null) Atomics.wait(over, 0, 0, PATIENCE_MS);
  };
  return {
    make(book, reason, to) {
      const made = last.then(() => begin(book(), reason, to));
      last = made.catch(() => undefined);
      return made;
    },
    settle,
    end() {
      isEnded = true;
      settle();
    },
  };
}

function inThread(job: BackupJob): Promise<BackupLine> {
  const worker = new Worker(WORKER, { workerData: job });
  const left = (): void => {
    Atomics.store(job.over, 0, 1);
    Atomics.notify(job.over, 0);
  };
  return new Promise<BackupLine>((done, failed) => {
    worker.once('message', (reply: BackupReply) =>
      reply.kind === 'made'
        ? done(reply.line)
        : failed(new Fault(reply.fault.code, reply.fault.params)),
    );
    worker.once('error', failed);
    worker.once('exit', () =>
      failed(new Fault('book.notCopied', { file: job.file, why: 'the thread ended' })),
    );
  }).finally(left);
}
