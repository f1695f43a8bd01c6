/** Importing a large ledger end to end (read, recognise, check, plan, commit) against the fastest npm reader that only reads the same file, and taking it back. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '../../main/core.ts';
import { readWorkbook } from '../../main/importing/readers/index.ts';
import type { Draft, ImportResult } from '../../preload/contract/imports.ts';
import type { Summary } from '../../preload/contract/records.ts';
import type { Reply } from '../../preload/contract/index.ts';
import { median, ratio, type Measured } from './measure.ts';
import { fastestNpm } from './reader.ts';
import { BENCH_UNITS, ledgerWorkbook } from './workbook.ts';

const ROUNDS = 3;

export async function benchImport(file: string, rows: number): Promise<readonly Measured[]> {
  await ledgerWorkbook(file, rows);
  const reader: number[] = [];
  const runs: Times[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    reader.push(await timeOf(() => readWorkbook(readFileSync(file), file)));
    runs.push(await importTwice(file, rows));
  }
  const size = `${rows / 10_000}万行×30列`;
  const fastest = fastestNpm(file, ROUNDS);
  const [bare, own] = [fastest.milliseconds, median(reader)];
  const [open, commit, again, undo] = (['open', 'commit', 'again', 'undo'] as const).map((what) => median(runs.map((run) => run[what]))) as [number, number, number, number];
  return [
    ratio(`导入${size}（读、认、核、入库）÷ 最快的npm读取程序（${fastest.reader}）只读文件`, open + commit, bare, 0.45),
    ratio('其中读', own, bare, null),
    ratio('其中认、核、比对', open - own, bare, null),
    ratio('其中入库', commit, bare, null),
    ratio(`同一文件再导一次（${size}，逐行比对，全部未变）`, again, bare, null),
    ratio(`撤销这次导入（${size}）÷ 入库`, undo, commit, null),
  ];
}

async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds: the file into an empty book, shown and committed; again against the full one; taken back. */
interface Times {
  readonly open: number;
  readonly commit: number;
  readonly again: number;
  readonly undo: number;
}

async function importTwice(file: string, rows: number): Promise<Times> {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-bench-'));
  const core = createCore({ dataFolder: folder, clock: () => new Date(), log: (line) => console.error(line), host: { toPdf: () => Promise.reject(new Error('no printing here')), pathOf: (handle) => Promise.resolve(handle) }, emit: () => undefined });
  const ask = async <T>(call: string, input: unknown): Promise<T> => {
    const reply = (await core.dispatch(call, input)) as Reply<T>;
    if (!reply.ok) throw new Error(JSON.stringify(reply.fault));
    return reply.value;
  };
  try {
    await ask('session.begin', { county: '示例县', year: 2012, units: BENCH_UNITS.map((name) => ({ name, kind: 'township' })) });
    const timed = async (): Promise<{ open: number; commit: number; result: ImportResult }> => {
      const start = performance.now();
      const draft = await ask<Draft>('imports.open', { files: [file] });
      const shown = performance.now();
      const result = await ask<ImportResult>('imports.commit', { draft: draft.id, onlyValid: false });
      return { open: shown - start, commit: performance.now() - shown, result };
    };
    const first = await timed();
    const { count, sums } = await ask<Summary>('records.summary', { ledger: 'project' });
    const expected = Array.from({ length: rows }, (_, at) => 1000 + (at % 90_000)).reduce((sum, total) => sum + total, 0);
    if (count !== rows || sums['total_investment']?.value !== `${expected * 10_000}.00`) throw new Error(`wrong: ${count} rows, ${sums['total_investment']?.value}`);
    const again = await timed();
    if (again.result.unchanged !== rows) throw new Error(`wrong: ${again.result.unchanged} rows unchanged`);
    await ask('imports.undo', { id: again.result.import });
    const undo = await timeOf(() => ask('imports.undo', { id: first.result.import }));
    if ((await ask<Summary>('records.summary', { ledger: 'project' })).count !== 0) throw new Error('wrong: not all taken back');
    return { open: first.open, commit: first.commit, again: again.open + again.commit, undo };
  } finally {
    core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
