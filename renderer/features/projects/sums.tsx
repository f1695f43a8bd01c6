/**
 * 分布: projects by unit, industry, origin, park and more: a bar and a line of figures for each,
 * and every one opens its records.
 */
import { Segmented } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import { fieldOf } from '../../../main/domain/ledgers/field.ts';
import { project } from '../../../main/domain/ledgers/project.ts';
import { SUM_FIELDS, type SumField } from '../../../main/domain/projects/project-sums.ts';
import type { ProjectSumRow } from '../../../preload/contract/project-views.ts';
import { useCall } from '../../bridge/bridge.ts';
import { yuanInWan } from '../../format/money.ts';
import { useLayout } from '../../stores/layout.ts';
import type { ViewProps } from '../../ui/other-view.ts';
import { SumBars } from '../../ui/sum-bars.tsx';
import { openProjectRecords } from './records.ts';

const MEASURES = [
  { value: 'count', label: '个数' },
  { value: 'total', label: '总投资' },
  { value: 'arrived', label: '到位资金' },
] as const;
type Measured = (typeof MEASURES)[number]['value'];

/** A unit's projects are those that it introduced. */
const fieldFor = (by: SumField): string => (by === 'unit' ? 'introducer' : by);

/** A stored value as people read it. */
function keyText(by: SumField, key: string | null): string {
  if (key === null) return '未填';
  const field = fieldOf(project, fieldFor(by));
  return field.kind === 'choice'
    ? (field.choices.find((one) => one.value === key)?.label ?? key)
    : key;
}

const barOf = (row: ProjectSumRow, measured: Measured): number =>
  measured === 'count' ? row.count : Number(row[measured] ?? '0');
const figureOf = (row: ProjectSumRow, measured: Measured): string =>
  measured === 'count' ? `${row.count}` : yuanInWan(row[measured]);

export function ProjectSumsView({ filters }: ViewProps): ReactElement | null {
  const [by, setBy] = useState<SumField>('industry');
  const [measured, setMeasured] = useState<Measured>('count');
  const text = useLayout((layout) => layout.text);
  const { value: rows, fresh } = useCall('projects.sums', { filters: [...filters], by }, [
    'project',
    'arrival',
  ]);
  const bars = useMemo(
    () =>
      (rows ?? []).map((row) => ({
        label: keyText(by, row.key),
        length: barOf(row, measured),
        text: figureOf(row, measured),
      })),
    [rows, by, measured],
  );
  const pick = (key: string | null): void =>
    openProjectRecords(filters, fieldFor(by), key === null ? null : keyText(by, key));
  if (rows === null) return null;
  const label = SUM_FIELDS.find((one) => one.value === by)?.label ?? '';
  const what = MEASURES.find((one) => one.value === measured)?.label ?? '';
  return (
    <div className="pj-view">
      <div className="pj-bar">
        <Segmented<SumField>
          aria-label="分组方式"
          size="small"
          value={by}
          options={SUM_FIELDS.map(({ value, label: name }) => ({ value, label: name }))}
          onChange={setBy}
        />
        <span className="push" />
        <Segmented<Measured>
          aria-label="图中数据"
          size="small"
          value={measured}
          options={[...MEASURES]}
          onChange={setMeasured}
        />
      </div>
      {rows.length === 0 ? (
        <p className="pj-empty">没有项目。先在台账里新增，或从表格导入。</p>
      ) : (
        <div className="sum-view" aria-busy={!fresh}>
          <div className="chart">
            <SumBars
              bars={bars}
              name={what}
              text={text}
              label={`按${label}的${what}，数在右边的表里`}
              onPick={(place) => {
                const row = rows[place];
                if (row !== undefined) pick(row.key);
              }}
            />
          </div>
          <SumsTable rows={rows} by={by} label={label} onPick={pick} />
        </div>
      )}
    </div>
  );
}

function SumsTable({
  rows,
  by,
  label,
  onPick,
}: {
  readonly rows: readonly ProjectSumRow[];
  readonly by: SumField;
  readonly label: string;
  onPick(key: string | null): void;
}): ReactElement {
  const others = rows.reduce((all, row) => all + row.others, 0);
  return (
    <div className="table">
      <table className="plain">
        <thead>
          <tr>
            <th>{label}</th>
            <th>个数</th>
            <th>总投资（万元）</th>
            <th>到位（万元）</th>
            <th>认定（万元）</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key ?? ''}>
              <td>
                <button type="button" className="link" onClick={() => onPick(row.key)}>
                  {keyText(by, row.key)}
                </button>
              </td>
              <td className="n">{row.count}</td>
              <td className="n">{yuanInWan(row.total)}</td>
              <td className="n">{yuanInWan(row.arrived)}</td>
              <td className="n">{yuanInWan(row.recognised)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">
        {by === 'unit' ? '个数和总投资计入引进单位，到位资金按分成比例。' : ''}
        {others === 0 ? '' : `另有${others}个外币项目，不在总投资里。`}
      </p>
    </div>
  );
}
