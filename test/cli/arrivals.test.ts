/** `arrivals`: the kept sums of what arrived, told whole and however they are asked for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCommand } from '../../main/command-line/run.ts';
import { compare, sum } from '../../main/domain/exact/decimal.ts';

test('by any of unit, stage and month the arrivals come to what the entries come to', async () => {
  const data = mkdtempSync(join(tmpdir(), 'county-planner-arrivals-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const told = async <T>(...words: readonly string[]): Promise<T> => {
    const ran = await runCommand([...words, '--data', data, '--json']);
    expect([ran.code, ran.err]).toEqual([0, '']);
    return JSON.parse(ran.out) as T;
  };
  await told('init', '--sample');
  const { records } = await told<{ records: { amount: string; currency: string }[] }>(
    'records',
    'arrival',
  );
  const whole = sum(records.flatMap((one) => (one.currency === 'CNY' ? [one.amount] : [])));
  expect(compare(whole, '0')).toBe(1);
  for (const by of ['unit', 'stage', 'month', 'unit,month', 'stage,month']) {
    const { rows } = await told<{ rows: { arrived: string }[] }>('arrivals', '--by', by);
    expect([by, compare(sum(rows.map((one) => one.arrived)), whole)]).toEqual([by, 0]);
  }
  const wrong = await runCommand(['arrivals', '--by', 'colour', '--data', data]);
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('unit、stage、month')]);
});
