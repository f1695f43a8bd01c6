/** Where targets and monthly figures were imported from: sheet, row, and the cell of each part. */
import { textsIn } from '../kept/texts.ts';
import type { Reader } from '../open.ts';
import { askRows, shape } from '../rows.ts';
import { LONGEST_RUN } from '../write.ts';

export interface FactOrigin {
  readonly file: string;
  readonly sheet: string;
  /** 1-based */
  readonly row: number;
  /** as `columnKey` made them → the column's letter */
  readonly columns: Readonly<Record<string, string>>;
}

/** What a column of a table of figures is about; null where its figures are of several. */
export interface ColumnAbout {
  readonly part: string;
  readonly indicator: number | null;
  readonly unit: number | null;
  readonly month: number | null;
}
export const columnKey = ({ part, indicator, unit, month }: ColumnAbout): string =>
  `${part} ${indicator ?? ''} ${unit ?? ''} ${month ?? ''}`;

/** Parts of a month's figure; the others are the year's target's. */
const MONTHLY: ReadonlySet<string> = new Set(['month', 'cumulative', 'lastYear', 'yoy']);

/**
 * The cells ("D9") of a row's parts: by part, those of the columns that are about this indicator,
 * unit and month (null: a target).
 */
export function originCellsOf(
  { row, columns }: FactOrigin,
  of: { readonly indicator: number; readonly unit: number; readonly month: number | null },
): Readonly<Record<string, string>> {
  const cells: Record<string, string> = {};
  for (const [key, column] of Object.entries(columns)) {
    const [part = '', indicator = '', unit = '', month = ''] = key.split(' ');
    const fits = (said: string, own: number | null): boolean => said === '' || Number(said) === own;
    if (
      MONTHLY.has(part) === (of.month !== null) &&
      fits(indicator, of.indicator) &&
      fits(unit, of.unit) &&
      fits(month, of.month)
    )
      cells[part] = `${column}${row}`;
  }
  return cells;
}

const ORIGIN = shape({
  id: 'integer',
  file: 'text',
  sheet: 'text',
  row: 'integer',
  columns: 'text',
});

/** The newest origin of each row, by its id; imports that were taken back are none. */
export function factOriginsOf(
  db: Reader,
  ledger: 'target' | 'figure',
  ids: readonly number[],
): ReadonlyMap<number, FactOrigin> {
  const sql = `WITH wanted AS (SELECT value AS id FROM json_each(:ids)),
    mine AS (
      SELECT wanted.id, import_id, table_number, row FROM wanted JOIN origin ON origin.ledger = :ledger AND origin.record_id = wanted.id
      UNION ALL SELECT wanted.id, import_id, table_number, row + wanted.id - record_id FROM wanted
      JOIN origin INDEXED BY origin_run ON origin.ledger = :ledger AND last_id > record_id AND record_id BETWEEN wanted.id - ${LONGEST_RUN - 1} AND wanted.id - 1 AND last_id >= wanted.id)
    SELECT mine.id, import_table.file, import_table.sheet, mine.row, import_table.columns FROM mine
    JOIN import ON import.id = mine.import_id JOIN change ON change.id = import.change_id
    JOIN import_table ON import_table.import_id = mine.import_id AND import_table.number = mine.table_number
    WHERE change.undone_by IS NULL ORDER BY mine.import_id`;
  const rows = askRows(db, ORIGIN, sql, { ids: JSON.stringify(ids), ledger });
  const parsed = new Map<string, FactOrigin['columns']>();
  const columnsOf = (json: string, file: string): FactOrigin['columns'] => {
    const known = parsed.get(json) ?? textsIn(json, `导入“${file}”的列`);
    parsed.set(json, known);
    return known;
  };
  return new Map(
    rows.map(({ id, columns, ...row }) => [id, { ...row, columns: columnsOf(columns, row.file) }]),
  );
}
