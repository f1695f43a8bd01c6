/**
 * 更正 in a closed month: the figure as published, the new one, and why; and the list of all
 * corrections of the year.
 */
import { Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ProgressRow, ProgressSheet } from '../../../preload/contract/progress.ts';
import { call, useCall } from '../../bridge/bridge.ts';
import { shownFigureText } from '../../format/figure.ts';
import { timeText } from '../../../main/domain/days/moment.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultLine } from '../../ui/form-parts.tsx';

export interface Correcting {
  readonly row: ProgressRow;
  readonly part: 'month' | 'cumulative' | 'lastYear';
  readonly typed: string;
}
const PARTS = { month: '当月', cumulative: '累计', lastYear: '上年同期' } as const;

export function CorrectDialog({
  year,
  sheet,
  correcting,
  onClose,
}: {
  readonly year: number;
  readonly sheet: ProgressSheet;
  readonly correcting: Correcting;
  readonly onClose: () => void;
}): ReactElement {
  const { row, part } = correcting;
  const [text, setText] = useState(correcting.typed);
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  const [fault, setFault] = useState('');
  const { indicator, month } = sheet;
  const save = (): void => {
    if (row.unit === null) return;
    if (reason.trim() === '') return setFault('更正的原因不能为空，请填写后保存。');
    call('progress.correct', {
      year,
      month: month.month,
      indicator: indicator.id,
      unit: row.unit,
      part,
      text: text.trim() === '' ? null : text.trim(),
      reason: reason.trim(),
      document: document.trim() === '' ? null : document.trim(),
    }).then(
      () => {
        say(`${row.name}${month.name}${PARTS[part]}已更正，原数和新数均已保留。`);
        onClose();
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  return (
    <Dialog
      open
      title={`更正：${row.name}　${indicator.name}　${month.name}${PARTS[part]}`}
      okText="更正"
      cancelText="取消"
      onOk={save}
      onCancel={onClose}
    >
      <p className="muted">{month.name}已关账。原数和新数均予保留。</p>
      <div className="form-grid">
        <label>现在的数</label>
        <b>
          {shownFigureText(row[part], indicator.places) || '未报'}
          {indicator.measure}
        </b>
        {row.published === null || part === 'lastYear' ? null : (
          <>
            <label>当时发布</label>
            <span>
              {shownFigureText(row.published[part], indicator.places) || '未报'}
              {indicator.measure}
            </span>
          </>
        )}
        <label htmlFor="correct-new">新数（{indicator.measure}）</label>
        <Input
          id="correct-new"
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <label htmlFor="correct-reason">原因</label>
        <Input
          id="correct-reason"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <label htmlFor="correct-document">文号，可不填</label>
        <Input
          id="correct-document"
          value={document}
          onChange={(event) => setDocument(event.target.value)}
        />
      </div>
      <FaultLine fault={fault} />
    </Dialog>
  );
}

const partText = (part: string): string =>
  part === 'month' || part === 'cumulative' || part === 'lastYear' ? PARTS[part] : part;

export function CorrectionsDialog({
  year,
  onClose,
}: {
  readonly year: number;
  readonly onClose: () => void;
}): ReactElement {
  const { value } = useCall('progress.corrections', { year }, ['figure']);
  return (
    <Dialog open title={`${year}年的更正`} footer={null} width={900} onCancel={onClose}>
      {value === null || value.length === 0 ? (
        <p className="muted">尚未更正过。</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th>月份</th>
              <th>单位</th>
              <th>指标</th>
              <th>数据项</th>
              <th>原数</th>
              <th>新数</th>
              <th>原因</th>
              <th>文号</th>
              <th>更正时间</th>
            </tr>
          </thead>
          <tbody>
            {value.map((one) => (
              <tr key={`${one.at}-${one.unit}-${one.indicator}-${one.part}`}>
                <td>{one.month}月</td>
                <td>{one.unit}</td>
                <td>{one.indicator}</td>
                <td>{partText(one.part)}</td>
                <td className="n">{one.before ?? '未报'}</td>
                <td className="n strong">{one.after ?? '未报'}</td>
                <td>{one.reason}</td>
                <td>{one.document}</td>
                <td>{timeText(one.at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}
