/**
 * 通报设置: which fields the month's bulletin tells, in which order, whom it names, and what it
 * demands; kept in the book for every month.
 */
import { Input, InputNumber, Radio, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { BulletinForm, BulletinSection } from '../../../preload/contract/documents.ts';
import { call, useCall } from '../../bridge/bridge.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useStateFrom } from '../../ui/state-from.ts';
import { linesIn } from './text-lines.ts';
import { FaultLine } from '../../ui/form-parts.tsx';

const SECTIONS: readonly { readonly value: BulletinSection; readonly label: string }[] = [
  { value: 'indicators', label: '主要指标完成情况' },
  { value: 'units', label: '各单位完成情况' },
  { value: 'projects', label: '项目建设' },
  { value: 'problems', label: '督办整改和存在的问题' },
  { value: 'demands', label: '下步要求' },
];

export function BulletinFormDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { value } = useCall('documents.bulletin', {}, []);
  const [form, setForm] = useStateFrom<BulletinForm | null>([value], () => value);
  const [fault, setFault] = useState('');
  const save = (): void => {
    if (form !== null)
      call('documents.setBulletin', form).then(
        () => {
          say('通报设置已存，以后每月按这样写。');
          onClose();
        },
        (thrown: unknown) => setFault(sentenceOf(thrown)),
      );
  };
  return (
    <Dialog open title="通报设置" okText="保存" cancelText="不改了" onOk={save} onCancel={onClose}>
      {form === null ? null : <Fields form={form} onChange={setForm} />}
      <FaultLine fault={fault} />
    </Dialog>
  );
}

function Fields({
  form,
  onChange,
}: {
  readonly form: BulletinForm;
  readonly onChange: (form: BulletinForm) => void;
}): ReactElement {
  const { value: indicators } = useCall('indicators.list', {}, ['indicator']);
  const choices = (indicators ?? []).map((one) => ({ value: one.id, label: one.name }));
  const change = (part: Partial<BulletinForm>): void => onChange({ ...form, ...part });
  const fields = (label: string, of: 'indicators' | 'named', empty: string): ReactElement => (
    <>
      <label>{label}</label>
      <Select
        aria-label={label}
        mode="multiple"
        allowClear
        placeholder={empty}
        showSearch={{ optionFilterProp: 'label' }}
        value={form[of]}
        options={choices}
        onChange={(ids: number[]) => change({ [of]: ids })}
      />
    </>
  );
  return (
    <div className="form-grid">
      {fields('写哪些指标', 'indicators', '有目标或有数的都写；选了的按先后写')}
      {fields('哪些指标点名', 'named', '两页纸写得下几个点几个')}
      <label>怎么点名</label>
      <Radio.Group
        value={form.by}
        onChange={(event) => change({ by: event.target.value })}
        options={[
          { value: 'ends', label: '前几名和后几名' },
          { value: 'lists', label: '红黑榜' },
        ]}
      />
      <label>各点几个</label>
      <InputNumber
        aria-label="各点几个"
        min={1}
        max={5}
        value={form.names}
        onChange={(names) => change({ names: names ?? 3 })}
      />
      {form.by === 'ends' ? null : (
        <>
          <label>红榜：超序时几个点以上</label>
          <Input
            aria-label="红榜界限"
            value={form.red}
            onChange={(event) => change({ red: event.target.value })}
          />
          <label>黑榜：欠序时几个点以上</label>
          <Input
            aria-label="黑榜界限"
            value={form.black}
            onChange={(event) => change({ black: event.target.value })}
          />
        </>
      )}
      <label>写哪几部分</label>
      <Select
        aria-label="写哪几部分"
        mode="multiple"
        value={form.sections}
        options={[...SECTIONS]}
        onChange={(sections: BulletinSection[]) => change({ sections })}
      />
      <label>下步要求</label>
      <Input.TextArea
        aria-label="下步要求"
        rows={4}
        placeholder="一行一条；不写的，按数点出要说明原因和补报的单位"
        defaultValue={form.demands.join('\n')}
        onChange={(event) => change({ demands: linesIn(event.target.value) })}
      />
    </div>
  );
}
