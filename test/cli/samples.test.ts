/**
 * All eight samples through `inspect` and `import`, against the figures that their expected.json
 * states.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport, Table } from '../../preload/contract/imports.ts';
import { add, multiply } from '../../main/domain/exact/decimal.ts';
import { jsonOf as json } from '../helpers/command.ts';

const SAMPLES = fileURLToPath(new URL('../../resources/samples/', import.meta.url));
const [TARGETS, PARK, INVEST, MONTH, PROBLEMS, TASKS, LEADS, OLD] = [
  '01-目标分解-工业投入2004.xlsx',
  '02-园区重点项目台账2010.xlsx',
  '03-招商引资项目统计2012.xlsx',
  '04-主要指标月报2012年9月.xlsx',
  '05-问题整改台账2019.xlsx',
  '06-重点任务分解2012.xlsx',
  '07-招商线索登记.csv',
  '08-招商引资项目统计2012-旧格式.xls',
] as const;

interface Expected {
  readonly [TARGETS]: {
    readonly rows: number;
    readonly assured_sum_yi: number;
    readonly stretch_sum_yi: number;
    readonly header_rows: [number, number];
    readonly data_rows: [number, number];
    readonly totals_rows: number[];
    readonly notes_rows: number[];
    readonly year: number;
    readonly measure: string;
  };
  readonly [PARK]: Readonly<
    Record<
      | 'rows'
      | 'total_investment_wan'
      | 'planned_this_year_wan'
      | 'invested_this_year_wan'
      | 'invested_total_wan'
      | 'arrived_wan'
      | 'land_mu'
      | 'floor_area',
      number
    >
  > & {
    readonly groups: number[];
    readonly measure: string;
    readonly header_rows: [number, number];
  };
  readonly [INVEST]: Readonly<
    Record<
      | 'rows'
      | 'total_investment_yi'
      | 'contract_yi'
      | 'foreign_wan_usd'
      | 'arrived_yi'
      | 'sheet_total_says_arrived_yi'
      | 'year',
      number
    >
  > & {
    readonly months: number[];
    readonly shared_project: { readonly name: string; readonly credited: [string, number][] };
  };
  readonly [MONTH]: {
    readonly units: number;
    readonly year: number;
    readonly month: number;
    readonly indicators: string[];
    readonly sums: [number, number, number][];
  };
  readonly [PROBLEMS]: {
    readonly rows: number;
    readonly closed: number;
    readonly open: number;
    readonly sources: Record<string, number>;
    readonly deadline_unparsed: string[];
  };
  readonly [TASKS]: {
    readonly rows: number;
    readonly year: number;
    readonly deadlines: Record<string, string>;
  };
  readonly [LEADS]: { readonly rows: number; readonly valuable: number };
}
const expected = JSON.parse(
  readFileSync(new URL('../fixtures/samples-expected.json', import.meta.url), 'utf8'),
) as Expected;

const folder = mkdtempSync(join(tmpdir(), 'county-planner-samples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Found = Record<string, string | null> & {
  readonly credits?: { readonly unit: string; readonly percent: string }[];
};
interface Imported {
  readonly new: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly questions: unknown[];
  readonly warnings: { readonly message: string }[];
}
const data = (name: string): string => join(folder, name);
const importInto = (name: string, file: string): Imported =>
  json('import', join(SAMPLES, file), '--data', data(name), '--create-units');
const records = (name: string, ledger: string, ...more: string[]): Found[] =>
  json<{ records: Found[] }>('records', ledger, '--data', data(name), ...more).records;
const sum = (rows: readonly Found[], field: string): number =>
  Number(rows.reduce((total, row) => add(total, row[field] ?? '0'), '0'));
const counted = (list: readonly (string | null)[]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(list, (one) => one ?? '')).map(([word, own]) => [
      word,
      own?.length ?? 0,
    ]),
  );
const range = ([from, to]: [number, number]): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

function inspected(file: string): {
  readonly period: ImportReport['sheets'][number]['period'];
  readonly table: Table;
} {
  const [sheet] = json<ImportReport>('inspect', join(SAMPLES, file)).sheets;
  const table = sheet?.tables[0];
  if (sheet === undefined || table === undefined) throw new Error(`${file} holds no table`);
  return { period: sheet.period, table };
}

beforeAll(() => {
  // 园区 in the leads may be the park of another sample: they have a book of their own
  for (const name of ['new', 'old', 'leads'])
    json('init', '--data', data(name), '--county', '示例县', '--year', '2012');
});

it('01: the targets of nine districts', () => {
  const wanted = expected[TARGETS];
  const { period, table } = inspected(TARGETS);
  expect(table).toMatchObject({
    kind: 'targets',
    headerRows: wanted.header_rows,
    dataRows: range(wanted.data_rows),
    totalRows: wanted.totals_rows,
    noteRows: wanted.notes_rows,
    records: 0,
    facts: 4 * wanted.rows,
  });
  expect([period?.year, table.columns.find((one) => one.column === 'D')?.measure]).toEqual([
    wanted.year,
    wanted.measure,
  ]);
  expect(
    table.totals
      .filter((one) => one.column !== 'C')
      .map((one) => [Number(one.computed), one.equal]),
  ).toEqual([
    [wanted.assured_sum_yi, true],
    [wanted.stretch_sum_yi, true],
  ]);
  expect(importInto('new', TARGETS)).toMatchObject({
    new: 3 * wanted.rows,
    rejected: 0,
    questions: [],
  });
  const sheet = json<{
    indicators: { id: number; name: string; measure: string }[];
    sums: Record<string, { assured: { sum: string }; stretch: { sum: string } }>;
  }>('targets', '--data', data('new'), '--year', String(wanted.year));
  const [investment] = sheet.indicators;
  expect(investment).toMatchObject({ name: '工业投入', measure: wanted.measure });
  expect(sheet.sums[String(investment?.id)]).toMatchObject({
    assured: { sum: String(wanted.assured_sum_yi) },
    stretch: { sum: String(wanted.stretch_sum_yi) },
  });
  expect(importInto('new', TARGETS)).toMatchObject({ new: 0, unchanged: 3 * wanted.rows });
});

it('02: the projects of a park', () => {
  const wanted = expected[PARK];
  const { table } = inspected(PARK);
  expect([table.headerRows, table.records]).toEqual([wanted.header_rows, wanted.rows]);
  expect(table.columns.find((one) => one.field === 'total_investment')?.measure).toBe(
    wanted.measure,
  );
  expect(importInto('new', PARK)).toMatchObject({ new: wanted.rows, rejected: 0, questions: [] });
  const rows = records('new', 'project');
  expect(Object.values(counted(rows.map((row) => row['stage'] ?? null)))).toEqual(wanted.groups);
  const wan = (figure: number): number => Number(multiply(String(figure), '10000'));
  expect(
    [
      'total_investment',
      'planned_this_year',
      'invested_this_year',
      'invested_total',
      'arrived_total',
      'land_mu',
      'floor_area',
    ].map((field) => sum(rows, field)),
  ).toEqual([
    wan(wanted.total_investment_wan),
    wan(wanted.planned_this_year_wan),
    wan(wanted.invested_this_year_wan),
    wan(wanted.invested_total_wan),
    wan(wanted.arrived_wan),
    wanted.land_mu,
    wanted.floor_area,
  ]);
});

describe.each([
  ['03', INVEST, 'new'],
  ['08', OLD, 'old'],
] as const)('%s: projects won, their funds by month', (_, file, book) => {
  const wanted = expected[INVEST];

  it('is recognised, and its own wrong total told', () => {
    const { period, table } = inspected(file);
    expect([table.records, period?.year, table.columns.flatMap((one) => one.month ?? [])]).toEqual([
      wanted.rows,
      wanted.year,
      wanted.months.map((month) => `${wanted.year}-0${month}`),
    ]);
    expect(
      table.totals
        .filter((one) => !one.equal)
        .map((one) => [Number(one.sheet), Number(one.computed)]),
    ).toEqual([[wanted.sheet_total_says_arrived_yi, wanted.arrived_yi]]);
    expect(table.issues.filter((one) => one.code === 'total.differs')).toHaveLength(1);
  });

  it('is kept to the cent, the shared project with both units', () => {
    expect(importInto(book, file)).toMatchObject({ new: wanted.rows, rejected: 0, questions: [] });
    const rows = records(book, 'project', '--origin').filter((row) =>
      row['code']?.startsWith('ZS2012'),
    );
    const yi = (figure: number): number => Number(multiply(String(figure), '100000000'));
    expect([
      rows.length,
      ...['total_investment', 'contract_amount', 'foreign_contract', 'arrived_total'].map((field) =>
        sum(rows, field),
      ),
    ]).toEqual([
      wanted.rows,
      yi(wanted.total_investment_yi),
      yi(wanted.contract_yi),
      wanted.foreign_wan_usd * 10_000,
      yi(wanted.arrived_yi),
    ]);
    expect(rows.find((row) => row['name'] === wanted.shared_project.name)?.credits).toEqual(
      wanted.shared_project.credited.map(([unit, percent]) => ({ unit, percent: String(percent) })),
    );
  });
});

it('08 gives the same records as 03', () => {
  const plain = (rows: readonly Found[]): unknown =>
    rows.filter((row) => row['code']?.startsWith('ZS2012')).map((row) => ({ ...row, id: 0 }));
  expect(plain(records('old', 'project'))).toEqual(plain(records('new', 'project')));
});

it('04: goals, month and cumulative figures of twelve units; the form of that month holds them', () => {
  const wanted = expected[MONTH];
  const { period, table } = inspected(MONTH);
  expect([table.kind, table.dataRows.length, table.facts, period]).toEqual([
    'matrix',
    wanted.units,
    wanted.units * wanted.indicators.length * 4,
    { year: wanted.year, month: wanted.month },
  ]);
  expect(table.totals.map((one) => Number(one.computed))).toEqual(wanted.sums.flat());
  expect(importInto('new', MONTH)).toMatchObject({ new: table.facts, rejected: 0, questions: [] });
  const form = join(folder, 'form.xlsx');
  json(
    'template',
    'figures',
    '--data',
    data('new'),
    '--year',
    String(wanted.year),
    '--month',
    String(wanted.month),
    '--filled',
    '--out',
    form,
  );
  const columns = JSON.parse(
    execFileSync(
      '/usr/bin/python3',
      [
        '-c',
        `import openpyxl, sys, json
ws = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
heads, top = [], None
for c in range(2, ws.max_column + 1):
    top = ws.cell(3, c).value or top
    heads.append([top.split('（')[0], ws.cell(4, c).value, round(sum(ws.cell(r, c).value or 0 for r in range(5, ws.max_row + 1)), 6)])
print(json.dumps(heads))`,
        form,
      ],
      { encoding: 'utf8' },
    ),
  ) as [string, string, number][];
  const sumsOf = (indicator: string): number[] =>
    ['年目标', '本月', '累计'].map(
      (part) => columns.find(([name, head]) => name === indicator && head === part)?.[2] ?? NaN,
    );
  expect(wanted.indicators.map(sumsOf)).toEqual(wanted.sums);
  expect(json<Imported>('import', form, '--data', data('new'))).toMatchObject({
    new: 0,
    changed: 0,
    rejected: 0,
    questions: [],
  });
});

it('05: problems by source, struck off or open, one deadline in words', () => {
  const wanted = expected[PROBLEMS];
  expect(inspected(PROBLEMS).table).toMatchObject({
    ledger: 'rectification',
    records: wanted.rows,
  });
  expect(importInto('new', PROBLEMS)).toMatchObject({ new: wanted.rows, rejected: 0 });
  const rows = records('new', 'rectification');
  expect(counted(rows.map((row) => row['source'] ?? null))).toEqual(wanted.sources);
  expect(counted(rows.map((row) => (row['state'] === 'closed' ? 'closed' : 'open')))).toEqual({
    closed: wanted.closed,
    open: wanted.open,
  });
  expect(rows.flatMap((row) => row['deadline_words'] ?? [])).toEqual(wanted.deadline_unparsed);
});

it('06: tasks with the days that their deadlines mean', () => {
  const wanted = expected[TASKS];
  const { period, table } = inspected(TASKS);
  expect([table.ledger, table.records, period?.year]).toEqual(['task', wanted.rows, wanted.year]);
  expect(importInto('new', TASKS)).toMatchObject({ new: wanted.rows, rejected: 0 });
  expect(new Set(records('new', 'task').map((row) => row['deadline']))).toEqual(
    new Set(Object.values(wanted.deadlines)),
  );
});

it('07: five leads of a GBK file, four of value', () => {
  const wanted = expected[LEADS];
  expect(inspected(LEADS).table).toMatchObject({ ledger: 'lead', records: wanted.rows });
  expect(importInto('leads', LEADS)).toMatchObject({ new: wanted.rows, rejected: 0 });
  expect(records('leads', 'lead').filter((row) => row['judged'] === '有效')).toHaveLength(
    wanted.valuable,
  );
});
