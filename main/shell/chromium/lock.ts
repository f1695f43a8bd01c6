/** One window per data folder: the first holds a socket, the second knocks on it and gives way. */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '../../domain/fault.ts';

/** longest path that every system takes for a unix socket */
const LONGEST = 100;

/** @throws Fault database.locked when another window has this folder (it is brought to the front) */
export async function takeLock(folder: string, onSecond: () => void): Promise<{ release(): void }> {
  mkdirSync(folder, { recursive: true });
  const address = socketOf(folder);
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

function socketOf(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\county-planner-${digest}`;
  const inside = join(folder, 'window.lock');
  return Buffer.byteLength(inside) <= LONGEST ? inside : join(tmpdir(), `county-planner-${digest}.lock`);
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
