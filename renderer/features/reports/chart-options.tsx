/** Of a table that has charts: printed with them, and each saved as a picture for itself. */
import { Button, Checkbox } from 'antd';
import type { ReactElement } from 'react';
import type { ChartInfo, TableInfo, TableOptions } from '../../../preload/contract/tables.ts';
import { call } from '../../bridge/bridge.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';
import { OptionLine } from './line.tsx';

export function ChartOptions({
  info,
  options,
  onChange,
}: {
  readonly info: TableInfo;
  readonly options: TableOptions;
  readonly onChange: (chart: boolean) => void;
}): ReactElement | null {
  if (info.charts === undefined) return null;
  const save = async ({ name, title }: ChartInfo, format: 'png' | 'svg'): Promise<void> => {
    const to = await call('shell.saveAs', { name: title, extension: format });
    if (to === null) return;
    const { files } = await call('charts.save', {
      name,
      options,
      at: null,
      format,
      to: to.handle,
    });
    say(
      files.length === 1
        ? `已存到“${to.name}”。`
        : `已存${files.length}张图，第一张是“${to.name}”。`,
    );
  };
  const copy = async ({ name, title }: ChartInfo): Promise<void> => {
    const { png } = await call('charts.picture', { name, options, at: 0 });
    const bytes = Uint8Array.from(atob(png), (sign) => sign.codePointAt(0) ?? 0);
    await navigator.clipboard.write([
      new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) }),
    ]);
    say(`${title}已复制，可以粘贴到Word、WPS里。`);
  };
  const button = (chart: ChartInfo, format: 'png' | 'svg'): ReactElement => (
    <Button
      size="small"
      aria-label={`${chart.title}存为${format.toUpperCase()}`}
      onClick={() => void save(chart, format).catch((error: unknown) => say(sentenceOf(error)))}
    >
      {format.toUpperCase()}
    </Button>
  );
  return (
    <>
      <OptionLine label="附图">
        <Checkbox
          checked={options.chart === true}
          onChange={(event) => onChange(event.target.checked)}
        >
          表后附上图
        </Checkbox>
      </OptionLine>
      {info.charts.map((chart) => (
        <OptionLine key={chart.name} label={chart.title}>
          <Button
            size="small"
            aria-label={`复制${chart.title}`}
            onClick={() => void copy(chart).catch((error: unknown) => say(sentenceOf(error)))}
          >
            复制
          </Button>
          {button(chart, 'png')}
          {button(chart, 'svg')}
        </OptionLine>
      ))}
    </>
  );
}
