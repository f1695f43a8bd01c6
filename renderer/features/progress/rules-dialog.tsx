/**
 * 亮灯办法: how "behind" is measured, with which thresholds, against which target, and when the
 * assessment year begins.
 */
import { Button, Input, Radio, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { PRESETS } from '../../../main/domain/progress/lamp.ts';
import type { ProgressRules } from '../../../preload/contract/progress.ts';
import type { LampRule } from '../../../main/domain/progress/lamp.ts';
import { call, useCall } from '../../bridge/bridge.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useStateFrom } from '../../ui/state-from.ts';
import { FaultLine } from '../../ui/form-parts.tsx';

export const DENOMINATOR_CHOICES = [
  { value: 'assured', label: '年目标（确保）' },
  { value: 'stretch', label: '年目标（力争）' },
  { value: 'upper', label: '上级任务' },
] as const;

export function RulesDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { value } = useCall('progress.rules', {}, []);
  const [rules, setRules] = useStateFrom<ProgressRules | null>([value], () => value);
  const [fault, setFault] = useState('');
  const save = (): void => {
    if (rules !== null)
      call('progress.setRules', rules).then(
        () => {
          say('亮灯办法已改，各页按新办法重算。');
          onClose();
        },
        (thrown: unknown) => setFault(sentenceOf(thrown)),
      );
  };
  return (
    <Dialog open title="亮灯办法" okText="保存" cancelText="取消" onOk={save} onCancel={onClose}>
      {rules === null ? null : <Fields rules={rules} onChange={setRules} />}
      <FaultLine fault={fault} />
    </Dialog>
  );
}

const presetText = (rule: LampRule): string =>
  rule.by === 'difference'
    ? `欠${rule.yellow}点以上亮黄灯、${rule.red}点以上亮红灯`
    : `达到序时的${rule.green}%亮绿灯、${rule.yellow}%亮黄灯`;

function Fields({
  rules,
  onChange,
}: {
  readonly rules: ProgressRules;
  readonly onChange: (rules: ProgressRules) => void;
}): ReactElement {
  const { lamp } = rules;
  const box = (label: string, value: string, change: (text: string) => void): ReactElement => (
    <>
      <label>{label}</label>
      <Input aria-label={label} value={value} onChange={(event) => change(event.target.value)} />
    </>
  );
  return (
    <div className="form-grid">
      <label>套用</label>
      <div className="pg-presets">
        {PRESETS.map((preset) => (
          <Button
            key={presetText(preset)}
            size="small"
            type={presetText(preset) === presetText(lamp) ? 'primary' : 'default'}
            onClick={() => onChange({ ...rules, lamp: preset })}
          >
            {presetText(preset)}
          </Button>
        ))}
      </div>
      <label>欠进度的认定</label>
      <Radio.Group
        value={lamp.by}
        onChange={(event) =>
          onChange({
            ...rules,
            lamp: PRESETS.find((preset) => preset.by === event.target.value) ?? lamp,
          })
        }
        options={[
          { value: 'difference', label: '按差的百分点' },
          { value: 'ratio', label: '按占序时进度的比例' },
        ]}
      />
      {lamp.by === 'difference' ? (
        <>
          {box('欠进度（黄灯）界限，百分点', lamp.yellow, (yellow) =>
            onChange({ ...rules, lamp: { ...lamp, yellow } }),
          )}
          {box('严重欠进度（红灯）界限，百分点', lamp.red, (red) =>
            onChange({ ...rules, lamp: { ...lamp, red } }),
          )}
        </>
      ) : (
        <>
          {box('绿灯下限，%', lamp.green, (green) =>
            onChange({ ...rules, lamp: { ...lamp, green } }),
          )}
          {box('黄灯下限，%', lamp.yellow, (yellow) =>
            onChange({ ...rules, lamp: { ...lamp, yellow } }),
          )}
        </>
      )}
      <label>完成率的口径</label>
      <Select
        aria-label="完成率的口径"
        value={rules.denominator}
        options={[...DENOMINATOR_CHOICES]}
        onChange={(denominator) => onChange({ ...rules, denominator })}
      />
      <label>期末数（存量）</label>
      <Radio.Group
        value={rules.stockPace}
        onChange={(event) => onChange({ ...rules, stockPace: event.target.value })}
        options={[
          { value: 'end', label: '年底达到即可' },
          { value: 'path', label: '由上年数逐月推进' },
        ]}
      />
      <label>考核年起始月份</label>
      <Select
        aria-label="考核年起始月份"
        value={rules.firstMonth}
        options={Array.from({ length: 12 }, (_, at) => ({
          value: at + 1,
          label: at === 11 ? '上年12月' : `${at + 1}月`,
        }))}
        onChange={(firstMonth) => onChange({ ...rules, firstMonth })}
      />
    </div>
  );
}
