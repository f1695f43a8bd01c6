/**
 * A photo and a document added to a project in a real window: shown, opened by the desktop as they
 * are, in view at the smallest screen in the largest text, and back from a backup after all of it
 * was lost.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import type { Bridge } from '../../preload/contract/index.ts';
import { openApp } from '../helpers/app.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const LONG = `关于海泰新能源项目用地预审与规划选址意见的批复（县自然资源和规划局）${'附'.repeat(40)}.txt`;

const folderFor = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-attached-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

async function makeBook(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const bridge = Reflect.get(window, 'countyPlanner') as Bridge;
    await bridge.call('session.begin', { county: '示例县', year: 2012, units: [] });
    await bridge.call('records.create', { ledger: 'project', records: [{ name: '海泰新能' }] });
  });
}

async function openFiles(page: Page): Promise<void> {
  await page.getByRole('link', { name: '项目', exact: true }).click();
  await page.locator('[role=gridcell][data-row="0"][data-field=name]').click();
  await page.keyboard.press('Control+Enter');
  await drawerOf(page).getByRole('tab', { name: '附件' }).click();
}
const drawerOf = (page: Page) => page.getByRole('complementary', { name: '项目' });

/** Whether every button of the panel lies within the drawer, and none of it over its edge. */
const isInView = (page: Page): Promise<boolean> =>
  drawerOf(page).evaluate((drawer) => {
    const { left, right } = drawer.getBoundingClientRect();
    return [...drawer.querySelectorAll('.lg-attachments :is(button, b, img), [role=tab]')].every(
      (one) => {
        const box = one.getBoundingClientRect();
        return box.left >= left - 1 && box.right <= right + 1;
      },
    );
  });

test('a file is added, shown, opened, backed up, lost, restored and opened again', async () => {
  const from = folderFor();
  const dataFolder = folderFor();
  const files = [join(from, '现场照片.png'), join(from, LONG)];
  writeFileSync(files[0] ?? '', PNG);
  writeFileSync(files[1] ?? '', '同意');
  const opened: (readonly [string, string])[] = [];
  const app = await openApp({
    dataFolder,
    viewport: { width: 1366, height: 768 },
    pick: () => files,
    open: async (path) => void opened.push([basename(path), readFileSync(path, 'utf8')]),
  });
  const { page } = app;
  const item = (name: string) => drawerOf(page).getByRole('listitem').filter({ hasText: name });
  const pressed = (name: string, button: string): Promise<void> =>
    item(name).getByRole('button', { name: button, exact: true }).click();
  const confirmed = (button: string): Promise<void> =>
    page.getByRole('tooltip').getByRole('button', { name: button, exact: true }).click();
  await makeBook(page);
  await openFiles(page);

  await drawerOf(page).getByRole('button', { name: '添加附件' }).click();
  await page.getByText('已添加附件2个。').waitFor();
  const photo = item('现场照片.png').getByRole('img');
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  await pressed('批复', '打开');
  await expect.poll(() => opened.length).toBe(1);
  expect(opened[0]?.[1]).toBe('同意');
  await expect.poll(() => isInView(page)).toBe(true);

  await page.getByRole('link', { name: '设置', exact: true }).click();
  await page.getByRole('tab', { name: '备份', exact: true }).click();
  await page.getByText('特大').click();
  await page.getByRole('button', { name: '立即备份' }).click();
  await page.getByText('已备份，核对无误。').waitFor();
  await expect.poll(() => page.getByText('2个附件').count()).toBeGreaterThan(0);
  await openFiles(page);
  await expect.poll(() => isInView(page)).toBe(true);
  await pressed('现场照片.png', '移除');
  await confirmed('移除');
  await expect.poll(() => drawerOf(page).getByRole('listitem').count()).toBe(1);

  // the files are lost as well
  rmSync(join(dataFolder, 'attachments'), { recursive: true });
  await page.getByRole('link', { name: '设置', exact: true }).click();
  await page.getByRole('tab', { name: '备份', exact: true }).click();
  await page.getByRole('button', { name: '恢复', exact: true }).first().click();
  await confirmed('恢复');
  await page.getByText('已恢复，原来的账也备份了。').waitFor();
  await openFiles(page);
  await expect.poll(() => drawerOf(page).getByRole('listitem').count()).toBe(2);
  await pressed('批复', '打开');
  await expect.poll(() => opened.length).toBe(2);
  expect(opened[1]).toEqual(opened[0]);
  await app.close();
});
