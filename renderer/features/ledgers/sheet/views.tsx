/**
 * Saved views of a ledger: filters, order, grouping and columns under a name of the office's, kept
 * in the book.
 */
import { Button, Popover } from 'antd';
import { useState, type ReactElement } from 'react';
import { call, useCall } from '../../../bridge/bridge.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import { say } from '../../../stores/status.ts';
import { keptViewOf, takenView, viewOf } from '../shared/own-view.ts';
import type { LedgerSpec } from '../shared/spec.ts';
import { storeOf } from '../shared/view.ts';

export function Views({ spec }: { readonly spec: LedgerSpec }): ReactElement {
  const { value: saved } = useSavedViews(spec);
  const count = (saved?.length ?? 0) + (spec.own?.views.length ?? 0);
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

const useSavedViews = ({ code }: LedgerSpec) =>
  useCall('views.list', { ledger: code }, ['ledgers']);

function ViewList({ spec }: { readonly spec: LedgerSpec }): ReactElement {
  const { value: saved } = useSavedViews(spec);
  const [typed, setName] = useState('');
  const name = typed.trim();
  const refused = (fault: unknown): void => say(sentenceOf(fault));
  const keep = (): void => {
    if (name === '') return;
    const view = keptViewOf(storeOf(spec).getState());
    call('views.save', { ledger: spec.code, name, view }).then(() => {
      say(`已存为视图“${name}”。`);
      setName('');
    }, refused);
  };
  const forget = (view: string): void => {
    call('views.remove', { ledger: spec.code, name: view }).catch(refused);
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
      {saved?.map((view) => (
        <div key={view.name} className="wide">
          <Button size="small" onClick={() => storeOf(spec).setState(takenView(spec, view))}>
            {view.name}
          </Button>
          <Button
            size="small"
            aria-label={`删除视图${view.name}`}
            onClick={() => forget(view.name)}
          >
            ✕
          </Button>
        </div>
      ))}
      <label className="wide">
        <span className="label">将当前的筛选、排序、分组和列保存为</span>
        <span className="box">
          <input
            aria-label="视图名称"
            value={typed}
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
