/**
 * 任务完成: each person's quota of leads this year, how many were given, judged valuable, wait,
 * became projects.
 */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useCall } from '../../../bridge/bridge.ts';
import { goRecords } from '../../../stores/navigation.ts';
import { useYear } from '../../../stores/session.ts';

const PAGE = 100;

export function Quota(): ReactElement | null {
  const year = useYear();
  const [offset, setOffset] = useState(0);
  const { value } = useCall('leads.quota', { year, offset, limit: PAGE }, [
    'lead',
    'person',
    'score',
  ]);
  if (value === null) return null;
  if (value.all === 0)
    return <p className="lg-view lg-view-empty">尚无人员和线索。先导入人员名册，或登记线索。</p>;
  return (
    <div className="lg-view">
      <p className="lg-view-head">
        {year}年应提供线索的{value.all}人，完成{value.met}人。定额在“考核”里改。
        <span className="push" />
        {value.all <= PAGE ? null : (
          <>
            <Button size="small" disabled={offset === 0} onClick={() => setOffset(offset - PAGE)}>
              前{PAGE}人
            </Button>
            <Button
              size="small"
              disabled={offset + PAGE >= value.all}
              onClick={() => setOffset(offset + PAGE)}
            >
              后{PAGE}人
            </Button>
          </>
        )}
      </p>
      <div className="lg-view-scroll">
        <table className="lg-table">
          <thead>
            <tr>
              <th>姓名</th>
              <th>单位</th>
              <th>职务类别</th>
              <th>定额</th>
              <th>已提供</th>
              <th>有效</th>
              <th>未研判</th>
              <th>转为项目</th>
              <th>完成</th>
            </tr>
          </thead>
          <tbody>
            {value.rows.map((row) => (
              <tr key={`${row.person} ${row.unit ?? ''}`}>
                <td>
                  <button
                    type="button"
                    className="link"
                    disabled={row.given === 0}
                    onClick={() =>
                      goRecords({
                        ledger: 'lead',
                        filters: [{ field: 'person', text: `=${row.person}` }],
                      })
                    }
                  >
                    {row.person}
                  </button>
                </td>
                <td>{row.unit}</td>
                <td>{row.rank}</td>
                <td className="figure">{row.quota}</td>
                <td className="figure">{row.given}</td>
                <td className="figure">{row.valuable}</td>
                <td className="figure">{row.waiting}</td>
                <td className="figure">{row.promoted}</td>
                <td className={row.met ? 'pass' : 'fail'}>
                  {row.met ? '● 完成' : `▲ 差${row.quota - row.valuable}条`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
