/** All built-in ledgers, by code. */
import { arrival } from './arrival.ts';
import type { BuiltInLedger, Ledger } from './field.ts';
import { lead } from './lead.ts';
import { person } from './person.ts';
import { project } from './project.ts';
import { rectification } from './rectification.ts';
import { task } from './task.ts';
import { unit } from './unit.ts';
import { isOwnCode, type OwnCode } from './own-code.ts';

export const ledgers = {
  project,
  arrival,
  rectification,
  task,
  lead,
  unit,
  person,
} as const satisfies Record<string, BuiltInLedger>;
export type LedgerCode = keyof typeof ledgers;
export const LEDGER_CODES = Object.keys(ledgers) as [LedgerCode, ...LedgerCode[]];
/** A built-in ledger or one that users define. */
export type AnyCode = LedgerCode | OwnCode;
export const isAnyCode = (code: string): code is AnyCode =>
  Object.hasOwn(ledgers, code) || isOwnCode(code);

/** A built-in ledger; those that users define are known by the book. */
export function builtInLedgerOf(code: string): Ledger | null {
  return Object.hasOwn(ledgers, code) ? ledgers[code as LedgerCode] : null;
}
