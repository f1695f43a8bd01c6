/**
 * Sixty-one workbooks of public reports and township life, each with what an official reads in it,
 * by the command line and judged by a judge that knows nothing of the importer.
 * b12 wants what its words say: nothing is held back. All of them once, half under each time zone;
 * TOLD_CASES=all runs all of them under both.
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

const HERE = join(import.meta.dirname, 'told');
const ANSWERING = join(import.meta.dirname, '../helpers/answering.ts');
const ZONES = ['Asia/Shanghai', 'UTC'] as const;
const NAMES = readdirSync(join(HERE, 'cases')).toSorted();
const verdict = z.object({
  name: z.string(),
  result: z.string(),
  notes: z.array(z.string()),
});

/** What became of the cases in that time zone. */
async function judged(
  zone: string,
  names: readonly string[],
): Promise<readonly z.infer<typeof verdict>[]> {
  const child = spawn(
    '/usr/bin/python3',
    ['-B', join(HERE, 'check.py'), process.execPath, ANSWERING, ...names],
    { env: { ...process.env, TZ: zone, LANG: 'C.UTF-8' }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  const code = await new Promise((done) => child.on('close', done));
  expect(code, 'the judge ends').toBe(0);
  return out
    .trim()
    .split('\n')
    .map((line) => verdict.parse(JSON.parse(line)));
}

it('are read right or fairly asked about, in either time zone', { timeout: 900_000 }, async () => {
  const isAll = process.env['TOLD_CASES'] === 'all';
  const verdicts = await Promise.all(
    ZONES.map((zone, at) =>
      judged(zone, isAll ? NAMES : NAMES.filter((_, place) => place % ZONES.length === at)),
    ),
  );
  const all = verdicts.flat();
  expect(all.filter(({ result }) => result !== 'RIGHT' && result !== 'ASKED')).toEqual([]);
  expect(all).toHaveLength(NAMES.length * (isAll ? ZONES.length : 1));
});
