/**
 * A year's 考核办法 as data (domain.md §7): groups, sheets, items with their rule and what each
 * reads. Everything is named, never numbered by a row, so that a scheme goes from one office to
 * another as a file.
 */
import type { Decimal } from '../exact/decimal.ts';
import type { AnyCode } from '../ledgers/index.ts';
import type { OwnCode } from '../ledgers/own-code.ts';
import type { UnitKind } from '../ledgers/unit.ts';
import type { StatedCode } from '../tasks/states.ts';

export interface Filter {
  readonly field: string;
  readonly text: string;
}
/** What an item reads of each unit or person. */
export type ScoreSource =
  /**
   * the cumulative figure, with what it is measured against; `pace` is what of the assured target
   * is due by then (时序目标); null: the figure by itself
   */
  | {
      readonly from: 'indicator';
      readonly indicator: string;
      readonly against: 'assured' | 'stretch' | 'upper' | 'base' | 'pace' | null;
    }
  /**
   * records of a ledger: how many, or the sum of a field in `measure`; `by` is the field that says
   * whose they are, "credit" shares projects as their credits say
   */
  | {
      readonly from: 'ledger';
      readonly ledger: AnyCode;
      readonly filters: readonly Filter[];
      readonly sum: string | null;
      readonly measure: string;
      readonly by: string;
      readonly date: string | null;
    }
  /**
   * problems, tasks, or records of an own ledger with deadlines, that are open past them when the
   * period ends
   */
  | { readonly from: 'overdue'; readonly ledger: StatedCode | OwnCode; readonly by: string }
  /** what people enter under the item: how many times, or a panel's points */
  | { readonly from: 'events' };

/** A share of a completion in percent, or the points of one record of a kind. */
export interface ScorePart {
  readonly label: string;
  readonly source: ScoreSource;
  readonly weight: Decimal;
}
export interface Tier {
  /** lower bound, included, in the source's measure */
  readonly from: Decimal;
  readonly points: Decimal;
  /** only records that meet these too */
  readonly only: readonly Filter[];
}
/** Percentages are of the target or of the group's average; `points` is the item's own. */
export type ScoreRule =
  /** points × Σ part% × done ÷ target, at most `cap`% and nothing below `floor`% */
  | {
      readonly kind: 'completion';
      readonly parts: readonly ScorePart[];
      readonly cap: Decimal | null;
      readonly floor: Decimal | null;
    }
  /** `percent` of the points from `from`% of the target on; nothing below the last */
  | {
      readonly kind: 'steps';
      readonly source: ScoreSource;
      readonly steps: readonly { readonly from: Decimal; readonly percent: Decimal }[];
    }
  /**
   * the points at 100%, `add` for each full `every`% over; under it pro rata, or `take` less for
   * each full `every`%
   */
  | {
      readonly kind: 'over';
      readonly source: ScoreSource;
      readonly every: Decimal;
      readonly add: Decimal;
      readonly under:
        | { readonly by: 'share' }
        | { readonly by: 'steps'; readonly every: Decimal; readonly take: Decimal };
    }
  /** points per record by its size, by its credited share */
  | { readonly kind: 'tiered'; readonly source: ScoreSource; readonly tiers: readonly Tier[] }
  /** `met` when the person's quota is met, `further` for each one beyond it */
  | {
      readonly kind: 'quota';
      readonly source: ScoreSource;
      readonly quotas: readonly { readonly rank: string; readonly count: Decimal }[];
      readonly others: Decimal;
      readonly met: Decimal;
      readonly further: Decimal;
    }
  /**
   * the points at the group's average; for each percent above it what its band gives, for each
   * percent below it `under` less
   */
  | {
      readonly kind: 'average';
      readonly source: ScoreSource;
      readonly bands: readonly { readonly to: Decimal | null; readonly each: Decimal }[];
      readonly under: Decimal;
    }
  /** by place in the group; equal figures share a place; nothing beyond the last */
  | {
      readonly kind: 'places';
      readonly source: ScoreSource;
      readonly places: readonly { readonly to: number; readonly points: Decimal }[];
    }
  /** `weight` points for each; an indicator's figure counts as that many */
  | { readonly kind: 'bonus'; readonly parts: readonly ScorePart[] }
  /**
   * the points less `weight` for each; an indicator with a target counts by what it falls short of
   */
  | { readonly kind: 'deduction'; readonly parts: readonly ScorePart[] }
  /** points given by panels, each panel's mean by its percent */
  | {
      readonly kind: 'manual';
      readonly panels: readonly { readonly name: string; readonly percent: Decimal }[];
    }
  /** strikes out of the ranking; its events carry proposer, approval and document */
  | { readonly kind: 'veto' };

export interface Item {
  /** unique in the scheme; events are entered under it */
  readonly code: string;
  readonly name: string;
  readonly sheet: string;
  readonly points: Decimal;
  /** bounds of what the item can give */
  readonly most: Decimal | null;
  readonly least: Decimal | null;
  readonly rule: ScoreRule;
}
/** Who is ranked among each other. */
export interface RankGroup {
  readonly name: string;
  readonly of: 'units' | 'people';
  /** units of these kinds, or the people of such units */
  readonly kinds: readonly UnitKind[];
  /** only these units by name; empty: all of the kinds */
  readonly units: readonly string[];
  /** codes of the items that count for it */
  readonly items: readonly string[];
}
export interface Scheme {
  readonly name: string;
  readonly year: number;
  readonly document: string | null;
  /** places that each item's points and the total are rounded to */
  readonly places: number;
  /** the total is Σ sheet × percent: 30:70; one sheet has 100 */
  readonly sheets: readonly {
    readonly name: string;
    readonly percent: Decimal;
    readonly most: Decimal | null;
  }[];
  readonly most: Decimal | null;
  readonly groups: readonly RankGroup[];
  readonly items: readonly Item[];
  /**
   * in order, best first: from so many points on, or the best so many percent of the group; the
   * last takes the rest
   */
  readonly grades: readonly {
    readonly name: string;
    readonly from: Decimal | null;
    readonly share: Decimal | null;
  }[];
  readonly vetoGrade: string;
}

/** What a rule reads, in the order in which its readings are handed to it. */
export function sourcesOf(rule: ScoreRule): readonly ScoreSource[] {
  if ('parts' in rule) return rule.parts.map((part) => part.source);
  if ('source' in rule) return [rule.source];
  return [{ from: 'events' }];
}

/**
 * Of a rule with several parts that people enter events under, their labels: each event says which
 * one it is of.
 */
export function eventPartsOf(rule: ScoreRule): readonly string[] {
  const labels =
    'parts' in rule
      ? rule.parts.filter((part) => part.source.from === 'events').map((part) => part.label)
      : [];
  return labels.length > 1 ? labels : [];
}
