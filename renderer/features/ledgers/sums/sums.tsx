/**
 * 汇总图: a ledger's records by a field that groups: a bar for how many, or for a figure that adds
 * up, and a line of all figures; each opens its records.
 */
import { Select } from 'antd';
import { type ReactElement } from 'react';
import { addsUp, isGroupable, type Field } from '../../../../main/domain/ledgers/field.ts';
import type { RecordGroup } from '../../../../preload/contract/records.ts';
import { useCall } from '../../../bridge/bridge.ts';
import { useLayout } from '../../../stores/layout.ts';
import { goGroup, goLedger } from '../../../stores/navigation.ts';
import type { LedgerParams } from '../../../stores/pages.ts';
import type { ViewProps } from '../../../ui/other-view.ts';
import { SumBars } from '../../../ui/sum-bars.tsx';
import '../../../ui/sheet-page.css';
import '../../../ui/side.css';
import { sumText, recordTextOf } from '../shared/display.ts';
import type { LedgerSpec } from '../shared/spec.ts';
import { sumsDividedBy } from './sums-by.ts';

const COUNT = '';

interface SumsProps {
  readonly spec: LedgerSpec;
  readonly params: LedgerParams;
  readonly filters: ViewProps['filters'];
}

export function LedgerSumsView({ spec, params, filters }: SumsProps): ReactElement | null {
  const [by = ''] = sumsDividedBy(spec, params);
  const field = spec.fields.find((one) => one.code === by);
  const summed = spec.fields.filter(addsUp);
  const measured = summed.find((one) => one.code === params.sum);
  const text = useLayout((layout) => layout.text);
  const { value: summary, fresh } = useCall(
    'records.summary',
    {
      ledger: spec.code,
      filters: [...filters],
      group: [by],
      ...(spec.code === 'arrival' ? { counted: true } : {}),
    },
    [spec.code],
  );
  if (summary === null || field === undefined) return null;
  const groups = inOrder(field, summary.groups, measured?.code);
  const bars = groups.map((group) => ({
    label: labelOf(field, group),
    length: lengthOf(group, measured?.code),
    text: figureOf(group, measured, spec.counter),
  }));
  const turn = (part: LedgerParams): void =>
    goLedger(spec.code, {
      view: 'sums',
      by,
      ...(measured === undefined ? {} : { sum: measured.code }),
      ...part,
    });
  const pick = (group: RecordGroup): void =>
    goGroup(spec.code, filters, by, group.key[0] == null ? null : labelOf(field, group));
  const name = measured === undefined ? `${spec.counter}数` : measured.label;
  return (
    <div className="lg-sums">
      <div className="bar">
        <Select
          aria-label="分组方式"
          prefix={<em>按</em>}
          value={by}
          popupMatchSelectWidth={false}
          options={spec.fields
            .filter(isGroupable)
            .map((one) => ({ value: one.code, label: one.label }))}
          onChange={(next: string) => turn({ by: next })}
        />
        <Select
          aria-label="图中数据"
          prefix={<em>柱子</em>}
          value={measured?.code ?? COUNT}
          popupMatchSelectWidth={false}
          options={[
            { value: COUNT, label: `${spec.counter}数` },
            ...summed.map((one) => ({ value: one.code, label: headOf(one) })),
          ]}
          onChange={(next: string) => turn({ sum: next })}
        />
      </div>
      {groups.length === 0 ? (
        <p className="none">
          没有{spec.one}可汇总。
          {filters.length === 0 ? '先在台账里新增，或从表格导入。' : '请取消上面的筛选后查看。'}
        </p>
      ) : (
        <div className="sum-view" aria-busy={!fresh}>
          <div className="chart">
            <SumBars
              bars={bars}
              name={name}
              text={text}
              label={`按${field.label}的${name}，数在右边的表里`}
              onPick={(at) => {
                const group = groups[at];
                if (group !== undefined) pick(group);
              }}
            />
          </div>
          <SumsTable spec={spec} field={field} summed={summed} groups={groups} onPick={pick} />
        </div>
      )}
    </div>
  );
}

/** Choices as they are listed, empty last; other values with the longest bar first. */
function inOrder(
  field: Field,
  groups: readonly RecordGroup[],
  measured: string | undefined,
): readonly RecordGroup[] {
  const listed = field.kind === 'choice' ? field.choices.map((choice) => choice.value) : null;
  const place = (group: RecordGroup): number =>
    group.key[0] == null
      ? Infinity
      : listed === null
        ? -lengthOf(group, measured)
        : listed.indexOf(group.key[0]);
  return groups
    .map((group) => ({ group, at: place(group) }))
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
    .map((one) => one.group);
}

const labelOf = (field: Field, { key }: RecordGroup): string =>
  key[0] == null ? '未填' : recordTextOf(field, { [field.code]: key[0] });
/** only the bar's length; what is read is the exact text beside it */
const lengthOf = (group: RecordGroup, measured: string | undefined): number =>
  measured === undefined ? group.count : Number(group.sums[measured]?.value ?? '0');
const headOf = (field: Field): string =>
  'measure' in field ? `${field.label}（${field.measure}）` : field.label;

function figureOf(
  { count, sums }: RecordGroup,
  measured: Field | undefined,
  counter: string,
): string {
  if (measured === undefined) return `${count}${counter}`;
  const value = sums[measured.code]?.value ?? null;
  return value === null ? '' : sumText(measured, value);
}

function SumsTable({
  spec,
  field,
  summed,
  groups,
  onPick,
}: {
  readonly spec: LedgerSpec;
  readonly field: Field;
  readonly summed: readonly Field[];
  readonly groups: readonly RecordGroup[];
  onPick(group: RecordGroup): void;
}): ReactElement {
  const others = summed.flatMap((one) => {
    const left = groups.reduce((all, group) => all + (group.sums[one.code]?.others ?? 0), 0);
    return left === 0 ? [] : [`另有${left}${spec.ledger.noun}的${one.label}是外币，不在合计里。`];
  });
  return (
    <div className="table">
      <table className="plain" aria-label="汇总">
        <thead>
          <tr>
            <th>{field.label}</th>
            <th>{spec.counter}数</th>
            {summed.map((one) => (
              <th key={one.code}>{headOf(one)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.key[0] ?? ''}>
              <td>
                <button type="button" className="link" onClick={() => onPick(group)}>
                  {labelOf(field, group)}
                </button>
              </td>
              <td className="n">{group.count}</td>
              {summed.map((one) => (
                <td key={one.code} className="n">
                  {figureOf(group, one, '')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {others.map((sentence) => (
        <p key={sentence} className="hint">
          {sentence}
        </p>
      ))}
    </div>
  );
}
