/** More than one table at once: 通报包 with one click, or those that are ticked. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ListedTable, TableOptions } from '../../../preload/contract/tables.ts';
import { useCall } from '../../bridge/bridge.ts';
import { monthShown, usePeriod } from '../../stores/period.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';
import { monthlyPack, useBatch, type BatchPiece } from './batch.ts';
import { BatchDialog, BatchOutcomeDialog } from './batch-dialog.tsx';

/** what of a table's options means the same to every other */
export const periodOf = (
  { year, month, unit }: TableOptions,
  now: number,
): TableOptions & { readonly year: number } => ({
  year: year ?? now,
  ...(month === undefined ? {} : { month }),
  ...(unit === undefined ? {} : { unit }),
});

export function SeveralTables({
  tables,
  options: given,
}: {
  readonly tables: readonly ListedTable[];
  readonly options: TableOptions & { readonly year: number };
}): ReactElement {
  const [shown, setShown] = useState<'choosing' | 'running' | null>(null);
  const { outcome, run, stop } = useBatch();
  const { year } = given;
  const { value: months } = useCall('progress.months', { year }, ['figure', 'session']);
  const chosen = usePeriod((state) => state.months[year]);
  // the month that 进度 and 总览 look at, where the table in hand says none
  const options = { ...given, month: given.month ?? monthShown(chosen, months ?? []) };
  const start = (pieces: readonly BatchPiece[]): void => {
    setShown('running');
    void run(pieces).catch((error: unknown) => say(sentenceOf(error)));
  };
  return (
    <>
      <Button
        title={`${options.month}月的通报、通报表、进度表和图，一次存进一个文件夹`}
        onClick={() => start(monthlyPack(tables, options))}
      >
        存{options.month}月通报包
      </Button>
      <Button onClick={() => setShown('choosing')}>成批导出</Button>
      {shown === 'choosing' ? (
        <BatchDialog
          tables={tables}
          options={options}
          onRun={start}
          onClose={() => setShown(null)}
        />
      ) : null}
      {shown === 'running' && outcome !== null ? (
        <BatchOutcomeDialog outcome={outcome} onStop={stop} onClose={() => setShown(null)} />
      ) : null}
    </>
  );
}
