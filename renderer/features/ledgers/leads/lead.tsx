/** A lead in the drawer: made a project with one action. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { go } from '../../../stores/navigation.ts';
import { wireValue } from '../shared/display.ts';
import { savesAlone } from '../shared/parts.ts';
import { LeadTalks } from '../life/talks.tsx';
import { sentenceOf } from '../../../stores/sentence.ts';
import type { MoveProps, Special } from '../shared/special.ts';

export const leadSpecial: Special = {
  tabs: [{ label: '洽谈', View: LeadTalks }],
  movesOf: (detail) =>
    wireValue(detail.row, 'project') === null ? [{ to: 'project', label: '转为项目' }] : [],
  MoveForm: PromoteForm,
};

function PromoteForm({ detail, onDone }: MoveProps): ReactElement {
  const [name, setName] = useState(wireValue(detail.row, 'company') ?? '');
  const [fault, setFault] = useState('');
  const save = (): void => {
    call('records.promote', { id: detail.row.id, name }).then(
      ({ ids }) => go('projects', ids[0] === undefined ? {} : { id: ids[0] }),
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  return (
    <form
      className="lg-stage-form"
      role="dialog"
      aria-label="转为项目"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (savesAlone(event)) save();
      }}
    >
      <label className="wide">
        <span className="label">
          项目名称<b> *</b>
        </span>
        <span className="box">
          <input
            autoFocus
            aria-label="新项目名称"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </span>
      </label>
      {fault === '' ? null : (
        <span className="fault" role="alert">
          {fault}
        </span>
      )}
      <div className="buttons">
        <Button onClick={onDone}>取消</Button>
        <Button type="primary" htmlType="submit">
          转为项目
        </Button>
      </div>
    </form>
  );
}
