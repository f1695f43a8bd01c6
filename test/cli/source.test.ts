/**
 * `source` on the command line: a printed figure by its row and column, a record's by its field,
 * and the sheet.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from '../../main/command-line/run.ts';
import { samplePath } from '../../main/core/sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'county-planner-source-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a figure of a table and one of a record are told with their cells; the sheet is written', async () => {
  const data = join(folder, 'book');
  await runCommand(['init', '--data', data, '--county', '示例县', '--year', '2010']);
  await runCommand(['import', samplePath('02'), '--data', data, '--create-units']);
  const place = ['--data', data, '--row', '古玉煤化工甲醇项目', '--column', '总投资'];
  const told = await runCommand(['source', 'project-ledger', ...place]);
  expect(told.err).toBe('');
  expect(told.out).toContain('古玉煤化工甲醇项目　总投资：86,000万元');
  expect(told.out).toContain('02-园区重点项目台账2010.xlsx　工作表“项目台账”　F7');
  const record = await runCommand(['source', 'project', '1', 'total_investment', '--data', data]);
  expect(record.out).toContain('86,000万元');
  const lost = await runCommand(['source', 'project-ledger', ...place.slice(0, -1), '没有的列']);
  expect([lost.code, lost.err]).toEqual([1, '报表里没有名为“没有的列”的列，请照表上的字写。\n']);
  const out = join(folder, '出处单.xlsx');
  const written = await runCommand([
    'source',
    'project-ledger',
    ...place,
    '--format',
    'xlsx',
    '--out',
    out,
  ]);
  expect([written.code, existsSync(out)]).toEqual([0, true]);
});
