/**
 * 岗位: who held which post of a unit and when; what is written to a post counts for whoever held
 * it on its day.
 */
import { Button, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { call, useCall } from '../../../bridge/bridge.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import { say } from '../../../stores/status.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { FaultLine } from '../../../ui/form-parts.tsx';

export function Posts(): ReactElement | null {
  const { value: terms } = useCall('posts.list', {}, ['score']);
  const [isHanding, setHanding] = useState(false);
  if (terms === null) return null;
  return (
    <section aria-label="岗位任职">
      <h3 className="sc-h3">岗位任职</h3>
      <div className="sc-tools">
        <Button onClick={() => setHanding(true)}>登记任职</Button>
        <span className="muted">责任人写的是岗位时，得分记给当天任职的人。</span>
      </div>
      {terms.length === 0 ? null : (
        <table className="plain">
          <thead>
            <tr>
              <th>单位</th>
              <th>岗位</th>
              <th>姓名</th>
              <th>到任</th>
              <th>离任</th>
            </tr>
          </thead>
          <tbody>
            {terms.map((one) => (
              <tr key={one.id}>
                <td>{one.unit}</td>
                <td>{one.post}</td>
                <td>{one.person}</td>
                <td>{one.since}</td>
                <td>{one.until ?? '在任'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isHanding ? <HandDialog onClose={() => setHanding(false)} /> : null}
    </section>
  );
}

const EMPTY = { unit: '', post: '', person: '', since: '' };

function HandDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { value: units } = useCall('units.list', {});
  const [typed, setTyped] = useState(EMPTY);
  const [fault, setFault] = useState('');
  const save = (): void =>
    void call('posts.hand', typed).then(
      () => {
        say(`${typed.unit}${typed.post}由${typed.person}接任，前任到前一天为止。可按Ctrl+Z撤销。`);
        onClose();
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  const input = (key: keyof typeof EMPTY, label: string, placeholder: string): ReactElement => (
    <>
      <label htmlFor={`post-${key}`}>{label}</label>
      <Input
        id={`post-${key}`}
        value={typed[key]}
        placeholder={placeholder}
        onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
      />
    </>
  );
  return (
    <Dialog
      open
      title="登记任职"
      okText="登记"
      cancelText="取消"
      okButtonProps={{ disabled: Object.values(typed).some((text) => text.trim() === '') }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="form-grid">
        <label>单位</label>
        <Select
          aria-label="单位"
          showSearch
          value={typed.unit === '' ? null : typed.unit}
          placeholder="选单位"
          options={(units ?? []).map((one) => ({ value: one.name, label: one.name }))}
          onChange={(unit) => setTyped({ ...typed, unit })}
        />
        {input('post', '岗位', '如招商办主任')}
        {input('person', '姓名', '')}
        {input('since', '到任日期', '如2012年6月1日')}
      </div>
      <FaultLine fault={fault} />
    </Dialog>
  );
}
