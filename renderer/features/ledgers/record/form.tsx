/**
 * The form of one record by subject: two columns from the field list, the measure beside each
 * amount.
 */
import { useState, type ReactElement } from 'react';
import { isNumeric, type Field } from '../../../../main/domain/ledgers/field.ts';
import { useCall } from '../../../bridge/bridge.ts';
import { recordTextOf, type Values } from '../shared/display.ts';
import { fieldMeasuresOf, restatedFigure, shownIn } from './draft.ts';
import { formSectionsOf, type LedgerSpec } from '../shared/spec.ts';
import type { RecordDraft, TypedText } from '../shared/ledger-view.ts';

export interface RecordFormProps {
  readonly spec: LedgerSpec;
  readonly values: Values;
  readonly draft: RecordDraft;
  readonly units: readonly string[];
  /** sentence by field code */
  readonly faults: Readonly<Record<string, string>>;
  onType(field: string, typed: TypedText): void;
}

export function RecordForm({
  isNew,
  ...props
}: RecordFormProps & { readonly isNew: boolean }): ReactElement {
  return (
    <>
      {formSectionsOf(props.spec, isNew).map(({ label, fields }) =>
        label === null ? (
          <Fields key="" fields={fields} {...props} />
        ) : (
          <Section key={label} label={label} fields={fields} {...props} />
        ),
      )}
      {props.spec.fields.some((field) => 'people' in field) ? <People /> : null}
      <datalist id="lg-units">
        {props.units.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

/** the subjects that somebody has folded, while the program runs */
const folded = new Set<string>();

/** A subject with how much of it is filled in; what refuses to be saved is never folded away. */
function Section({
  label,
  ...of
}: RecordFormProps & { readonly label: string; readonly fields: readonly Field[] }): ReactElement {
  const [isOpen, setOpen] = useState(!folded.has(label));
  const filled = of.fields.filter(
    (field) => shownIn(of.spec, field, of.values, of.draft).text !== '',
  );
  const isRefused = of.fields.some((field) => of.faults[field.code] !== undefined);
  return (
    <details
      className="lg-section"
      open={isOpen || isRefused}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        if (currentTarget.open) folded.delete(label);
        else folded.add(label);
      }}
    >
      <summary>
        {label}{' '}
        <small>
          已填{filled.length}/{of.fields.length}项
        </small>
      </summary>
      <Fields {...of} />
    </details>
  );
}

function Fields({
  fields,
  ...props
}: RecordFormProps & { readonly fields: readonly Field[] }): ReactElement {
  return (
    <div className="lg-form">
      {fields.map((field) => (
        <label
          key={field.code}
          className={
            field.kind === 'long' || field.code === props.spec.ledger.nameField ? 'wide' : ''
          }
        >
          <span className="label">
            {field.label}
            {field.required === true ? <b> *</b> : null}
            {computedWords(field)}
          </span>
          <FieldBox field={field} {...props} />
          {props.faults[field.code] === undefined ? null : (
            <span className="fault" role="alert">
              {props.faults[field.code]}
            </span>
          )}
        </label>
      ))}
    </div>
  );
}

/** Where the value of a field that nobody types comes from. */
function computedWords(field: Field): string {
  if (field.computed !== true) return '';
  if (field.byFormula === true) return '（按公式算）';
  return isNumeric(field) ? '（由明细合计）' : '（自动记）';
}

/** The names of the list of people, for the fields that hold one. */
function People(): ReactElement {
  const { value: names } = useCall('records.values', { ledger: 'person', field: 'name' }, [
    'person',
  ]);
  return (
    <datalist id="lg-people">
      {(names ?? []).map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

function FieldBox({
  spec,
  field,
  values,
  draft,
  faults,
  onType,
}: RecordFormProps & { readonly field: Field }): ReactElement {
  const typed = shownIn(spec, field, values, draft);
  const set = (text: string): void => onType(field.code, { ...typed, text });
  const state = faults[field.code] === undefined ? '' : ' bad';
  const isDrafted = draft[field.code] !== undefined ? ' drafted' : '';
  const box = {
    'aria-label': field.label,
    'aria-invalid': faults[field.code] !== undefined,
    'data-field': field.code,
    value: typed.text,
  };
  if (field.computed === true)
    return (
      <span className={`box locked${isNumeric(field) ? ' figure' : ''}`}>
        <input {...box} value={recordTextOf(field, values)} readOnly tabIndex={-1} />
        <MeasureBox field={field} values={values} typed={typed} />
      </span>
    );
  if (field.kind === 'choice') {
    return (
      <span className={`box${state}${isDrafted}`}>
        <select {...box} onChange={(event) => set(event.target.value)}>
          <option value="" />
          {field.choices.map((choice) => (
            <option key={choice.value} value={choice.label}>
              {choice.label}
            </option>
          ))}
        </select>
      </span>
    );
  }
  if (field.kind === 'long')
    return (
      <span className={`box tall${state}${isDrafted}`}>
        <textarea {...box} rows={2} onChange={(event) => set(event.target.value)} />
      </span>
    );
  const isFigure = field.kind === 'money' || field.kind === 'decimal';
  return (
    <span className={`box${isFigure ? ' figure' : ''}${state}${isDrafted}`}>
      <input
        {...box}
        {...(field.kind === 'unit'
          ? { list: 'lg-units' }
          : 'people' in field
            ? { list: 'lg-people' }
            : {})}
        {...(field.kind === 'day'
          ? { placeholder: field.precision === 'month' ? '如2010.5' : '如2010.5.3' }
          : {})}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => set(event.target.value)}
      />
      {isFigure ? (
        <MeasureBox
          field={field}
          values={values}
          typed={typed}
          onChoose={(measure) =>
            onType(field.code, restatedFor(typed, measure, draft[field.code] !== undefined))
          }
        />
      ) : null}
    </span>
  );
}

/**
 * A figure just typed keeps its digits when its measure is chosen (1.2, then 亿元); a stored one is
 * restated.
 */
function restatedFor(typed: TypedText, measure: string, isTyped: boolean): TypedText {
  return isTyped ? { ...typed, measure } : restatedFigure(typed, measure);
}

function MeasureBox({
  field,
  values,
  typed,
  onChoose,
}: {
  readonly field: Field;
  readonly values: Values;
  readonly typed: TypedText;
  readonly onChoose?: (measure: string) => void;
}): ReactElement | null {
  const measures = fieldMeasuresOf(field, values);
  if (measures.length === 0) return null;
  if (measures.length === 1 || onChoose === undefined)
    return <em>{typed.measure ?? measures[0]}</em>;
  return (
    <select
      className="measure"
      aria-label={`${field.label}的计量单位`}
      value={typed.measure}
      onChange={(event) => onChoose(event.target.value)}
    >
      {measures.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  );
}
