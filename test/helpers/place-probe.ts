/**
 * A process of its own that does with a folder what the window's core and the command line do with
 * it, and says in one line of JSON what people read: for places that a test can only make for
 * another process.
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../main/command-line/run.ts';
import { openCore } from '../../main/core/hurt.ts';
import type { Reply } from '../../preload/contract/index.ts';
import { faultText } from '../../renderer/format/fault.ts';

const [folder = '', filler] = process.argv.slice(2);
const none = (): Promise<never> => Promise.reject(new Error('nothing is printed here'));
const core = openCore({
  dataFolder: folder,
  clock: () => new Date(),
  log: () => undefined,
  host: { toPdf: none, toPng: none, pathOf: (handle) => Promise.resolve(handle) },
  emit: () => undefined,
});
const said = (reply: Reply<unknown>): string => (reply.ok ? 'ok' : faultText(reply.fault));
const ask = async (call: string, input: unknown): Promise<string> =>
  said(await core.dispatch(call, input));
/** The disk runs full while the window is open. */
function fill(file: string): void {
  const block = Buffer.alloc(65_536, 1);
  try {
    for (;;) appendFileSync(file, block);
  } catch {
    // now it is
  }
}
const read = await ask('records.summary', { ledger: 'project' });
if (filler !== undefined) fill(filler);
const window = {
  read,
  write: await ask('records.create', { ledger: 'project', records: [{ name: '新的项目' }] }),
};
core.close();
const command = async (...words: readonly string[]): Promise<string> => {
  const { code, err } = await runCommand([...words, '--data', folder]);
  return `${code} ${err.trim().split('\n')[0] ?? ''}`.trim();
};
const reads = await command('records', 'project');
const writes = await command('unit', 'set', '城关镇', '--from', '2012-01');
const backs = await command('backup', '--to', join(folder, 'backups'));
process.stdout.write(`${JSON.stringify({ window, reads, writes, backs })}\n`);
