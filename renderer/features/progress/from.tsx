/**
 * 数据来源: the chosen figure's file and cell, the records it was counted from, or that it was
 * typed; and what was published.
 */
import type { ReactElement } from 'react';
import type { ProgressRow, ProgressSheet } from '../../../preload/contract/progress.ts';
import { call } from '../../bridge/bridge.ts';
import { shownFigureText } from '../../format/figure.ts';
import { goRecords } from '../../stores/navigation.ts';
import { printTable } from '../../stores/print.ts';
import { sentenceOf, tell } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';
import { STATE_MARKS, STATE_WORDS, type EntryPart } from './columns.ts';

export interface FromProps {
  readonly year: number;
  readonly sheet: ProgressSheet;
  readonly row: ProgressRow;
  readonly part: EntryPart | null;
  readonly onCorrect: (part: 'month' | 'cumulative' | 'lastYear') => void;
}
const PARTS = {
  month: '当月',
  cumulative: '累计',
  lastYear: '上年同期',
  yoy: '同比',
  estimate: '自报全年预计',
} as const;
const NEXT = {
  draft: { state: 'submitted', verb: '上报' },
  submitted: { state: 'confirmed', verb: '确认' },
  confirmed: { state: 'draft', verb: '退回草稿' },
} as const;

export function From({ year, sheet, row, part, onCorrect }: FromProps): ReactElement {
  const { indicator, month } = sheet;
  const open = (): void => openFigureRecords(year, sheet, row);
  const published =
    row.published === null || (part !== 'month' && part !== 'cumulative')
      ? null
      : row.published[part];
  return (
    <div className="pg-from" aria-label="数据来源">
      <b>数据来源</b>
      <em>
        {row.name}　{part === null ? '' : PARTS[part]}
      </em>
      <span>{originText(sheet, row, part)}</span>
      {row.published === null || (part !== 'month' && part !== 'cumulative') ? null : (
        <span className="neg">
          当时发布{shownFigureText(published, indicator.places) || '未报'}，现为
          {shownFigureText(row[part], indicator.places) || '未报'}
        </span>
      )}
      {row.reason === null ? null : <span>原因：{row.reason}</span>}
      {row.state === null ? null : (
        <em>
          {STATE_MARKS[row.state]} {STATE_WORDS[row.state]}
        </em>
      )}
      <span className="push" />
      {row.state === null || row.unit === null || month.closed !== null ? null : (
        <StateButton year={year} month={month} unit={row.unit} name={row.name} state={row.state} />
      )}
      {part === null || part === 'estimate' ? null : (
        <button
          type="button"
          className="link"
          onClick={() =>
            printTable('figure-source', {
              asked: {
                kind: 'figure',
                year,
                month: month.month,
                indicator: indicator.id,
                unit: row.unit,
                of: part,
                by: null,
                group: 'all',
              },
            })
          }
        >
          出处单
        </button>
      )}
      {indicator.counted === null ? null : (
        <button type="button" className="link" onClick={open}>
          看台账记录
        </button>
      )}
      {month.closed === null ||
      part === null ||
      part === 'yoy' ||
      part === 'estimate' ||
      indicator.counted !== null ? null : (
        <button type="button" className="link" onClick={() => onCorrect(part)}>
          更正
        </button>
      )}
    </div>
  );
}

/** F4 and 看台账记录: the records counted; of a figure that was typed, where from. */
export function openFigureRecords(
  year: number,
  { indicator, month }: ProgressSheet,
  row: ProgressRow,
): void {
  call('progress.records', {
    year,
    month: month.month,
    indicator: indicator.id,
    unit: row.unit,
  }).then(
    (query) => {
      if (query === null) say('此数为填报数，无台账记录，出处见表下。');
      else goRecords(query);
    },
    (fault: unknown) => say(sentenceOf(fault)),
  );
}

/** All figures of the unit in the month go on by one step: 上报, 确认, or back to 草稿. */
function StateButton({
  year,
  month,
  unit,
  name,
  state,
}: {
  readonly year: number;
  readonly month: ProgressSheet['month'];
  readonly unit: number;
  readonly name: string;
  readonly state: keyof typeof NEXT;
}): ReactElement {
  const next = NEXT[state];
  const go = (): void =>
    void tell(
      call('progress.state', { year, month: month.month, units: [unit], state: next.state }),
      `${name}${month.name}的数${next.state === 'draft' ? '已退回草稿' : STATE_WORDS[next.state]}。`,
    );
  return (
    <button type="button" className="link" onClick={go}>
      {next.verb}
      {name}的数
    </button>
  );
}

function originText(
  { indicator }: ProgressSheet,
  row: ProgressRow,
  part: EntryPart | null,
): string {
  if (indicator.counted !== null) return '由台账统计';
  if (row.origin !== null)
    return `${row.origin.file}　工作表“${row.origin.sheet}”　${(part === null ? undefined : row.origin.cells[part]) ?? Object.values(row.origin.cells).join('、')}`;
  if (part === null) return '';
  if (row[part] === null) return '未报';
  return part === 'estimate' || row.typed.includes(part) ? '手工填报' : '由程序计算';
}
