/**
 * Beside the sheet: the chosen target with its people, its plan over the year, where it came from,
 * and the year's versions.
 */
import { Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { divide, multiply } from '../../../main/domain/exact/decimal.ts';
import type { TargetCell } from '../../../preload/contract/targets.ts';
import type { TargetVersion } from '../../../main/domain/targets/target.ts';
import { call } from '../../bridge/bridge.ts';
import { shownFigureText } from '../../format/figure.ts';
import { tell } from '../../stores/sentence.ts';
import { Side } from '../../ui/side.tsx';
import type { ChosenTargets } from './chosen.ts';

export interface TargetSidePanelProps {
  readonly year: number;
  readonly chosen: ChosenTargets | null;
  readonly versions: readonly TargetVersion[];
  readonly shown: number | null;
  readonly canEdit: boolean;
  readonly onPlan: () => void;
  readonly onCompare: () => void;
  readonly onVersion: (version: number) => void;
}

export function TargetSidePanel(props: TargetSidePanelProps): ReactElement {
  const { chosen, onPlan, onCompare, versions, canEdit } = props;
  const cell = chosen?.line.cells[chosen.indicator.id];
  const places = chosen?.indicator.places ?? 2;
  return (
    <Side
      label="目标详情"
      blocks={[
        {
          name: chosen?.line.name ?? '选中格',
          head:
            chosen === null ? (
              '选中格'
            ) : (
              <>
                {chosen.line.name}　{chosen.indicator.name}{' '}
                <small>
                  确保{shownFigureText(cell?.assured ?? null, places) || '未填'}　力争
                  {shownFigureText(cell?.stretch ?? null, places) || '未填'}
                </small>
              </>
            ),
          body:
            chosen === null ? (
              <p className="blk muted">在表中选一格，此处显示其来源。</p>
            ) : (
              <About {...props} chosen={chosen} cell={cell} />
            ),
        },
        {
          name: '进度安排',
          head: (
            <>
              进度安排 <small>累计，{cell?.plan == null ? '均衡' : '按安排'}</small>
              {chosen === null || !canEdit ? null : (
                <button type="button" className="link" onClick={onPlan}>
                  改安排
                </button>
              )}
            </>
          ),
          body: <Plan cell={cell} places={places} />,
        },
        { name: '数据来源', head: '数据来源', body: <From cell={cell} /> },
        {
          name: '版本',
          head: (
            <>
              版本{' '}
              {versions.length > 1 ? (
                <button type="button" className="link" onClick={onCompare}>
                  对比两版
                </button>
              ) : null}
            </>
          ),
          body: <Versions {...props} />,
        },
      ]}
    />
  );
}

function About({
  year,
  chosen,
  cell,
  canEdit,
}: TargetSidePanelProps & {
  readonly chosen: ChosenTargets;
  readonly cell: TargetCell | undefined;
}): ReactElement {
  const { indicator, line } = chosen;
  const show = (value: string | null | undefined, places: number, after: string): string =>
    value == null ? '—' : `${shownFigureText(value, places)}${after}`;
  const given =
    cell?.given.assured === 'growth'
      ? '增长率；数值为换算'
      : cell?.given.assured === 'value'
        ? '数值；增长率为换算'
        : '未填';
  const field = (
    part: 'upper' | 'leader' | 'owner' | 'rival' | 'remark',
    label: string,
  ): ReactElement => (
    <>
      <dt>{label}</dt>
      <dd>
        <Field
          key={`${line.id}-${indicator.id}-${part}`}
          label={label}
          value={cell?.[part] ?? ''}
          disabled={!canEdit}
          onSave={(text) =>
            void tell(
              call('targets.edit', {
                year,
                edits: [{ indicator: indicator.id, unit: line.unit, part, text }],
              }),
              `${label}已改。`,
            )
          }
        />
      </dd>
    </>
  );
  return (
    <div className="blk">
      <dl className="kv">
        <dt>上年完成</dt>
        <dd>{show(cell?.base, indicator.places, ` ${indicator.measure}`)}</dd>
        <dt>给的是</dt>
        <dd>{given}</dd>
        <dt>确保增长</dt>
        <dd>{show(cell?.assuredGrowth, 1, '%')}</dd>
        {line.unit === null ? null : (
          <>
            <dt>占各地合计</dt>
            <dd>{show(cell?.share, 1, '%')}</dd>
          </>
        )}
        {field('upper', '上级任务')}
        {field('leader', '责任领导')}
        {field('owner', '责任人')}
        {field('rival', '赶超对象')}
        {field('remark', '备注')}
      </dl>
    </div>
  );
}

/** Saved when it is left or with Enter; Esc takes back. */
function Field({
  label,
  value,
  disabled,
  onSave,
}: {
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly onSave: (text: string | null) => void;
}): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = (): void => {
    if (typed !== null && typed.trim() !== value) onSave(typed.trim() === '' ? null : typed.trim());
    setTyped(null);
  };
  return (
    <Input
      size="small"
      aria-label={label}
      disabled={disabled}
      placeholder="未填"
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
      onPressEnter={leave}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}

function Plan({
  cell,
  places,
}: {
  readonly cell: TargetCell | undefined;
  readonly places: number;
}): ReactElement {
  const at = (month: number): string => {
    if (cell?.assured == null) return '—';
    return shownFigureText(
      cell.plan === null
        ? divide(multiply(cell.assured, String(month)), '12', places)
        : (cell.plan[month - 1] ?? null),
      places,
    );
  };
  return (
    <div className="blk">
      <div className="tg-quarters">
        {[3, 6, 9, 12].map((month) => (
          <span key={month} className="h">
            {month}月末
          </span>
        ))}
        {[3, 6, 9, 12].map((month) => (
          <span key={month}>{at(month)}</span>
        ))}
      </div>
    </div>
  );
}

function From({ cell }: { readonly cell: TargetCell | undefined }): ReactElement {
  if (cell?.origin == null) return <p className="blk muted">手工填报，无来源文件。</p>;
  return (
    <p className="blk">
      <b>{cell.origin.file}</b>
      <br />
      工作表“{cell.origin.sheet}”　{Object.values(cell.origin.cells).join('、')}
    </p>
  );
}

function Versions({ versions, shown, onVersion }: TargetSidePanelProps): ReactElement {
  if (versions.length === 0) return <p className="blk muted">填写第一个数后，生成第1版草稿。</p>;
  return (
    <ul className="tg-versions">
      {[...versions].reverse().map((version) => (
        <li key={version.id} className={version.issuedOn === null ? 'draft' : ''}>
          <button
            type="button"
            className="link strong"
            aria-current={version.id === shown}
            onClick={() => onVersion(version.id)}
          >
            第{version.number}版　{version.name}
          </button>
          <span className={`badge ${version.issuedOn === null ? 'warn' : 'ok'}`}>
            {version.issuedOn === null ? '草稿' : `${version.issuedOn}下达`}
          </span>
          <p className="muted">
            {version.document ??
              (version.issuedOn === null ? '未下达，只有本科室看得到' : '没有文号')}
            {version.reason === null ? '' : `；${version.reason}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
