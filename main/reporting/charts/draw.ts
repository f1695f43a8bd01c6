/**
 * Draws a chart as lines (SVG) without a window: the same for the command line, for paper and for
 * the screen.
 */
import type * as Core from 'echarts/core';
import type { DrawnChart } from '../../../preload/contract/tables.ts';
import { CHART_WIDTH, type ChartDrawing } from './chart.ts';

export async function drawChart({ title, height, option }: ChartDrawing): Promise<DrawnChart> {
  const echarts = await loaded();
  const chart = echarts.init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: CHART_WIDTH,
    height,
  });
  try {
    chart.setOption(option);
    return { title, svg: chart.renderToSVGString(), width: CHART_WIDTH, height };
  } finally {
    chart.dispose();
  }
}

/** slow to load, and most runs draw nothing */
async function loaded(): Promise<Pick<typeof Core, 'init'>> {
  const [core, charts, components, { SVGRenderer }] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  core.use([
    charts.BarChart,
    charts.LineChart,
    charts.ScatterChart,
    charts.HeatmapChart,
    components.GridComponent,
    components.TitleComponent,
    components.LegendComponent,
    components.MarkLineComponent,
    components.VisualMapComponent,
    SVGRenderer,
  ]);
  return core;
}
