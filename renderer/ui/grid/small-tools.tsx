/**
 * The small tools of the sheet: to a row and a column, the order by several columns, a column's
 * values to choose from.
 */
import { Button, Checkbox, Input, Select } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { placeAt } from './block.ts';
import type { GridColumn, GridSort } from './model.ts';
import type { GridSheet } from './sheet.ts';
import { filterOfValues } from './values.ts';

const nameOf = (column: GridColumn): string => column.path.join('·');

/** 12 总投资: a row by its number, a column by a part of its name, or both. */
export function GoTool({ sheet }: { readonly sheet: GridSheet }): ReactElement {
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState('');
  const go = (): void => {
    const [, number = '', name = ''] = /^\s*(\d*)\s*(.*?)\s*$/.exec(text) ?? [];
    const { total } = sheet.props.source;
    const column = name === '' ? sheet.active.column : columnNamed(sheet, name);
    if (number === '' && name === '') return setRefusal('请输入行号或列名。');
    if (column === -1) return setRefusal(`没有名为“${name}”的列。`);
    if (number !== '' && (Number(number) < 1 || Number(number) > total))
      return setRefusal(`行号应在1至${total}之间。`);
    const line = number === '' ? sheet.active.line : sheet.layout.lineOf(Number(number) - 1);
    sheet.select(placeAt(line, column));
    return sheet.closeTool();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label>
        行号、列名
        <Input
          autoFocus
          placeholder="如 12，或 12 总投资"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {refusal === '' ? null : <p role="alert">{refusal}</p>}
      <div className="grid-tool-line">
        <Button type="primary" htmlType="submit">
          定位
        </Button>
      </div>
    </form>
  );
}

function columnNamed(sheet: GridSheet, name: string): number {
  const exact = sheet.columns.findIndex((column) => column.path.at(-1) === name);
  return exact === -1 ? sheet.columns.findIndex((column) => nameOf(column).includes(name)) : exact;
}

const MOST_KEYS = 4;

export function SortTool({ sheet }: { readonly sheet: GridSheet }): ReactElement {
  const [lines, setLines] = useState<readonly GridSort[]>(() =>
    sheet.props.sort.length > 0
      ? sheet.props.sort
      : [{ field: sheet.columns[sheet.active.column]?.code ?? '', descending: false }],
  );
  const put = (at: number, part: Partial<GridSort>): void =>
    setLines(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  const options = sheet.columns.map((column) => ({ value: column.code, label: nameOf(column) }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sheet.props.onSort(lines);
        sheet.closeTool();
      }}
    >
      {lines.map((line, at) => (
        // eslint-disable-next-line react/no-array-index-key -- a line is its place in the order
        <div key={at} className="grid-tool-line">
          <span>{at === 0 ? '先按' : '再按'}</span>
          <Select
            autoFocus={at === 0}
            aria-label={`排序列${at + 1}`}
            showSearch={{ optionFilterProp: 'label' }}
            value={line.field}
            options={options}
            onChange={(field) => put(at, { field })}
          />
          <Select
            aria-label={`顺序${at + 1}`}
            value={line.descending}
            options={[
              { value: false, label: '升序' },
              { value: true, label: '降序' },
            ]}
            onChange={(descending) => put(at, { descending })}
          />
          <button
            type="button"
            aria-label={`删除排序列${at + 1}`}
            onClick={() => setLines(lines.filter((_, index) => index !== at))}
          >
            ✕
          </button>
        </div>
      ))}
      <div className="grid-tool-line">
        <Button
          disabled={lines.length >= MOST_KEYS}
          onClick={() => {
            const free = options.find((one) => lines.every((line) => line.field !== one.value));
            if (free !== undefined) setLines([...lines, { field: free.value, descending: false }]);
          }}
        >
          增加一列
        </Button>
        <Button type="primary" htmlType="submit">
          排序
        </Button>
      </div>
    </form>
  );
}

const EMPTY = '（空）';

export function ValuesTool({
  sheet,
  column,
}: {
  readonly sheet: GridSheet;
  readonly column: GridColumn;
}): ReactElement {
  const [values, setValues] = useState<readonly string[] | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [part, setPart] = useState('');
  useEffect(() => {
    sheet.props.valuesOf?.(column.code)?.then(
      (found) => setValues([...found.filter((value) => value !== ''), EMPTY]),
      (fault: unknown) => sheet.say(fault instanceof Error ? fault.message : String(fault)),
    );
  }, [sheet, column]);
  const shown = (values ?? []).filter((value) => value.includes(part));
  const isAll = shown.length > 0 && shown.every((value) => chosen.includes(value));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sheet.props.onFilter(
          column.code,
          filterOfValues(
            chosen.filter((value) => value !== EMPTY),
            chosen.includes(EMPTY),
          ),
        );
        sheet.closeTool();
      }}
    >
      <Input
        autoFocus
        aria-label="查找取值"
        placeholder="查找"
        value={part}
        onChange={(event) => setPart(event.target.value)}
      />
      <div className="grid-values">
        <Checkbox checked={isAll} onChange={() => setChosen(isAll ? [] : shown)}>
          全选
        </Checkbox>
        {shown.map((value) => (
          <Checkbox
            key={value}
            checked={chosen.includes(value)}
            onChange={() =>
              setChosen(
                chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value],
              )
            }
          >
            {value}
          </Checkbox>
        ))}
      </div>
      <div className="grid-tool-line">
        <Button type="primary" htmlType="submit">
          {chosen.length === 0 ? '不筛选' : `筛选（${chosen.length}项）`}
        </Button>
      </div>
    </form>
  );
}
