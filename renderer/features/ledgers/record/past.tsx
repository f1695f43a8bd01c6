/** Where a record came from, and the history of its changes. */
import type { ReactElement } from 'react';
import type { Field, Value } from '../../../../main/domain/ledgers/field.ts';
import type { RecordDetail } from '../../../../preload/contract/records.ts';
import { timeText } from '../../../../main/domain/days/moment.ts';
import { recordTextOf } from '../shared/display.ts';

const WHAT = { created: '新增', changed: '修改', removed: '删除', restored: '恢复' } as const;

export function Past({
  fields,
  detail,
}: {
  readonly fields: readonly Field[];
  readonly detail: RecordDetail;
}): ReactElement {
  return (
    <div className="lg-past">
      <h3>来源</h3>
      {detail.origins.length === 0 ? (
        <p className="lg-empty">手工录入。</p>
      ) : (
        detail.origins.map((origin) => (
          <p key={`${origin.import}-${origin.sheet}-${origin.row}`}>
            <b>{origin.file}</b>　{origin.sheet}　第{origin.row}行
            <small>{timeText(origin.at)}导入</small>
          </p>
        ))
      )}
      {Object.keys(detail.extra).length === 0 ? null : <h3>原表多出的列</h3>}
      {Object.entries(detail.extra).map(([head, text]) => (
        <p key={head}>
          {head}：{text}
        </p>
      ))}
      <h3>历史</h3>
      {detail.history.map((change, index) => (
        <div key={`${change.at}-${index}`} className="change">
          <small>
            {timeText(change.at)}　{change.who}　{WHAT[change.what]}
            {change.import === null ? '' : '（导入）'}
          </small>
          {change.what === 'changed'
            ? change.fields.map((one) => <FieldChange key={one.field} fields={fields} {...one} />)
            : null}
        </div>
      ))}
    </div>
  );
}

function FieldChange({
  fields,
  field,
  before,
  after,
}: {
  readonly fields: readonly Field[];
  readonly field: string;
  readonly before: Value;
  readonly after: Value;
}): ReactElement {
  const known = fields.find((one) => one.code === field);
  const text = (value: Value): string =>
    value === null ? '空' : known === undefined ? value : recordTextOf(known, { [field]: value });
  return (
    <p>
      {known?.label ?? field}：{text(before)} → <b>{text(after)}</b>
    </p>
  );
}
