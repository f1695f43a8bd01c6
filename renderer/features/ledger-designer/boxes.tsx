/**
 * The boxes of the designer's forms: a label over its control, choices of fields, lists in one
 * line.
 */
import type { ReactElement, ReactNode } from 'react';
import type { OwnKind } from '../../../main/domain/ledgers/own-definition.ts';
import type { DraftField } from './draft.ts';

function LabelledBox({
  label,
  wide = false,
  hint,
  children,
}: {
  readonly label: string;
  readonly wide?: boolean;
  readonly hint?: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <label className={wide ? 'wide' : ''}>
      <span className="label">{label}</span>
      {children}
      {hint === undefined ? null : <small>{hint}</small>}
    </label>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly wide?: boolean;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly id?: string;
  readonly list?: string;
  onType(text: string): void;
}
export function Text({
  label,
  value,
  wide = false,
  hint,
  placeholder,
  id,
  list,
  onType,
}: TextProps): ReactElement {
  return (
    <LabelledBox label={label} wide={wide} {...(hint === undefined ? {} : { hint })}>
      <span className="box">
        <input
          aria-label={label}
          value={value}
          autoComplete="off"
          spellCheck={false}
          {...(id === undefined ? {} : { id })}
          {...(list === undefined ? {} : { list })}
          {...(placeholder === undefined ? {} : { placeholder })}
          onChange={(event) => onType(event.target.value)}
        />
      </span>
    </LabelledBox>
  );
}

interface OneOfProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly wide?: boolean;
  onChoose(value: string): void;
}
export function OneOf({ label, value, options, wide = false, onChoose }: OneOfProps): ReactElement {
  return (
    <LabelledBox label={label} wide={wide}>
      <span className="box">
        <select aria-label={label} value={value} onChange={(event) => onChoose(event.target.value)}>
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      </span>
    </LabelledBox>
  );
}

/** The shown fields of some kinds; `none` stands for no field where it may be left out. */
export function fieldOptions(
  fields: readonly DraftField[],
  kinds: readonly OwnKind[] | null,
  none: string | null,
): readonly { readonly value: string; readonly label: string }[] {
  const fit = fields
    .filter((field) => !field.hidden && (kinds === null || kinds.includes(field.kind)))
    .map((field) => ({ value: field.key, label: field.label }));
  return none === null ? fit : [{ value: '', label: none }, ...fit];
}

export function Tick({
  label,
  checked,
  onTick,
}: {
  readonly label: string;
  readonly checked: boolean;
  onTick(checked: boolean): void;
}): ReactElement {
  return (
    <label className="tick">
      <input type="checkbox" checked={checked} onChange={(event) => onTick(event.target.checked)} />
      {label}
    </label>
  );
}

/** Several words in one box: 在营、停产、关闭 */
export const listText = (words: readonly string[]): string => words.join('、');
export const wordsOfBox = (text: string): readonly string[] =>
  text
    .split(/[、，,;；\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
