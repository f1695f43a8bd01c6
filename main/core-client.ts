/**
 * The window's end of the core thread: calls go in, host requests and events come out, and nothing
 * waits for a dead thread.
 */
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CoreCallName, EventName, Events, Reply } from '../preload/contract/index.ts';
import type { CoreHost } from './core/scene.ts';
import { Fault, type FaultData } from './domain/fault.ts';
import type { Paper } from './shell/shell.ts';

export type HostCall =
  | { readonly method: 'toPdf'; readonly html: string; readonly paper: Paper }
  | {
      readonly method: 'toPng';
      readonly svg: string;
      readonly size: Paper;
      readonly scale: number;
    }
  | { readonly method: 'pathOf'; readonly handle: string }
  | { readonly method: 'openFile'; readonly path: string };
/** What the thread is started with. */
export interface CoreThread {
  readonly dataFolder: string;
  /**
   * one number that both threads see: calls up to this one are cancelled. A message would wait
   * until the work that it is to end has ended
   */
  readonly cancelled: Int32Array;
}
export type ToWorker =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'hostReply'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'hostReply'; readonly id: number; readonly fault: FaultData }
  | { readonly kind: 'close' };
export type FromWorker =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'host'; readonly id: number; readonly call: HostCall }
  | { readonly kind: 'event'; readonly event: EventName; readonly data: Events[EventName] };

export interface CoreClient {
  /** @throws Fault core.stopped when the thread is gone */
  dispatch(call: string, input: unknown): Promise<Reply<unknown>>;
  /** closes the book and resolves once the thread has ended */
  close(): Promise<void>;
}
export interface CoreClientOptions {
  readonly dataFolder: string;
  readonly host: CoreHost;
  readonly emit: (event: EventName, data: Events[EventName]) => void;
  /** another thread's file, where a test needs one */
  readonly worker?: URL;
}

const WORKER = new URL(
  `./core-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`,
  import.meta.url,
);

const CANCEL: CoreCallName = 'imports.cancel';

/** The cells of a large workbook are copied twice by a collector that has less room for the new. */
const YOUNG_MEGABYTES = 96;

export function startCore(options: CoreClientOptions): CoreClient {
  const cancelled = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(options.worker ?? WORKER, {
    workerData: { dataFolder: options.dataFolder, cancelled } satisfies CoreThread,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const waiting = new Map<
    number,
    { done: (reply: Reply<unknown>) => void; failed: (error: Error) => void }
  >();
  let next = 0;
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    for (const { failed } of waiting.values()) failed(new Fault('core.stopped', {}));
    waiting.clear();
  };
  const gone = new Promise<void>((done) => {
    worker.on('exit', () => {
      stop();
      done();
    });
  });
  worker.on('error', (error) => {
    console.error(error);
    stop();
  });
  worker.on('message', (message: FromWorker) => {
    switch (message.kind) {
      case 'reply':
        waiting.get(message.id)?.done(message.reply);
        waiting.delete(message.id);
        return;
      case 'event':
        options.emit(message.event, message.data);
        return;
      case 'host':
        void answerHost(worker, options.host, message.id, message.call);
    }
  });
  return {
    dispatch: (name, input) =>
      new Promise((done, failed) => {
        if (stopped) return failed(new Fault('core.stopped', {}));
        if (name === CANCEL) Atomics.store(cancelled, 0, next);
        next += 1;
        waiting.set(next, { done, failed });
        worker.postMessage({ kind: 'call', id: next, name, input } satisfies ToWorker);
      }),
    close: () => {
      if (!stopped) worker.postMessage({ kind: 'close' } satisfies ToWorker);
      return gone;
    },
  };
}

async function answerHost(
  worker: Worker,
  host: CoreHost,
  id: number,
  call: HostCall,
): Promise<void> {
  try {
    if (call.method === 'pathOf') {
      worker.postMessage({
        kind: 'hostReply',
        id,
        value: await host.pathOf(call.handle),
      } satisfies ToWorker);
      return;
    }
    if (call.method === 'openFile') {
      if (host.openFile === undefined)
        throw new Fault('attachment.notOpened', { file: basename(call.path) });
      await host.openFile(call.path);
      worker.postMessage({ kind: 'hostReply', id, value: null } satisfies ToWorker);
      return;
    }
    // a copy of its own memory: a Buffer may share its pool with others and cannot be transferred
    const bytes = new Uint8Array(
      await (call.method === 'toPdf'
        ? host.toPdf(call.html, call.paper)
        : host.toPng(call.svg, call.size, call.scale)),
    );
    worker.postMessage({ kind: 'hostReply', id, value: bytes } satisfies ToWorker, [bytes.buffer]);
  } catch (error) {
    const fault =
      error instanceof Fault
        ? ({ code: error.code, params: error.params } as FaultData)
        : {
            code: 'unexpected' as const,
            params: { detail: error instanceof Error ? error.message : String(error) },
          };
    worker.postMessage({ kind: 'hostReply', id, fault } satisfies ToWorker);
  }
}
