/**
 * The red line over the sheet: the first task that the units' figures do not cover, with the ways
 * out.
 */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { TargetSheet } from '../../../preload/contract/targets.ts';
import { call } from '../../bridge/bridge.ts';
import { tell } from '../../stores/sentence.ts';

export function Shortfall({
  sheet,
  year,
  canEdit,
  onSpread,
}: {
  readonly sheet: TargetSheet;
  readonly year: number;
  readonly canEdit: boolean;
  readonly onSpread: (indicator: number) => void;
}): ReactElement | null {
  const short = sheet.issues.filter((issue) => issue.code === 'coverage');
  const [first] = short;
  const indicator = sheet.indicators.find((one) => one.id === first?.indicator);
  if (first === undefined || indicator === undefined) return null;
  const part = first.part === 'stretch' ? 'stretch' : 'assured';
  const units = sheet.rows
    .filter((row) => (row.cells[indicator.id]?.[part] ?? null) !== null)
    .map((row) => row.unit);
  const fill = (): void =>
    void tell(
      call('targets.spread', {
        year,
        indicator: indicator.id,
        part,
        units,
        rule: part === 'assured' ? { indicator: indicator.id } : 'base',
      }),
      `${indicator.name}已按占比补足。`,
    );
  const { version } = sheet;
  const drop = (): void => {
    if (version !== null)
      void tell(call('targets.dropDraft', { version: version.id }), '已退回下达的那一版。');
  };
  return (
    <div className="alert-bar" role="alert">
      <p>
        <b>{first.message.startsWith(indicator.name) ? '' : `${indicator.name}：`}</b>
        {first.message}
        {short.length > 1 ? `另有${short.length - 1}处仍不足。` : ''}
      </p>
      <span className="push" />
      {canEdit && units.length > 0 ? (
        <Button size="small" onClick={fill}>
          按占比补足
        </Button>
      ) : null}
      {canEdit ? (
        <Button size="small" onClick={() => onSpread(indicator.id)}>
          重新分解
        </Button>
      ) : null}
      {version !== null && version.issuedOn === null && version.number > 1 ? (
        <Button size="small" onClick={drop}>
          退回上一版
        </Button>
      ) : null}
    </div>
  );
}
