/**
 * 漏斗: how many leads became projects, and how far the projects came; each bar opens its records.
 */
import type { ReactElement } from 'react';
import type { Funnel } from '../../../preload/contract/project-views.ts';
import { percentOf } from '../../../main/domain/tasks/deadline.ts';
import { STAGES, stepOf } from '../../../main/domain/ledgers/stage.ts';
import { useCall } from '../../bridge/bridge.ts';
import { saidMoney } from '../../format/money.ts';
import { goRecords } from '../../stores/navigation.ts';
import type { ViewProps } from '../../ui/other-view.ts';

interface Part {
  readonly label: string;
  readonly count: number;
  /** what stands beside the bar */
  readonly about: string;
  open(): void;
}

export function FunnelView({ filters }: ViewProps): ReactElement | null {
  const { value: funnel } = useCall('projects.funnel', { filters: [...filters] }, [
    'project',
    'lead',
  ]);
  if (funnel === null) return null;
  const [leads, steps] = [leadParts(funnel), stepParts(funnel, filters)];
  return (
    <div className="pj-view pj-scroll">
      <Bars title="线索" parts={leads} empty="尚无线索。在“台账”的“线索”里登记，或从表格导入。" />
      <Bars
        title="项目，走到这一步或更远的"
        parts={steps}
        empty="尚无项目。先在台账里新增，或从表格导入。"
      />
      <p className="pj-note">
        另有停滞{funnel.stalled}个、终止{funnel.dropped}个，不在上面。
      </p>
    </div>
  );
}

function Bars({
  title,
  parts,
  empty,
}: {
  readonly title: string;
  readonly parts: readonly Part[];
  readonly empty: string;
}): ReactElement {
  const most = Math.max(...parts.map((part) => part.count));
  return (
    <section className="pj-funnel" aria-label={title}>
      <h2>{title}</h2>
      {most === 0 ? (
        <p className="hint">{empty}</p>
      ) : (
        parts.map((part, at) => {
          const before = parts[at - 1]?.count;
          return (
            <button key={part.label} type="button" disabled={part.count === 0} onClick={part.open}>
              <span className="label">{part.label}</span>
              <span className="track">
                <i style={{ width: `${(part.count / most) * 100}%` }} />
              </span>
              <b>{part.count}个</b>
              <small>
                {before === undefined || before === 0
                  ? ''
                  : `是上一步的${percentOf(part.count, before)}%`}
              </small>
              <span className="about">{part.about}</span>
            </button>
          );
        })
      )}
    </section>
  );
}

function leadParts({ leads }: Funnel): readonly Part[] {
  const open = (filters: readonly { field: string; text: string }[]) => (): void =>
    goRecords({ ledger: 'lead', filters });
  return [
    { label: '登记', count: leads.all, about: '', open: open([]) },
    {
      label: '有效',
      count: leads.valuable,
      about: '',
      open: open([{ field: 'judged', text: '=有效' }]),
    },
    {
      label: '转为项目',
      count: leads.promoted,
      about: '',
      open: open([{ field: 'project', text: '非空' }]),
    },
  ];
}

function stepParts({ steps }: Funnel, filters: ViewProps['filters']): readonly Part[] {
  return steps.map(({ stage, label, reached, here, total, others }) => {
    const reaching = STAGES.filter((one) => (stepOf(one.value) ?? -1) >= (stepOf(stage) ?? 0))
      .map((one) => one.label)
      .join('、');
    return {
      label,
      count: reached,
      about: `正在这一步${here}个${total === null ? '' : `，总投资${saidMoney(total)}`}${others === 0 ? '' : `，外币${others}个另计`}`,
      open: () =>
        goRecords({
          ledger: 'project',
          filters: [
            ...filters.filter((one) => one.field !== 'stage'),
            { field: 'stage', text: reaching },
          ],
        }),
    };
  });
}
