/**
 * A figure of the scheme as it is typed: kept as text, never as a binary number; what is no figure
 * is marked.
 */
import { Input } from 'antd';
import { type ReactElement } from 'react';
import { isDecimal } from '../../../../main/domain/exact/decimal.ts';
import { useStateFrom } from '../../../ui/state-from.ts';

/** `empty`: what an empty box means; without it a figure is needed. */
export function RuleFigure({
  label,
  value,
  empty,
  onChange,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly empty?: string;
  readonly onChange: (value: string | null) => void;
}): ReactElement {
  const [typed, setTyped] = useStateFrom<string>([value], (before = '') =>
    before.trim() === (value ?? '') ? before : (value ?? ''),
  );
  const text = typed.normalize('NFKC').trim();
  const wrong = text === '' ? empty === undefined : !isDecimal(text);
  const change = (next: string): void => {
    setTyped(next);
    const clean = next.normalize('NFKC').trim();
    if (clean === '' && empty !== undefined) onChange(null);
    else if (isDecimal(clean)) onChange(clean);
  };
  return (
    <Input
      className="sc-figure"
      aria-label={label}
      value={typed}
      placeholder={empty ?? ''}
      status={wrong ? 'error' : ''}
      onChange={(event) => change(event.target.value)}
    />
  );
}
