/**
 * 项目漏斗图: how many projects have come to each step or beyond it, with their money; each step's
 * words stand beside it.
 */
import type { Row } from '../../../preload/contract/records.ts';
import { multiply, round, sum } from '../../domain/exact/decimal.ts';
import { STAGES, stepOf, type Stage } from '../../domain/ledgers/stage.ts';
import { countedProjects } from '../tables/shared/counted-projects.ts';
import { TIMES } from '../tables/shared/money-measure.ts';
import { projectsOn } from '../tables/shared/projects-on.ts';
import { printedCurrencyOf, rowValueOf } from '../tables/shared/values.ts';
import { moneyField } from '../tables/shared/money-field.ts';
import { reportMonthOf, reportYearOf } from '../tables/shared/year.ts';
import { AXIS_LABEL, framed, CHART_MIDDLE, type TableChart, LABELS_INSIDE } from './chart.ts';

const [STEP_HEIGHT, ABOVE] = [52, 60];
const TOTAL = moneyField('total_investment');

export const funnelChart: TableChart = {
  info: {
    name: 'funnel',
    title: '项目漏斗图',
    about: '洽谈、签约直到达产，各走到多少个项目、多少钱',
    table: 'four-batches',
  },
  read(source, options) {
    const [year, month] = [reportYearOf(source, options), reportMonthOf(source, options)];
    const { last } = source.monthDays(year, month);
    const day = last < source.context.today ? last : source.context.today;
    const counted = countedProjects(source.rows('project'), source.context).rows;
    const { rows } = projectsOn(counted, day, source.context);
    if (rows.length === 0) return [];
    const steps = stepsOf(rows);
    const title = `截至${year}年${source.monthName(month)}项目漏斗`;
    const most = Math.max(...steps.map((step) => step.count), 1);
    return [
      {
        title,
        height: steps.length * STEP_HEIGHT + ABOVE,
        option: framed(title, {
          grid: { left: 20, right: 220, top: 46, bottom: 10, ...LABELS_INSIDE },
          xAxis: { type: 'value', show: false, min: -most / 2, max: most / 2 },
          yAxis: {
            type: 'category',
            inverse: true,
            data: steps.map((step) => step.label),
            axisLine: { show: false },
            axisTick: { show: false },
            axisLabel: { ...AXIS_LABEL, fontSize: 16, interval: 0 },
          },
          // half of each step on either side of the middle
          series: [
            {
              type: 'bar',
              stack: 'left',
              barWidth: 34,
              itemStyle: { color: CHART_MIDDLE },
              data: steps.map((step) => -step.count / 2),
            },
            {
              type: 'bar',
              stack: 'left',
              barWidth: 34,
              itemStyle: { color: CHART_MIDDLE },
              label: { show: true, position: 'right', fontSize: 15, color: '#000000' },
              data: steps.map((step) => ({
                value: step.count / 2,
                label: { formatter: step.words },
              })),
            },
          ],
        }),
      },
    ];
  },
};

interface FunnelStep {
  readonly label: string;
  readonly count: number;
  readonly words: string;
}
const stepsOf = (rows: readonly Row[]): readonly FunnelStep[] =>
  STAGES.filter(({ value }) => value !== 'lead' && stepOf(value) !== null).map(
    ({ value, label }) => {
      const there = rows.filter((row) => {
        const stage = STAGES.find((one) => one.value === rowValueOf(row, 'stage'))?.value;
        return stage !== undefined && isBeyond(stage, value);
      });
      const yuan = there.flatMap((row) =>
        printedCurrencyOf(row, TOTAL) === 'CNY' ? (rowValueOf(row, TOTAL.code) ?? []) : [],
      );
      const money = yuan.length === 0 ? '' : `，${round(multiply(sum(yuan), TIMES.亿元), 2)}亿元`;
      return { label, count: there.length, words: `${there.length}个${money}` };
    },
  );

const isBeyond = (stage: Stage, step: Stage): boolean => {
  const [at, from] = [stepOf(stage), stepOf(step)];
  return at !== null && from !== null && at >= from;
};
