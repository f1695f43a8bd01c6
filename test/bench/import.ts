/** Importing a large ledger end to end (read, recognise, check, plan, commit) against the bare reader of the same file. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '../../main/core.ts';
import { readWorkbook } from '../../main/importing/readers/index.ts';
import type { Draft, ImportResult } from '../../preload/contract/imports.ts';
import type { Summary } from '../../preload/contract/records.ts';
import type { Reply } from '../../preload/contract/index.ts';
import { median, ratio, type Measured } from './measure.ts';
import { BENCH_UNITS, ledgerWorkbook } from './workbook.ts';

const ROUNDS = 3;

export async function benchImport(file: string, rows: number): Promise<readonly Measured[]> {
  await ledgerWorkbook(file, rows);
  const bare: number[] = [];
  const whole: number[] = [];
  const again: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(timeOf(() => readWorkbook(readFileSync(file), file)));
    const times = await importTwice(file, rows);
    whole.push(times.first);
    again.push(times.again);
  }
  const size = `${rows / 10_000}万行×30列`;
  return [
    ratio(`导入${size}（读、认、核、入库）÷ 只读文件`, median(whole), median(bare), 1.3),
    ratio(`同一文件再导一次（${size}，逐行比对，全部未变）÷ 只读文件`, median(again), median(bare), null),
  ];
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Into an empty book, then against the full one. */
async function importTwice(file: string, rows: number): Promise<{ first: number; again: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-bench-'));
  const core = createCore({ dataFolder: folder, clock: () => new Date(), log: (line) => console.error(line), host: { toPdf: () => Promise.reject(new Error('no printing here')), pathOf: (handle) => Promise.resolve(handle) }, emit: () => undefined });
  const ask = async <T>(call: string, input: unknown): Promise<T> => {
    const reply = (await core.dispatch(call, input)) as Reply<T>;
    if (!reply.ok) throw new Error(JSON.stringify(reply.fault));
    return reply.value;
  };
  try {
    await ask('session.begin', { county: '示例县', year: 2012, units: BENCH_UNITS.map((name) => ({ name, kind: 'township' })) });
    const timed = async (): Promise<{ took: number; result: ImportResult }> => {
      const start = performance.now();
      const draft = await ask<Draft>('imports.open', { file });
      const result = await ask<ImportResult>('imports.commit', { draft: draft.id, onlyValid: false });
      return { took: performance.now() - start, result };
    };
    const first = await timed();
    const { count, sums } = await ask<Summary>('records.summary', { ledger: 'project' });
    const expected = Array.from({ length: rows }, (_, at) => 1000 + (at % 90_000)).reduce((sum, total) => sum + total, 0);
    if (count !== rows || sums['total_investment']?.value !== `${expected * 10_000}.00`) throw new Error(`wrong: ${count} rows, ${sums['total_investment']?.value}`);
    const again = await timed();
    if (again.result.unchanged !== rows) throw new Error(`wrong: ${again.result.unchanged} rows unchanged`);
    return { first: first.took, again: again.took };
  } finally {
    core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
