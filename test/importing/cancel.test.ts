/**
 * Cancel at any moment of reading, recognising or committing: nothing of the import is left, and
 * the next one is whole.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCore, type CoreClient } from '../../main/core-client.ts';
import type { ImportDraft, ImportResult } from '../../preload/contract/imports.ts';
import type { Events, Reply } from '../../preload/contract/index.ts';
import { testSession } from '../helpers/session.ts';

const ROWS = 4000;
let folder = '';
let file = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cancel-'));
  file = join(folder, '大表.xlsx');
  execFileSync('/usr/bin/python3', [
    '-c',
    `
import openpyxl, sys
wb = openpyxl.Workbook(write_only=True)
ws = wb.create_sheet('台账')
ws.append(['项目名称', '总投资（万元）', '开工时间', '备注'])
for n in range(${ROWS}): ws.append([f'第{n}号项目', n + 1, '2012-03', '说明' * 10])
wb.save(sys.argv[1])`,
    file,
  ]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything in the book, as text. */
function dump(data: string): string {
  const db = new Database(join(data, 'county.db'), { readonly: true });
  try {
    const tables = db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .pluck()
      .all() as string[];
    return JSON.stringify(
      tables.map((table) => [
        table,
        db
          .prepare(`SELECT * FROM "${table}"`)
          .raw()
          .safeIntegers(true)
          .all()
          .map((row) => (row as unknown[]).map(String)),
      ]),
    );
  } finally {
    db.close();
  }
}

describe('cancelling', () => {
  it('in the middle of any step leaves the book as it was and no draft behind', async () => {
    const session = await testSession(['甲镇']);
    const data = join(session.folder, 'data');
    let polls = 0;
    const opened = await session.ask(
      'imports.open',
      { files: [file] },
      () => ((polls += 1), false),
    );
    const reading = polls;
    await session.ask('imports.close', { draft: opened.id });
    const before = dump(data);
    expect(reading).toBeGreaterThan(20);
    for (let turn = 0; turn < 10; turn += 1) {
      const stop = 1 + Math.floor((reading * turn) / 10);
      let seen = 0;
      await expect(
        session.ask('imports.open', { files: [file] }, () => (seen += 1) >= stop),
        `poll ${stop}`,
      ).rejects.toMatchObject({ code: 'import.cancelled' });
    }
    const draft = await session.ask('imports.open', { files: [file] });
    for (let turn = 0; turn < 10; turn += 1) {
      let seen = 0;
      await expect(
        session.ask(
          'imports.commit',
          { draft: draft.id, onlyValid: false },
          () => (seen += 1) > turn,
        ),
      ).rejects.toMatchObject({ code: 'import.cancelled' });
    }
    expect(dump(data)).toBe(before);
    for (let id = 1; id < draft.id; id += 1)
      await expect(
        session.ask('imports.answer', {
          draft: id,
          answers: [{ kind: 'period', year: 2012, month: null }],
        }),
      ).rejects.toMatchObject({ code: 'import.missing' });
    expect(
      await session.ask('imports.commit', { draft: draft.id, onlyValid: false }),
    ).toMatchObject({ new: ROWS });
  });

  it('reaches the core’s thread while it works, at twenty moments', async () => {
    const data = join(folder, 'thread');
    let heard: (progress: Events['progress']) => void = () => undefined;
    const core = startCore({
      dataFolder: data,
      host: {
        toPdf: async () => new Uint8Array(),
        toPng: async () => new Uint8Array(),
        pathOf: async (handle) => handle,
      },
      emit: (event, about) => event === 'progress' && heard(about as Events['progress']),
    });
    try {
      await core.dispatch('session.begin', { county: '示例县', year: 2012, units: [] });
      const before = dump(data);
      let stopped = 0;
      for (let at = 0; at < 20; at += 1) {
        const answered: Promise<unknown>[] = [];
        const cancel = (): void => void answered.push(core.dispatch('imports.cancel', {}));
        let signs = 0;
        heard = () => (signs += 1) === at && cancel();
        const running = importWhole(core);
        // before the first sign of progress for one
        if (at === 0) cancel();
        const outcome = await running;
        if (outcome === 'written') break;
        await Promise.all(answered);
        stopped += 1;
        expect(outcome).toBe('import.cancelled');
        expect(dump(data)).toBe(before);
      }
      expect(stopped).toBeGreaterThan(0);
      heard = () => undefined;
      expect(await importWhole(core)).toBe('written');
    } finally {
      await core.close();
    }
  });
});

async function importWhole(core: CoreClient): Promise<string> {
  const opened = (await core.dispatch('imports.open', { files: [file] })) as Reply<ImportDraft>;
  if (!opened.ok) return opened.fault.code;
  const written = (await core.dispatch('imports.commit', {
    draft: opened.value.id,
    onlyValid: false,
  })) as Reply<ImportResult>;
  return written.ok ? 'written' : written.fault.code;
}
