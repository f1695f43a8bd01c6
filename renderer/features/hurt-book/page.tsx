/**
 * In place of the frame where the book cannot be opened: why, the backups to go back to, and the
 * salvage of what can still be read.
 */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { FaultData } from '../../../main/domain/fault.ts';
import { call, faultOf, useCall } from '../../bridge/bridge.ts';
import { salvagedText } from '../../../main/domain/keeping/salvaged.ts';
import { faultText } from '../../format/fault.ts';
import { BackupTable } from '../../ui/keeping/backup-table.tsx';

/** Faults of the book's file, which a backup in its place mends. */
const HURT: readonly string[] = [
  'database.damaged',
  'database.mixed',
  'database.empty',
  'database.foreign',
  'database.unreadable',
];

export function HurtBookPage({ fault }: { readonly fault: FaultData }): ReactElement {
  const { value: state } = useCall('keeping.state', {});
  const [sentence, setSentence] = useState('');
  const isHurt = HURT.includes(fault.code);
  const mend = (work: Promise<string>): void =>
    void work.then(
      (told) => {
        // the book that opens now is told of by the page that comes; what was lost has to be read
        // first
        if (told === '') location.reload();
        else setSentence(told);
      },
      (error: unknown) => setSentence(faultText(faultOf(error))),
    );
  return (
    <main className="empty-page">
      <p role="alert">{faultText(fault)}</p>
      {isHurt ? (
        <>
          <BackupTable
            backups={state?.backups ?? []}
            onLook={(name) =>
              call('keeping.inside', { name }).catch((error: unknown) => faultText(faultOf(error)))
            }
            onRestore={(name) => mend(call('keeping.restore', { name }).then(() => ''))}
          />
          <p>
            没有合适的备份，可以把还读得出的记录抢救到一本新账里，坏的文件原样留着。{' '}
            <Button onClick={() => mend(call('keeping.salvage', {}).then(salvagedText))}>
              抢救记录
            </Button>
          </p>
        </>
      ) : null}
      {sentence === '' ? null : (
        <p role="status">
          {sentence} <Button onClick={() => location.reload()}>打开账</Button>
        </p>
      )}
    </main>
  );
}
