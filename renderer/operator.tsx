/** 经办人 in the status line: whose name the changes carry from now on. */
import { Button, Input, Popover, type InputRef } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import { call, faultOf } from './bridge/bridge.ts';
import { faultText } from './format/fault.ts';
import { heardSession } from './stores/session.ts';
import { say } from './stores/status.ts';

/** @param operators who sits here first, then who did before */
export function Operator({ operators }: { readonly operators: readonly string[] }): ReactElement {
  const [open, setOpen] = useState(false);
  const name = useRef<InputRef>(null);
  const [now, ...earlier] = operators;
  const choose = (typed: string): void => {
    if (typed.trim() === '') return;
    call('session.setOperator', { name: typed }).then(
      (session) => {
        heardSession(session);
        setOpen(false);
        say(`今后的修改记在${typed.trim()}名下。`);
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
      // before it has its place it is not to be seen, and takes no focus
      afterOpenChange={(shown) => {
        if (shown) name.current?.focus();
      }}
      destroyOnHidden
      content={
        <div className="operator" role="dialog" aria-label="经办人">
          <p>填写姓名，今后的修改记在本人名下。</p>
          <Input
            ref={name}
            aria-label="经办人姓名"
            placeholder={now ?? '姓名'}
            maxLength={20}
            onPressEnter={({ currentTarget }) => choose(currentTarget.value)}
          />
          {earlier.map((one) => (
            <Button key={one} size="small" onClick={() => choose(one)}>
              {one}
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
