/** What the charts draw, made from the scores alone. */
import type { ScoreCourse, ScoreProfile } from '../../../../preload/contract/scoring.ts';
import type { ChartOption } from '../../../ui/chart.tsx';
import type { Contender } from './lineup.ts';

const OWN = 'var(--cp-primary)';
const OTHERS = 'var(--cp-primary-faded)';
const GREY = 'var(--cp-line-strong)';

export const rankingOption = (group: readonly Contender[], key: string): ChartOption => ({
  animation: false,
  grid: { left: 48, right: 12, top: 18, bottom: 44 },
  tooltip: { trigger: 'axis' },
  xAxis: {
    type: 'category',
    data: group.map((one) => one.name),
    axisLabel: { interval: 0, rotate: group.length > 8 ? 30 : 0, fontSize: 12 },
  },
  yAxis: { type: 'value', name: '分' },
  series: [
    {
      type: 'bar',
      barMaxWidth: 34,
      data: group.map((one) => ({
        value: Number(one.total),
        itemStyle: { color: one.key === key ? OWN : OTHERS },
      })),
      label: { show: group.length <= 16, position: 'top', fontSize: 11 },
    },
  ],
});

/** Shares of what an item can give; where it can give without end, of the best in the group. */
export function radarOption({ items, score }: ScoreProfile): ChartOption {
  const drawn = items.filter(
    (one) => one.points !== null && Number(one.full ?? one.best ?? '0') > 0,
  );
  const share = (value: string | null, one: (typeof drawn)[number]): number =>
    Math.max(0, (Number(value ?? '0') / Number(one.full ?? one.best ?? '1')) * 100);
  return {
    animation: false,
    legend: { right: 8, top: 8, orient: 'vertical' },
    tooltip: {},
    radar: {
      radius: '68%',
      indicator: drawn.map((one) => ({
        name: one.name,
        max: Math.max(100, ...drawn.map((other) => share(other.points, other))),
      })),
    },
    series: [
      {
        type: 'radar',
        data: [
          {
            name: score.name,
            value: drawn.map((one) => share(one.points, one)),
            areaStyle: { opacity: 0.2 },
            itemStyle: { color: OWN },
          },
          {
            name: '全组平均',
            value: drawn.map((one) => share(one.average, one)),
            itemStyle: { color: GREY },
            lineStyle: { type: 'dashed' },
          },
        ],
      },
    ],
  };
}

/** First place on top. */
export const courseOption = (
  { months }: ScoreCourse,
  series: ScoreCourse['groups'][number]['series'],
  key: string,
): ChartOption => ({
  animation: false,
  grid: { left: 40, right: 70, top: 18, bottom: 28 },
  tooltip: { trigger: 'axis' },
  xAxis: { type: 'category', data: months.map((month) => month.name) },
  yAxis: {
    type: 'value',
    inverse: true,
    min: 1,
    minInterval: 1,
    name: '名次',
    nameLocation: 'start',
  },
  series: series.map((one) => ({
    type: 'line',
    name: one.name,
    data: [...one.places],
    symbolSize: one.key === key ? 7 : 3,
    lineStyle: { width: one.key === key ? 3 : 1 },
    itemStyle: { color: one.key === key ? OWN : GREY },
    z: one.key === key ? 3 : 1,
    endLabel: { show: one.key === key, formatter: one.name },
  })),
});
