/** Days, amounts, units and words of a project's parts, as people type them. */
import { textOrNull } from '../../domain/read/text.ts';
import type { Reader } from '../../data/open.ts';
import { dayText, surelyBefore, type Day } from '../../domain/days/day.ts';
import { Fault } from '../../domain/fault.ts';
import type { Value } from '../../domain/ledgers/field.ts';
import { fenOfYuan, type Fen } from '../../domain/exact/money.ts';
import type { Book } from '../book/book.ts';
import { fieldNamed, ledgerNamed } from './query.ts';
import { sessionFacts } from '../book/session.ts';
import { readTyped } from './typed.ts';

/** @throws Fault value.required */
export function requiredValue(label: string, value: Value): string {
  const words = textOrNull(value);
  if (words === null) throw new Fault('value.required', { field: label });
  return words;
}

/** @throws Fault value.unreadable */
export const dayTyped = (
  book: Book,
  db: Reader,
  label: string,
  text: Value,
  year = sessionFacts(book).year,
): Value =>
  readTyped(db, { ...fieldNamed(ledgerNamed('project'), 'started_date'), label }, text, {
    year,
    currency: 'CNY',
  }).value;

/**
 * 人民币, in 万元 unless the text says its measure; a figure called approximate is refused. @throws
 * Fault value.unreadable
 */
export function fenTyped(book: Book, db: Reader, label: string, text: Value): Fen | null {
  const typed = readTyped(
    db,
    { ...fieldNamed(ledgerNamed('project'), 'invested_total'), label },
    text,
    { year: sessionFacts(book).year, currency: 'CNY' },
  );
  if (typed.approximate)
    throw new Fault('value.unreadable', { field: label, seen: text ?? '', want: '准确的数' });
  return typed.value === null ? null : fenOfYuan(typed.value);
}

/** The unit's id. @throws Fault unit.unknown */
export function unitTyped(db: Reader, name: Value): number | null {
  const { value } = readTyped(db, fieldNamed(ledgerNamed('project'), 'responsible_unit'), name, {
    year: 0,
    currency: 'CNY',
  });
  return value === null ? null : Number(value);
}

/** @throws Fault stage.backwards where the later day is surely before the earlier one */
export function refuseReversed(
  earlier: { readonly label: string; readonly day: Day | null },
  later: { readonly label: string; readonly day: Day | null },
): void {
  if (earlier.day === null || later.day === null || !surelyBefore(later.day, earlier.day)) return;
  throw new Fault('stage.backwards', {
    stage: later.label,
    date: dayText(later.day),
    after: `${earlier.label}${dayText(earlier.day)}`,
  });
}
