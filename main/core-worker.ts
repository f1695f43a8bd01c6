/** The core's own thread: it alone holds the writing connection. Thin: messages in, replies and events out. */
import { parentPort, workerData } from 'node:worker_threads';
import { createCore } from './core.ts';
import { Fault } from './domain/fault.ts';
import type { FromCore, HostReply, ToCore } from './core-messages.ts';

const port = parentPort;
if (port === null) throw new Error('core-worker runs as a worker thread only');
const say = (message: FromCore): void => port.postMessage(message);
const waiting = new Map<number, (reply: HostReply) => void>();
let asked = 0;

function ask<T>(request: (id: number) => FromCore): Promise<T> {
  const id = ++asked;
  return new Promise<T>((resolve, reject) => {
    waiting.set(id, (reply) => (reply.ok ? resolve(reply.value as T) : reject(new Fault(reply.fault.code, reply.fault.params))));
    say(request(id));
  });
}

const core = createCore({
  dataFolder: (workerData as { dataFolder: string }).dataFolder,
  clock: () => new Date(),
  log: (line) => say({ kind: 'log', line }),
  emit: (event, data) => say({ kind: 'event', event, data }),
  host: {
    toPdf: (html, paper) => ask<Uint8Array>((id) => ({ kind: 'toPdf', id, html, paper })),
    pathOf: (handle) => ask<string>((id) => ({ kind: 'pathOf', id, handle })),
  },
});

port.on('message', (message: ToCore) => {
  switch (message.kind) {
    case 'call':
      void core.dispatch(message.call, message.input).then((reply) => say({ kind: 'reply', id: message.id, reply }));
      return;
    case 'hostReply': {
      waiting.get(message.id)?.(message.reply);
      waiting.delete(message.id);
      return;
    }
    case 'close':
      core.close();
      port.close();
      return;
  }
});

