/** Compares mapped records with the ledger: what is new, changed, unchanged, rejected. Pure; an empty cell never erases. */
import type { PlanCounts, PlannedChange } from '../../preload/contract/imports.ts';
import { fenOfYuan, yuanText } from '../domain/money.ts';
import type { Ledger, Value } from '../domain/ledgers/field.ts';
import { kindOfName } from '../domain/ledgers/unit.ts';
import { columnName } from '../domain/sheet-address.ts';
import type { Existing, PlannedArrival, PlannedRecord } from '../services/imports.ts';
import type { MappedTable } from './mapped.ts';

/** Looks an existing record up: by its code, else its name and units. */
export type Find = (ledger: Ledger, record: PlannedRecord) => Existing | null;

export interface Plan {
  readonly creates: readonly PlannedRecord[];
  readonly changes: readonly { readonly id: number; readonly record: PlannedRecord }[];
  readonly shown: readonly PlannedChange[];
  readonly counts: PlanCounts;
}

export function planImport(tables: readonly MappedTable[], find: Find): Plan {
  const creates: PlannedRecord[] = [];
  const changes: { id: number; record: PlannedRecord }[] = [];
  const shown: PlannedChange[] = [];
  let [unchanged, rejected, skipped] = [0, 0, 0];
  const claimed = new Set<number>();
  for (const table of tables) {
    const { ledger } = table;
    if (ledger === null) continue;
    const cells = new Map(table.columns.flatMap((column) => (column.field !== null && column.use === 'field' ? [[column.month ?? column.field.code, columnName(column.index)] as const] : [])));
    for (const mapped of table.records) {
      if (table.skipped.has(mapped.row)) skipped += 1;
      else if (table.rejected.has(mapped.row)) rejected += 1;
      else {
        const record = ledger.code === 'unit' ? withKind(mapped) : mapped;
        // two rows of one file are two records: the second does not overwrite what the first has claimed
        const found = find(ledger, record);
        const before = found !== null && claimed.has(found.id) ? null : found;
        if (before !== null) claimed.add(before.id);
        const change = before === null ? null : compareWith(ledger, before, record, cells);
        if (before === null || change === null) creates.push(record);
        else if (change.fields.length === 0) unchanged += 1;
        else {
          changes.push({ id: before.id, record: change.record });
          shown.push({ row: record.row, record: record.values[ledger.nameField] ?? before.values[ledger.nameField] ?? '', fields: change.fields });
        }
      }
    }
  }
  return { creates, changes, shown, counts: { new: creates.length, changed: changes.length, unchanged, rejected, skipped } };
}

/** A unit's name tells its kind where the list does not. */
function withKind(record: PlannedRecord): PlannedRecord {
  const name = record.values['name'] ?? null;
  return name === null || (record.values['kind'] ?? null) !== null ? record : { ...record, values: { ...record.values, kind: kindOfName(name) } };
}

type Difference = PlannedChange['fields'][number];

function compareWith(ledger: Ledger, before: Existing, record: PlannedRecord, cells: ReadonlyMap<string, string>): { record: PlannedRecord; fields: readonly Difference[] } {
  const fields: Difference[] = [];
  const values: Record<string, Value> = {};
  const cell = (key: string): string => `${cells.get(key) ?? ''}${record.row}`;
  for (const field of ledger.fields) {
    const after = record.values[field.code] ?? null;
    const old = before.values[field.code] ?? null;
    if (after === null || after === old) continue;
    values[field.code] = after;
    fields.push({ field: field.code, before: old, after, cell: cell(field.code) });
  }
  const extra = Object.fromEntries(Object.entries(record.extra).filter(([head, text]) => before.extra[head] !== text));
  for (const [head, text] of Object.entries(extra)) fields.push({ field: head, before: before.extra[head] ?? null, after: text, cell: `${record.row}行` });
  const credits = record.credits !== null && creditText(record.credits) !== creditText(before.credits) ? record.credits : null;
  if (credits !== null) fields.push({ field: 'introducer', before: creditText(before.credits) || null, after: creditText(credits), cell: cell('introducer') });
  const arrivals = record.arrivals.filter((one) => differs(before, one));
  for (const one of arrivals) fields.push({ field: 'arrived_total', before: earlier(before, one), after: one.amount, cell: cell(one.date ?? 'arrived_total') });
  return { record: { ...record, values, credits, arrivals, extra }, fields };
}

const creditText = (credits: readonly { readonly unit: string; readonly percent: string }[]): string => credits.map((one) => `${one.unit} ${Number(one.percent)}%`).toSorted().join('、');

/** A month stands for itself; a cumulative figure for everything that has arrived. */
const differs = (before: Existing, one: PlannedArrival): boolean => fenOfYuan(earlier(before, one) ?? '0') !== fenOfYuan(one.amount) || currencyBefore(before, one) !== one.currency;

const matching = (before: Existing, one: PlannedArrival): Existing['arrivals'] => (one.basis === 'balance' ? before.arrivals : before.arrivals.filter((old) => old.basis === 'month' && old.date === one.date));

const currencyBefore = (before: Existing, one: PlannedArrival): string => matching(before, one)[0]?.currency ?? one.currency;

function earlier(before: Existing, one: PlannedArrival): string | null {
  const old = matching(before, one);
  return old.length === 0 ? null : yuanText(old.reduce((sum, part) => sum + fenOfYuan(part.amount), 0n));
}
