/**
 * 甘特: each project's planned and actual way from 签约 to 投产 over the months, its milestones
 * with lamps, and today.
 */
import { Button, Segmented } from 'antd';
import { useEffect, useMemo, useRef, useState, type CSSProperties, type ReactElement } from 'react';
import { dayText, lastDay, type Day } from '../../../main/domain/days/day.ts';
import { STAGES, stepOf } from '../../../main/domain/ledgers/stage.ts';
import type { GanttRow } from '../../../preload/contract/project-views.ts';
import { useCall } from '../../bridge/bridge.ts';
import { MILESTONE_LAMPS } from '../../format/milestone.ts';
import { useYear } from '../../stores/session.ts';
import type { ViewProps } from '../../ui/other-view.ts';
import {
  actualBar,
  axisOf,
  ganttPlaceOf,
  plannedBar,
  stretchOf,
  type Axis,
  type Bar,
} from './gantt-scale.ts';
import { thisYear, today } from '../../format/today.ts';

/** px of a month at the standard text size */
const ZOOMS = [
  { value: 7, label: '年' },
  { value: 20, label: '季' },
  { value: 46, label: '月' },
] as const;
const PAGE = 100;

/** Today, or the end of an older year that is looked at. */
function dayInView(year: number): Day {
  return year < thisYear() ? lastDay(year, 12) : today();
}

export function GanttView({ filters, open }: ViewProps): ReactElement | null {
  const [page, setPage] = useState(0);
  const [month, setMonth] = useState<number>(ZOOMS[1].value);
  const { value } = useCall(
    'projects.gantt',
    { filters: [...filters], offset: page * PAGE, limit: PAGE },
    ['project'],
  );
  const year = useYear();
  const now = useMemo(() => dayInView(year), [year]);
  const axis = useMemo(() => axisOf(value?.rows ?? [], now), [value, now]);
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // the page opens with today two thirds of the way in: what was done stands before it
    const box = sheet.current;
    const line = box?.querySelector<HTMLElement>('.today');
    if (box !== null && line != null)
      box.scrollLeft = Math.max(0, line.offsetLeft - (box.clientWidth * 2) / 3);
  }, [axis, month]);
  if (value === null) return null;
  const pages = Math.ceil(value.all / PAGE);
  return (
    <div className="pj-view">
      <div className="pj-bar">
        <Segmented<number>
          aria-label="刻度"
          size="small"
          value={month}
          options={[...ZOOMS]}
          onChange={setMonth}
        />
        <span className="legend">
          <i className="planned" />
          计划　
          <i className="actual" />
          实际　
          <i className="going" />
          在办　<b>｜</b>
          {year < thisYear() ? `${year}年底` : '今天'}
        </span>
        <span className="legend">
          节点：
          {(['done', 'late', 'red', 'yellow', 'green'] as const).map((lamp) => (
            <span key={lamp} className={`pj-lamp ${lamp}`}>
              {MILESTONE_LAMPS[lamp].shape}
              {MILESTONE_LAMPS[lamp].word}
            </span>
          ))}
        </span>
        <span className="push" />
        {pages <= 1 ? null : (
          <>
            <Button size="small" disabled={page === 0} onClick={() => setPage(page - 1)}>
              前{PAGE}个
            </Button>
            <span>
              {page * PAGE + 1}—{Math.min((page + 1) * PAGE, value.all)}／{value.all}个
            </span>
            <Button size="small" disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
              后{PAGE}个
            </Button>
          </>
        )}
      </div>
      {value.rows.length === 0 ? (
        <p className="pj-empty">没有项目。先在台账里新增，或从表格导入。</p>
      ) : (
        <div
          ref={sheet}
          className="pj-gantt"
          role="table"
          aria-label="项目进度甘特图"
          tabIndex={0}
          style={
            { '--month': `calc(${month}px * var(--k))`, '--months': axis.months } as CSSProperties
          }
        >
          <Months axis={axis} month={month} />
          {value.rows.map((row) => (
            <Line
              key={row.id}
              row={row}
              axis={axis}
              now={now}
              onOpen={() => open(row.id, '节点')}
            />
          ))}
          <div className="today" aria-hidden="true" style={at(axis, ganttPlaceOf(now))} />
        </div>
      )}
    </div>
  );
}

const at = (axis: Axis, place: number): CSSProperties => ({
  left: `calc(var(--name) + var(--month) * ${place - axis.first})`,
});
const along = (axis: Axis, { from, to }: Bar): CSSProperties => ({
  ...at(axis, from),
  width: `calc(var(--month) * ${Math.max(to - from, 0.15)})`,
});

function Months({ axis, month }: { readonly axis: Axis; readonly month: number }): ReactElement {
  const step = month < 12 ? 12 : month < 40 ? 3 : 1;
  return (
    <div className="head" role="row">
      <span className="name" role="columnheader">
        项目
      </span>
      {Array.from({ length: axis.months / step }, (_, turn) => {
        const place = axis.first + turn * step;
        const [year, inYear] = [Math.floor(place / 12), (place % 12) + 1];
        const label =
          step === 12 || inYear === 1 ? `${year}年${step === 1 ? '1月' : ''}` : `${inYear}月`;
        return (
          <span
            key={place}
            role="columnheader"
            className={inYear === 1 ? 'year' : ''}
            style={{ ...at(axis, place), width: `calc(var(--month) * ${step})` }}
          >
            {label}
          </span>
        );
      })}
    </div>
  );
}

interface LineProps {
  readonly row: GanttRow;
  readonly axis: Axis;
  readonly now: Day;
  onOpen(): void;
}

function Line({ row, axis, now, onOpen }: LineProps): ReactElement {
  const [planned, actual] = [plannedBar(row.steps), actualBar(row.steps)];
  const going =
    actual === null || !isUnderWay(row) || ganttPlaceOf(now) <= actual.to
      ? null
      : { from: actual.to, to: ganttPlaceOf(now) };
  return (
    <div className="row" role="row">
      <button type="button" className="name" role="rowheader" title={row.name} onClick={onOpen}>
        <span>{row.name}</span>
        <small>{stageName(row.stage)}</small>
      </button>
      <span className="words" role="cell">
        {wordsOf(row)}
      </span>
      {planned === null ? null : <i className="planned" style={along(axis, planned)} />}
      {actual === null ? null : <i className="actual" style={along(axis, actual)} />}
      {going === null ? null : <i className="going" style={along(axis, going)} />}
      {row.milestones.map((one, place) => {
        const day = one.done ?? one.deadline;
        return day === null ? null : (
          <b
            key={place}
            className={`pj-lamp ${one.lamp}`}
            title={`${one.name}：${MILESTONE_LAMPS[one.lamp].word}，${dayText(day)}`}
            style={at(axis, stretchOf(day).to)}
          >
            {MILESTONE_LAMPS[one.lamp].shape}
          </b>
        );
      })}
      {planned === null && actual === null && row.milestones.length === 0 ? (
        <em>日期均未填写</em>
      ) : null}
    </div>
  );
}

const stageName = (stage: string | null): string =>
  STAGES.find((one) => one.value === stage)?.label ?? '';

/** Begun and neither in production nor put aside. */
function isUnderWay({ stage, steps }: GanttRow): boolean {
  const step = STAGES.find((one) => one.value === stage);
  const place = step === undefined ? null : stepOf(step.value);
  return (
    place !== null &&
    place < (stepOf('producing') ?? 0) &&
    steps.every((one) => one.stage !== 'producing' || one.actual === null)
  );
}

/** The bars in words, for those who hear the page. */
function wordsOf({ steps, milestones }: GanttRow): string {
  const dated = steps.flatMap((step) =>
    [
      step.planned === null ? [] : [`计划${step.label}${dayText(step.planned)}`],
      step.actual === null ? [] : [`${step.label}${dayText(step.actual)}`],
    ].flat(),
  );
  return [
    ...dated,
    ...milestones.map((one) => `${one.name}${MILESTONE_LAMPS[one.lamp].word}`),
  ].join('，');
}
