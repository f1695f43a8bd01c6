/** The window process's side of the core's thread: calls with answers, events, and what the core asks of its host. */
import { Worker } from 'node:worker_threads';
import type { EventName, Events, Reply } from '../preload/contract/index.ts';
import type { CoreHost } from './core.ts';
import type { FromCore, HostReply, ToCore } from './core-messages.ts';
import { Fault, type FaultData } from './domain/fault.ts';

export interface CoreClient {
  dispatch(call: string, input: unknown): Promise<Reply<unknown>>;
  /** closes the book and ends the thread */
  close(): Promise<void>;
  /** ends the thread at once, as a crash would */
  kill(): Promise<void>;
}

const STOPPED: Reply<never> = { ok: false, fault: { code: 'core.stopped', params: {} } };

export function startCore(options: { readonly dataFolder: string; readonly host: CoreHost; readonly emit: (event: EventName, data: Events[EventName]) => void; readonly log: (line: string) => void }): CoreClient {
  const url = new URL(`./core-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
  const worker = new Worker(url, { workerData: { dataFolder: options.dataFolder } });
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  let last = 0;
  let running = true;
  const say = (message: ToCore): void => worker.postMessage(message);

  const stop = (): void => {
    running = false;
    for (const answer of waiting.values()) answer(STOPPED);
    waiting.clear();
  };
  const exited = new Promise<void>((resolve) => worker.on('exit', () => (stop(), resolve())));
  worker.on('error', (error) => {
    options.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    stop();
  });
  worker.on('message', (message: FromCore) => {
    switch (message.kind) {
      case 'reply':
        waiting.get(message.id)?.(message.reply);
        waiting.delete(message.id);
        return;
      case 'event':
        return options.emit(message.event, message.data);
      case 'log':
        return options.log(message.line);
      case 'toPdf':
        return void answered(options.host.toPdf(message.html, message.paper)).then((reply) => say({ kind: 'hostReply', id: message.id, reply }));
      case 'pathOf':
        return void answered(options.host.pathOf(message.handle)).then((reply) => say({ kind: 'hostReply', id: message.id, reply }));
    }
  });
  return {
    dispatch(call, input) {
      if (!running) return Promise.resolve(STOPPED);
      const id = ++last;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        say({ kind: 'call', id, call, input });
      });
    },
    async close() {
      if (running) say({ kind: 'close' });
      await exited;
    },
    async kill() {
      await worker.terminate();
      await exited;
    },
  };
}

async function answered(work: Promise<unknown>): Promise<HostReply> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    const fault: FaultData = error instanceof Fault ? ({ code: error.code, params: error.params } as FaultData) : { code: 'unexpected', params: { detail: error instanceof Error ? error.message : String(error) } };
    return { ok: false, fault };
  }
}
