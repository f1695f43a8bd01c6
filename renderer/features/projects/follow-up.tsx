/** 跟踪: what needs someone's hand, the most pressing first, with the action beside each line. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { NOTICES, type NoticeCode } from '../../../main/domain/projects/follow-up.ts';
import type { Notice } from '../../../preload/contract/project-life.ts';
import { useCall } from '../../bridge/bridge.ts';
import { go } from '../../stores/navigation.ts';
import type { ViewProps } from '../../ui/other-view.ts';
import { Agenda } from './agenda.tsx';

/** The button beside a line: its words, and the drawer's tab where the thing is done. */
const ACTIONS: Readonly<Record<NoticeCode, { readonly label: string; readonly tab: string }>> = {
  milestone: { label: '登记节点', tab: '节点' },
  problem: { label: '登记结果', tab: '问题' },
  answer: { label: '登记答复', tab: '洽谈' },
  planned: { label: '改阶段或计划', tab: '基本情况' },
  money: { label: '登记到位资金', tab: '到位资金' },
  silent: { label: '写本月进展', tab: '进展' },
};

export function FollowUpView({ open }: ViewProps): ReactElement | null {
  const [kind, setKind] = useState<NoticeCode | null>(null);
  const [isAgenda, setAgenda] = useState(false);
  const { value } = useCall('projects.followUp', { kind }, ['project', 'arrival', 'lead']);
  if (value === null) return null;
  const all = NOTICES.reduce((sum, { value: code }) => sum + value.counts[code], 0);
  const act = (notice: Notice): void => {
    if (notice.ledger === 'lead')
      go('ledgers', { ledger: 'lead', id: notice.id, tab: ACTIONS[notice.kind].tab });
    else open(notice.id, ACTIONS[notice.kind].tab);
  };
  const choose = (next: NoticeCode | null): void => {
    setAgenda(false);
    setKind(next);
  };
  return (
    <div className="pj-view">
      <div className="pj-bar" role="group" aria-label="提醒种类">
        <Button
          size="small"
          type={kind === null && !isAgenda ? 'primary' : 'default'}
          onClick={() => choose(null)}
        >
          全部 {all}
        </Button>
        {NOTICES.map(({ value: code, label }) => (
          <Button
            key={code}
            size="small"
            type={kind === code && !isAgenda ? 'primary' : 'default'}
            disabled={value.counts[code] === 0}
            onClick={() => choose(code)}
          >
            {label} {value.counts[code]}
          </Button>
        ))}
        <span className="push" />
        <Button
          size="small"
          type={isAgenda ? 'primary' : 'default'}
          onClick={() => setAgenda(!isAgenda)}
        >
          联席会议
        </Button>
      </div>
      {isAgenda ? (
        <Agenda onOpen={(id) => open(id, '问题')} />
      ) : (
        <NoticeList notices={value.notices} left={value.all - value.notices.length} onAct={act} />
      )}
    </div>
  );
}

function NoticeList({
  notices,
  left,
  onAct,
}: {
  readonly notices: readonly Notice[];
  readonly left: number;
  onAct(notice: Notice): void;
}): ReactElement {
  if (notices.length === 0)
    return (
      <p className="pj-empty">没有需要跟踪的事项：节点、问题、答复都没有超期，本月都有进展。</p>
    );
  return (
    <div className="pj-scroll">
      <table className="plain pj-notices">
        <thead>
          <tr>
            <th>种类</th>
            <th>项目或线索</th>
            <th>情况</th>
            <th>单位、责任人</th>
            <th aria-label="操作" />
          </tr>
        </thead>
        <tbody>
          {notices.map((notice, at) => (
            <tr key={at}>
              <td className={notice.days === null ? '' : 'late'}>
                {notice.days === null ? '◆' : '▲'}
                {NOTICES.find((one) => one.value === notice.kind)?.label}
              </td>
              <td>{notice.name}</td>
              <td>{notice.says}</td>
              <td>{[notice.unit, notice.person].filter((one) => one !== null).join('　')}</td>
              <td>
                <Button size="small" onClick={() => onAct(notice)}>
                  {ACTIONS[notice.kind].label}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left <= 0 ? null : <p className="pj-note">还有{left}条，请先办理上面的，或按种类查看。</p>}
    </div>
  );
}
