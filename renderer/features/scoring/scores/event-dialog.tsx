/**
 * 登记事项: a bonus, a deduction, a panel's points or a veto under an item, with its reason and
 * papers.
 */
import { textOrNull } from '../../../../main/domain/read/text.ts';
import { Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import {
  eventPartsOf,
  sourcesOf,
  type Item,
  type Scheme,
} from '../../../../main/domain/scoring/scheme.ts';
import { call, useCall } from '../../../bridge/bridge.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import { say } from '../../../stores/status.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { FaultLine } from '../../../ui/form-parts.tsx';

const takesEvents = (item: Item): boolean =>
  sourcesOf(item.rule).some((source) => source.from === 'events');

interface Typed {
  readonly item: string;
  readonly part: string;
  readonly unit: string;
  readonly person: string;
  readonly date: string;
  readonly value: string;
  readonly panel: string;
  readonly reason: string;
  readonly proposer: string;
  readonly approval: string;
  readonly document: string;
}

export function EventDialog({
  scheme,
  onClose,
}: {
  readonly scheme: Scheme;
  readonly onClose: () => void;
}): ReactElement {
  const items = scheme.items.filter(takesEvents);
  const { value: units } = useCall('units.list', {});
  const [typed, setTyped] = useState<Typed>({
    item: items[0]?.code ?? '',
    part: '',
    unit: '',
    person: '',
    date: '',
    value: '1',
    panel: '',
    reason: '',
    proposer: '',
    approval: '',
    document: '',
  });
  const [fault, setFault] = useState('');
  const item = items.find((one) => one.code === typed.item);
  const panels = item?.rule.kind === 'manual' ? item.rule.panels : [];
  const parts = item === undefined ? [] : eventPartsOf(item.rule);
  const isVeto = item?.rule.kind === 'veto';
  const set = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const save = (): void => {
    const { part, person, panel, proposer, approval, document, ...rest } = typed;
    call('scores.addEvent', {
      ...rest,
      year: scheme.year,
      part: parts.length === 0 ? null : textOrNull(part),
      person: textOrNull(person),
      panel: panels.length === 0 ? null : textOrNull(panel),
      proposer: isVeto ? textOrNull(proposer) : null,
      approval: isVeto ? textOrNull(approval) : null,
      document: isVeto ? textOrNull(document) : null,
    }).then(
      () => {
        say(`已登记${typed.unit}的“${item?.name ?? ''}”。可按Ctrl+Z撤销。`);
        onClose();
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  const input = (id: keyof Typed, label: string, placeholder = ''): ReactElement => (
    <>
      <label htmlFor={`event-${id}`}>{label}</label>
      <Input
        id={`event-${id}`}
        value={typed[id]}
        placeholder={placeholder}
        onChange={(event) => set({ [id]: event.target.value })}
      />
    </>
  );
  return (
    <Dialog
      open
      title="登记事项"
      okText="登记"
      cancelText="取消"
      okButtonProps={{ disabled: item === undefined }}
      onOk={save}
      onCancel={onClose}
    >
      {items.length === 0 ? (
        <p className="muted">办法里没有要登记的考核项。加分、扣分、打分和一票否决的项才登记。</p>
      ) : (
        <div className="form-grid">
          <label>考核项</label>
          <Select
            aria-label="考核项"
            value={typed.item}
            options={items.map((one) => ({ value: one.code, label: one.name }))}
            onChange={(code) => set({ item: code, part: '' })}
          />
          {parts.length === 0 ? null : (
            <>
              <label>算哪一种</label>
              <Select
                aria-label="算哪一种"
                value={typed.part === '' ? null : typed.part}
                placeholder="选一种"
                options={parts.map((one) => ({ value: one, label: one }))}
                onChange={(part) => set({ part })}
              />
            </>
          )}
          <label>单位</label>
          <Select
            aria-label="单位"
            showSearch
            value={typed.unit === '' ? null : typed.unit}
            placeholder="选单位"
            options={(units ?? []).map((one) => ({ value: one.name, label: one.name }))}
            onChange={(unit) => set({ unit })}
          />
          {input('person', '个人，可不填')}
          {input('date', '日期', `如${scheme.year}年8月1日`)}
          {panels.length === 0 ? null : (
            <>
              <label>打分方</label>
              <Select
                aria-label="打分方"
                value={typed.panel === '' ? null : typed.panel}
                placeholder="选打分的一方"
                options={panels.map((one) => ({ value: one.name, label: one.name }))}
                onChange={(panel) => set({ panel })}
              />
            </>
          )}
          {isVeto ? null : input('value', panels.length === 0 ? '几次' : '分数')}
          {input('reason', '事由')}
          {isVeto ? (
            <>
              {input('proposer', '提请单位')}
              {input('approval', '批准人')}
              {input('document', '文号')}
            </>
          ) : null}
        </div>
      )}
      <FaultLine fault={fault} />
    </Dialog>
  );
}
