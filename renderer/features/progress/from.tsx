/** 数从哪来: the chosen figure's file and cell, the records it was counted from, or that it was typed; and what was published. */
import type { ReactElement } from 'react';
import type { ProgressRow, ProgressSheet } from '../../../preload/contract/progress.ts';
import { call } from '../../bridge.ts';
import { figureText } from '../../format/figure.ts';
import { goRecords } from '../../stores/navigation.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';
import type { EntryPart } from './columns.ts';

export interface FromProps {
  readonly year: number;
  readonly sheet: ProgressSheet;
  readonly row: ProgressRow;
  readonly part: EntryPart | null;
  readonly onCorrect: (part: 'month' | 'cumulative' | 'lastYear') => void;
}
const STATES = { draft: '草稿', submitted: '已报', confirmed: '已核' } as const;
const PARTS = { month: '当月', cumulative: '累计', lastYear: '上年同期', yoy: '同比' } as const;

export function From({ year, sheet, row, part, onCorrect }: FromProps): ReactElement {
  const { indicator, month } = sheet;
  const open = (): void => {
    call('progress.records', { year, month: month.month, indicator: indicator.id, unit: row.unit }).then((query) => { if (query === null) say('这个数是填的，没有台账记录。'); else goRecords(query); }, (fault: unknown) => say(sentenceOf(fault)));
  };
  const published = row.published === null || (part !== 'month' && part !== 'cumulative') ? null : row.published[part];
  return (
    <div className="pg-from" aria-label="数从哪来">
      <b>数从哪来</b><em>{row.name}　{part === null ? '' : PARTS[part]}</em>
      <span>{originText(sheet, row, part)}</span>
      {row.published === null || (part !== 'month' && part !== 'cumulative') ? null : <span className="neg">当时发布{figureText(published, indicator.places) || '未报'}，现为{figureText(row[part], indicator.places) || '未报'}</span>}
      {row.reason === null ? null : <span>原因：{row.reason}</span>}
      {row.state === null ? null : <em>{STATES[row.state]}</em>}
      <span className="push" />
      {indicator.counted === null ? null : <button type="button" className="link" onClick={open}>看台账记录</button>}
      {month.closed === null || part === null || part === 'yoy' || indicator.counted !== null ? null : <button type="button" className="link" onClick={() => onCorrect(part)}>更正</button>}
    </div>
  );
}

function originText({ indicator }: ProgressSheet, row: ProgressRow, part: EntryPart | null): string {
  if (indicator.counted !== null) return '从台账里数出来的';
  if (row.origin !== null) return `${row.origin.file}　工作表“${row.origin.sheet}”　${(part === null ? undefined : row.origin.cells[part]) ?? Object.values(row.origin.cells).join('、')}`;
  if (part === null) return '';
  if (row[part] === null) return '未报';
  return row.typed.includes(part) ? '手工填的' : '由程序算出';
}
