/**
 * Where a scheme or a year's rules begin: the ways that the page has, and the shipped ones with
 * their sources.
 */
import { Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';
import { FaultLine } from '../../../ui/form-parts.tsx';

export function BeginFrom<Preset extends { readonly name: string; readonly source: string }>({
  title,
  presets,
  fault,
  onPreset,
  onClose,
  children,
}: {
  readonly title: string;
  /** null while they are not known */
  readonly presets: readonly Preset[] | null;
  readonly fault: string;
  readonly onPreset: (preset: Preset) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <Dialog open title={title} footer={null} onCancel={onClose} width="min(92vw, 860px)">
      <div className="sc-begin">{children}</div>
      <h3 className="sc-h3">现成的办法</h3>
      <ul className="sc-presets">
        {presets?.map((one) => (
          <li key={one.name}>
            <div>
              <b>{one.name}</b>
              <p className="muted">{one.source}</p>
            </div>
            <Button aria-label={`用这个：${one.name}`} onClick={() => onPreset(one)}>
              用这个
            </Button>
          </li>
        ))}
      </ul>
      <FaultLine fault={fault} />
    </Dialog>
  );
}
