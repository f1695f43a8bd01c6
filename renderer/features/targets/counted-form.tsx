/**
 * 台账里数: which records, what of them, whose and when, without a line of code; the trial run
 * shows what would be counted.
 */
import { Button, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { AnyCode } from '../../../main/domain/ledgers/index.ts';
import type { CountedIndicator } from '../../../preload/contract/targets.ts';
import type { Output } from '../../../preload/contract/index.ts';
import { call } from '../../bridge/bridge.ts';
import { allLedgers, knownLedgerOf, useOwnLedgers } from '../../stores/ledgers.ts';
import { goRecords } from '../../stores/navigation.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { FaultLine } from '../../ui/form-parts.tsx';

export const NEW_COUNTED: CountedIndicator = {
  ledger: 'project',
  filters: [],
  sum: null,
  unit: 'credit',
  date: 'signed_date',
};

export interface CountedFormProps {
  readonly counted: CountedIndicator;
  readonly measure: string;
  readonly kind: 'flow' | 'stock' | 'ratio';
  readonly year: number;
  readonly onChange: (counted: CountedIndicator) => void;
  readonly onOpened: () => void;
}

export function CountedForm({
  counted,
  measure,
  kind,
  year,
  onChange,
  onOpened,
}: CountedFormProps): ReactElement {
  const ledgers = allLedgers(useOwnLedgers(({ own }) => own));
  const fields = knownLedgerOf(counted.ledger)?.fields ?? [];
  const set = (part: Partial<CountedIndicator>): void => onChange({ ...counted, ...part });
  const of = (kinds: readonly string[]) =>
    fields
      .filter((field) => kinds.includes(field.kind))
      .map((field) => ({ value: field.code, label: field.label }));
  const owners = [
    ...(counted.ledger === 'project' || counted.ledger === 'arrival'
      ? [{ value: 'credit', label: '按引进份额分' }]
      : []),
    ...of(['unit']),
  ];
  const changeLedger = (ledger: AnyCode): void => {
    const next = knownLedgerOf(ledger)?.fields ?? [];
    set({
      ledger,
      filters: [],
      sum: null,
      unit:
        ledger === 'project' || ledger === 'arrival'
          ? 'credit'
          : (next.find((field) => field.kind === 'unit')?.code ?? ''),
      date: next.find((field) => field.kind === 'day')?.code ?? null,
    });
  };
  return (
    <fieldset className="form-grid tg-counted">
      <label>哪本台账</label>
      <Select
        aria-label="哪本台账"
        value={counted.ledger}
        onChange={changeLedger}
        options={ledgers.map(({ code, ledger }) => ({ value: code, label: ledger.label }))}
      />
      <label>统计内容</label>
      <Select
        aria-label="统计内容"
        value={counted.sum ?? ''}
        onChange={(sum) => set({ sum: sum === '' ? null : sum })}
        options={[
          { value: '', label: '条数' },
          ...of(['money', 'decimal']).map((one) => ({ ...one, label: `${one.label}合计` })),
        ]}
      />
      <label>归属单位</label>
      <Select
        aria-label="归属单位"
        value={counted.unit}
        onChange={(unit) => set({ unit })}
        options={owners}
      />
      <label>计入月份</label>
      <Select
        aria-label="计入月份"
        value={counted.date ?? ''}
        onChange={(date) => set({ date: date === '' ? null : date })}
        options={[{ value: '', label: '不分月，按现在的样子' }, ...of(['day'])]}
      />
      <label>只数</label>
      <div>
        {counted.filters.map((filter, at) => (
          <div key={at} className="tg-filter">
            <Select
              aria-label="筛选项"
              value={filter.field}
              options={fields.map((field) => ({ value: field.code, label: field.label }))}
              onChange={(field) =>
                set({
                  filters: counted.filters.map((one, here) =>
                    here === at ? { ...one, field } : one,
                  ),
                })
              }
            />
            <Input
              aria-label="筛选条件"
              value={filter.text}
              placeholder="如 >1亿、工业、2012.."
              onChange={(event) =>
                set({
                  filters: counted.filters.map((one, here) =>
                    here === at ? { ...one, text: event.target.value } : one,
                  ),
                })
              }
            />
            <Button
              size="small"
              aria-label="删除此条"
              onClick={() => set({ filters: counted.filters.filter((_, here) => here !== at) })}
            >
              ✕
            </Button>
          </div>
        ))}
        <Button
          size="small"
          onClick={() =>
            set({ filters: [...counted.filters, { field: fields[0]?.code ?? '', text: '' }] })
          }
        >
          加一条
        </Button>
      </div>
      <div className="wide">
        <Trial counted={counted} measure={measure} kind={kind} year={year} onOpened={onOpened} />
      </div>
    </fieldset>
  );
}

function Trial({
  counted,
  measure,
  kind,
  year,
  onOpened,
}: Omit<CountedFormProps, 'onChange'>): ReactElement {
  const [result, setResult] = useState<Output<'indicators.trial'> | null>(null);
  const [fault, setFault] = useState('');
  const run = (): void => {
    call('indicators.trial', { counted, measure, kind, year, month: 12 }).then(
      (found) => {
        setResult(found);
        setFault('');
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  const open = (): void => {
    if (result === null) return;
    onOpened();
    goRecords(result.query);
  };
  return (
    <>
      <Button size="small" onClick={run}>
        试数{year}年
      </Button>
      <FaultLine fault={fault} />
      {result === null ? null : (
        <div aria-label="试数结果">
          <p>
            数到{result.records}条，合计<b>{result.total}</b>
            {measure}。
            {result.undated === 0 ? '' : `另有${result.undated}条没有日期，未计入任何月份。`}
            {result.leftOut}
            <button type="button" className="link" onClick={open}>
              查看这{result.records}条
            </button>
          </p>
          {result.byUnit.length === 0 ? null : (
            <table className="plain">
              <thead>
                <tr>
                  <th>单位</th>
                  <th>数</th>
                  <th>条数</th>
                </tr>
              </thead>
              <tbody>
                {result.byUnit.map((one) => (
                  <tr key={one.unit}>
                    <td>{one.unit}</td>
                    <td className="n">{one.value}</td>
                    <td className="n">{one.records}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      )}
    </>
  );
}
