/**
 * One arrival, typed by hand: day, amount with currency, source, evidence; and once it is judged,
 * its cuts with their reasons.
 */
import { Button, Checkbox } from 'antd';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { arrival } from '../../../../main/domain/ledgers/arrival.ts';
import { fieldOf, type ChoiceField } from '../../../../main/domain/ledgers/field.ts';
import { CUT_REASONS } from '../../../../main/domain/projects/recognition.ts';
import type { ArrivalEntry } from '../../../../main/domain/projects/recognition.ts';
import { call } from '../../../bridge/bridge.ts';
import { editTextOf } from '../shared/display.ts';
import { faultCodeOf } from '../shared/parts.ts';
import { textOrNull } from '../../../../main/domain/read/text.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import { FormField } from '../../../ui/form-parts.tsx';

interface ArrivalFormProps {
  readonly project: number;
  /** null: a new one */
  readonly entry: ArrivalEntry | null;
  onDone(): void;
  onSaved(sentence: string): void;
}
interface Cut {
  readonly amount: string;
  readonly reason: string;
}
interface Typed {
  readonly date: string;
  readonly amount: string;
  readonly currency: string;
  readonly source: string;
  readonly evidence: string;
  readonly remark: string;
}
const AMOUNT = fieldOf(arrival, 'amount');
const choices = (code: string): ChoiceField['choices'] =>
  (fieldOf(arrival, code) as ChoiceField).choices;
const amountText = (amount: string, currency: string): string =>
  editTextOf(AMOUNT, { amount, amount_currency: currency });
const NO_CUT: Cut = { amount: '', reason: '' };

const typedOf = (entry: ArrivalEntry | null): Typed =>
  entry === null
    ? { date: '', amount: '', currency: 'CNY', source: '', evidence: '', remark: '' }
    : {
        date: entry.date ?? '',
        amount: amountText(entry.amount, entry.currency),
        currency: entry.currency,
        source: entry.source ?? '',
        evidence: entry.evidence ?? '',
        remark: entry.remark ?? '',
      };

export function ArrivalForm({ project, entry, onDone, onSaved }: ArrivalFormProps): ReactElement {
  const [typed, setTyped] = useState(() => typedOf(entry));
  const [cuts, setCuts] = useState<readonly Cut[] | null>(() =>
    entry === null || entry.recognised === null
      ? null
      : entry.cuts.map((cut) => ({
          amount: amountText(cut.amount, entry.currency),
          reason: cut.reason,
        })),
  );
  const [fault, setFault] = useState({ code: '', sentence: '' });
  const type = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const save = (anyway: boolean): void => {
    const filled =
      cuts?.filter((cut) => cut.amount.trim() !== '' || cut.reason.trim() !== '') ?? null;
    const input = {
      project,
      id: entry?.id ?? null,
      ...typed,
      date: textOrNull(typed.date),
      source: textOrNull(typed.source),
      evidence: textOrNull(typed.evidence),
      remark: textOrNull(typed.remark),
      cuts: filled,
      anyway,
    };
    call('projects.saveArrival', input).then(
      () => onSaved(entry === null ? '已登记1笔到位资金。' : '已修改到位资金。'),
      (thrown: unknown) => setFault({ code: faultCodeOf(thrown), sentence: sentenceOf(thrown) }),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const saves = (event.ctrlKey || event.metaKey) && event.code === 'KeyS';
    if (event.nativeEvent.isComposing || (event.key !== 'Escape' && !saves)) return;
    event.preventDefault();
    event.stopPropagation();
    if (saves) save(false);
    else onDone();
  };
  const title = entry === null ? '登记到位资金' : '修改到位资金';
  return (
    <div className="lg-stage-form" role="dialog" aria-label={title} onKeyDown={onKeyDown}>
      <label>
        <span className="label">到位日期</span>
        <span className="box">
          <input
            autoFocus
            aria-label="到位日期"
            value={typed.date}
            placeholder="如2012.5.3"
            onChange={(event) => type({ date: event.target.value })}
          />
        </span>
      </label>
      <label>
        <span className="label">
          申报金额<b> *</b>
        </span>
        <span className="box figure">
          <input
            aria-label="申报金额"
            value={typed.amount}
            onChange={(event) => type({ amount: event.target.value })}
          />
          <em>{typed.currency === 'CNY' ? '万元' : '万'}</em>
        </span>
      </label>
      <label>
        <span className="label">币种</span>
        <Choose
          label="币种"
          value={typed.currency}
          options={choices('currency')}
          onChoose={(currency) => type({ currency })}
        />
      </label>
      <label>
        <span className="label">凭证种类</span>
        <Choose
          label="凭证种类"
          value={typed.evidence}
          options={[{ value: '', label: '' }, ...choices('evidence')]}
          onChoose={(evidence) => type({ evidence })}
        />
      </label>
      <FormField label="资金来源" value={typed.source} onType={(text) => type({ source: text })} />
      <FormField label="备注" value={typed.remark} onType={(text) => type({ remark: text })} />
      <span className="wide">
        <Checkbox
          checked={cuts !== null}
          onChange={(event) => setCuts(event.target.checked ? [NO_CUT] : null)}
        >
          已认定，不予认定的部分填在下方
        </Checkbox>
      </span>
      {cuts === null ? null : <Cuts cuts={cuts} onChange={setCuts} />}
      {fault.sentence === '' ? null : (
        <span className="fault" role="alert">
          {fault.sentence}
        </span>
      )}
      <div className="buttons">
        <Button onClick={onDone}>取消</Button>
        {fault.code === 'arrival.overContract' ? (
          <Button onClick={() => save(true)}>仍然登记</Button>
        ) : null}
        <Button type="primary" onClick={() => save(false)}>
          保存这笔
        </Button>
      </div>
    </div>
  );
}

function Choose({
  label,
  value,
  options,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: ChoiceField['choices'];
  onChoose(value: string): void;
}): ReactElement {
  return (
    <span className="box">
      <select aria-label={label} value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </span>
  );
}

function Cuts({
  cuts,
  onChange,
}: {
  readonly cuts: readonly Cut[];
  onChange(cuts: readonly Cut[]): void;
}): ReactElement {
  const set = (at: number, part: Partial<Cut>): void =>
    onChange(cuts.map((cut, place) => (place === at ? { ...cut, ...part } : cut)));
  return (
    <div className="wide lg-cuts">
      {cuts.map((cut, at) => (
        <div key={at}>
          <span className="box figure">
            <input
              aria-label={`核减金额${at + 1}`}
              value={cut.amount}
              placeholder="核减"
              onChange={(event) => set(at, { amount: event.target.value })}
            />
            <em>万</em>
          </span>
          <span className="box">
            <input
              aria-label={`核减原因${at + 1}`}
              list="lg-cut-reasons"
              value={cut.reason}
              placeholder="原因"
              onChange={(event) => set(at, { reason: event.target.value })}
            />
          </span>
          <Button
            size="small"
            aria-label={`去掉核减${at + 1}`}
            onClick={() => onChange(cuts.toSpliced(at, 1))}
          >
            ✕
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...cuts, NO_CUT])}>
        再加一笔核减
      </Button>
      <datalist id="lg-cut-reasons">
        {CUT_REASONS.map((reason) => (
          <option key={reason} value={reason} />
        ))}
      </datalist>
    </div>
  );
}
