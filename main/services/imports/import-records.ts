/** Writes the records of an import: new ones in bulk, changed ones with what hangs on them. */
import { inBulk, withoutTrigger } from '../../data/bulk.ts';
import { newestTold, noteStage, setCredits, stagesOf } from '../../data/projects/projects.ts';
import type { Writing } from '../../data/write.ts';
import type { SqlValue } from '../../data/rows.ts';
import type { Field, Ledger } from '../../domain/ledgers/field.ts';
import type { AnyCode } from '../../domain/ledgers/index.ts';
import { fenOfYuan } from '../../domain/exact/money.ts';
import type { YearGate } from './project-year.ts';
import type { PlannedRecord } from './import-plan.ts';
import { PlannedValues } from './planned-values.ts';
import { hasMarks, storedRow } from '../records/query.ts';
import { insertRecord, updateRecord } from '../records/write-record.ts';
import type { Patch, RecordRules } from '../book/rule.ts';
import {
  type UnitIds,
  isMarkedRecord,
  storedPatch,
  storingWith,
  plannedCredits,
  approximateMarks,
  extraMarks,
  marksOfNew,
  marksAfter,
} from './stored-record.ts';
import { insertArrival, creditArrival, arrivedTotal, setArrival } from './import-arrivals.ts';

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
  const computes = ledger.fields.some((field) => field.byFormula === true);
  if (insert !== undefined || created !== undefined || computes)
    return (record) =>
      insertRecord(rules, writing, ledger, {
        ...storedPatch(ledger, record, units),
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
    if (record.credits !== null) setCredits(writing, id, plannedCredits(record.credits, units));
    for (const { date, amount, currency, basis, until } of record.arrivals) {
      const fen = fenOfYuan(amount);
      if (fen !== 0n) arrive([id, date, fen, currency, basis, until]);
    }
    return id;
  };
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
  const used = PlannedValues.codesOf(records.map(({ values }) => values));
  const lacking: Patch = Object.fromEntries(
    ledger.fields
      .filter((field) => field.computed !== true && used.has(field.code))
      .map((field) => [field.code, null]),
  );
  rules(ledger).complete?.(lacking, ledger);
  // what the file does not have may still follow from the ledger: a status begins with its first
  // choice
  const fields = ledger.fields.filter((field) => Object.hasOwn(lacking, field.code));
  const fill = PlannedValues.filler(
    fields.map((field) => ({
      field,
      otherwise: lacking[field.code] ?? null,
      asItIs: isText(field),
    })),
    storingWith(units),
  );
  const marked = hasMarks(ledger) && records.some(isMarkedRecord);
  const insert = writing.inserter(ledger.code as AnyCode, [
    ...fields.map((field) => field.code),
    ...following.map(({ column }) => column),
    ...(marked ? ['approximate', 'extra'] : []),
  ]);
  // one for all rows: the statement has taken the values when it returns
  const row: SqlValue[] = [];
  return (record) => {
    fill(record.values, row);
    let at = fields.length;
    for (const { of } of following) row[at++] = of(record);
    if (marked) {
      row[at++] = approximateMarks(record.approximate);
      row[at] = extraMarks(record.extra);
    }
    return insert(row);
  };
}

const isText = (field: Field): boolean =>
  field.kind !== 'money' && field.kind !== 'decimal' && field.kind !== 'unit';

/**
 * When a list was true: how its year-bound figures are written, and as of when it tells a stage.
 */
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
    ...storedPatch(ledger, record, units),
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
  const older = record.isOlder === true || (told !== null && newest !== null && told < newest);
  if (typeof stage === 'string' && (older || stagesOf(writing.db, id).at(-1)?.stage !== stage))
    noteStage(writing, id, { stage, date: null, who: null, note: null, told });
  // a list of an earlier month tells how it was then, not how it is
  const { stage: _, ...rest } = row;
  writing.update('project', id, older ? rest : row);
  if (record.credits !== null || record.values.get('introducer') !== null)
    setCredits(writing, id, plannedCredits(record.credits ?? [], units));
  for (const one of record.arrivals) setArrival(writing, id, one);
}
