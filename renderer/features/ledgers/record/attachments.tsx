/** 附件 of a record: files added, opened, taken along and removed; its pictures shown. */
import { Button, Popconfirm } from 'antd';
import { useState, type ReactElement } from 'react';
import type { AttachmentLine } from '../../../../main/domain/keeping/attachment.ts';
import type { AnyCode } from '../../../../main/domain/ledgers/index.ts';
import { timeText } from '../../../../main/domain/days/moment.ts';
import { call, faultOf, useCall } from '../../../bridge/bridge.ts';
import { sizeText } from '../../../format/backup.ts';
import { faultText } from '../../../format/fault.ts';
import { say } from '../../../stores/status.ts';
import { Dialog } from '../../../ui/dialog.tsx';

export function Attachments({
  ledger,
  id,
}: {
  readonly ledger: AnyCode;
  readonly id: number;
}): ReactElement {
  const { value, answers, reload } = useCall('attachments.list', { ledger, id }, 'records');
  const [shown, setShown] = useState<AttachmentLine | null>(null);
  // those of another record are never shown as this one's
  const lines = answers?.id === id && answers.ledger === ledger ? (value ?? []) : [];
  const done = (work: Promise<string | null>): void =>
    void work.then(
      (sentence) => {
        reload();
        if (sentence !== null) say(sentence);
      },
      (error: unknown) => say(faultText(faultOf(error))),
    );
  return (
    <div className="lg-attachments">
      <p>
        <Button size="small" onClick={() => done(add(ledger, id))}>
          添加附件
        </Button>
      </p>
      {lines.length === 0 ? (
        <p className="lg-empty">尚无附件。添加的文件复制到账的文件夹里，随备份保存。</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <AttachmentItem
              key={line.id}
              line={line}
              onOpen={() => done(call('attachments.open', { id: line.id }))}
              onCopy={() => done(takeAlong(line.id))}
              onRemove={() =>
                done(
                  call('attachments.remove', { id: line.id }).then(
                    () => `已移除附件“${line.name}”，可撤销。`,
                  ),
                )
              }
              onShow={() => setShown(line)}
            />
          ))}
        </ul>
      )}
      <Dialog
        open={shown !== null}
        title={shown?.name}
        width="80vw"
        footer={null}
        onCancel={() => setShown(null)}
      >
        {shown === null ? null : <Picture line={shown} />}
      </Dialog>
    </div>
  );
}

async function add(ledger: AnyCode, id: number): Promise<string | null> {
  const files = await call('shell.pickAnyFiles', {});
  if (files.length === 0) return null;
  await call('attachments.add', { ledger, id, files: files.map(({ handle }) => handle) });
  return files.length === 1
    ? `已添加附件“${files[0]?.name ?? ''}”。`
    : `已添加附件${files.length}个。`;
}

async function takeAlong(id: number): Promise<string | null> {
  const folder = await call('shell.pickFolder', {});
  if (folder === null) return null;
  const { path } = await call('attachments.copy', { id, to: folder.handle });
  return `已另存到${path}。`;
}

function AttachmentItem({
  line,
  onOpen,
  onCopy,
  onRemove,
  onShow,
}: {
  readonly line: AttachmentLine;
  onOpen(): void;
  onCopy(): void;
  onRemove(): void;
  onShow(): void;
}): ReactElement {
  return (
    <li>
      <b>{line.name}</b>
      <small>
        {sizeText(line.bytes)}　{timeText(line.at)}添加
      </small>
      {line.isMissing ? (
        <span className="fault" role="alert">
          文件不在了。请在设置的“备份”里点“检查账”，可从备份补回。
        </span>
      ) : null}
      {line.isPicture && !line.isMissing ? (
        <button type="button" className="picture" aria-label={`放大${line.name}`} onClick={onShow}>
          <Picture line={line} />
        </button>
      ) : null}
      <span className="does">
        <Button size="small" disabled={line.isMissing} onClick={onOpen}>
          打开
        </Button>
        <Button size="small" disabled={line.isMissing} onClick={onCopy}>
          另存
        </Button>
        <Popconfirm
          title={`移除附件“${line.name}”？可撤销。`}
          okText="移除"
          cancelText="不移除"
          onConfirm={onRemove}
        >
          <Button size="small">移除</Button>
        </Popconfirm>
      </span>
    </li>
  );
}

function Picture({ line }: { readonly line: AttachmentLine }): ReactElement {
  const { value, answers, fault } = useCall('attachments.picture', { id: line.id });
  if (fault !== null) return <span className="fault">{faultText(fault)}</span>;
  if (value === null || answers?.id !== line.id) return <span>正在读取…</span>;
  return <img src={`data:${value.type};base64,${value.data}`} alt={line.name} />;
}
