/**
 * What an item reads: an indicator against its target, records of a ledger, what is overdue, or
 * what people enter.
 */
import { Input, Select } from 'antd';
import { createContext, useContext, type ReactElement } from 'react';
import type { ScoreSource } from '../../../../main/domain/scoring/scheme.ts';
import { STATED_CODES } from '../../../../main/domain/tasks/states.ts';
import type { AnyCode } from '../../../../main/domain/ledgers/index.ts';
import { useCall } from '../../../bridge/bridge.ts';
import { allLedgers, knownLedgerOf, useOwnLedgers } from '../../../stores/ledgers.ts';
import { FilterLines } from '../../../ui/filter-lines.tsx';
import { INDICATOR, PROJECTS } from './blank-rules.ts';

const KINDS = [
  { value: 'indicator', label: '指标' },
  { value: 'ledger', label: '台账里的' },
  { value: 'overdue', label: '到期未办结的' },
  { value: 'events', label: '登记的事项' },
] as const;
const AGAINST = [
  { value: 'assured', label: '确保数' },
  { value: 'stretch', label: '力争数' },
  { value: 'upper', label: '上级任务' },
  { value: 'base', label: '上年数' },
  { value: 'pace', label: '时序目标' },
  { value: '', label: '不作对比，直接取数' },
] as const;

/**
 * Whether the item is people's: a record is then somebody's by a name in a text, too; a unit's only
 * by a field of units.
 */
export const ForPeople = createContext(false);

export interface SourceFormProps {
  readonly source: ScoreSource;
  /** a rule by size needs amounts: a ledger with a sum */
  readonly only?: readonly ScoreSource['from'][];
  readonly onChange: (source: ScoreSource) => void;
}

export function SourceForm({ source, only, onChange }: SourceFormProps): ReactElement {
  const begin = (from: ScoreSource['from']): void => {
    if (from === 'indicator') onChange(INDICATOR);
    else if (from === 'ledger') onChange(PROJECTS);
    else onChange(from === 'events' ? { from } : { from, ledger: 'task', by: 'lead_unit' });
  };
  return (
    <fieldset className="form-grid sc-source" aria-label="数据来源">
      <label>数据来源</label>
      <Select
        aria-label="数据来源"
        value={source.from}
        options={KINDS.filter((kind) => only === undefined || only.includes(kind.value))}
        onChange={begin}
      />
      {source.from === 'indicator' ? (
        <IndicatorSource source={source} onChange={onChange} />
      ) : source.from === 'ledger' ? (
        <LedgerSource source={source} onChange={onChange} />
      ) : source.from === 'overdue' ? (
        <OverdueSource source={source} onChange={onChange} />
      ) : null}
    </fieldset>
  );
}

function IndicatorSource({
  source,
  onChange,
}: {
  readonly source: Extract<ScoreSource, { from: 'indicator' }>;
  readonly onChange: (source: ScoreSource) => void;
}): ReactElement {
  const { value: indicators } = useCall('indicators.list', {}, ['indicator']);
  return (
    <>
      <label>指标</label>
      <Select
        aria-label="指标"
        showSearch
        value={source.indicator === '' ? null : source.indicator}
        placeholder="选指标"
        notFoundContent="尚无指标，请先在“目标”中建立"
        options={(indicators ?? []).map((one) => ({
          value: one.name,
          label: `${one.name}（${one.measure}）`,
        }))}
        onChange={(indicator) => onChange({ ...source, indicator })}
      />
      <label>对比的数</label>
      <Select<Exclude<Extract<ScoreSource, { from: 'indicator' }>['against'], null> | ''>
        aria-label="对比的数"
        value={source.against ?? ''}
        options={[...AGAINST]}
        onChange={(against) => onChange({ ...source, against: against === '' ? null : against })}
      />
    </>
  );
}

function LedgerSource({
  source,
  onChange,
}: {
  readonly source: Extract<ScoreSource, { from: 'ledger' }>;
  readonly onChange: (source: ScoreSource) => void;
}): ReactElement {
  const ledgers = allLedgers(useOwnLedgers(({ own }) => own));
  const owners = useContext(ForPeople) ? ['unit', 'text'] : ['unit'];
  const fields = knownLedgerOf(source.ledger)?.fields ?? [];
  const of = (kinds: readonly string[]) =>
    fields
      .filter((field) => kinds.includes(field.kind))
      .map((field) => ({ value: field.code, label: field.label }));
  const shared = (code: string): boolean => code === 'project' || code === 'arrival';
  const changeLedger = (ledger: AnyCode): void => {
    const next = knownLedgerOf(ledger)?.fields ?? [];
    onChange({
      ...source,
      ledger,
      filters: [],
      sum: null,
      measure: '个',
      by: shared(ledger) ? 'credit' : (next.find((field) => field.kind === 'unit')?.code ?? ''),
      date: next.find((field) => field.kind === 'day')?.code ?? null,
    });
  };
  const changeSum = (code: string): void => {
    const field = fields.find((one) => one.code === code);
    onChange({
      ...source,
      sum: code === '' ? null : code,
      measure: field !== undefined && 'measure' in field ? field.measure : '个',
    });
  };
  return (
    <>
      <label>哪本台账</label>
      <Select
        aria-label="哪本台账"
        value={source.ledger}
        options={ledgers.map(({ code, ledger }) => ({ value: code, label: ledger.label }))}
        onChange={changeLedger}
      />
      <label>统计内容</label>
      <Select
        aria-label="统计内容"
        value={source.sum ?? ''}
        options={[{ value: '', label: '条数' }, ...of(['money', 'decimal'])]}
        onChange={changeSum}
      />
      {source.sum === null ? null : (
        <>
          <label htmlFor="source-measure">单位</label>
          <Input
            id="source-measure"
            value={source.measure}
            onChange={(event) => onChange({ ...source, measure: event.target.value })}
          />
        </>
      )}
      <label>归属单位</label>
      <Select
        aria-label="归属单位"
        value={source.by}
        options={[
          ...(shared(source.ledger) ? [{ value: 'credit', label: '按引进份额分' }] : []),
          ...of(owners),
        ]}
        onChange={(by) => onChange({ ...source, by })}
      />
      <label>依据日期</label>
      <Select
        aria-label="依据日期"
        value={source.date ?? ''}
        options={[{ value: '', label: '不看日期' }, ...of(['day'])]}
        onChange={(date) => onChange({ ...source, date: date === '' ? null : date })}
      />
      <label>只算</label>
      <FilterLines
        fields={fields}
        lines={source.filters}
        onChange={(filters) => onChange({ ...source, filters })}
      />
    </>
  );
}

function OverdueSource({
  source,
  onChange,
}: {
  readonly source: Extract<ScoreSource, { from: 'overdue' }>;
  readonly onChange: (source: ScoreSource) => void;
}): ReactElement {
  // of the users' own, those that remind of a deadline
  const own = useOwnLedgers(({ own: known }) => known) ?? [];
  const due = [
    ...STATED_CODES,
    ...own
      .filter(({ definition }) => definition.reminder !== null && !definition.retired)
      .map((one) => one.code),
  ];
  const owners = useContext(ForPeople) ? ['unit', 'text'] : ['unit'];
  const units = (knownLedgerOf(source.ledger)?.fields ?? [])
    .filter((field) => owners.includes(field.kind))
    .map((field) => ({ value: field.code, label: field.label }));
  return (
    <>
      <label>哪本台账</label>
      <Select
        aria-label="哪本台账"
        value={source.ledger}
        options={due.map((code) => ({ value: code, label: knownLedgerOf(code)?.label ?? code }))}
        onChange={(ledger) =>
          onChange({
            ...source,
            ledger,
            by: knownLedgerOf(ledger)?.fields.find((field) => field.kind === 'unit')?.code ?? '',
          })
        }
      />
      <label>归属单位</label>
      <Select
        aria-label="归属单位"
        value={source.by}
        options={units}
        onChange={(by) => onChange({ ...source, by })}
      />
    </>
  );
}
