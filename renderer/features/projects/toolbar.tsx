/** Above the sheet: grouping, columns, what is filtered, how many records. */
import { Button, Checkbox, Popover, Select } from 'antd';
import type { ReactElement } from 'react';
import { project } from '../../../main/domain/ledgers/project.ts';
import type { Summary } from '../../../preload/contract/records.ts';
import { fields, groupable } from './columns.ts';
import { useProjectsView } from './view.ts';

const NONE = '';

export function Toolbar({ summary }: { readonly summary: Summary | null }): ReactElement {
  const { filters, group, shown, filter, show } = useProjectsView();
  return (
    <div className="pj-tools">
      <Select aria-label="分组" prefix={<em>分组</em>} value={group ?? NONE} popupMatchSelectWidth={false} onChange={(code) => show({ group: code === NONE ? null : code })}
        options={[{ value: NONE, label: '不分组' }, ...groupable.map((field) => ({ value: field.code, label: field.code === 'stage' ? '阶段' : field.label }))]} />
      <Popover trigger="click" placement="bottomLeft" content={<ColumnChooser />}>
        <Button><em>列</em> {shown.length}/{fields.length}</Button>
      </Popover>
      {Object.entries(filters).map(([code, text]) => (
        <button key={code} type="button" className="pj-chip" aria-label={`去掉筛选：${labelOf(code)}`} onClick={() => filter(code, '')}>{labelOf(code)} {text}　✕</button>
      ))}
      <span className="count">{summary === null ? '' : `${summary.count}条，筛掉${summary.all - summary.count}条`}</span>
    </div>
  );
}

const labelOf = (code: string): string => fields.find((field) => field.code === code)?.label ?? code;

function ColumnChooser(): ReactElement {
  const { shown, show } = useProjectsView();
  const toggle = (code: string): void => show({ shown: shown.includes(code) ? shown.filter((one) => one !== code) : [...shown, code] });
  return (
    <div className="pj-columns">
      {fields.map((field) => (
        <Checkbox key={field.code} checked={shown.includes(field.code)} disabled={field.code === project.nameField} onChange={() => toggle(field.code)}>{field.label}</Checkbox>
      ))}
    </div>
  );
}
