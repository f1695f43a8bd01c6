/**
 * The start-up of a window test: the program in a real Chromium, its first start answered, and what
 * every such test does in it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import type { Bridge, CallName, Input, Output } from '../../preload/contract/index.ts';
import { openApp, type AppOptions } from './app.ts';

export interface TestWindow {
  readonly page: Page;
  /** a folder for what the test saves, and what the dialog for folders answers */
  readonly folder: string;
  /** what the next save dialog answers, and the next that picks workbooks */
  save: string | null;
  pick: readonly string[];
  /** what the page itself would ask of the core */
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** a cell of the sheet by its row and field */
  cell(row: number, field: string): Locator;
  /** the record beside the sheet */
  drawer(name: string): Locator;
  open(name: string): Promise<void>;
  /** a workbook by the wizard, its unknown units made */
  importBook(path: string): Promise<void>;
  /** the words of the PDF that the open report page saves, without white space */
  printed(): Promise<string>;
  /** takes a picture where the environment asks for pictures */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Asks the core what the page itself would ask. */
export const asker =
  (page: Page): TestWindow['ask'] =>
  async (name, input) => {
    const reply = await page.evaluate(
      ([call, asked]) =>
        (Reflect.get(window, 'countyPlanner') as Bridge).call(
          call as 'units.create',
          JSON.parse(asked) as Input<'units.create'>,
        ),
      [name as string, JSON.stringify(input)] as const,
    );
    if (!reply.ok) throw new Error(JSON.stringify(reply.fault));
    return reply.value as unknown as Output<typeof name>;
  };

/** 示例县 on a screen of 1366×768. */
export async function openTestWindow(
  county = '示例县',
  more: Pick<AppOptions, 'worker'> = {},
): Promise<TestWindow> {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-e2e-'));
  const app = await openApp({
    save: () => opened.save,
    pick: () => opened.pick,
    folder: () => opened.folder,
    viewport: { width: 1366, height: 768 },
    ...more,
  });
  const { page } = app;
  const opened: TestWindow = {
    page,
    folder,
    save: null,
    pick: [],
    ask: asker(page),
    cell: (row, field) => page.locator(`[role=gridcell][data-row="${row}"][data-field="${field}"]`),
    drawer: (name) => page.getByRole('complementary', { name, exact: true }),
    open: (name) => page.getByRole('link', { name, exact: true }).click(),
    importBook: async (path) => {
      await opened.open('进度');
      await page.getByRole('button', { name: '从表格导入' }).click();
      opened.pick = [path];
      await page.getByRole('button', { name: '选文件' }).click();
      const fresh = page.getByRole('button', { name: /^全部新建\d+个$/ });
      await page
        .getByRole('button', { name: /导入 ?\d+ ?(条|个数)/ })
        .or(fresh)
        .first()
        .waitFor();
      if ((await fresh.count()) > 0) {
        await fresh.first().click();
        await fresh.first().waitFor({ state: 'detached' });
      }
      await page.getByRole('button', { name: /导入 ?[1-9]\d* ?(条|个数)/ }).click();
      await page.locator('.imp-done-sentence', { hasText: /已导入\d+/ }).waitFor();
      await page.getByRole('button', { name: '继续导入' }).click();
    },
    printed: async () => {
      const pdf = join(folder, `${Date.now()}.pdf`);
      opened.save = pdf;
      await page.getByRole('button', { name: /导出 ?PDF/ }).click();
      await expect.poll(() => existsSync(pdf)).toBe(true);
      // the font's outlines are named as radicals: ⽉ for 月
      return execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
        .replace(/\s/g, '')
        .replace(/[\u2f00-\u2fdf]/g, (radical) => radical.normalize('NFKC'));
    },
    picture: async (name) => {
      const to = process.env['COUNTY_PLANNER_PICTURES'];
      if (to !== undefined) await page.screenshot({ path: join(to, `${name}.png`) });
    },
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await page.getByLabel('县（市、区）或乡镇名称').fill(county);
  await page.getByText('以后再说').click();
  await page.getByRole('button', { name: '开始使用' }).click();
  await page.getByRole('link', { name: '总览', exact: true }).waitFor();
  return opened;
}
