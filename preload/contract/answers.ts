/**
 * What a user may answer about a draft of an import. Rows are 1-based, columns are letters, as the
 * sheet shows them.
 */
import { z } from 'zod';

/** the file's name in its draft: DraftFile.file */
const file = z.string();
const sheet = z.string();
const row = z.int();
const column = z.string();
const unitKind = z.enum(['township', 'department', 'park', 'village']);

/**
 * `cell`, `skip`, `accept` and `record` speak of one row of one file.
 * `field` and `measure` speak of a column of one table; they hold for every file of the draft whose
 * sheets have the same headers, and are remembered for that shape.
 * `unit` holds for a name wherever it stands. `period` and `from` speak of one file, `period` of
 * all where it names none, or of the one table that it names.
 * Of the questions that other files or the ledger raise: `record` answers record.near, `accept` or
 * `skip` record.duplicate, `from` sender.unknown.
 * A later answer to the same question replaces the earlier one.
 */
export const importAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cell'), file, sheet, row, column, text: z.string().max(4000) }),
  z.strictObject({
    kind: z.literal('field'),
    file,
    sheet,
    table: z.int(),
    column,
    field: z.string().nullable(),
    use: z.enum(['field', 'extra', 'ignore']),
  }),
  z.strictObject({
    kind: z.literal('measure'),
    file,
    sheet,
    table: z.int(),
    column: z.string().nullable(),
    measure: z.string(),
  }),
  z.strictObject({ kind: z.literal('skip'), file, sheet, row, skip: z.boolean() }),
  /** the row's figure is right as read: takes the question off the cell */
  z.strictObject({ kind: z.literal('accept'), file, sheet, row, column }),
  z.strictObject({
    kind: z.literal('unit'),
    name: z.string(),
    as: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('known'), unit: z.string() }),
      z.strictObject({ is: z.literal('new'), unitKind }),
      z.strictObject({ is: z.literal('empty') }),
    ]),
  }),
  z.strictObject({
    kind: z.literal('period'),
    file: file.optional(),
    /** of one table only: a sheet may hold two years' */
    sheet: sheet.optional(),
    table: z.int().optional(),
    year: z.int(),
    month: z.int().nullable(),
    /** true: only where the table itself says none; what it says otherwise is asked about */
    fills: z.boolean().optional(),
  }),
  /**
   * what figures are that neither head nor title says: the month's own, counted from January, or to
   * be reached
   */
  z.strictObject({
    kind: z.literal('part'),
    file,
    sheet,
    table: z.int(),
    part: z.enum(['month', 'cumulative', 'annual']),
  }),
  /**
   * 是同一个项目吗？ `same` names the record (NearRecord.like.id) that this row updates; `another`
   * makes a new one
   */
  z.strictObject({
    kind: z.literal('record'),
    file,
    sheet,
    row,
    as: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('same'), record: z.int() }),
      z.strictObject({ is: z.literal('another') }),
    ]),
  }),
  /**
   * what a table without the word is about: which indicator its figures are of; `of`: what the
   * table calls so is that indicator, or one of its own name
   */
  z.strictObject({
    kind: z.literal('indicator'),
    file,
    sheet,
    table: z.int(),
    of: z.string().optional(),
    name: z.string().trim().min(1).max(60),
  }),
  /**
   * which unit a file comes from, where the program could not tell or took the wrong one; null:
   * from no one unit
   */
  z.strictObject({ kind: z.literal('from'), file, unit: z.string().nullable() }),
]);
export type ImportAnswer = z.input<typeof importAnswer>;
