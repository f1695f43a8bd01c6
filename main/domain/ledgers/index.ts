/** All built-in ledgers, by code. */
import { arrival } from './arrival.ts';
import type { Ledger } from './field.ts';
import { lead } from './lead.ts';
import { person } from './person.ts';
import { project } from './project.ts';
import { rectification } from './rectification.ts';
import { task } from './task.ts';
import { unit } from './unit.ts';

export const ledgers = { project, arrival, rectification, task, lead, unit, person } as const satisfies Record<string, Ledger>;
export type LedgerCode = keyof typeof ledgers;
export const LEDGER_CODES = Object.keys(ledgers) as [LedgerCode, ...LedgerCode[]];

/** The code, and the table, of a ledger that users define. */
export type OwnCode = `own_${string}`;
/** A built-in ledger or one that users define. */
export type AnyCode = LedgerCode | OwnCode;
/** `own_ledger` is the table of their definitions. */
export const isOwnCode = (code: string): code is OwnCode => /^own_[a-z0-9_]{1,40}$/.test(code) && code !== 'own_ledger';

/** A built-in ledger; those that users define are known by the book. */
export function ledgerOf(code: string): Ledger | null {
  return Object.hasOwn(ledgers, code) ? ledgers[code as LedgerCode] : null;
}
