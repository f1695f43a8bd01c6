/**
 * A project's form: named, then said how far it is; by subject, each with how much of it is filled
 * in; folded subjects stay folded and open where a value is refused.
 */
import { afterAll, beforeAll, expect } from 'vitest';
import { story } from '../helpers/story.ts';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';

let opened: TestWindow;
beforeAll(async () => {
  opened = await openTestWindow();
});
afterAll(() => opened.close());

const step = story('the form of a project');

step('a project that is being built already begins there', async () => {
  const { page } = opened;
  await opened.open('项目');
  await page.getByRole('button', { name: '新增' }).first().click();
  const form = opened.drawer('项目');
  const focused = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
  await expect.poll(focused).toBe('项目名称');
  await page.keyboard.insertText('海泰新能源');
  await page.keyboard.press('Tab');
  await expect.poll(focused).toBe('项目阶段');
  await form.getByLabel('项目阶段', { exact: true }).selectOption('在建');
  await page.keyboard.press('Control+s');
  await expect.poll(() => opened.cell(0, 'name').innerText()).toBe('海泰新能源');
  const rows = await opened.ask('records.page', {
    query: { ledger: 'project' },
    offset: 0,
    limit: 1,
  });
  expect(JSON.stringify(rows)).toContain('building');
});

step('subjects say how much is filled in, and one that is folded stays so', async () => {
  const { page } = opened;
  await opened.cell(0, 'name').click();
  await page.keyboard.press('Control+Enter');
  const form = opened.drawer('项目');
  const subject = form.locator('details', { hasText: '单位与责任人' });
  await expect.poll(() => subject.locator('summary').innerText()).toMatch(/已填0\/\d+项/);
  const place = form.locator('details', { hasText: '项目概况' });
  await place
    .getByLabel('项目地点', { exact: true })
    .or(place.locator('input'))
    .first()
    .fill('高新区');
  await expect.poll(() => place.locator('summary').innerText()).toMatch(/已填1\/\d+项/);
  await opened.picture('form');
  await subject.locator('summary').click();
  await expect.poll(() => subject.evaluate((one) => Reflect.get(one, 'open'))).toBe(false);
  await page.keyboard.press('Escape');
  await opened.cell(0, 'name').click();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => subject.evaluate((one) => Reflect.get(one, 'open'))).toBe(false);
});
