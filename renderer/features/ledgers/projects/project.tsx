/**
 * A project in the drawer: the stages on its way with planned and actual dates, and its parts in
 * tabs of their own.
 */
import type { ReactElement } from 'react';
import { STAGE_DATES, STAGES, stepOf, type Stage } from '../../../../main/domain/ledgers/stage.ts';
import { printTable } from '../../../stores/print.ts';
import { Arrivals } from './arrivals.tsx';
import { Credits } from './credits.tsx';
import { wireValue } from '../shared/display.ts';
import { Gate } from './gate.tsx';
import { ProjectFamily } from '../life/family.tsx';
import { Months } from '../life/months.tsx';
import { Problems } from '../life/problems.tsx';
import { ProjectTalks } from '../life/talks.tsx';
import { Milestones } from './milestones.tsx';
import type { DetailProps, Special } from '../shared/special.ts';
import { StageForm } from './stage-form.tsx';

const STEPS: readonly Stage[] = ['signed', 'started', 'building', 'producing', 'full_output'];
/** The field of the day on which a stage is planned to be reached. */
const PLANNED: Partial<Record<Stage, string>> = {
  signed: 'planned_signed_date',
  started: 'planned_start_date',
  producing: 'planned_producing_date',
};

function StageSteps({ detail }: DetailProps): ReactElement {
  const now = STAGES.find((stage) => stage.value === detail.row['stage']);
  const reached = now === undefined ? null : stepOf(now.value);
  const why =
    reached === null ? detail.stages.findLast((one) => one.stage === now?.value)?.note : undefined;
  return (
    <>
      <div className="lg-stages">
        {STEPS.map((stage) => {
          const step = stepOf(stage) ?? 0;
          const label = STAGES.find((one) => one.value === stage)?.label ?? stage;
          const dated =
            detail.stages.findLast((one) => one.stage === stage)?.date ??
            wireValue(detail.row, STAGE_DATES[stage] ?? '');
          const planned = wireValue(detail.row, PLANNED[stage] ?? '');
          const state =
            now?.value === stage ? 'now' : reached !== null && step <= reached ? 'past' : 'future';
          return (
            <span key={stage} className={state}>
              {label}
              <small>
                {dated ?? (state !== 'future' ? '未知' : planned === null ? '—' : `计划${planned}`)}
              </small>
            </span>
          );
        })}
      </div>
      {now === undefined || reached !== null ? null : (
        <p className="lg-due late">
          ▲ {now.label}
          {why === undefined || why === null ? '' : `：${why}`}
        </p>
      )}
    </>
  );
}

/** What a project has beside its form. */
export const projectSpecial: Special = {
  Steps: StageSteps,
  tabs: [
    { label: '到位资金', View: Arrivals },
    { label: '分成', View: Credits },
    { label: '节点', View: Milestones },
    { label: '准入', View: Gate },
    { label: '进展', View: Months },
    { label: '洽谈', View: ProjectTalks },
    { label: '问题', View: Problems },
    { label: '上下级', View: ProjectFamily },
  ],
  paper: { label: '打印卡片', print: ({ row }) => printTable('project-card', { record: row.id }) },
  movesOf: () => [{ to: 'stage', label: '改阶段' }],
  MoveForm: ({ detail, onDone }) => (
    <StageForm
      id={detail.row.id}
      stage={wireValue(detail.row, 'stage') ?? 'lead'}
      onDone={onDone}
    />
  ),
};
