/** Above the sheet: grouping, columns, saved views, what is filtered, how many records. */
import { Button, Checkbox, Popover, Select } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { isGroupable } from '../../../../main/domain/ledgers/field.ts';
import type { Summary } from '../../../../preload/contract/records.ts';
import type { LedgerSpec } from '../shared/spec.ts';
import { storeOf, useLedgerView } from '../shared/view.ts';
import { Views } from './views.tsx';

const MOST_GROUPS = 3;

export function Toolbar({
  spec,
  summary,
  isSheet,
  children,
}: {
  readonly spec: LedgerSpec;
  readonly summary: Summary | null;
  readonly isSheet: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const { filters, credited, filter } = useLedgerView(spec);
  const labelOf = (code: string): string =>
    spec.fields.find((field) => field.code === code)?.label ?? code;
  return (
    <div className="lg-tools">
      {isSheet ? <SheetTools spec={spec} /> : null}
      {Object.entries(filters).map(([code, text]) => (
        <button
          key={code}
          type="button"
          className="lg-chip"
          aria-label={`取消筛选：${labelOf(code)} ${text}`}
          onClick={() => filter(code, '')}
        >
          {labelOf(code)} {text}
          <span aria-hidden>　✕</span>
        </button>
      ))}
      {credited === null ? null : (
        <button
          type="button"
          className="lg-chip"
          aria-label={`取消筛选：按份额算给 ${credited}`}
          onClick={() => storeOf(spec).setState({ credited: null })}
        >
          按份额算给 {credited}
          <span aria-hidden>　✕</span>
        </button>
      )}
      <span className="count">{summary === null ? '' : countText(summary)}</span>
      {children}
    </div>
  );
}

/** Grouping, columns and views: what only the sheet has. */
function SheetTools({ spec }: { readonly spec: LedgerSpec }): ReactElement {
  const { group, shown, show } = useLedgerView(spec);
  return (
    <>
      <Select<string[]>
        mode="multiple"
        className="lg-groups"
        aria-label="分组"
        prefix={<em>分组</em>}
        placeholder="不分组"
        maxCount={MOST_GROUPS}
        value={[...group]}
        popupMatchSelectWidth={false}
        optionFilterProp="label"
        onChange={(codes) => show({ group: codes })}
        options={spec.fields
          .filter(isGroupable)
          .map((field) => ({ value: field.code, label: field.label }))}
      />
      <Popover trigger="click" placement="bottomLeft" content={<ColumnChooser spec={spec} />}>
        <Button>
          <em>列</em> {shown.length}/{spec.fields.length}
        </Button>
      </Popover>
      <Views spec={spec} />
    </>
  );
}

function ColumnChooser({ spec }: { readonly spec: LedgerSpec }): ReactElement {
  const { shown, show } = useLedgerView(spec);
  const toggle = (code: string): void =>
    show({ shown: shown.includes(code) ? shown.filter((one) => one !== code) : [...shown, code] });
  return (
    <div className="lg-columns">
      {spec.fields.map((field) => (
        <Checkbox
          key={field.code}
          checked={shown.includes(field.code)}
          disabled={field.code === spec.ledger.nameField}
          onChange={() => toggle(field.code)}
        >
          {field.label}
        </Checkbox>
      ))}
    </div>
  );
}

/** "12条，未显示3条": what a filter hides is said, nothing hidden is not */
function countText({ count, all }: { readonly count: number; readonly all: number }): string {
  return all === count ? `${count}条` : `${count}条，未显示${all - count}条`;
}
