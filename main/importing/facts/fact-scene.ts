/** What reading a table's figures is given, and what it finds while it reads. */
import type { Issue } from '../../../preload/contract/imports.ts';
import type { Measure } from '../../domain/exact/measure.ts';
import type { TableFact } from '../../domain/targets/fact.ts';
import type { showingOf } from '../cells/formats.ts';
import type { UnitNames } from '../cells/units.ts';
import type { UnknownUnitCells } from '../sheet/mapped.ts';
import type { PartWord } from '../sheet/part-word.ts';
import type { SheetPeriod } from '../sheet/period.ts';
import type { Region } from '../sheet/region.ts';
import type { SourceSheet } from '../sheet/sheet.ts';
import type { FactColumn, FactLayout } from './fact-columns.ts';

export interface FactsInput {
  readonly sheet: SourceSheet;
  readonly region: Region;
  readonly layout: FactLayout;
  readonly period: SheetPeriod | null;
  /** what the table's title is about, for tables whose header names no indicator */
  readonly subject: string | null;
  /** the unit that a table without units is of; null: the county */
  readonly sender: string | null;
  readonly notes: readonly Measure[];
  /** the user's word on a column's measure */
  readonly answered: (column: string) => Measure | null;
  /** columns whose question the user has settled: their figures are right as read */
  readonly accepted: ReadonlySet<string>;
  readonly units: UnitNames;
  readonly county: string;
}

export interface FactScene {
  readonly facts: TableFact[];
  readonly issues: Issue[];
  readonly unknownUnits: Map<string, UnknownUnitCells>;
  /** columns and rows whose measure was asked for */
  readonly asked: Set<string>;
}
export interface FigureStep {
  readonly column: FactColumn;
  readonly measure: Measure | null;
  readonly figures: (string | null)[];
  readonly showing: ReturnType<typeof showingOf>;
}
export interface SaidOfRow {
  readonly unit: string | null | undefined;
  /**
   * a row of the county: its own figures, or in a table of targets what is asked of it from above
   */
  readonly whole: 'own' | 'upper' | null;
  readonly indicator: string | null;
  readonly parent: string | null;
  /** what the row's figures are, where the row says it */
  readonly word: PartWord | null;
  /** the month or year that the row says */
  readonly time: PartWord | null;
  readonly measure: Measure | null;
}
