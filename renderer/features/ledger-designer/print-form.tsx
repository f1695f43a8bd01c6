/** How the list is printed: title, columns, groups, paper; and its head as it will look. */
import type { ReactElement } from 'react';
import type { OwnKind } from '../../../main/domain/ledgers/own-definition.ts';
import { fieldOptions, OneOf, Text, Tick } from './boxes.tsx';
import { headOf, paperRatio, paperWidth, printedFields, spansOf } from './paper.ts';
import { designState, useDesign } from './store.ts';

const GROUPING: readonly OwnKind[] = ['text', 'person', 'choice', 'yes-no', 'unit'];
const PAPERS = [
  { value: 'A4 横', label: 'A4横' },
  { value: 'A4 竖', label: 'A4竖' },
  { value: 'A3 横', label: 'A3横' },
  { value: 'A3 竖', label: 'A3竖' },
];

export function PrintForm(): ReactElement {
  const { draft } = useDesign();
  const { print } = draft;
  const set = (part: Partial<typeof print>): void =>
    designState({ ...draft, print: { ...print, ...part } });
  const shown = draft.fields.filter((field) => !field.hidden);
  const printed = new Set(printedFields(draft).map((field) => field.key));
  const choose = (key: string, on: boolean): void => {
    const next = shown
      .map((field) => field.key)
      .filter((one) => (one === key ? on : printed.has(one)));
    set({ columns: next.length === shown.length ? [] : next });
  };
  return (
    <>
      <div className="ld-form">
        <Text
          label="标题"
          value={print.title}
          placeholder={draft.label}
          onType={(title) => set({ title })}
        />
        <OneOf
          label="纸张"
          value={`${print.paper} ${print.landscape ? '横' : '竖'}`}
          options={PAPERS}
          onChoose={(chosen) =>
            set({ paper: chosen.startsWith('A3') ? 'A3' : 'A4', landscape: chosen.endsWith('横') })
          }
        />
        <OneOf
          label="分组字段"
          value={print.group ?? ''}
          options={fieldOptions(draft.fields, GROUPING, '不分组')}
          onChoose={(key) => set({ group: key === '' ? null : key })}
        />
        <fieldset className="wide ticks">
          <legend>打印哪些列</legend>
          {shown.map((field) => (
            <Tick
              key={field.key}
              label={field.label}
              checked={printed.has(field.key)}
              onTick={(on) => choose(field.key, on)}
            />
          ))}
        </fieldset>
      </div>
      <Preview />
    </>
  );
}

function Preview(): ReactElement {
  const { draft } = useDesign();
  const { columns, over } = headOf(draft);
  const spans = spansOf(columns);
  const isDeep = spans.some((span) => span.group !== null);
  const room = paperWidth(draft);
  const share = (mm: number): { readonly width: string } => ({ width: `${(mm / room) * 100}%` });
  const title = draft.print.title.trim() === '' ? draft.label : draft.print.title;
  return (
    <figure className="ld-paper" aria-label="表头预览">
      <div className="sheet" style={{ aspectRatio: String(1 / paperRatio(draft)) }}>
        <h4>×县{title}</h4>
        <table>
          <colgroup>
            <col style={share(10)} />
            {columns.map((column) => (
              <col key={column.key} style={share(column.mm)} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th rowSpan={isDeep ? 2 : 1}>序号</th>
              {spans.map((span, at) =>
                span.group === null ? (
                  <th key={at} rowSpan={isDeep ? 2 : 1}>
                    {span.columns[0]?.label}
                  </th>
                ) : (
                  <th key={at} colSpan={span.columns.length}>
                    {span.group}
                  </th>
                ),
              )}
            </tr>
            {isDeep ? (
              <tr>
                {spans
                  .filter((span) => span.group !== null)
                  .flatMap((span) => span.columns)
                  .map((column) => (
                    <th key={column.key}>{column.label}</th>
                  ))}
              </tr>
            ) : null}
          </thead>
          <tbody>
            {['1', '2', '3'].map((number) => (
              <tr key={number}>
                <td>{number}</td>
                {columns.map((column) => (
                  <td key={column.key} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption>
        {over === 0
          ? `${columns.length}列，一页放得下。`
          : `${columns.length}列超出纸宽，多出的${over}列转到后一页。减几列，或改用A3。`}
      </figcaption>
    </figure>
  );
}
