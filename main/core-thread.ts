/** The thread that holds the database: builds the core and answers its client's messages. */
import { parentPort, workerData } from 'node:worker_threads';
import { openCore } from './core/hurt.ts';
import type { CoreOptions } from './core/scene.ts';
import { Fault } from './domain/fault.ts';
import type { CoreThread, FromWorker, HostCall, ToWorker } from './core-client.ts';

const port = parentPort;
if (port === null) throw new Error('runs as a worker only');
const { dataFolder, cancelled } = workerData as CoreThread;
const say = (message: FromWorker): void => port.postMessage(message);

const asked = new Map<number, { done: (value: unknown) => void; failed: (error: Error) => void }>();
let next = 0;
const ask = (call: HostCall): Promise<unknown> =>
  new Promise((done, failed) => {
    next += 1;
    asked.set(next, { done, failed });
    say({ kind: 'host', id: next, call });
  });

const options: CoreOptions = {
  dataFolder,
  clock: () => new Date(),
  log: (line) => console.error(line),
  host: {
    toPdf: async (html, paper) => (await ask({ method: 'toPdf', html, paper })) as Uint8Array,
    toPng: async (svg, size, scale) =>
      (await ask({ method: 'toPng', svg, size, scale })) as Uint8Array,
    pathOf: async (handle) => (await ask({ method: 'pathOf', handle })) as string,
    openFile: async (path) => void (await ask({ method: 'openFile', path })),
  },
  emit: (event, data) => say({ kind: 'event', event, data }),
};

const core = openCore({ ...options, keepsBackups: true });
port.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'call':
      void core
        .dispatch(message.name, message.input, () => Atomics.load(cancelled, 0) >= message.id)
        .then((reply) => say({ kind: 'reply', id: message.id, reply }));
      return;
    case 'hostReply': {
      const waiting = asked.get(message.id);
      asked.delete(message.id);
      if ('fault' in message) waiting?.failed(new Fault(message.fault.code, message.fault.params));
      else waiting?.done(message.value);
      return;
    }
    case 'close':
      core.close();
      port.close();
  }
});
