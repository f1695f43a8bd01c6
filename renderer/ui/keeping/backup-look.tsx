/**
 * What stands in a backup, looked at before it is taken: its ledgers with their records, and what
 * was done last.
 */
import { useState, type ReactElement } from 'react';
import { timeText } from '../../../main/domain/days/moment.ts';
import type { BackupInside } from '../../../main/domain/keeping/backup.ts';
import { Dialog } from '../dialog.tsx';

export function BackupLook({
  at,
  told,
  onClose,
}: {
  readonly at: string;
  /** null until it is read; a sentence where it cannot be */
  readonly told: BackupInside | string | null;
  readonly onClose: () => void;
}): ReactElement {
  return (
    <Dialog
      open
      title={`${timeText(at)}的备份里有什么`}
      width="70vw"
      footer={null}
      onCancel={onClose}
    >
      {told === null ? (
        <p>正在打开备份…</p>
      ) : typeof told === 'string' ? (
        <p role="alert">{told}</p>
      ) : (
        <InsideOf inside={told} />
      )}
    </Dialog>
  );
}

function InsideOf({ inside }: { readonly inside: BackupInside }): ReactElement {
  const [chosen, setChosen] = useState(0);
  const ledger = inside.ledgers[chosen];
  return (
    <div className="backup-inside">
      <p>{inside.county}。只是看看，备份和当前的账都不会改动。</p>
      <label>
        台账{' '}
        <select value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
          {inside.ledgers.map(({ label, records }, at) => (
            <option key={label} value={at}>
              {label}（{records}条）
            </option>
          ))}
        </select>
      </label>
      {ledger === undefined ? (
        <p>没有记录。</p>
      ) : (
        <ol>
          {ledger.names.map((one, at) => (
            <li key={`${at}-${one}`}>{one}</li>
          ))}
        </ol>
      )}
      {ledger !== undefined && ledger.records > ledger.names.length ? (
        <p>只列前{ledger.names.length}条。</p>
      ) : null}
      <h3>最后的修改</h3>
      <ol>
        {inside.changes.map(({ id, at, who, label, undone }) => (
          <li key={id}>
            {timeText(at)}　{who}　{label}
            {undone ? '（已撤销）' : ''}
          </li>
        ))}
      </ol>
    </div>
  );
}
