/**
 * A card was put down in another stage: since when, who says so, why. The core's refusal stands in
 * the form, nothing moves until it is taken.
 */
import { textOrNull } from '../../../main/domain/read/text.ts';
import { Button } from 'antd';
import { useState, type FormEvent, type KeyboardEvent, type ReactElement } from 'react';
import { reasonFor, STAGES, type Stage } from '../../../main/domain/ledgers/stage.ts';
import { call } from '../../bridge/bridge.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { offerUndo } from '../../stores/status.ts';
import { undoLast } from '../../stores/take-back.ts';

export interface StageMove {
  readonly id: number;
  readonly name: string;
  readonly from: string | null;
  readonly to: Stage;
}

const labelOf = (stage: string | null): string =>
  STAGES.find((one) => one.value === stage)?.label ?? '未填阶段';

export function MoveForm({
  move,
  onDone,
}: {
  readonly move: StageMove;
  onDone(): void;
}): ReactElement {
  const [typed, setTyped] = useState({ date: '', who: '', note: '', evidence: '' });
  const [fault, setFault] = useState('');
  const isReasonDue =
    reasonFor(STAGES.find((one) => one.value === move.from)?.value ?? null, move.to) !== null;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const { date, who, note, evidence } = typed;
    call('records.setStage', {
      id: move.id,
      stage: move.to,
      date: textOrNull(date),
      who: textOrNull(who),
      note: textOrNull(note),
      evidence: textOrNull(evidence),
    }).then(
      () => {
        onDone();
        offerUndo(`“${move.name}”改为${labelOf(move.to)}。`, undoLast);
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  const box = (part: keyof typeof typed, label: string, placeholder = ''): ReactElement => (
    <span className="box">
      <input
        aria-label={label}
        autoFocus={part === 'date'}
        value={typed[part]}
        onChange={(event) => setTyped({ ...typed, [part]: event.target.value })}
        placeholder={placeholder}
      />
    </span>
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onDone();
  };
  return (
    <div className="pj-veil">
      <form
        className="lg-stage-form pj-form"
        role="dialog"
        aria-modal="true"
        aria-label="改阶段"
        onSubmit={save}
        onKeyDown={onKeyDown}
      >
        <h2 className="wide">
          {move.name}：{labelOf(move.from)} → {labelOf(move.to)}
        </h2>
        <label>
          <span className="label">日期（不明的不填）</span>
          {box('date', '日期', '如2012.5')}
        </label>
        <label>
          <span className="label">经办人</span>
          {box('who', '经办人')}
        </label>
        <label>
          <span className="label">依据</span>
          {box('evidence', '依据', '如开工令')}
        </label>
        <label>
          <span className="label">说明{isReasonDue ? <b> *</b> : null}</span>
          {box('note', '说明')}
        </label>
        {fault === '' ? null : (
          <span className="fault" role="alert">
            {fault}
          </span>
        )}
        <div className="buttons">
          <Button onClick={onDone}>
            放回原处 <em>Esc</em>
          </Button>
          <Button type="primary" htmlType="submit">
            改阶段
          </Button>
        </div>
      </form>
    </div>
  );
}
