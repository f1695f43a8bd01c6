/**
 * The project's milestones in the drawer, laid out from a preset and filled in by hand; the moves
 * of its stage, and its closed years.
 */
import { Button, Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import {
  MILESTONE_KINDS,
  MILESTONE_PRESETS,
  type MilestoneKind,
  type MilestoneLamp,
} from '../../../../main/domain/projects/milestones.ts';
import { fieldOf } from '../../../../main/domain/ledgers/field.ts';
import { project } from '../../../../main/domain/ledgers/project.ts';
import { STAGE_DATES, STAGES, type Stage } from '../../../../main/domain/ledgers/stage.ts';
import type { MilestoneEntry, ProjectParts } from '../../../../preload/contract/projects.ts';
import type { RecordDetail } from '../../../../preload/contract/records.ts';
import { call } from '../../../bridge/bridge.ts';
import { recordTextOf, wireValue } from '../shared/display.ts';
import { MilestoneLines } from '../shared/milestone-lines.tsx';
import { saveDone, useParts } from '../shared/parts.ts';
import { textOrNull } from '../../../../main/domain/read/text.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import type { DetailProps } from '../shared/special.ts';
import { FaultLine } from '../../../ui/form-parts.tsx';

interface Line {
  readonly id: number | null;
  readonly name: string;
  readonly deadline: string;
  readonly done: string;
  readonly person: string;
  readonly note: string | null;
  readonly lamp: MilestoneLamp;
}
const blank = (name: string): Line => ({
  id: null,
  name,
  deadline: '',
  done: '',
  person: '',
  note: null,
  lamp: 'none',
});
const lineOf = (one: MilestoneEntry): Line => ({
  ...one,
  deadline: one.deadline ?? '',
  done: one.done ?? '',
  person: one.person ?? '',
});

export function Milestones({ detail }: DetailProps): ReactElement | null {
  const parts = useParts(detail.row.id);
  const [kind, setKind] = useState<MilestoneKind>('building');
  if (parts === null) return null;
  const own = parts.milestones.filter((one) => one.kind === kind);
  return (
    <div className="lg-parts">
      <div className="lg-moves">
        <Segmented<MilestoneKind>
          aria-label="节点种类"
          size="small"
          value={kind}
          options={MILESTONE_KINDS.map(({ value, label }) => ({ value, label }))}
          onChange={setKind}
        />
      </div>
      <Lines key={`${kind} ${JSON.stringify(own)}`} id={detail.row.id} kind={kind} stored={own} />
      <Moves detail={detail} />
      {parts.carried ? <p className="lg-due">● 接转项目：以前年度签约或开工，本年继续。</p> : null}
      <Years years={parts.years} />
    </div>
  );
}

function Lines({
  id,
  kind,
  stored,
}: {
  readonly id: number;
  readonly kind: MilestoneKind;
  readonly stored: readonly MilestoneEntry[];
}): ReactElement {
  const [lines, setLines] = useState<readonly Line[]>(() => stored.map(lineOf));
  const [fault, setFault] = useState('');
  const save = (): void => {
    const milestones = lines.map((line) => ({
      id: line.id,
      name: line.name,
      deadline: textOrNull(line.deadline),
      done: textOrNull(line.done),
      person: textOrNull(line.person),
      note: line.note,
    }));
    call('projects.saveMilestones', { id, kind, milestones }).then(
      () => saveDone('已保存节点。'),
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  const label = MILESTONE_KINDS.find((one) => one.value === kind)?.label ?? '';
  if (lines.length === 0)
    return (
      <div className="lg-moves">
        <span className="lg-none">尚无{label}。</span>
        <Button size="small" onClick={() => setLines(MILESTONE_PRESETS[kind].map(blank))}>
          套用通用节点
        </Button>
      </div>
    );
  return (
    <>
      <MilestoneLines parts={PARTS} lines={lines} onLines={setLines} />
      <FaultLine fault={fault} className="lg-empty fault" />
      <div className="lg-moves">
        <Button size="small" onClick={() => setLines([...lines, blank('')])}>
          加节点
        </Button>
        <Button size="small" type="primary" onClick={save}>
          保存节点
        </Button>
      </div>
    </>
  );
}
const PARTS = [
  ['name', '节点'],
  ['deadline', '时限'],
  ['done', '完成'],
  ['person', '责任人'],
] as const;

function Moves({ detail }: { readonly detail: RecordDetail }): ReactElement | null {
  if (detail.stages.length === 0) return null;
  return (
    <table className="lg-table">
      <thead>
        <tr>
          <th>阶段</th>
          <th>日期</th>
          <th>经办人</th>
          <th>说明、依据</th>
        </tr>
      </thead>
      <tbody>
        {detail.stages.map((one, at) => (
          <tr key={at}>
            <td>{STAGES.find((stage) => stage.value === one.stage)?.label ?? one.stage}</td>
            <td>
              {one.date ?? wireValue(detail.row, STAGE_DATES[one.stage as Stage] ?? '') ?? '未知'}
            </td>
            <td>{one.who}</td>
            <td>{[one.note, one.evidence ?? null].filter((text) => text !== null).join('；')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was planned and done in the years that are closed. */
function Years({ years }: { readonly years: ProjectParts['years'] }): ReactElement | null {
  if (years.length === 0) return null;
  return (
    <table className="lg-table">
      <thead>
        <tr>
          <th>年度</th>
          <th>年底阶段</th>
          <th>年度计划（万元）</th>
          <th>完成投资（万元）</th>
        </tr>
      </thead>
      <tbody>
        {years.map((one) => (
          <tr key={one.year}>
            <td>{one.year}</td>
            <td>{STAGES.find((stage) => stage.value === one.stage)?.label}</td>
            <td className="figure">{recordTextOf(PLANNED, { planned_this_year: one.planned })}</td>
            <td className="figure">
              {recordTextOf(INVESTED, { invested_this_year: one.invested })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
const PLANNED = fieldOf(project, 'planned_this_year');
const INVESTED = fieldOf(project, 'invested_this_year');
