/**
 * Reads one workbook with one reader in a process of its own and prints what it found, how long it
 * took and the most memory it had.
 */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import * as sheetjs from '@e965/xlsx';
import exceljs from 'exceljs';
import { streamXlsxRows } from 'hucre/xlsx';
import readExcelFile from 'read-excel-file/node';
import { readWorkbook } from '../../main/importing/readers/index.ts';
import { openZip, packedOf } from '../../main/importing/readers/zip.ts';
import { mostMegabytes } from '../helpers/own-memory.ts';

/**
 * What a reader found: the same for all of them, or one is wrong. Dates count as such only where a
 * reader knows them.
 */
export interface Found {
  rows: number;
  cells: number;
  hundredths: number;
  characters: number;
}
export interface Run extends Found {
  readonly milliseconds: number;
  readonly megabytes: number;
}

const DAY = 86_400_000;
/** days since 30 December 1899, as hundredths: a date counts as its serial number */
const serial = (milliseconds: number): number => Math.round(milliseconds / DAY + 25_569) * 100;

function count(found: Found, value: unknown): void {
  if (value === null || value === undefined || value === '') return;
  found.cells += 1;
  if (typeof value === 'number') found.hundredths += Math.round(value * 100);
  else if (typeof value === 'string') found.characters += value.length;
  else if (value instanceof Date) found.hundredths += serial(value.getTime());
  else if (typeof value === 'object' && 'day' in value)
    found.hundredths += serial(Date.parse(String(value.day)));
  else if (typeof value === 'object' && 'richText' in value)
    for (const run of value.richText as { text: string }[]) found.characters += run.text.length;
}

function countRows(rows: Iterable<readonly unknown[]>): Found {
  const found = { rows: 0, cells: 0, hundredths: 0, characters: 0 };
  for (const row of rows) {
    found.rows += 1;
    for (const value of row) count(found, value);
  }
  return found;
}

/** Each returns how to count what it has read, so that counting is not timed. */
const readers: Readonly<Record<string, (file: string) => Promise<() => Found>>> = {
  own: async (file) => {
    const [sheet] = (await readWorkbook(readFileSync(file), file)).sheets;
    return () => countRows(sheet?.rows ?? []);
  },
  inflate: async (file) => {
    const zip = openZip(readFileSync(file));
    const parts = zip.entries.map((entry) => inflateRawSync(packedOf(zip, entry)));
    return () => ({ rows: 0, cells: 0, hundredths: 0, characters: parts.length });
  },
  'read-excel-file': async (file) => {
    const [sheet] = await readExcelFile(file);
    return () => countRows((sheet?.data ?? []) as readonly (readonly unknown[])[]);
  },
  hucre: async (file) => {
    const rows: (readonly unknown[])[] = [];
    for await (const row of streamXlsxRows(readFileSync(file))) rows.push(row.values);
    return () => countRows(rows);
  },
  sheetjs: async (file) => {
    const book = sheetjs.read(readFileSync(file), {
      dense: true,
      cellText: false,
      cellHTML: false,
    });
    const data = (book.Sheets[book.SheetNames[0] ?? '']?.['!data'] ?? []) as (
      | { v?: unknown }
      | undefined
    )[][];
    return () => countRows(data.map((row) => row.map((cell) => cell?.v)));
  },
  exceljs: async (file) => {
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(file);
    return () => {
      const rows: unknown[][] = [];
      book.worksheets[0]?.eachRow((row) => rows.push(row.values as unknown[]));
      return countRows(rows);
    };
  },
};

const [name = '', file = '', warmUp] = process.argv.slice(2);
const reader = readers[name];
if (reader === undefined) throw new Error(`no reader ${name}`);
if (warmUp !== undefined) await reader(warmUp);
const start = performance.now();
const counted = await reader(file);
const milliseconds = performance.now() - start;
const megabytes = mostMegabytes();
process.stdout.write(JSON.stringify({ ...counted(), milliseconds, megabytes } satisfies Run));
