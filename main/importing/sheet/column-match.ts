/** What a column of a table was matched with, and why. */
import type { Field, Ledger } from '../../domain/ledgers/field.ts';

export interface Match {
  readonly field: Field | null;
  readonly month: string | null;
  readonly confidence: number;
  readonly reason: string;
  readonly use: 'field' | 'check' | 'extra' | 'ignore';
  /** what its head nearly says, where its words leave open which figure it is */
  readonly near?: string;
}
export interface Matching {
  readonly kind: 'ledger' | 'unknown';
  readonly ledger: Ledger | null;
  readonly columns: readonly Match[];
}

export type Path = readonly string[];
