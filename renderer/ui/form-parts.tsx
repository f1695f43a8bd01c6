/**
 * Parts that forms share: a labelled box, what is wrong, and the end with its fault and its two
 * buttons.
 */
import { Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';

/** `caption`: what stands over the box, where it says more than what the box is called. */
export function FormField({
  label,
  caption = label,
  value,
  onType,
  wide = false,
  required = false,
  placeholder,
}: {
  readonly label: string;
  readonly caption?: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly wide?: boolean;
  readonly required?: boolean;
  readonly placeholder?: string;
}): ReactElement {
  return (
    <label className={wide ? 'wide' : undefined}>
      <span className="label">
        {caption}
        {required ? <b> *</b> : null}
      </span>
      <span className="box">
        <input
          aria-label={label}
          value={value}
          placeholder={placeholder}
          onChange={(event) => onType(event.target.value)}
        />
      </span>
    </label>
  );
}

export function FormEnd({
  fault,
  onCancel,
  onSave,
  children,
}: {
  readonly fault: string;
  readonly onCancel: () => void;
  readonly onSave: () => void;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <>
      {fault === '' ? null : (
        <span className="fault" role="alert">
          {fault}
        </span>
      )}
      <div className="buttons">
        <Button onClick={onCancel}>取消</Button>
        <Button type="primary" onClick={onSave}>
          {children}
        </Button>
      </div>
    </>
  );
}

/** What is wrong, under a form; nothing where nothing is. */
export function FaultLine({
  fault,
  className = 'fault-line',
}: {
  readonly fault: string;
  readonly className?: string;
}): ReactElement | null {
  return fault === '' ? null : (
    <p className={className} role="alert">
      {fault}
    </p>
  );
}
