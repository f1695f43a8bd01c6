/** 先看看示例: the sample book has a year to look at on every page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { CallName, CoreCallName, Input, Output } from '../../preload/contract/index.ts';
import { createCore } from '../../main/core/core.ts';

test("the sample book has ledgers, a month of figures against targets, and another year's targets", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-sample-'));
  const core = createCore({
    dataFolder: folder,
    clock: () => new Date('2012-10-08T02:00:00Z'),
    log: () => undefined,
    host: {
      toPdf: () => Promise.resolve(new Uint8Array()),
      toPng: () => Promise.resolve(new Uint8Array()),
      pathOf: (handle) => Promise.resolve(handle),
    },
    emit: () => undefined,
  });
  onTestFinished(() => {
    core.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const ask = async <N extends CoreCallName & CallName>(
    call: N,
    input: Input<N>,
  ): Promise<Output<N>> => {
    const reply = await core.dispatch(call, input);
    if (!reply.ok) throw new Error(JSON.stringify(reply.fault));
    return reply.value as Output<N>;
  };
  await ask('session.beginSample', {});
  const map = await ask('overview.get', { year: 2012, month: 9, denominator: null });
  expect([map.indicators.map((one) => one.name), map.rows.length, map.lamps.red]).toEqual([
    ['合同引资', '到位资金', '固定资产投资', '财政收入'],
    12,
    10,
  ]);
  const old = await ask('targets.sheet', { year: 2004, version: null, indicators: [] });
  const industry = old.indicators.find((one) => one.name === '工业投入')?.id ?? 0;
  expect([
    old.rows.filter((row) => row.cells[industry] !== undefined).length,
    old.sums[industry]?.assured.sum,
  ]).toEqual([9, '335']);
  expect((await ask('records.summary', { ledger: 'project' })).count).toBe(22);
});
