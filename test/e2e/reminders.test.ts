/**
 * 到期提醒 on 总览, in a real window: what presses over all ledgers, by unit and by person; a click
 * opens its record; the morning meeting's table.
 */
import { afterAll, beforeAll, expect } from 'vitest';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';
import { story } from '../helpers/story.ts';

let w: TestWindow;
/** a full day so many days from today */
const day = (days: number): string => {
  const at = new Date();
  const then = new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate() + days));
  return then.toISOString().slice(0, 10);
};

beforeAll(async () => {
  w = await openTestWindow();
  for (const name of ['城关镇', '固关镇'])
    await w.ask('units.create', { name, kind: 'township', aliases: [], leader: null });
  await w.ask('indicators.addSet', { set: '招商引资', names: ['签约项目个数'] });
  const [indicator] = await w.ask('indicators.list', {});
  const year = new Date().getFullYear();
  const [, unit] = await w.ask('units.list', {});
  await w.ask('targets.edit', {
    year,
    edits: [{ indicator: indicator?.id ?? 0, unit: unit?.id ?? 0, part: 'assured', text: '3' }],
  });
  await w.ask('ledgers.addShipped', { code: 'own_equipment' });
  await w.ask('records.create', {
    ledger: 'own_equipment',
    records: [
      { name: '1号锅炉', unit: '城关镇', person: '孙八', deadline: day(-8), state: '在用' },
      { name: '2号锅炉', unit: '固关镇', deadline: day(5), state: '在用' },
    ],
  });
  await w.ask('records.create', {
    ledger: 'task',
    records: [{ title: '供水管网东延', lead_unit: '固关镇', owner: '赵六', deadline: day(-2) }],
  });
});
afterAll(() => w.close());

const panel = () => w.page.getByRole('region', { name: '到期提醒' });
const lines = async (): Promise<string[]> =>
  (await panel().getByRole('row').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

const step = story('what presses, on the screen and on paper');

step('what presses is listed over all ledgers, and by unit and person', async () => {
  await w.open('总览');
  await expect
    .poll(lines)
    .toEqual([
      '特种设备 1号锅炉 城关镇 超期8天',
      '督办 供水管网东延 固关镇 超期2天',
      '特种设备 2号锅炉 固关镇 还有5天',
    ]);
  await expect
    .poll(() => panel().getByRole('heading').innerText())
    .toContain('超期2项，7天内到期1项');
  await w.picture('reminders');
  await panel().getByText('单位', { exact: true }).click();
  await expect
    .poll(lines)
    .toEqual([
      '固关镇 2项',
      '督办 供水管网东延 赵六 超期2天',
      '特种设备 2号锅炉 还有5天',
      '城关镇 1项',
      '特种设备 1号锅炉 孙八 超期8天',
    ]);
  await panel().getByText('人', { exact: true }).click();
  await expect
    .poll(lines)
    .toEqual([
      '孙八 1项',
      '特种设备 1号锅炉 城关镇 超期8天',
      '赵六 1项',
      '督办 供水管网东延 固关镇 超期2天',
      '未填责任人 1项',
      '特种设备 2号锅炉 固关镇 还有5天',
    ]);
});

step(
  'the table of the morning meeting is printed from there; a click opens the record',
  async () => {
    await panel().getByRole('button', { name: '打印' }).click();
    await w.page.getByText('报表预览').waitFor();
    expect(await w.printed()).toContain('到期提醒表');
    await w.open('总览');
    await panel().getByRole('button', { name: '1号锅炉' }).click();
    await w.page.getByRole('heading', { name: '特种设备' }).waitFor();
  },
);
