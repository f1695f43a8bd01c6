/**
 * A book that was hurt overnight, in a real window: it is named as hurt, and yesterday's backup
 * takes its place by mouse; the sample is not thrown away with what was typed in it.
 */
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Bridge } from '../../preload/contract/index.ts';
import { openApp, type TestApp } from '../helpers/app.ts';

const folderFor = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-keeping-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
const open = (dataFolder: string): Promise<TestApp> =>
  openApp({ dataFolder, viewport: { width: 1366, height: 768 } });

/** The sample is made of seven workbooks, one after the other. */
const sampleMade = (app: TestApp): Promise<void> =>
  expect
    .poll(() =>
      app.page.evaluate(async () => {
        const reply = await (Reflect.get(window, 'countyPlanner') as Bridge).call(
          'imports.list',
          {},
        );
        return reply.ok ? reply.value.length : 0;
      }),
    )
    .toBe(7);

function hurt(file: string): void {
  const handle = openSync(file, 'r+');
  const pages = statSync(file).size / 16_384;
  for (let page = 2; page < pages; page += 1)
    writeSync(handle, Buffer.alloc(8192, 0x5a), 0, 8192, page * 16_384 + 4096);
  closeSync(handle);
}

test('yesterday’s backup takes the place of a hurt book in three clicks', async () => {
  const folder = folderFor();
  const first = await open(folder);
  await first.page.getByRole('button', { name: '先看看示例' }).click();
  await sampleMade(first);
  await first.page.getByRole('link', { name: '设置', exact: true }).click();
  await first.page.getByRole('tab', { name: '备份' }).click();
  await first.page.getByRole('button', { name: '立即备份' }).click();
  await first.page.getByText('已备份，核对无误。').waitFor();
  await first.page.getByRole('button', { name: '看看', exact: true }).first().click();
  const inside = first.page.getByRole('dialog');
  await inside.getByText(/项目台账（\d+条）/).waitFor({ state: 'attached' });
  await expect.poll(() => inside.getByRole('listitem').count()).toBeGreaterThan(5);
  await first.page.keyboard.press('Escape');
  await first.close();
  hurt(join(folder, 'county.db'));
  const second = await open(folder);
  await second.page.getByRole('alert').getByText('已损坏，已停止写入').waitFor();
  await second.page.getByRole('button', { name: '恢复', exact: true }).first().click();
  await second.page.getByRole('tooltip').getByRole('button', { name: '恢复', exact: true }).click();
  await second.page.getByRole('link', { name: '总览', exact: true }).waitFor();
  const { all } = await second.page.evaluate(async () => {
    const bridge = Reflect.get(window, 'countyPlanner') as Bridge;
    const reply = await bridge.call('records.summary', { ledger: 'project' });
    return reply.ok ? reply.value : { all: 0 };
  });
  expect(all).toBeGreaterThan(0);
  expect(readdirSync(folder).some((name) => name.startsWith('county.hurt-'))).toBe(true);
  await second.close();
});

test('clearing the sample asks where something was typed in it, and leaves a backup', async () => {
  const folder = folderFor();
  const app = await open(folder);
  await app.page.getByRole('button', { name: '先看看示例' }).click();
  await app.page.getByRole('button', { name: '清除示例' }).waitFor();
  await sampleMade(app);
  await app.page.evaluate(() =>
    (Reflect.get(window, 'countyPlanner') as Bridge).call('records.create', {
      ledger: 'project',
      records: [{ name: '我自己录的项目' }],
    }),
  );
  await app.page.getByRole('button', { name: '清除示例' }).click();
  await app.page.getByText('示例中有1处修改由您所作').waitFor();
  await app.page.getByRole('button', { name: '清除', exact: true }).click();
  await app.page.getByRole('button', { name: '开始使用' }).waitFor();
  expect(
    readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('-clear.db')),
  ).toHaveLength(1);
  await app.close();
});
