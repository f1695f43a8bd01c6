/**
 * A table as the office wants its page: its own words, columns in its order, zeros and empty
 * records as it has them, type and margins.
 */
import type { PageLayout } from '../../../preload/contract/layout.ts';
import { compare } from '../../domain/exact/decimal.ts';
import type { PrintTable, TableCell, TableRow } from './table.ts';

/**
 * Names a column in a set-up: its heads, whatever the period in them; a second one of the same
 * heads is told apart.
 */
export function columnKeys({ columns }: Pick<PrintTable, 'columns'>): readonly string[] {
  const seen = new Map<string, number>();
  return columns.map(({ path }) => {
    const key = path
      .join('/')
      .replace(/\d+(?:—\d+)?月/gu, '某月')
      .replace(/\d{4}年/gu, '某年');
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key}#${times}`;
  });
}

export interface LayoutPeriod {
  readonly year: number;
  readonly month: number | null;
}

export function laidOut(table: PrintTable, layout: PageLayout, period: LayoutPeriod): PrintTable {
  const inWords = withWords(table, layout, period);
  const shown = withColumns(sortedRows(withoutEmpty(inWords, layout), layout), layout);
  const { zeros, size, margins, fonts } = layout;
  return {
    ...shown,
    ...(zeros === undefined || zeros === 'zero'
      ? {}
      : { columns: shown.columns.map((column) => ({ ...column, zero: zeros })) }),
    page: {
      ...shown.page,
      ...(size === undefined ? {} : { size }),
      ...(margins === undefined ? {} : { margins }),
    },
    ...(fonts === undefined ? {} : { fonts }),
    ...(shown.parts === undefined
      ? {}
      : {
          parts: shown.parts.map((part) => laidOut(part, { ...layout, title: undefined }, period)),
        }),
  };
}

function withWords(
  table: PrintTable,
  layout: PageLayout,
  { year, month }: LayoutPeriod,
): PrintTable {
  const { title, reporter, signatures, notes } = layout;
  return {
    ...table,
    ...(title === undefined || title === ''
      ? {}
      : {
          title: title
            .replaceAll('{年}', String(year))
            .replaceAll('{月}', month === null ? '' : String(month)),
        }),
    ...(reporter === undefined || reporter === ''
      ? {}
      : { subtitle: { ...table.subtitle, left: `填报单位：${reporter}` } }),
    ...(signatures === undefined
      ? {}
      : { signatures: signatures.map((post) => signatureOf(post, table)) }),
    ...(notes === undefined ? {} : { notes: [...notes, ...table.notes] }),
  };
}

/** 填报日期 keeps the day that the table tells. */
function signatureOf(post: string, { signatures }: PrintTable): string {
  const own = post.replace(/[：:]\s*$/u, '');
  return signatures.find((one) => one.startsWith(`${own}：`)) ?? `${own}：`;
}

const hasFigure = (cell: TableCell): boolean =>
  cell !== null && typeof cell === 'object' && 'figure' in cell && compare(cell.figure, '0') !== 0;

/** Without the records that have no figure but their number, and groups that are left with none. */
function withoutEmpty(table: PrintTable, { empty }: PageLayout): PrintTable {
  if (empty !== 'left' || table.form === true) return table;
  const figures = table.columns.flatMap((column, at) =>
    column.places !== undefined || column.sums === true ? [at] : [],
  );
  return chosenRows(
    table,
    (row) => row.kind !== 'data' || figures.some((at) => hasFigure(row.cells[at] ?? null)),
  );
}

/**
 * The rows that are wanted, numbered anew; sums add those that are left, heads of groups without a
 * record go.
 */
function chosenRows(table: PrintTable, isWanted: (row: TableRow) => boolean): PrintTable {
  const isHead = ({ kind }: TableRow): boolean => kind === 'group';
  const wanted = table.rows.map(isWanted);
  table.rows.forEach((row, at) => {
    if (!isHead(row)) return;
    const next = table.rows.findIndex((one, index) => index > at && isHead(one));
    const own = table.rows.slice(at + 1, next < 0 ? undefined : next);
    wanted[at] = own.some((one, index) => one.kind === 'data' && wanted[at + 1 + index] === true);
  });
  return reordered(
    table,
    table.rows.flatMap((_, at) => (wanted[at] === true ? [at] : [])),
  );
}

/**
 * Rows in the order of their old places, with the places that sums name put right and the first
 * column counted anew.
 */
function reordered(table: PrintTable, order: readonly number[]): PrintTable {
  const places = new Map(order.map((old, at) => [old, at]));
  let number = 0;
  const counts = table.columns[0]?.path.join('').replace(/\s/gu, '') === '序号';
  const rows = order.flatMap((old): TableRow[] => {
    const row = table.rows[old];
    if (row === undefined) return [];
    if (row.kind === 'group') number = 0;
    const adds = row.adds?.flatMap((one) => places.get(one) ?? []);
    const [first = null] = row.cells;
    const isNumbered = counts && row.kind === 'data' && first !== null && typeof first === 'object';
    if (isNumbered) number += 1;
    return [
      {
        ...row,
        ...(adds === undefined ? {} : { adds }),
        ...(isNumbered ? { cells: [{ figure: String(number) }, ...row.cells.slice(1)] } : {}),
      },
    ];
  });
  return { ...table, rows };
}

/** Records between two heads or sums by one column; 其中 stays under its record. */
function sortedRows(table: PrintTable, { sort }: PageLayout): PrintTable {
  const at = sort === undefined ? -1 : columnKeys(table).indexOf(sort.column);
  if (sort === undefined || at < 0 || table.form === true) return table;
  const order: number[] = [];
  let run: number[][] = [];
  const flush = (): void => {
    order.push(
      ...run
        .toSorted((a, b) => (sort.falling ? -1 : 1) * compareCells(cellAt(a), cellAt(b)))
        .flat(),
    );
    run = [];
  };
  const cellAt = ([first = 0]: readonly number[]): TableCell =>
    table.rows[first]?.cells[at] ?? null;
  table.rows.forEach((row, index) => {
    if (row.kind === 'data') run.push([index]);
    else if (row.kind === 'of-which' && run.length > 0) run.at(-1)?.push(index);
    else {
      flush();
      order.push(index);
    }
  });
  flush();
  return reordered(table, order);
}

/**
 * Figures by size, then words; nothing last in whichever direction is what a sort of nothing gives.
 */
function compareCells(a: TableCell, b: TableCell): number {
  const [one, other] = [a, b].map((cell) =>
    cell !== null && typeof cell === 'object' && 'figure' in cell ? cell.figure : null,
  );
  if (one != null && other != null) return compare(one, other);
  if (one != null || other != null) return one != null ? 1 : -1;
  const text = (cell: TableCell): string =>
    typeof cell === 'string' ? cell : cell !== null && 'note' in cell ? cell.note : '';
  return text(a).localeCompare(text(b), 'zh-CN');
}

function withColumns(table: PrintTable, { columns }: PageLayout): PrintTable {
  if (columns === undefined || table.form === true) return table;
  const keys = columnKeys(table);
  const order = columns.flatMap((key) => {
    const at = keys.indexOf(key);
    return at < 0 ? [] : [at];
  });
  if (order.length === 0 || order.join() === keys.map((_, at) => at).join()) return table;
  const now = new Map(order.map((old, at) => [old, at]));
  const { sheets: _sheets, ...plain } = table;
  const across = (table.across ?? []).flatMap(({ whole, parts }) => {
    const [to, own] = [now.get(whole), parts.flatMap((at) => now.get(at) ?? [])];
    return to === undefined || own.length < parts.length ? [] : [{ whole: to, parts: own }];
  });
  const spans = (row: TableRow): boolean =>
    row.kind === 'group' || row.kind === 'wide' || row.kind === 'cut';
  return {
    ...plain,
    columns: order.flatMap((at) => table.columns[at] ?? []),
    // the first columns repeat as long as they are still the first
    repeat: Math.min(
      table.repeat,
      Math.max(
        1,
        order.findIndex((old, at) => old !== at),
      ),
      order.length - 1,
    ),
    rows: table.rows.map((row) => ({
      ...row,
      cells: spans(row)
        ? order.map((_, at) => row.cells[at] ?? null)
        : order.map((old) => row.cells[old] ?? null),
    })),
    across,
    // what stands under a sheet's columns stands under all
    notes: [...(table.sheets ?? []).flatMap((sheet) => sheet.notes), ...table.notes],
  };
}
