/**
 * Under the sheet, at F4: where a cell's value comes from, file, sheet and cell, and every change
 * of it.
 */
import { Button } from 'antd';
import { useEffect, useRef, type ReactElement } from 'react';
import type { Field, Ledger, Value } from '../../../../main/domain/ledgers/field.ts';
import { formulaInWords } from '../../../../main/domain/ledgers/own-formula.ts';
import type { RecordDetail } from '../../../../preload/contract/records.ts';
import { useCall } from '../../../bridge/bridge.ts';
import { timeText } from '../../../../main/domain/days/moment.ts';
import { printTable } from '../../../stores/print.ts';
import { recordTextOf, wireValue } from '../shared/display.ts';
import type { LedgerSpec } from '../shared/spec.ts';

export interface AskedCell {
  readonly id: number;
  /** the field's code */
  readonly field: string;
}

export function CellPast({
  spec,
  cell,
  onClose,
}: {
  readonly spec: LedgerSpec;
  readonly cell: AskedCell;
  onClose(): void;
}): ReactElement | null {
  const { value: detail } = useCall('records.get', { ledger: spec.code, id: cell.id }, [spec.code]);
  const field = spec.fields.find((one) => one.code === cell.field);
  const isThere = detail !== null;
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    close.current?.focus();
  }, [cell, isThere]);
  if (detail === null || field === undefined) return null;
  const lines = linesOf(field, detail, spec.ledger);
  return (
    <section
      className="lg-cell-past"
      role="region"
      aria-label="数据来源"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <p>
        <b>
          {wireValue(detail.row, spec.ledger.nameField)}　{field.label}
        </b>
        　{recordTextOf(field, detail.row) || '空'}
      </p>
      <ul>
        {lines.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ul>
      <Button
        size="small"
        onClick={() =>
          printTable('figure-source', {
            asked: { kind: 'field', ledger: spec.code, id: cell.id, field: cell.field },
          })
        }
      >
        打印出处单
      </Button>
      <Button ref={close} size="small" onClick={onClose}>
        收起 <em>Esc</em>
      </Button>
    </section>
  );
}

function formulaOf(field: Field, { own }: Ledger): string {
  const labels = new Map((own?.fields ?? []).map(({ code, label }) => [code, label]));
  const text = own?.fields.find((one) => one.code === field.code)?.formula ?? '';
  return formulaInWords(text, labels);
}

/** Newest first. */
function linesOf(
  field: Field,
  { history, origins }: RecordDetail,
  ledger: Ledger,
): readonly string[] {
  const text = (value: Value): string =>
    value === null ? '空' : recordTextOf(field, { [field.code]: value });
  const changes = history.flatMap((change) =>
    change.fields
      .filter((one) => one.field === field.code)
      .map(
        (one) =>
          `${timeText(change.at)}，${change.who}：${text(one.before)} → ${text(one.after)}${change.import === null ? '' : '（导入）'}`,
      ),
  );
  const sources = origins.flatMap((origin) =>
    origin.columns[field.code] === undefined
      ? []
      : [
          `${timeText(origin.at)}导入：“${origin.file}” ${origin.sheet} ${origin.columns[field.code]}${origin.row}`,
        ],
  );
  if (field.byFormula === true) return [`按公式算：${field.label}＝${formulaOf(field, ledger)}。`];
  if (field.computed === true)
    return ['由明细合计，可在明细中查看每一笔。', ...changes, ...sources];
  return changes.length + sources.length === 0
    ? ['手工录入，没有改过。']
    : [...changes, ...sources];
}
