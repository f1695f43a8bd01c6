/**
 * The menu of a column: why it was taken for its field, another field, keep as extra, or leave out.
 */
import { Button } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { knownLedgerOf } from '../../../stores/ledgers.ts';
import { isNumeric, type Field } from '../../../../main/domain/ledgers/field.ts';
import type { Table } from '../../../../preload/contract/imports.ts';
import { previewColumnName, type Chip } from '../draft/layout.ts';
import { sendAnswers } from '../draft/actions.ts';
import { columnMeasuresOf } from '../draft/column-measures.ts';

interface ChipMenuProps {
  readonly file: string;
  readonly sheet: string;
  readonly table: number;
  readonly of: Table;
  readonly ledger: string | null;
  readonly chip: Chip;
  /** where the chip stands in the window */
  readonly at: DOMRect;
  readonly onClose: () => void;
}

const WIDTH = 300;
const HEIGHT = 400;

/** Figures are stated in a measure: of a field that has one, or of an indicator. */
function statedIn(of: Table, { columns: [first] }: Chip): boolean {
  if (first === undefined || first.use === 'ignore') return false;
  if (of.ledger === null) return first.measure !== '%' && first.use === 'extra';
  const field = knownLedgerOf(of.ledger)?.fields.find((one) => one.code === first.field);
  return field !== undefined && isNumeric(field) && first.use === 'field';
}

const matches = (field: Field, typed: string): boolean =>
  typed === '' || [field.label, ...field.synonyms].some((one) => one.includes(typed));

export function ChipMenu({ file, sheet, table, of, ledger, chip, at, onClose }: ChipMenuProps) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const panel = useRef<HTMLDivElement>(null);
  const fields = (knownLedgerOf(ledger ?? '')?.fields ?? []).filter(
    (field) => field.computed !== true && matches(field, typed.trim()),
  );
  useEffect(() => {
    const outside = (event: MouseEvent): void => {
      if (event.target instanceof Node && panel.current?.contains(event.target) === false)
        onClose();
    };
    document.addEventListener('mousedown', outside);
    return () => document.removeEventListener('mousedown', outside);
  }, [onClose]);
  useEffect(() => {
    panel.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const answer = (use: 'field' | 'extra' | 'ignore', field: string | null): void => {
    onClose();
    void sendAnswers(
      chip.columns.map((one) => ({
        kind: 'field',
        file,
        sheet,
        table,
        column: one.column,
        field,
        use,
      })),
    );
  };
  const restate = (measure: string): void => {
    onClose();
    void sendAnswers(
      chip.columns.map((one) => ({
        kind: 'measure',
        file,
        sheet,
        table,
        column: one.column,
        measure,
      })),
    );
  };
  const measures = statedIn(of, chip) ? columnMeasuresOf(of, chip.columns[0]?.column ?? null) : [];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, fields.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      const field = fields[active];
      if (field !== undefined) answer('field', field.code);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const first = chip.columns[0];
  const style = {
    left: Math.max(8, Math.min(at.left, window.innerWidth - WIDTH - 8)),
    top: Math.min(at.bottom + 2, Math.max(8, window.innerHeight - HEIGHT)),
    width: WIDTH,
    maxHeight: HEIGHT,
  };
  return createPortal(
    <div
      ref={panel}
      className="imp-menu"
      role="dialog"
      aria-label={`${previewColumnName(chip.from)}列是什么`}
      style={style}
      onKeyDown={onKeyDown}
    >
      <p className="imp-menu-reason">
        <b>
          {previewColumnName(chip.from)}列“{first?.path.at(-1) ?? ''}”
        </b>
        {first?.reason}
      </p>
      {measures.length > 0 && (
        <div className="imp-menu-uses" role="group" aria-label="数的单位">
          {measures.map((measure) => (
            <Button
              key={measure}
              size="small"
              type={measure === chip.measure ? 'primary' : 'default'}
              onClick={() => restate(measure)}
            >
              {measure}
            </Button>
          ))}
        </div>
      )}
      {ledger !== null && (
        <>
          <div className="imp-menu-uses">
            <Button size="small" onClick={() => answer('extra', null)}>
              作为附加信息
            </Button>
            <Button size="small" onClick={() => answer('ignore', null)}>
              不导入
            </Button>
          </div>
          <input
            autoFocus
            className="imp-menu-find"
            placeholder="改成别的字段，可打字查找"
            aria-label="查找字段"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setActive(0);
            }}
          />
          <div role="listbox" aria-label="字段" className="imp-menu-fields">
            {fields.map((field, index) => (
              <div
                key={field.code}
                role="option"
                aria-selected={index === active}
                className={field.code === first?.field ? 'is-now' : ''}
                onMouseEnter={() => setActive(index)}
                onClick={() => answer('field', field.code)}
              >
                <span>{field.label}</span>
                <small>{field.group}</small>
              </div>
            ))}
            {fields.length === 0 && <p>没有名为“{typed}”的字段。可作为附加信息留下。</p>}
          </div>
        </>
      )}
    </div>,
    document.body,
  );
}
