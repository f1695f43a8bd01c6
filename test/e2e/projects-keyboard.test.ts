/**
 * From a lead to production with the keyboard alone: new lead, judged, made a project, every stage
 * with its day, 投产; the mouse is never touched.
 */
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bridge } from '../../preload/contract/index.ts';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';

let opened: TestWindow;
let page: Page;
/** pointer events that reached the page after the first start */
let touched = 0;

beforeAll(async () => {
  opened = await openTestWindow();
  page = opened.page;
  await page.exposeFunction('countTouch', () => {
    touched += 1;
  });
  await page.evaluate(() =>
    window.addEventListener(
      'pointerdown',
      () => void (Reflect.get(window, 'countTouch') as () => unknown)(),
      true,
    ),
  );
});
afterAll(() => opened.close());

const press = (...keys: readonly string[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
const focused = (): Promise<string> =>
  page.evaluate(
    () =>
      document.activeElement?.getAttribute('aria-label') ??
      document.activeElement?.textContent ??
      '',
  );

/** Walks with Tab until the focus is on what is called so, as one who cannot use a mouse does. */
async function tabTo(name: string | RegExp, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 90; step += 1) {
    const here = (await focused()).trim();
    if (typeof name === 'string' ? here === name : name.test(here)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no way to ${String(name)} by ${key}`);
}

async function command(typed: string): Promise<void> {
  await press('Control+k');
  await page.keyboard.type(typed);
  await press('Enter');
}

async function type(label: string, text: string): Promise<void> {
  await tabTo(label);
  await page.keyboard.type(text);
}

/** 改阶段 in the drawer: the stage by its place in the list, its day, and the form's own Ctrl+S. */
async function toStage(label: string, date: string): Promise<void> {
  await tabTo('改阶段');
  await press('Enter');
  await expect.poll(focused).toBe('阶段');
  for (let step = 0; step < 12; step += 1) {
    const now = await page.evaluate(() =>
      document.activeElement instanceof HTMLSelectElement
        ? document.activeElement.selectedOptions[0]?.text
        : '',
    );
    if (now === label) break;
    await press('ArrowDown');
  }
  await type('日期', date);
  await press('Control+s');
  await page.getByRole('dialog', { name: '改阶段' }).waitFor({ state: 'detached' });
}

test('lead → judged → project → 洽谈 … 投产, no mouse', async () => {
  await command('xzxs');
  await page.getByRole('complementary', { name: '线索' }).waitFor();
  await type('信息内容', '海泰公司有意建锂电池厂');
  await type('企业名称', '海泰公司');
  await press('Control+s');
  await expect.poll(() => page.getByRole('status').first().innerText()).toBe('已新增1条线索。');

  await tabTo('是否有价值');
  await press('ArrowDown');
  await press('Control+s');
  await expect
    .poll(() => page.locator('[role=gridcell][data-row="0"][data-field=judged]').innerText())
    .toBe('有效');

  await tabTo('转为项目', 'Shift+Tab');
  await press('Enter');
  await expect.poll(focused).toBe('新项目名称');
  await press('Control+a');
  await page.keyboard.type('海泰锂电池项目');
  await press('Enter');
  await expect
    .poll(() => page.getByRole('complementary', { name: '项目' }).locator('.top b').innerText())
    .toBe('海泰锂电池项目');

  for (const [stage, date] of [
    ['洽谈', '2012.2'],
    ['签约', '2012.3.8'],
    ['立项', '2012.4'],
    ['开工', '2012.5.20'],
    ['在建', '2012.6'],
    ['竣工', '2013.5'],
    ['投产', '2013.9.1'],
  ] as const) {
    await toStage(stage, date);
    await expect
      .poll(() => page.locator('[role=gridcell][data-row="0"][data-field=stage]').innerText())
      .toBe(stage);
  }
  const detail = await page.evaluate(async () => {
    const bridge = Reflect.get(window, 'countyPlanner') as Bridge;
    const rows = await bridge.call('records.page', {
      query: { ledger: 'project' },
      offset: 0,
      limit: 5,
    });
    const found = rows.ok
      ? await bridge.call('records.get', { ledger: 'project', id: rows.value[0]?.id ?? 0 })
      : rows;
    return found.ok && 'stages' in found.value ? found.value : null;
  });
  expect(detail?.stages.map((one) => `${one.stage} ${one.date ?? ''}`)).toEqual([
    'lead ',
    'negotiating 2012-02',
    'signed 2012-03-08',
    'approved 2012-04',
    'started 2012-05-20',
    'building 2012-06',
    'completed 2013-05',
    'producing 2013-09-01',
  ]);
  expect(detail?.row).toMatchObject({
    name: '海泰锂电池项目',
    company: '海泰公司',
    stage: 'producing',
    signed_date: '2012-03-08',
    started_date: '2012-05-20',
    producing_date: '2013-09-01',
  });
  expect(touched).toBe(0);
});
