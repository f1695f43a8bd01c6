/**
 * Every page in three text sizes on two screens, and what the pages open, walked as a keyboard and
 * a screen reader would: nothing primary off the screen, no text cut without its whole, nothing
 * serious for axe, no error in the console, the focus somewhere to be seen.
 */
import axe from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright';
import type { Input } from '../../preload/contract/index.ts';
import { blankScheme, changeItem, withItem } from '../../renderer/features/scoring/scheme/draft.ts';
import { openApp, type TestApp } from '../helpers/app.ts';
import { outOfSight } from '../helpers/geometry.ts';
import { lastReaction, watchReactions } from '../helpers/reaction.ts';
import { asker } from '../helpers/window.ts';

const SIZES = ['标准', '大', '特大'] as const;
const SCREENS = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
/**
 * Each page with what shows that it is there, and what must be in sight even in a part that
 * scrolls.
 */
const PAGES = [
  ['总览', '.ov-map tbody td', 'th.end'],
  ['目标', '[role=gridcell][data-row]', ''],
  ['进度', '[role=gridcell][data-row]', ''],
  ['项目', '[role=gridcell][data-row]', ''],
  ['整改', '[role=gridcell][data-row]', ''],
  ['督办', '[role=gridcell][data-row]', ''],
  ['考核', '.sc-charts svg', '.sc-charts'],
  ['台账', '.main h1', ''],
  ['报表', '.rp-paper canvas', ''],
  ['收发', '.main h1', ''],
  ['设置', '.main h1', ''],
] as const;
/** what is opened from a page, by the words on it: a panel, a dialog, a drawer, another page */
const OPENED: readonly (readonly [page: string, opener: string])[] = [
  ['总览', '打印'],
  ['目标', '指标目录'],
  ['目标', '按比例分解'],
  ['目标', '下达'],
  ['进度', '更多'],
  ['进度', '报数情况'],
  ['进度', '从表格导入'],
  ['进度', '＋ 指标'],
  ['进度', '出通报表'],
  ['项目', '导入'],
  ['项目', '新增'],
  ['项目', '视图'],
  ['项目', '打开第1行'],
  ['项目', '看板'],
  ['项目', '甘特'],
  ['项目', '漏斗'],
  ['项目', '分布'],
  ['项目', '地图'],
  ['项目', '跟踪'],
  ['整改', '新增'],
  ['整改', '全部催办'],
  ['整改', '打开第1行'],
  ['督办', '新增'],
  ['督办', '联席会议'],
  ['督办', '打开第1行'],
  ['考核', '登记事项'],
  ['考核', '公布得分'],
  ['考核', '各项一览'],
  ['考核', '办法'],
  ['考核', '奖励'],
  ['台账', '新建台账'],
  ['台账', '到位资金'],
  ['台账', '招商线索'],
  ['台账', '单位'],
  ['台账', '人员'],
  ['报表', '成批导出'],
  ['设置', '数据'],
  ['设置', '备份'],
  ['设置', '修改记录'],
  ['设置', '准入条件'],
  ['设置', '汇率'],
  ['设置', '项目接转'],
  ['设置', '导入过的表'],
];

let app: TestApp;
const errors: string[] = [];
/**
 * each state with the milliseconds from the click to the first frame that showed something of it
 */
const visited = new Map<string, number | null>();

beforeAll(async () => {
  app = await openApp({ viewport: SCREENS[0] });
  const { page } = app;
  page.setDefaultTimeout(60_000);
  page.on('console', (told) => {
    if (told.type() === 'error') errors.push(told.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.getByRole('button', { name: /示例/ }).first().click();
  await page.getByRole('link', { name: '项目', exact: true }).waitFor();
  await watchReactions(page);
  const ask = asker(page);
  const { scheme, code } = withItem(blankScheme(2012), 'completion');
  const parts = [
    {
      label: '完成率',
      source: { from: 'indicator', indicator: '到位资金', against: 'assured' },
      weight: '100',
    },
  ] as const;
  await ask('schemes.save', {
    scheme: changeItem(scheme, code, {
      rule: { kind: 'completion', parts: [...parts], cap: '120', floor: null },
    }) as Input<'schemes.save'>['scheme'],
  });
});
afterAll(async () => {
  const told = [...visited].map(([name, ms]) => `${name} ${ms === null ? '—' : Math.round(ms)}`);
  console.log(`${visited.size} states, each with ms to its first frame: ${told.join('; ')}`);
  const times = [...visited.values()].filter((ms) => ms !== null).sort((one, two) => one - two);
  console.log(
    `reactions: median ${Math.round(times[times.length >> 1] ?? 0)} ms, slowest ${Math.round(times.at(-1) ?? 0)} ms, ${times.filter((ms) => ms > 300).length} over 300 ms`,
  );
  await app.close();
});

/** What the page before left open covers the links; a dialog that asks is left by Escape too. */
async function closeAll(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      await page.keyboard.press('Escape');
      return page.locator('[role=dialog]:visible').count();
    })
    .toBe(0);
}

async function goTo(page: Page, name: string, there: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click();
  await page.locator(there).first().waitFor();
  await settled(page);
}

/** nothing is being asked of the core, and nothing moves any more */
async function settled(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForFunction(
    () =>
      document.querySelector('.main [aria-busy=true]') === null &&
      document.getAnimations().every((one) => one.playState !== 'running'),
  );
}

/** Texts that end in dots or at an edge, where no title tells the rest. */
const cutTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'button, label, th, h1, h2, h3, p, td, [role=tab], .ant-select [class*=placeholder]',
      ),
    ]
      .filter((one) => one.checkVisibility() && getComputedStyle(one).overflow !== 'visible')
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .filter((one) => one.closest('[title]') === null && one.querySelector('[title]') === null)
      .map((one) => `cut: ${one.textContent.slice(0, 30)}`),
  );

const seriousForAxe = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => 'axe ' + id + ': ' + nodes.map(({ target }) => target.join(' ')).join(' | ')))`,
  );
  return found as readonly string[];
};

const focusLost = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at !== null && at !== document.body && at.checkVisibility() ? [] : ['the focus is lost'];
  });

/** What is wrong with what is on the screen; what is still being laid out is looked at again. */
async function faultsOf(
  page: Page,
  name: string,
  also: string,
  forReaders: boolean,
): Promise<void> {
  visited.set(name, await lastReaction(page));
  const look = async (): Promise<readonly string[]> => [
    ...(await outOfSight(page, also)),
    ...(await cutTexts(page)),
    ...(await focusLost(page)),
  ];
  await expect
    .poll(look, { timeout: 10_000 })
    .toEqual([])
    .catch(() => undefined);
  const found = [
    ...(await look()),
    ...(forReaders ? await seriousForAxe(page) : []),
    ...errors.splice(0),
  ];
  expect(found, name).toEqual([]);
}

test.each(SCREENS.flatMap((screen) => SIZES.map((size) => [screen, size] as const)))(
  'every page on %o in %s text',
  async (screen, size) => {
    const { page } = app;
    await page.setViewportSize(screen);
    await page.getByLabel('字号', { exact: true }).getByText(size, { exact: true }).click();
    for (const [name, there, also] of PAGES) {
      await goTo(page, name, there);
      await faultsOf(page, `${name}, ${size}, ${screen.width}`, also, screen === SCREENS[0]);
    }
  },
);

test.each(OPENED)('%s opens %s', async (name, opener) => {
  const { page } = app;
  await closeAll(page);
  await page.setViewportSize(SCREENS[0]);
  await page.getByLabel('字号', { exact: true }).getByText('标准', { exact: true }).click();
  await goTo(page, name, '.main h1');
  const before = await page.locator('body').innerText();
  await page
    .locator('.main')
    .getByRole('button', { name: opener })
    .or(page.locator('.main').getByRole('tab', { name: opener }))
    .or(page.locator('.main label').filter({ hasText: opener }))
    .first()
    .click();
  await expect.poll(() => page.locator('body').innerText()).not.toBe(before);
  await settled(page);
  await faultsOf(page, `${name} › ${opener}`, '', true);
});
