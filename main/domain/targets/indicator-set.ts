/** A set of indicators that an office may begin with. */
import type { AnyCode } from '../ledgers/index.ts';
import type { Direction, IndicatorKind, Rollup } from './indicator.ts';

/** A count or a sum of a ledger's records; see the contract's `Counted`. */
export interface CountedFrom {
  readonly ledger: AnyCode;
  readonly filters: readonly { readonly field: string; readonly text: string }[];
  readonly sum: string | null;
  readonly unit: string;
  readonly date: string | null;
}
export interface SetIndicator {
  readonly name: string;
  readonly measure: string;
  readonly places: number;
  readonly direction: Direction;
  readonly kind: IndicatorKind;
  readonly rollup: Rollup;
  /** names of indicators of the same set */
  readonly parent: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly factor: string;
  readonly counted: CountedFrom | null;
}
export interface IndicatorSet {
  readonly name: string;
  readonly about: string;
  readonly indicators: readonly SetIndicator[];
}
