/** What the recognition of a workbook is told beside its cells. */
import type { ImportAnswer } from '../../../preload/contract/answers.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import type { NamedUnit } from '../../domain/read/unit-name.ts';
import { type Watch } from '../sheet/watch.ts';
import type { Sender } from '../records/sender.ts';

export interface InspectContext {
  readonly units: readonly NamedUnit[];
  readonly county: string;
  /** the users' own ledgers; absent: none */
  readonly own?: readonly Ledger[];
  /** the user's word for what kind of table this is */
  readonly ledgerCode?: string;
  readonly year?: number;
  readonly month?: number;
  readonly measure?: string;
  /** the answers remembered for a shape of header */
  readonly remembered?: (shape: string) => readonly ImportAnswer[] | null;
  readonly answers: readonly ImportAnswer[];
  /** the unit that sent the file: said by the user, or told by the file's name */
  readonly sender?: Sender;
  readonly watch?: Watch;
}
