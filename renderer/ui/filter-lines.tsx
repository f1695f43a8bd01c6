/**
 * Conditions on a ledger's records, a line each: a field and what is typed in a filter row
 * (>1亿、工业、2012..).
 */
import { Button, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import type { Field } from '../../main/domain/ledgers/field.ts';

interface Line {
  readonly field: string;
  readonly text: string;
}

export function FilterLines({
  fields,
  lines,
  onChange,
}: {
  readonly fields: readonly Field[];
  readonly lines: readonly Line[];
  readonly onChange: (lines: Line[]) => void;
}): ReactElement {
  const set = (at: number, part: Partial<Line>): void =>
    onChange(lines.map((one, here) => (here === at ? { ...one, ...part } : one)));
  return (
    <div className="filter-lines">
      {lines.map((line, at) => (
        <div key={at}>
          <Select
            aria-label="筛选项"
            value={line.field}
            options={fields.map((field) => ({ value: field.code, label: field.label }))}
            popupMatchSelectWidth={false}
            onChange={(field) => set(at, { field })}
          />
          <Input
            aria-label="筛选条件"
            value={line.text}
            placeholder="如 >1亿、工业、2012.."
            onChange={(event) => set(at, { text: event.target.value })}
          />
          <Button
            size="small"
            aria-label="删除此条"
            onClick={() => onChange(lines.filter((_, here) => here !== at))}
          >
            ✕
          </Button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() => onChange([...lines, { field: fields[0]?.code ?? '', text: '' }])}
      >
        加一条条件
      </Button>
    </div>
  );
}
