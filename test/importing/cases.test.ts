/**
 * Every folder of test/fixtures/workbooks is a case: its workbook imported must give its
 * expected.json. Drop a folder in and it is tested.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../preload/contract/imports.ts';
import type { ImportAnswer } from '../../preload/contract/answers.ts';
import { inspectWorkbook } from '../../main/importing/recognise/inspect.ts';
import type { TableFact } from '../../main/domain/targets/fact.ts';
import type { MappedTable } from '../../main/importing/sheet/mapped.ts';
import { readWorkbook } from '../../main/importing/readers/index.ts';
import { wiredOf } from './planned.ts';

const HOME = fileURLToPath(new URL('../fixtures/workbooks/', import.meta.url));

/** What a case may say of a table; what it leaves out is not looked at, except rows and issues. */
interface ExpectedTable extends Pick<
  Table,
  'kind' | 'ledger' | 'headerRows' | 'dataRows' | 'groupRows' | 'totalRows' | 'noteRows'
> {
  /** of every level but info: "C5 value.range" */
  readonly issues: readonly string[];
  /** field, measure, month: "total_investment 万元" */
  readonly columns?: Readonly<Record<string, string>>;
  /** by cell, every total that was checked: "12 = 12", "13 ≠ 12" */
  readonly sums?: Readonly<Record<string, string>>;
  /** by row */
  readonly records?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** by cell */
  readonly facts?: Readonly<Record<string, string>>;
  readonly factCount?: number;
}
interface Expected {
  readonly file?: string;
  readonly units: readonly string[];
  readonly county: string;
  readonly ledger?: string;
  readonly answers?: readonly ImportAnswer[];
  readonly sheets: readonly {
    readonly name: string;
    readonly period: string | null;
    readonly tables: readonly ExpectedTable[];
  }[];
}

const folders = readdirSync(HOME).filter((name) => existsSync(join(HOME, name, 'expected.json')));

async function imported(folder: string, expected: Expected) {
  const name =
    readdirSync(join(HOME, folder)).find((file) => /\.(xlsx|xlsm|xls|et|csv|txt)$/.test(file)) ??
    '';
  const bytes = readFileSync(join(HOME, folder, name));
  const units = expected.units.map((unit, at) => ({ id: at + 1, name: unit, aliases: [] }));
  return inspectWorkbook(await readWorkbook(bytes, name), expected.file ?? name, {
    units,
    county: expected.county,
    answers: expected.answers ?? [],
    ...(expected.ledger === undefined ? {} : { ledgerCode: expected.ledger }),
  });
}

const period = (
  one: { readonly year: number; readonly month: number | null } | null,
): string | null =>
  one === null
    ? null
    : `${one.year}${one.month === null ? '' : `-${String(one.month).padStart(2, '0')}`}`;

function factText(fact: TableFact): string {
  const when =
    fact.year === null && fact.month === null
      ? '-'
      : fact.month === null
        ? String(fact.year)
        : `${fact.year ?? '?'}-${String(fact.month).padStart(2, '0')}`;
  const span = fact.months === null ? '' : `(${fact.months.join('–')})`;
  return [
    fact.unit ?? '-',
    fact.indicator + (fact.parent === null ? '' : `<${fact.parent}`),
    fact.part,
    when + span,
    fact.value,
    fact.measure ?? '-',
  ].join(' ');
}

/**
 * The record as a case writes it: its values, and its credits and arrivals where the case names
 * them.
 */
function recordOf(
  table: MappedTable,
  row: number,
  wanted: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const record = table.records.find((one) => one.row === row);
  const whole: Record<string, unknown> = {
    ...wiredOf(table.ledger, record),
    credits: record?.credits,
    arrivals: record?.arrivals.map(
      (one) => `${one.date ?? one.until ?? '-'} ${one.basis} ${one.amount} ${one.currency}`,
    ),
    extra: record?.extra,
    approximate: record?.approximate,
    rejected: table.rejected.has(row),
    held: [...table.held]
      .filter((key) => key.startsWith(`${row} `))
      .map((key) => key.replace(/^\d+ /, ''))
      .toSorted(),
  };
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, whole[key] ?? null]));
}

function shownOf(report: Table, table: MappedTable, wanted: ExpectedTable): unknown {
  const { kind, ledger, headerRows, dataRows, groupRows, totalRows, noteRows } = report;
  const columns = Object.fromEntries(
    report.columns.map((one) => [
      one.column,
      [one.field ?? one.use, one.measure, one.month].filter((part) => part !== null).join(' '),
    ]),
  );
  const facts = new Map(table.facts.map((fact) => [`${fact.column}${fact.row}`, factText(fact)]));
  return {
    kind,
    ledger,
    headerRows,
    dataRows,
    groupRows,
    totalRows,
    noteRows,
    issues: report.issues
      .filter((one) => one.level !== 'info')
      .map((one) => `${one.column ?? ''}${one.row} ${one.code}`)
      .toSorted(),
    ...(wanted.columns === undefined
      ? {}
      : {
          columns: Object.fromEntries(
            Object.keys(wanted.columns).map((name) => [name, columns[name]]),
          ),
        }),
    ...(wanted.sums === undefined
      ? {}
      : {
          sums: Object.fromEntries(
            report.totals.map((one) => [
              one.column + one.row,
              `${one.sheet} ${one.equal ? '=' : '≠'} ${one.computed}`,
            ]),
          ),
        }),
    ...(wanted.records === undefined
      ? {}
      : {
          records: Object.fromEntries(
            Object.entries(wanted.records).map(([row, values]) => [
              row,
              recordOf(table, Number(row), values),
            ]),
          ),
        }),
    ...(wanted.facts === undefined
      ? {}
      : {
          facts: Object.fromEntries(
            Object.keys(wanted.facts).map((cell) => [cell, facts.get(cell)]),
          ),
        }),
    ...(wanted.factCount === undefined ? {} : { factCount: table.facts.length }),
  };
}

describe('case', () => {
  it.each(folders)('%s', async (folder) => {
    const expected = JSON.parse(
      readFileSync(join(HOME, folder, 'expected.json'), 'utf8'),
    ) as Expected;
    const { report, tables } = await imported(folder, expected);
    let at = 0;
    const shown = report.sheets.map((sheet, place) => ({
      name: sheet.name,
      period: period(sheet.period),
      tables: sheet.tables.map((one, number) => {
        const table = tables[at++];
        const wanted = expected.sheets[place]?.tables[number];
        return table === undefined || wanted === undefined ? one : shownOf(one, table, wanted);
      }),
    }));
    expect(shown).toEqual(
      expected.sheets.map((sheet) => ({
        ...sheet,
        tables: sheet.tables.map((table) => ({ ...table, issues: table.issues.toSorted() })),
      })),
    );
  });

  it('covers what an office sends: at least sixty', () => {
    expect(folders.length).toBeGreaterThanOrEqual(60);
  });
});
