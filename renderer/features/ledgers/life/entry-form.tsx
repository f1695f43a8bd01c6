/**
 * A small form of one entry in the drawer: boxes by name, the refusal inside, Ctrl+S saves and Esc
 * gives up.
 */
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { sentenceOf } from '../../../stores/sentence.ts';
import { FormEnd } from '../../../ui/form-parts.tsx';

export interface Box<P extends string> {
  readonly part: P;
  readonly label: string;
  readonly placeholder?: string;
  readonly required?: boolean;
  /** over both columns */
  readonly wide?: boolean;
  /** chosen from these instead of typed */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** offered while typing */
  readonly names?: readonly string[];
}
interface EntryFormProps<P extends string> {
  readonly title: string;
  readonly boxes: readonly Box<P>[];
  readonly start: Readonly<Record<P, string>>;
  /** of the button: 保存 */
  readonly verb: string;
  /** rejects with the fault that the form shows */
  save(typed: Readonly<Record<P, string>>): Promise<unknown>;
  onDone(): void;
}

export function EntryForm<P extends string>({
  title,
  boxes,
  start,
  verb,
  save,
  onDone,
}: EntryFormProps<P>): ReactElement {
  const [typed, setTyped] = useState(start);
  const [fault, setFault] = useState('');
  const submit = (): void =>
    void save(typed).then(onDone, (thrown: unknown) => setFault(sentenceOf(thrown)));
  const onKeyDown = (event: KeyboardEvent): void => {
    const saves = (event.ctrlKey || event.metaKey) && event.code === 'KeyS';
    if (event.nativeEvent.isComposing || (event.key !== 'Escape' && !saves)) return;
    event.preventDefault();
    event.stopPropagation();
    if (saves) submit();
    else onDone();
  };
  return (
    <div className="lg-stage-form" role="dialog" aria-label={title} onKeyDown={onKeyDown}>
      {boxes.map((box, at) => (
        <label key={box.part} className={box.wide === true ? 'wide' : ''}>
          <span className="label">
            {box.label}
            {box.required === true ? <b> *</b> : null}
          </span>
          <span className="box">
            <OneBox
              box={box}
              value={typed[box.part]}
              isFirst={at === 0}
              onType={(text) => setTyped({ ...typed, [box.part]: text })}
            />
          </span>
        </label>
      ))}
      <FormEnd fault={fault} onCancel={onDone} onSave={submit}>
        {verb}
      </FormEnd>
    </div>
  );
}

function OneBox<P extends string>({
  box,
  value,
  isFirst,
  onType,
}: {
  readonly box: Box<P>;
  readonly value: string;
  readonly isFirst: boolean;
  onType(text: string): void;
}): ReactElement {
  if (box.choices !== undefined)
    return (
      <select
        aria-label={box.label}
        autoFocus={isFirst}
        value={value}
        onChange={(event) => onType(event.target.value)}
      >
        {box.choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    );
  const list = box.names === undefined ? undefined : `lg-names-${box.part}`;
  return (
    <>
      <input
        aria-label={box.label}
        autoFocus={isFirst}
        value={value}
        placeholder={box.placeholder}
        {...(list === undefined ? {} : { list })}
        onChange={(event) => onType(event.target.value)}
      />
      {list === undefined ? null : (
        <datalist id={list}>
          {box.names?.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </>
  );
}
