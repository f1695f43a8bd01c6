/** What a table is made of: period, unit, grouping, columns, measure and paper. */
import { Button, Checkbox, Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import { isGroupable } from '../../../main/domain/ledgers/field.ts';
import type { AnyCode } from '../../../main/domain/ledgers/index.ts';
import type { Output } from '../../../preload/contract/index.ts';
import type { ListedTable, TableInfo, TableOptions } from '../../../preload/contract/tables.ts';
import { useCall } from '../../bridge/bridge.ts';
import { ChartOptions } from './chart-options.tsx';
import { DocumentOptions } from './document-options.tsx';
import { GridOptions } from './grid-options.tsx';
import { OptionLine } from './line.tsx';
import { RollupOptions } from './rollup-options.tsx';
import { SetupOptions } from './setup-options.tsx';
import { withoutOption, YearOptions } from './year-options.tsx';
import { knownLedgerOf } from '../../stores/ledgers.ts';
import { thisYear } from '../../format/today.ts';

interface OptionsProps {
  readonly info: ListedTable;
  readonly options: TableOptions;
  readonly onChange: (options: TableOptions) => void;
}
interface Choice {
  readonly value: string;
  readonly label: string;
}
const columnsOf = (ledger: AnyCode): readonly Choice[] =>
  (knownLedgerOf(ledger)?.fields ?? []).map((field) => ({ value: field.code, label: field.label }));
const groupsOf = (ledger: AnyCode): readonly Choice[] =>
  (knownLedgerOf(ledger)?.fields ?? [])
    .filter(isGroupable)
    .map((field) => ({ value: field.code, label: field.label }));
const MONTHS = Array.from({ length: 12 }, (_, at) => ({ value: at + 1, label: `${at + 1}月` }));

export function TableOptionsForm({
  info,
  options,
  preview,
  onChange,
}: OptionsProps & { readonly preview: Output<'tables.preview'> | null }): ReactElement {
  const { value: units } = useCall('units.list', {}, ['unit']);
  const change = (part: Partial<TableOptions>): void => onChange({ ...options, ...part });
  const years = Array.from({ length: 30 }, (_, at) => thisYear() + 1 - at).map((year) => ({
    value: year,
    label: `${year}年`,
  }));
  const filters = options.filters ?? [];
  const ledger = options.ledger ?? info.ledger ?? 'project';
  const columns = columnsOf(ledger);
  const labelOf = (code: string): string =>
    columns.find((one) => one.value === code)?.label ?? code;
  const chooses = (what: TableInfo['choices'][number]): boolean => info.choices.includes(what);
  return (
    <div className="rp-options">
      <h2>期间与范围</h2>
      <OptionLine label="年份">
        <Select
          aria-label="截至年份"
          value={options.year ?? null}
          options={years}
          onChange={(year: number) => change({ year })}
        />
      </OptionLine>
      {info.clock !== 'month' ? null : (
        <OptionLine label="截至">
          <Select
            aria-label="截至月份"
            value={options.month ?? null}
            placeholder="到本期"
            options={MONTHS}
            onChange={(month: number) => change({ month })}
          />
        </OptionLine>
      )}
      {info.clock === 'now' ? (
        <OptionLine label="截至">
          <span>打印日现状，不分月份</span>
        </OptionLine>
      ) : null}
      <OptionLine label="单位">
        <Select
          aria-label="单位"
          showSearch
          value={options.unit ?? ''}
          options={[
            { value: '', label: '全部' },
            ...(units ?? [])
              .filter((unit) => unit.kind !== 'county')
              .map((unit) => ({ value: unit.name, label: unit.name })),
          ]}
          onChange={(unit: string) => onChange(forUnit(options, unit))}
        />
      </OptionLine>
      {options.record === undefined || !info.choices.includes('record') ? null : (
        <OptionLine label="项目">
          <Button
            aria-label="只印这一个：改为每个项目一页"
            onClick={() => onChange(withoutOption(options, 'record'))}
          >
            只印这一个
            <span aria-hidden>　✕</span>
          </Button>
        </OptionLine>
      )}
      {filters.map(({ field, text }) => (
        <OptionLine key={field} label="筛选">
          <Button
            aria-label={`取消筛选：${labelOf(field)} ${text}`}
            onClick={() => change({ filters: filters.filter((one) => one.field !== field) })}
          >
            {labelOf(field)} {text}
            <span aria-hidden>　✕</span>
          </Button>
        </OptionLine>
      ))}
      <GridOptions options={options} labelOf={labelOf} onChange={onChange} />
      {info.subject === 'year' ? (
        <YearOptions
          info={info}
          options={options}
          change={change}
          drop={(part) => onChange(withoutOption(options, part))}
        />
      ) : null}
      {info.group !== undefined ? (
        <OptionLine label="分组">
          <Select
            aria-label="分组"
            value={(options.group === undefined ? info.group.field : options.group) ?? ''}
            options={[{ value: '', label: info.group.none }, ...groupsOf(ledger)]}
            onChange={(group: string) => change({ group: group === '' ? null : group })}
          />
        </OptionLine>
      ) : null}
      {chooses('ledger') ? (
        <RollupOptions options={options} onChange={onChange} />
      ) : chooses('dimensions') ? (
        <Dimensions groups={groupsOf(ledger)} options={options} change={change} />
      ) : null}
      <DocumentOptions info={info} />
      <ChartOptions info={info} options={options} onChange={(chart) => change({ chart })} />
      <PaperOptions info={info} options={options} onChange={onChange} />
      {info.subject === 'year' ? null : (
        <OptionLine label="金额">
          <Segmented<'元' | '万元' | '亿元'>
            aria-label="金额单位"
            value={options.measure ?? '万元'}
            options={['元', '万元', '亿元']}
            onChange={(measure) => change({ measure })}
          />
        </OptionLine>
      )}
      {chooses('columns') ? (
        <>
          <h2>列</h2>
          <Checkbox.Group
            className="rp-columns"
            value={[...(options.columns ?? info.columns ?? [])]}
            options={[...columns]}
            onChange={(chosen) =>
              change({
                columns: columns.map((one) => one.value).filter((code) => chosen.includes(code)),
              })
            }
          />
        </>
      ) : null}
      <SetupOptions
        key={info.name}
        table={info.name}
        options={options}
        preview={preview}
        onChange={onChange}
      />
    </div>
  );
}

/** Its size, its way up, and what each page adds up. */
function PaperOptions({ info, options, onChange }: OptionsProps): ReactElement {
  const change = (part: Partial<TableOptions>): void => onChange({ ...options, ...part });
  return (
    <>
      <h2>纸张</h2>
      <OptionLine label="大小">
        <Segmented<'A4' | 'A3'>
          aria-label="纸张"
          value={options.paper ?? info.paper}
          options={['A4', 'A3']}
          onChange={(paper) => change({ paper })}
        />
      </OptionLine>
      <OptionLine label="方向">
        <Segmented
          aria-label="方向"
          value={options.landscape === undefined ? '自动' : options.landscape ? '横向' : '纵向'}
          options={['自动', '纵向', '横向']}
          onChange={(way) =>
            way === '自动'
              ? onChange(withoutOption(options, 'landscape'))
              : change({ landscape: way === '横向' })
          }
        />
      </OptionLine>
      <OptionLine label="舍位">
        <Checkbox
          checked={options.balance !== false}
          onChange={(event) =>
            event.target.checked
              ? onChange(withoutOption(options, 'balance'))
              : change({ balance: false })
          }
        >
          平衡尾数，分项之和等于合计
        </Checkbox>
      </OptionLine>
      {info.choices.includes('pageSums') ? (
        <OptionLine label="每页">
          <Checkbox
            checked={options.pageSums === true}
            onChange={(event) =>
              event.target.checked
                ? change({ pageSums: true })
                : onChange(withoutOption(options, 'pageSums'))
            }
          >
            本页小计、承前页
          </Checkbox>
        </OptionLine>
      ) : null}
    </>
  );
}

/** The options for one unit, or for all where the name is empty. */
const forUnit = (options: TableOptions, unit: string): TableOptions =>
  unit === '' ? withoutOption(options, 'unit') : { ...options, unit };

function Dimensions({
  groups,
  options,
  change,
}: {
  readonly groups: readonly Choice[];
  readonly options: TableOptions;
  readonly change: (part: Partial<TableOptions>) => void;
}): ReactElement {
  const [rows = 'stage', heads = rows] = options.dimensions ?? ['stage', 'nature'];
  return (
    <>
      <OptionLine label="按行">
        <Select
          aria-label="按行"
          value={rows}
          options={[...groups]}
          onChange={(next: string) => change({ dimensions: [next, heads] })}
        />
      </OptionLine>
      <OptionLine label="按列">
        <Select
          aria-label="按列"
          value={heads}
          options={[...groups]}
          onChange={(next: string) => change({ dimensions: [rows, next] })}
        />
      </OptionLine>
    </>
  );
}
