/** What only one ledger has in its drawer: the way of its records, tabs of its own, moves with a form. */
import type { ComponentType } from 'react';
import type { RecordDetail } from '../../../preload/contract/records.ts';
import { leadSpecial } from './lead.tsx';
import type { OwnCode } from '../../../main/domain/ledgers/index.ts';
import { print } from '../../stores/print.ts';
import { ownSpecial } from './own.tsx';
import type { Move } from './moves.ts';
import { projectSpecial } from './project.tsx';
import type { LedgerSpec, ShownCode } from './spec.ts';
import { statedSpecial } from './states.tsx';

export interface DetailProps {
  readonly detail: RecordDetail;
}
export interface MoveProps extends DetailProps {
  readonly move: Move;
  onDone(): void;
  onSaved(sentence: string): void;
}
export interface Special {
  readonly Steps?: ComponentType<DetailProps>;
  readonly tabs: readonly { readonly label: string; readonly View: ComponentType<DetailProps> }[];
  readonly movesOf: (detail: RecordDetail) => readonly Move[];
  /** a paper of the one record */
  readonly paper?: { readonly label: string; readonly print: (detail: RecordDetail) => void };
  readonly MoveForm?: ComponentType<MoveProps>;
}

const PLAIN: Special = { tabs: [], movesOf: () => [] };
const SPECIALS: Partial<Record<ShownCode, Special>> = { project: projectSpecial, rectification: statedSpecial('rectification'), task: { ...statedSpecial('task'), paper: { label: '打印督办单', print: (detail) => print('supervision-slip', { filters: [{ field: 'title', text: `=${String(detail.row['title'])}` }] }) } }, lead: leadSpecial };

/** Of one spec always the same: its parts keep their state. */
const ofOwn = new WeakMap<LedgerSpec, Special>();

export function specialOf(spec: LedgerSpec): Special {
  if (spec.own === null) return SPECIALS[spec.code as ShownCode] ?? PLAIN;
  const known = ofOwn.get(spec) ?? ownSpecial(spec.code as OwnCode, spec.own);
  ofOwn.set(spec, known);
  return known;
}
