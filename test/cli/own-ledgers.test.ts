/**
 * Own ledgers on the command line: one made of a sheet, filled from it, asked, printed, passed on;
 * a shipped one added.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jsonOf as json, runWords } from '../helpers/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'county-planner-cli-own-'));
const data = join(folder, 'book');
const sheet = join(folder, '企业名录.xlsx');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) => runWords(words);

beforeAll(() => {
  execFileSync('/usr/bin/python3', [
    fileURLToPath(new URL('../services/own_ledgers.py', import.meta.url)),
    folder,
  ]);
  json('init', '--data', data, '--county', '示例县', '--year', '2012');
});

test('a ledger is made of a sheet, imported, asked by its own words, printed and taken back', () => {
  const made = json<{ code: string; label: string }>('ledger', 'make', sheet, '--data', data);
  expect(made).toMatchObject({ code: 'own_1', label: '规模以上工业企业名录' });
  const imported = json<{ import: number; new: number }>(
    'import',
    sheet,
    '--data',
    data,
    '--as',
    '规模以上工业企业名录',
  );
  expect(imported).toMatchObject({ new: 24, rejected: 0 });
  expect(
    json<{ total: number }>(
      'records',
      '规模以上工业企业名录',
      '--data',
      data,
      '--where',
      '职工人数=>100',
    ).total,
  ).toBe(3);
  const table = json<{ totals: string[][] }>('table', 'own_1', '--data', data, '--format', 'json');
  expect(table.totals.at(-1)).toContain('56,412.00');
  const rollup = json<{ rows: string[][]; totals: string[][] }>(
    'table',
    'ledger-rollup',
    '--data',
    data,
    '--ledger',
    '规模以上工业企业名录',
    '--by',
    '所在镇,行业',
    '--where',
    '行业=机械',
    '--format',
    'json',
  );
  expect(rollup.rows.filter((row) => row[1] === '机械').map((row) => row[2])).toEqual([
    '2',
    '2',
    '2',
    '2',
  ]);
  expect(rollup.totals.at(-1)?.slice(1, 3)).toEqual(['合计', '8']);
  expect(run('table', 'ledger-rollup', '--data', data, '--ledger', '没有的台账').err).toContain(
    '没有的台账',
  );
  expect(json('undo', String(imported.import), '--data', data)).toEqual({
    import: imported.import,
    records: 24,
  });
  expect(json<{ total: number }>('records', 'own_1', '--data', data).total).toBe(0);
});

test('a shipped ledger is added once; a definition goes on as a file; what is not there is refused with a sentence', () => {
  expect(json('ledger', 'add', '特种设备', '--data', data)).toMatchObject({
    code: 'own_equipment',
  });
  expect(run('ledger', 'add', '特种设备', '--data', data)).toMatchObject({
    code: 1,
    err: '“特种设备”已经建过了，直接打开用。\n',
  });
  const file = join(folder, '特种设备.json');
  json('ledger', 'get', '特种设备', '--data', data, '--out', file);
  const other = join(folder, 'other');
  json('init', '--data', other, '--county', '邻县', '--year', '2012');
  expect(json('ledger', 'set', file, '--data', other)).toMatchObject({ label: '特种设备' });
  expect(
    json<{ ledgers: { label: string }[] }>('ledger', 'list', '--data', other).ledgers.map(
      (one) => one.label,
    ),
  ).toEqual(['特种设备']);
  expect(run('records', '没有的台账', '--data', other).code).toBe(1);
  expect(run('ledger', '--data', other).code).toBe(2);
});
