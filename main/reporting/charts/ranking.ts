/** 名次图: units by their place with their completion; those behind pace are hatched. */
import { isBehindPace } from '../../domain/progress/words.ts';
import { printedFigureText } from '../model/figures.ts';
import {
  CHART_AROUND,
  AXIS_LABEL,
  AXIS_LINE,
  barStyle,
  framed,
  CHART_ROW_HEIGHT,
  SPLIT_LINE,
  type TableChart,
  LABELS_INSIDE,
} from './chart.ts';
import { measuredSheets, periodTitle, withCompletion } from './completion.ts';

export const rankingChart: TableChart = {
  info: {
    name: 'ranking',
    title: '名次图',
    about: '各单位按完成率的名次',
    table: 'monthly-bulletin',
  },
  read: (source, options) =>
    measuredSheets(source, options).map((sheet) => {
      const { indicator } = sheet;
      const rows = withCompletion(sheet).toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0));
      const title = periodTitle(source, options, `${indicator.name}完成率名次`);
      return {
        title,
        height: rows.length * CHART_ROW_HEIGHT + CHART_AROUND - 30,
        option: framed(title, {
          grid: { left: 20, right: 110, top: 46, bottom: 20, ...LABELS_INSIDE },
          xAxis: {
            type: 'value',
            axisLabel: { ...AXIS_LABEL, formatter: '{value}%' },
            splitLine: SPLIT_LINE,
          },
          yAxis: {
            type: 'category',
            inverse: true,
            data: rows.map((row) => `${row.place ?? '—'}　${row.name}`),
            axisLine: AXIS_LINE,
            axisTick: { show: false },
            axisLabel: { ...AXIS_LABEL, interval: 0 },
          },
          series: [
            {
              type: 'bar',
              barWidth: 15,
              label: { show: true, position: 'right', fontSize: 13, color: '#000000' },
              data: rows.map((row) => ({
                value: Number(row.completion),
                itemStyle: barStyle(isBehindPace(indicator.direction, row.gap) ? 1 : 0),
                label: { formatter: `${printedFigureText(row.completion, 2)}%` },
              })),
            },
          ],
        }),
      };
    }),
};
