/** SheetJS in its thread: what it reads, and that a hang or a flood ends the thread only. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../main/importing/readers/index.ts';
import { inThread } from '../../../main/importing/readers/sheetjs-thread.ts';
import { UNWATCHED } from '../../../main/importing/sheet/watch.ts';
import { sample } from '../make.ts';
import { outcomeOf, sheetOf } from './read.ts';

/** Written by xlwt. */
function xls(lines: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'xls-'));
  try {
    const file = join(folder, 'x.xls');
    execFileSync(
      '/usr/bin/python3',
      [
        '-c',
        `import sys, xlwt, datetime\nwb = xlwt.Workbook()\nws = wb.add_sheet('甲')\n${lines}\nwb.save(sys.argv[1])`,
        file,
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const thread = (script: string) => new URL(`data:text/javascript,${encodeURIComponent(script)}`);
const job = { input: new Uint8Array(100), from: 'biff' } as const;

describe('.xls and .et', () => {
  it('reads texts, numbers, dates, merges and number formats, whatever the file is called', async () => {
    const bytes = xls(
      `ws.write_merge(0, 0, 0, 2, '项目表')\nws.write(1, 0, '甲')\nws.write(1, 1, 12.5, xlwt.easyxf(num_format_str='0.00"亿元"'))\nws.write(1, 2, datetime.date(2012, 9, 30), xlwt.easyxf(num_format_str='yyyy"年"m"月"'))\nws.row(1).hidden = 1`,
    );
    const sheet = await sheetOf(bytes, '台账.et');
    expect(sheet).toMatchObject({
      name: '甲',
      rows: [['项目表'], ['甲', 12.5, { day: '2012-09-30' }]],
      merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
      hiddenRows: new Set([1]),
    });
    expect(sheet.formats.get(16384 + 1)).toBe('0.00"亿元"');
    expect(await sheetOf(bytes, '台账.xlsx')).toEqual(sheet);
  });

  it('gives the same rows as the workbook of the same table', async () => {
    const [old, current] = [sample('08'), sample('03')];
    expect((await sheetOf(old.bytes, old.name)).rows).toEqual(
      (await sheetOf(current.bytes, current.name)).rows,
    );
  });

  it('calls a broken one damaged', async () => {
    const { bytes, name } = sample('08');
    expect(await outcomeOf(bytes.subarray(0, 700), name)).toBe('import.damaged');
  });
});

describe('the thread', () => {
  it('ends at its deadline', async () => {
    await expect(
      inThread(job, UNWATCHED, { worker: thread('for (;;);'), milliseconds: 300, megabytes: 64 }),
    ).rejects.toMatchObject({ kind: 'damaged' });
  });

  it('ends when it eats its memory', async () => {
    await expect(
      inThread(job, UNWATCHED, {
        worker: thread('const all = []; for (let at = 0; ; at++) all.push({ at, list: [at] });'),
        milliseconds: 30_000,
        megabytes: 32,
      }),
    ).rejects.toMatchObject({ kind: 'tooLarge' });
  });

  it('ends when the user cancels, before and while it works', async () => {
    for (const after of [0, 1]) {
      let asked = 0;
      const watch = { progress: () => undefined, cancelled: () => asked++ >= after };
      await expect(
        inThread(job, watch, { worker: thread('for (;;);'), milliseconds: 30_000, megabytes: 64 }),
      ).rejects.toMatchObject({ code: 'import.cancelled' });
    }
    const { bytes, name } = sample('08');
    await expect(
      readWorkbook(bytes, name, { progress: () => undefined, cancelled: () => true }),
    ).rejects.toMatchObject({ code: 'import.cancelled' });
  });

  it('ends without an answer as damaged', async () => {
    await expect(
      inThread(job, UNWATCHED, {
        worker: thread('throw new Error("broken")'),
        milliseconds: 30_000,
        megabytes: 64,
      }),
    ).rejects.toMatchObject({ kind: 'damaged' });
    await expect(
      inThread(job, UNWATCHED, { worker: thread(''), milliseconds: 30_000, megabytes: 64 }),
    ).rejects.toMatchObject({ kind: 'damaged' });
  });
});
