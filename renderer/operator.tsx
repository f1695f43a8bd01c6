/** 经办人 in the status line: whose name the changes carry from now on. */
import { Button, Input, Popover } from 'antd';
import { useState, type ReactElement } from 'react';
import { call, faultOf } from './bridge/bridge.ts';
import { faultText } from './format/fault.ts';
import { heardSession } from './stores/session.ts';
import { say } from './stores/status.ts';

/** @param operators who sits here first, then who did before */
export function Operator({ operators }: { readonly operators: readonly string[] }): ReactElement {
  const [open, setOpen] = useState(false);
  const [now, ...earlier] = operators;
  const choose = (name: string): void => {
    if (name.trim() === '') return;
    call('session.setOperator', { name }).then(
      (session) => {
        heardSession(session);
        setOpen(false);
        say(`今后的修改记在${name.trim()}名下。`);
      },
      (error: unknown) => say(faultText(faultOf(error))),
    );
  };
  return (
    <Popover
      trigger="click"
      placement="topRight"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <div className="operator" role="dialog" aria-label="经办人">
          <p>填写姓名，今后的修改记在本人名下。</p>
          <Input
            autoFocus
            aria-label="经办人姓名"
            placeholder={now ?? '姓名'}
            maxLength={20}
            onPressEnter={({ currentTarget }) => choose(currentTarget.value)}
          />
          {earlier.map((name) => (
            <Button key={name} size="small" onClick={() => choose(name)}>
              {name}
            </Button>
          ))}
        </div>
      }
    >
      <Button size="small" type="text">
        经办人 <b>{now ?? '未填写'}</b>
      </Button>
    </Popover>
  );
}
