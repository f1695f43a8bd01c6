/**
 * The thread that makes a backup: slower than everybody else of the program where the system lets
 * it, so that who works in the window does not feel it.
 */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { closeLent, openLent } from '../data/open.ts';
import { Fault, type FaultData } from '../domain/fault.ts';
import type { BackupLine, BackupReason } from '../domain/keeping/backup.ts';
import { makeBackup } from './backups.ts';

/** What the thread is started with. */
export interface BackupJob {
  readonly file: string;
  /** of the book's file, open in this process for as long as the book is */
  readonly handle: number;
  readonly dataFolder: string;
  readonly at: Date;
  readonly reason: BackupReason;
  readonly to: string | undefined;
  /** 0 until the thread has left the book alone */
  readonly over: Int32Array;
}
export type BackupReply =
  | { readonly kind: 'made'; readonly line: BackupLine }
  | { readonly kind: 'fault'; readonly fault: FaultData };

const NICE = 10;

function answer({ file, handle, dataFolder, at, reason, to }: BackupJob): BackupReply {
  const db = openLent(file, handle);
  try {
    return { kind: 'made', line: makeBackup({ db, dataFolder, clock: () => at }, reason, to) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return {
      kind: 'fault',
      fault: { code: error.code, params: error.params } as FaultData,
    };
  } finally {
    closeLent(db);
  }
}

const job = workerData as BackupJob;
try {
  // of one thread on Linux alone; elsewhere it would slow the window as well
  if (process.platform === 'linux') setPriority(0, NICE);
  parentPort?.postMessage(answer(job));
} finally {
  Atomics.store(job.over, 0, 1);
  Atomics.notify(job.over, 0);
}
