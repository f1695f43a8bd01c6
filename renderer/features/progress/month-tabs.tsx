/** The months as tabs: closed ones with a lock, the open one with how much is filled. */
import type { ReactElement } from 'react';
import type { MonthState } from '../../../preload/contract/progress.ts';

export function MonthTabs({
  months,
  shown,
  onShow,
}: {
  readonly months: readonly MonthState[];
  readonly shown: number;
  readonly onShow: (month: number) => void;
}): ReactElement {
  return (
    <div className="pg-months" role="tablist" aria-label="月份">
      {months.map(({ month, name, closed, filled, expected, corrections }) => (
        <button
          key={month}
          type="button"
          role="tab"
          aria-selected={month === shown}
          className={`${closed === null ? '' : 'closed'}${filled === 0 && closed === null && month !== shown ? ' ahead' : ''}`}
          onClick={() => onShow(month)}
        >
          {closed === null ? null : <Lock />}
          {name}
          {month !== shown ? null : (
            <small>
              {closed === null
                ? `录入中 ${filled}/${expected}`
                : `已关账${corrections > 0 ? `，更正${corrections}项` : ''}`}
            </small>
          )}
        </button>
      ))}
    </div>
  );
}

const Lock = (): ReactElement => (
  <svg className="pg-lock" viewBox="0 0 20 20" role="img" aria-label="已关账">
    <path
      d="M4 9h12v8.5H4zM6.5 9V6a3.5 3.5 0 0 1 7 0v3"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
    />
  </svg>
);
