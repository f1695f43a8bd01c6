/** 进展: the project month by month: its plan, what was done, and how far it is in words. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { MonthEntry } from '../../../../main/domain/projects/project-life.ts';
import { call } from '../../../bridge/bridge.ts';
import { yuanInWan } from '../../../format/money.ts';
import { saveDone } from '../shared/parts.ts';
import { textOrNull } from '../../../../main/domain/read/text.ts';
import type { DetailProps } from '../shared/special.ts';
import { today } from '../../../format/today.ts';
import { EntryForm, type Box } from './entry-form.tsx';
import { useLife } from './life.ts';

type Part = 'month' | 'planned' | 'invested' | 'note' | 'who' | 'counts';
const BOXES: readonly Box<Part>[] = [
  { part: 'note', label: '形象进度', wide: true },
  { part: 'month', label: '月份', placeholder: '如2012-09' },
  { part: 'who', label: '填报人' },
  { part: 'planned', label: '本月计划（万元）' },
  { part: 'invested', label: '本月完成（万元）' },
  {
    part: 'counts',
    label: '本月完成的计法',
    wide: true,
    choices: [
      { value: 'add', label: '计入本年和累计完成' },
      { value: 'included', label: '本年和累计中已包含' },
    ],
  },
];

export function Months({ detail }: DetailProps): ReactElement | null {
  const life = useLife(detail.row.id);
  const [editing, setEditing] = useState<MonthEntry | 'new' | null>(null);
  if (life === null) return null;
  return (
    <div className="lg-parts">
      {editing === null ? (
        <div className="lg-moves">
          <Button size="small" onClick={() => setEditing('new')}>
            写本月进展
          </Button>
        </div>
      ) : (
        <MonthForm
          key={editing === 'new' ? '' : editing.month}
          project={detail.row.id}
          entry={editing === 'new' ? null : editing}
          months={life.months}
          onDone={() => setEditing(null)}
        />
      )}
      {life.months.length === 0 ? (
        <p className="lg-empty">尚无逐月进展。最近一月的内容即台账中的形象进度。</p>
      ) : (
        <table className="lg-table">
          <thead>
            <tr>
              <th>月份</th>
              <th>计划（万元）</th>
              <th>完成（万元）</th>
              <th>形象进度</th>
              <th aria-label="操作" />
            </tr>
          </thead>
          <tbody>
            {life.months.map((one) => (
              <tr key={one.month}>
                <td>{one.month}</td>
                <td className="figure">{yuanInWan(one.planned)}</td>
                <td className="figure">{yuanInWan(one.invested)}</td>
                <td>{[one.note, one.who].filter((text) => text !== null).join('　')}</td>
                <td className="acts">
                  <button
                    type="button"
                    aria-label={`改${one.month}`}
                    onClick={() => setEditing(one)}
                  >
                    改
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

interface MonthFormProps {
  readonly project: number;
  readonly entry: MonthEntry | null;
  readonly months: readonly MonthEntry[];
  onDone(): void;
}

function MonthForm({ project, entry, months, onDone }: MonthFormProps): ReactElement {
  const plain = (yuan: string | null | undefined): string =>
    yuanInWan(yuan ?? null).replaceAll(',', '');
  const month = today().slice(0, 7);
  // 本月 may have its plan already: writing it again would lose it
  const old = entry ?? months.find((one) => one.month === month) ?? null;
  const start = {
    month: old?.month ?? month,
    planned: plain(old?.planned),
    invested: plain(old?.invested),
    note: old?.note ?? '',
    who: old?.who ?? '',
    counts: 'add',
  };
  const save = async (typed: Readonly<Record<Part, string>>): Promise<void> => {
    await call('projects.saveMonth', {
      id: project,
      month: monthOf(typed.month),
      planned: textOrNull(typed.planned),
      invested: textOrNull(typed.invested),
      note: textOrNull(typed.note),
      who: textOrNull(typed.who),
      counts: typed.counts === 'included' ? 'included' : 'add',
    });
    saveDone('已登记进展。');
  };
  return (
    <EntryForm
      title="本月进展"
      boxes={BOXES}
      start={start}
      verb="保存进展"
      save={save}
      onDone={onDone}
    />
  );
}

/** 2012.9, 2012年9月 and 2012-9 as 2012-09. @throws Error with its sentence */
function monthOf(text: string): string {
  const [, year, month] = /^\s*(\d{4})\s*[-.年/]\s*(\d{1,2})\s*月?\s*$/.exec(text) ?? [];
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12)
    throw new Error('月份应写为2012-09。请修改后保存。');
  return `${year}-${month.padStart(2, '0')}`;
}
