/**
 * A sheet that is one record's form, names left of their values, or a table lying on its side: laid
 * out as a table with its heads above.
 */
import { kindOfCell } from './cell-kinds.ts';
import { cardsOf, type CardPair, type Cards, type CardPlace } from './form-cards.ts';
import { IMPORTABLE, isHeaderWord, namesOfFields } from './dictionary.ts';
import { cellKey, type CellValue, type Formats, type SourceSheet, type Workbook } from './sheet.ts';
import { bareWord, monthOfHeader } from './words.ts';

const MOST_ROWS = 60;
const FEWEST_LABELS = 4;

/** The workbook with every such sheet laid out, and a note on each. */
export function withFormsLaidOut(workbook: Workbook): Workbook {
  const laid = workbook.sheets.map((sheet) => (sheet.hidden ? null : laidOut(sheet)));
  if (laid.every((sheet) => sheet === null)) return workbook;
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet, at) => laid[at] ?? sheet),
    notes: [
      ...workbook.notes,
      ...laid.flatMap((sheet) =>
        sheet === null ? [] : [`工作表“${sheet.name}”左边是名称、右边是值，已排成上表头的表。`],
      ),
    ],
  };
}

/** A name with the places of its values, one for each record. */
interface Entry extends CardPlace {
  readonly values: readonly CardPlace[];
}

function laidOut(sheet: SourceSheet): SourceSheet | null {
  const turned = turnedEntries(sheet);
  if (turned !== null) return turnedTable(sheet, turned);
  const written = withoutRoom(sheet);
  const cards = cardsOf(written);
  return cards === null ? null : cardTable(written, cards);
}

/** Lines of blanks keep room for a hand on a printed slip; nothing is written there. */
const withoutRoom = (sheet: SourceSheet): SourceSheet => ({
  ...sheet,
  rows: sheet.rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' && /^\s*$/.test(cell) ? null : cell)),
  ),
});

/**
 * A row for each card under the names of all; what belongs to no card stands above, as a title
 * does.
 */
function cardTable(sheet: SourceSheet, { first, cards, rest }: Cards): SourceSheet {
  const heads = new Map<string, string>();
  const lines = cards.map((card) => {
    const line = new Map<string, CardPair>();
    for (const pair of card) {
      let key = bareWord(pair.name);
      while (line.has(key)) key += '+';
      if (!heads.has(key)) heads.set(key, pair.name);
      line.set(key, pair);
    }
    return line;
  });
  // cards side by side have a title each
  const above = sheet.rows
    .slice(0, first)
    .map((row) => row.map((cell, at) => (row.indexOf(cell) < at ? null : cell)));
  const known = new Set(above.flat());
  const more = rest.flatMap(({ row, cell }): CellValue[][] => {
    if (row < first || known.has(cell)) return [];
    known.add(cell);
    return [[cell]];
  });
  const columns = [...heads.keys()];
  return placed(
    sheet,
    [...above, ...more],
    [...heads.values()],
    lines.map((line) => columns.map((key) => line.get(key) ?? null)),
    first,
  );
}

/** Of a table on its side. */
function turnedTable(sheet: SourceSheet, { first, entries }: Turned): SourceSheet {
  const at = ({ row, column }: CardPlace): CellValue => sheet.rows[row]?.[column] ?? null;
  const records = Math.max(...entries.map((entry) => entry.values.length));
  return placed(
    sheet,
    sheet.rows.slice(0, first),
    entries.map(at),
    Array.from({ length: records }, (_, record) =>
      entries.map(({ values }) => {
        const place = values[record];
        return place === undefined ? null : { value: at(place), place };
      }),
    ),
    first,
  );
}

/**
 * The sheet with its titles, heads and lines; each value keeps its format, and whether it was
 * struck or hidden.
 */
function placed(
  sheet: SourceSheet,
  titles: readonly (readonly CellValue[])[],
  heads: readonly CellValue[],
  lines: readonly (readonly (Pick<CardPair, 'value' | 'place'> | null)[])[],
  first: number,
): SourceSheet {
  const moved: (readonly [number, number])[] = lines.flatMap((line, at) =>
    line.flatMap((one, column) =>
      one === null
        ? []
        : [
            [
              cellKey(one.place.row, one.place.column),
              cellKey(titles.length + 1 + at, column),
            ] as const,
          ],
    ),
  );
  const mapped = (formats: Formats): ReadonlyMap<number, string> =>
    new Map(
      moved.flatMap(([from, to]) => {
        const format = formats.get(from);
        return format === undefined ? [] : [[to, format] as const];
      }),
    );
  const marked = (keys: ReadonlySet<number>): ReadonlySet<number> =>
    new Set(moved.flatMap(([from, to]) => (keys.has(from) ? [to] : [])));
  return {
    ...sheet,
    rows: [...titles, heads, ...lines.map((line) => line.map((one) => one?.value ?? null))],
    merges: sheet.merges.filter((merge) => merge.bottom < first),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    formats: mapped(sheet.formats),
    ...(sheet.struck === undefined ? {} : { struck: marked(sheet.struck) }),
    ...(sheet.cut === undefined ? {} : { cut: marked(sheet.cut) }),
    ...(sheet.colours === undefined ? {} : { colours: mapped(sheet.colours) }),
    widths: new Map(),
    origins: new Map(moved.map(([from, to]) => [to, from])),
  };
}

const filledIn = (row: readonly CellValue[]): readonly number[] =>
  row.flatMap((cell, c) => (cell === null || cell === '' ? [] : [c]));

interface Turned {
  readonly first: number;
  readonly entries: readonly Entry[];
}

/**
 * Of a table on its side, one column of names before the values of several records; null where the
 * rows are anything else.
 */
function turnedEntries(sheet: SourceSheet): Turned | null {
  if (sheet.rows.length > MOST_ROWS) return null;
  const first = sheet.rows.findIndex((row) => filledIn(row).length >= 2);
  if (first < 0) return null;
  const isName = (row: number, column: number): boolean => {
    const cell = sheet.rows[row]?.[column];
    // 2024年3月 may head a column, and is as often when something began
    return typeof cell === 'string' && isHeaderWord(cell) && monthOfHeader(cell) === null;
  };
  const [head, ...columns] = [...new Set(sheet.rows.slice(first).flatMap(filledIn))].sort(
    (a, b) => a - b,
  );
  const rows = sheet.rows.flatMap((row, r) => (r >= first && filledIn(row).length > 0 ? [r] : []));
  if (head === undefined || columns.length < 2) return null;
  const entries = rows.map((row): Entry => ({
    row,
    column: head,
    values: columns.map((column) => ({ row, column })),
  }));
  const words = entries.map(({ row }) => bareWord(wordAt(sheet, row, head)));
  const named = entries.find(({ row }) => isRecordName(bareWord(wordAt(sheet, row, head))));
  const isFilled = ({ row, column }: CardPlace): boolean =>
    (sheet.rows[row]?.[column] ?? null) !== null;
  const isTurned =
    entries.length >= FEWEST_LABELS &&
    new Set(words).size === words.length &&
    // each record has its name: 32000 beside 万元 is no record of its own
    named?.values.every(isFilled) === true &&
    // a list of names with what they mean has no figures
    entries.some(({ values }) =>
      values.some(({ row, column }) => kindOfCell(sheet.rows[row]?.[column]) === 'figure'),
    ) &&
    entries.every(({ values }) => values.every(({ row, column }) => !isName(row, column))) &&
    entries.filter(({ row }) => isName(row, head)).length * 3 >= entries.length * 2;
  return isTurned ? { first, entries } : null;
}

function wordAt(sheet: SourceSheet, row: number, column: number): string {
  const cell = sheet.rows[row]?.[column];
  return typeof cell === 'string' ? cell : '';
}

const isRecordName = (word: string): boolean =>
  IMPORTABLE.some((ledger) =>
    namesOfFields(ledger).some(
      (name) => name.field.code === ledger.nameField && name.word === word,
    ),
  );
