/** The program as the county's offices use it: by its commands alone, in this process. */
import { join } from 'node:path';
import { z } from 'zod';
import { runCommand } from '../../main/command-line/run.ts';

const text = z.string().nullable();
const note = z.object({
  level: z.string(),
  message: z.string(),
  row: z.number(),
  sheet: z.string(),
});
export const importAnswer = z.object({
  import: z.number().nullable(),
  new: z.number(),
  changed: z.number(),
  rejected: z.number(),
  unread: z.array(z.unknown()).default([]),
  questions: z.array(note).default([]),
  warnings: z.array(note).default([]),
  changes: z.array(z.object({ record: z.string() })).default([]),
});
export type ImportAnswer = z.infer<typeof importAnswer>;
export const printedTable = z.object({
  header: z.array(z.array(z.string())),
  rows: z.array(z.array(text)),
  totals: z.array(z.array(text)).default([]),
  notes: z.array(z.string()).default([]),
});
export type PrintedTable = z.infer<typeof printedTable>;
const figure = z.object({
  base: text.optional(),
  assured: text.optional(),
  stretch: text.optional(),
  plan: z.object({ parts: z.array(z.string()) }).nullish(),
});
export const targetsAnswer = z.object({
  indicators: z.array(z.object({ id: z.number(), name: z.string(), measure: z.string() })),
  rows: z.array(z.object({ name: z.string(), cells: z.record(z.string(), figure) })),
  county: z.record(z.string(), z.object({ assured: text.optional() })).default({}),
});
const recordsAnswer = z.object({ records: z.array(z.record(z.string(), z.unknown())) });
export const indicatorsAnswer = z.array(
  z.object({ name: z.string(), measure: z.string(), direction: z.string(), kind: z.string() }),
);

export interface Program {
  readonly folder: string;
  json<T>(schema: z.ZodType<T>, ...words: string[]): Promise<T>;
  table(name: string, ...words: string[]): Promise<PrintedTable>;
  records(ledger: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

export function programIn(folder: string): Program {
  const data = join(folder, 'data');
  const json = async <T>(schema: z.ZodType<T>, ...words: string[]): Promise<T> => {
    const { out, err } = await runCommand([...words, '--data', data, '--json']);
    try {
      return schema.parse(JSON.parse(out));
    } catch (error) {
      throw new Error(`${words.join(' ')}: ${err || out.slice(0, 400)}`, { cause: error });
    }
  };
  return {
    folder,
    json,
    table: (name, ...words) => json(printedTable, 'table', name, ...words, '--format', 'json'),
    records: async (ledger) => (await json(recordsAnswer, 'records', ledger)).records,
  };
}

/** 合计引资（亿元） | 累计 …: the place of a column by what stands over it. */
export const columnAt = (table: PrintedTable, ...words: readonly string[]): number =>
  (table.header[0] ?? []).findIndex((_, at) => {
    const path = table.header.map((line) => line[at] ?? '').join(' ');
    return words.every((word) => path.includes(word));
  });
