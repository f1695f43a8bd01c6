/** A project in the drawer: the stages on its way, its arrived funds and whom it counts for, and the form that moves its stage. */
import type { ReactElement } from 'react';
import { STAGES, stepOf, type Stage } from '../../../main/domain/stage.ts';
import type { RecordDetail } from '../../../preload/contract/records.ts';
import { arrival } from '../../../main/domain/ledgers/arrival.ts';
import type { Field } from '../../../main/domain/ledgers/field.ts';
import { textOf, wire } from './display.ts';
import type { Special } from './specials.tsx';
import { StageForm } from './stage-form.tsx';

const STEPS: readonly Stage[] = ['signed', 'started', 'building', 'producing', 'full_output'];

function StageSteps({ detail }: { readonly detail: RecordDetail }): ReactElement {
  const now = STAGES.find((stage) => stage.value === detail.row['stage']);
  const reached = now === undefined ? null : stepOf(now.value);
  return (
    <div className="lg-stages">
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

function Arrivals({ detail }: { readonly detail: RecordDetail }): ReactElement {
  if (detail.arrivals.length === 0) return <p className="lg-empty">还没有到位资金的明细。导入到资表后列在这里。</p>;
  return (
    <table className="lg-table">
      <thead><tr><th>日期</th><th>金额（万元）</th><th>口径</th><th>备注</th></tr></thead>
      <tbody>
        {detail.arrivals.map((one) => (
          <tr key={one.id}><td>{one.date ?? '未知'}</td><td className="figure">{textOf(amount, { amount: one.amount, amount_currency: one.currency })}</td><td>{textOf(basis, { basis: one.basis })}</td><td>{one.remark}</td></tr>
        ))}
      </tbody>
    </table>
  );
}

function Credits({ detail }: { readonly detail: RecordDetail }): ReactElement {
  if (detail.credits.length === 0) return <p className="lg-empty">还没有引进单位。填上“引进单位”后按它统计。</p>;
  return (
    <table className="lg-table">
      <thead><tr><th>计入单位</th><th>比例</th></tr></thead>
      <tbody>{detail.credits.map((one) => <tr key={one.unit}><td>{one.unit}</td><td className="figure">{one.percent}%</td></tr>)}</tbody>
    </table>
  );
}

/** What a project has beside its form. */
export const projectSpecial: Special = {
  Steps: StageSteps,
  tabs: [{ label: '到位资金', View: ({ detail }) => <><Arrivals detail={detail} /><Credits detail={detail} /></> }],
  movesOf: () => [{ to: 'stage', label: '改阶段' }],
  MoveForm: ({ detail, onDone }) => <StageForm id={detail.row.id} stage={wire(detail.row, 'stage') ?? 'lead'} onDone={onDone} />,
};
