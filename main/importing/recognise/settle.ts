/**
 * A table with the user's answers: what is accepted and skipped, which rows wait, and which single
 * figures.
 */
import type { ImportAnswer } from '../../../preload/contract/answers.ts';
import type { Issue } from '../../../preload/contract/imports.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import { ColumnFigures } from '../cells/figures.ts';
import { HEADLESS } from '../sheet/continuation.ts';
import type { MappedColumn, MappedTable } from '../sheet/mapped.ts';
import type { SourceSheet } from '../sheet/sheet.ts';

/** A cell as the sheet shows it, for telling whether it waits: "12 D". */
export const heldKey = (row: number, column: string): string => `${row} ${column}`;

/**
 * The columns that say which record a row is, or without which it is none: a question on one of
 * them is a question on the row.
 */
export function keysOf(
  ledger: Ledger | null,
  columns: readonly MappedColumn[],
): ReadonlySet<string> {
  const codes = new Set(
    ledger === null
      ? []
      : [
          ledger.nameField,
          ...(ledger.codeField === undefined ? [] : [ledger.codeField]),
          ...ledger.identity,
          ...ledger.fields.filter((field) => field.required === true).map((field) => field.code),
        ],
  );
  return new Set(
    columns.flatMap(({ field, use, index }) =>
      use === 'field' && field !== null && codes.has(field.code) ? [columnName(index)] : [],
    ),
  );
}

/**
 * `joined`: rows whose words another has taken; `waiting`: cells whose figure a question on their
 * column holds back; `keys`: columns whose questions hold back the row.
 */
export function settled(
  { sheet, answers }: { readonly sheet: SourceSheet; readonly answers: readonly ImportAnswer[] },
  table: Omit<MappedTable, 'rejected' | 'skipped' | 'held'>,
  waiting: ReadonlySet<string>,
  keys: ReadonlySet<string>,
  joined: ReadonlySet<number> = new Set(),
): MappedTable {
  const accepted = new Set(
    answers.flatMap((answer) =>
      answer.kind === 'accept' && answer.sheet === sheet.name
        ? [heldKey(answer.row, answer.column)]
        : [],
    ),
  );
  const issues =
    accepted.size === 0
      ? table.issues
      : table.issues.filter(
          (one) => !mayBeAccepted(one) || !accepted.has(heldKey(one.row, one.column ?? '')),
        );
  const skipped = new Set<number>(joined);
  for (const answer of answers)
    if (answer.kind === 'skip' && answer.sheet === sheet.name)
      skipped[answer.skip ? 'add' : 'delete'](answer.row);
  const rejected = rejectedRows(table, issues, waiting, keys, skipped);
  const held = heldCells(issues, waiting, rejected, skipped);
  return { ...withheld(table, held), issues, rejected, skipped, held };
}

/**
 * A confirmation makes no currency another one, and fills in nothing that a record cannot be
 * without.
 */
export const mayBeAccepted = ({ code }: Pick<Issue, 'code'>): boolean =>
  !/^currency\.|^value\.required$|^row\.continued$|^unit\.parent$/.test(code);

const waits = ({ row, level }: Issue): boolean =>
  row > 0 && (level === 'error' || level === 'question');

/** Of these the row as such is in doubt, wherever on it they stand. */
const OF_THE_ROW = /^(?:record\.|row\.|arrival\.|value\.re(?:quired|fused)|unit\.taken)/;

/**
 * Whether a problem that other files or the book raise is one of the row, not of one figure on it.
 */
export const isOfTheRow = ({ column, code }: Issue): boolean =>
  column === null || OF_THE_ROW.test(code);

/** Rows that wait as a whole: nobody knows which record they are, or whether they are any. */
function rejectedRows(
  { region }: Pick<MappedTable, 'region'>,
  issues: readonly Issue[],
  waiting: ReadonlySet<string>,
  keys: ReadonlySet<string>,
  skipped: ReadonlySet<number>,
): ReadonlySet<number> {
  const rejected = new Set(
    issues.some((one) => one.code === HEADLESS) ? region.dataRows.map((row) => row + 1) : [],
  );
  for (const one of issues)
    if (waits(one) && (isOfTheRow(one) || keys.has(one.column ?? ''))) rejected.add(one.row);
  for (const key of waiting) {
    const [row, column = ''] = key.split(' ');
    if (keys.has(column)) rejected.add(Number(row));
  }
  for (const row of skipped) rejected.delete(row);
  return rejected;
}

/** Single figures that wait on rows which come in without them. */
function heldCells(
  issues: readonly Issue[],
  waiting: ReadonlySet<string>,
  rejected: ReadonlySet<number>,
  skipped: ReadonlySet<number>,
): ReadonlySet<string> {
  const held = new Set(waiting);
  for (const one of issues) if (waits(one)) held.add(heldKey(one.row, one.column ?? ''));
  if (held.size === 0 || rejected.size + skipped.size === 0) return held;
  return new Set(
    [...held].filter((key) => {
      const row = Number(key.split(' ')[0]);
      return !rejected.has(row) && !skipped.has(row);
    }),
  );
}

/** The records and facts without the figures that wait. */
function withheld<
  T extends Pick<MappedTable, 'records' | 'facts' | 'figures' | 'columns' | 'region'>,
>(table: T, held: ReadonlySet<string>): T {
  if (held.size === 0) return table;
  const columns = new Map(table.columns.map((one) => [columnName(one.index), one]));
  const places = new Map(table.region.dataRows.map((row, at) => [row + 1, at]));
  const records = table.records.slice();
  for (const key of held) {
    const [row = '', name = ''] = key.split(' ');
    const place = places.get(Number(row));
    const column = columns.get(name);
    const record = place === undefined ? undefined : records[place];
    if (place === undefined || column?.field == null || column.use !== 'field') continue;
    const figures = table.figures.get(column.index);
    if (figures instanceof ColumnFigures) figures.hold(place);
    if (record === undefined) continue;
    const { code } = column.field;
    const { month } = column;
    records[place] = {
      ...record,
      values: record.values.names(code) ? record.values.with({ [code]: null }) : record.values,
      approximate: record.approximate.filter((one) => one !== code),
      arrivals:
        code === 'arrived_total'
          ? record.arrivals.filter((one) => one.date !== month)
          : record.arrivals,
    };
  }
  return {
    ...table,
    records,
    facts: table.facts.filter((fact) => !held.has(heldKey(fact.row, fact.column))),
  };
}
