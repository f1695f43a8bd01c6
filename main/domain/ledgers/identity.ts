/** What makes two rows the same record of a ledger: its code, else the fields its ledger names. */
import type { Ledger, Value } from './field.ts';
import { ledgers, type LedgerCode } from './index.ts';

interface Values {
  get(code: string): Value;
}

/**
 * The ledgers whose records say by themselves who they are: a table of such rows can be imported.
 */
export const IMPORTABLE_CODES = Object.values(ledgers)
  .filter((ledger) => ledger.identity.length > 0)
  .map((ledger) => ledger.code) as [LedgerCode, ...LedgerCode[]];

/**
 * One text per record: equal for rows of the same record. Null where the row does not say who it
 * is.
 */
export function identityKey(ledger: Ledger, values: Values): string | null {
  const code = recordCodeOf(ledger, values);
  if (code !== null) return code;
  const name = values.get(ledger.nameField);
  return name === null
    ? null
    : `\u0000${ledger.identity.map((field) => values.get(field) ?? '').join('\u0000')}`;
}

export const recordCodeOf = (ledger: Ledger, values: Values): Value =>
  ledger.codeField === undefined ? null : values.get(ledger.codeField);
