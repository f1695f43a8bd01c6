/**
 * 版式: what the office decides about this table's page — its words, columns, zeros, type and
 * margins —, kept under a name in the book and used again.
 */
import { Button, Checkbox, Input, InputNumber, Segmented, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { PageLayout } from '../../../preload/contract/layout.ts';
import type { NamedSetup, TableSetup } from '../../../preload/contract/setups.ts';
import type { TableName, TableOptions } from '../../../preload/contract/tables.ts';
import type { Output } from '../../../preload/contract/index.ts';
import { call, useCall } from '../../bridge/bridge.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';
import { LayoutColumns } from './layout-columns.tsx';
import { OptionLine } from './line.tsx';
import { MissingFonts } from './missing-fonts.tsx';

interface SetupProps {
  readonly table: TableName;
  readonly options: TableOptions;
  readonly preview: Output<'tables.preview'> | null;
  readonly onChange: (options: TableOptions) => void;
}

const KEPT = [
  'columns',
  'group',
  'dimensions',
  'across',
  'measure',
  'units',
  'denominator',
  'balance',
  'pageSums',
  'chart',
  'paper',
  'landscape',
] as const satisfies readonly (keyof TableSetup['options'])[];

/** What of the options a set-up keeps. */
const keptOptions = (options: TableOptions): TableSetup['options'] =>
  Object.fromEntries(
    KEPT.flatMap((key) => (options[key] === undefined ? [] : [[key, options[key]]])),
  );

export function SetupOptions({ table, options, preview, onChange }: SetupProps): ReactElement {
  const { value: setups } = useCall('setups.list', { table }, ['session']);
  const [name, setName] = useState('');
  const layout = options.layout ?? {};
  const change = (part: Partial<PageLayout>): void =>
    onChange({ ...options, layout: withoutNothing({ ...layout, ...part }) });
  const told = (work: Promise<unknown>): void =>
    void work.catch((error: unknown) => say(sentenceOf(error)));
  const take = (chosen: NamedSetup | undefined): void => {
    setName(chosen?.name ?? '');
    const { layout: _layout, ...rest } = options;
    const plain = Object.fromEntries(
      Object.entries(rest).filter(([key]) => !(KEPT as readonly string[]).includes(key)),
    );
    onChange(chosen === undefined ? plain : { ...plain, ...chosen.options, layout: chosen.layout });
  };
  const save = async (): Promise<void> => {
    const own = name.trim();
    if (own === '') {
      say('请先给版式起个名字。');
      return;
    }
    await call('setups.save', {
      table,
      name: own,
      setup: { options: keptOptions(options), layout },
    });
    say(`版式“${own}”已保存，以后打印可直接选用。`);
  };
  const remove = async (): Promise<void> => {
    await call('setups.remove', { table, name });
    say(`版式“${name}”已删除。`);
    take(undefined);
  };
  return (
    <>
      <h2>版式</h2>
      <OptionLine label="选用">
        <Select
          aria-label="版式"
          value={setups?.some((one) => one.name === name) === true ? name : ''}
          options={[
            { value: '', label: '本表原样' },
            ...(setups ?? []).map((one) => ({ value: one.name, label: one.name })),
          ]}
          onChange={(chosen: string) => take(setups?.find((one) => one.name === chosen))}
        />
      </OptionLine>
      <MissingFonts layout={layout} />
      <LayoutWords layout={layout} preview={preview} change={change} />
      <LayoutLook layout={layout} change={change} />
      <LayoutColumns
        columns={preview?.columns ?? []}
        chosen={layout.columns}
        onChange={(columns) => change({ columns })}
      />
      <OptionLine label="名称">
        <Input
          aria-label="版式名称"
          value={name}
          maxLength={40}
          onChange={(event) => setName(event.target.value)}
        />
        <Button onClick={() => told(save())}>保存版式</Button>
      </OptionLine>
      {setups?.some((one) => one.name === name) === true ? (
        <OptionLine label="">
          <Button onClick={() => told(remove())}>删除版式“{name}”</Button>
        </OptionLine>
      ) : null}
    </>
  );
}

interface PartProps {
  readonly layout: PageLayout;
  readonly change: (part: Partial<PageLayout>) => void;
}

/** Nothing chosen is no part of a layout. */
const withoutNothing = (layout: PageLayout): PageLayout =>
  Object.fromEntries(Object.entries(layout).filter(([, value]) => value !== undefined));

/** A line that counts once it is left, so that the page is not printed anew for every letter. */
function LineInput({
  label,
  value,
  hint,
  onDone,
}: {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  readonly onDone: (text: string) => void;
}): ReactElement {
  const done = (text: string): void => {
    if (text.trim() !== value) onDone(text.trim());
  };
  return (
    <Input
      key={value}
      aria-label={label}
      defaultValue={value}
      placeholder={hint}
      onBlur={(event) => done(event.target.value)}
      onPressEnter={(event) => done(event.currentTarget.value)}
    />
  );
}

function LayoutWords({
  layout,
  preview,
  change,
}: PartProps & Pick<SetupProps, 'preview'>): ReactElement {
  const orNothing = (text: string): string | undefined => (text === '' ? undefined : text);
  const listOf = (text: string): string[] | undefined => {
    const parts = text
      .split(/[、，,\n]/u)
      .flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
    return parts.length === 0 ? undefined : parts;
  };
  return (
    <>
      <OptionLine label="标题">
        <LineInput
          label="版式标题"
          value={layout.title ?? ''}
          hint={preview?.title ?? '可写{年}、{月}'}
          onDone={(text) => change({ title: orNothing(text) })}
        />
      </OptionLine>
      <OptionLine label="填报单位">
        <LineInput
          label="版式填报单位"
          value={layout.reporter ?? ''}
          hint={preview?.words.reporter ?? ''}
          onDone={(text) => change({ reporter: orNothing(text) })}
        />
      </OptionLine>
      <OptionLine label="签字栏">
        <LineInput
          label="版式签字栏"
          value={(layout.signatures ?? []).join('、')}
          hint={preview?.words.signatures.join('、') ?? ''}
          onDone={(text) => change({ signatures: listOf(text) })}
        />
      </OptionLine>
      <OptionLine label="附注">
        <LineInput
          label="版式附注"
          value={(layout.notes ?? []).join('\n')}
          hint="印在本表注的前面"
          onDone={(text) => change({ notes: text === '' ? undefined : [text] })}
        />
      </OptionLine>
    </>
  );
}

const ZEROS = [
  { value: 'zero', label: '0' },
  { value: 'dash', label: '—' },
  { value: 'blank', label: '空白' },
] as const;
const FITS = [
  { value: 'auto', label: '自动' },
  { value: 'width', label: '一页宽' },
  { value: 'page', label: '一页' },
] as const;
const ROLES = [
  ['title', '标题字体', '方正小标宋简体'],
  ['heads', '表头字体', '黑体'],
  ['body', '正文字体', '仿宋_GB2312'],
] as const;
const SIDES = [
  ['top', '上'],
  ['bottom', '下'],
  ['left', '左'],
  ['right', '右'],
] as const;
const MARGINS = { top: 14, right: 13, bottom: 16, left: 13 };

function LayoutLook({ layout, change }: PartProps): ReactElement {
  const margins = layout.margins ?? MARGINS;
  return (
    <>
      <OptionLine label="零值">
        <Segmented<'zero' | 'dash' | 'blank'>
          aria-label="零值"
          value={layout.zeros ?? 'zero'}
          options={[...ZEROS]}
          onChange={(zeros) => change({ zeros: zeros === 'zero' ? undefined : zeros })}
        />
      </OptionLine>
      <OptionLine label="空行">
        <Checkbox
          checked={layout.empty === 'left'}
          onChange={(event) => change({ empty: event.target.checked ? 'left' : undefined })}
        >
          不印一个数也没有的行
        </Checkbox>
      </OptionLine>
      <OptionLine label="缩放">
        <Segmented<'auto' | 'width' | 'page'>
          aria-label="缩放，字最小7磅"
          value={layout.fit ?? 'auto'}
          options={[...FITS]}
          onChange={(fit) => change({ fit: fit === 'auto' ? undefined : fit })}
        />
      </OptionLine>
      <OptionLine label="字号">
        <InputNumber
          aria-label="最大字号"
          min={7}
          max={16}
          value={layout.size ?? null}
          placeholder="11"
          onChange={(size) => change({ size: size ?? undefined })}
        />
      </OptionLine>
      {ROLES.map(([role, label, house]) => (
        <OptionLine key={role} label={label}>
          <LineInput
            label={label}
            value={layout.fonts?.[role] ?? ''}
            hint={house}
            onDone={(text) =>
              change({ fonts: { ...layout.fonts, [role]: text === '' ? undefined : text } })
            }
          />
        </OptionLine>
      ))}
      <OptionLine label="页边距">
        {SIDES.map(([side, label]) => (
          <InputNumber
            key={side}
            aria-label={`${label}边距（毫米）`}
            prefix={label}
            controls={false}
            min={5}
            max={60}
            value={margins[side]}
            onChange={(mm) => change({ margins: { ...margins, [side]: mm ?? MARGINS[side] } })}
          />
        ))}
      </OptionLine>
    </>
  );
}
