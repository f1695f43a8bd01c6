/**
 * Random ledgers as offices keep them: every figure is read right or asked about, none is silently
 * wrong. RANDOM_LEDGERS sets how many.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { MappedTable } from '../../main/importing/sheet/mapped.ts';
import { isNumeric, type Ledger } from '../../main/domain/ledgers/field.ts';
import { project } from '../../main/domain/ledgers/project.ts';
import type { PlannedRecord } from '../../main/services/imports/import-plan.ts';
import { judgedOne, type JudgedOne } from './judged.ts';

const SCRIPT = fileURLToPath(new URL('random_ledgers.py', import.meta.url));
const COUNT = Number(process.env['RANDOM_LEDGERS'] ?? 150);
const SEED = process.env['RANDOM_SEED'] ?? '2013';

interface Truth {
  readonly column: string;
  readonly cell: string;
  /** what the column says of its measure, for the message */
  readonly measure: string;
  /** 元, or the field's own measure; null: nothing stands there; "?": a question is due */
  readonly value: string | null;
  readonly currency?: string;
}
interface TrueBook {
  readonly file: string;
  readonly rows: readonly {
    readonly row: number;
    readonly figures: Readonly<Record<string, Truth>>;
  }[];
}

const ledger: Ledger = project;
const figureFields = ledger.fields.filter(isNumeric).filter((field) => field.derived !== true);

function fieldsForPython(): string {
  return JSON.stringify(
    figureFields.map((field) => ({
      code: field.code,
      label: field.label,
      group: field.group,
      synonyms: field.synonyms,
      kind: field.kind,
      measure: field.measure,
      scale: field.kind === 'decimal' ? field.scale : 2,
      currency:
        field.kind === 'decimal'
          ? null
          : typeof field.currency === 'string'
            ? field.currency
            : 'any',
    })),
  );
}

function makeBooks(folder: string): readonly TrueBook[] {
  execFileSync('/usr/bin/python3', ['-B', SCRIPT, folder, String(COUNT), SEED], {
    input: fieldsForPython(),
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  return JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as readonly TrueBook[];
}

const imported = (folder: string, file: string): Promise<JudgedOne> =>
  judgedOne(file, readFileSync(join(folder, file)), 'project');

type Verdict = 'right' | 'asked' | 'wrong';

/** Whether the cell, or its whole column, is asked about. */
function asked(table: MappedTable, row: number, column: string): boolean {
  return table.issues.some(
    (one) =>
      (one.level === 'question' || one.level === 'error') &&
      ((one.column === column && (one.row === row || one.row === 0)) ||
        (one.row === row && one.code === 'currency.mixed')),
  );
}

const found = (record: PlannedRecord, code: string): string | null =>
  code === 'arrived_total' ? (record.arrivals[0]?.amount ?? null) : record.values.get(code);

function judgeFigure(
  table: MappedTable,
  record: PlannedRecord,
  code: string,
  truth: Truth,
): Verdict {
  const value = found(record, code);
  const floating = code === 'total_investment' || code === 'contract_amount';
  const currency = floating ? (record.values.get('currency') ?? 'CNY') : undefined;
  const nothingArrived = code === 'arrived_total' && truth.value === '0.00' && value === null;
  if (
    truth.value !== '?' &&
    (value === truth.value || nothingArrived) &&
    (value === null || !floating || !/[1-9]/.test(value) || currency === truth.currency)
  )
    return 'right';
  return asked(table, record.row, truth.column) &&
    (value === null || table.rejected.has(record.row))
    ? 'asked'
    : 'wrong';
}

interface Tally {
  readonly counts: Record<Verdict, number>;
  readonly wrong: string[];
}

function compareBook(book: TrueBook, { tables }: JudgedOne, tally: Tally): void {
  const say = (text: string): void => void tally.wrong.push(`${book.file} ${text}`);
  const records = new Map(
    tables.flatMap((table) =>
      table.records.map((record) => [record.row, { table, record }] as const),
    ),
  );
  for (const { row, figures } of book.rows) {
    const here = records.get(row);
    records.delete(row);
    if (here === undefined) {
      say(`row ${row} is missing`);
      continue;
    }
    for (const [code, truth] of Object.entries(figures)) {
      const verdict = judgeFigure(here.table, here.record, code, truth);
      tally.counts[verdict] += 1;
      if (verdict === 'wrong')
        say(
          `${truth.column}${row} ${code} “${truth.cell}” [${truth.measure}] is ${truth.value} ${truth.currency ?? ''}, read as ${found(here.record, code)} ${here.record.values.get('currency') ?? ''}`,
        );
    }
    for (const { code } of figureFields)
      if (!(code in figures) && found(here.record, code) !== null)
        say(`row ${row} ${code} is invented: ${found(here.record, code)}`);
  }
  for (const [row, { table, record }] of records)
    if (!table.rejected.has(row)) say(`row ${row} is no record: ${record.values.get('name')}`);
}

it(
  'reads or asks, and is never silently wrong',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ledgers-'));
    try {
      const tally: Tally = { counts: { right: 0, asked: 0, wrong: 0 }, wrong: [] };
      for (const book of makeBooks(folder))
        compareBook(book, await imported(folder, book.file), tally);
      const { right, asked: raised, wrong } = tally.counts;
      const share = (part: number): string =>
        `${((100 * part) / (right + raised + wrong)).toFixed(1)} %`;
      console.log(
        `${COUNT} random ledgers, ${right + raised + wrong} figures: right ${share(right)}, asked ${share(raised)}, wrong ${share(wrong)} (${tally.wrong.length} findings)`,
      );
      expect(right).toBeGreaterThan(raised);
      expect(tally.wrong.slice(0, 30)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000 + COUNT * 300,
);
