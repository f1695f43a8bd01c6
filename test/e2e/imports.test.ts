/**
 * Thirty townships’ returns in a real window: dropped at once, one fixed, one skipped, one sent
 * back; written, taken back, and taken again without a question.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { Bridge } from '../../preload/contract/index.ts';
import { openApp, type TestApp } from '../helpers/app.ts';
import { story } from '../helpers/story.ts';
import { dropOn } from '../helpers/drop.ts';

interface Truth {
  readonly units: readonly string[];
  readonly missing: readonly string[];
  readonly projects: number;
}
const MAKE = fileURLToPath(new URL('../importing/townships.py', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'county-planner-imports-'));
const folder = join(work, '九月报表');
const back = join(work, '退回.xlsx');
let truth: Truth;
let app: TestApp;
let page: Page;
let picked: readonly string[] = [];

const python = (code: string, ...args: readonly string[]): string =>
  execFileSync('/usr/bin/python3', ['-c', `import openpyxl, sys, json\n${code}`, ...args], {
    encoding: 'utf8',
  });

const countOf = (): Promise<number | null> =>
  page.evaluate(async () => {
    const reply = await (Reflect.get(window, 'countyPlanner') as Bridge).call('records.summary', {
      ledger: 'project',
    });
    return reply.ok ? reply.value.count : null;
  });
const foot = (word: string): Promise<string> =>
  page.locator('.imp-count', { hasText: word }).locator('b').innerText();
const problem = (file: string) => page.locator(`.imp-problem[data-file="${file}"]`);

beforeAll(async () => {
  // a machine without a locale: names of files are Chinese all the same
  for (const name of ['LC_ALL', 'LC_CTYPE', 'LANG']) vi.stubEnv(name, '');
  mkdirSync(folder);
  truth = JSON.parse(
    execFileSync('/usr/bin/python3', [MAKE, folder], { encoding: 'utf8' }),
  ) as Truth;
  app = await openApp({
    pick: () => picked,
    folder: () => folder,
    save: () => back,
    viewport: { width: 1366, height: 768 },
  });
  page = app.page;
  await page.evaluate(
    (units) =>
      (Reflect.get(window, 'countyPlanner') as Bridge).call('session.begin', {
        county: '示例县',
        year: 2012,
        units: units.map((name) => ({ name, kind: 'township' as const })),
      }),
    truth.units,
  );
  await page.getByRole('link', { name: '项目' }).click();
  await page.getByRole('button', { name: '导入', exact: true }).click();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await app.close();
  rmSync(work, { recursive: true, force: true });
});

const step = story('returns of thirty townships');

/* thirty returns */ {
  step('dropped at once are one preview that says who has not sent', async () => {
    await dropOn(
      page,
      '.imp-drop',
      readdirSync(folder).map((name) => join(folder, name)),
    );
    await page.locator('.imp-files [role=option]').nth(29).waitFor();
    await expect.poll(() => page.locator('.imp-files [role=option]').count()).toBe(30);
    await expect
      .poll(() => page.getByRole('region', { name: '未报单位' }).innerText())
      .toContain(truth.missing.join('、'));
    expect([await foot('新增'), await foot('待回答'), await foot('拒收')]).toEqual([
      // the row of the unreadable figure comes in without it
      String(truth.projects + 1),
      '1',
      '1',
    ]);
    await page.getByRole('button', { name: /仅显示有问题的3个/ }).click();
    await expect
      .poll(() => page.locator('.imp-files [role=option] em').allInnerTexts())
      .toEqual(expect.arrayContaining(['提问1', '要改1', '要改1']));
  });

  step(
    'with the keyboard alone: one is fixed in its cell, one skipped, one sent back',
    async () => {
      // F8 until the unreadable figure is in hand, Enter opens its cell
      const figure = problem('凤阁岭镇.xlsx');
      for (
        let press = 0;
        press < 3 && !(await figure.getAttribute('class'))?.includes('is-current');
        press += 1
      )
        await page.keyboard.press('F8');
      await expect.poll(() => page.locator('[data-cell="D5"]').innerText()).toContain('待定个亿');
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.className))
        .toContain('imp-editor');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('401');
      await page.keyboard.press('Enter');
      await expect.poll(() => figure.count()).toBe(0);

      // the row without a name: its second answer skips it
      const nameless = problem('报表21.xlsx');
      for (
        let press = 0;
        press < 3 && !(await nameless.getAttribute('class'))?.includes('is-current');
        press += 1
      )
        await page.keyboard.press('F8');
      const skip =
        (await nameless.locator('.imp-answers > *').allInnerTexts()).findIndex((text) =>
          text.includes('跳过本行'),
        ) + 1;
      expect(skip).toBeGreaterThan(0);
      await page.keyboard.press(`Alt+Digit${skip}`);
      await expect.poll(() => nameless.count()).toBe(0);
      expect([await foot('新增'), await foot('待回答'), await foot('跳过')]).toEqual([
        String(truth.projects + 1),
        '1',
        '1',
      ]);

      await page.keyboard.press('Control+Enter');
      await page.getByText(`已导入${truth.projects + 1}条`).waitFor();
      await expect
        .poll(() => page.locator('.imp-done').innerText())
        .toContain(truth.missing.join('、'));
      await page.getByRole('button', { name: '保存退回的表' }).click();
      await expect.poll(() => existsSync(back)).toBe(true);
      const marked = JSON.parse(
        python(
          `
ws = openpyxl.load_workbook(sys.argv[1]).active
print(json.dumps([[c.coordinate, c.value, c.comment.text, c.fill.fgColor.rgb] for row in ws.iter_rows() for c in row if c.comment is not None]))`,
          back,
        ),
      ) as readonly (readonly string[])[];
      expect(marked.map(([cell, value]) => [cell, value])).toEqual([['F4', '天王镇平安合作社']]);
      expect(marked[0]?.[2]).toContain('天王镇平安合作社');
      expect(marked[0]?.[3]).toMatch(/^FFFF|^FFF|^FFE/);
      expect(await countOf()).toBe(truth.projects + 1);
    },
  );

  step('are taken back as one', async () => {
    await page.keyboard.press('Control+Z');
    await page.getByText('这次导入已撤销').waitFor();
    expect(await countOf()).toBe(0);
    await page.getByRole('button', { name: '继续导入' }).click();
    await expect
      .poll(() =>
        page.getByRole('region', { name: '导入过的表' }).getByRole('row').nth(1).innerText(),
      )
      .toContain('已撤销');
  });

  step('put right by their senders they come in by the folder without a question', async () => {
    python(
      `
import os
def fix(name, cell, value, source=None):
    path = os.path.join(sys.argv[1], name)
    b = openpyxl.load_workbook(source or path); b.active[cell] = value; b.save(path)
fix('凤阁岭镇.xlsx', 'D5', 401)
fix('报表21.xlsx', 'B6', '清泉文化广场')
fix('报表11.xlsx', 'F4', '天王镇', sys.argv[2])`,
      folder,
      back,
    );
    await page.getByRole('button', { name: '选一个文件夹' }).click();
    await page.getByText('识别完成，没有需要回答的问题').waitFor();
    expect([await foot('新增'), await foot('待回答'), await foot('拒收')]).toEqual([
      String(truth.projects + 3),
      '0',
      '0',
    ]);
    await page.keyboard.press('Control+Enter');
    await page.getByText(`已导入${truth.projects + 3}条`).waitFor();
    expect(await countOf()).toBe(truth.projects + 3);
    await page.getByRole('button', { name: '继续导入' }).click();
  });
}

/* a month of thirty matrices */ {
  const months = join(work, '九月指标');
  const INDICATORS = 3;

  step('is shown as figures, complete but for the named unit, and written as figures', async () => {
    mkdirSync(months);
    python(
      `
import os
for at, town in enumerate(json.loads(sys.argv[2])[:-1]):
    b = openpyxl.Workbook(); ws = b.active; ws.title = '9月'
    for row in [['2012年1-9月主要经济指标完成情况表'], [f'填报单位：{town}人民政府'], ['指标名称', '计量单位', '年目标', '本月', '累计'],
                ['固定资产投资', '万元', 9000 + at, 100 + at, 900 + at], ['到位资金', '万元', 5000, 60, 540], ['财政收入', '万元', 800, 9, 81]]: ws.append(row)
    b.save(os.path.join(sys.argv[1], f'{town}9月.xlsx'))`,
      months,
      JSON.stringify(truth.units.slice(0, 31)),
    );
    await dropOn(page, '.imp-drop', [months]);
    await page.locator('.imp-files [role=option]').nth(29).waitFor();
    await expect.poll(() => page.locator('.imp-to').innerText()).toContain('目标和月度数');
    await expect
      .poll(() => page.getByRole('region', { name: '未报单位' }).innerText())
      .toContain(truth.units.slice(30).join('、'));
    expect([await foot('识别出的数'), await foot('待回答'), await foot('拒收')]).toEqual([
      String(30 * INDICATORS * 3),
      '0',
      '0',
    ]);
    // the catalogue of a new book knows none of them
    await expect.poll(() => page.locator('[data-note]').count()).toBe(INDICATORS);
    await expect.poll(() => page.locator('[data-chip="E"]').innerText()).toContain('累计');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/已导入\d+个数/).waitFor();
    await page.getByRole('button', { name: '查看进度' }).waitFor();
  });

  step('again there is nothing to write; taken back, nothing is left', async () => {
    await page.getByRole('button', { name: '继续导入' }).click();
    await dropOn(page, '.imp-drop', [months]);
    await page.locator('.imp-files [role=option]').nth(29).waitFor();
    await page.getByText('识别完成，没有需要回答的问题').waitFor();
    expect([await foot('新增'), await foot('变更')]).toEqual(['0', '0']);
    await page.locator('.imp-foot').getByRole('button', { name: '取消' }).click();
    const past = page.getByRole('region', { name: '导入过的表' });
    await past.getByRole('button', { name: /^撤销/ }).first().click();
    await expect.poll(() => past.getByRole('row').nth(1).innerText()).toContain('已撤销');
  });
}

step('a file of another kind than thought is read again as what the user says', async () => {
  const path = join(work, '名单.xlsx');
  python(
    `
b = openpyxl.Workbook(); ws = b.active
for row in [['单位名称', '类别'], ['县水利局', '部门'], ['县林业局', '部门']]: ws.append(row)
b.save(sys.argv[1])`,
    path,
  );
  picked = [path];
  await page.getByRole('button', { name: '选文件', exact: true }).click();
  await page.locator('[data-cell="A2"]').waitFor();
  await page.getByLabel('导入到').click({ force: true });
  await page.locator('.ant-select-item-option', { hasText: '单位' }).first().click();
  await expect.poll(() => foot('新增')).toBe('2');
  await page.getByRole('button', { name: '取消' }).click();
});
