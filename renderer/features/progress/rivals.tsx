/** 对标: rival regions beside our own figure, with the gap and the growth that would draw level. */
import { textOrNull } from '../../../main/domain/read/text.ts';
import { Button, Input, InputNumber } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ProgressSheet } from '../../../preload/contract/progress.ts';
import { call, useCall } from '../../bridge/bridge.ts';
import { shownFigureText, orDash, signedFigureText } from '../../format/figure.ts';
import { tell } from '../../stores/sentence.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useStateFrom } from '../../ui/state-from.ts';

interface Typed {
  readonly name: string;
  readonly cumulative: string;
  readonly growth: string;
}

export function RivalsDialog({
  year,
  sheet,
  onClose,
}: {
  readonly year: number;
  readonly sheet: ProgressSheet;
  readonly onClose: () => void;
}): ReactElement {
  const [years, setYears] = useState(1);
  const { indicator, month } = sheet;
  const { value } = useCall(
    'rivals.sheet',
    { year, month: month.month, indicator: indicator.id, years },
    ['figure'],
  );
  const [typed, setTyped] = useStateFrom<readonly Typed[]>([value], () =>
    (value?.rows ?? []).map((row) => ({
      name: row.rival ?? '',
      cumulative: row.cumulative ?? '',
      growth: row.growth ?? '',
    })),
  );
  const put = (at: number, part: Partial<Typed>): void =>
    setTyped(typed.map((one, here) => (here === at ? { ...one, ...part } : one)));
  const save = (): void =>
    void tell(
      call('rivals.save', {
        year,
        month: month.month,
        indicator: indicator.id,
        rivals: typed
          .filter((one) => one.name.trim() !== '')
          .map((one) => ({
            name: one.name,
            cumulative: textOrNull(one.cumulative),
            growth: textOrNull(one.growth),
          })),
      }),
      '对标数已保存。',
    );
  return (
    <Dialog
      open
      title={`对标：${indicator.name}（${indicator.measure}）`}
      footer={null}
      width={860}
      onCancel={onClose}
    >
      <p className="pg-h3">
        本地累计<b>{shownFigureText(value?.own.cumulative ?? null, indicator.places) || '未报'}</b>
        ，同比
        {value?.own.growth == null ? '—' : `${shownFigureText(value.own.growth, 1)}%`}。追赶年限
        <InputNumber
          size="small"
          aria-label="追赶年限"
          min={1}
          max={20}
          value={years}
          onChange={(next) => setYears(next ?? 1)}
          style={{ width: '4em', margin: '0 4px' }}
        />
        年。
      </p>
      <table className="plain">
        <thead>
          <tr>
            <th>地区</th>
            <th>累计</th>
            <th>同比%</th>
            <th>差距</th>
            <th>本地占其%</th>
            <th>追赶所需年均增速%</th>
          </tr>
        </thead>
        <tbody>
          {typed.map((one, at) => {
            const row = value?.rows[at];
            return (
              <tr key={at}>
                <td>
                  <Input
                    size="small"
                    aria-label={`地区${at + 1}`}
                    value={one.name}
                    onChange={(event) => put(at, { name: event.target.value })}
                  />
                </td>
                <td>
                  <Input
                    size="small"
                    aria-label={`累计${at + 1}`}
                    value={one.cumulative}
                    onChange={(event) => put(at, { cumulative: event.target.value })}
                  />
                </td>
                <td>
                  <Input
                    size="small"
                    aria-label={`同比${at + 1}`}
                    value={one.growth}
                    onChange={(event) => put(at, { growth: event.target.value })}
                  />
                </td>
                <td className="n">{signedFigureText(row?.gap ?? null, indicator.places) || '—'}</td>
                <td className="n">{orDash(row?.share ?? null, 1)}</td>
                <td className="n">{orDash(row?.needed ?? null, 1)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="pg-buttons">
        <Button onClick={() => setTyped([...typed, { name: '', cumulative: '', growth: '' }])}>
          加一个地区
        </Button>
        <Button type="primary" onClick={save}>
          保存
        </Button>
      </p>
    </Dialog>
  );
}
