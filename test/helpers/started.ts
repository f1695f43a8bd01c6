/**
 * The program as its own process: started, listened to, and its browser found; on a display of its
 * own.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Started {
  readonly child: ChildProcess;
  /** all that it has said so far, on both streams */
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

/**
 * Runs `file` from the root of the file system, so that nothing is found by chance; with no display
 * but the one given.
 */
export function run(
  file: string,
  words: readonly string[],
  display: NodeJS.ProcessEnv = {},
): Started {
  const child = spawn(file, words, {
    cwd: '/',
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ...display },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString()));
  return {
    child,
    said: () => said,
    ended: new Promise((done) => child.on('close', (code) => done(code))),
  };
}

/** The browser process of a data folder: not its helpers, which carry a --type. */
export function browserOf(
  folder: string,
): { readonly pid: number; readonly command: string } | undefined {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), command: commandOf(name) }))
    .find(
      ({ command }) =>
        command.includes(`--user-data-dir=${join(folder, 'window-profile')}`) &&
        !command.includes('--type='),
    );
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // gone between the listing and now
  }
}

const XVFB = ['/usr/bin/xvfb-run', '/usr/local/bin/xvfb-run'].find((path) => existsSync(path));
export const hasScreen = XVFB !== undefined;

export interface Screen {
  readonly display: NodeJS.ProcessEnv;
  close(): void;
}

export async function openScreen(): Promise<Screen> {
  const screen = spawn(XVFB ?? '', ['-a', 'sh', '-c', 'echo "$DISPLAY|$XAUTHORITY|"; cat'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const told = await new Promise<Buffer>((done) => screen.stdout.once('data', done));
  const [name, authority] = told.toString().split('|');
  return { display: { DISPLAY: name, XAUTHORITY: authority }, close: () => screen.stdin.end() };
}
