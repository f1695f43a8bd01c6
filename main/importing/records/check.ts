/**
 * Checks a mapped table: required values, duplicates, rules between fields, and the sheet's own
 * totals against the sums of its rows.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import { storedOf } from '../../data/ledgers/columns.ts';
import { compare } from '../../domain/exact/decimal.ts';
import { surelyBefore } from '../../domain/days/day.ts';
import { addsUp, type Field, type Ledger } from '../../domain/ledgers/field.ts';
import { identityKey } from '../../domain/ledgers/identity.ts';
import { refusalOf, uniqueFields } from '../../domain/ledgers/own-checks.ts';
import type { NamedUnit } from '../../domain/read/unit-name.ts';
import type { PlannedRecord } from '../../services/imports/import-plan.ts';
import { aliasesOf } from '../../domain/read/aliases.ts';
import { inColumn, sumOfFigures } from '../cells/figures.ts';
import type { Figures } from '../sheet/column-figures.ts';
import type { MappedColumn } from '../sheet/mapped.ts';
import type { Region } from '../sheet/region.ts';
import type { SourceSheet } from '../sheet/sheet.ts';
import { placedIssue } from '../sheet/issue.ts';

export interface Checked {
  readonly sheet: SourceSheet;
  readonly region: Region;
  readonly ledger: Ledger;
  readonly columns: readonly MappedColumn[];
  readonly records: readonly PlannedRecord[];
}

export function checkRecords(table: Checked): readonly Issue[] {
  const issues: Issue[] = [];
  const at = new Map(
    table.columns
      .filter((column) => column.field !== null && column.use === 'field')
      .map((column) => [column.field?.code ?? '', column.index]),
  );
  const required = table.ledger.fields.filter(
    (field) => field.required === true && field.computed !== true,
  );
  const [planned, whole] = ['planned_this_year', 'total_investment'].map((code) =>
    table.ledger.fields.find((field) => field.code === code),
  );
  const [seen, unique] = [new Map<string, PlannedRecord>(), new Map<string, number>()];
  for (const record of table.records) {
    for (const field of required)
      if (!record.values.holds(field.code))
        issues.push(
          placedIssue(
            record.row - 1,
            at.get(field.code) ?? null,
            'error',
            'value.required',
            `没有${field.label}。补上，或跳过这一行。`,
          ),
        );
    checkRepeated(table.ledger, record, at, seen, issues);
    checkDates(record, at, issues);
    if (planned !== undefined && whole !== undefined)
      checkAmounts(record, [planned, whole], at, issues);
    checkOwn(table.ledger, record, at, unique, issues);
  }
  return issues;
}

/**
 * The same record twice: one row is asked about, and so is every amount of the first that the
 * second gives otherwise – it may be a part of them.
 */
function checkRepeated(
  ledger: Ledger,
  record: PlannedRecord,
  at: ReadonlyMap<string, number>,
  seen: Map<string, PlannedRecord>,
  issues: Issue[],
): void {
  const key = identityKey(ledger, record.values);
  const first = key === null ? undefined : seen.get(key);
  if (first === undefined) {
    if (key !== null) seen.set(key, record);
    return;
  }
  issues.push(
    placedIssue(
      record.row - 1,
      at.get(ledger.nameField) ?? null,
      'question',
      'record.duplicate',
      `与第${first.row}行重复。留一行，跳过另一行？`,
    ),
  );
  const name = record.values.get(ledger.nameField) ?? '';
  for (const field of ledger.fields) {
    const column = at.get(field.code);
    if (column === undefined || !addsUp(field)) continue;
    const [one, other] = [first.values.get(field.code), record.values.get(field.code)];
    if (one === null || other === null || one === other) continue;
    issues.push(
      placedIssue(
        first.row - 1,
        column,
        'question',
        'cell.repeated',
        `“${name}”第${first.row}、${record.row}行的${field.label}不同。一共是多少？请改成合计数，或确认只算这一格。`,
      ),
    );
  }
}

/** What a user's own ledger asks of its values. */
function checkOwn(
  { own }: Ledger,
  record: PlannedRecord,
  at: ReadonlyMap<string, number>,
  seen: Map<string, number>,
  issues: Issue[],
): void {
  if (own === undefined) return;
  for (const field of uniqueFields(own)) {
    const value = record.values.get(field.code);
    const key = `${field.code} ${value}`;
    const first = value === null ? undefined : seen.get(key);
    if (first !== undefined)
      issues.push(
        placedIssue(
          record.row - 1,
          at.get(field.code) ?? null,
          'error',
          'value.refused',
          `${field.label}与第${first}行重复。改正，或跳过这一行。`,
        ),
      );
    else if (value !== null) seen.set(key, record.row);
  }
  for (const field of own.fields) {
    const refusal = refusalOf(field, record.values.get(field.code));
    if (refusal !== null)
      issues.push(
        placedIssue(
          record.row - 1,
          at.get(field.code) ?? null,
          'error',
          'value.refused',
          `${refusal}。改正，或跳过这一行。`,
        ),
      );
  }
}

/**
 * A name or alias stands for one unit: one that another row or another of the book's units has is
 * refused on its row, not at the end.
 */
export function checkNames(
  { ledger, columns, records }: Checked,
  units: readonly NamedUnit[],
): readonly Issue[] {
  if (ledger.code === 'project') return calledLikeUnits(columns, records, units);
  if (ledger.code !== 'unit') return [];
  const column = (code: string): number | null =>
    columns.find((one) => one.field?.code === code && one.use === 'field')?.index ?? null;
  const owners = new Map(
    units.flatMap((unit) => [unit.name, ...unit.aliases].map((name) => [name, unit.name] as const)),
  );
  const issues: Issue[] = [];
  for (const { row, values } of records) {
    const own = values.get('name');
    if (own === null) continue;
    for (const [code, names] of [
      ['name', [own]],
      ['aliases', aliasesOf(values.get('aliases'))],
    ] as const) {
      for (const name of names) {
        const owner = owners.get(name);
        if (owner === undefined) owners.set(name, own);
        else if (owner !== own)
          issues.push(
            placedIssue(
              row - 1,
              column(code),
              'error',
              'unit.taken',
              `“${name}”已经是${owner === name ? '另一个单位' : `“${owner}”的别名`}。换个名字，或跳过这一行。`,
            ),
          );
      }
    }
  }
  return [...issues, ...strangeParents(records, column('parent'), owners)];
}

/** Whoever stands above a unit is one of the book's or of the list's. */
function strangeParents(
  records: Checked['records'],
  column: number | null,
  owners: ReadonlyMap<string, string>,
): readonly Issue[] {
  return records.flatMap(({ row, values }) => {
    const parent = values.get('parent');
    const found = parent === null ? undefined : owners.get(parent);
    if (parent === null || (found !== undefined && found !== values.get('name'))) return [];
    return [
      placedIssue(
        row - 1,
        column,
        'question',
        'unit.parent',
        `${found === undefined ? `单位名单和这张表里都没有“${parent}”` : `“${parent}”的上级是它自己`}。上级单位请填名单里的名称，或先留空。`,
      ),
    ];
  });
}

/** A row called 桃源镇 among projects is the sum of its projects more likely than one of them. */
function calledLikeUnits(
  columns: Checked['columns'],
  records: readonly PlannedRecord[],
  units: readonly NamedUnit[],
): readonly Issue[] {
  const names = new Set(units.flatMap((unit) => [unit.name, ...unit.aliases]));
  const column = columns.find((one) => one.field?.code === 'name' && one.use === 'field');
  return records
    .filter(({ values }) => names.has(values.get('name') ?? ''))
    .map(({ row, values }) =>
      placedIssue(
        row - 1,
        column?.index ?? null,
        'question',
        'row.unit',
        `“${values.get('name') ?? ''}”是单位名，不像项目。是合计就跳过这一行，真是项目就接受。`,
      ),
    );
}

const ORDER = ['signed_date', 'started_date', 'completed_date', 'producing_date'] as const;
const DATE_NAMES = {
  signed_date: '签约',
  started_date: '开工',
  completed_date: '竣工',
  producing_date: '投产',
} as const;

function checkDates(record: PlannedRecord, at: ReadonlyMap<string, number>, issues: Issue[]): void {
  let before: (typeof ORDER)[number] | null = null;
  for (const code of ORDER) {
    const day = record.values.get(code);
    if (day === null) continue;
    const earlier = before === null ? null : record.values.get(before);
    if (before !== null && earlier !== null && day < earlier && surelyBefore(day, earlier))
      issues.push(
        placedIssue(
          record.row - 1,
          at.get(code) ?? null,
          'warning',
          'dates.backwards',
          `${DATE_NAMES[code]}日期${day}早于${DATE_NAMES[before]}日期${earlier}。请核对。`,
        ),
      );
    before = code;
  }
}

function checkAmounts(
  record: PlannedRecord,
  fields: readonly [Field, Field],
  at: ReadonlyMap<string, number>,
  issues: Issue[],
): void {
  const [planned, total] = [fenIn(record, fields[0]), fenIn(record, fields[1])];
  if (
    planned === null ||
    total === null ||
    (record.values.get('currency') ?? 'CNY') !== 'CNY' ||
    planned <= total
  )
    return;
  issues.push(
    placedIssue(
      record.row - 1,
      at.get('planned_this_year') ?? null,
      'warning',
      'amounts.plan',
      '年度计划投资大于总投资。请核对。',
    ),
  );
}

function fenIn({ values }: PlannedRecord, field: Field): number | bigint | null {
  const stored = values.stored(field, storedOf);
  return typeof stored === 'string' ? null : stored;
}

/** A cumulative column beside months of the same thing must be their sum, row by row. */
export function checkCumulative(
  table: Omit<Checked, 'ledger'>,
  figures: ReadonlyMap<number, Figures>,
): readonly Issue[] {
  const issues: Issue[] = [];
  for (const column of table.columns) {
    if (column.use !== 'check' || column.measure === null) continue;
    const months = table.columns.filter((one) => one.month !== null && one.field === column.field);
    const list = figures.get(column.index) ?? [];
    for (let at = 0; at < list.length; at++) {
      const stated = list.at(at) ?? null;
      if (stated === null) continue;
      const computed = sumOfFigures(
        column,
        months.map((month) => ({ figures: figures.get(month.index) ?? [], from: at, to: at + 1 })),
      );
      if (compare(stated, computed) !== 0)
        issues.push(
          placedIssue(
            table.region.dataRows[at] ?? 0,
            column.index,
            'warning',
            'months.differ',
            `各月相加${inColumn(column, computed)}，${column.path.at(-1) ?? ''}填的是${inColumn(column, stated)}。导入按各月。`,
          ),
        );
    }
  }
  return issues;
}
