/**
 * One contract for every window, tried from the page's side: calls and faults, events, dialogs
 * without paths, PDF on disk, one window a folder, a closing that can be heard.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWindow } from '../../main/window.ts';
import { electronHere, WITHOUT_ELECTRON } from '../helpers/electron.ts';
import { createFakeShell } from '../helpers/fake-shell.ts';
import { chromium, electron, fake, type Subject } from './subjects.ts';
import { story } from '../helpers/story.ts';

const subjects: readonly (readonly [string, (() => Promise<Subject>) | null])[] = [
  ['fake shell', fake],
  ['chromium shell', chromium],
  electronHere ? ['electron shell', electron] : [`electron shell (${WITHOUT_ELECTRON})`, null],
];

describe.each(subjects)('%s', (_name, make) => {
  const given = describe.skipIf(make === null);
  given('keeps the contract', () => {
    let subject: Subject;
    beforeAll(async () => {
      if (make !== null) subject = await make();
    });
    afterAll(async () => {
      await subject.userCloses();
      await subject.closed;
      rmSync(subject.folder, { recursive: true, force: true });
    });

    const step = story('answers what the page asks, from its first start on');

    step('a call reaches the core and its answer the page', async () => {
      expect(await subject.call('session.get', {})).toMatchObject({
        ok: true,
        value: { county: null, dataFolder: subject.folder },
      });
    });
    step('a wrong call is a fault, not an exception', async () => {
      expect(await subject.call('no.such', {})).toEqual({
        ok: false,
        fault: { code: 'input.invalid', params: { path: 'no.such' } },
      });
      expect(await subject.call('shell.saveAs', { name: '表', extension: 'exe' })).toMatchObject({
        ok: false,
        fault: { code: 'input.invalid' },
      });
    });
    step('a change is heard by the page', async () => {
      const heard = await subject.hear('changed');
      expect(
        await subject.call('session.begin', { county: '示例县', year: 2012, units: [] }),
      ).toMatchObject({ ok: true, value: { county: '示例县' } });
      await expect.poll(heard).toContainEqual({ areas: ['session', 'unit'] });
    });
    step(
      'a dialog gives a handle and a name, never the path; giving up gives nothing',
      async () => {
        subject.dialogs.pick = () => ['/秘密/甲.xlsx'];
        const picked = await subject.call('shell.pickWorkbooks', {});
        expect(picked).toMatchObject({ ok: true, value: [{ name: '甲.xlsx' }] });
        expect(JSON.stringify(picked)).not.toContain('秘密');
        subject.dialogs.pick = () => [];
        expect(await subject.call('shell.pickWorkbooks', {})).toEqual({ ok: true, value: [] });
        expect(await subject.call('shell.saveAs', { name: '表', extension: 'pdf' })).toEqual({
          ok: true,
          value: null,
        });
      },
    );
    step('a folder gives a handle too', async () => {
      subject.dialogs.folder = () => '/秘密/九月报表';
      const picked = await subject.call('shell.pickFolder', {});
      expect(picked).toMatchObject({ ok: true, value: { name: '九月报表' } });
      expect(JSON.stringify(picked)).not.toContain('秘密');
      subject.dialogs.folder = () => null;
      expect(await subject.call('shell.pickFolder', {})).toEqual({ ok: true, value: null });
    });
    step('where nothing was dropped there is nothing to read', async () => {
      expect(await subject.call('shell.dropped', {})).toEqual({ ok: true, value: [] });
    });
    step('a path in the place of a handle is refused', async () => {
      const to = '/etc/passwd';
      expect(
        await subject.call('tables.save', { name: 'tasks', options: {}, format: 'pdf', to }),
      ).toEqual({
        ok: false,
        fault: { code: 'file.handle', params: {} },
      });
    });
    step('a table becomes a PDF where the dialog said', async () => {
      const path = join(subject.folder, '表.pdf');
      subject.dialogs.save = () => path;
      const saved = (await subject.call('shell.saveAs', { name: '表', extension: 'pdf' })) as {
        value: { handle: string };
      };
      expect(
        await subject.call('tables.save', {
          name: 'project-ledger',
          options: {},
          format: 'pdf',
          to: saved.value.handle,
        }),
      ).toMatchObject({ ok: true });
      expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
    });
    step('a second window on the same folder is refused', async () => {
      await expect(
        openWindow(createFakeShell({ pick: () => [], save: () => null }), subject.folder),
      ).rejects.toMatchObject({ code: 'window.open' });
    });
  });

  given('leaves well', () => {
    test('a window that is closed by hand was meant to, and folds the log into the book', async () => {
      const subject = make === null ? await fake() : await make();
      await subject.call('session.begin', { county: '示例县', year: 2012, units: [] });
      await subject.userCloses();
      await subject.closed;
      expect(existsSync(join(subject.folder, 'county.db-wal'))).toBe(false);
      expect(existsSync(join(subject.folder, 'window.lock'))).toBe(false);
      rmSync(subject.folder, { recursive: true, force: true });
    });
    test('the page asks to quit and the window goes', async () => {
      const subject = make === null ? await fake() : await make();
      await subject.quits();
      await subject.closed;
      rmSync(subject.folder, { recursive: true, force: true });
    });
  });
});
