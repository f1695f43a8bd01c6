/**
 * One record beside the sheet: its way and moves, form, what hangs on it, origins and history;
 * drafts stay when it closes.
 */
import { Button } from 'antd';
import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { wireValue, type Values } from '../shared/display.ts';
import { Attachments } from './attachments.tsx';
import { RecordForm } from './form.tsx';
import type { StateMove } from '../shared/moves.ts';
import { Past } from './past.tsx';
import { useRecord } from './record.ts';
import type { LedgerSpec } from '../shared/spec.ts';
import { specialOf } from './specials.tsx';
import { NEW } from '../shared/view.ts';
import { useStateFrom } from '../../../ui/state-from.ts';
import { isFocusFree } from '../../../ui/focus.ts';

export interface DrawerProps {
  readonly spec: LedgerSpec;
  /** NEW for a record that does not exist yet */
  readonly id: number;
  readonly units: readonly string[];
  /** the tab it opens on; its first where absent */
  readonly first: string | undefined;
  /** whether the list knows what comes before and after */
  readonly canStep: boolean;
  onStep(by: 1 | -1): void;
  onClose(): void;
  onSaved(id: number, sentence: string): void;
  onRemoved(): void;
}

const FORM = '基本情况';
const FILES = '附件';
const PAST = '来源与历史';
const EMPTY: Values = {};
/** of the form; a choice or a long text may come first */
const FIRST_FIELD = '.lg-form :is(input, textarea, select):not([readonly])';

export function RecordDrawer({
  spec,
  id,
  units,
  first,
  canStep,
  onStep,
  onClose,
  onSaved,
  onRemoved,
}: DrawerProps): ReactElement {
  const isNew = id === NEW;
  const record = useRecord(spec, id, onSaved, onRemoved);
  const [tab, setTab] = useStateFrom<string>([id, first], (before) => first ?? before ?? FORM);
  const [move, setMove] = useStateFrom<StateMove | null>([id], () => null);
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => {
    (
      drawer.current?.querySelector<HTMLElement>(isNew ? FIRST_FIELD : '[role=tab]') ??
      drawer.current
    )?.focus();
  }, [isNew]);
  useEffect(() => {
    // a form inside that closed took the focus with it: the keyboard must not fall out of the
    // drawer
    if (isFocusFree())
      (drawer.current?.querySelector<HTMLElement>('.lg-moves button') ?? drawer.current)?.focus({
        preventScroll: true,
      });
  });
  const { detail, draft } = record;
  const { Steps, MoveForm, tabs, movesOf, paper } = specialOf(spec);
  const values: Values = detail?.row ?? EMPTY;
  const View = tabs.find((one) => one.label === tab)?.View;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const ctrl = event.ctrlKey || event.metaKey;
    if (ctrl && event.code === 'KeyS') record.save();
    else if (event.key === 'PageUp') onStep(-1);
    else if (event.key === 'PageDown') onStep(1);
    else if (event.key === 'Escape' && move !== null) setMove(null);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const moves = detail === null ? [] : movesOf(detail);
  return (
    <aside
      ref={drawer}
      className="lg-drawer"
      aria-label={spec.one}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className="top">
        <b>{isNew ? `新${spec.one}` : (wireValue(values, spec.ledger.nameField) ?? '')}</b>
        {!canStep ? null : (
          <>
            <Button size="small" title="PgUp" onClick={() => onStep(-1)}>
              上一条
            </Button>
            <Button size="small" title="PgDn" onClick={() => onStep(1)}>
              下一条
            </Button>
          </>
        )}
        <Button size="small" aria-label="关闭" onClick={onClose}>
          ✕
        </Button>
      </div>
      <div className="tabs" role="tablist">
        {(isNew ? [FORM] : [FORM, ...tabs.map((one) => one.label), FILES, PAST]).map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={name === tab}
            onClick={() => setTab(name)}
          >
            {name}
          </button>
        ))}
      </div>
      <div className="inside">
        {detail === null || Steps === undefined ? null : <Steps detail={detail} />}
        {moves.length === 0 || move !== null ? null : (
          <div className="lg-moves">
            {moves.map((one) => (
              <Button key={one.to} size="small" onClick={() => setMove(one)}>
                {one.label}
              </Button>
            ))}
          </div>
        )}
        {move === null || detail === null || MoveForm === undefined ? null : (
          <MoveForm
            detail={detail}
            move={move}
            onDone={() => setMove(null)}
            onSaved={(sentence) => {
              setMove(null);
              onSaved(id, sentence);
            }}
          />
        )}
        {tab === FORM || isNew ? (
          <RecordForm
            spec={spec}
            isNew={isNew}
            values={values}
            draft={draft}
            units={units}
            faults={record.faults}
            onType={record.type}
          />
        ) : null}
        {isNew || detail === null || View === undefined ? null : <View detail={detail} />}
        {!isNew && tab === FILES ? <Attachments ledger={spec.code} id={id} /> : null}
        {!isNew && tab === PAST && detail !== null ? (
          <Past fields={spec.fields} detail={detail} />
        ) : null}
      </div>
      {record.sentence === '' ? null : (
        <p className="fault" role="alert">
          {record.sentence}
        </p>
      )}
      <div className="bottom">
        {isNew ? null : <Button onClick={record.remove}>删除</Button>}
        {paper === undefined || detail === null ? null : (
          <Button onClick={() => paper.print(detail)}>{paper.label}</Button>
        )}
        <span className="push" />
        <Button onClick={onClose}>
          取消 <em>Esc</em>
        </Button>
        <Button type="primary" onClick={record.save}>
          保存 <em>Ctrl+S</em>
        </Button>
      </div>
    </aside>
  );
}
