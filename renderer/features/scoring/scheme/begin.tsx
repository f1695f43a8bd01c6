/**
 * Where a year's scheme begins: a shipped one, last year's, a file, or blank; nothing is saved yet.
 */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Scheme } from '../../../../main/domain/scoring/scheme.ts';
import { call, useCall } from '../../../bridge/bridge.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import { blankScheme } from './draft.ts';
import { BeginFrom } from '../shared/begin-from.tsx';

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
    <BeginFrom
      title={`编${year}年的考核办法`}
      presets={shipped}
      fault={fault}
      onPreset={({ scheme }) => onChosen({ ...scheme, year })}
      onClose={onClose}
    >
      <Button onClick={() => onChosen(blankScheme(year))}>从空白编制</Button>
      {years.map((one) => (
        <Button key={one} onClick={() => take(call('schemes.copy', { from: one, to: year }))}>
          复制{one}年的
        </Button>
      ))}
      <Button onClick={() => take(read())}>从文件读入</Button>
    </BeginFrom>
  );
}
