/** Above the sheet: grouping, columns, saved views, what is filtered, how many records. */
import { Button, Checkbox, Popover, Select } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { isGroupable } from '../../../main/domain/ledgers/field.ts';
import type { Summary } from '../../../preload/contract/records.ts';
import type { LedgerSpec } from './spec.ts';
import { useLedgerView } from './view.ts';
import { Views } from './views.tsx';

const NONE = '';

export function Toolbar({ spec, summary, children }: { readonly spec: LedgerSpec; readonly summary: Summary | null; readonly children: ReactNode }): ReactElement {
  const { filters, group, shown, filter, show } = useLedgerView(spec);
  const labelOf = (code: string): string => spec.fields.find((field) => field.code === code)?.label ?? code;
  return (
    <div className="lg-tools">
      <Select aria-label="分组" prefix={<em>分组</em>} value={group ?? NONE} popupMatchSelectWidth={false} onChange={(code) => show({ group: code === NONE ? null : code })}
        options={[{ value: NONE, label: '不分组' }, ...spec.fields.filter(isGroupable).map((field) => ({ value: field.code, label: field.label }))]} />
      <Popover trigger="click" placement="bottomLeft" content={<ColumnChooser spec={spec} />}>
        <Button><em>列</em> {shown.length}/{spec.fields.length}</Button>
      </Popover>
      <Views spec={spec} />
      {Object.entries(filters).map(([code, text]) => (
        <button key={code} type="button" className="lg-chip" aria-label={`去掉筛选：${labelOf(code)}`} onClick={() => filter(code, '')}>{labelOf(code)} {text}　✕</button>
      ))}
      <span className="count">{summary === null ? '' : `${summary.count}条，筛掉${summary.all - summary.count}条`}</span>
      {children}
    </div>
  );
}

function ColumnChooser({ spec }: { readonly spec: LedgerSpec }): ReactElement {
  const { shown, show } = useLedgerView(spec);
  const toggle = (code: string): void => show({ shown: shown.includes(code) ? shown.filter((one) => one !== code) : [...shown, code] });
  return (
    <div className="lg-columns">
      {spec.fields.map((field) => (
        <Checkbox key={field.code} checked={shown.includes(field.code)} disabled={field.code === spec.ledger.nameField} onChange={() => toggle(field.code)}>{field.label}</Checkbox>
      ))}
    </div>
  );
}
