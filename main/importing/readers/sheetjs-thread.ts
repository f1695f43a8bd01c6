/**
 * Runs SheetJS in a thread of its own with a deadline, bounded memory, and an end when the user
 * cancels.
 */
import { Worker } from 'node:worker_threads';
import { Fault } from '../../domain/fault.ts';
import type { Workbook } from '../sheet/sheet.ts';
import { stopIfCancelled, type Watch } from '../sheet/watch.ts';
import { damagedFile, tooLarge, Trouble } from './trouble.ts';
import type { SheetjsJob, SheetjsReply } from './sheetjs-worker.ts';

const MB = 1024 * 1024;
/**
 * Measured: four to five seconds for a full .xls sheet of 25 MB; three times that for an office's
 * PC. A small file gets six.
 */
const deadlineOf = (size: number): number => 6000 + (size / MB) * 1000;
/** A full .xls sheet takes some 40 times its size. */
const heapOf = (size: number): number => Math.min(1536, Math.ceil(400 + (size / MB) * 45));
const LOOK_EVERY = 100;

const WORKER = new URL(
  `./sheetjs-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`,
  import.meta.url,
);

/** How a thread is bounded; tests put in their own. */
export interface ThreadBounds {
  readonly worker: URL;
  readonly milliseconds: number;
  readonly megabytes: number;
}
const boundsFor = (size: number): ThreadBounds => ({
  worker: WORKER,
  milliseconds: deadlineOf(size),
  megabytes: heapOf(size),
});

/**
 * @throws Trouble damaged (also past the deadline), encrypted, notWorkbook, tooLarge; Fault
 * import.cancelled
 */
export async function inThread(
  job: SheetjsJob,
  watch: Watch,
  bounds: ThreadBounds = boundsFor(job.input.length),
): Promise<Workbook> {
  stopIfCancelled(watch);
  const reply = await answerOf(job, watch, bounds);
  if (reply.kind === 'read') return reply.workbook;
  throw new Trouble(reply.kind, 'SheetJS');
}

function answerOf(
  job: SheetjsJob,
  watch: Watch,
  { worker: file, milliseconds, megabytes }: ThreadBounds,
): Promise<SheetjsReply> {
  const worker = new Worker(file, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
    stdout: true,
    stderr: true,
  });
  const started = performance.now();
  return new Promise<SheetjsReply>((done, failed) => {
    const look = setInterval(() => {
      if (watch.cancelled()) failed(new Fault('import.cancelled', {}));
      else if (performance.now() - started > milliseconds)
        failed(damagedFile('SheetJS takes too long'));
    }, LOOK_EVERY);
    worker.once('message', (reply: SheetjsReply) => done(reply));
    worker.once('error', (error: Error & { readonly code?: string }) =>
      failed(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? tooLarge('SheetJS', megabytes * MB)
          : damagedFile(error.message),
      ),
    );
    worker.once('exit', () => {
      clearInterval(look);
      failed(damagedFile('SheetJS ended without an answer'));
    });
  }).finally(() => void worker.terminate());
}
