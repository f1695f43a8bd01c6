/** Every chart of the program, by its name; each is printed with the table that it is made from. */
import type {
  ChartInfo,
  DrawnChart,
  ParsedTableOptions,
} from '../../../preload/contract/tables.ts';
import { Fault } from '../../domain/fault.ts';
import type { PrintTable } from '../model/table.ts';
import type { YearSource } from '../tables/shared/year.ts';
import type { TableChart } from './chart.ts';
import { completionChart } from './completion.ts';
import { curveChart } from './curve.ts';
import { drawChart } from './draw.ts';
import { funnelChart } from './funnel.ts';
import { heatChart } from './heat.ts';
import { moneyChart } from './money.ts';
import { rankingChart } from './ranking.ts';

const CHARTS: readonly TableChart[] = [
  completionChart,
  rankingChart,
  curveChart,
  heatChart,
  funnelChart,
  moneyChart,
];
export const chartInfos: readonly ChartInfo[] = CHARTS.map(({ info }) => info);

/** @throws Fault chart.unknown */
export function chartInfoNamed(name: string): ChartInfo {
  const found = chartInfos.find((one) => one.name === name);
  if (found === undefined) throw new Fault('chart.unknown', { chart: name });
  return found;
}

/** The charts of a table, or the one that is named. */
export async function drawCharts(
  source: YearSource,
  options: ParsedTableOptions,
  table: PrintTable,
  only?: string,
): Promise<readonly DrawnChart[]> {
  const drawn: DrawnChart[] = [];
  for (const { info, read } of CHARTS)
    if (info.table === table.name && (only === undefined || info.name === only))
      for (const drawing of read(source, options, table)) drawn.push(await drawChart(drawing));
  return drawn;
}
