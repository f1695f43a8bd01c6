/**
 * Under the sheet: the first figure that does not fit the month before, as a question with its
 * three answers.
 */
import { Button, Input } from 'antd';
import { type ReactElement } from 'react';
import type { Disagreement } from '../../../preload/contract/progress.ts';
import { useStateFrom } from '../../ui/state-from.ts';

export interface DockProps {
  readonly asked: readonly Disagreement[];
  readonly name: string;
  /** the reason with which the figure is kept; null: the sum is taken */
  readonly onAnswer: (answer: { readonly keep: string } | 'sum' | 'back') => void;
}

export function Dock({ asked, name, onAnswer }: DockProps): ReactElement | null {
  const [first] = asked;
  const [reason, setReason] = useStateFrom<string | null>([first], () => null);
  if (first === undefined) return null;
  return (
    <div
      className="dock"
      role="alertdialog"
      aria-label="当月与累计不一致"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onAnswer('back');
      }}
    >
      <p>
        <b>{first.message.startsWith(name) ? '' : `${name}：`}</b>
        {first.message}
        {asked.length > 1 ? `后面还有${asked.length - 1}处。` : ''}
      </p>
      <span className="push" />
      {reason === null ? (
        <>
          <Button
            key={`${first.unit}-${first.cumulative}`}
            autoFocus
            size="small"
            type="primary"
            onClick={() => onAnswer('sum')}
          >
            改为{first.sum} <em>Enter</em>
          </Button>
          <Button size="small" onClick={() => setReason('')}>
            保留{first.cumulative}，写原因
          </Button>
        </>
      ) : (
        <>
          <Input
            size="small"
            autoFocus
            aria-label="保留的原因"
            placeholder="如8月数核减0.18"
            value={reason}
            style={{ width: '14em' }}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={() => {
              if (reason.trim() !== '') onAnswer({ keep: reason.trim() });
            }}
          />
          <Button
            size="small"
            type="primary"
            disabled={reason.trim() === ''}
            onClick={() => onAnswer({ keep: reason.trim() })}
          >
            保留{first.cumulative}
          </Button>
        </>
      )}
      <Button size="small" onClick={() => onAnswer('back')}>
        退回 <em>Esc</em>
      </Button>
    </div>
  );
}
