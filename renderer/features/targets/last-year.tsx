/** 照上年建目标: last year's end becomes this year's base, and growth makes the assured figures. */
import { Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { call } from '../../bridge/bridge.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultLine } from '../../ui/form-parts.tsx';

export function LastYearDialog({
  year,
  onClose,
}: {
  readonly year: number;
  readonly onClose: () => void;
}): ReactElement {
  const [growth, setGrowth] = useState('');
  const [fault, setFault] = useState('');
  const save = (): void => {
    const typed = growth.trim().replace(/[%％]$/, '');
    if (typed !== '' && !/^\d{1,3}(\.\d{1,4})?$/.test(typed))
      return setFault('增幅填百分数，如10或12.5；只要上年数就空着。');
    call('targets.fromLastYear', { year, growth: typed === '' ? null : typed }).then(
      ({ ids, missing }) => {
        say(
          `已按${year - 1}年完成数填好${ids.length}处，可按Ctrl+Z撤销。${missing.length === 0 ? '' : `${year - 1}年12月没有数的指标：${missing.join('、')}。`}`,
        );
        onClose();
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  return (
    <Dialog
      open
      title={`照${year - 1}年建${year}年目标`}
      okText="建目标"
      cancelText="取消"
      onOk={save}
      onCancel={onClose}
    >
      <div className="form-grid">
        <label htmlFor="last-year-growth">确保数增幅（%），可不填</label>
        <Input
          id="last-year-growth"
          autoFocus
          value={growth}
          placeholder="如10"
          onChange={(event) => setGrowth(event.target.value)}
        />
      </div>
      <p className="muted">
        上年数取{year - 1}
        年12月累计完成数，12月没有数的不填。增幅只用于越高越好的指标；比率和要压减的指标只填上年数，目标另填。
      </p>
      <FaultLine fault={fault} />
    </Dialog>
  );
}
