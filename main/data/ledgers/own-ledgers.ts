/**
 * Ledgers that users define: their definitions, and the table that each of them has. Nothing is
 * ever dropped: a field that is no longer defined keeps its column.
 */
import { fieldOfOwn, ledgerOfOwn, type OwnLedger } from '../../domain/ledgers/own.ts';
import type { OwnDefinition } from '../../domain/ledgers/own-definition.ts';
import type { Field, Ledger } from '../../domain/ledgers/field.ts';
import { builtInLedgerOf } from '../../domain/ledgers/index.ts';
import { isOwnCode, type OwnCode } from '../../domain/ledgers/own-code.ts';
import type { Reader, BookWriter } from '../open.ts';
import { askRow, askRows, askValue, askValues, shape, wordOf, type RowOf } from '../rows.ts';
import { definitionIn, namesInDefinition } from './kept-definition.ts';

const DEFINED = shape({ code: wordOf<OwnCode>(), version: 'integer', definition: 'text' });

const MOST_KEPT = 200;
/**
 * By what is stored: a definition is parsed once, and the same text with the same names in it is
 * always the same ledger.
 */
const parsed = new Map<string, OwnLedger>();

/** @throws Fault kept.damaged, kept.newer */
function ownOf(db: Reader, row: RowOf<typeof DEFINED>): OwnLedger {
  const { code, version, definition: text } = row;
  const key = [code, version, ...namesInDefinition(db, text), text].join(' ');
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const definition = definitionIn(db, text, code);
  const own: OwnLedger = { code, version, definition, ledger: ledgerOfOwn(code, definition) };
  if (parsed.size >= MOST_KEPT) parsed.clear();
  parsed.set(key, own);
  return own;
}

/** In the order in which they were made, retired ones too. */
export const ownLedgers = (db: Reader): readonly OwnLedger[] =>
  askRows(db, DEFINED, 'SELECT code, version, definition FROM own_ledger ORDER BY id').map((row) =>
    ownOf(db, row),
  );

export function ownLedger(db: Reader, code: string): OwnLedger | null {
  const sql = 'SELECT code, version, definition FROM own_ledger WHERE code = ?';
  const row = askRow(db, DEFINED, sql, code);
  return row === null ? null : ownOf(db, row);
}

/** The id of its definition's row; null for a code that no ledger has. */
export const ownLedgerId = (db: Reader, code: OwnCode): number | null =>
  askValue(db, 'integer', 'SELECT id FROM own_ledger WHERE code = ?', code);

/** The ledger of a code, built-in or the users' own. */
export const ledgerIn = (db: Reader, code: string): Ledger | null =>
  builtInLedgerOf(code) ?? (isOwnCode(code) ? (ownLedger(db, code)?.ledger ?? null) : null);

/**
 * Every column that the ledger's table has, also of fields that are no longer defined; none where
 * there is no table.
 */
export const columnsOfTable = (db: Reader, code: OwnCode): ReadonlySet<string> =>
  new Set(askValues(db, 'text', 'SELECT name FROM pragma_table_info(?)', code));

/**
 * The columns of the users' ledgers that name units, also of fields that are hidden or no longer
 * defined.
 */
export function ownNamingUnits(
  db: Reader,
): readonly { readonly code: OwnCode; readonly columns: readonly string[] }[] {
  const sql = `SELECT "from" FROM pragma_foreign_key_list(?) WHERE "table" = 'unit'`;
  return ownLedgers(db)
    .map(({ code }) => ({ code, columns: askValues(db, 'text', sql, code) }))
    .filter((one) => one.columns.length > 0);
}

/** Makes the table, or adds the columns that it lacks. */
export function layTable(db: BookWriter, code: OwnCode, definition: OwnDefinition): void {
  const present = columnsOfTable(db, code);
  const fields = definition.fields.map((own) => fieldOfOwn(own));
  const missing = fields.filter((field) => !present.has(field.code));
  if (present.size === 0)
    db.exec(
      `CREATE TABLE ${code} (id INTEGER PRIMARY KEY, ${[...fields.map(columnOf), 'approximate TEXT', 'extra TEXT'].join(', ')}) STRICT`,
    );
  else for (const field of missing) db.exec(`ALTER TABLE ${code} ADD COLUMN ${columnOf(field)}`);
  const looked = new Set([
    definition.nameField,
    definition.codeField,
    definition.status?.field,
    ...fields.filter((field) => field.kind === 'unit').map((field) => field.code),
  ]);
  for (const field of looked)
    if (field != null) db.exec(`CREATE INDEX IF NOT EXISTS ${code}_${field} ON ${code} (${field})`);
}

function columnOf(field: Field): string {
  switch (field.kind) {
    case 'money':
    case 'decimal':
      return `${field.code} INTEGER`;
    case 'unit':
      return `${field.code} INTEGER REFERENCES unit (id)`;
    case 'text':
    case 'long':
    case 'phone':
    case 'day':
    case 'choice':
      return `${field.code} TEXT`;
  }
}
