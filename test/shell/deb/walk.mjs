/** Runs inside the bare machine: the installed program's first start, a package and a workbook opened from the desktop, and its end. */
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PROGRAM = '/opt/county-planner/county-planner';
/** root has no sandbox, and the machine no graphics card */
const WORDS = ['--no-sandbox', '--disable-gpu'];
const PATIENCE_MS = 120_000;

const child = spawn(PROGRAM, [...WORDS, '--remote-debugging-port=0'], {
  stdio: ['ignore', 'ignore', 'pipe'],
});
const ended = new Promise((done) => child.on('exit', done));
const address = await new Promise((done, gone) => {
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
    const found = /DevTools listening on (ws:\S+)/.exec(said);
    if (found) done(found[1]);
  });
  child.on('exit', (code) => gone(new Error(`ended with ${code}: ${said}`)));
});
const browser = await chromium.connectOverCDP(address);
const [context] = browser.contexts();
const page = context.pages()[0] ?? (await context.waitForEvent('page'));
page.setDefaultTimeout(PATIENCE_MS);

await page.getByLabel('县（市、区）或乡镇名称').fill('示例县');
await page.getByText('以后再说').click();
await page.getByRole('button', { name: '开始使用' }).click();
await page.getByRole('link', { name: '项目', exact: true }).waitFor();
console.log('first start: done');

const opened = async (file) => {
  const second = spawn(PROGRAM, [...WORDS, file]);
  return new Promise((done) => second.on('exit', done));
};
const packed = '/root/上报包_城关镇_2012年9月_1.zip';
writeFileSync(packed, 'not a package');
console.log('second start: ended with', await opened(packed));
await page.getByRole('heading', { name: '收发', level: 1 }).waitFor();
console.log('package:', await page.getByRole('alert').first().innerText());

await opened('/root/walk/sample.xlsx');
await page.getByRole('button', { name: /导入 ?13 ?条/ }).click();
const sentence = page.locator('.imp-done-sentence');
await sentence.waitFor();
console.log('workbook:', await sentence.innerText());
await page.getByRole('link', { name: '项目', exact: true }).click();
await page.locator('[role=gridcell][data-row]').first().waitFor();
await page.screenshot({ path: 'window.png' });

await page.evaluate("void countyPlanner.call('shell.quit', {})");
console.log('closed: ended with', await ended);
if (!existsSync('/root/.local/share/county-planner/county.db')) throw new Error('no book was made');
