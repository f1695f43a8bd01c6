/**
 * The other views of projects in a real window: board with mouse and keyboard, Gantt, funnel, bars,
 * map, follow-up; search by initials; the card on paper.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';
import { story } from '../helpers/story.ts';

let opened: TestWindow;
let page: Page;

const square = (name: string, x: number) => ({
  type: 'Feature',
  properties: { name },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, 34],
        [x + 0.1, 34],
        [x + 0.1, 34.1],
        [x, 34.1],
        [x, 34],
      ],
    ],
  },
});

beforeAll(async () => {
  opened = await openTestWindow();
  page = opened.page;
  const map = join(opened.folder, '乡镇界线.geojson');
  opened.pick = [map];
  writeFileSync(
    map,
    JSON.stringify({
      type: 'FeatureCollection',
      features: [square('甲镇', 108), square('乙乡片区', 108.1)],
    }),
  );
  await ask('session.setYear', { year: 2012 });
  for (const name of ['甲镇', '乙乡']) await ask('units.create', { name, kind: 'township' });
  await ask('records.create', {
    ledger: 'project',
    records: [
      {
        name: '海泰新能',
        stage: '签约',
        introducer: '甲镇',
        industry: '新能源',
        location: '高新区',
        company: '海泰公司',
        total_investment: '3.2亿',
        signed_date: '2012.3',
        planned_start_date: '2012.6',
        planned_completed_date: '2013.6',
      },
      {
        name: '华阳纺织',
        stage: '在建',
        introducer: '乙乡',
        industry: '纺织',
        total_investment: '5000',
        started_date: '2011.5',
      },
      {
        name: '宏达机械',
        stage: '签约',
        introducer: '甲镇',
        industry: '装备制造',
        total_investment: '8000',
      },
    ],
  });
  await page.getByRole('link', { name: '项目' }).click();
});
afterAll(() => opened.close());

const ask: TestWindow['ask'] = (name, input) => opened.ask(name, input);
const view = (name: string): Promise<void> =>
  page.locator('.lg-head .ant-segmented-item-label', { hasText: name }).click();
const column = (name: string) => page.getByRole('region', { name, exact: true });
const cards = (name: string): Promise<string[]> =>
  column(name).locator('.pj-card b').allInnerTexts();
const sentence = () => page.getByRole('status').first().innerText();
const form = () => page.getByRole('dialog', { name: '改阶段' });
const drawer = () => page.getByRole('complementary', { name: '项目' });
const names = (): Promise<string[]> =>
  page.locator('[role=gridcell][data-row][data-field=name]').allInnerTexts();
const stageOf = async (name: string): Promise<unknown> =>
  (
    await ask('records.page', {
      query: { ledger: 'project', filters: [{ field: 'name', text: `=${name}` }] },
      offset: 0,
      limit: 1,
    })
  )[0]?.['stage'];

async function dragTo(card: string, stage: string): Promise<void> {
  const from = await page.locator('.pj-card', { hasText: card }).boundingBox();
  const to = await column(stage).boundingBox();
  if (from === null || to === null) throw new Error(`${card} or ${stage} is not in sight`);
  await page.mouse.move(from.x + from.width / 2, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 120, { steps: 6 });
  await page.mouse.up();
}

const step = story('the views of projects');

step(
  'a card is dragged to another stage with its date; a date before the last one is refused; 撤销 brings it back',
  async () => {
    await view('看板');
    await expect.poll(() => cards('签约')).toEqual(['海泰新能', '宏达机械']);
    await expect.poll(() => column('签约').locator('h2').innerText()).toMatch(/签约\s*2\s*4亿元/);
    await dragTo('海泰新能', '开工');
    await form().getByLabel('日期').fill('2012.2');
    await form().getByRole('button', { name: '改阶段' }).click();
    await expect
      .poll(() => form().getByRole('alert').innerText())
      .toContain('早于签约日期2012年3月');
    expect(await stageOf('海泰新能')).toBe('signed');
    await form().getByLabel('日期').fill('2012.6.1');
    await form().getByLabel('依据').fill('开工令');
    await form().getByRole('button', { name: '改阶段' }).click();
    await expect.poll(() => cards('开工')).toEqual(['海泰新能']);
    await expect
      .poll(() => column('开工').locator('.foot').innerText())
      .toContain('2012年6月1日起');
    await expect.poll(sentence).toBe('“海泰新能”改为开工。');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => cards('签约')).toEqual(['海泰新能', '宏达机械']);
  },
);

step(
  'the same with the keyboard: 空格 lifts, arrows choose, Enter puts down; stopping wants its reason',
  async () => {
    await page.locator('.pj-card', { hasText: '宏达机械' }).focus();
    await page.keyboard.press('ArrowUp');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.querySelector('b')?.textContent))
      .toBe('海泰新能');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect.poll(sentence).toBe('已拿起“宏达机械”：←→选阶段，Enter放下，Esc放回。');
    for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(sentence).toBe('放到“停滞”：按Enter。');
    await page.keyboard.press('Enter');
    await form().waitFor();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => form().getByRole('alert').innerText())
      .toContain('要写明停滞或终止的原因');
    await form().getByLabel('说明').focus();
    await page.keyboard.type('资金没有落实');
    await page.keyboard.press('Enter');
    await expect.poll(() => cards('停滞')).toEqual(['宏达机械']);
    await page.keyboard.press('Enter');
    await drawer().waitFor();
    await page.keyboard.press('Escape');
    await ask('changes.undo', {});
    await expect.poll(() => cards('停滞')).toEqual([]);
  },
);

step(
  'the Gantt shows the planned and the actual way in words and bars; a name opens its milestones',
  async () => {
    const { ids } = await ask('records.create', {
      ledger: 'project',
      records: [
        {
          name: '节点项目',
          stage: '在建',
          started_date: '2012.2',
          planned_completed_date: '2012.11',
        },
      ],
    });
    await ask('projects.saveMilestones', {
      id: ids[0] ?? 0,
      kind: 'building',
      milestones: [
        { id: null, name: '封顶', deadline: '2012.5', done: '2012.6.10', person: null, note: null },
      ],
    });
    await view('甘特');
    const row = page.getByRole('row', { name: /节点项目/ });
    await expect
      .poll(() => row.getByRole('cell').textContent())
      .toBe('开工2012年2月，计划竣工2012年11月，封顶逾期完成');
    await expect.poll(() => row.locator('i.planned').count()).toBe(1);
    await expect.poll(() => row.locator('i.actual').count()).toBe(1);
    await expect
      .poll(() => row.locator('.pj-lamp.late').getAttribute('title'))
      .toBe('封顶：逾期完成，2012年6月10日');
    await row.getByRole('rowheader').click();
    await expect
      .poll(() => drawer().getByRole('tab', { name: '节点' }).getAttribute('aria-selected'))
      .toBe('true');
    await page.keyboard.press('Escape');
  },
);

step('funnel and bars open the records behind them', async () => {
  await view('漏斗');
  const bar = page.getByRole('button', { name: /^开工/ });
  await expect.poll(() => bar.innerText()).toMatch(/2个/);
  await bar.click();
  await expect.poll(names).toEqual(['华阳纺织', '节点项目']);
  await page.getByRole('button', { name: '取消筛选：项目阶段' }).click();
  await view('分布');
  const line = page.getByRole('row', { name: /新能源/ });
  await expect.poll(() => line.innerText()).toMatch(/新能源\s+1\s+32,000/);
  await line.getByRole('button').click();
  await expect.poll(names).toEqual(['海泰新能']);
  await page.getByRole('button', { name: '取消筛选：产业' }).click();
});

step(
  'a map of the office is taken in; an area of another name is asked, and an area opens its projects',
  async () => {
    await view('地图');
    await page.getByRole('button', { name: '导入地图' }).click();
    await expect.poll(sentence).toBe('已导入地图，2个区域，1个待确认。');
    const question = page.getByRole('group', { name: '区域是哪个单位' });
    await expect.poll(() => question.innerText()).toContain('地图上的“乙乡片区”是哪个单位？');
    await question.getByLabel('是哪个单位').click();
    await page.keyboard.type('乙乡');
    await page.keyboard.press('Enter');
    await question.getByRole('button', { name: '就是它' }).click();
    await expect.poll(() => question.count()).toBe(0);
    await page.getByRole('button', { name: '甲镇：2个' }).click();
    await expect.poll(names).toEqual(['海泰新能', '宏达机械']);
    await page.getByRole('button', { name: '取消筛选：引进单位' }).click();
  },
);

step('Ctrl+K finds by initials, pinyin and Chinese, and does what is asked', async () => {
  for (const [typed, found] of [
    ['htxn', '海泰新能'],
    ['huayangfang', '华阳纺织'],
    ['宏达', '宏达机械'],
  ] as const) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await expect.poll(() => drawer().locator('.top b').innerText()).toBe(found);
  }
  await page.keyboard.press('Control+k');
  await page.keyboard.type('xmkb');
  await page.keyboard.press('Enter');
  await expect.poll(() => cards('签约')).toEqual(['海泰新能', '宏达机械']);
});

step(
  'what is overdue is followed up with the action beside it; a problem goes before the joint meeting',
  async () => {
    const [row] = await ask('records.page', {
      query: { ledger: 'project', filters: [{ field: 'name', text: '=海泰新能' }] },
      offset: 0,
      limit: 1,
    });
    await ask('problems.save', {
      id: null,
      project: row?.id ?? 0,
      problem: '用电容量不够',
      raised: '2012.4',
      raisedBy: null,
      unit: '甲镇',
      leader: null,
      deadline: '2012.5',
      state: 'open',
      result: null,
      solved: null,
      meeting: null,
    });
    await view('跟踪');
    const line = page.getByRole('row', { name: /问题超期.*海泰新能/ });
    await expect.poll(() => line.innerText()).toContain('用电容量不够');
    await page.getByRole('button', { name: '联席会议' }).click();
    await page.getByLabel('选用电容量不够').check();
    await page.getByLabel('会议', { exact: true }).fill('2012年第3次联席会议');
    await page.getByRole('button', { name: /列入议程/ }).click();
    await expect
      .poll(() => page.getByRole('row', { name: /用电容量不够/ }).innerText())
      .toMatch(/协调中\s+2012年第3次联席会议/);
    await page.getByRole('button', { name: /^问题超期/ }).click();
    await line.getByRole('button', { name: '登记结果' }).click();
    await expect
      .poll(() => drawer().getByRole('tab', { name: '问题' }).getAttribute('aria-selected'))
      .toBe('true');
    await drawer().getByRole('button', { name: '改用电容量不够' }).click();
    const problem = page.getByRole('dialog', { name: '项目问题' });
    await problem.getByLabel('协调状态').selectOption('已解决');
    await problem.getByLabel('结果').fill('供电所已增容');
    await page.keyboard.press('Control+s');
    await expect
      .poll(() => drawer().locator('.lg-parts tbody').innerText())
      .toMatch(/已解决[\s\S]*供电所已增容/);
    await drawer().getByRole('tab', { name: '洽谈' }).click();
    await drawer().getByRole('button', { name: '登记洽谈' }).click();
    await page.getByRole('dialog', { name: '洽谈' }).getByLabel('洽谈内容').fill('谈供地价格');
    await page.getByRole('dialog', { name: '洽谈' }).getByLabel('答复期限').fill('2012.4.20');
    await page.keyboard.press('Control+s');
    await expect
      .poll(() => drawer().locator('.lg-parts tbody').innerText())
      .toContain('▲ 应于2012年4月20日前答复');
  },
);

step('a project is split into parts whose amounts make it exactly', async () => {
  await drawer().getByRole('tab', { name: '上下级' }).click();
  await drawer().getByRole('button', { name: '拆分项目' }).click();
  const split = page.getByRole('dialog', { name: '拆分项目' });
  await split.getByLabel('比例1').fill('30');
  await split.getByRole('button', { name: '拆分', exact: true }).click();
  await expect.poll(() => split.getByRole('alert').innerText()).toContain('比例合计是80%');
  await split.getByLabel('比例2').fill('70');
  await split.getByRole('button', { name: '拆分', exact: true }).click();
  await expect
    .poll(() => drawer().locator('.lg-parts tbody tr').allInnerTexts())
    .toEqual([
      expect.stringMatching(/海泰新能一期\s+签约\s+9,600万元/),
      expect.stringMatching(/海泰新能二期\s+签约\s+2.24亿元/),
    ]);
  await expect.poll(() => drawer().innerText()).toContain('合计只计子项目');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => drawer().innerText()).toContain('没有子项目');
});

/** The PDF that the report page makes of what it was opened for, as text without spaces. */
async function printed(file: string): Promise<string> {
  const pdf = join(opened.folder, file);
  opened.save = pdf;
  await page.getByRole('button', { name: /导出 ?PDF/ }).click();
  await expect.poll(() => existsSync(pdf)).toBe(true);
  return execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replace(/\s/g, '');
}

step('the card is printed, and each view prints what it shows', async () => {
  await drawer().getByRole('button', { name: '打印卡片' }).click();
  const card = await printed('card.pdf');
  for (const words of ['海泰新能', '海泰公司', '签约', '甲镇', '32,000', '用电容量不够'])
    expect(card).toContain(words);

  await page.getByRole('link', { name: '项目' }).click();
  await view('甘特');
  await page.getByRole('button', { name: '打印', exact: true }).click();
  const war = await printed('war.pdf');
  for (const words of ['项目挂图作战表', '节点项目', '封顶']) expect(war).toContain(words);

  await page.getByRole('link', { name: '项目' }).click();
  await view('跟踪');
  await page.getByRole('button', { name: '打印', exact: true }).click();
  expect(await printed('follow.pdf')).toContain('项目跟踪提醒表');
});
