/** What a list brought along from its grid: search, order and inner groups, each to be dropped. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { TableOptions } from '../../../preload/contract/tables.ts';
import { OptionLine } from './line.tsx';
import { withoutOption } from './year-options.tsx';

export function GridOptions({
  options,
  labelOf,
  onChange,
}: {
  readonly options: TableOptions;
  readonly labelOf: (field: string) => string;
  readonly onChange: (options: TableOptions) => void;
}): ReactElement {
  const { search = '', sort = [], within = [] } = options;
  const lines = [
    { part: 'search', label: '搜索', text: search === '' ? '' : `含“${search}”` },
    {
      part: 'sort',
      label: '排序',
      text: sort.map((one) => labelOf(one.field) + (one.descending ? '↓' : '↑')).join('、'),
    },
    { part: 'within', label: '组内', text: within.map(labelOf).join('、') },
  ] as const;
  return (
    <>
      {lines.map(({ part, label, text }) =>
        text === '' ? null : (
          <OptionLine key={part} label={label}>
            <Button
              aria-label={`取消${label}：${text}`}
              onClick={() => onChange(withoutOption(options, part))}
            >
              {text}
              <span aria-hidden>　✕</span>
            </Button>
          </OptionLine>
        ),
      )}
    </>
  );
}
