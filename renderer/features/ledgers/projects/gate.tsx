/**
 * The project in the drawer held against its park's entry conditions: each value with its limit and
 * verdict, and what is missing.
 */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { isDecimal } from '../../../../main/domain/exact/decimal.ts';
import { criterionOf, limitText, type GateResult } from '../../../../main/domain/projects/gate.ts';
import { printTable } from '../../../stores/print.ts';
import { withCommas } from '../../../format/figure.ts';
import { useParts } from '../shared/parts.ts';
import type { DetailProps } from '../shared/special.ts';

const VERDICTS = { pass: '✓ 达标', fail: '✗ 不达标', unknown: '○ 缺资料' } as const;
const RESULTS: Record<GateResult['is'], string> = {
  pass: '✓ 符合准入条件。',
  fail: '✗ 不符合准入条件。',
  unknown: '○ 资料不全，尚不能判断。',
};

export function Gate({ detail }: DetailProps): ReactElement | null {
  const parts = useParts(detail.row.id);
  if (parts === null) return null;
  const { gate } = parts;
  const whose =
    gate.park === null ? '通用条件' : gate.park === '' ? '其他园区的条件' : `${gate.park}的条件`;
  return (
    <div className="lg-parts">
      <p
        className={`lg-due${gate.is === 'fail' ? ' late' : gate.is === 'unknown' ? ' soon' : ''}`}
        role="status"
      >
        {RESULTS[gate.is]}按{whose}，请在“设置”中修改。
      </p>
      <table className="lg-table">
        <thead>
          <tr>
            <th>条件</th>
            <th>实际</th>
            <th>要求</th>
            <th>结果</th>
          </tr>
        </thead>
        <tbody>
          {gate.lines.map((line) => (
            <tr key={line.criterion}>
              <td>{criterionOf(line.criterion).label}</td>
              <td className="figure">
                {line.value === null
                  ? '—'
                  : !isDecimal(line.value)
                    ? line.value
                    : `${withCommas(line.value)}${criterionOf(line.criterion).measure}`}
              </td>
              <td className="figure">{limitText(line)}</td>
              <td className={line.is}>{VERDICTS[line.is]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {gate.missing.length === 0 ? null : (
        <p className="lg-empty">尚缺：{gate.missing.join('、')}。请在“基本情况”中填写。</p>
      )}
      <div className="lg-moves">
        <Button
          size="small"
          onClick={() =>
            printTable('gate', {
              paper: 'A4',
              filters: [{ field: 'name', text: `=${String(detail.row['name'])}` }],
            })
          }
        >
          打印准入预审表
        </Button>
      </div>
    </div>
  );
}
