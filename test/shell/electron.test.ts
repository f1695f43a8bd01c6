/**
 * What only the product's own shell does, in a real Electron: its locks, its paper, a page that
 * crashes, a second start, every way to end.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ELECTRON_WORDS } from '../helpers/electron-folder.ts';
import {
  display,
  electronHere,
  electronMade,
  openElectron,
  WITHOUT_ELECTRON,
  type ElectronApp,
} from '../helpers/electron.ts';
import { run } from '../helpers/started.ts';

const work = mkdtempSync(join(tmpdir(), 'county-planner-own-shell-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe.skipIf(!electronHere)(`Electron (${WITHOUT_ELECTRON})`, () => {
  let dataFolder = '';
  let opened: ElectronApp | null = null;
  let saved = join(work, '表.pdf');
  const open = async (): Promise<ElectronApp> =>
    (opened = await openElectron({
      dataFolder,
      pick: () => [join(work, '台账.csv')],
      folder: () => null,
      save: () => saved,
    }));
  const call = <T>({ page }: ElectronApp, name: string, input: unknown): Promise<T> =>
    page.evaluate(
      ([asked, given]) => Reflect.get(window, 'countyPlanner').call(asked, given) as Promise<T>,
      [name, input] as const,
    );
  const begin = (app: ElectronApp): Promise<unknown> =>
    call(app, 'session.begin', { county: '示例县', year: 2012, units: [] });
  const isSound = (): boolean => {
    const db = new Database(join(dataFolder, 'county.db'));
    try {
      return db.pragma('integrity_check', { simple: true }) === 'ok';
    } finally {
      db.close();
    }
  };
  beforeEach(() => {
    dataFolder = mkdtempSync(join(work, 'data-'));
    saved = join(dataFolder, '表.pdf');
  });
  afterEach(async () => {
    opened?.app.process().kill('SIGKILL');
    await opened?.ended;
    opened = null;
  });

  test('the window is locked down, the process too, and no menu stands over it', async () => {
    const { app } = await open();
    expect(
      await app.evaluate(({ app: program, BrowserWindow, Menu }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        const { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag } =
          Reflect.apply(
            Reflect.get(contents ?? {}, 'getLastWebPreferences'),
            contents,
            [],
          ) as Record<string, unknown>;
        contents?.openDevTools();
        return {
          preferences: { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag },
          devTools: contents?.devToolsWebContents ?? null,
          webrtc: contents?.getWebRTCIPHandlingPolicy(),
          agent: /^[\x20-\x7e]+$/.test(contents?.getUserAgent() ?? ''),
          menu: Menu.getApplicationMenu(),
          resolver: program.commandLine.getSwitchValue('host-resolver-rules'),
          profile: program.getPath('userData'),
        };
      }),
    ).toEqual({
      preferences: {
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
      },
      devTools: null,
      webrtc: 'disable_non_proxied_udp',
      agent: true,
      menu: null,
      resolver: 'MAP * ~NOTFOUND',
      profile: join(dataFolder, 'electron-profile'),
    });
  });
  test('a call from another page than ours is refused', async () => {
    const { app } = await open();
    const answer = await app.evaluate(async ({ BrowserWindow, ipcMain }) => {
      const other = new BrowserWindow({ show: false });
      const handle = (Reflect.get(ipcMain, '_invokeHandlers') as Map<string, unknown>).get('call');
      const event = { senderFrame: other.webContents.mainFrame };
      const said = await (handle as (e: unknown, text: string) => Promise<string>)(
        event,
        JSON.stringify({ name: 'session.get', input: {} }),
      );
      other.destroy();
      return said;
    });
    expect(JSON.parse(answer)).toMatchObject({ ok: false, fault: { code: 'shell.cannot' } });
  });
  test('a table whose document is larger than 2 MiB becomes a PDF with every row', async () => {
    const app = await open();
    await begin(app);
    const rows = Array.from(
      { length: 3000 },
      (_, at) => `第${at + 1}号工程,${at + 1},${'说明'.repeat(60)}`,
    );
    writeFileSync(join(work, '台账.csv'), `项目名称,总投资（万元）,备注\n${rows.join('\n')}\n`);
    type Picked = { value: readonly { handle: string }[] };
    const [file] = (await call<Picked>(app, 'shell.pickWorkbooks', {})).value;
    const draft = await call<{ value: { id: number } }>(app, 'imports.open', {
      files: [file?.handle],
    });
    expect(
      await call(app, 'imports.commit', { draft: draft.value.id, onlyValid: false }),
    ).toMatchObject({ ok: true, value: { new: rows.length } });
    const to = (
      await call<{ value: { handle: string } }>(app, 'shell.saveAs', {
        name: '表',
        extension: 'pdf',
      })
    ).value.handle;
    expect(
      await call(app, 'tables.save', { name: 'project-ledger', options: {}, format: 'pdf', to }),
    ).toMatchObject({ ok: true });
    const text = execFileSync('pdftotext', ['-layout', saved, '-'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const seen = new Set(text.match(/第\d+号工程/g));
    expect(seen.size).toBe(rows.length);
  });
  test('printing asks the system with the PDF laid out in front of it', async () => {
    const app = await open();
    await begin(app);
    const to = (
      await call<{ value: { handle: string } }>(app, 'shell.saveAs', {
        name: '表',
        extension: 'pdf',
      })
    ).value.handle;
    await call(app, 'tables.save', { name: 'project-ledger', options: {}, format: 'pdf', to });
    await app.app.evaluate(({ app: program }) => {
      program.on('web-contents-created', (_event, contents) => {
        contents.print = () => {
          const urls = contents.mainFrame.framesInSubtree.map(({ url }) => url);
          Reflect.set(globalThis, 'asked', urls);
        };
      });
    });
    const pdf = readFileSync(saved).toString('base64');
    expect(await call(app, 'shell.print', { pdf, title: '表' })).toMatchObject({ ok: true });
    const asked = await app.app.evaluate(
      () => Reflect.get(globalThis, 'asked') as readonly string[],
    );
    expect(asked[0]).toMatch(/^https:\/\/county-planner\.invalid\/paper\//);
    expect(asked.filter((url) => url === asked[0]).length).toBe(2);
  });
  test('a page that crashes comes back on the same book', async () => {
    const app = await open();
    await begin(app);
    // asked before it is gone, the page would never answer
    await app.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return new Promise<void>((gone) => {
        contents?.once('render-process-gone', () => gone());
        contents?.forcefullyCrashRenderer();
      });
    });
    await expect
      .poll(() =>
        app.app.evaluate(({ BrowserWindow }) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          return contents?.isCrashed() === false && !contents.isLoading();
        }),
      )
      .toBe(true);
    expect(
      await app.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `countyPlanner.call('session.get', {}).then((reply) => reply.value.county)`,
        ),
      ),
    ).toBe('示例县');
  });
  test('a second start brings the window forward and says nothing', async () => {
    const app = await open();
    const isVisible = (): Promise<boolean | undefined> =>
      app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
    await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    await expect.poll(isVisible).toBe(false);
    const second = run(electronMade(), [...ELECTRON_WORDS, '--data', dataFolder], await display());
    expect(await second.ended).toBe(0);
    await expect.poll(isVisible).toBe(true);
  });
  test('what was typed and not saved is kept when the window is closed', async () => {
    const first = await open();
    await begin(first);
    await first.page.reload();
    await first.page.getByRole('link', { name: '项目' }).click();
    await first.page.evaluate(
      `countyPlanner.on('closing', () => localStorage.setItem('told', 'closing'))`,
    );
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await first.ended).toBe(0);
    const again = await open();
    expect(await again.page.evaluate(`localStorage.getItem('told')`)).toBe('closing');
  });
  test('SIGTERM closes it properly; killed, its book is sound and opens again', async () => {
    const first = await open();
    await begin(first);
    first.app.process().kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(existsSync(join(dataFolder, 'county.db-wal'))).toBe(false);
    const second = await open();
    second.app.process().kill('SIGKILL');
    await second.ended;
    expect(isSound()).toBe(true);
    const third = await open();
    expect(await call(third, 'session.get', {})).toMatchObject({
      ok: true,
      value: { county: '示例县' },
    });
  });
});
