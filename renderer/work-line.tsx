/** The bar in the status line while long work is under way: rows done, time left, 取消. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { leftText } from './format/time.ts';
import { useWork } from './stores/work.ts';

export function WorkLine(): ReactElement | null {
  const work = useWork((state) => state.work);
  if (work === null) return null;
  const percent = work.part === null ? 0 : Math.round(work.part * 100);
  return (
    <span className="work">
      {work.label}
      <span
        className="work-bar"
        role="progressbar"
        aria-label={work.label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <i style={{ width: `${percent}%` }} />
      </span>
      <span className="work-extent">{work.extent}</span>
      <span className="work-left">
        {work.secondsLeft === null ? '' : leftText(work.secondsLeft)}
      </span>
      <Button size="small" disabled={work.cancel === null} onClick={() => work.cancel?.()}>
        取消
      </Button>
    </span>
  );
}
