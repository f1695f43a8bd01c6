/**
 * The core's thread for a test of cancelling: at its first sign of writing it stands still until
 * somebody cancels, however quick or busy the machine is.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { CoreThread, FromWorker } from '../../main/core-client.ts';
import type { Events } from '../../preload/contract/index.ts';

const { cancelled } = workerData as CoreThread;
const LOOK_AGAIN_MS = 5;
const nobodyWakes = new Int32Array(new SharedArrayBuffer(4));

if (parentPort === null) throw new Error('held-core runs as a worker only');
const say = parentPort.postMessage.bind(parentPort);
parentPort.postMessage = (message: FromWorker, transfer) => {
  say(message, transfer);
  if (message.kind !== 'event' || message.event !== 'progress') return;
  if ((message.data as Events['progress']).job !== 'import.commit') return;
  const before = Atomics.load(cancelled, 0);
  while (Atomics.load(cancelled, 0) === before) Atomics.wait(nobodyWakes, 0, 0, LOOK_AGAIN_MS);
};
await import('../../main/core-worker.ts');
