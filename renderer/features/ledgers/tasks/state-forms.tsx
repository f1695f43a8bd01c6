/**
 * The forms of a move of problems or tasks: when, by whom, with which note; an extension also until
 * when and why.
 */
import { textOrNull } from '../../../../main/domain/read/text.ts';
import { useState, type ReactElement } from 'react';
import type { StatedCode } from '../../../../main/domain/tasks/states.ts';
import { call } from '../../../bridge/bridge.ts';
import type { StateMove } from '../shared/moves.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import { today } from '../../../format/today.ts';
import { FormEnd, FormField } from '../../../ui/form-parts.tsx';

export interface StateFormProps {
  readonly ledger: StatedCode;
  readonly ids: readonly number[];
  /** who is proposed as the one who did it */
  readonly owner: string;
  readonly move: StateMove;
  onDone(): void;
  onSaved(sentence: string): void;
}

export function StateForm({
  ledger,
  ids,
  owner,
  move,
  onDone,
  onSaved,
}: StateFormProps): ReactElement {
  const [date, setDate] = useState(today());
  const [who, setWho] = useState(owner);
  const [note, setNote] = useState('');
  const [fault, setFault] = useState('');
  const save = (): void => {
    call('records.setState', {
      ledger,
      ids: [...ids],
      state: move.to,
      date: textOrNull(date),
      who: textOrNull(who),
      note: textOrNull(note),
    }).then(
      (saved) =>
        onSaved(
          saved.ids.length === 1 ? `已${move.label}。` : `${saved.ids.length}条已${move.label}。`,
        ),
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  return (
    <div className="lg-stage-form" role="dialog" aria-label={move.label}>
      <label>
        <span className="label">日期（不明的不填）</span>
        <span className="box">
          <input
            autoFocus
            aria-label="办理日期"
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
        </span>
      </label>
      <FormField label="经办人" value={who} onType={setWho} />
      <FormField label="说明" wide value={note} onType={setNote} />
      <FormEnd fault={fault} onCancel={onDone} onSave={save}>
        确定{move.label}
      </FormEnd>
    </div>
  );
}

export function ExtendForm({ ledger, ids, owner, onDone, onSaved }: StateFormProps): ReactElement {
  const [deadline, setDeadline] = useState('');
  const [date, setDate] = useState(today());
  const [who, setWho] = useState(owner);
  const [note, setNote] = useState('');
  const [fault, setFault] = useState('');
  const save = (): void => {
    call('records.extend', {
      ledger,
      ids: [...ids],
      deadline,
      date: textOrNull(date),
      who: textOrNull(who),
      note,
    }).then(
      () => onSaved('已延期。'),
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  return (
    <div className="lg-stage-form" role="dialog" aria-label="延期">
      <label>
        <span className="label">
          新时限<b> *</b>
        </span>
        <span className="box">
          <input
            autoFocus
            aria-label="新时限"
            value={deadline}
            placeholder="如9月底"
            onChange={(event) => setDeadline(event.target.value)}
          />
        </span>
      </label>
      <FormField label="办理日期" caption="办理日期（不明的不填）" value={date} onType={setDate} />
      <FormField label="经办人" wide value={who} onType={setWho} />
      <FormField label="延期理由" wide required value={note} onType={setNote} />
      <FormEnd fault={fault} onCancel={onDone} onSave={save}>
        确定延期
      </FormEnd>
    </div>
  );
}
