/**
 * What is done to all selected records at once: moves of problems or tasks with one date, person
 * and note; two projects made one.
 */
import { Button, Popover } from 'antd';
import { useState, type ReactElement } from 'react';
import { statedOf, type StatedCode } from '../../../../main/domain/tasks/states.ts';
import { offerUndo } from '../../../stores/status.ts';
import { ChaseForm } from '../tasks/chases.tsx';
import { ProjectMerge } from '../projects/merge.tsx';
import { movesTogether, type StateMove } from '../shared/moves.ts';
import type { LedgerSpec } from '../shared/spec.ts';
import { StateForm } from '../tasks/state-forms.tsx';

export interface TogetherProps {
  readonly spec: LedgerSpec;
  readonly ids: readonly number[];
  onUndo(): void;
}

export function Together({ spec, ids, onUndo }: TogetherProps): ReactElement | null {
  const [open, setOpen] = useState<StateMove | null>(null);
  const [isChasing, setChasing] = useState(false);
  const [first, second, third] = ids;
  if (spec.code === 'project' && first !== undefined && second !== undefined && third === undefined)
    return (
      <span className="lg-together">
        选中2个
        <ProjectMerge key={`${first} ${second}`} ids={[first, second]} />
      </span>
    );
  if (statedOf(spec.code) === null || ids.length < 2) return null;
  const code = spec.code as StatedCode;
  const saved = (sentence: string): void => {
    setOpen(null);
    offerUndo(sentence, onUndo);
  };
  return (
    <span className="lg-together">
      选中{ids.length}
      {spec.counter}
      {movesTogether(code).map((move) => (
        <Popover
          key={move.to}
          trigger="click"
          placement="bottomLeft"
          open={open === move}
          onOpenChange={(isOpen) => setOpen(isOpen ? move : null)}
          destroyOnHidden
          content={
            <StateForm
              ledger={code}
              ids={ids}
              owner=""
              move={move}
              onDone={() => setOpen(null)}
              onSaved={saved}
            />
          }
        >
          <Button size="small">一起{move.label}</Button>
        </Popover>
      ))}
      <Popover
        trigger="click"
        placement="bottomLeft"
        open={isChasing}
        onOpenChange={setChasing}
        destroyOnHidden
        content={<ChaseForm ledger={code} ids={ids} onDone={() => setChasing(false)} />}
      >
        <Button size="small">一起催办</Button>
      </Popover>
    </span>
  );
}
