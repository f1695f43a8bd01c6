/**
 * Thirty offices without a window: a task goes down, figures and records come up, a stick is read
 * and taken, a report is given back.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommand, type Ran } from '../../main/command-line/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'county-planner-packages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: string[]): string => join(folder, ...names);
const MONTH = ['--year', '2012', '--month', '9'] as const;

async function done(of: string, ...words: string[]): Promise<string> {
  const { code, out, err } = await runCommand([...words, '--data', at(of)]);
  if (code !== 0) throw new Error(`${words.join(' ')} → ${code}\n${out}${err}`);
  return out;
}
const refused = (of: string, ...words: string[]): Promise<Ran> =>
  runCommand([...words, '--data', at(of)]);
function sheet(name: string, ...rows: readonly string[]): string {
  writeFileSync(at(name), rows.join('\r\n'));
  return at(name);
}
const packageFor = (of: string, name: string): string =>
  at(of, readdirSync(at(of)).find((file) => file.includes(name)) ?? '');

async function countyWithTask(): Promise<void> {
  const units = sheet('单位.csv', '单位名称,类别', '甲镇,乡镇', '乙镇,乡镇');
  await done('county', 'init', '--county', '示例县', '--year', '2012', '--units', units);
  const targets = sheet(
    '目标.csv',
    '2012年固定资产投资目标任务分解表,',
    '单位,固定资产投资（万元）',
    '甲镇,300',
    '乙镇,200',
  );
  await done('county', 'import', targets);
  const asked = ['--date', '2012-10-05', '--ledgers', 'project', '--out', at('down')];
  const task = await done('county', 'package', 'task', ...MONTH, ...asked);
  expect(task.split('\n').filter((line) => /校验码 (?:[0-9a-f]{4}-){3}/.test(line))).toHaveLength(
    2,
  );
}

async function reported(town: string, projects: readonly string[]): Promise<void> {
  expect(await done(town, 'package', 'begin', packageFor('down', town))).toContain(
    `${town}，2012年`,
  );
  const rows = projects.map((name) => `${name},${town},1000`);
  const ledger = sheet(`${town}项目.csv`, '项目名称,引进单位,总投资（万元）', ...rows);
  await done(town, 'import', ledger);
  const report = ['package', 'report', ...MONTH, '--out', at('stick')];
  const early = await refused(town, ...report);
  expect([early.code, early.err]).toEqual([1, expect.stringContaining('固定资产投资还没填')]);
  const head = ['2012年9月主要指标完成情况,,', '单位,固定资产投资（万元）,', ',本月,累计'];
  await done(town, 'import', sheet(`${town}月报.csv`, ...head, `${town},20,180`));
  await done(town, ...report);
}

test('down, up, taken as a stick with a backup before each, known a second time, given back', async () => {
  await countyWithTask();
  await reported('甲镇', ['海泰新能', '瑞熙钛业']);
  await reported('乙镇', ['华源纺织']);

  const read = await done('county', 'package', 'read', at('stick'));
  expect(read.match(/新报|迟报/g)).toHaveLength(2);
  expect(await done('county', 'package', 'state', ...MONTH)).toContain('没报');

  const taken = await done('county', 'package', 'accept', at('stick'));
  expect(taken.match(/已收 /g)).toHaveLength(2);
  expect((await done('county', 'backups')).match(/收包前/g)).toHaveLength(2);
  const list = await done('county', 'records', 'project');
  for (const name of ['海泰新能', '瑞熙钛业', '华源纺织']) expect(list).toContain(name);

  expect((await done('county', 'package', 'read', at('stick'))).match(/已收过/g)).toHaveLength(2);
  const partners = await done('county', 'package', 'partners');
  for (const name of ['甲镇', '乙镇']) expect(partners).toMatch(new RegExp(`${name}　下级`));

  const why = ['--unit', '甲镇', '--reason', '总投资再核对'];
  await done('county', 'package', 'return', ...MONTH, ...why, '--out', at('back'));
  expect(await done('county', 'package', 'state', ...MONTH)).toMatch(/甲镇.*已退回/);
  expect(await done('甲镇', 'package', 'accept', packageFor('back', '甲镇'))).toContain('已收 ');
});

test('what is no package, and a command half said, are refused with a sentence', async () => {
  await done('other', 'init', '--county', '示例县', '--year', '2012');
  writeFileSync(at('不是包.zip'), '这是一段文字');
  const read = await refused('other', 'package', 'read', at('不是包.zip'));
  expect([read.code, read.out]).toEqual([1, expect.stringContaining('不是包.zip')]);
  expect((await refused('other', 'package', 'accept')).code).toBe(2);
  expect((await refused('other', 'package', 'send')).err).toContain('package 后面写');
});
