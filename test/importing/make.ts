/**
 * Makes workbooks with openpyxl, so that the reader under test and the writer of its cases cannot
 * agree on a mistake.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Issue, Table } from '../../preload/contract/imports.ts';
import { inspectWorkbook, type Inspection } from '../../main/importing/recognise/inspect.ts';
import type { InspectContext } from '../../main/importing/recognise/inspect-context.ts';
import { readWorkbook } from '../../main/importing/readers/index.ts';

const PYTHON = ['/usr/bin/python3', 'python3'];

/** The bytes of a workbook that the Python lines make of `wb` and its sheet `ws`. */
export function made(lines: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'case-'));
  try {
    const file = join(folder, 'case.xlsx');
    const script = `import sys, datetime, openpyxl\nfrom openpyxl.styles import Font\nwb = openpyxl.Workbook()\nws = wb.active\n${lines}\nwb.save(sys.argv[1])\n`;
    python(script, file);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function python(script: string, file: string): void {
  let last: unknown;
  for (const program of PYTHON) {
    try {
      execFileSync(program, ['-c', script, file], { stdio: ['ignore', 'ignore', 'pipe'] });
      return;
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

const SAMPLES = fileURLToPath(new URL('../../resources/samples/', import.meta.url));

export function sample(number: string): { name: string; bytes: Uint8Array } {
  const name = readdirSync(SAMPLES).find((one) => one.startsWith(`${number}-`)) ?? '';
  return { name, bytes: readFileSync(join(SAMPLES, name)) };
}

export const context = (more: Partial<InspectContext> = {}): InspectContext => ({
  units: [],
  county: '',
  answers: [],
  ...more,
});

export async function inspected(
  bytes: Uint8Array,
  more: Partial<InspectContext> = {},
  name = 'case.xlsx',
): Promise<Inspection> {
  return inspectWorkbook(await readWorkbook(bytes, name), name, context(more));
}

export function firstTable(inspection: Inspection): Table {
  const table = inspection.report.sheets[0]?.tables[0];
  if (table === undefined) throw new Error('no table was found');
  return table;
}

export const codes = (issues: readonly Issue[]): string[] =>
  issues.map((one) => `${one.column ?? ''}${one.row} ${one.code}`);

/** Rows of values as Python writes them. */
export const rows = (list: readonly (readonly (string | number | null)[])[]): string =>
  list.map((row) => `ws.append(${JSON.stringify(row).replaceAll('null', 'None')})`).join('\n');
