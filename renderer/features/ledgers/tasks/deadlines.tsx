/**
 * Beside a ledger's title: how many of its problems or tasks are closed, and at a click those
 * overdue or due soon.
 */
import { Button, Popover } from 'antd';
import { useState, type ReactElement } from 'react';
import { daysAfter, percentOf, SOON_DAYS } from '../../../../main/domain/tasks/deadline.ts';
import type { OwnDefinition } from '../../../../main/domain/ledgers/own-definition.ts';
import { STATED, statedOf, type StatedCode } from '../../../../main/domain/tasks/states.ts';
import { call, useCall } from '../../../bridge/bridge.ts';
import { say } from '../../../stores/status.ts';
import { ChaseForm } from './chases.tsx';
import { sentenceOf } from '../../../stores/sentence.ts';
import type { LedgerSpec } from '../shared/spec.ts';
import { today } from '../../../format/today.ts';
import { storeOf } from '../shared/view.ts';

export function Deadlines({ spec }: { readonly spec: LedgerSpec }): ReactElement | null {
  if (spec.own !== null) return <OwnStanding spec={spec} own={spec.own} />;
  return statedOf(spec.code) === null ? null : (
    <Standing spec={spec} code={spec.code as StatedCode} />
  );
}

function Standing({
  spec,
  code,
}: {
  readonly spec: LedgerSpec;
  readonly code: StatedCode;
}): ReactElement | null {
  const { states } = STATED[code];
  const open = states
    .filter((state) => state.value !== 'closed')
    .map((state) => state.label)
    .join('、');
  const late = { state: open, deadline: `<${today()}` };
  const soon = { state: open, deadline: `${today()}..${daysAfter(today(), SOON_DAYS)}` };
  const { value: closed } = useCall(
    'records.summary',
    { ledger: code, filters: [{ field: 'state', text: states.at(-1)?.label ?? '' }] },
    [code],
  );
  const { value: overdue } = useCall('records.summary', queryOf(code, late), [code]);
  const { value: dueSoon } = useCall('records.summary', queryOf(code, soon), [code]);
  if (closed === null || overdue === null || dueSoon === null || closed.all === 0) return null;
  const show = (filters: Readonly<Record<string, string>>): void => {
    for (const [field, text] of Object.entries(filters))
      storeOf(spec).getState().filter(field, text);
  };
  return (
    <span className="lg-standing">
      {states.at(-1)?.label} <b>{closed.count}</b>/{closed.all}　
      {percentOf(closed.count, closed.all)}%
      <Button size="small" disabled={overdue.count === 0} onClick={() => show(late)}>
        ▲ 超期 {overdue.count}
      </Button>
      <Button size="small" disabled={dueSoon.count === 0} onClick={() => show(soon)}>
        ◆ {SOON_DAYS}天内到期 {dueSoon.count}
      </Button>
      {overdue.count === 0 ? null : <ChaseAll code={code} />}
    </span>
  );
}

const queryOf = (ledger: StatedCode, filters: Readonly<Record<string, string>>) => ({
  ledger,
  filters: Object.entries(filters).map(([field, text]) => ({ field, text })),
});

/** Of a ledger that users define: what counts as done, and at a click what is past its deadline. */
function OwnStanding({
  spec,
  own: { status, reminder, fields },
}: {
  readonly spec: LedgerSpec;
  readonly own: OwnDefinition;
}): ReactElement | null {
  const choices = fields.find((field) => field.code === status?.field)?.choices ?? [];
  const closed =
    status === null || status.closed.length === 0
      ? null
      : { [status.field]: status.closed.join('、') };
  const open =
    status === null || closed === null
      ? {}
      : { [status.field]: choices.filter((choice) => !status.closed.includes(choice)).join('、') };
  const late = reminder === null ? null : { ...open, [reminder.deadline]: `<${today()}` };
  const ask = (filters: Readonly<Record<string, string>> | null) =>
    filters === null
      ? null
      : {
          ledger: spec.code,
          filters: Object.entries(filters).map(([field, text]) => ({ field, text })),
        };
  const { value: done } = useCall('records.summary', ask(closed), [spec.code]);
  const { value: overdue } = useCall('records.summary', ask(late), [spec.code]);
  if ((done ?? overdue)?.all === 0) return null;
  return (
    <span className="lg-standing">
      {done === null ? null : (
        <>
          办完 <b>{done.count}</b>/{done.all}
        </>
      )}
      {overdue === null || late === null ? null : (
        <Button
          size="small"
          disabled={overdue.count === 0}
          onClick={() => {
            for (const [field, text] of Object.entries(late))
              storeOf(spec).getState().filter(field, text);
          }}
        >
          ▲ 超期 {overdue.count}
        </Button>
      )}
    </span>
  );
}

/** Everything overdue is chased at once, each at its own person or unit. */
function ChaseAll({ code }: { readonly code: StatedCode }): ReactElement {
  const [ids, setIds] = useState<readonly number[] | null>(null);
  const open = (): void => {
    call('records.reminders', {}).then(
      (all) =>
        setIds(all.filter((one) => one.ledger === code && one.days < 0).map((one) => one.id)),
      (fault: unknown) => say(sentenceOf(fault)),
    );
  };
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={ids !== null}
      onOpenChange={(isOpen) => (isOpen ? open() : setIds(null))}
      destroyOnHidden
      content={
        ids === null ? (
          <span>正在查找超期记录…</span>
        ) : (
          <ChaseForm ledger={code} ids={ids} onDone={() => setIds(null)} />
        )
      }
    >
      <Button size="small">全部催办</Button>
    </Popover>
  );
}
