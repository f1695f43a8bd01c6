/**
 * What each person answers for: targets of units and of the office, projects, tasks and problems,
 * person by person.
 */
import { expect, test } from 'vitest';
import { typedIndicator } from '../helpers/indicator.ts';
import { listedTable, testSession } from '../helpers/session.ts';

test('each person once, with all that is theirs', async () => {
  const session = await testSession(['甲镇', '乙镇']);
  const units = new Map((await session.ask('units.list', {})).map((one) => [one.name, one.id]));
  const { id } = await session.ask('indicators.save', {
    id: null,
    indicator: typedIndicator('招商户数', { measure: '户', places: 0 }),
  });
  const set = (unit: string | null, part: 'assured' | 'leader' | 'owner', text: string) => ({
    indicator: id,
    unit: unit === null ? null : (units.get(unit) ?? 0),
    part,
    text,
  });
  await session.ask('targets.edit', {
    year: 2012,
    edits: [
      set(null, 'assured', '300'),
      set(null, 'leader', '王县长'),
      set('甲镇', 'assured', '180'),
      set('甲镇', 'leader', '王县长'),
      set('甲镇', 'owner', '李经理'),
      set('乙镇', 'assured', '120'),
    ],
  });
  await session.ask('progress.edit', {
    year: 2012,
    month: 9,
    edits: [{ indicator: id, unit: units.get('甲镇') ?? 0, part: 'cumulative', text: '117' }],
  });
  await session.ask('records.create', {
    ledger: 'project',
    records: [
      { name: '水泥厂', responsible_unit: '甲镇', sponsor: '王县长', owner: '李经理' },
      { name: '没人管的', responsible_unit: '乙镇' },
    ],
  });
  await session.ask('records.create', {
    ledger: 'task',
    records: [{ title: '修路', lead_unit: '乙镇', leader: '赵局长', deadline: '2012-12-31' }],
  });
  const table = await session.ask('tables.get', {
    name: await listedTable(session, 'who-answers'),
    options: { year: 2012, month: 9 },
  });
  // 117 of 180, and of 300
  expect(table.rows).toEqual([
    ['1', '王县长', '目标', '招商户数', '全县', '责任领导', '300户', '39.00', ''],
    ['2', '王县长', '目标', '招商户数', '甲镇', '责任领导', '180户', '65.00', ''],
    ['3', '王县长', '项目', '水泥厂', '甲镇', '包联领导', '', '', ''],
    ['4', '李经理', '目标', '招商户数', '甲镇', '责任人', '180户', '65.00', ''],
    ['5', '李经理', '项目', '水泥厂', '甲镇', '责任人', '', '', ''],
    ['6', '赵局长', '督办', '修路', '乙镇', '责任领导', '2012.12.31', '', '未启动'],
  ]);
});
