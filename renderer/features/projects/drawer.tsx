/** One record beside the sheet: form, arrived funds, origins and history; drafts stay when it closes. */
import { Button } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { Arrivals, Past, StageSteps } from './detail.tsx';
import { wire, type Values } from './display.ts';
import { RecordForm } from './form.tsx';
import { useRecord } from './record.ts';
import { StageForm } from './stage-form.tsx';
import { NEW } from './view.ts';

export interface DrawerProps {
  /** NEW for a record that does not exist yet */
  readonly id: number;
  readonly units: readonly string[];
  /** whether the list knows what comes before and after */
  readonly canStep: boolean;
  onStep(by: 1 | -1): void;
  onClose(): void;
  onSaved(id: number, sentence: string): void;
  onRemoved(): void;
}

const TABS = ['基本与投资', '到位资金', '来源与历史'] as const;
const EMPTY: Values = {};

export function RecordDrawer({ id, units, canStep, onStep, onClose, onSaved, onRemoved }: DrawerProps): ReactElement {
  const record = useRecord(id, onSaved, onRemoved);
  const [tab, setTab] = useState<(typeof TABS)[number]>('基本与投资');
  const [isMoving, setMoving] = useState(false);
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => setMoving(false), [id]);
  useEffect(() => (drawer.current?.querySelector<HTMLElement>(id === NEW ? 'input' : '[role=tab]') ?? drawer.current)?.focus(), [id === NEW]);
  const { detail, draft } = record;
  const isNew = id === NEW;
  const values: Values = detail?.row ?? EMPTY;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const ctrl = event.ctrlKey || event.metaKey;
    if (ctrl && event.code === 'KeyS') record.save();
    else if (event.key === 'PageUp') onStep(-1);
    else if (event.key === 'PageDown') onStep(1);
    else if (event.key === 'Escape' && isMoving) setMoving(false);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <aside ref={drawer} className="pj-drawer" aria-label="项目" tabIndex={-1} onKeyDown={onKeyDown}>
      <div className="top">
        <b>{isNew ? '新项目' : wire(values, 'name') ?? ''}</b>
        {!canStep ? null : <><Button size="small" title="PgUp" onClick={() => onStep(-1)}>上一条</Button><Button size="small" title="PgDn" onClick={() => onStep(1)}>下一条</Button></>}
        <Button size="small" aria-label="关闭" onClick={onClose}>✕</Button>
      </div>
      <div className="tabs" role="tablist">
        {(isNew ? TABS.slice(0, 1) : TABS).map((name) => <button key={name} type="button" role="tab" aria-selected={name === tab} onClick={() => setTab(name)}>{name}</button>)}
      </div>
      <div className="inside">
        {detail === null ? null : <StageSteps detail={detail} />}
        {isMoving ? <StageForm id={id} stage={wire(values, 'stage') ?? 'lead'} onDone={() => setMoving(false)} /> : null}
        {tab === '基本与投资' || isNew ? <RecordForm values={values} draft={draft} units={units} faults={record.faults} onType={record.type} /> : null}
        {!isNew && tab === '到位资金' && detail !== null ? <Arrivals detail={detail} /> : null}
        {!isNew && tab === '来源与历史' && detail !== null ? <Past detail={detail} /> : null}
      </div>
      {record.sentence === '' ? null : <p className="fault" role="alert">{record.sentence}</p>}
      <div className="bottom">
        {isNew ? null : <><Button onClick={() => setMoving(true)}>改阶段</Button><Button onClick={record.remove}>删除</Button></>}
        <span className="push" />
        <Button onClick={onClose}>取消 <em>Esc</em></Button>
        <Button type="primary" onClick={record.save}>保存 <em>Ctrl+S</em></Button>
      </div>
    </aside>
  );
}
