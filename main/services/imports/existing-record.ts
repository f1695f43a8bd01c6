/** An existing record whole, as a plan compares with it. */
import { type ArrivalRow } from '../../data/projects/projects.ts';
import type { Value } from '../../domain/ledgers/field.ts';

/** An existing record as a plan compares with it. */
export interface Existing {
  readonly id: number;
  readonly values: Readonly<Record<string, Value>>;
  readonly credits: readonly { readonly unit: string; readonly percent: string }[];
  readonly arrivals: readonly ArrivalRow[];
  readonly approximate: readonly string[];
  readonly extra: Readonly<Record<string, string>>;
}
