/**
 * The command line without a process for each command: a thread of its own runs them one after the
 * other, and who asks waits. Half a second of loading is spared each time; that the program's entry
 * does the same is shown where one command is started as users start it (`test/cli/spine.test.ts`).
 */
import {
  MessageChannel,
  receiveMessageOnPort,
  Worker,
  type MessagePort,
} from 'node:worker_threads';
import type { Ran } from '../../main/command-line/run.ts';

interface Thread {
  readonly port: MessagePort;
  /** 1: there is an answer */
  readonly signal: Int32Array;
}
let thread: Thread | null = null;

function started(): Thread {
  if (thread !== null) return thread;
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1: port, port2: theirs } = new MessageChannel();
  const worker = new Worker(new URL('command-thread.ts', import.meta.url), {
    workerData: { port: theirs, signal },
    transferList: [theirs],
    execArgv: [],
  });
  worker.unref();
  port.unref();
  return (thread = { port, signal });
}

/** What a command does and prints. @throws when the thread ends without an answer */
export function runWords(words: readonly string[]): Ran {
  const { port, signal } = started();
  Atomics.store(signal, 0, 0);
  port.postMessage([...words]);
  Atomics.wait(signal, 0, 0, 120_000);
  const answer = receiveMessageOnPort(port) as { readonly message: Ran } | undefined;
  if (answer === undefined) throw new Error(`no answer to ${words.join(' ')}`);
  return answer.message;
}

/** What a command answers as JSON. @throws when it refuses */
export function jsonOf<T>(...words: readonly string[]): T {
  const { code, out, err } = runWords([...words, '--json']);
  if (code !== 0) throw new Error(`${words.join(' ')} → ${code}\n${out}${err}`);
  return JSON.parse(out) as T;
}
