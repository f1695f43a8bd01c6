/**
 * A large workbook cancelled from the bar while it is being written: nothing of it is left in the
 * ledger.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';

/** so many that they are not written before the first sign of progress is due */
const ROWS = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'county-planner-cancel-'));
let window: TestWindow | null = null;
afterAll(async () => {
  await window?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('cancelled in the middle of writing, nothing is left in the ledger', async () => {
  const path = join(folder, '大表.xlsx');
  execFileSync('/usr/bin/python3', [
    '-c',
    `
import openpyxl, sys
b = openpyxl.Workbook(write_only=True); ws = b.create_sheet('台账')
ws.append(['项目名称', '总投资（万元）', '投资方', '建设内容', '责任人', '备注'])
for n in range(${ROWS}): ws.append([f'第{n}号工程', n + 1, f'投资公司{n}', f'年产{n}套', f'责任人{n}', '说明' * 10])
b.save(sys.argv[1])`,
    path,
  ]);
  window = await openTestWindow('示例县', {
    worker: new URL('../helpers/held-core.ts', import.meta.url),
  });
  const { page } = window;
  window.pick = [path];
  await window.open('项目');
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByRole('button', { name: '选文件', exact: true }).click();
  await page.getByRole('button', { name: new RegExp(`导入 ?${ROWS} ?条`) }).click();
  const bar = page.locator('.status .work', { hasText: '正在写入台账' });
  await expect.poll(() => bar.innerText()).toMatch(/[\d,]+ \/ 60,000 行/);
  await bar.getByRole('button').click();
  await page.getByText('已取消，未导入任何内容。').waitFor();
  await page.getByRole('button', { name: '选文件', exact: true }).waitFor();
  expect(await window.ask('records.summary', { ledger: 'project' })).toMatchObject({ count: 0 });
});
