/** The imports made so far, newest first, each to be taken back as one. */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { knownLedgerOf } from '../../../stores/ledgers.ts';
import type { PastImport } from '../../../../preload/contract/imports.ts';
import { call, onCoreEvent } from '../../../bridge/bridge.ts';
import { timeText } from '../../../../main/domain/days/moment.ts';
import { takeBackImport } from '../draft/actions.ts';
import { FACTS_TITLE } from '../draft/changes.ts';
import { useImport } from '../draft/store.ts';

function usePastImports(): readonly PastImport[] {
  const [past, setPast] = useState<readonly PastImport[]>([]);
  useEffect(() => {
    let live = true;
    const load = (): void =>
      void call('imports.list', {})
        .then((found) => live && setPast(found))
        .catch(() => undefined);
    load();
    const stop = onCoreEvent('changed', ({ areas }) => {
      if (areas.includes('imports')) load();
    });
    return () => {
      live = false;
      stop();
    };
  }, []);
  return past;
}

async function undo(one: PastImport): Promise<void> {
  const records = await takeBackImport(one.id);
  if (records !== null)
    useImport.setState({
      said: `已撤销“${one.file}”的导入，${records}${knownLedgerOf(one.ledger) === null ? '个数' : '条记录'}恢复原样。`,
    });
}

export function PastImports() {
  const past = usePastImports();
  const busy = useImport((state) => state.busy);
  if (past.length === 0)
    return (
      <section className="imp-past">
        <p className="imp-hint">尚未导入过。</p>
      </section>
    );
  return (
    <section className="imp-past" aria-label="导入过的表">
      <h2>导入过的表</h2>
      <table>
        <thead>
          <tr>
            <th>时间</th>
            <th>文件</th>
            <th>导入到</th>
            <th className="is-figure">新增</th>
            <th className="is-figure">变更</th>
            <th className="is-figure">未导</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {past.map((one) => (
            <tr key={one.id} className={one.undone ? 'is-undone' : ''}>
              <td>{timeText(one.at)}</td>
              <td title={one.file}>{one.file}</td>
              <td>{knownLedgerOf(one.ledger)?.label ?? FACTS_TITLE}</td>
              <td className="is-figure">{one.new}</td>
              <td className="is-figure">{one.changed}</td>
              <td className="is-figure" title={one.leftOut.join('\n')}>
                {Math.max(one.rejected, one.leftOut.length)}
              </td>
              <td>
                {one.undone ? (
                  '已撤销'
                ) : (
                  <Button
                    size="small"
                    disabled={busy}
                    aria-label={`撤销“${one.file}”的导入`}
                    onClick={() => void undo(one)}
                  >
                    撤销
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
