/**
 * 资金分布图: the money of 项目分类汇总表 by its two dimensions, from the table's own cells; parts
 * are told apart by pattern.
 */
import { printedCellText } from '../model/figures.ts';
import type { PrintTable, TableCell, TableRow } from '../model/table.ts';
import {
  CHART_AROUND,
  AXIS_LABEL,
  AXIS_LINE,
  barStyle,
  framed,
  LEGEND,
  CHART_ROW_HEIGHT,
  SPLIT_LINE,
  type TableChart,
  LABELS_INSIDE,
} from './chart.ts';

const [WHOLE, MONEY] = ['合计', '总投资'];
/** a part narrower than this share of the longest bar has no room for its figure */
const NARROW = 0.09;
const ROW = CHART_ROW_HEIGHT + 8;

export const moneyChart: TableChart = {
  info: {
    name: 'money',
    title: '资金分布图',
    about: '总投资按两个分类的构成，取自项目分类汇总表',
    table: 'project-rollup',
  },
  read(_source, _options, table) {
    const rows = table.rows.filter((row) => row.kind === 'data');
    const columns = table.columns.flatMap(({ path }, at) =>
      path.at(-1) === MONEY ? [{ head: path[0] ?? '', at }] : [],
    );
    const whole = columns.find(({ head }) => head === WHOLE)?.at ?? -1;
    const parts = columns.filter(({ head }) => head !== WHOLE);
    if (rows.length === 0 || whole < 0) return [];
    const shown = parts.length === 0 ? [{ head: MONEY, at: whole }] : parts;
    const bars: MoneyBars = { table, rows, whole, parts, shown };
    const title = `${table.title}：${MONEY}`;
    return [
      {
        title,
        height: rows.length * ROW + CHART_AROUND,
        option: framed(title, { ...axesOf(bars), series: seriesOf(bars) }),
      },
    ];
  },
};

interface MoneyColumn {
  readonly head: string;
  readonly at: number;
}
interface MoneyBars {
  readonly table: PrintTable;
  readonly rows: readonly TableRow[];
  /** the column of the sum */
  readonly whole: number;
  readonly parts: readonly MoneyColumn[];
  readonly shown: readonly MoneyColumn[];
}

const textIn = ({ table }: MoneyBars, row: TableRow, at: number): string =>
  printedCellText(row.cells[at] ?? null, table.columns[at] ?? {});

const axesOf = (bars: MoneyBars): Readonly<Record<string, unknown>> => ({
  legend: { ...LEGEND, show: bars.parts.length > 0 },
  grid: { left: 20, right: 130, top: 84, bottom: 20, ...LABELS_INSIDE },
  xAxis: {
    type: 'value',
    name: measureOf(bars.table),
    nameTextStyle: { fontSize: 14, color: '#000000' },
    axisLabel: AXIS_LABEL,
    splitLine: SPLIT_LINE,
  },
  yAxis: {
    type: 'category',
    inverse: true,
    data: bars.rows.map((row) => textIn(bars, row, 1)),
    axisLine: AXIS_LINE,
    axisTick: { show: false },
    axisLabel: { ...AXIS_LABEL, interval: 0 },
  },
});

/** The last has nothing of its own: it carries the sum to the bar's end. */
function seriesOf(bars: MoneyBars): readonly Readonly<Record<string, unknown>>[] {
  const { rows, whole, parts, shown } = bars;
  const most = Math.max(...rows.map(({ cells }) => numberIn(cells[whole] ?? null) ?? 0), 1);
  const bar = { type: 'bar', stack: MONEY, barWidth: 22 };
  return [
    ...shown.map(({ head, at }, place) => ({
      ...bar,
      name: head,
      itemStyle: barStyle(place),
      label: {
        position: 'inside',
        fontSize: 12,
        color: '#000000',
        backgroundColor: '#ffffff',
        padding: [1, 3],
      },
      data: rows.map((row) => {
        const value = numberIn(row.cells[at] ?? null);
        const isWide = parts.length > 0 && value !== null && value / most >= NARROW;
        return { value, label: { show: isWide, formatter: textIn(bars, row, at) } };
      }),
    })),
    {
      ...bar,
      label: { show: true, position: 'right', fontSize: 13, color: '#000000' },
      data: rows.map((row) => ({ value: 0, label: { formatter: textIn(bars, row, whole) } })),
    },
  ];
}

const numberIn = (cell: TableCell): number | null =>
  cell !== null && typeof cell === 'object' && 'figure' in cell ? Number(cell.figure) : null;

const measureOf = ({ subtitle }: PrintTable): string =>
  /亿元|万元|元/u.exec(subtitle.right)?.[0] ?? '';
