/** The drawer's form as data: what a field shows, what was typed, what is sent. */
import { isDecimal } from '../../../../main/domain/exact/decimal.ts';
import type { Field } from '../../../../main/domain/ledgers/field.ts';
import { convert, measureOf } from '../../../../main/domain/exact/measure.ts';
import {
  recordCurrencyOf,
  editTextOf,
  measureIn,
  dayWordsOf,
  type Values,
} from '../shared/display.ts';
import { formFieldsOf, type LedgerSpec } from '../shared/spec.ts';
import type { RecordDraft, TypedText } from '../shared/ledger-view.ts';

/** The measures that the figure may be typed in, the field's own first. */
export function fieldMeasuresOf(field: Field, values: Values): readonly string[] {
  if (field.kind === 'decimal') return [field.measure];
  if (field.kind !== 'money') return [];
  const own = measureIn(field, recordCurrencyOf(field, values))?.name ?? field.measure;
  const base = own.replace(/^(百万|千万|百|千|万|亿)/, '');
  return [
    own,
    ...['亿', '万', '']
      .map((scale) => scale + base)
      .filter((name) => name !== own && measureOf(name) !== null),
  ];
}

/** What stands in the box: the draft, or the value in the field's own measure. */
export function shownIn(
  { ledger }: LedgerSpec,
  field: Field,
  values: Values,
  draft: RecordDraft,
): TypedText {
  const typed = draft[field.code];
  if (typed !== undefined) return typed;
  const [measure] = fieldMeasuresOf(field, values);
  const text = editTextOf(field, values) || dayWordsOf(ledger, field, values);
  return measure === undefined ? { text } : { text: text.replace(/[^\d.-]+$/, ''), measure };
}

/** The same amount in another measure, exactly: 32000 万元 becomes 3.2 亿元. */
export function restatedFigure(typed: TypedText, measure: string): TypedText {
  const [from, to] = [measureOf(typed.measure ?? ''), measureOf(measure)];
  const digits = typed.text.replaceAll(',', '').trim();
  if (from === null || to === null || !isDecimal(digits)) return { ...typed, measure };
  return { text: convert(digits, from, to), measure };
}

/** As it is sent: an amount with its measure, so that 1.2 亿元 is stored as it was meant. */
export function sentOf(field: Field, typed: TypedText): string | null {
  const text = typed.text.trim();
  if (text === '') return null;
  return field.kind === 'money' &&
    typed.measure !== undefined &&
    isDecimal(text.replaceAll(',', ''))
    ? `${text}${typed.measure}`
    : text;
}

/** The typed fields that really differ from the record. */
export function editsOf(
  spec: LedgerSpec,
  id: number,
  values: Values,
  draft: RecordDraft,
): { id: number; field: string; value: string | null }[] {
  return formFieldsOf(spec, false).flatMap((field) => {
    const typed = draft[field.code];
    if (typed === undefined) return [];
    const before = shownIn(spec, field, values, {});
    return before.text === typed.text && before.measure === typed.measure
      ? []
      : [{ id, field: field.code, value: sentOf(field, typed) }];
  });
}
