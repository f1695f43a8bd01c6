/**
 * 洽谈: talks with the investor, of a lead or a project; until when an answer is owed, and whether
 * it was given.
 */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { dayText } from '../../../../main/domain/days/day.ts';
import type { Talk } from '../../../../preload/contract/project-life.ts';
import { call, useCall } from '../../../bridge/bridge.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import { saveDone } from '../shared/parts.ts';
import { textOrNull } from '../../../../main/domain/read/text.ts';
import { say } from '../../../stores/status.ts';
import type { DetailProps } from '../shared/special.ts';
import { EntryForm, type Box } from './entry-form.tsx';
import { useLife } from './life.ts';

type Part = 'date' | 'place' | 'who' | 'partner' | 'content' | 'nextStep' | 'answerBy' | 'answered';
const BOXES: readonly Box<Part>[] = [
  { part: 'content', label: '洽谈内容', required: true, wide: true },
  { part: 'date', label: '日期', placeholder: '如2012.5.3' },
  { part: 'place', label: '地点' },
  { part: 'who', label: '我方人员' },
  { part: 'partner', label: '对方人员' },
  { part: 'nextStep', label: '下一步', wide: true },
  { part: 'answerBy', label: '答复期限', placeholder: '如2012.5.20' },
  { part: 'answered', label: '答复日期' },
];

export function ProjectTalks({ detail }: DetailProps): ReactElement | null {
  const life = useLife(detail.row.id);
  return life === null ? null : <Talks talks={life.talks} lead={null} project={detail.row.id} />;
}

export function LeadTalks({ detail }: DetailProps): ReactElement | null {
  const { value: talks } = useCall('talks.list', { lead: detail.row.id }, ['lead', 'project']);
  return talks === null ? null : <Talks talks={talks} lead={detail.row.id} project={null} />;
}

interface TalksProps {
  readonly talks: readonly Talk[];
  /** whose talks: one of the two */
  readonly lead: number | null;
  readonly project: number | null;
}

function Talks({ talks, lead, project }: TalksProps): ReactElement {
  const [editing, setEditing] = useState<Talk | 'new' | null>(null);
  const remove = (id: number): void =>
    void call('talks.remove', { id }).then(
      () => saveDone('已删除1次洽谈。'),
      (fault: unknown) => say(sentenceOf(fault)),
    );
  return (
    <div className="lg-parts">
      {talks.length === 0 ? (
        <p className="lg-empty">尚无洽谈记录。每次洽谈登记一条，并填写答复期限。</p>
      ) : (
        <table className="lg-table">
          <thead>
            <tr>
              <th>日期</th>
              <th>内容</th>
              <th>答复</th>
              <th aria-label="操作" />
            </tr>
          </thead>
          <tbody>
            {talks.map((talk) => (
              <tr key={talk.id}>
                <td>{talk.date ?? '未知'}</td>
                <td>
                  {talk.content}
                  <small className="lg-none">{aboutOf(talk)}</small>
                </td>
                <td className={talk.overdue ? 'fail' : ''}>{answerOf(talk)}</td>
                <td className="acts">
                  {talk.of === 'lead' && lead === null ? null : (
                    <>
                      <button
                        type="button"
                        aria-label={`改${talk.content}`}
                        onClick={() => setEditing(talk)}
                      >
                        改
                      </button>
                      <button
                        type="button"
                        aria-label={`删${talk.content}`}
                        onClick={() => remove(talk.id)}
                      >
                        删
                      </button>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {editing === null ? (
        <div className="lg-moves">
          <Button size="small" onClick={() => setEditing('new')}>
            登记洽谈
          </Button>
        </div>
      ) : (
        <TalkForm
          key={editing === 'new' ? 0 : editing.id}
          talk={editing === 'new' ? null : editing}
          lead={lead}
          project={project}
          onDone={() => setEditing(null)}
        />
      )}
    </div>
  );
}

function aboutOf({ of, place, who, partner, nextStep }: Talk): string {
  return [
    of === 'lead' ? '线索阶段的洽谈，请在线索中修改' : null,
    place,
    who,
    partner,
    nextStep === null ? null : `下一步：${nextStep}`,
  ]
    .filter((part) => part !== null)
    .map((part) => `　${part}`)
    .join('');
}

function answerOf({ answerBy, answered, overdue }: Talk): string {
  if (answered !== null) return `● ${dayText(answered)}已答复`;
  if (answerBy === null) return '';
  return overdue ? `▲ 应于${dayText(answerBy)}前答复` : `◆ ${dayText(answerBy)}前答复`;
}

function TalkForm({
  talk,
  lead,
  project,
  onDone,
}: Omit<TalksProps, 'talks'> & { readonly talk: Talk | null; onDone(): void }): ReactElement {
  const start = Object.fromEntries(BOXES.map(({ part }) => [part, talk?.[part] ?? ''])) as Record<
    Part,
    string
  >;
  const save = async (typed: Readonly<Record<Part, string>>): Promise<void> => {
    const parts = Object.fromEntries(
      BOXES.map(({ part }) => [part, textOrNull(typed[part])]),
    ) as Record<Part, string | null>;
    await call('talks.save', {
      id: talk?.id ?? null,
      lead,
      project,
      ...parts,
      content: typed.content,
    });
    saveDone(talk === null ? '已登记1次洽谈。' : '已修改洽谈。');
  };
  return (
    <EntryForm
      title="洽谈"
      boxes={BOXES}
      start={start}
      verb="保存洽谈"
      save={save}
      onDone={onDone}
    />
  );
}
