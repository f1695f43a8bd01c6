/** The shape of what only one ledger has in its drawer: its way, tabs, moves, paper. */
import type { ComponentType } from 'react';
import type { RecordDetail } from '../../../../preload/contract/records.ts';
import type { StateMove } from './moves.ts';

export interface DetailProps {
  readonly detail: RecordDetail;
}
export interface MoveProps extends DetailProps {
  readonly move: StateMove;
  onDone(): void;
  onSaved(sentence: string): void;
}
export interface Special {
  readonly Steps?: ComponentType<DetailProps>;
  readonly tabs: readonly { readonly label: string; readonly View: ComponentType<DetailProps> }[];
  readonly movesOf: (detail: RecordDetail) => readonly StateMove[];
  /** a paper of the one record */
  readonly paper?: { readonly label: string; readonly print: (detail: RecordDetail) => void };
  readonly MoveForm?: ComponentType<MoveProps>;
}
