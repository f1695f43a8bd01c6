/** Where a printed figure comes from: what is asked, and what is told of it. */
import { z } from 'zod';
import { WORDS_ROW } from '../../main/domain/sources/printed-source.ts';
import { ledgerCode } from './ledger-code.ts';
import { asks } from './call.ts';
import { printOptions } from './print-options.ts';

const id = z.int();
const year = z.int();
const printedSource = [
  z.strictObject({ kind: z.literal('field'), ledger: ledgerCode, id, field: z.string() }),
  z.strictObject({
    kind: z.literal('records'),
    ledger: ledgerCode,
    ids: z.array(id),
    field: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('figure'),
    year,
    month: z.int().min(1).max(12),
    indicator: id,
    unit: id.nullable(),
    of: z.enum([
      'target',
      'month',
      'cumulative',
      'lastYear',
      'yoy',
      'completion',
      'gap',
      'points',
      'due',
      'place',
    ]),
    by: z.enum(['assured', 'stretch', 'upper']).nullable(),
    group: z.enum(['all', 'township', 'department', 'park', 'village']),
  }),
  z.strictObject({
    kind: z.literal('target'),
    year,
    version: id.nullable(),
    indicator: id,
    unit: id.nullable(),
    of: z.enum(['base', 'assured', 'stretch', 'upper']),
  }),
] as const;
export const askedFigureSchema = z.discriminatedUnion('kind', [
  ...printedSource,
  /**
   * a place of a printed table: its `part` (0 where it has none), the row as it is printed, and the
   * column; null: the whole row. In the row before the first: a letter's words, whose figures are
   * counted
   */
  z.strictObject({
    kind: z.literal('cell'),
    table: z.string(),
    options: printOptions,
    part: z.int().min(0),
    row: z.int().min(WORDS_ROW),
    column: z.int().min(0).nullable(),
  }),
  /**
   * the same place by its words: the row by what it is called, the column by its heads or the last
   * of them
   */
  z.strictObject({
    kind: z.literal('named'),
    table: z.string(),
    options: printOptions,
    row: z.string(),
    column: z.string(),
  }),
]);
export type AskedFigure = z.output<typeof askedFigureSchema>;
export type PrintedCell = Extract<AskedFigure, { kind: 'cell' }>;

/** One step of a figure's past. */
export interface FigureEntry {
  readonly at: string;
  readonly who: string;
  /** 导入, 填报, 更正…: what was done then */
  readonly what: string;
  /** file, sheet and cell; null where it was typed */
  readonly from: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string | null;
}
export interface StoryPart {
  readonly name: string;
  readonly text: string;
  /** null where nothing more is known of it */
  readonly source: AskedFigure | null;
  /** how it came to be what it is now */
  readonly entered: FigureEntry | null;
}
export interface FigureStory {
  readonly name: string;
  /** with its measure */
  readonly text: string;
  /** how it comes to be, in a sentence */
  readonly how: string;
  /** its past, the newest first */
  readonly entries: readonly FigureEntry[];
  /** what it is worked out from */
  readonly parts: readonly StoryPart[];
}

export const sourceCalls = {
  'sources.tell': asks<FigureStory>()(z.strictObject({ asked: askedFigureSchema })),
};
