/** Moves of all selected problems or tasks at once, with one date, person and note. */
import { Button, Popover } from 'antd';
import { useState, type ReactElement } from 'react';
import { statedOf, type StatedCode } from '../../../main/domain/states.ts';
import { offerUndo } from '../../stores/status.ts';
import { movesTogether, type Move } from './moves.ts';
import type { LedgerSpec } from './spec.ts';
import { StateForm } from './state-forms.tsx';

export interface TogetherProps {
  readonly spec: LedgerSpec;
  readonly ids: readonly number[];
  onUndo(): void;
}

export function Together({ spec, ids, onUndo }: TogetherProps): ReactElement | null {
  const [open, setOpen] = useState<Move | null>(null);
  if (statedOf(spec.code) === null || ids.length < 2) return null;
  const code = spec.code as StatedCode;
  const saved = (sentence: string): void => {
    setOpen(null);
    offerUndo(sentence, onUndo);
  };
  return (
    <span className="lg-together">
      选中{ids.length}{spec.counter}
      {movesTogether(code).map((move) => (
        <Popover key={move.to} trigger="click" placement="bottomLeft" open={open === move} onOpenChange={(isOpen) => setOpen(isOpen ? move : null)} destroyOnHidden
          content={<StateForm ledger={code} ids={ids} owner="" move={move} onDone={() => setOpen(null)} onSaved={saved} />}>
          <Button size="small">一起{move.label}</Button>
        </Popover>
      ))}
    </span>
  );
}
