/**
 * Which table: by what it is for, those that are liked and opened last before all others; found by
 * its words, pinyin and initials.
 */
import { Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { timeText } from '../../../main/domain/days/moment.ts';
import { TABLE_PURPOSES } from '../../../main/domain/table-name.ts';
import type { ListedTable, TableName } from '../../../preload/contract/tables.ts';
import { useCall } from '../../bridge/bridge.ts';
import { toggleFavouriteTable, useTableHabits } from '../../stores/table-habits.ts';
import { PURPOSE_WORDS } from './purposes.ts';

interface Choice {
  readonly value: TableName;
  readonly label: string;
}

export function TableChoice({
  name,
  tables,
  more,
  onChange,
}: {
  readonly name: TableName;
  readonly tables: readonly ListedTable[];
  /** one that is not of the list while it is shown */
  readonly more: readonly Choice[];
  readonly onChange: (name: TableName) => void;
}): ReactElement {
  const [text, setText] = useState('');
  const { favourites, recent, printed } = useTableHabits();
  const titles = tables.map(({ title }) => title);
  const { value: places, answers } = useCall(
    'search.named',
    text.trim() === '' ? null : { text: text.trim(), names: titles },
  );
  const found =
    text.trim() === '' || answers?.text !== text.trim()
      ? null
      : new Set<unknown>((places ?? []).map((at) => tables[at]?.name));
  const liked = favourites.includes(name);
  const choiceOf = ({ name: value, title }: ListedTable): Choice => ({ value, label: title });
  const named = (names: readonly string[]): readonly ListedTable[] =>
    names.flatMap((one) => tables.find((table) => table.name === one) ?? []);
  const last = recent.filter((one) => !favourites.includes(one));
  const early = new Set([...favourites, ...last]);
  const groups = [
    { label: '常用', options: named(favourites).map(choiceOf) },
    { label: '最近打开', options: named(last).map(choiceOf) },
    ...TABLE_PURPOSES.map((purpose) => ({
      label: PURPOSE_WORDS[purpose],
      options: tables
        .filter((one) => one.purpose === purpose && !early.has(one.name))
        .map(choiceOf),
    })),
    { label: '其他', options: more },
  ].filter(({ options }) => options.length > 0);
  const at = printed[name];
  return (
    <>
      <Select
        aria-label="报表"
        showSearch={{
          onSearch: setText,
          filterOption: (typed, option) =>
            found === null
              ? (option?.label ?? '').includes(typed.trim())
              : option !== undefined && 'value' in option && found.has(option.value),
        }}
        value={name}
        listHeight={420}
        popupMatchSelectWidth={false}
        notFoundContent="没有这张表，可输表名或拼音首字母"
        options={groups.map(({ label, options }) => ({ label, options: [...options] }))}
        onChange={(next: TableName) => {
          setText('');
          onChange(next);
        }}
      />
      <Button
        aria-label={liked ? '从常用中移去' : '放进常用'}
        aria-pressed={liked}
        title={liked ? '从常用中移去' : '放进常用，排在最前'}
        onClick={() => toggleFavouriteTable(name)}
      >
        {liked ? '★' : '☆'}
      </Button>
      {at === undefined ? null : <span className="sub">上次输出{timeText(at)}</span>}
    </>
  );
}
