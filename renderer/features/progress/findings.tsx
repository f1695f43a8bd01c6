/**
 * 数据校核: everything that does not fit in the year's targets and figures; a line opens the figure
 * it speaks of.
 */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { FINDING_KINDS, type FindingKind } from '../../../main/domain/progress/finding.ts';
import type { Finding } from '../../../preload/contract/progress.ts';
import { useCall } from '../../bridge/bridge.ts';
import { faultText } from '../../format/fault.ts';
import { goBack, go } from '../../stores/navigation.ts';
import { printTable } from '../../stores/print.ts';
import { useSession, useYear } from '../../stores/session.ts';
import '../../ui/sheet-page.css';
import '../../ui/side.css';
import './progress.css';

/** The sheet and the cell that a finding is about. */
function open({ month, ids }: Finding): void {
  const unit = ids.unit === null ? {} : { unit: ids.unit };
  if (month === null) go('targets', { indicator: ids.indicator, ...unit });
  else go('progress', { month, indicator: ids.indicator, ...unit });
}

export function FindingsPage(): ReactElement | null {
  const year = useYear();
  const county = useSession(({ session }) => session?.county ?? '');
  const [kind, setKind] = useState<FindingKind | null>(null);
  const { value: found, fault } = useCall('progress.findings', { year }, [
    'figure',
    'target',
    'indicator',
    'unit',
  ]);
  if (fault !== null)
    return (
      <p className="empty-page" role="alert">
        {faultText(fault)}
      </p>
    );
  if (found === null) return null;
  const kinds = (Object.keys(FINDING_KINDS) as FindingKind[]).filter((code) =>
    found.some((one) => one.code === code),
  );
  const shown = found.filter((one) => kind === null || one.code === kind);
  return (
    <section className="sp" aria-label="数据校核">
      <div className="sp-head">
        <h1>数据校核</h1>
        <span className="sub">
          {year}年的目标和完成数
          {found.length === 0 ? '未发现不一致' : `有${found.length}处不一致；点一行查看`}
        </span>
        <span className="push" />
        <Button onClick={() => printTable('consistency', { year })}>打印</Button>
        <Button onClick={goBack}>返回</Button>
      </div>
      {kinds.length < 2 ? null : (
        <div className="pg-kinds" role="group" aria-label="按类别看">
          {kinds.map((code) => (
            <button
              key={code}
              type="button"
              aria-pressed={kind === code}
              onClick={() => setKind(kind === code ? null : code)}
            >
              <b>{found.filter((one) => one.code === code).length}</b> {FINDING_KINDS[code]}
            </button>
          ))}
        </div>
      )}
      <div className="pg-found">
        {found.length === 0 ? (
          <p className="blk muted">
            增长与数值、各单位合计与任务、当月与累计、其中项、百分数、合计与明细均一致。
          </p>
        ) : (
          <table className="plain">
            <thead>
              <tr>
                <th>月份</th>
                <th>单位</th>
                <th>指标</th>
                <th>不一致的数</th>
                <th>出处</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <tr
                  key={`${one.code}-${one.month ?? 0}-${one.ids.indicator}-${one.ids.unit ?? 0}-${one.message}`}
                  onClick={() => open(one)}
                >
                  <td>{one.month === null ? '全年' : `${one.month}月`}</td>
                  <td>{one.unit ?? county}</td>
                  <td>{one.indicator}</td>
                  <td>
                    <button type="button" className="link">
                      {one.message}
                    </button>
                  </td>
                  <td>{one.where}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  );
}
