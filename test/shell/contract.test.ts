/** One contract for every shell: calls arrive and are answered, events reach the page, HTML becomes PDF, dialogs give paths, quitting closes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createChromiumShell } from '../../main/shell/chromium/shell.ts';
import { ASSETS, buildOnce } from '../helpers/app.ts';

describe('chromium shell', () => {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-shell-'));
  const heard: unknown[] = [];
  const saved = join(folder, '表.pdf');
  const options = { dataFolder: folder, assets: ASSETS, headless: true, dialogs: { pick: () => ['/甲.xlsx'], save: () => saved } };
  const shell = createChromiumShell(options);
  beforeAll(async () => {
    buildOnce();
    await shell.open(async (call, input) => {
      heard.push([call, input]);
      return { ok: true, value: { 县: '示例县' } };
    });
  });
  afterAll(async () => {
    await shell.quit();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a call reaches the answerer and its reply the page', async () => {
    expect(await shell.page.evaluate(`countyPlanner.call('units.list', { 问: '单位' })`)).toEqual({ ok: true, value: { 县: '示例县' } });
    expect(heard).toContainEqual(['units.list', { 问: '单位' }]);
  });
  test('an event reaches its listener', async () => {
    await shell.page.evaluate(`window.heard = new Promise((done) => countyPlanner.on('changed', done)); 0`);
    shell.send('changed', { areas: ['unit'] });
    expect(await shell.page.evaluate('window.heard')).toEqual({ areas: ['unit'] });
  });
  test('HTML becomes a PDF', async () => {
    const pdf = await shell.toPdf('<!doctype html><title>表</title><p>项目</p>', { width: 297, height: 210 });
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  });
  test('dialogs give real paths', async () => {
    expect(await shell.pickFiles({ name: '表格', extensions: ['xlsx'], many: false })).toEqual(['/甲.xlsx']);
    expect(await shell.saveAs({ name: '表', extension: 'pdf', folder })).toBe(saved);
  });
  test('a second window on the same folder is refused', async () => {
    await expect(createChromiumShell(options).open(async () => ({ ok: true, value: null }))).rejects.toMatchObject({ code: 'database.locked' });
  });
});

test.skip('electron shell: no Electron binary on this machine', () => undefined);
