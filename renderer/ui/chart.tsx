/**
 * Charts by echarts, only the needed parts, as SVG: what is drawn is an option made by a pure
 * function of the data.
 */
import { BarChart, LineChart, RadarChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  RadarComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use as register, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef, type ReactElement } from 'react';

register([
  BarChart,
  LineChart,
  RadarChart,
  GridComponent,
  RadarComponent,
  LegendComponent,
  TooltipComponent,
  AriaComponent,
  SVGRenderer,
]);

/** Colours are tokens: var(--cp-primary). */
export type ChartOption = EChartsCoreOption;

/** The option with the tokens' colours, as they are now: in high contrast others. */
function coloured(option: unknown): unknown {
  if (Array.isArray(option)) return option.map(coloured);
  if (typeof option === 'object' && option !== null)
    return Object.fromEntries(Object.entries(option).map(([key, of]) => [key, coloured(of)]));
  const token = typeof option === 'string' ? /^var\((--[\w-]+)\)$/.exec(option)?.[1] : undefined;
  return token === undefined
    ? option
    : getComputedStyle(document.documentElement).getPropertyValue(token).trim();
}

/**
 * `label`: what the picture says, for those who do not see it. `onPick`: a bar or point was
 * clicked, by its place in the data.
 */
export function Chart({
  option,
  label,
  height,
  onPick,
}: {
  readonly option: ChartOption;
  readonly label: string;
  readonly height: number;
  readonly onPick?: (at: number) => void;
}): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const picked = useRef(onPick);
  useEffect(() => {
    picked.current = onPick;
  });
  useEffect(() => {
    if (box.current === null) return undefined;
    const chart = init(box.current, null, { renderer: 'svg' });
    const draw = (): void => chart.setOption(Object(coloured(option)));
    draw();
    chart.on('click', ({ dataIndex }) => picked.current?.(dataIndex));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    const contrast = new MutationObserver(draw);
    contrast.observe(document.documentElement, { attributeFilter: ['data-contrast'] });
    return () => {
      watch.disconnect();
      contrast.disconnect();
      chart.dispose();
    };
  }, [option]);
  return <div ref={box} role="img" aria-label={label} style={{ height }} />;
}
