/**
 * What people enter under the items of a scheme: bonuses, deductions, points of a panel, vetoes
 * with their papers.
 */
import type { Day } from '../days/day.ts';
import type { Decimal } from '../exact/decimal.ts';

export interface ScoreEvent {
  readonly id: number;
  readonly item: string;
  /** the part of the item that it counts under; null where the item has one only */
  readonly part: string | null;
  readonly unit: string;
  readonly person: string | null;
  readonly date: Day;
  /** how many times, or a panel's points */
  readonly value: Decimal;
  readonly panel: string | null;
  readonly reason: string;
  readonly proposer: string | null;
  readonly approval: string | null;
  readonly document: string | null;
}
