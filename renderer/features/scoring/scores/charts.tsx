/**
 * Pictures under the sheet: the ranking as bars, the chosen one's items as a radar, and its place
 * over the months.
 */
import { Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ScorePeriod } from '../../../../main/domain/scoring/period.ts';
import type { ScoreCourse } from '../../../../preload/contract/scoring.ts';
import { useCall } from '../../../bridge/bridge.ts';
import { Chart } from '../../../ui/chart.tsx';
import { courseOption, radarOption, rankingOption } from './chart-options.ts';
import type { Contender } from './lineup.ts';
import { chooseWho } from '../shared/store.ts';

const VIEWS = [
  { value: 'ranking', label: '排名' },
  { value: 'radar', label: '各项比全组' },
  { value: 'course', label: '各月名次' },
] as const;
const HEIGHT = 190;

export function Charts({
  people,
  chosen,
  course,
  period,
}: {
  readonly people: readonly Contender[];
  readonly chosen: Contender | null;
  readonly course: ScoreCourse;
  readonly period: ScorePeriod;
}): ReactElement | null {
  const [view, setView] = useState<(typeof VIEWS)[number]['value']>('ranking');
  const { value: profile } = useCall(
    'scores.profile',
    view === 'radar' && chosen?.total != null ? { ...period, key: chosen.key } : null,
    ['score', 'figure', 'project'],
  );
  const group = people.filter((one) => one.group === chosen?.group && one.total !== null);
  if (chosen === null || group.length === 0) return null;
  return (
    <section className="sc-charts" aria-label="图">
      <Segmented
        size="small"
        aria-label="图表"
        value={view}
        options={[...VIEWS]}
        onChange={setView}
      />
      {view === 'ranking' ? (
        <Chart
          option={rankingOption(group, chosen.key)}
          label={`${chosen.group}得分：${group.map((one) => `${one.name}${one.total ?? ''}`).join('，')}`}
          height={HEIGHT}
          onPick={(at) => chooseWho(group[at]?.key ?? null)}
        />
      ) : null}
      {view === 'radar' && profile !== null ? (
        <Chart
          option={radarOption(profile)}
          label={`${chosen.name}各项得分：${profile.items.map((one) => `${one.name}${one.points ?? '无'}`).join('，')}`}
          height={HEIGHT}
        />
      ) : null}
      {view === 'course' ? <Course course={course} chosen={chosen} /> : null}
    </section>
  );
}

function Course({
  course,
  chosen,
}: {
  readonly course: ScoreCourse;
  readonly chosen: Contender;
}): ReactElement {
  const group = course.groups.find((one) => one.name === chosen.group);
  const mine = group?.series.find((one) => one.key === chosen.key);
  if (group === undefined || mine === undefined) return <p className="muted">尚无各月得分。</p>;
  return (
    <Chart
      option={courseOption(course, group.series, chosen.key)}
      label={`${chosen.name}各月名次：${course.months.map((month, at) => `${month.name}第${mine.places[at] ?? '—'}名`).join('，')}`}
      height={HEIGHT}
    />
  );
}
