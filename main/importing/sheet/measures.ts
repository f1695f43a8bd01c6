/**
 * Decides the measure of a column's figures: its header, the header above, the sheet's note, what
 * was remembered – else nobody knows.
 */
import type { Field } from '../../domain/ledgers/field.ts';
import { converts, measureOf, type Measure } from '../../domain/exact/measure.ts';
import { measuresIn } from './headers.ts';

/** The field's stated measure, or null where a question is due. */
export function measureFor(
  field: Field,
  path: readonly string[],
  notes: readonly Measure[],
  given: Measure | null,
): Measure | null {
  if (field.kind !== 'money' && field.kind !== 'decimal') return null;
  const own = measureOf(field.measure);
  if (own === null) return null;
  const fits = (one: Measure): boolean =>
    converts(one, own) ||
    (field.kind === 'money' && typeof field.currency !== 'string' && one.dimension === 'money');
  for (const [up, header] of path.toReversed().entries()) {
    // a head over several columns may speak of the others; the column's own header speaks of it,
    // and must not be overheard
    const stated = measuresIn(header).filter((one) => up === 0 || one.dimension === own.dimension);
    const [only] = stated;
    if (only !== undefined) return stated.length === 1 && fits(only) ? only : null;
  }
  const noted = notes.filter(fits);
  const sameCurrency = noted.filter((one) => one.currency === own.currency);
  const [only, second] = sameCurrency.length > 0 ? sameCurrency : noted;
  if (only !== undefined && second === undefined) return only;
  // 亩 and ㎡ beside each other: each field is in its own; 万元 beside 亿元 says nothing
  if (only !== undefined && field.kind === 'decimal')
    return (
      sameCurrency.find((one) => one.name === own.name) ??
      sameCurrency.find((one) => one.times === own.times && one.per === own.per) ??
      null
    );
  if (only !== undefined && given === null) return null;
  if (given !== null && fits(given)) return given;
  // people and shares have one usual measure; money and land have not
  return own.dimension === 'count' ||
    own.dimension === 'people' ||
    own.dimension === 'share' ||
    own.dimension === 'word'
    ? own
    : null;
}

/**
 * The measure to show for a column that is no field: what its header says, else the note where it
 * says one thing only.
 */
export function measureShown(
  path: readonly string[],
  notes: readonly Measure[],
  numeric: boolean,
): Measure | null {
  for (const header of path.toReversed()) {
    const [stated] = measuresIn(header);
    if (stated !== undefined) return stated;
  }
  return numeric && notes.length === 1 ? (notes[0] ?? null) : null;
}
