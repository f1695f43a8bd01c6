/** Beside a ledger's title: how many of its problems or tasks are closed, and at a click those overdue or due soon. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { daysAfter, percentOf, SOON_DAYS } from '../../../main/domain/deadline.ts';
import { STATED, statedOf, type StatedCode } from '../../../main/domain/states.ts';
import { useCall } from '../../bridge.ts';
import type { LedgerSpec } from './spec.ts';
import { today } from './today.ts';
import { storeOf } from './view.ts';

export function Deadlines({ spec }: { readonly spec: LedgerSpec }): ReactElement | null {
  return statedOf(spec.code) === null ? null : <Standing spec={spec} code={spec.code as StatedCode} />;
}

function Standing({ spec, code }: { readonly spec: LedgerSpec; readonly code: StatedCode }): ReactElement | null {
  const { states } = STATED[code];
  const open = states.filter((state) => state.value !== 'closed').map((state) => state.label).join('、');
  const late = { state: open, deadline: `<${today()}` };
  const soon = { state: open, deadline: `${today()}..${daysAfter(today(), SOON_DAYS)}` };
  const { value: closed } = useCall('records.summary', { ledger: code, filters: [{ field: 'state', text: states.at(-1)?.label ?? '' }] }, [code]);
  const { value: overdue } = useCall('records.summary', queryOf(code, late), [code]);
  const { value: dueSoon } = useCall('records.summary', queryOf(code, soon), [code]);
  if (closed === null || overdue === null || dueSoon === null || closed.all === 0) return null;
  const show = (filters: Readonly<Record<string, string>>): void => {
    for (const [field, text] of Object.entries(filters)) storeOf(spec).getState().filter(field, text);
  };
  return (
    <span className="lg-standing">
      {states.at(-1)?.label} <b>{closed.count}</b>/{closed.all}　{percentOf(closed.count, closed.all)}%
      <Button size="small" disabled={overdue.count === 0} onClick={() => show(late)}>▲ 超期 {overdue.count}</Button>
      <Button size="small" disabled={dueSoon.count === 0} onClick={() => show(soon)}>◆ {SOON_DAYS}天内到期 {dueSoon.count}</Button>
    </span>
  );
}

const queryOf = (ledger: StatedCode, filters: Readonly<Record<string, string>>) => ({ ledger, filters: Object.entries(filters).map(([field, text]) => ({ field, text })) });
