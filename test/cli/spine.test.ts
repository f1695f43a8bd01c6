/**
 * The main job on the command line: what is read from samples 02 and 03, kept exactly, changed,
 * undone and printed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { add, divide } from '../../main/domain/exact/decimal.ts';
import type { ImportReport } from '../../preload/contract/imports.ts';
import { jsonOf as json, runWords } from '../helpers/command.ts';

const CLI = fileURLToPath(new URL('../../main/cli.ts', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../../resources/samples/', import.meta.url));
const PARK = join(SAMPLES, '02-园区重点项目台账2010.xlsx');
const INVEST = join(SAMPLES, '03-招商引资项目统计2012.xlsx');
const folder = mkdtempSync(join(tmpdir(), 'county-planner-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) => runWords(words);
/** As users start it: a process of its own. */
const started = (...words: string[]): { code: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...words], {
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
};
const book = (name: string): string => {
  const data = join(folder, name);
  json('init', '--data', data, '--county', '示例县', '--year', '2012');
  return data;
};
interface Imported {
  import: number | null;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
  warnings: { message: string }[];
  questions: unknown[];
}
type Project = Record<string, string | null> & {
  id: number;
  credits?: { unit: string; percent: string }[];
  approximate?: string[];
  origins?: { row: number; sheet: string; columns: Record<string, string> }[];
};
const records = (
  data: string,
  ledger = 'project',
  ...more: string[]
): { total: number; records: Project[] } => json('records', ledger, '--data', data, ...more);
const sumOf = (rows: readonly Project[], field: string): string =>
  rows.reduce((total, row) => add(total, row[field] ?? '0'), '0');

describe('inspect says what it recognised', () => {
  test('sample 02', () => {
    const report = json<ImportReport>('inspect', PARK);
    const [table] = report.sheets[0]?.tables ?? [];
    expect(report.sheets[0]).toMatchObject({ name: '项目台账', period: { year: 2010, month: 12 } });
    expect(table).toMatchObject({
      kind: 'ledger',
      ledger: 'project',
      titleRows: [1, 2],
      headerRows: [3, 5],
      groupRows: [6, 11, 18],
      totalRows: [10, 17, 24, 25],
      dataRows: [7, 8, 9, 12, 13, 14, 15, 16, 19, 20, 21, 22, 23],
      noteRows: [26, 27],
      records: 13,
    });
    const byColumn = Object.fromEntries(
      (table?.columns ?? []).map((column) => [column.column, [column.field, column.measure]]),
    );
    expect(byColumn).toMatchObject({
      F: ['total_investment', '万元'],
      H: ['invested_this_year', '万元'],
      I: ['invested_total', '万元'],
      K: ['land_mu', '亩'],
      L: ['floor_area', '㎡'],
      O: ['planned_completed_date', null],
    });
    expect(table?.totals.every((total) => total.equal)).toBe(true);
  });
  test('sample 03', () => {
    const [table] = json<ImportReport>('inspect', INVEST).sheets[0]?.tables ?? [];
    expect(table).toMatchObject({
      headerRows: [3, 4],
      dataRows: [5, 6, 7, 8, 9, 10, 11, 12, 13],
      totalRows: [14],
      noteRows: [15],
      records: 9,
    });
    const byColumn = Object.fromEntries(
      (table?.columns ?? []).map((column) => [column.column, column]),
    );
    expect([byColumn['G']?.measure, byColumn['I']?.field, byColumn['I']?.measure]).toEqual([
      '亿元',
      'foreign_contract',
      '万美元',
    ]);
    expect('JKLMNOPQR'.split('').map((letter) => byColumn[letter]?.month)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((month) => `2012-0${month}`),
    );
    expect(table?.totals.find((total) => total.column === 'S')).toEqual({
      column: 'S',
      row: 14,
      sheet: '24.75',
      computed: '24.45',
      equal: false,
    });
    expect(
      table?.issues.some(
        (issue) =>
          issue.level === 'warning' &&
          issue.message.includes('24.75') &&
          issue.message.includes('24.45'),
      ),
    ).toBe(true);
  });
});

describe('import', () => {
  let data = '';
  let before = '';
  beforeAll(() => {
    data = book('import');
  });
  test('sample 02: 13 projects, exact sums', () => {
    expect(json<Imported>('import', PARK, '--data', data, '--create-units')).toMatchObject({
      import: 1,
      new: 13,
      changed: 0,
      rejected: 0,
      questions: [],
    });
    const { total, records: rows } = records(data);
    expect(total).toBe(13);
    expect(
      Object.fromEntries(
        [
          'total_investment',
          'planned_this_year',
          'invested_this_year',
          'invested_total',
          'arrived_total',
          'land_mu',
          'floor_area',
        ].map((field) => [field, sumOf(rows, field)]),
      ),
    ).toEqual({
      total_investment: '5092000000',
      planned_this_year: '1460000000',
      invested_this_year: '1313000000',
      invested_total: '2274000000',
      arrived_total: '1755000000',
      land_mu: '2390',
      floor_area: '855600',
    });
    expect(rows.map((row) => row['stage'])).toEqual([
      ...Array<string>(3).fill('producing'),
      ...Array<string>(5).fill('building'),
      ...Array<string>(5).fill('signed'),
    ]);
    expect(rows[0]).toMatchObject({
      started_date: '2008-09',
      planned_completed_date: '2010-11',
      sponsor: '张主任',
    });
    expect(rows[2]).toMatchObject({ started_date: '2009-10-12', sponsor: '张主任' });
  });
  test('sample 03: 9 projects, notations, shares, months', () => {
    expect(json<Imported>('import', INVEST, '--data', data, '--create-units')).toMatchObject({
      new: 9,
      changed: 0,
      unchanged: 0,
      rejected: 0,
    });
    const { records: rows } = records(data, 'project', '--where', 'code=非空', '--origin');
    expect([
      rows.length,
      sumOf(rows, 'total_investment'),
      sumOf(rows, 'contract_amount'),
      sumOf(rows, 'foreign_contract'),
      sumOf(rows, 'arrived_total'),
    ]).toEqual([9, '5345000000', '5280000000', '5000000', '2445000000']);
    const named = (name: string): Project | undefined =>
      rows.find((row) => row['name']?.includes(name));
    expect(named('青岛啤酒')).toMatchObject({
      total_investment: '980000000.00',
      origin_place: '山东省青岛市',
      phone: '0917-3456701',
    });
    expect(named('中集置业')?.['total_investment']).toBe('300000000.00');
    expect(named('会展宾馆')).toMatchObject({
      total_investment: '250000000.00',
      approximate: ['total_investment'],
      origin: '港澳台',
    });
    expect(named('瑞熙钛业')?.credits).toEqual([
      { unit: '区招商局', percent: '50' },
      { unit: '区工信局', percent: '50' },
    ]);
    expect(named('瑞熙钛业')?.origins?.[0]).toMatchObject({
      sheet: '招商引资',
      row: 9,
      columns: { total_investment: 'G' },
    });
    const dated = records(data, 'arrival', '--where', 'basis=当月合计');
    expect(sumOf(dated.records, 'amount')).toBe('2445000000');
    expect([...new Set(dated.records.map((row) => String(row['date'])))].sort()).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((month) => `2012-0${month}`),
    );
  });
  test('the same file again changes nothing', () => {
    expect(json<Imported>('import', INVEST, '--data', data, '--create-units')).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: 9,
    });
    expect(json<Imported>('import', PARK, '--data', data, '--create-units')).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: 13,
    });
    before = JSON.stringify([records(data), records(data, 'arrival'), records(data, 'unit')]);
  });
  test('one changed cell is one changed record; undo restores the content exactly', () => {
    const changed = join(folder, '招商引资改.xlsx');
    execFileSync('/usr/bin/python3', [
      '-c',
      `import openpyxl,sys\nb=openpyxl.load_workbook(sys.argv[1]);b.active['G6']=13.6;b.save(sys.argv[2])`,
      INVEST,
      changed,
    ]);
    const done = json<Imported>('import', changed, '--data', data);
    expect(done).toMatchObject({
      new: 0,
      changed: 1,
      unchanged: 8,
      rejected: 0,
      changes: [
        {
          row: 6,
          fields: [
            {
              field: 'total_investment',
              before: '1260000000.00',
              after: '1360000000.00',
              cell: 'G6',
            },
          ],
        },
      ],
    });
    expect(
      records(data, 'project', '--where', 'code=ZS2012002').records[0]?.['total_investment'],
    ).toBe('1360000000.00');
    json('undo', String(done.import), '--data', data);
    expect(JSON.stringify([records(data), records(data, 'arrival'), records(data, 'unit')])).toBe(
      before,
    );
    expect(run('undo', String(done.import), '--data', data).code).toBe(1);
  });
});

test('without --create-units unknown names are questions, and nothing is written', () => {
  const data = book('questions');
  const { code, out } = run('import', INVEST, '--data', data, '--json');
  expect(code).toBe(1);
  expect((JSON.parse(out) as Imported).import).toBeNull();
  expect((JSON.parse(out) as Imported).questions.length).toBeGreaterThan(0);
  expect(records(data).total).toBe(0);
});

test('wrong usage is 2, a refusal is 1 with a sentence', () => {
  expect(run('nonsense').code).toBe(2);
  const missing = join(folder, '没有的目录');
  expect(run('records', 'project', '--data', missing).code).toBe(1);
  expect(existsSync(missing)).toBe(false);
  expect(
    run('import', INVEST, '--data', book('usage'), '--year', '2012', '--month', '13').code,
  ).toBe(2);
  expect(run('import', '没有的文件.xlsx', '--data', book('refusal'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('没有的文件.xlsx') as string,
  });
  const picture = join(folder, '照片.xlsx');
  writeFileSync(picture, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  const readme = run('inspect', picture);
  expect([readme.code, readme.err]).toEqual([
    1,
    '“照片.xlsx”是图片，不是表格。请要原来的Excel表。\n',
  ]);
});

test('a table says the same in JSON as the ledger holds', () => {
  const data = book('table');
  json('import', PARK, '--data', data, '--create-units');
  const table = json<{ title: string; totals: string[][]; rows: string[][] }>(
    'table',
    'project-ledger',
    '--data',
    data,
    '--year',
    '2010',
    '--month',
    '12',
  );
  expect(table.rows).toHaveLength(13);
  expect(table.totals.at(-1)?.join('|')).toContain('509,200|146,000|131,300|227,400|175,500');
  expect(divide('5092000000', '10000', 0)).toBe('509200');
});

test('started as a process it prints and ends as it does here: done, refused, wrong usage', () => {
  const data = book('started');
  for (const words of [
    ['records', 'project', '--data', data],
    ['records', '没有的台账', '--data', data],
    ['records'],
  ])
    expect(started(...words)).toEqual(run(...words));
  expect([started('records', 'project', '--data', data).code, started('records').code]).toEqual([
    0, 2,
  ]);
});
