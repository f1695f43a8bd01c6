/**
 * 下达 and 按比例分解: the two things that are asked before a version or an indicator changes as a
 * whole.
 */
import { textOrNull } from '../../../main/domain/read/text.ts';
import { Input, Radio, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { TargetSheet } from '../../../preload/contract/targets.ts';
import type { TargetVersion } from '../../../main/domain/targets/target.ts';
import { call } from '../../bridge/bridge.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultLine } from '../../ui/form-parts.tsx';

export function IssueDialog({
  version,
  onClose,
}: {
  readonly version: TargetVersion;
  readonly onClose: () => void;
}): ReactElement {
  const [date, setDate] = useState('');
  const [document, setDocument] = useState('');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  const adjusted = version.number > 1;
  const save = (): void => {
    call('targets.issue', {
      version: version.id,
      date,
      document: textOrNull(document),
      reason: textOrNull(reason),
    }).then(
      ({ name }) => {
        say(`“${name}”已下达。`);
        onClose();
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  return (
    <Dialog
      open
      title={`下达${version.name}`}
      okText="下达"
      cancelText="取消"
      onOk={save}
      onCancel={onClose}
    >
      <div className="form-grid">
        <label htmlFor="issue-date">下达日期</label>
        <Input
          id="issue-date"
          autoFocus
          value={date}
          placeholder={`如${version.year}年3月5日`}
          onChange={(event) => setDate(event.target.value)}
        />
        <label htmlFor="issue-document">文号{adjusted ? '' : '，可不填'}</label>
        <Input
          id="issue-document"
          value={document}
          placeholder={`如县政发〔${version.year}〕8号`}
          onChange={(event) => setDocument(event.target.value)}
        />
        <label htmlFor="issue-reason">{adjusted ? '调整理由' : '说明，可不填'}</label>
        <Input
          id="issue-reason"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      {fault === '' ? (
        <p className="muted">下达后不能直接修改，须办理“调整”，各版均予保留。</p>
      ) : (
        <p className="fault-line" role="alert">
          {fault}
        </p>
      )}
    </Dialog>
  );
}

type Rule = 'base' | 'even' | 'indicator';
const RULES = [
  { value: 'base', label: '按上年占比' },
  { value: 'even', label: '平均' },
  { value: 'indicator', label: '按另一指标的确保数' },
];

export function SpreadDialog({
  sheet,
  whole,
  year,
  indicator,
  onClose,
}: {
  readonly sheet: TargetSheet;
  readonly whole: string;
  readonly year: number;
  readonly indicator: number;
  readonly onClose: () => void;
}): ReactElement {
  const [of, setOf] = useState(indicator);
  const [part, setPart] = useState<'assured' | 'stretch'>('assured');
  const [rule, setRule] = useState<Rule>('base');
  const [by, setBy] = useState<number | null>(null);
  const [units, setUnits] = useState(
    sheet.rows.filter((row) => row.kind !== 'village').map((row) => row.unit),
  );
  const [total, setTotal] = useState('');
  const [fault, setFault] = useState('');
  const task = sheet.county[of]?.[part] ?? null;
  const measure = sheet.indicators.find((one) => one.id === of)?.measure ?? '';
  const save = (): void => {
    if (rule === 'indicator' && by === null) return setFault('请选择依据的指标。');
    call('targets.spread', {
      year,
      indicator: of,
      part,
      units,
      rule: rule === 'indicator' ? { indicator: by ?? of } : rule,
      total: textOrNull(total),
    }).then(
      () => {
        say(`已分解到${units.length}个单位，合计正好。可按Ctrl+Z撤销。`);
        onClose();
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  const indicators = sheet.indicators.map((one) => ({ value: one.id, label: one.name }));
  return (
    <Dialog
      open
      title="按比例分解"
      okText="确定分解"
      cancelText="取消"
      onOk={save}
      onCancel={onClose}
    >
      <div className="form-grid">
        <label>指标</label>
        <Select aria-label="指标" value={of} options={indicators} onChange={setOf} />
        <label>数据项</label>
        <Radio.Group
          value={part}
          options={[
            { value: 'assured', label: '确保' },
            { value: 'stretch', label: '力争' },
          ]}
          onChange={(event) => setPart(event.target.value as 'assured' | 'stretch')}
        />
        <label>办法</label>
        <Radio.Group
          value={rule}
          options={RULES}
          onChange={(event) => setRule(event.target.value as Rule)}
        />
        {rule === 'indicator' ? (
          <>
            <label>另一指标</label>
            <Select
              aria-label="另一指标"
              value={by}
              options={indicators.filter((one) => one.value !== of)}
              onChange={setBy}
            />
          </>
        ) : null}
        <label htmlFor="spread-total">总数（{measure}）</label>
        <Input
          id="spread-total"
          value={total}
          placeholder={task === null ? `${whole}任务尚未填写，请在此填写` : `${whole}任务${task}`}
          onChange={(event) => setTotal(event.target.value)}
        />
        <label>分解到</label>
        <Select
          mode="multiple"
          aria-label="分解到"
          maxTagCount={4}
          value={units}
          onChange={setUnits}
          options={sheet.rows.map((row) => ({ value: row.unit, label: row.name }))}
        />
      </div>
      <FaultLine fault={fault} />
    </Dialog>
  );
}
