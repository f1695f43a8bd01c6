/** Saved views of a ledger: filters, order, grouping and columns under a name of the user's. */
import { Button, Popover } from 'antd';
import { useState, type ReactElement } from 'react';
import { say } from '../../../stores/status.ts';
import { viewOf } from '../shared/own-view.ts';
import type { LedgerSpec } from '../shared/spec.ts';
import { storeOf, useLedgerView } from '../shared/view.ts';

export function Views({ spec }: { readonly spec: LedgerSpec }): ReactElement {
  const { saved } = useLedgerView(spec);
  const count = Object.keys(saved).length + (spec.own?.views.length ?? 0);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={<ViewList spec={spec} />}
    >
      <Button>
        <em>视图</em>
        {count === 0 ? '' : ` ${count}`}
      </Button>
    </Popover>
  );
}

function ViewList({ spec }: { readonly spec: LedgerSpec }): ReactElement {
  const { saved, saveView, takeView, forgetView } = useLedgerView(spec);
  const [name, setName] = useState('');
  const keep = (): void => {
    if (name.trim() === '') return;
    saveView(name.trim());
    say(`已存为视图“${name.trim()}”。`);
    setName('');
  };
  return (
    <div className="lg-views lg-stage-form">
      {spec.own?.views.map((view) => (
        <div key={view.name} className="wide">
          <Button size="small" onClick={() => storeOf(spec).setState(viewOf(spec, view))}>
            {view.name}
          </Button>
        </div>
      ))}
      {Object.keys(saved).map((one) => (
        <div key={one} className="wide">
          <Button size="small" onClick={() => takeView(one)}>
            {one}
          </Button>
          <Button size="small" aria-label={`删除视图${one}`} onClick={() => forgetView(one)}>
            ✕
          </Button>
        </div>
      ))}
      <label className="wide">
        <span className="label">将当前的筛选、排序、分组和列保存为</span>
        <span className="box">
          <input
            aria-label="视图名称"
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep();
            }}
          />
        </span>
      </label>
      <div className="buttons">
        <Button type="primary" onClick={keep}>
          存为视图
        </Button>
      </div>
    </div>
  );
}
