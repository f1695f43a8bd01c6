/** What a record of a user's ledger does beside its columns: its checks are held, its status moves as allowed. */
import { wireOf } from '../data/columns.ts';
import type { Reader } from '../data/open.ts';
import { prepared } from '../data/open.ts';
import type { SqlValue } from '../data/write.ts';
import { Fault } from '../domain/fault.ts';
import { fieldOf, type Ledger } from '../domain/ledgers/field.ts';
import { mayMove, refusalOf, uniqueFields } from '../domain/ledgers/own-checks.ts';
import type { Patch, Rule, Stored } from './rules.ts';

/** A status that nobody gave is the first of its choices. */
export const ownRule: Rule = {
  complete: (row, ledger) => {
    const status = ledger.own?.status ?? null;
    const [first] = ledger.own?.fields.find((field) => field.code === status?.field)?.choices ?? [];
    if (status !== null && first !== undefined && (row[status.field] ?? null) === null) row[status.field] = first;
  },
  edited: (_writing, ledger, _id, before, patch) => refuseMove(ledger, before, patch),
};

function refuseMove({ own, nameField }: Ledger, before: Stored, patch: Patch): void {
  const status = own?.status ?? null;
  if (status === null || patch[status.field] === undefined) return;
  const [from, to] = [before[status.field] ?? null, patch[status.field] ?? null];
  if (to === null) throw new Fault('value.refused', { problem: `“${String(before[nameField])}”的状态不能空着，选一个` });
  if (mayMove(status, from === null ? null : String(from), String(to))) return;
  const allowed = status.moves[String(from)] ?? [];
  throw new Fault('value.refused', { problem: `“${String(before[nameField])}”是${String(from)}，不能直接改成${String(to)}。${allowed.length === 0 ? '这个状态不能再改' : `可以改成${allowed.join('、')}`}` });
}

/** Refuses what somebody typed. @throws Fault value.refused */
export function refuseUnsound(db: Reader, ledger: Ledger, id: number | null, patch: Stored): void {
  if (ledger.own === undefined) return;
  for (const field of ledger.own.fields) {
    const value = patch[field.code] ?? null;
    if (value === null || field.hidden) continue;
    const refusal = refusalOf(field, wireOf(fieldOf(ledger, field.code), typeof value === 'number' ? BigInt(value) : value));
    if (refusal !== null) throw new Fault('value.refused', { problem: `${refusal}，改正后再存` });
  }
  for (const field of uniqueFields(ledger.own)) {
    const other = namedLike(db, ledger, field.code, patch[field.code] ?? null, id);
    if (other !== null) throw new Fault('value.refused', { problem: `${field.label}“${String(patch[field.code])}”已经是“${other}”的，不能重复` });
  }
}

/** The name of another record that has the value; null where none has. */
export function namedLike(db: Reader, ledger: Ledger, field: string, value: SqlValue, self: number | null): string | null {
  if (value === null) return null;
  return (prepared(db, `SELECT ${ledger.nameField} FROM ${ledger.code} WHERE ${field} = ? AND id IS NOT ? LIMIT 1`).pluck().get(value, self) as string | undefined) ?? null;
}
