/**
 * A project's arrived funds in the drawer: entries with what was reported, cut and recognised;
 * added, changed and removed by hand.
 */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { round } from '../../../../main/domain/exact/decimal.ts';
import { arrival } from '../../../../main/domain/ledgers/arrival.ts';
import { fieldOf } from '../../../../main/domain/ledgers/field.ts';
import { measureOf } from '../../../../main/domain/exact/measure.ts';
import type { ArrivalTotals } from '../../../../preload/contract/projects.ts';
import type { ArrivalEntry } from '../../../../main/domain/projects/recognition.ts';
import { call } from '../../../bridge/bridge.ts';
import { say } from '../../../stores/status.ts';
import { ArrivalForm } from './arrival-form.tsx';
import { withCommas } from '../../../format/figure.ts';
import { moneyIn } from '../../../../main/domain/exact/money.ts';
import { recordTextOf } from '../shared/display.ts';
import { saveDone, useParts } from '../shared/parts.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import type { DetailProps } from '../shared/special.ts';

const AMOUNT = fieldOf(arrival, 'amount');
const BASIS = fieldOf(arrival, 'basis');

/** What is in the form: an entry, a new one, or nothing. */
type Editing = ArrivalEntry | 'new' | null;

export function Arrivals({ detail }: DetailProps): ReactElement | null {
  const { id } = detail.row;
  const parts = useParts(id);
  const [editing, setEditing] = useState<Editing>(null);
  if (parts === null) return null;
  const remove = (one: ArrivalEntry): void =>
    void call('records.remove', { ledger: 'arrival', ids: [one.id] }).then(
      () => saveDone('已删除1笔到位资金。'),
      (fault: unknown) => say(sentenceOf(fault)),
    );
  return (
    <div className="lg-parts">
      {parts.arrivals.length === 0 ? (
        <p className="lg-empty">尚无到位资金。点“登记到位资金”，或导入到资表。</p>
      ) : (
        <table className="lg-table">
          <thead>
            <tr>
              <th>日期</th>
              <th>申报</th>
              <th>认定</th>
              <th>凭证</th>
              <th aria-label="操作" />
            </tr>
          </thead>
          <tbody>
            {parts.arrivals.map((one) => (
              <Entry
                key={one.id}
                one={one}
                onEdit={() => setEditing(one)}
                onRemove={() => remove(one)}
              />
            ))}
          </tbody>
          <tfoot>
            <Totals totals={parts.totals} />
          </tfoot>
        </table>
      )}
      {editing !== null ? (
        <ArrivalForm
          key={editing === 'new' ? 'new' : editing.id}
          project={id}
          entry={editing === 'new' ? null : editing}
          onDone={() => setEditing(null)}
          onSaved={(sentence) => {
            setEditing(null);
            saveDone(sentence);
          }}
        />
      ) : (
        <div className="lg-moves">
          <Button size="small" onClick={() => setEditing('new')}>
            登记到位资金
          </Button>
        </div>
      )}
    </div>
  );
}

const shown = (value: string, currency: string): string =>
  recordTextOf(AMOUNT, { amount: value, amount_currency: currency });

function Entry({
  one,
  onEdit,
  onRemove,
}: {
  readonly one: ArrivalEntry;
  onEdit(): void;
  onRemove(): void;
}): ReactElement {
  const said = [
    one.source,
    one.remark,
    ...one.cuts.map((cut) => `核减${shown(cut.amount, one.currency)}（${cut.reason}）`),
  ]
    .filter((text) => text !== null)
    .join('；');
  return (
    <>
      <tr>
        <td>{one.date ?? recordTextOf(BASIS, { basis: one.basis })}</td>
        <td className="figure">{shown(one.amount, one.currency)}</td>
        <td className="figure">
          {one.recognised === null ? '未认定' : shown(one.recognised, one.currency)}
        </td>
        <td>{one.evidence}</td>
        <td className="acts">
          <button type="button" onClick={onEdit}>
            改
          </button>
          <button type="button" onClick={onRemove}>
            删
          </button>
        </td>
      </tr>
      {said === '' ? null : (
        <tr className="said">
          <td colSpan={5}>{said}</td>
        </tr>
      )}
    </>
  );
}

function Totals({ totals }: { readonly totals: ArrivalTotals }): ReactElement {
  const notes = [
    totals.hasOthers ? '外币已折人民币' : '',
    totals.withoutRate === 0 ? '' : `${totals.withoutRate}笔外币没有汇率，未计入，去“设置”填`,
    totals.waiting === 0 ? '' : `${totals.waiting}笔未认定`,
  ]
    .filter((text) => text !== '')
    .join('；');
  return (
    <>
      <tr>
        <th>合计（万元）</th>
        <th className="figure">{inWan(totals.reported)}</th>
        <th className="figure">{inWan(totals.recognised)}</th>
        <th colSpan={2} />
      </tr>
      {notes === '' ? null : (
        <tr className="said">
          <td colSpan={5}>{notes}</td>
        </tr>
      )}
    </>
  );
}

function inWan(yuan: string): string {
  const measure = measureOf('万元');
  return measure === null
    ? yuan
    : withCommas(round(moneyIn(yuan, measure), 2).replace(/\.00$/, ''));
}
