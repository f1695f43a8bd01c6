/**
 * Samples 05, 06 and 07 on the command line: problems, tasks and leads as their sheets say, found
 * again, taken back, printed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jsonOf as json } from '../helpers/command.ts';

const SAMPLES = fileURLToPath(new URL('../../resources/samples/', import.meta.url));
const FILES = {
  rectification: '05-问题整改台账2019.xlsx',
  task: '06-重点任务分解2012.xlsx',
  lead: '07-招商线索登记.csv',
} as const;
const folder = mkdtempSync(join(tmpdir(), 'county-planner-cli-'));
const data = join(folder, 'book');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Found = Record<string, string | null>;
interface Imported {
  import: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
}
const importFile = (ledger: keyof typeof FILES): Imported =>
  json('import', join(SAMPLES, FILES[ledger]), '--data', data, '--create-units');
const records = (ledger: string, ...more: string[]): Found[] =>
  json<{ records: Found[] }>('records', ledger, '--data', data, ...more).records;
const imported: Partial<Record<keyof typeof FILES, Imported>> = {};

beforeAll(() => {
  json('init', '--data', data, '--county', '示例县', '--year', '2012');
  for (const ledger of ['rectification', 'task', 'lead'] as const)
    imported[ledger] = importFile(ledger);
});

test('sample 05: eight problems from three sources, four struck off, a deadline in words kept', () => {
  const problems = records('rectification');
  expect(imported.rectification).toMatchObject({ new: 8, rejected: 0 });
  expect(problems.map((one) => one['source'])).toEqual([
    ...Array<string>(3).fill('创城自查'),
    ...Array<string>(3).fill('市委巡察'),
    ...Array<string>(2).fill('安全检查'),
  ]);
  expect(
    problems.map((one) => [
      one['state'],
      one['closed_date'],
      one['deadline'],
      one['deadline_words'],
    ]),
  ).toEqual([
    ['closed', '2019-09-20', '2019-09-30', null],
    ['rectifying', null, '2019-12-31', null],
    ['closed', '2019-10-08', '2019-10-10', null],
    ['closed', '2019-09-30', '2019-10-01', null],
    ['rectifying', null, '2019-11', null],
    ['rectifying', null, '2019-12-31', null],
    ['found', null, null, '立行立改'],
    ['closed', '2019-10-15', '2019-10-31', null],
  ]);
  expect(records('rectification', '--where', 'state=已销号')).toHaveLength(4);
  expect(
    records('rectification', '--where', 'unit=市场监管局').map((one) => one['problem']),
  ).toEqual(['汽修行业废料随意堆放', '压力容器超期未检']);
});

test('sample 06: ten tasks with the deadlines that their words mean', () => {
  const tasks = records('task');
  expect(imported.task).toMatchObject({ new: 10, rejected: 0 });
  expect(tasks.map((one) => one['deadline'])).toEqual([
    '2012-06-30',
    '2012-09-30',
    '2012-06-30',
    '2012-12-31',
    '2012-12-31',
    '2012-12-31',
    '2012-05-31',
    '2012-12',
    '2012-04-30',
    '2012-09-30',
  ]);
  expect(tasks[2]).toMatchObject({ support_units: '环保分局、镇政府', state: 'not_started' });
});

test('sample 07: five leads, four of value', () => {
  const leads = records('lead');
  expect(imported.lead).toMatchObject({ new: 5, rejected: 0 });
  expect(leads.map((one) => [one['person'], one['date'], one['judged']])).toEqual([
    ['干部甲', '2014-03-05', '有效'],
    ['干部甲', '2014-05-18', '有效'],
    ['干部甲', '2014-09-02', '有效'],
    ['干部乙', '2014-04-01', '无效'],
    ['干部丙', '2014-06', '有效'],
  ]);
});

test('the same file again changes nothing', () => {
  expect(importFile('rectification')).toMatchObject({ new: 0, changed: 0, unchanged: 8 });
});

test('the list of problems is printed, and the tables of rates, tasks and leads have their totals', () => {
  const pdf = join(folder, '整改.pdf');
  json(
    'table',
    'rectification',
    '--data',
    data,
    '--format',
    'pdf',
    '--out',
    pdf,
    '--year',
    '2019',
    '--month',
    '10',
  );
  const words = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replace(
    /\s/g,
    '',
  );
  for (const text of [
    '一、创城自查（3个）',
    '私搭乱建197处',
    '立行立改',
    '共8个，已销号4个，占50.0%；已到期4个，按期销号4个，占100.0%',
  ])
    expect(words).toContain(text);
  const table = (name: string, ...more: string[]): { totals: string[][]; notes: string[] } =>
    json('table', name, '--data', data, ...more);
  expect(
    table('rectification-rates', '--year', '2019', '--month', '12', '--group', 'source').totals,
  ).toEqual([['', '合计', '8', '4', '50.0', '7', '4', '57.1', '1', '2']]);
  expect(table('tasks', '--year', '2012', '--month', '8').notes).toEqual([
    '共10项，已办结0项，占0.0%；已到期4项，按期办结0项，占0.0%；超期4项，7天内到期0项。',
  ]);
  expect(table('leads', '--year', '2014', '--month', '12').totals).toEqual([
    ['', '合计', '', '5', '4', '1', '0', '80.0', '0'],
  ]);
});

test('the imports are taken back whole, the newest first: an older one made units that a newer one names', () => {
  expect(() => json('undo', String(imported.rectification?.import), '--data', data)).toThrow(
    '导入后又有修改',
  );
  for (const ledger of ['lead', 'task', 'rectification'] as const)
    json('undo', String(imported[ledger]?.import), '--data', data);
  expect(['rectification', 'task', 'lead', 'unit'].map((ledger) => records(ledger).length)).toEqual(
    [0, 0, 0, 1],
  );
});
