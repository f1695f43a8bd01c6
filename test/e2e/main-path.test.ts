/**
 * The main job in a real window, from an empty folder: first start, import with one cell put right,
 * an edit through the input method, the PDF on disk.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp } from '../helpers/app.ts';
import { electronHere, openElectron, WITHOUT_ELECTRON } from '../helpers/electron.ts';

const SAMPLE = fileURLToPath(
  new URL('../../resources/samples/02-园区重点项目台账2010.xlsx', import.meta.url),
);
const folder = mkdtempSync(join(tmpdir(), 'county-planner-e2e-'));
const broken = join(folder, '园区台账.xlsx');
const pdf = join(folder, '项目台账.pdf');
interface Opened {
  readonly page: Page;
  close(): Promise<unknown>;
}
const picked = { pick: () => [broken], folder: () => null, save: () => pdf };
const shells: readonly (readonly [string, (() => Promise<Opened>) | null])[] = [
  ['the Chromium shell', () => openApp(picked)],
  electronHere ? ['Electron', inElectron] : [`Electron (${WITHOUT_ELECTRON})`, null],
];

async function inElectron(): Promise<Opened> {
  const { app, page, folder: data, ended } = await openElectron(picked);
  return {
    page,
    async close() {
      await app.evaluate(({ app: program }) => program.quit()).catch(() => undefined);
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

beforeAll(() => {
  // the sample with one figure that nobody can read, written by another tool than the reader under
  // test
  execFileSync('/usr/bin/python3', [
    '-c',
    `import openpyxl,sys\nb=openpyxl.load_workbook(sys.argv[1]);b.active['F8']='待定吧';b.save(sys.argv[2])`,
    SAMPLE,
    broken,
  ]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(shells)('in %s', (_name, open) => {
  let app: Opened | null = null;
  afterAll(async () => {
    await app?.close();
    rmSync(pdf, { force: true });
  });

  test.skipIf(open === null)(
    'first start → import → fix → grid → Chinese by IME → preview → PDF',
    async () => {
      if (open === null) return;
      app = await open();
      const { page } = app;

      await page.getByLabel('县（市、区）或乡镇名称').fill('示例县');
      await page.getByText('以后再说').click();
      await page.getByRole('button', { name: '开始使用' }).click();

      await page.getByRole('link', { name: '项目' }).click();
      await page.getByRole('button', { name: '导入', exact: true }).click();
      await page.getByRole('button', { name: '选文件' }).click();
      const cell = page.locator('[data-cell="F8"]');
      await expect.poll(() => cell.innerText()).toContain('待定吧');
      await page.getByRole('button', { name: /导入 ?13 ?条/ }).waitFor(); // the unreadable figure waits, its row comes in
      await cell.dblclick();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('21000');
      await page.keyboard.press('Enter');
      await expect.poll(() => cell.innerText()).not.toContain('待定吧');
      await page.getByRole('button', { name: /导入 ?13 ?条/ }).click();
      await page.getByRole('button', { name: '查看台账' }).click();

      await expect
        .poll(() => page.locator('[role=gridcell][data-row][data-field=name]').allInnerTexts())
        .toContain('中发金属制品项目');
      const rows = page.locator('[role=gridcell][data-row][data-field=name]');
      // the blank row at the end is no record
      const named = async (): Promise<number> =>
        (await rows.allInnerTexts()).filter((text) => text.trim() !== '').length;
      await expect.poll(named).toBe(13);

      const progress = page.locator('[role=gridcell][data-row][data-field=progress]').first();
      await progress.click();
      const session = await page.context().newCDPSession(page);
      await session.send('Input.dispatchKeyEvent', {
        type: 'keyDown',
        windowsVirtualKeyCode: 229,
        key: 'Process',
        code: 'KeyY',
      });
      await session.send('Input.imeSetComposition', {
        text: 'yan',
        selectionStart: 3,
        selectionEnd: 3,
      });
      await session.send('Input.insertText', { text: '验收合格已投产' });
      await page.keyboard.press('Enter');
      await expect.poll(() => progress.innerText()).toBe('验收合格已投产');

      await page.getByRole('button', { name: /^打印/ }).first().click();
      const shownPage = page.getByRole('img', { name: /^第1页/ }).last();
      await expect
        .poll(async () => (await shownPage.getAttribute('aria-label'))?.replace(/\s/g, ''))
        .toContain('验收合格已投产');
      await page.getByRole('button', { name: /导出 ?PDF/ }).click();
      await expect.poll(() => existsSync(pdf)).toBe(true);
      const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
      expect(text.replace(/\s/g, '')).toContain('验收合格已投产');
      expect(text).toContain('509,200');
    },
  );
});
