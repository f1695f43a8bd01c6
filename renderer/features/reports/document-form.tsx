/**
 * 发文设置: who issues the office's documents, to whom they go, and what stands on their head; kept
 * in the book.
 */
import { Checkbox, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { DocumentHead } from '../../../preload/contract/documents.ts';
import { call, useCall } from '../../bridge/bridge.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useStateFrom } from '../../ui/state-from.ts';
import { linesIn } from './text-lines.ts';
import { FaultLine } from '../../ui/form-parts.tsx';

export function DocumentFormDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { value } = useCall('documents.head', {}, []);
  const [head, setHead] = useStateFrom<DocumentHead | null>([value], () => value);
  const [fault, setFault] = useState('');
  const save = (): void => {
    if (head !== null)
      call('documents.setHead', head).then(
        () => {
          say('发文设置已存。');
          onClose();
        },
        (thrown: unknown) => setFault(sentenceOf(thrown)),
      );
  };
  const change = (part: Partial<DocumentHead>): void =>
    setHead(head === null ? null : { ...head, ...part });
  const text = (label: string, of: 'organ' | 'number', placeholder: string): ReactElement => (
    <>
      <label>{label}</label>
      <Input
        aria-label={label}
        placeholder={placeholder}
        value={head?.[of] ?? ''}
        onChange={(event) => change({ [of]: event.target.value })}
      />
    </>
  );
  const list = (label: string, of: 'to' | 'copies', placeholder: string): ReactElement => (
    <>
      <label>{label}</label>
      <Input.TextArea
        aria-label={label}
        rows={3}
        placeholder={placeholder}
        defaultValue={head?.[of].join('\n') ?? ''}
        onChange={(event) => change({ [of]: linesIn(event.target.value) })}
      />
    </>
  );
  return (
    <Dialog open title="发文设置" okText="保存" cancelText="不改了" onOk={save} onCancel={onClose}>
      {head === null ? null : (
        <div className="form-grid">
          {text('发文机关', 'organ', '如 云岭县人民政府办公室')}
          {text('发文字号', 'number', '如 云政办通报〔2026〕　号')}
          {list('主送', 'to', '一行一个，如 各乡镇人民政府')}
          {list('抄送', 'copies', '一行一个；不抄送的不写')}
          <label>版式</label>
          <div>
            <Checkbox
              checked={head.marked}
              onChange={(event) => change({ marked: event.target.checked })}
            >
              印红色的发文机关标志
            </Checkbox>
            <Checkbox
              checked={head.sealed}
              onChange={(event) => change({ sealed: event.target.checked })}
            >
              加盖印章
            </Checkbox>
          </div>
        </div>
      )}
      <FaultLine fault={fault} />
    </Dialog>
  );
}
