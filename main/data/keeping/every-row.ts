/**
 * Every table of a book as it stands, for whoever takes the data elsewhere: which tables, their
 * columns, their rows as texts.
 */
import type { Reader } from '../open.ts';
import { askEachLoose, askRows, shape } from '../rows.ts';
import { tablesOf } from './content.ts';

/** Made anew from the records, or of use to this program alone. */
const NOT_CARRIED =
  /^(derived|figure_sum|filled_sum|arrival_month|arrival_month_credit|project_link|search_entry)$/;
/** The key that signs in this book's name leaves it in a backup only. */
const SECRET = "WHERE key <> 'bookKey'";

export const openTables = (db: Reader): readonly string[] =>
  tablesOf(db).filter((table) => !NOT_CARRIED.test(table));

const COLUMN = shape({ name: 'text', type: 'text', names: 'text?' });
/** `names`: the table whose row a column names by its id. */
export const openColumns = (
  db: Reader,
  table: string,
): readonly { readonly name: string; readonly type: string; readonly names: string | null }[] =>
  askRows(
    db,
    COLUMN,
    `SELECT column.name, column.type, keys."table" AS names FROM pragma_table_info(:table) column
     LEFT JOIN pragma_foreign_key_list(:table) keys ON keys."from" = column.name ORDER BY column.cid`,
    { table },
  );

/** One row at a time, its values in the columns' order; null stays null. */
export function* openRows(db: Reader, table: string): Generator<readonly (string | null)[]> {
  for (const row of askEachLoose(
    db,
    `SELECT * FROM "${table}" ${table === 'setting' ? SECRET : ''}`,
  ))
    yield Object.values(row).map((value) => (value === null ? null : String(value)));
}
