/** What the recognition of one table is given. */
import type { ImportAnswer } from '../../../preload/contract/answers.ts';
import type { UnitNames } from '../cells/units.ts';
import type { FactLayout } from '../facts/fact-columns.ts';
import type { Headed } from '../sheet/continuation.ts';
import type { MappedTable } from '../sheet/mapped.ts';
import type { Region } from '../sheet/region.ts';
import type { SourceSheet } from '../sheet/sheet.ts';
import type { InspectContext } from './inspect-context.ts';

export interface TableInput {
  readonly sheet: SourceSheet;
  readonly region: Region;
  /** whose header this table goes on under; null where it has its own */
  readonly head: Headed | null;
  /** the tables that it goes on from */
  readonly before: readonly MappedTable[];
  readonly place: number;
  readonly number: number;
  readonly fileName: string;
  readonly context: InspectContext;
  readonly answers: readonly ImportAnswer[];
  readonly units: UnitNames;
  /** of a month's form: what its columns hold */
  readonly layout: FactLayout | null;
}
