/**
 * What is overdue or due within a week over all ledgers, the users' own among them: the list for
 * 总览 and the table of the morning meeting.
 */
import { expect, test } from 'vitest';
import { testSession, type TestSession } from '../helpers/session.ts';

/** It is 8 October 2012. */
async function office(): Promise<TestSession> {
  const session = await testSession(['城关镇', '固关镇']);
  const add = (
    ledger: 'task' | 'rectification' | 'project' | 'own_equipment' | 'own_polluters',
    records: readonly Readonly<Record<string, string | null>>[],
  ) => session.ask('records.create', { ledger, records: [...records] });
  await session.ask('ledgers.addShipped', { code: 'own_equipment' });
  await session.ask('ledgers.addShipped', { code: 'own_polluters' });
  await add('task', [
    { title: '供水管网东延', lead_unit: '固关镇', owner: '赵六', deadline: '2012-10-01' },
    { title: '明年的事', lead_unit: '固关镇', deadline: '2013-06-30' },
  ]);
  await add('rectification', [
    { problem: '消防通道堵塞', unit: '城关镇', owner: '钱七', deadline: '2012-10-12' },
  ]);
  await add('own_equipment', [
    { name: '1号锅炉', unit: '城关镇', person: '孙八', deadline: '2012-09-30', state: '在用' },
    { name: '报废的电梯', unit: '城关镇', deadline: '2012-01-01', state: '报废' },
    { name: '2号锅炉', deadline: '2012-10-15' },
  ]);
  await add('own_polluters', [
    { name: '示例砂场', unit: '固关镇', deadline: '2012-10-08', state: '整治中' },
  ]);
  const { ids } = await add('project', [
    { name: '示例面粉厂', responsible_unit: '城关镇', owner: '周九' },
  ]);
  await session.ask('projects.saveMilestones', {
    id: ids[0] ?? 0,
    kind: 'building',
    milestones: [
      { id: null, name: '主体完工', deadline: '2012-09', done: null, person: '吴十', note: null },
      { id: null, name: '投产', deadline: '2012-12', done: null, person: null, note: null },
    ],
  });
  return session;
}

test('every ledger with deadlines is looked through, the most pressing first; closed and far ones are not listed', async () => {
  const session = await office();
  expect(
    (await session.ask('records.reminders', {})).map((one) =>
      [one.days, one.kind, one.name, one.unit, one.owner, one.state].join(' '),
    ),
  ).toEqual([
    '-8 项目节点 示例面粉厂：主体完工 城关镇 吴十 ',
    '-8 特种设备 1号锅炉 城关镇 孙八 在用',
    '-7 督办 供水管网东延 固关镇 赵六 未启动',
    '0 “散乱污”企业 示例砂场 固关镇  整治中',
    '4 整改 消防通道堵塞 城关镇 钱七 未整改',
    '7 特种设备 2号锅炉   在用',
  ]);
});

test('what comes again and again is due the next time within a week, and late where its month has no note', async () => {
  const session = await testSession(['城关镇']);
  const { ids } = await session.ask('records.create', {
    ledger: 'task',
    records: [
      { title: '安全例会', lead_unit: '城关镇', deadline: '每星期六' },
      { title: '工作动态', lead_unit: '城关镇', deadline: '每月5日前' },
      { title: '查手册', lead_unit: '城关镇', deadline: '每月' },
      { title: '不再办的', lead_unit: '城关镇', deadline: '每周', state: '已办结' },
      { title: '长期的', lead_unit: '城关镇', deadline: '长期坚持' },
    ],
  });
  const said = async () =>
    (await session.ask('records.reminders', {})).map((one) =>
      [one.days, one.name, one.deadline].join(' '),
    );
  // it is Monday, 8 October 2012
  expect(await said()).toEqual([
    '-8 查手册 2012-09-30',
    '-3 工作动态 2012-10-05',
    '5 安全例会 2012-10-13',
  ]);
  await session.ask('tasks.saveNote', {
    id: ids[2] ?? 0,
    month: '2012-09',
    note: '已查',
    who: null,
  });
  expect(await said()).toEqual(['-3 工作动态 2012-10-05', '5 安全例会 2012-10-13']);
});

test('the table of the morning meeting lists them by unit, and one unit alone', async () => {
  const session = await office();
  const table = await session.ask('tables.get', { name: 'reminders', options: {} });
  expect(table.rows.map((row) => row.filter((cell) => cell !== '').join(' '))).toEqual([
    '1 项目节点 示例面粉厂：主体完工 吴十 2012.9 超期8天',
    '2 特种设备 1号锅炉 孙八 2012.9.30 在用 超期8天',
    '3 整改 消防通道堵塞 钱七 2012.10.12 未整改 还有4天',
    '4 督办 供水管网东延 赵六 2012.10.1 未启动 超期7天',
    '5 “散乱污”企业 示例砂场 2012.10.8 整治中 当天到期',
    '6 特种设备 2号锅炉 2012.10.15 在用 还有7天',
  ]);
  expect(table.notes).toEqual(['超期3项，7天内到期3项。']);
  expect(
    (await session.ask('tables.get', { name: 'reminders', options: { unit: '固关镇' } })).rows,
  ).toHaveLength(2);
});

test('what is done, or no longer has a deadline, is not reminded of', async () => {
  const session = await office();
  const [boiler] = await session.ask('records.page', {
    query: { ledger: 'own_equipment', search: '1号锅炉' },
    offset: 0,
    limit: 1,
  });
  await session.ask('records.edit', {
    ledger: 'own_equipment',
    edits: [{ id: boiler?.id ?? 0, field: 'deadline', value: '2013-09-30' }],
  });
  const [yard] = await session.ask('records.page', {
    query: { ledger: 'own_polluters' },
    offset: 0,
    limit: 1,
  });
  for (const state of ['待验收', '已销号'])
    await session.ask('records.edit', {
      ledger: 'own_polluters',
      edits: [{ id: yard?.id ?? 0, field: 'state', value: state }],
    });
  expect((await session.ask('records.reminders', {})).map((one) => one.name)).toEqual([
    '示例面粉厂：主体完工',
    '供水管网东延',
    '消防通道堵塞',
    '2号锅炉',
  ]);
});
