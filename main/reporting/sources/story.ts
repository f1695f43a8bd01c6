/**
 * What is told of a figure that is asked: by what it is in the book, or by its place in a printed
 * table.
 */
import type {
  AskedFigure,
  StoryPart,
  FigureStory,
  PrintedCell,
} from '../../../preload/contract/sources.ts';
import { Fault } from '../../domain/fault.ts';
import { WORDS_ROW, type PrintedSource } from '../../domain/sources/printed-source.ts';
import type { Book } from '../../services/book/book.ts';
import {
  partText,
  sentenceText,
  type Sentence,
  type ToldFigure,
} from '../../domain/progress/sentence.ts';
import { makeTable, yearSourceOf } from '../making/making.ts';
import { toldFigures } from '../model/document.ts';
import { reportMonthOf, reportYearOf } from '../tables/shared/year.ts';
import { isAskable, printedCellText } from '../model/figures.ts';
import type { PrintTable, TableCell, TableRow } from '../model/table.ts';
import { pagesOf } from '../writers/pages.ts';
import { monthStory } from './month-story.ts';
import { fieldStory, recordsStory } from './record-story.ts';
import { targetStory } from './target-story.ts';

/** @throws Fault record.missing, table.unknown */
export function figureStory(book: Book, asked: AskedFigure): FigureStory {
  if (asked.kind === 'cell') return cellStory(book, asked);
  if (asked.kind === 'named') return cellStory(book, placeNamed(book, asked));
  return knownStory(book, asked, undefined);
}

function knownStory(
  book: Book,
  source: PrintedSource,
  measure: PrintedCell['options']['measure'],
): FigureStory {
  switch (source.kind) {
    case 'field':
      return fieldStory(book, source, measure);
    case 'records':
      return recordsStory(book, source, measure);
    case 'figure':
      return monthStory(book, source);
    case 'target':
      return targetStory(book, source);
  }
}

/** The figure in a cell, where it is one; a figure of a column that only counts lines is none. */
const figureOf = (cell: TableCell | undefined): Extract<TableCell, { figure: string }> | null =>
  cell !== null && typeof cell === 'object' && 'figure' in cell ? cell : null;

/** @throws Fault table.place */
function placeNamed(
  book: Book,
  { table: name, options, row, column }: Extract<AskedFigure, { kind: 'named' }>,
): PrintedCell {
  const whole = makeTable(book, name, options).table;
  for (const [part, table] of (whole.parts ?? [whole]).entries()) {
    const at = pagesOf(table).rows.findIndex(({ cells }) =>
      cells.some((cell) => typeof cell === 'string' && sameWords(cell, row)),
    );
    if (at < 0) continue;
    const heads = table.columns.map(({ path }) => path.join('/'));
    const exact = heads.findIndex((head) => sameWords(head, column));
    const ending = heads.findIndex((head) => sameWords(head.split('/').at(-1) ?? '', column));
    const under = exact >= 0 ? exact : ending;
    if (under < 0) throw new Fault('table.place', { what: '列', name: column });
    return { kind: 'cell', table: name, options, part, row: at, column: under };
  }
  throw new Fault('table.place', { what: '行', name: row });
}
const sameWords = (one: string, other: string): boolean =>
  one.replace(/\s/gu, '') === other.replace(/\s/gu, '');

interface Place {
  readonly table: PrintTable;
  readonly rows: readonly TableRow[];
  readonly row: TableRow;
  readonly asked: PrintedCell;
}

function cellStory(book: Book, asked: PrintedCell): FigureStory {
  const whole = makeTable(book, asked.table, asked.options).table;
  const table = whole.parts === undefined ? whole : whole.parts[asked.part];
  if (asked.row === WORDS_ROW && table !== undefined) return wordStory(book, asked, table);
  const rows = table === undefined ? [] : pagesOf(table).rows;
  const row = rows[asked.row];
  if (table === undefined || row === undefined)
    throw new Fault('record.missing', { id: asked.row });
  const place: Place = { table, rows, row, asked };
  if (asked.column === null) return rowStory(place);
  const [cell, column] = [row.cells[asked.column] ?? null, table.columns[asked.column]];
  const source = figureOf(cell)?.source;
  const name = `${labelOf(row)}　${column?.path.join('　') ?? ''}`;
  if (source !== undefined) {
    const told = knownStory(book, source, asked.options.measure);
    const printed = printedCellText(cell, column ?? {});
    return told.text.includes(printed) ? told : { ...told, how: `表上印为${printed}。${told.how}` };
  }
  const text = printedCellText(cell, column ?? {});
  return { name, text, entries: [], ...workedOut(place, asked.column) };
}

/**
 * A figure in a letter's words: the month's figure that it tells, or the sentence and what it was
 * counted from. @throws Fault record.missing
 */
function wordStory(book: Book, asked: PrintedCell, table: PrintTable): FigureStory {
  const { letter } = table;
  const at = asked.column ?? 0;
  const found = letter === undefined ? undefined : toldFigures(letter)[at];
  if (found === undefined) throw new Fault('record.missing', { id: at });
  const { told, paragraph } = found;
  const text = partText(told);
  const sentence = sentenceAround(paragraph.parts, told);
  if (told.source === null)
    return {
      name: sentence,
      text,
      how: `由程序按${table.derivedFrom ?? '登记的数'}数出或算出，写在这一句里。`,
      entries: [],
      parts: [],
    };
  const of = yearSourceOf(book);
  const story = knownStory(
    book,
    {
      ...told.source,
      kind: 'figure',
      year: reportYearOf(of, asked.options),
      month: reportMonthOf(of, asked.options),
      by: asked.options.denominator ?? null,
      group: asked.options.units ?? 'all',
    },
    asked.options.measure,
  );
  return story.text.includes(text) ? story : { ...story, how: `文中写为${text}。${story.how}` };
}

/** The words from one full stop to the next. */
function sentenceAround(parts: Sentence, told: ToldFigure): string {
  const place = parts.indexOf(told);
  const [before, after] = [parts.slice(0, place), parts.slice(place)].map(sentenceText);
  return `${(before ?? '').split(/[。；]/u).at(-1) ?? ''}${(after ?? '').split(/[。；]/u)[0] ?? ''}`;
}

/** A sum's lines, or what stands beside it: figures that are worked out in the table. */
function workedOut(place: Place, at: number): Pick<FigureStory, 'how' | 'parts'> {
  const { table, rows, row } = place;
  const across = table.across?.find(({ whole }) => whole === at);
  if (row.adds !== undefined && table.columns[at]?.sums === true) {
    const parts = row.adds.flatMap((index) =>
      partAt({ ...place, row: rows[index] ?? row }, index, at),
    );
    return { how: `表内${parts.length}行相加。`, parts };
  }
  if (across !== undefined)
    return {
      how: '本行各列相加。',
      parts: across.parts.flatMap((column) => partAt(place, place.asked.row, column)),
    };
  const parts = row.cells.flatMap((_, column) =>
    column === at ? [] : partAt(place, place.asked.row, column, true),
  );
  if (parts.length > 0) return { how: '由本行的数算出。', parts };
  return { how: `由程序按${table.derivedFrom ?? '登记的数'}算出，见本行的说明。`, parts };
}

function rowStory(place: Place): FigureStory {
  const { row, table, asked } = place;
  return {
    name: labelOf(row),
    text: table.title,
    how: '本行的各数：',
    entries: [],
    parts: row.cells.flatMap((_, column) => partAt(place, asked.row, column, true)),
  };
}

/** `named`: by its column, where the row is the same. */
function partAt(
  { table, row, asked }: Place,
  index: number,
  column: number,
  named = index === asked.row,
): readonly StoryPart[] {
  const cell = row.cells[column] ?? null;
  if (!isAskable(cell, table.columns[column])) return [];
  return [
    {
      name: named ? (table.columns[column]?.path.join('　') ?? '') : labelOf(row),
      text: printedCellText(cell, table.columns[column] ?? {}),
      source: { ...asked, row: index, column },
      entered: null,
    },
  ];
}

/** What a row is called: its first words. */
const labelOf = ({ cells }: TableRow): string =>
  cells.find((cell): cell is string => typeof cell === 'string' && cell.trim() !== '') ?? '';
