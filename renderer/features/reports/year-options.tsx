/**
 * What a year's table is made of: indicators, the kind of units, the version of the targets, the
 * denominator.
 */
import { Select } from 'antd';
import type { ReactElement } from 'react';
import { UNIT_KINDS } from '../../../main/domain/ledgers/unit.ts';
import type { TableInfo, TableOptions } from '../../../preload/contract/tables.ts';
import { useCall } from '../../bridge/bridge.ts';
import { OptionLine } from './line.tsx';
import { thisYear } from '../../format/today.ts';

type Group = NonNullable<TableOptions['units']>;
type Denominator = NonNullable<TableOptions['denominator']>;
interface YearOptionsProps {
  readonly info: TableInfo;
  readonly options: TableOptions;
  readonly change: (part: Partial<TableOptions>) => void;
  /** back to what the table prints where nobody chose */
  readonly drop: (part: keyof TableOptions) => void;
}
const GROUPS: { readonly value: Group; readonly label: string }[] = [
  { value: 'all', label: '全部单位' },
  ...UNIT_KINDS.flatMap(({ value, label }) => (value === 'county' ? [] : [{ value, label }])),
];
const DENOMINATORS: { readonly value: Denominator; readonly label: string }[] = [
  { value: 'assured', label: '确保数' },
  { value: 'stretch', label: '力争数' },
  { value: 'upper', label: '上级任务' },
];

export function YearOptions({ info, options, change, drop }: YearOptionsProps): ReactElement {
  const { value: indicators } = useCall('indicators.list', {}, ['indicator']);
  const { value: versions } = useCall('targets.versions', { year: options.year ?? thisYear() }, [
    'target',
  ]);
  const chooses = (what: TableInfo['choices'][number]): boolean => info.choices.includes(what);
  const chosen = versions?.find((one) => one.id === options.version);
  return (
    <>
      {chooses('indicators') ? (
        <OptionLine label="指标">
          <Select
            aria-label="指标"
            mode="multiple"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            maxTagCount="responsive"
            placeholder="全部"
            value={options.indicators ?? []}
            options={(indicators ?? []).map((one) => ({ value: one.id, label: one.name }))}
            onChange={(ids: number[]) =>
              ids.length === 0 ? drop('indicators') : change({ indicators: ids })
            }
          />
        </OptionLine>
      ) : null}
      {chooses('units') ? (
        <OptionLine label="组别">
          <Select
            aria-label="组别"
            value={options.units ?? 'all'}
            options={GROUPS}
            onChange={(units: Group) => change({ units })}
          />
        </OptionLine>
      ) : null}
      {chooses('version') ? (
        <OptionLine label="版本">
          <Select
            aria-label="目标版本"
            value={chosen?.id ?? 0}
            options={[
              { value: 0, label: '最新' },
              ...(versions ?? []).map((one) => ({ value: one.id, label: one.name })),
            ]}
            onChange={(id: number) => (id === 0 ? drop('version') : change({ version: id }))}
          />
        </OptionLine>
      ) : null}
      {chooses('denominator') ? (
        <OptionLine label="对照">
          <Select
            aria-label="对照的目标"
            placeholder="按规定的目标"
            value={options.denominator ?? null}
            allowClear
            options={DENOMINATORS}
            onChange={(denominator: Denominator | undefined) =>
              denominator === undefined ? drop('denominator') : change({ denominator })
            }
          />
        </OptionLine>
      ) : null}
    </>
  );
}

/** The options as if this one had never been chosen. */
export function withoutOption(options: TableOptions, part: keyof TableOptions): TableOptions {
  const rest = { ...options };
  delete rest[part];
  return rest;
}
