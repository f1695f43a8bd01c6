/**
 * 催办 of a problem or task: the log in the drawer with its replies, and the form that chases one
 * or many.
 */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { StatedCode } from '../../../../main/domain/tasks/states.ts';
import type { Chase } from '../../../../main/domain/tasks/task-life.ts';
import { call, useCall } from '../../../bridge/bridge.ts';
import { saveDone } from '../shared/parts.ts';
import { textOrNull } from '../../../../main/domain/read/text.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import type { DetailProps } from '../shared/special.ts';
import { today } from '../../../format/today.ts';
import { FormEnd, FormField } from '../../../ui/form-parts.tsx';

export function Chases({
  ledger,
  detail,
}: DetailProps & { readonly ledger: StatedCode }): ReactElement | null {
  const { id } = detail.row;
  const { value: chases } = useCall('chases.list', { ledger, id }, [ledger]);
  const [open, setOpen] = useState<Chase | 'new' | null>(null);
  if (chases === null) return null;
  return (
    <div className="lg-parts">
      {chases.length === 0 ? (
        <p className="lg-empty">尚未催办过。</p>
      ) : (
        <table className="lg-table">
          <thead>
            <tr>
              <th>日期</th>
              <th>催办对象</th>
              <th>方式</th>
              <th>要求</th>
              <th aria-label="操作" />
            </tr>
          </thead>
          <tbody>
            {chases.map((one) => (
              <Entry key={one.id} one={one} onReply={() => setOpen(one)} />
            ))}
          </tbody>
        </table>
      )}
      {open === 'new' ? (
        <ChaseForm ledger={ledger} ids={[id]} onDone={() => setOpen(null)} />
      ) : open === null ? (
        <div className="lg-moves">
          <Button
            size="small"
            disabled={detail.row['state'] === 'closed'}
            onClick={() => setOpen('new')}
          >
            催办
          </Button>
        </div>
      ) : (
        <ReplyForm key={open.id} chase={open} onDone={() => setOpen(null)} />
      )}
    </div>
  );
}

function Entry({ one, onReply }: { readonly one: Chase; onReply(): void }): ReactElement {
  const remove = (): void =>
    void call('chases.remove', { id: one.id }).then(
      () => saveDone('已删除1次催办。'),
      () => undefined,
    );
  return (
    <>
      <tr>
        <td className="nowrap">{one.date}</td>
        <td>{one.whom}</td>
        <td>{one.how}</td>
        <td>{one.demand}</td>
        <td className="acts">
          <button type="button" onClick={onReply}>
            {one.reply === null ? '回复' : '改回复'}
          </button>
          <button type="button" onClick={remove}>
            删
          </button>
        </td>
      </tr>
      <tr className="said">
        <td colSpan={5}>
          {one.reply === null
            ? '尚无回复'
            : `回复：${one.reply}${one.replied === null ? '' : `（${one.replied}）`}`}
          {one.who === null ? '' : `　催办人：${one.who}`}
        </td>
      </tr>
    </>
  );
}

/**
 * One form for one record or for many: whom left empty, each record's own person or unit is chased.
 */
export function ChaseForm({
  ledger,
  ids,
  onDone,
}: {
  readonly ledger: StatedCode;
  readonly ids: readonly number[];
  onDone(): void;
}): ReactElement {
  const [typed, setTyped] = useState({ date: today(), whom: '', how: '电话', who: '', demand: '' });
  const [fault, setFault] = useState('');
  const save = (): void => {
    const { date, whom, how, who, demand } = typed;
    call('chases.add', {
      ledger,
      ids: [...ids],
      date: textOrNull(date),
      whom: textOrNull(whom),
      how: textOrNull(how),
      who: textOrNull(who),
      demand: textOrNull(demand),
    }).then(
      () => {
        saveDone(`已催办${ids.length}件。`);
        onDone();
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  const box = (
    part: keyof typeof typed,
    label: string,
    placeholder = '',
    list?: string,
  ): ReactElement => (
    <label className={part === 'demand' || part === 'whom' ? 'wide' : ''}>
      <span className="label">{label}</span>
      <span className="box">
        <input
          aria-label={label}
          placeholder={placeholder}
          {...(list === undefined ? {} : { list })}
          value={typed[part]}
          onChange={(event) => setTyped({ ...typed, [part]: event.target.value })}
        />
      </span>
    </label>
  );
  return (
    <div className="lg-stage-form" role="dialog" aria-label="催办">
      {box('date', '催办日期')}
      {box('how', '方式', '', 'lg-how')}
      {box('whom', '催办对象', '不填则为各自的责任人或单位')}
      {box('who', '催办人')}
      {box('demand', '要求', '如本周五前报结果')}
      <datalist id="lg-how">
        {['电话', '书面督办', '短信、微信', '约谈', '会议点名'].map((how) => (
          <option key={how} value={how} />
        ))}
      </datalist>
      <FormEnd fault={fault} onCancel={onDone} onSave={save}>
        {ids.length === 1 ? '登记催办' : `催办${ids.length}件`}
      </FormEnd>
    </div>
  );
}

function ReplyForm({ chase, onDone }: { readonly chase: Chase; onDone(): void }): ReactElement {
  const [reply, setReply] = useState(chase.reply ?? '');
  const [replied, setReplied] = useState(chase.replied ?? today());
  const [fault, setFault] = useState('');
  const save = (): void =>
    void call('chases.reply', { id: chase.id, reply, replied: textOrNull(replied) }).then(
      () => {
        saveDone('已登记回复。');
        onDone();
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  return (
    <div className="lg-stage-form" role="dialog" aria-label="催办回复">
      <label className="wide">
        <span className="label">{chase.whom}的回复</span>
        <span className="box">
          <input
            autoFocus
            aria-label="回复"
            value={reply}
            onChange={(event) => setReply(event.target.value)}
          />
        </span>
      </label>
      <FormField label="回复日期" value={replied} onType={setReplied} />
      <FormEnd fault={fault} onCancel={onDone} onSave={save}>
        登记回复
      </FormEnd>
    </div>
  );
}
