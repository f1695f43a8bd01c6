/** In an empty sheet: why it is empty and what to do. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Summary } from '../../../../preload/contract/records.ts';
import { importIntoOwnLedger } from '../own/own-actions.tsx';
import type { LedgerSpec } from '../shared/spec.ts';
import { useLedgerView } from '../shared/view.ts';

export function Nothing({
  spec,
  summary,
  onNew,
}: {
  readonly spec: LedgerSpec;
  readonly summary: Summary;
  onNew(): void;
}): ReactElement | null {
  const { filters, filter } = useLedgerView(spec);
  if (summary.count > 0) return null;
  if (summary.all > 0)
    return (
      <div className="lg-nothing">
        <p>{`${summary.all}${spec.ledger.noun}均不符合筛选条件。`}</p>
        <Button onClick={() => Object.keys(filters).forEach((code) => filter(code, ''))}>
          取消筛选
        </Button>
      </div>
    );
  return (
    <div className="lg-nothing">
      <p>
        {spec.canAdd
          ? `尚无${spec.one}。请从表格导入，或新增一${spec.counter}。`
          : `尚无${spec.one}。在项目里登记，或导入到资表。`}
      </p>
      <Button type="primary" onClick={() => importIntoOwnLedger(spec)}>
        从表格导入
      </Button>
      {spec.canAdd ? <Button onClick={onNew}>{`新增${spec.one}`}</Button> : null}
    </div>
  );
}
