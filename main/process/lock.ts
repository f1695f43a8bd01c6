/**
 * One writer per data folder, window or command: the first holds a socket, the next knocks on it
 * and gives way.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '../domain/fault.ts';
import { makeFolder } from './folder.ts';

export interface Lock {
  release(): void;
}

/** longest path that every system takes for a unix socket */
const LONGEST = 100;
const LOCK_FILE = 'window.lock';
/** what holds the folder, as it answers a knock */
const WINDOW = 'window';
const COMMAND = 'command';
const PATIENCE_MS = 2000;

/** How a window holds its folder. */
export interface WindowLock {
  /** what the window that is open already is to be given */
  readonly files: readonly string[];
  /**
   * hears that somebody else wants the folder, and what is to be opened: a window comes to the
   * front
   */
  readonly hear: (files: readonly string[]) => void;
}

/** more is no list of files */
const LONGEST_LIST = 1 << 16;

/**
 * Holds the folder until released or until the process ends, however it ends; a command gives no
 * `window`.
 * @throws Fault window.open when it is a window that another window holds; else database.locked;
 * folder.unwritable
 */
export async function takeLock(folder: string, window?: WindowLock): Promise<Lock> {
  makeFolder(folder);
  const digest = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16);
  const elsewhere =
    process.platform === 'win32'
      ? `\\\\.\\pipe\\county-planner-${digest}`
      : join(tmpdir(), `county-planner-${digest}.lock`);
  const inside = join(folder, LOCK_FILE);
  if (process.platform === 'win32' || Buffer.byteLength(inside) > LONGEST)
    return hold(folder, elsewhere, window);
  try {
    return await hold(folder, inside, window);
  } catch (error) {
    // a USB stick's or a share's file system may know no sockets
    if (error instanceof Fault) throw error;
    return hold(folder, elsewhere, window);
  }
}

/**
 * One start at a time looks who holds the folder and takes it: of two that both found nobody, each
 * would clear the other's socket away.
 */
async function hold(
  folder: string,
  address: string,
  window: WindowLock | undefined,
): Promise<Lock> {
  // a pipe's name is given once by the system itself
  if (process.platform === 'win32') return holdAlone(folder, address, window);
  const gate = `${address}.gate`;
  await enter(gate, folder);
  try {
    return await holdAlone(folder, address, window);
  } finally {
    rmSync(gate, { recursive: true, force: true });
  }
}

/** How long a gate is waited for; one that is older was left by a start that died in it. */
const GATE_MS = 10_000;
const GATE_STEP_MS = 20;

/** @throws Fault database.locked */
async function enter(gate: string, folder: string): Promise<void> {
  const until = Date.now() + GATE_MS;
  for (;;) {
    try {
      mkdirSync(gate, { mode: 0o700 });
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const made = statSync(gate, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made > GATE_MS) rmSync(gate, { recursive: true, force: true });
    else if (Date.now() > until) throw new Fault('database.locked', { folder });
    else await new Promise((done) => setTimeout(done, GATE_STEP_MS));
  }
}

async function holdAlone(
  folder: string,
  address: string,
  window: WindowLock | undefined,
): Promise<Lock> {
  const holder = await knock(address, window?.files);
  if (holder === WINDOW && window !== undefined) throw new Fault('window.open', {});
  if (holder !== null) throw new Fault('database.locked', { folder });
  // nobody answered: what lies there was left by a process that died
  if (process.platform !== 'win32') rmSync(address, { force: true });
  const server = createServer((socket) => {
    if (window !== undefined) hearOut(socket, window.hear);
    socket.on('error', () => undefined).end(window === undefined ? COMMAND : WINDOW);
  });
  await listen(server, address);
  server.unref();
  return { release: () => void server.close() };
}

/** What a second start wants opened; whatever else is said wants only the window. */
function hearOut(socket: Socket, hear: WindowLock['hear']): void {
  let said = '';
  socket.setEncoding('utf8');
  socket.setTimeout(PATIENCE_MS, () => socket.destroy());
  socket.on('data', (text: string) => {
    said += text;
    if (said.length > LONGEST_LIST) socket.destroy();
  });
  socket.once('close', () => hear(filesIn(said)));
}

function filesIn(said: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(said);
    const all: readonly unknown[] = Array.isArray(read) ? read : [];
    return all.filter((one): one is string => typeof one === 'string');
  } catch {
    return [];
  }
}

/**
 * What the holder says it is; null where nobody holds it. One that is too busy to speak is taken
 * for a command.
 */
function knock(address: string, files: readonly string[] = []): Promise<string | null> {
  return new Promise((done) => {
    let said = '';
    const socket = connect(address);
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.once('connect', () => {
      said = COMMAND;
      if (files.length > 0) socket.write(JSON.stringify(files));
      socket.on('data', (text) => (said = text.toString()));
    });
    socket.once('error', () => undefined);
    socket.once('close', () => done(said === '' ? null : said));
  });
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(address, done);
  });
}
