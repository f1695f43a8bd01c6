/**
 * What a kept document names of the book, it keeps by id: an indicator or a unit that is renamed
 * goes on under its new name wherever it stands.
 */
import { z } from 'zod';
import type { Field } from '../../domain/ledgers/field.ts';
import { filterWords } from '../../domain/read/filter.ts';
import type { Reader } from '../open.ts';
import { askCount, askValue } from '../rows.ts';

/**
 * `name`: as it was called when it was written, for what is no longer there. `typed`: the part of a
 * filter that looked for the name in others; it looks for the one that is meant once that is called
 * otherwise.
 */
const reference = z.strictObject({
  ref: z.enum(['indicator', 'unit']),
  id: z.int(),
  name: z.string(),
  typed: z.string().optional(),
});
type Reference = z.output<typeof reference>;
type Named = Reference['ref'];

/** What stands for a name: the name itself where the book has nothing called so. */
export function referenceTo(db: Reader, ref: Named, name: string): Reference | string {
  const id = askValue(db, 'integer', `SELECT id FROM ${ref} WHERE name = ?`, name);
  return id === null ? name : { ref, id, name };
}

export interface Filtered {
  readonly field: string;
  readonly text: string;
}
/**
 * Filters with the units that their texts name; `fields` are those of the ledger that they filter.
 */
export const referencesInFilters = (
  db: Reader,
  fields: readonly Field[],
  filters: readonly Filtered[],
): readonly unknown[] =>
  filters.map(({ field, text }) =>
    fields.some((one) => one.code === field && one.kind === 'unit')
      ? { field, text: referencesInText(db, text) }
      : { field, text },
  );

function referencesInText(db: Reader, text: string): unknown {
  const parts = filterWords(text).flatMap(({ between, sign, word }): (string | Reference)[] => {
    const unit = referenceTo(db, 'unit', word);
    if (typeof unit === 'string') return [between, sign, word];
    if (sign.startsWith('=') || sign.startsWith('＝')) return [between, sign, unit];
    return isOnlyOneWith(db, word)
      ? [between, { ...unit, typed: `${sign}${word}` }]
      : [between, sign, word];
  });
  const joined = parts.filter((part) => part !== '');
  return joined.every((part) => typeof part === 'string') ? text : { joined };
}

/**
 * Whether a filter that looks for the word finds one unit alone: else it is a word, and no name.
 */
const isOnlyOneWith = (db: Reader, word: string): boolean =>
  askCount(db, 'SELECT count(*) FROM unit WHERE instr(name, ?) > 0', word) === 1;

const joinedText = z.strictObject({ joined: z.array(z.union([z.string(), reference])) });

/**
 * The content with names in place of references, as they are called now. What is no reference stays
 * as it is, for the schema to judge.
 */
export function named(db: Reader, content: unknown): unknown {
  if (typeof content !== 'object' || content === null) return content;
  if (Array.isArray(content)) return content.map((one: unknown) => named(db, one));
  if ('ref' in content) {
    const read = reference.safeParse(content);
    return read.success ? nameOf(db, read.data) : content;
  }
  if ('joined' in content) {
    const read = joinedText.safeParse(content);
    return read.success
      ? read.data.joined
          .map((part) => (typeof part === 'string' ? part : nameOf(db, part)))
          .join('')
      : content;
  }
  return Object.fromEntries(
    Object.entries(content).map(([key, value]: [string, unknown]) => [key, named(db, value)]),
  );
}

function nameOf(db: Reader, { ref, id, name, typed }: Reference): string {
  const now = askValue(db, 'text', `SELECT name FROM ${ref} WHERE id = ?`, id) ?? name;
  if (typed === undefined) return now;
  return now === name ? typed : `=${now}`;
}

/** The ids that a content refers to. */
export function referredIn(content: unknown, ref: Named): readonly number[] {
  if (typeof content !== 'object' || content === null) return [];
  const read = reference.safeParse(content);
  if (read.success) return read.data.ref === ref ? [read.data.id] : [];
  return Object.values(content).flatMap((one: unknown) => referredIn(one, ref));
}
