/**
 * What of the book a printed figure is, so that it can be asked who gave it: a field of a record,
 * records that were counted or added, a month's figure, a target.
 */
import type { AnyCode } from '../ledgers/index.ts';
import type { FigureSource } from '../progress/sentence.ts';

/** What of a month's figure is told: what documents tell, and what tables have beside it. */
export type MonthlyOf = FigureSource['of'] | 'lastYear' | 'due' | 'place';
/** In place of a row: the words of a letter, whose figures are counted as columns are. */
export const WORDS_ROW = -1;
export type TargetOf = 'base' | 'assured' | 'stretch' | 'upper';
export type PrintedSource =
  | {
      readonly kind: 'field';
      readonly ledger: AnyCode;
      readonly id: number;
      readonly field: string;
    }
  | {
      readonly kind: 'records';
      readonly ledger: AnyCode;
      readonly ids: readonly number[];
      /** null: the records themselves are counted */
      readonly field: string | null;
    }
  | {
      readonly kind: 'figure';
      readonly year: number;
      readonly month: number;
      readonly indicator: number;
      /** null: the whole of the group */
      readonly unit: number | null;
      readonly of: MonthlyOf;
      /** what completion is measured against; null: the one that scores */
      readonly by: 'assured' | 'stretch' | 'upper' | null;
      readonly group: 'all' | 'township' | 'department' | 'park' | 'village';
    }
  | {
      readonly kind: 'target';
      readonly year: number;
      /** null: the newest */
      readonly version: number | null;
      readonly indicator: number;
      /** 0: the office's own; null: what the units add up to */
      readonly unit: number | null;
      readonly of: TargetOf;
    };
