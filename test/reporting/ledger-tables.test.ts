/** Problems, tasks and leads on paper: rows, rates by source, words beside deadlines, as data. */
import { expect, test } from 'vitest';
import { toJson } from '../../main/reporting/model/json.ts';
import { leadCounts, leadList } from '../../main/reporting/tables/projects/leads.ts';
import {
  rectificationList,
  rectificationRates,
} from '../../main/reporting/tables/tasks/rectification.ts';
import type { ReportContext } from '../../main/reporting/tables/shared/report.ts';
import { supervisionSlip } from '../../main/reporting/tables/tasks/supervision-slip.ts';
import { taskList } from '../../main/reporting/tables/tasks/tasks.ts';
import { reminderTable } from '../../main/reporting/tables/tasks/reminders.ts';
import { remindersOfRecord } from '../../main/services/tasks/reminders.ts';
import { noProjects, options } from './sample-rows.ts';
import { leads, problems, tasks } from './sample-records.ts';

const context = (today: string): ReportContext => ({
  county: '示例县',
  year: Number(today.slice(0, 4)),
  month: Number(today.slice(5, 7)),
  firstMonth: 1,
  today,
  units: ['园区管委会', '综合执法局', '文旅局', '市场监管局'],
  projects: noProjects,
});
const october = context('2019-10-08');

test('the list of problems groups by source, tells how each deadline stands, and states the rates', () => {
  const table = rectificationList.make(
    problems,
    options({ columns: ['problem', 'deadline', 'closed_date', 'state'] }),
    october,
  );
  expect(table.rows.filter((row) => row.kind === 'group').map((row) => row.cells[0])).toEqual([
    '一、创城自查（3个）',
    '二、市委巡察（3个）',
    '三、安全检查（2个）',
  ]);
  const json = toJson(table);
  expect(json.rows.map((row) => row.slice(2))).toEqual([
    ['2019.9.30', '2019.9.20', '已销号', '按期'],
    ['2019.12.31', '', '整改中', ''],
    ['2019.10.10', '2019.10.8', '已销号', '按期'],
    ['2019.10.1', '2019.9.30', '已销号', '按期'],
    ['2019.11', '', '整改中', ''],
    ['2019.9.20', '', '整改中', '超期18天'],
    ['立行立改', '', '未整改', ''],
    ['2019.10.12', '', '待验收', '还有4天'],
  ]);
  expect(json.totals).toEqual([['', '总计（8个）', '', '', '', '']]);
  // due: 9.30, 10.1, 9.20 have come; of these two were struck off in time
  expect(json.notes[0]).toBe(
    '共8个，已销号3个，占37.5%；已到期3个，按期销号2个，占66.7%；超期1个，7天内到期1个。',
  );
  expect(table.empty).toBe('本期没有问题');
});

test('a table of a past month stands as that month ended', () => {
  const table = rectificationList.make(
    problems,
    options({ columns: ['problem', 'deadline'], group: null, month: 9 }),
    october,
  );
  // the third was struck off in October: at the end of September it was open and not yet due
  expect(toJson(table).rows.map((row) => row[3])).toEqual([
    '按期',
    '',
    '',
    '按期',
    '',
    '超期10天',
    '',
    '',
  ]);
});

test('rates by source and by unit: closed of all, in time of what is due; nothing due is a dash', () => {
  const by = (group: string): ReturnType<typeof toJson> =>
    toJson(rectificationRates.make(problems, options({ group }), october));
  expect(by('source').rows.map((row) => row.slice(1))).toEqual([
    ['创城自查', '3', '2', '66.7', '1', '1', '100.0', '0', '0'],
    ['市委巡察', '3', '1', '33.3', '2', '1', '50.0', '1', '0'],
    ['安全检查', '2', '0', '0.0', '0', '0', '—', '0', '1'],
  ]);
  expect(by('source').totals).toEqual([['', '合计', '8', '3', '37.5', '3', '2', '66.7', '1', '1']]);
  expect(by('unit').rows.map((row) => row.slice(1, 4))).toEqual([
    ['园区管委会', '1', '1'],
    ['综合执法局', '1', '0'],
    ['文旅局', '1', '1'],
    ['市场监管局', '2', '1'],
    ['未填责任单位', '3', '0'],
  ]);
  expect(() => rectificationRates.make(problems, options({ group: 'problem' }), october)).toThrow(
    'field.unknown {"field":"problem"}',
  );
});

test('the table of tasks shows the first deadline beside an extended one', () => {
  const json = toJson(
    taskList.make(
      tasks,
      options({ columns: ['title', 'deadline', 'original_deadline', 'state'] }),
      context('2012-07-02'),
    ),
  );
  expect(json.rows.map((row) => row.slice(1))).toEqual([
    ['供水管网东延至西太路尽头', '2012.8.31', '2012.6.30', '已延期', ''],
    ['拿出污水厂建设方案', '2012.6.30', '', '进行中', '超期2天'],
    ['为科技园区引进5户以上企业', '2012.12', '', '未启动', ''],
    ['完成创业基地一期手续', '2012.4.30', '', '已办结', '逾期'],
  ]);
  expect(json.notes[0]).toBe(
    '共4项，已办结1项，占25.0%；已到期2项，按期办结0项，占0.0%；超期1项，7天内到期0项。',
  );
});

test('leads are counted per person with their units, and per unit', () => {
  const by = (group?: string): ReturnType<typeof toJson> =>
    toJson(
      leadCounts.make(leads, options(group === undefined ? {} : { group }), context('2014-12-31')),
    );
  expect(by().rows.map((row) => row.slice(1))).toEqual([
    ['干部甲', '镇政府', '3', '3', '0', '0', '100.0', '1'],
    ['干部乙', '经发站', '1', '0', '1', '0', '0.0', '0'],
    ['干部丙', '园区', '1', '0', '0', '1', '—', '0'],
  ]);
  expect(by('unit').totals).toEqual([['', '合计', '5', '3', '1', '1', '75.0', '1']]);
  expect(toJson(leadList.make(leads, options(), context('2014-12-31'))).rows).toHaveLength(5);
});

test('what presses is listed by unit over both ledgers, the longest overdue first', () => {
  const day = '2019-10-08';
  const table = reminderTable(
    [
      ...problems.flatMap((row) => remindersOfRecord('rectification', row, day)),
      ...tasks.flatMap((row) => remindersOfRecord('task', row, day)),
    ],
    options(),
    october,
  );
  expect(
    table.rows.map((row) => (row.kind === 'group' ? row.cells[0] : row.cells.slice(1))),
  ).toEqual([
    '一、市场监管局（1项）',
    ['整改', '压力容器超期未检', null, null, '2019.10.12', '待验收', '还有4天'],
    '二、区水利局（1项）',
    ['督办', '供水管网东延至西太路尽头', null, null, '2012.8.31', '已延期', '超期2594天'],
    '三、区住建局（1项）',
    ['督办', '拿出污水厂建设方案', null, null, '2012.6.30', '进行中', '超期2656天'],
    '四、区招商局（1项）',
    ['督办', '为科技园区引进5户以上企业', null, null, '2012.12', '未启动', '超期2472天'],
    '五、没有写单位（1项）',
    ['整改', '私搭乱建197处', null, null, '2019.9.20', '整改中', '超期18天'],
  ]);
  expect(reminderTable([], options(), october).empty).toBe('没有超期和7天内到期的事项');
});

test('a supervision slip holds one task with its first deadline and room to write', () => {
  const table = supervisionSlip.make(
    tasks.slice(0, 1),
    options({ filters: [{ field: 'title', text: '=供水管网东延至西太路尽头' }] }),
    context('2012-07-02'),
  );
  expect(table.filters).toEqual([]);
  expect(
    table.rows.map((row) =>
      row.cells.map((cell) => (typeof cell === 'string' ? cell.trim() : cell)),
    ),
  ).toEqual([
    ['编号', null, '签发人', null],
    ['主送', '区水利局', '签发时间', null],
    ['督办事项', '供水管网东延至西太路尽头', null, null],
    ['任务来源', null, null, null],
    ['承办单位', '区水利局', '协办单位', '区自来水公司'],
    ['分管领导', null, '办结时限', '2012年8月31日（原定2012年6月30日）'],
    ['联系人', null, '联系电话', null],
    ['进展情况', '管材未到货', null, null],
    ['拟办意见', '', null, null],
    ['领导批示', '', null, null],
    ['承办单位办理情况', '', null, null],
    ['验收意见', '', null, null],
    ['办理状态', '已延期', null, null],
  ]);
  expect(table.parts).toBeUndefined();
  const several = supervisionSlip.make(tasks.slice(0, 3), options(), context('2012-07-02'));
  expect(several.parts?.map((part) => part.rows[2]?.cells[1])).toEqual(
    tasks.slice(0, 3).map((row) => row['title']),
  );
});
