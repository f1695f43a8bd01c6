/** The fields in their order: chosen, dragged and moved by keys, added, hidden. */
import { Button } from 'antd';
import {
  useEffect,
  useRef,
  useState,
  type DragEvent,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import type { DefinitionProblem } from '../../../main/domain/ledgers/own-draft.ts';
import {
  withFieldAdded,
  withFieldDropped,
  isNew,
  kindText,
  movedField,
  type DraftField,
} from './draft.ts';
import { designState, lookAt, useDesign } from './store.ts';

/** Focuses the box of the field's name, in the form beside. */
export const NAME_BOX = 'ld-field-name';

export function Fields(): ReactElement {
  const { draft, field: current, problems } = useDesign();
  const [dragged, setDragged] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const focusRow = useRef(false);
  const at = draft.fields.findIndex((field) => field.key === current);
  useEffect(() => {
    if (!focusRow.current) return;
    focusRow.current = false;
    list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  });
  const add = (): void => {
    const made = withFieldAdded(draft, current);
    designState(made.draft);
    lookAt(made.key);
    requestAnimationFrame(() => document.querySelector<HTMLInputElement>(`#${NAME_BOX}`)?.select());
  };
  const drop = (): void => {
    const next = withFieldDropped(draft, current);
    designState(next);
    if (isNew(current)) lookAt(next.fields[Math.min(at, next.fields.length - 1)]?.key ?? '');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    focusRow.current = true;
    if (by !== 0 && event.altKey) designState(movedField(draft, current, at + by));
    else if (by !== 0) lookAt(draft.fields[at + by]?.key ?? current);
    else if (event.key === 'Insert') {
      focusRow.current = false;
      add();
    } else if (event.key === 'Delete') drop();
    else if (event.key === 'F2' || event.key === 'Enter') {
      focusRow.current = false;
      document.querySelector<HTMLInputElement>(`#${NAME_BOX}`)?.select();
    } else {
      focusRow.current = false;
      return;
    }
    event.preventDefault();
  };
  const onDrop = (event: DragEvent, to: number): void => {
    event.preventDefault();
    if (dragged !== null) designState(movedField(draft, dragged, to));
    setDragged(null);
  };
  return (
    <section className="ld-fields" aria-label="字段">
      <ol ref={list} role="listbox" aria-label="字段顺序" onKeyDown={onKeyDown}>
        {draft.fields.map((field, place) => (
          <li
            key={field.key}
            role="option"
            aria-selected={field.key === current}
            tabIndex={field.key === current ? 0 : -1}
            draggable
            className={`${field.hidden ? 'hidden' : ''}${dragged === field.key ? ' dragged' : ''}`}
            onClick={() => lookAt(field.key)}
            onFocus={() => lookAt(field.key)}
            onDragStart={() => {
              setDragged(field.key);
              lookAt(field.key);
            }}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => onDrop(event, place)}
            onDragEnd={() => setDragged(null)}
          >
            <Line
              field={field}
              place={place}
              isName={field.key === draft.nameField}
              problem={problems.find((one) => one.field === place)}
            />
          </li>
        ))}
      </ol>
      <div className="ld-buttons">
        <Button size="small" type="primary" onClick={add}>
          加字段 <em>Insert</em>
        </Button>
        <Button
          size="small"
          title="Alt+↑"
          aria-label="上移"
          disabled={at <= 0}
          onClick={() => designState(movedField(draft, current, at - 1))}
        >
          ↑
        </Button>
        <Button
          size="small"
          title="Alt+↓"
          aria-label="下移"
          disabled={at >= draft.fields.length - 1}
          onClick={() => designState(movedField(draft, current, at + 1))}
        >
          ↓
        </Button>
        <Button size="small" disabled={current === draft.nameField} onClick={drop}>
          {isNew(current) ? '去掉' : draft.fields[at]?.hidden === true ? '恢复显示' : '隐藏'}
        </Button>
      </div>
      <p className="ld-hint">拖动或按Alt+↑、Alt+↓换位置；F2改名，Insert加，Delete隐藏。</p>
    </section>
  );
}

function Line({
  field,
  place,
  isName,
  problem,
}: {
  readonly field: DraftField;
  readonly place: number;
  readonly isName: boolean;
  readonly problem: DefinitionProblem | undefined;
}): ReactElement {
  const marks = [
    isName ? '名称' : '',
    field.required && !isName ? '必填' : '',
    field.unique ? '不重复' : '',
    field.hidden ? '已隐藏' : '',
    isNew(field.key) ? '新' : '',
  ].filter((mark) => mark !== '');
  return (
    <>
      <span className="grip" aria-hidden="true">
        ⠿
      </span>
      <span className="number">{place + 1}</span>
      <b>
        {field.group === null ? '' : <small>{field.group}›</small>}
        {field.label === '' ? '（没有名称）' : field.label}
      </b>
      <span className="kind">{kindText(field)}</span>
      <span className="marks">{marks.join('、')}</span>
      {problem === undefined ? null : (
        <span className="bad" title={problem.message} role="img" aria-label={problem.message}>
          ▲
        </span>
      )}
    </>
  );
}
