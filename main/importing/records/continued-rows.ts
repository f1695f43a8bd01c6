/**
 * Rows that go on with the record above: no name, no number of their own. Their words join it; a
 * figure more of it is asked about, and the one above waits with it.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import { sum } from '../../domain/exact/decimal.ts';
import type { Ledger, Value } from '../../domain/ledgers/field.ts';
import { isNumeric } from '../../domain/ledgers/field.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import type { PlannedRecord } from '../../services/imports/import-plan.ts';
import type { Figures } from '../sheet/column-figures.ts';
import { placedIssue } from '../sheet/issue.ts';
import type { MappedColumn } from '../sheet/mapped.ts';
import type { Region } from '../sheet/region.ts';
import { isCounter } from '../sheet/row-roles.ts';
import type { SourceSheet } from '../sheet/sheet.ts';

export interface Continued {
  /** with the words of the rows that go on with them */
  readonly records: readonly PlannedRecord[];
  readonly issues: readonly Issue[];
  /** 1-based rows that go on with another: they lack no name */
  readonly rows: ReadonlySet<number>;
  /** those of them whose words have joined the record: nothing of them is left to import */
  readonly joined: ReadonlySet<number>;
}

interface TableOfRecords {
  readonly sheet: SourceSheet;
  readonly region: Region;
  readonly ledger: Ledger | null;
  readonly columns: readonly MappedColumn[];
  readonly records: readonly PlannedRecord[];
  readonly figures: ReadonlyMap<number, Figures>;
}

/** What the user has said already of the rows, 1-based. */
interface Said {
  /** that the row is none */
  isSkipped(row: number): boolean;
  /** what the cell's figure is, all its rows together or alone */
  isAnswered(row: number, column: number): boolean;
}

export function continuedRows(table: TableOfRecords, { isSkipped, isAnswered }: Said): Continued {
  const { ledger, region } = table;
  const none = {
    records: table.records,
    issues: [],
    rows: new Set<number>(),
    joined: new Set<number>(),
  };
  if (ledger === null || table.records.length !== region.dataRows.length) return none;
  const records = table.records.slice();
  const issues: Issue[] = [];
  const [rows, joined] = [new Set<number>(), new Set<number>()];
  const more = new Map<string, readonly PlacedMore[]>();
  let owner = -1;
  for (const [at, record] of records.entries()) {
    if (!isNameless(ledger, record)) owner = at;
    else if (owner >= 0 && !isSkipped(record.row) && goesOn(table, owner, at)) {
      rows.add(record.row);
      const above = records[owner];
      if (above === undefined) continue;
      const figures = moreFigures(table, at);
      const open = figures.filter(({ column }) => !isAnswered(above.row, column.index));
      for (const one of open) {
        const key = `${owner} ${one.column.index}`;
        more.set(key, [...(more.get(key) ?? []), { ...one, owner, row: record.row }]);
      }
      if (open.length === 0) joined.add(record.row);
      else issues.push(continuedIssue(ledger, above, record, open));
      const asked = new Set(figures.map(({ column }) => column.field?.code ?? ''));
      const { values, left } = withWords(ledger, above.values, record.values.without(asked));
      records[owner] = { ...above, values, extra: withExtras(above.extra, record.extra) };
      issues.push(joinedIssue(ledger, above, record, left));
    }
  }
  for (const list of more.values()) issues.push(...askFigures(table, ledger, list));
  return rows.size === 0 ? none : { records, issues, rows, joined };
}

const isNameless = (ledger: Ledger, { values }: PlannedRecord): boolean =>
  values.get(ledger.nameField) === null &&
  (ledger.codeField === undefined || values.get(ledger.codeField) === null);

/**
 * A row of its own that lacks its name has a number, says whose it is, or is as full as the one
 * above.
 */
function goesOn(
  { sheet, region, columns, ledger }: TableOfRecords,
  owner: number,
  at: number,
): boolean {
  const [above, row] = [region.dataRows[owner] ?? 0, region.dataRows[at] ?? 0];
  const name = columns.find(
    ({ field, use }) => use === 'field' && field?.code === ledger?.nameField,
  );
  if (name === undefined || filled(sheet, row, name.index) || isHeadAgain(sheet, region, row))
    return false;
  const isMerged = sheet.merges.some(
    ({ left, top, bottom }) => left === name.index && top <= above && bottom >= row,
  );
  if (isMerged) return true;
  const counter = columns.find(({ path }) => isCounter(path.at(-1) ?? ''));
  if (counter !== undefined)
    return filled(sheet, above, counter.index) && !filled(sheet, row, counter.index);
  const isOwn = columns.some(
    ({ field, use, index }) =>
      use === 'field' &&
      ledger?.identity.includes(field?.code ?? '') === true &&
      filled(sheet, row, index),
  );
  const count = (of: number): number =>
    columns.filter(({ index }) => filled(sheet, of, index)).length;
  return !isOwn && count(row) * 3 <= count(above);
}

/**
 * The lower rows of a head that is repeated on the next page: words of the head, each in its
 * column.
 */
const isHeadAgain = (sheet: SourceSheet, { headerRows }: Region, row: number): boolean =>
  Array.from({ length: headerRows[1] - headerRows[0] + 1 }, (_, at) => headerRows[0] + at).some(
    (head) =>
      (sheet.rows[row] ?? []).every(
        (cell, column) =>
          cell === null || cell === '' || cell === (sheet.rows[head]?.[column] ?? null),
      ),
  );

const filled = (sheet: SourceSheet, row: number, column: number): boolean =>
  String(sheet.rows[row]?.[column] ?? '').trim() !== '';

interface More {
  readonly column: MappedColumn;
  readonly text: string;
}
interface PlacedMore extends More {
  /** the record's place above */
  readonly owner: number;
  readonly row: number;
}

const moreFigures = (
  { columns, figures, region, sheet }: TableOfRecords,
  at: number,
): readonly More[] =>
  columns.flatMap((column) => {
    const { field, use, index } = column;
    if (use !== 'field' || field === null || !isNumeric(field)) return [];
    const cell = sheet.rows[region.dataRows[at] ?? 0]?.[index] ?? null;
    const isFigure = (figures.get(index)?.at(at) ?? null) !== null || typeof cell === 'number';
    return isFigure ? [{ column, text: String(cell) }] : [];
  });

/** The row waits until the cell above is answered. */
const continuedIssue = (
  ledger: Ledger,
  above: PlannedRecord,
  record: PlannedRecord,
  more: readonly More[],
): Issue =>
  placedIssue(
    record.row - 1,
    more[0]?.column.index ?? null,
    'question',
    'row.continued',
    `这一行接着第${above.row}行的“${above.values.get(ledger.nameField) ?? ''}”，多出${more.map(({ column, text }) => `${column.field?.label ?? ''}${text}`).join('、')}。答了第${above.row}行的那一格就不用管这一行；是另一条请补上名称，不算就跳过。`,
  );

/** Of the figures of one column, once: what they come to, or the first alone. */
function askFigures(
  { records, sheet, region }: TableOfRecords,
  ledger: Ledger,
  list: readonly PlacedMore[],
): readonly Issue[] {
  const [first] = list;
  const above = first === undefined ? undefined : records[first.owner];
  if (first === undefined || above === undefined) return [];
  const { column } = first;
  const own = String(sheet.rows[region.dataRows[first.owner] ?? 0]?.[column.index] ?? '');
  const figures = [own, ...list.map(({ text }) => text)].filter((text) => text !== '');
  const isPlain = figures.every((text) => /^-?\d+(?:\.\d+)?$/.test(text));
  return [
    placedIssue(
      above.row - 1,
      column.index,
      'question',
      'cell.continued',
      `“${above.values.get(ledger.nameField) ?? ''}”占了几行，${list.map(({ row, text }) => `第${row}行还有${text}`).join('，')}。${column.field?.label ?? ''}一共是多少${isPlain ? `（加起来${sum(figures)}）` : ''}？请改成合计数，或确认只算这一格。`,
    ),
  ];
}

/** Words join words; of other values only those that the record lacks are taken. */
function withWords(
  ledger: Ledger,
  above: PlannedRecord['values'],
  more: PlannedRecord['values'],
): { readonly values: PlannedRecord['values']; readonly left: readonly string[] } {
  const joined: Record<string, Value> = {};
  const left: string[] = [];
  for (const field of ledger.fields) {
    const [was, now] = [above.get(field.code), more.get(field.code)];
    if (now === null || now === was || field.code === 'currency') continue;
    if (was === null) joined[field.code] = now;
    else if (field.kind === 'text' || field.kind === 'long' || field.kind === 'phone')
      joined[field.code] = `${was}；${now}`;
    else left.push(`${field.label}“${now}”`);
  }
  return { values: above.with(joined), left };
}

function withExtras(
  above: PlannedRecord['extra'],
  more: PlannedRecord['extra'],
): PlannedRecord['extra'] {
  const joined = { ...above };
  for (const [head, text] of Object.entries(more)) {
    const was = joined[head];
    if (was !== text) joined[head] = was === undefined ? text : `${was}；${text}`;
  }
  return joined;
}

const joinedIssue = (
  ledger: Ledger,
  above: PlannedRecord,
  record: PlannedRecord,
  left: readonly string[],
): Issue =>
  placedIssue(
    record.row - 1,
    null,
    'warning',
    'record.continued',
    `第${record.row}行接着第${above.row}行的“${above.values.get(ledger.nameField) ?? ''}”，文字已并入。${left.length === 0 ? '' : `${left.join('、')}没有导入，要分开记请补上名称。`}`,
  );

/** Without what is said of a lacking name in rows that need none. */
export const withoutLackingNames = (
  issues: readonly Issue[],
  { ledger, columns }: Pick<TableOfRecords, 'ledger' | 'columns'>,
  rows: ReadonlySet<number>,
): readonly Issue[] => {
  if (rows.size === 0) return issues;
  const name = columns.find(({ field }) => field?.code === ledger?.nameField);
  const column = name === undefined ? null : columnName(name.index);
  return issues.filter(
    (one) => one.code !== 'value.required' || !rows.has(one.row) || one.column !== column,
  );
};
