/** A bar for each part of a whole, its figure beside it; a bar opens what it stands for. */
import { useMemo, type ReactElement } from 'react';
import { Chart, type ChartOption } from './chart.tsx';

export interface SumBar {
  readonly label: string;
  /** only the bar's length; what is read is the exact text */
  readonly length: number;
  readonly text: string;
}
/** a chart is a picture: it is told the text size that the page has */
const TEXT_PX: Readonly<Record<'standard' | 'large' | 'xlarge', number>> = {
  standard: 13,
  large: 15,
  xlarge: 18,
};
const BAR_PX = 26;
/** more bars than that are not read; the table beside has them all */
const MOST = 30;

function optionOf(
  bars: readonly SumBar[],
  name: string,
  label: string,
  fontSize: number,
): ChartOption {
  return {
    animation: false,
    aria: { enabled: true, label: { description: label } },
    grid: { left: 8, right: fontSize * 6, top: 8, bottom: 8, containLabel: true },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map((bar) => bar.label),
      axisTick: { show: false },
      axisLabel: { width: fontSize * 10, overflow: 'truncate', fontSize, color: 'var(--cp-text)' },
    },
    series: [
      {
        name,
        type: 'bar',
        barMaxWidth: fontSize + 6,
        color: 'var(--cp-primary)',
        cursor: 'pointer',
        data: bars.map((bar) => bar.length),
        label: {
          show: true,
          position: 'right',
          fontSize,
          formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]?.text ?? '',
        },
      },
    ],
  };
}

/** `name`: what the bars measure; `onPick`: by the bar's place. */
export function SumBars({
  bars,
  name,
  label,
  text,
  onPick,
}: {
  readonly bars: readonly SumBar[];
  readonly name: string;
  readonly label: string;
  readonly text: keyof typeof TEXT_PX;
  onPick(at: number): void;
}): ReactElement {
  const shown = useMemo(() => bars.slice(0, MOST), [bars]);
  const option = useMemo(
    () => optionOf(shown, name, label, TEXT_PX[text]),
    [shown, name, label, text],
  );
  return (
    <Chart
      option={option}
      height={Math.max(shown.length, 3) * BAR_PX * (TEXT_PX[text] / TEXT_PX.standard) + 16}
      label={label}
      onPick={onPick}
    />
  );
}
