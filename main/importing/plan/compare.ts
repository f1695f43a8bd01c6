/**
 * What an imported row changes in the record that it means: field by field, with shares and
 * arrivals. An empty cell changes nothing, one that says 清空 empties.
 */
import type { PlannedChange } from '../../../preload/contract/imports.ts';
import { fenOfYuan, yuanText } from '../../domain/exact/money.ts';
import type { Ledger, Value } from '../../domain/ledgers/field.ts';
import type { PlannedArrival, PlannedRecord } from '../../services/imports/import-plan.ts';
import { PlannedValues } from '../../services/imports/planned-values.ts';
import { hasMarks } from '../../services/records/query.ts';
import type { Existing } from '../../services/imports/existing-record.ts';

type Difference = PlannedChange['fields'][number];

/** The record with only what differs, and each difference with its cell. */
export function compareWith(
  ledger: Ledger,
  before: Existing,
  record: PlannedRecord,
  cells: ReadonlyMap<string, string>,
): { record: PlannedRecord; fields: readonly Difference[] } {
  const fields: Difference[] = [];
  const values: Record<string, Value> = {};
  const cell = (key: string): string => `${cells.get(key) ?? ''}${record.row}`;
  for (const field of ledger.fields) {
    const after = record.values.get(field.code);
    const old = before.values[field.code] ?? null;
    const isErased = after === null && record.erases?.includes(field.code) === true;
    if ((after === null && !isErased) || after === old) continue;
    values[field.code] = after;
    fields.push({ field: field.code, before: old, after, cell: cell(field.code) });
  }
  const extra = Object.fromEntries(
    Object.entries(hasMarks(ledger) ? record.extra : {}).filter(
      ([head, text]) => before.extra[head] !== text,
    ),
  );
  for (const [head, text] of Object.entries(extra))
    fields.push({
      field: head,
      before: before.extra[head] ?? null,
      after: text,
      cell: `${record.row}行`,
    });
  const credits =
    record.credits !== null && creditText(record.credits) !== creditText(before.credits)
      ? record.credits
      : null;
  if (credits !== null)
    fields.push({
      field: 'introducer',
      before: creditText(before.credits) || null,
      after: creditText(credits),
      cell: cell('introducer'),
    });
  const arrivals = record.arrivals.filter((one) => differs(before, one));
  for (const one of arrivals)
    fields.push({
      field: 'arrived_total',
      before: earlier(before, one),
      after: one.amount,
      cell: cell(one.date ?? 'arrived_total'),
    });
  return {
    record: { ...record, values: new PlannedValues(values), credits, arrivals, extra },
    fields,
  };
}

const creditText = (
  credits: readonly { readonly unit: string; readonly percent: string }[],
): string =>
  credits
    .map((one) => `${one.unit} ${Number(one.percent)}%`)
    .toSorted()
    .join('、');

/** A month stands for itself; a cumulative figure for everything that has arrived. */
const differs = (before: Existing, one: PlannedArrival): boolean =>
  fenOfYuan(earlier(before, one) ?? '0') !== fenOfYuan(one.amount) ||
  currencyBefore(before, one) !== one.currency;

const matching = (before: Existing, one: PlannedArrival): Existing['arrivals'] =>
  one.basis === 'balance'
    ? before.arrivals
    : before.arrivals.filter(
        (old) => old.basis !== 'balance' && old.date?.slice(0, 7) === one.date,
      );

const currencyBefore = (before: Existing, one: PlannedArrival): string =>
  matching(before, one)[0]?.currency ?? one.currency;

function earlier(before: Existing, one: PlannedArrival): string | null {
  const old = matching(before, one);
  return old.length === 0
    ? null
    : yuanText(old.reduce((sum, part) => sum + fenOfYuan(part.amount), 0n));
}
