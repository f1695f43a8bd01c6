/** What a source of scores gives each owner of its records, and what that adds up to. */
import type { Day } from '../../domain/days/day.ts';
import { fromScaled, trim, type Decimal } from '../../domain/exact/decimal.ts';
import type { ReadRecord } from '../../domain/scoring/reading.ts';
import type { ScoreSource } from '../../domain/scoring/scheme.ts';

export type LedgerSource = Extract<ScoreSource, { from: 'ledger' }>;
/** What one owner has of a record. */
export interface Owned {
  readonly record: ReadRecord;
  /** the last day that it may have happened on; "" where no day is asked for */
  readonly until: Day;
  /** its figure (1 where records are counted) by the share, × 10^24 */
  readonly weight: bigint;
  readonly units: readonly string[];
}
/**
 * A record that gives nobody anything, though it happened in the year: it names none, or no rate
 * turns its amount into the source's measure.
 */
export interface LeftOutRecord {
  readonly id: number;
  readonly until: Day;
  readonly why: 'nobody' | 'rate';
}
export interface GatheredScoreSource {
  /** by a unit's or person's name, in the order of the ledger */
  readonly owned: ReadonlyMap<string, readonly Owned[]>;
  readonly left: readonly LeftOutRecord[];
}
/** Places of `weight`. */
export const WEIGHT_PLACES = 24;
export const WHOLE_WEIGHT = 10n ** BigInt(WEIGHT_PLACES);

export interface SourceAmount {
  readonly value: Decimal;
  readonly scaled: bigint;
  /** of an amount in another currency: how it became one in the source's */
  readonly words: string;
}

/** What a reading of these records adds up to. */
export const weightOf = (owned: readonly Owned[]): Decimal =>
  trim(
    fromScaled(
      owned.reduce((total, one) => total + one.weight, 0n),
      WEIGHT_PLACES,
    ),
  );
