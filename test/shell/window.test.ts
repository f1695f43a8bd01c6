/** What every window does about closing, seconds and the lock, on a fake shell and a real core. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from '../../main/process/lock.ts';
import { openWindow } from '../../main/window.ts';
import { createFakeShell } from '../helpers/fake-shell.ts';

const nobody = { pick: () => [], save: () => null };
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'county-planner-window-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the page keeps its drafts before the window goes', async () => {
  const shell = createFakeShell(nobody);
  const order: string[] = [];
  const { closed, quit } = await openWindow(shell, folder);
  shell.on('closing', () => {
    order.push('closing');
    void Promise.resolve()
      .then(() => order.push('kept'))
      .then(() => shell.call('shell.leave', {}));
  });
  void shell.closed.then(() => order.push('gone'));
  await quit();
  expect(await closed).toBe('meant');
  expect(order).toEqual(['closing', 'kept', 'gone']);
});
test('a page that does not answer holds nothing up for ever', async () => {
  const shell = createFakeShell(nobody);
  const { closed } = await openWindow(shell, folder);
  await shell.userCloses();
  expect(await closed).toBe('meant');
});
test('a window that goes without a word was lost', async () => {
  const shell = createFakeShell(nobody);
  const { closed } = await openWindow(shell, folder);
  shell.lose();
  expect(await closed).toBe('lost');
});
test('the second brings the first to the front, and may come in when it has gone', async () => {
  const shell = createFakeShell(nobody);
  const { closed } = await openWindow(shell, folder);
  await expect(openWindow(createFakeShell(nobody), folder)).rejects.toMatchObject({
    code: 'window.open',
  });
  await expect.poll(() => shell.done).toEqual(['front']);
  shell.lose();
  await closed;
  (await takeLock(folder)).release();
});
test('what the desktop opens reaches the page once, also from a second start', async () => {
  const shell = createFakeShell(nobody);
  const names = async (): Promise<readonly string[]> =>
    ((await shell.call('shell.opened', {})) as { value: readonly { name: string }[] }).value.map(
      ({ name }) => name,
    );
  const { closed } = await openWindow(shell, folder, { files: ['/media/usb/台账.xlsx'] });
  expect(await names()).toEqual(['台账.xlsx']);
  expect(await names()).toEqual([]);
  const told = new Promise<void>((done) => shell.on('opened', () => done()));
  await expect(
    openWindow(createFakeShell(nobody), folder, { files: ['/media/usb/上报包_城关镇.zip'] }),
  ).rejects.toMatchObject({ code: 'window.open' });
  await told;
  expect(await names()).toEqual(['上报包_城关镇.zip']);
  expect(shell.done).toEqual(['front']);
  shell.lose();
  await closed;
});
test('what a dead process left is no lock', async () => {
  writeFileSync(join(folder, 'window.lock'), '');
  (await takeLock(folder)).release();
});
test('a folder that cannot be made is named', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(takeLock(join(folder, 'file', 'deep'))).rejects.toMatchObject({
    code: 'folder.unwritable',
    params: { folder: join(folder, 'file', 'deep') },
  });
});
