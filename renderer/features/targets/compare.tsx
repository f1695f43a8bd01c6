/** Two versions side by side: only the cells that changed, old → new. */
import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { TargetSheet } from '../../../preload/contract/targets.ts';
import type { TargetVersion } from '../../../main/domain/targets/target.ts';
import { useCall } from '../../bridge/bridge.ts';
import { shownFigureText } from '../../format/figure.ts';
import { Dialog } from '../../ui/dialog.tsx';

const PARTS = { base: '上年完成', assured: '确保', stretch: '力争', upper: '上级任务' } as const;

export function CompareDialog({
  sheet,
  whole,
  versions,
  onClose,
}: {
  readonly sheet: TargetSheet;
  readonly whole: string;
  readonly versions: readonly TargetVersion[];
  readonly onClose: () => void;
}): ReactElement {
  const [from, setFrom] = useState(versions.at(-2)?.id ?? 0);
  const [to, setTo] = useState(versions.at(-1)?.id ?? 0);
  const { value } = useCall('targets.compare', { from, to }, ['target']);
  const options = versions.map((one) => ({
    value: one.id,
    label: `第${one.number}版 ${one.name}`,
  }));
  const indicatorOf = (id: number) => sheet.indicators.find((one) => one.id === id);
  const unitOf = (id: number | null): string =>
    id === null ? `${whole}任务` : (sheet.rows.find((row) => row.unit === id)?.name ?? '');
  return (
    <Dialog open title="对比两版" footer={null} width={720} onCancel={onClose}>
      <p className="tg-pick">
        <Select aria-label="旧版" value={from} options={options} onChange={setFrom} /> →{' '}
        <Select aria-label="新版" value={to} options={options} onChange={setTo} />
      </p>
      {value === null ? null : value.length === 0 ? (
        <p className="muted">两版数据相同。</p>
      ) : (
        <div className="tg-scroll">
          <table className="plain">
            <thead>
              <tr>
                <th>单位</th>
                <th>指标</th>
                <th>数据项</th>
                <th>旧</th>
                <th>新</th>
              </tr>
            </thead>
            <tbody>
              {value.map((one) => {
                const places = indicatorOf(one.indicator)?.places ?? 2;
                return (
                  <tr key={`${one.indicator}-${one.unit ?? 0}-${one.part}`}>
                    <td>{unitOf(one.unit)}</td>
                    <td>{indicatorOf(one.indicator)?.name}</td>
                    <td>{PARTS[one.part]}</td>
                    <td className="n">{shownFigureText(one.before, places) || '未填'}</td>
                    <td className="n strong">{shownFigureText(one.after, places) || '未填'}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Dialog>
  );
}
