/** The thread behind `runWords`: runs each command that it is told, and wakes who waits. */
import { workerData, type MessagePort } from 'node:worker_threads';
import { runCommand } from '../../main/command-line/run.ts';

const { port, signal } = workerData as { readonly port: MessagePort; readonly signal: Int32Array };

port.on('message', (words: readonly string[]) => {
  void runCommand(words).then((ran) => {
    port.postMessage(ran);
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
  });
});
