/** One writer per data folder, window or command: the first holds a socket, the next knocks on it and gives way. */
import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '../domain/fault.ts';
import { makeFolder } from './folder.ts';

export interface Lock {
  release(): void;
}

/** longest path that every system takes for a unix socket */
const LONGEST = 100;
export const LOCK_FILE = 'window.lock';

/**
 * Holds the folder until released or until the process ends, however it ends.
 * `onSecond` hears that somebody else wants the folder: a window comes to the front.
 * @throws Fault database.locked when another process holds it; folder.unwritable
 */
export async function takeLock(
  folder: string,
  onSecond: () => void = () => undefined,
): Promise<Lock> {
  makeFolder(folder);
  const digest = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16);
  const elsewhere =
    process.platform === 'win32'
      ? `\\\\.\\pipe\\county-planner-${digest}`
      : join(tmpdir(), `county-planner-${digest}.lock`);
  const inside = join(folder, LOCK_FILE);
  if (process.platform === 'win32' || Buffer.byteLength(inside) > LONGEST)
    return hold(folder, elsewhere, onSecond);
  try {
    return await hold(folder, inside, onSecond);
  } catch (error) {
    // a USB stick's or a share's file system may know no sockets
    if (error instanceof Fault) throw error;
    return hold(folder, elsewhere, onSecond);
  }
}

async function hold(folder: string, address: string, onSecond: () => void): Promise<Lock> {
  if (await knock(address)) throw new Fault('database.locked', { folder });
  // nobody answered: what lies there was left by a process that died
  if (process.platform !== 'win32') rmSync(address, { force: true });
  const server = createServer((socket) => {
    socket.on('error', () => undefined).end();
    onSecond();
  });
  await listen(server, address);
  server.unref();
  return { release: () => void server.close() };
}

function knock(address: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(address, done);
  });
}
