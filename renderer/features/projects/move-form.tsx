/** A card was put down in another stage: since when, who says so, why. The core's refusal stands in the form, nothing moves until it is taken. */
import { Button, Modal } from 'antd';
import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { reasonFor, STAGES, type Stage } from '../../../main/domain/stage.ts';
import { call } from '../../bridge.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { offerUndo } from '../../stores/status.ts';
import { undo } from '../../stores/take-back.ts';

export interface Move {
  readonly id: number;
  readonly name: string;
  readonly from: string | null;
  readonly to: Stage;
}

const labelOf = (stage: string | null): string => STAGES.find((one) => one.value === stage)?.label ?? '未填阶段';
const emptyAsNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export function MoveForm({ move, onDone }: { readonly move: Move; onDone(): void }): ReactElement {
  const [typed, setTyped] = useState({ date: '', who: '', note: '', evidence: '' });
  const [fault, setFault] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const isReasonDue = reasonFor(STAGES.find((one) => one.value === move.from)?.value ?? null, move.to) !== null;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const { date, who, note, evidence } = typed;
    call('records.setStage', { id: move.id, stage: move.to, date: emptyAsNull(date), who: emptyAsNull(who), note: emptyAsNull(note), evidence: emptyAsNull(evidence) }).then(() => {
      onDone();
      offerUndo(`“${move.name}”改为${labelOf(move.to)}。`, undo);
    }, (thrown: unknown) => setFault(sentenceOf(thrown)));
  };
  const box = (part: keyof typeof typed, label: string, placeholder = ''): ReactElement => <span className="box"><input aria-label={label} value={typed[part]} onChange={(event) => setTyped({ ...typed, [part]: event.target.value })} placeholder={placeholder} /></span>;
  return (
    <Modal open title={`${move.name}：${labelOf(move.from)} → ${labelOf(move.to)}`} footer={null} onCancel={onDone} width={520} afterOpenChange={() => form.current?.querySelector('input')?.focus()}>
      <form ref={form} className="lg-stage-form pj-form" aria-label="改阶段" onSubmit={save}>
        <label><span className="label">日期，不知道可空着</span>{box('date', '日期', '如2012.5')}</label>
        <label><span className="label">经办人</span>{box('who', '经办人')}</label>
        <label><span className="label">依据</span>{box('evidence', '依据', '如开工令')}</label>
        <label><span className="label">说明{isReasonDue ? <b> *</b> : null}</span>{box('note', '说明')}</label>
        {fault === '' ? null : <span className="fault" role="alert">{fault}</span>}
        <div className="buttons"><Button onClick={onDone}>放回去 <em>Esc</em></Button><Button type="primary" htmlType="submit">改阶段</Button></div>
      </form>
    </Modal>
  );
}
