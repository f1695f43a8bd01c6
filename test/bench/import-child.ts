/**
 * Imports one ledger end to end in a process of its own, after a small one as warm-up, and prints
 * how long its parts took.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '../../main/core/core.ts';
import { readWorkbook } from '../../main/importing/readers/index.ts';
import type { Reply } from '../../preload/contract/index.ts';
import type { ImportDraft, ImportResult } from '../../preload/contract/imports.ts';
import type { Summary } from '../../preload/contract/records.ts';
import { BENCH_UNITS } from './workbook.ts';

/**
 * Milliseconds: reading alone; the file into an empty book, shown and committed; again against the
 * full one; taken back.
 */
export interface Times {
  readonly read: number;
  readonly open: number;
  readonly commit: number;
  readonly again: number;
  readonly undo: number;
}
/** What must be in the book afterwards; the total in 元. */
interface Expected {
  readonly rows: number;
  readonly total: string;
}

async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function importTwice(file: string, expected: Expected): Promise<Times> {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-bench-'));
  const core = createCore({
    dataFolder: folder,
    clock: () => new Date(),
    log: (line) => console.error(line),
    host: {
      toPdf: () => Promise.reject(new Error('no printing here')),
      toPng: () => Promise.reject(new Error('no drawing here')),
      pathOf: (handle) => Promise.resolve(handle),
    },
    emit: () => undefined,
  });
  const ask = async <T>(call: string, input: unknown): Promise<T> => {
    const reply = (await core.dispatch(call, input)) as Reply<T>;
    if (!reply.ok) throw new Error(JSON.stringify(reply.fault));
    return reply.value;
  };
  const timed = async (): Promise<{ open: number; commit: number; result: ImportResult }> => {
    const start = performance.now();
    const draft = await ask<ImportDraft>('imports.open', { files: [file] });
    const shown = performance.now();
    const result = await ask<ImportResult>('imports.commit', { draft: draft.id, onlyValid: false });
    return { open: shown - start, commit: performance.now() - shown, result };
  };
  try {
    await ask('session.begin', {
      county: '示例县',
      year: 2012,
      units: BENCH_UNITS.map((name) => ({ name, kind: 'township' })),
    });
    const first = await timed();
    const { count, sums } = await ask<Summary>('records.summary', { ledger: 'project' });
    if (count !== expected.rows || sums['total_investment']?.value !== expected.total)
      throw new Error(
        `wrong: ${count} rows, ${sums['total_investment']?.value}, not ${expected.total}`,
      );
    const again = await timed();
    if (again.result.unchanged !== expected.rows)
      throw new Error(`wrong: ${again.result.unchanged} rows unchanged`);
    await ask('imports.undo', { id: again.result.import });
    const undo = await timeOf(() => ask('imports.undo', { id: first.result.import }));
    if ((await ask<Summary>('records.summary', { ledger: 'project' })).count !== 0)
      throw new Error('wrong: not all taken back');
    const read = await timeOf(() => readWorkbook(readFileSync(file), file));
    return { read, open: first.open, commit: first.commit, again: again.open + again.commit, undo };
  } finally {
    core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const [jobs = '[]'] = process.argv.slice(2);
let times: Times | null = null;
for (const { file, ...expected } of JSON.parse(jobs) as readonly (Expected & {
  readonly file: string;
})[])
  times = await importTwice(file, expected);
process.stdout.write(JSON.stringify(times));
