/** Writes the records of an import: new ones in bulk, changed ones with what hangs on them. */
import { inBulk, withoutTrigger } from '../../data/bulk.ts';
import { storedOf } from '../../data/ledgers/columns.ts';
import { marksOf } from '../../data/records/history.ts';
import {
  arrivalsOf,
  newestTold,
  noteStage,
  setCredits,
  stagesOf,
  type ArrivalRow,
} from '../../data/projects/projects.ts';
import type { Writing } from '../../data/write.ts';
import type { SqlValue } from '../../data/rows.ts';
import { spanOf } from '../../domain/days/day.ts';
import { Fault } from '../../domain/fault.ts';
import type { Field, Ledger, Value } from '../../domain/ledgers/field.ts';
import { ledgers, type AnyCode } from '../../domain/ledgers/index.ts';
import { fenOfYuan } from '../../domain/exact/money.ts';
import type { YearGate } from './project-year.ts';
import { unrecognisedArrivals } from '../projects/arrivals.ts';
import { refuseParentsMoney } from '../projects/project-parents.ts';
import {
  plannedFigureOf,
  type PlannedArrival,
  type PlannedRecord,
  type TableFigures,
} from './import-plan.ts';
import { hasMarks, storedRow } from '../records/query.ts';
import { insertRecord, updateRecord } from '../records/write-record.ts';
import type { Patch, RecordRules } from '../book/rule.ts';

export type UnitIds = ReadonlyMap<string, number>;

/** Inserts new records, none of which is looked for while they come. @throws Fault unit.unknown */
export function createAll(
  rules: RecordRules,
  writing: Writing,
  ledger: Ledger,
  records: readonly PlannedRecord[],
  units: UnitIds,
  created: (record: PlannedRecord, id: number) => void,
): void {
  if (records.length === 0) return;
  const arrivals = records.reduce((sum, record) => sum + record.arrivals.length, 0);
  const { db } = writing;
  inBulk(db, ledger.code, records.length, () =>
    inBulk(db, 'arrival', arrivals, () =>
      withoutTrigger(db, 'arrival_added', arrivals, () => {
        const create = creator(rules, writing, ledger, records, units);
        for (const record of records) created(record, create(record));
      }),
    ),
  );
}

/** What inserts one new record and answers its id. */
function creator(
  rules: RecordRules,
  writing: Writing,
  ledger: Ledger,
  records: readonly PlannedRecord[],
  units: UnitIds,
): (record: PlannedRecord) => number {
  if (ledger.code === 'arrival') return (record) => insertArrival(writing, record, units);
  const { insert, created } = rules(ledger);
  if (insert !== undefined || created !== undefined)
    return (record) =>
      insertRecord(rules, writing, ledger, {
        ...storedValues(ledger, record, units),
        ...marksOfNew(ledger, record),
      });
  const arriving =
    ledger.code === 'project' && records.some((record) => record.arrivals.length > 0);
  const add = bulk(
    rules,
    writing,
    ledger,
    records,
    units,
    arriving ? [{ column: 'arrived_total', of: arrivedTotal }] : [],
  );
  if (ledger.code !== 'project') return add;
  const arrive = writing.inserter('arrival', [
    'project_id',
    'date',
    'amount',
    'currency',
    'basis',
    'until',
  ]);
  return (record) => {
    const id = add(record);
    if (record.credits !== null) setCredits(writing, id, creditsOf(record.credits, units));
    for (const { date, amount, currency, basis, until } of record.arrivals) {
      const fen = fenOfYuan(amount);
      if (fen !== 0n) arrive([id, date, fen, currency, basis, until]);
    }
    return id;
  };
}

/** One dated entry of its project; a month's figure or an undated total that covers it is told apart from it. */
function insertArrival(writing: Writing, record: PlannedRecord, units: UnitIds): number {
  const { db } = writing;
  const project = record.under ?? 0;
  refuseParentsMoney(db, project);
  const row = storedValues(ledgers.arrival, record, units);
  const currency = String(row['currency'] ?? 'CNY');
  const id = writing.insert('arrival', {
    ...row,
    project_id: project,
    basis: 'entry',
    currency,
    until: null,
  });
  const covering = arrivalsOf(db, project).filter((one) => one.currency === currency);
  const date = typeof row['date'] === 'string' ? row['date'] : null;
  const month = covering.find((one) => one.basis === 'month' && one.date === date?.slice(0, 7));
  takeFromBalance(
    writing,
    month ?? covering.find((one) => one.basis === 'balance'),
    date,
    BigInt(row['amount'] ?? 0),
  );
  creditArrival(writing, record, project, units);
  return id;
}

/** Whom an entry counts for is said of its project. */
function creditArrival(
  writing: Writing,
  { credits, values }: PlannedRecord,
  project: number,
  units: UnitIds,
): void {
  const told = values['introducer'] ?? null;
  if (told !== null) writing.update('project', project, { introducer: unitId(units, told) });
  if (credits !== null) setCredits(writing, project, creditsOf(credits, units));
}

/** What the arrivals' trigger would keep of them: the sum in 人民币, null where there is none. */
function arrivedTotal({ arrivals }: PlannedRecord): SqlValue {
  let sum: bigint | null = null;
  for (const { amount, currency } of arrivals) {
    const fen = currency === 'CNY' ? fenOfYuan(amount) : 0n;
    if (fen !== 0n) sum = (sum ?? 0n) + fen;
  }
  return sum;
}

/** A column that follows from the record. */
interface Following {
  readonly column: string;
  readonly of: (record: PlannedRecord) => SqlValue;
}

/** Many records of the same columns: one statement, its values in order, nothing built by name. */
function bulk(
  rules: RecordRules,
  writing: Writing,
  ledger: Ledger,
  records: readonly PlannedRecord[],
  units: UnitIds,
  following: readonly Following[],
): (record: PlannedRecord) => number {
  const used = codesUsed(records);
  const lacking: Patch = Object.fromEntries(
    ledger.fields
      .filter((field) => field.computed !== true && used.has(field.code))
      .map((field) => [field.code, null]),
  );
  rules(ledger).complete?.(lacking, ledger);
  // what the file does not have may still follow from the ledger: a status begins with its first choice
  const fields = ledger.fields.filter((field) => Object.hasOwn(lacking, field.code));
  const columns = fields.map((field) => ({
    field,
    code: field.code,
    otherwise: lacking[field.code] ?? null,
    asItIs: isText(field),
  }));
  const marked = hasMarks(ledger) && records.some(isMarked);
  const insert = writing.inserter(ledger.code as AnyCode, [
    ...fields.map((field) => field.code),
    ...following.map(({ column }) => column),
    ...(marked ? ['approximate', 'extra'] : []),
  ]);
  // rows of one table follow each other: their figures are looked for once
  let table: TableFigures | undefined;
  let lists: readonly ReturnType<TableFigures['get']>[] = [];
  // one for all rows: the statement has taken the values when it returns
  const row: SqlValue[] = [];
  return (record) => {
    const { values, figures, approximate, extra } = record;
    if (figures?.of !== table) {
      table = figures?.of;
      lists = columns.map(({ code }) => figures?.of.get(code));
    }
    let at = 0;
    for (const { field, code, otherwise, asItIs } of columns) {
      const value = values[code];
      row[at] =
        value === undefined || value === null
          ? ((figures === undefined ? null : lists[at]?.storedAt(figures.place)) ?? otherwise)
          : asItIs
            ? value
            : stored(field, value, units);
      at++;
    }
    for (const { of } of following) row[at++] = of(record);
    if (marked) {
      row[at++] = approximateText(approximate);
      row[at] = extraText(extra);
    }
    return insert(row);
  };
}

const isMarked = ({ approximate, extra }: PlannedRecord): boolean =>
  approximate.length > 0 || extraText(extra) !== null;

/** Every code that some record has. Most rows of a sheet have the same in the same order, which costs no look-up. */
function codesUsed(records: readonly PlannedRecord[]): ReadonlySet<string> {
  const used = new Set<string>();
  let like: readonly string[] = [];
  let table: TableFigures | undefined;
  for (const { values, figures } of records) {
    let at = 0;
    let same = true;
    for (const code in values) same = like[at++] === code && same;
    if (!same) for (const code of (like = Object.keys(values))) used.add(code);
    if (figures?.of !== table)
      for (const code of (table = figures?.of)?.keys() ?? []) used.add(code);
  }
  return used;
}

const isText = (field: Field): boolean =>
  field.kind !== 'money' && field.kind !== 'decimal' && field.kind !== 'unit';

const stored = (field: Field, value: Value, units: UnitIds): SqlValue =>
  field.kind === 'unit' && value !== null ? unitId(units, value) : storedOf(field, value);

function storedValues(ledger: Ledger, record: PlannedRecord, units: UnitIds): Patch {
  const row: Patch = {};
  for (const field of ledger.fields) {
    const value = record.values[field.code];
    const figure =
      value === undefined || value === null ? plannedFigureOf(record, field.code) : null;
    if (figure !== null) row[field.code] = figure;
    else if (value !== undefined && field.computed !== true)
      row[field.code] = stored(field, value, units);
  }
  return row;
}

function unitId(units: UnitIds, name: string): number {
  const id = units.get(name);
  if (id === undefined) throw new Fault('unit.unknown', { name });
  return id;
}

const creditsOf = (
  credits: NonNullable<PlannedRecord['credits']>,
  units: UnitIds,
): readonly { unit: number; share: number }[] =>
  credits.map((credit) => ({
    unit: unitId(units, credit.unit),
    share: Math.round(Number(credit.percent) * 100),
  }));

/** When a list was true: how its year-bound figures are written, and as of when it tells a stage. */
export interface ToldTime {
  readonly gate: YearGate | null;
  readonly told: string | null;
}
const UNTOLD: ToldTime = { gate: null, told: null };

/** Writes the fields of a planned change, all of which differ, and its arrivals and credits. */
export function changeRecord(
  rules: RecordRules,
  writing: Writing,
  ledger: Ledger,
  id: number,
  record: PlannedRecord,
  units: UnitIds,
  { gate, told }: ToldTime = UNTOLD,
): void {
  const said = {
    ...storedValues(ledger, record, units),
    ...(hasMarks(ledger) ? marksAfter(writing, ledger, id, record) : {}),
  };
  const row = gate === null ? said : gate.before(id, storedRow(writing.db, ledger, id), said);
  if (ledger.code === 'arrival')
    creditArrival(writing, record, Number(storedRow(writing.db, ledger, id)['project_id']), units);
  if (ledger.code !== 'project') {
    updateRecord(rules, writing, ledger, id, storedRow(writing.db, ledger, id), row);
    return;
  }
  const stage = row['stage'];
  const newest = newestTold(writing.db, id);
  const older = told !== null && newest !== null && told < newest;
  if (typeof stage === 'string' && (older || stagesOf(writing.db, id).at(-1)?.stage !== stage))
    noteStage(writing, id, { stage, date: null, who: null, note: null, told });
  // a list of an earlier month tells how it was then, not how it is
  const { stage: _, ...rest } = row;
  writing.update('project', id, older ? rest : row);
  if (record.credits !== null || typeof record.values['introducer'] === 'string')
    setCredits(writing, id, creditsOf(record.credits ?? [], units));
  for (const one of record.arrivals) setArrival(writing, id, one);
}

const approximateText = (codes: readonly string[]): string | null =>
  codes.length === 0 ? null : codes.join(',');

function extraText(extra: Readonly<Record<string, string>>): string | null {
  for (const _ in extra) return JSON.stringify(extra);
  return null;
}

const marksOfNew = (ledger: Ledger, record: PlannedRecord): Patch =>
  hasMarks(ledger)
    ? { approximate: approximateText(record.approximate), extra: extraText(record.extra) }
    : {};

/** A figure written anew is approximate as its source says; other columns of the sheet join what was kept before. */
function marksAfter(writing: Writing, ledger: Ledger, id: number, record: PlannedRecord): Patch {
  const { approximate, extra } = marksOf(writing.db, ledger, id);
  const codes = [
    ...approximate.filter((code) => record.values[code] === undefined),
    ...record.approximate.filter((code) => record.values[code] !== undefined),
  ];
  return { approximate: approximateText(codes), extra: extraText({ ...extra, ...record.extra }) };
}

/** A month's figure replaces that month's; a cumulative figure sets the undated part to what the dated ones leave. */
function setArrival(writing: Writing, project: number, planned: PlannedArrival): void {
  const all = arrivalsOf(writing.db, project).filter((one) => one.currency === planned.currency);
  const same = all.find((one) => one.basis === planned.basis && one.date === planned.date);
  const dated = all
    .filter((one) => one.basis !== 'balance')
    .reduce((sum, one) => sum + fenOfYuan(one.amount), 0n);
  const told = all
    .filter((one) => one.basis === 'entry' && one.date?.slice(0, 7) === planned.date)
    .reduce((sum, one) => sum + fenOfYuan(one.amount), 0n);
  const amount = fenOfYuan(planned.amount) - (planned.basis === 'balance' ? dated : told);
  if (same !== undefined)
    writing.update('arrival', same.id, {
      amount,
      until: planned.until,
      ...(amount === fenOfYuan(same.amount) ? {} : unrecognisedArrivals(writing, same.id)),
    });
  else if (amount !== 0n)
    writing.insert('arrival', {
      project_id: project,
      date: planned.date,
      amount,
      currency: planned.currency,
      basis: planned.basis,
      until: planned.until,
    });
  if (planned.basis === 'month')
    takeFromBalance(
      writing,
      all.find((one) => one.basis === 'balance'),
      planned.date,
      amount - (same === undefined ? 0n : fenOfYuan(same.amount)),
    );
}

/** A month that the undated total already covers is told apart from it, not added again: 累计300万, then 1—3月 100万 each stays 300万. */
function takeFromBalance(
  writing: Writing,
  balance: ArrivalRow | undefined,
  month: string | null,
  more: bigint,
): void {
  if (balance === undefined || month === null || more <= 0n) return;
  if (balance.until !== null && spanOf(month).first > spanOf(balance.until).last) return;
  const rest = fenOfYuan(balance.amount) - more;
  if (rest > 0n)
    writing.update('arrival', balance.id, {
      amount: rest,
      ...unrecognisedArrivals(writing, balance.id),
    });
  else writing.remove('arrival', balance.id);
}
