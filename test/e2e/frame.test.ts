/**
 * The frame in a real window: F1 speaks of the open page, F6 walks its regions, and a draft
 * outlives the window.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Page } from 'playwright';
import type { Bridge } from '../../preload/contract/index.ts';
import { openApp, type TestApp } from '../helpers/app.ts';
import { story } from '../helpers/story.ts';

const folder = mkdtempSync(join(tmpdir(), 'county-planner-frame-'));
const HANDBOOK = join(folder, '手册.docx');
let app: TestApp;

async function opened(): Promise<TestApp> {
  const made = await openApp({ dataFolder: folder, save: () => HANDBOOK });
  return made;
}
const where = (page: Page): Promise<unknown> =>
  page.evaluate(`(() => {
  const at = document.activeElement;
  return ['.nav', '.cp-grid', 'main aside', 'main section > :first-child'].find((region) => at.closest(region)) ?? at.tagName;
})()`);

beforeAll(async () => {
  app = await opened();
  await app.page.getByRole('button', { name: /示例/ }).first().click();
  await app.page.getByRole('link', { name: '项目', exact: true }).click();
  await app.page.locator('[role=gridcell][data-row]').first().waitFor();
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const step = story('the frame, from F1 to a window that is closed by hand');

step('F1 speaks of the page that is open', async () => {
  const { page } = app;
  for (const [link, says] of [
    ['项目', '每个项目一行'],
    ['报表', '右侧所示即打印效果'],
  ] as const) {
    await page.getByRole('link', { name: link, exact: true }).click();
    await page.keyboard.press('F1');
    await expect.poll(() => page.getByRole('dialog').innerText()).toContain(says);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
});
step(
  'help shows the page, is searched over all pages, tells what changed and is saved as a handbook',
  async () => {
    const { page } = app;
    await page.getByRole('link', { name: '项目', exact: true }).click();
    await page.keyboard.press('F1');
    const help = page.getByRole('dialog');
    await expect
      .poll(() =>
        help.getByAltText('项目').evaluate((picture: HTMLImageElement) => picture.naturalWidth),
      )
      .toBeGreaterThan(1000);
    await help.getByLabel('查帮助').fill('关账 更正');
    await expect.poll(() => help.getByLabel('查到的帮助').innerText()).toContain('进度');
    await help.getByLabel('查帮助').fill('没有这个词');
    await expect.poll(() => help.getByRole('status').innerText()).toContain('没有找到');
    await help.getByLabel('查帮助').fill('');
    await help.getByRole('tab', { name: '更新说明' }).click();
    await expect.poll(() => help.innerText()).toContain('本期');
    await help.getByRole('button', { name: '手册存Word' }).click();
    await expect.poll(() => existsSync(HANDBOOK)).toBe(true);
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
  },
);
step('a year without targets says which years have some, and goes there', async () => {
  const { page } = app;
  await page.getByRole('link', { name: '总览', exact: true }).click();
  await page.evaluate(() =>
    (Reflect.get(window, 'countyPlanner') as Bridge).call('session.setYear', { year: 2030 }),
  );
  await expect
    .poll(() => page.getByRole('region', { name: '总览' }).innerText())
    .toContain('尚无2030年的目标。从表格导入，或先建指标；2012、2004年的已经有了。');
  await page.getByRole('button', { name: '看2012年' }).click();
  await expect.poll(() => page.locator('.main').innerText()).toContain('序时进度');
});
step('who sits at this PC gives a name once, and the changes carry it', async () => {
  const { page } = app;
  await page.getByRole('button', { name: '经办人 未填写' }).click();
  const name = page.getByLabel('经办人姓名');
  await expect.poll(() => name.evaluate((box) => box === document.activeElement)).toBe(true);
  await name.fill('王敏');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.status').innerText()).toContain('今后的修改记在王敏名下');
  await page.getByRole('button', { name: '经办人 王敏' }).waitFor();
  await name.waitFor({ state: 'hidden' });
});
step('a page that cannot be shown says so; the window and its other pages go on', async () => {
  const { page } = app;
  await page.route('**/*.js', (route) => route.abort());
  await page.getByRole('link', { name: '考核', exact: true }).click();
  await expect.poll(() => page.getByRole('alert').innerText()).toContain('这一页未能显示');
  await page.unroute('**/*.js');
  await page.getByRole('link', { name: '项目', exact: true }).click();
  await page.locator('[role=gridcell][data-row]').first().waitFor();
  await expect.poll(() => page.getByRole('alert').count()).toBe(0);
});
step(
  'F6 walks navigation → toolbar → sheet → side panel and round again; Shift+F6 walks back',
  async () => {
    const { page } = app;
    await page.getByRole('link', { name: '项目', exact: true }).click();
    await page.locator('[role=gridcell][data-row]').first().waitFor();
    await page.keyboard.press('Control+N');
    await page.getByLabel('项目名称').first().waitFor();
    await page.getByRole('link', { name: '项目', exact: true }).focus();
    const walked: unknown[] = [];
    for (const key of ['F6', 'F6', 'F6', 'F6', 'Shift+F6']) {
      await page.keyboard.press(key);
      walked.push(await where(page));
    }
    expect(walked).toEqual([
      'main section > :first-child',
      '.cp-grid',
      'main aside',
      '.nav',
      'main aside',
    ]);
  },
);
step(
  'what was typed and not saved is there again after the window was closed by hand',
  async () => {
    await app.page.locator('aside input[data-field=name]').fill('没写完的项目');
    // and it is not only the closing that keeps it
    await expect
      .poll(() => app.page.evaluate(`localStorage.getItem('draft:project')`))
      .toContain('没写完的项目');
    const cdp = await app.page.context().newCDPSession(app.page);
    await cdp.send('Page.close').catch(() => undefined);
    await app.shell.closed;
    await app.close().catch(() => undefined);
    app = await opened();
    await app.page.getByRole('link', { name: '项目', exact: true }).click();
    await app.page.locator('[role=gridcell][data-row]').first().waitFor();
    await app.page.keyboard.press('Control+N');
    await expect
      .poll(() => app.page.locator('aside input[data-field=name]').inputValue())
      .toBe('没写完的项目');
  },
);
step('with the sample its drafts are thrown away', async () => {
  const { page } = app;
  await page.getByRole('button', { name: '清除示例' }).click();
  await page.getByRole('button', { name: '开始使用' }).waitFor();
  expect(
    await page.evaluate(`Object.keys(localStorage).filter((key) => key.startsWith('draft:'))`),
  ).toEqual([]);
});
