/** What stands behind a record: the stages on their way, arrived funds, origins and the history of changes. */
import type { ReactElement } from 'react';
import { STAGES, stepOf, type Stage } from '../../../main/domain/stage.ts';
import type { Value } from '../../../main/domain/ledgers/field.ts';
import type { RecordDetail } from '../../../preload/contract/records.ts';
import { timeText } from '../../format/time.ts';
import { arrival } from '../../../main/domain/ledgers/arrival.ts';
import type { Field } from '../../../main/domain/ledgers/field.ts';
import { fields } from './columns.ts';
import { textOf } from './display.ts';

const STEPS: readonly Stage[] = ['signed', 'started', 'building', 'producing', 'full_output'];

export function StageSteps({ detail }: { readonly detail: RecordDetail }): ReactElement {
  const now = STAGES.find((stage) => stage.value === detail.row['stage']);
  const reached = now === undefined ? null : stepOf(now.value);
  return (
    <div className="pj-stages">
      {STEPS.map((stage) => {
        const step = stepOf(stage) ?? 0;
        const label = STAGES.find((one) => one.value === stage)?.label ?? stage;
        const dated = detail.stages.findLast((one) => one.stage === stage)?.date;
        const state = now?.value === stage ? 'now' : reached !== null && step <= reached ? 'past' : 'future';
        return <span key={stage} className={state}>{label}<small>{dated ?? (state === 'future' ? '—' : '未知')}</small></span>;
      })}
    </div>
  );
}

const amount: Field = { ...fieldNamed(arrival.fields, 'amount'), label: '到位金额' };
const basis = fieldNamed(arrival.fields, 'basis');

function fieldNamed(list: readonly Field[], code: string): Field {
  const field = list.find((one) => one.code === code);
  if (field === undefined) throw new RangeError(code);
  return field;
}

export function Arrivals({ detail }: { readonly detail: RecordDetail }): ReactElement {
  if (detail.arrivals.length === 0) return <p className="pj-empty">还没有到位资金的明细。导入到资表后列在这里。</p>;
  return (
    <table className="pj-table">
      <thead><tr><th>日期</th><th>金额（万元）</th><th>口径</th><th>备注</th></tr></thead>
      <tbody>
        {detail.arrivals.map((one) => (
          <tr key={one.id}><td>{one.date ?? '未知'}</td><td className="figure">{textOf(amount, { amount: one.amount, amount_currency: one.currency })}</td><td>{textOf(basis, { basis: one.basis })}</td><td>{one.remark}</td></tr>
        ))}
      </tbody>
    </table>
  );
}

const WHAT = { created: '新增', changed: '修改', removed: '删除', restored: '恢复' } as const;

export function Past({ detail }: { readonly detail: RecordDetail }): ReactElement {
  return (
    <div className="pj-past">
      <h3>来源</h3>
      {detail.origins.length === 0 ? <p className="pj-empty">手工录入。</p> : detail.origins.map((origin) => (
        <p key={`${origin.import}-${origin.sheet}-${origin.row}`}><b>{origin.file}</b>　{origin.sheet}　第{origin.row}行<small>{timeText(origin.at)}导入</small></p>
      ))}
      {Object.keys(detail.extra).length === 0 ? null : <h3>原表多出的列</h3>}
      {Object.entries(detail.extra).map(([head, text]) => <p key={head}>{head}：{text}</p>)}
      <h3>历史</h3>
      {detail.history.map((change, index) => (
        <div key={`${change.at}-${index}`} className="change">
          <small>{timeText(change.at)}　{change.who}　{WHAT[change.what]}{change.import === null ? '' : '（导入）'}</small>
          {change.what === 'changed' ? change.fields.map((one) => <FieldChange key={one.field} {...one} />) : null}
        </div>
      ))}
    </div>
  );
}

function FieldChange({ field, before, after }: { readonly field: string; readonly before: Value; readonly after: Value }): ReactElement {
  const known = fields.find((one) => one.code === field);
  const text = (value: Value): string => (value === null ? '空' : known === undefined ? value : textOf(known, { [field]: value }));
  return <p>{known?.label ?? field}：{text(before)} → <b>{text(after)}</b></p>;
}
