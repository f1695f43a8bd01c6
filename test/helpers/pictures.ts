/**
 * `npm run pictures`: takes the README's and the help's pictures anew, from the program as it is
 * with its sample book; `-- DIR` looks at every page in two text sizes and puts those pictures
 * there.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { HELP_PAGES } from '../../main/domain/help/pages.ts';
import type { Bridge } from '../../preload/contract/index.ts';
import { openApp } from './app.ts';

const SCREENS = new URL('../../resources/screens/', import.meta.url).pathname;
const HELP = new URL('../../resources/help/', import.meta.url).pathname;
const README = [
  ['overview', '总览'],
  ['progress', '进度'],
  ['projects', '项目'],
  ['scoring', '考核'],
] as const;
const MORE = [
  ['targets', '目标'],
  ['rectification', '整改'],
  ['tasks', '督办'],
  ['ledgers', '台账'],
  ['reports', '报表'],
  ['settings', '设置'],
] as const;

/** those that the navigation opens */
const PAGES_WITH_PICTURES = [
  'overview',
  'targets',
  'progress',
  'projects',
  'rectification',
  'tasks',
  'scores',
  'ledgers',
  'reports',
  'exchange',
  'settings',
] as const;

async function picture(page: Page, link: string, path: string): Promise<void> {
  await page.getByRole('link', { name: link, exact: true }).click();
  await page.locator('.main section').first().waitFor();
  // what is still asked of the core is not yet on the page
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => document.querySelector('.main [aria-busy=true]') === null);
  await (path.endsWith('.jpg')
    ? page.screenshot({ path, type: 'jpeg', quality: 70 })
    : page.screenshot({ path }));
  console.log(path);
}

const [into] = process.argv.slice(2);
const app = await openApp({ viewport: { width: 1366, height: 768 } });
const { page } = app;
await page.getByRole('button', { name: /示例/ }).first().click();
await page.getByRole('link', { name: '项目', exact: true }).click();
await page.locator('[role=gridcell][data-row]').first().waitFor();
// the sample book brings no scheme: the first of those that are shipped, with its indicators, or
// 考核 would be empty
await page.evaluate(async () => {
  const bridge = Reflect.get(window, 'countyPlanner') as Bridge;
  await bridge.call('session.setYear', { year: 2012 });
  const sets = await bridge.call('indicators.sets', {});
  for (const set of sets.ok ? sets.value : [])
    if (set.name === '招商引资')
      await bridge.call('indicators.addSet', {
        set: set.name,
        names: set.indicators.filter((one) => !one.present).map((one) => one.name),
      });
  const presets = await bridge.call('schemes.presets', { year: 2012 });
  const scheme = presets.ok ? presets.value[0]?.scheme : undefined;
  if (scheme !== undefined) await bridge.call('schemes.save', { scheme });
});
if (into === undefined) {
  for (const [name, link] of README) await picture(page, link, join(SCREENS, `${name}.png`));
  mkdirSync(HELP, { recursive: true });
  for (const name of PAGES_WITH_PICTURES)
    await picture(page, HELP_PAGES[name].title, join(HELP, `${name}.jpg`));
} else {
  mkdirSync(into, { recursive: true });
  for (const size of ['标准', '特大']) {
    await page.getByLabel('字号', { exact: true }).getByText(size, { exact: true }).click();
    for (const [name, link] of [...README, ...MORE])
      await picture(page, link, join(into, `${name}-${size}.png`));
  }
}
await app.close();
