/**
 * A record of a ledger that users define, in the drawer: where it stands, and the moves that the
 * design allows.
 */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { OwnDefinition, OwnStatus } from '../../../../main/domain/ledgers/own-definition.ts';
import type { OwnCode } from '../../../../main/domain/ledgers/own-code.ts';
import type { RecordDetail } from '../../../../preload/contract/records.ts';
import { call } from '../../../bridge/bridge.ts';
import { wireValue } from '../shared/display.ts';
import type { StateMove } from '../shared/moves.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import type { DetailProps, MoveProps, Special } from '../shared/special.ts';

const PLAIN: Special = { tabs: [], movesOf: () => [] };

export function ownSpecial(code: OwnCode, definition: OwnDefinition): Special {
  const { status } = definition;
  if (status === null) return PLAIN;
  const choices = definition.fields.find((field) => field.code === status.field)?.choices ?? [];
  return {
    Steps: ({ detail }) => <Steps detail={detail} status={status} choices={choices} />,
    tabs: [],
    movesOf: (detail) => movesFrom(status, choices, detail),
    MoveForm: (props) => <MoveForm {...props} code={code} status={status} />,
  };
}

/** A choice for which no moves are set may go to every other one. */
function movesFrom(
  status: OwnStatus,
  choices: readonly string[],
  detail: RecordDetail,
): readonly StateMove[] {
  const now = wireValue(detail.row, status.field);
  const allowed = (now === null ? undefined : status.moves[now]) ?? choices;
  return allowed
    .filter((choice) => choice !== now)
    .map((choice) => ({ to: choice, label: `改为${choice}` }));
}

function Steps({
  detail,
  status,
  choices,
}: DetailProps & {
  readonly status: OwnStatus;
  readonly choices: readonly string[];
}): ReactElement {
  const at = choices.indexOf(wireValue(detail.row, status.field) ?? '');
  return (
    <div className="lg-stages">
      {choices.map((choice, place) => (
        <span key={choice} className={place === at ? 'now' : place < at ? 'past' : 'future'}>
          {choice}
          <small>{place === at ? (status.closed.includes(choice) ? '已办结' : '现在') : '—'}</small>
        </span>
      ))}
    </div>
  );
}

function MoveForm({
  code,
  status,
  detail,
  move,
  onDone,
  onSaved,
}: MoveProps & { readonly code: OwnCode; readonly status: OwnStatus }): ReactElement {
  const [fault, setFault] = useState('');
  const save = (): void =>
    void call('records.edit', {
      ledger: code,
      edits: [{ id: detail.row.id, field: status.field, value: move.to }],
    }).then(
      () => onSaved(`已${move.label}。`),
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  return (
    <div className="lg-stage-form" role="dialog" aria-label={move.label}>
      <span className="wide">
        由“{wireValue(detail.row, status.field) ?? '空'}”{move.label.replace(/^改为/, '改为“')}”。
      </span>
      {fault === '' ? null : (
        <span className="fault" role="alert">
          {fault}
        </span>
      )}
      <div className="buttons">
        <Button onClick={onDone}>取消</Button>
        <Button type="primary" autoFocus onClick={save}>
          确定{move.label}
        </Button>
      </div>
    </div>
  );
}
