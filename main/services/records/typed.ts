/**
 * What a person typed into a cell or form, read by the field's kind; anything doubtful is refused
 * with a sentence, never stored.
 */
import { setting } from '../../data/settings.ts';
import { allUnits } from '../../data/units/units.ts';
import type { Reader } from '../../data/open.ts';
import { isDeadlineInWords } from '../../domain/tasks/deadline.ts';
import { Fault } from '../../domain/fault.ts';
import type { Field, Value } from '../../domain/ledgers/field.ts';
import type { Currency } from '../../domain/exact/measure.ts';
import { measureOf } from '../../domain/exact/measure.ts';
import { matchUnit } from '../../domain/read/unit-name.ts';
import { readValue } from '../../domain/read/value.ts';
import { aliasesOf } from '../../domain/read/aliases.ts';

export interface TypedValue {
  /** as stored in wire form; a unit as its id in text */
  readonly value: Value;
  readonly approximate: boolean;
  /** of a deadline: words that are no day */
  readonly words?: string;
}

export interface TypedContext {
  readonly year: number;
  readonly currency: Currency;
  /** whether words that are no day (立行立改) may be kept instead */
  readonly words?: boolean;
}

/**
 * Reads one typed value. @throws Fault value.required, value.computed, value.unreadable,
 * unit.unknown
 */
export function readTyped(
  db: Reader,
  field: Field,
  text: Value,
  context: TypedContext,
): TypedValue {
  if (field.byFormula === true) throw new Fault('value.formula', { field: field.label });
  if (field.computed === true) throw new Fault('value.computed', { field: field.label });
  const empty = (): TypedValue => {
    if (field.required === true) throw new Fault('value.required', { field: field.label });
    return { value: null, approximate: false };
  };
  if (text === null || text.trim() === '') return empty();
  if (field.kind === 'unit') return { value: String(unitId(db, text)), approximate: false };
  const measure =
    field.kind === 'money' || field.kind === 'decimal' ? measureOf(field.measure) : null;
  const outcome = readValue(field, text, {
    year: context.year,
    measure,
    currency: context.currency,
  });
  switch (outcome.kind) {
    case 'empty':
      return empty();
    case 'value':
      return { value: outcome.value, approximate: outcome.note === 'approximate' };
    case 'question':
      throw new Fault('value.unreadable', {
        field: field.label,
        seen: text,
        want: WANT[field.kind],
      });
    case 'unreadable':
      if (context.words === true && isDeadlineInWords(text))
        return { value: null, approximate: false, words: text.trim() };
      throw new Fault('value.unreadable', { field: field.label, seen: text, want: outcome.want });
  }
}

const WANT: Record<Field['kind'], string> = {
  text: '一行字',
  long: '文字',
  phone: '号码',
  money: '一个数，如1200或1.2亿',
  decimal: '一个数',
  day: '年月日，如2012.5或2012年5月3日',
  choice: '列出的选项之一',
  unit: '单位名称',
};

function unitId(db: Reader, name: string): number {
  const match = matchUnit(
    name,
    allUnits(db).map((unit) => ({
      id: unit.id,
      name: unit.name,
      aliases: aliasesOf(unit.aliases),
    })),
    setting(db, 'county') ?? '',
  );
  if (match.kind !== 'exact') throw new Fault('unit.unknown', { name: name.trim() });
  return match.id;
}
