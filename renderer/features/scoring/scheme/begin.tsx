/** Where a year's scheme begins: a shipped one, last year's, a file, or blank; nothing is saved yet. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Scheme } from '../../../../main/domain/scoring/scheme.ts';
import { call, useCall } from '../../../bridge/bridge.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import { blankScheme } from './draft.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { FaultLine } from '../../../ui/form-parts.tsx';

export function BeginDialog({
  year,
  onChosen,
  onClose,
}: {
  readonly year: number;
  readonly onChosen: (scheme: Scheme) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { value: shipped } = useCall('schemes.presets', { year });
  const { value: versions } = useCall('schemes.versions', {});
  const [fault, setFault] = useState('');
  const years = [...new Set((versions ?? []).map((one) => one.year))]
    .filter((one) => one !== year)
    .slice(0, 5);
  const take = (work: Promise<Scheme | null>): void =>
    void work.then(
      (scheme) => {
        if (scheme !== null) onChosen(scheme);
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  const read = async (): Promise<Scheme | null> => {
    const file = await call('shell.pickFile', { kind: 'definition' });
    return file === null ? null : { ...(await call('schemes.read', { file: file.handle })), year };
  };
  return (
    <Dialog
      open
      title={`编${year}年的考核办法`}
      footer={null}
      onCancel={onClose}
      width="min(92vw, 860px)"
    >
      <div className="sc-begin">
        <Button onClick={() => onChosen(blankScheme(year))}>从空白编制</Button>
        {years.map((one) => (
          <Button key={one} onClick={() => take(call('schemes.copy', { from: one, to: year }))}>
            复制{one}年的
          </Button>
        ))}
        <Button onClick={() => take(read())}>从文件读入</Button>
      </div>
      <h3 className="sc-h3">现成的办法</h3>
      <ul className="sc-presets">
        {(shipped ?? []).map((one) => (
          <li key={one.name}>
            <div>
              <b>{one.name}</b>
              <p className="muted">{one.source}</p>
            </div>
            <Button aria-label={`用${one.name}`} onClick={() => onChosen({ ...one.scheme, year })}>
              用这个
            </Button>
          </li>
        ))}
      </ul>
      <FaultLine fault={fault} />
    </Dialog>
  );
}
