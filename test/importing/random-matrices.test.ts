/**
 * Random target tables and matrices: every figure is read right, with its unit, indicator and part,
 * or asked about. RANDOM_LEDGERS sets how many.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { compare } from '../../main/domain/exact/decimal.ts';
import { inspectWorkbook } from '../../main/importing/recognise/inspect.ts';
import type { TableFact } from '../../main/domain/targets/fact.ts';
import type { MappedTable } from '../../main/importing/sheet/mapped.ts';
import { readWorkbook } from '../../main/importing/readers/index.ts';

const SCRIPT = fileURLToPath(new URL('random_matrices.py', import.meta.url));
const COUNT = Math.ceil(Number(process.env['RANDOM_LEDGERS'] ?? 150) / 3);
const SEED = process.env['RANDOM_SEED'] ?? '2013';

interface Truth {
  readonly row: number;
  readonly column: string;
  readonly unit: string;
  readonly indicator: string;
  readonly part: string;
  readonly cell: string;
  /** in `measure`; null: nothing stands there; "?": a question is due */
  readonly value: string | null;
  readonly measure: string | null;
}
interface TrueBooks {
  readonly units: readonly string[];
  readonly books: readonly {
    readonly file: string;
    readonly year: number;
    readonly facts: readonly Truth[];
  }[];
}

function asked(table: MappedTable | undefined, truth: Truth): boolean {
  return (
    table === undefined ||
    table.kind === 'unknown' ||
    table.issues.some(
      (one) =>
        (one.level === 'question' || one.level === 'error') &&
        (one.row === truth.row ||
          (one.row === 0 && (one.column === truth.column || one.column === null))),
    )
  );
}

const isRight = (fact: TableFact, truth: Truth, year: number): boolean =>
  truth.value !== null &&
  truth.value !== '?' &&
  fact.unit === truth.unit &&
  fact.indicator === truth.indicator &&
  fact.part === truth.part &&
  fact.measure === truth.measure &&
  compare(fact.value, truth.value) === 0 &&
  fact.year === (truth.part === 'base' ? year - 1 : year);

function verdict(
  table: MappedTable | undefined,
  fact: TableFact | undefined,
  truth: Truth,
  year: number,
): 'right' | 'asked' | 'wrong' {
  if (fact === undefined)
    return truth.value === null ? 'right' : asked(table, truth) ? 'asked' : 'wrong';
  if (isRight(fact, truth, year)) return 'right';
  return asked(table, truth) && table?.rejected.has(truth.row) === true ? 'asked' : 'wrong';
}

it(
  'reads or asks, and is never silently wrong',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'matrices-'));
    try {
      execFileSync('/usr/bin/python3', ['-B', SCRIPT, folder, String(COUNT), SEED], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const { units, books } = JSON.parse(
        readFileSync(join(folder, 'matrices.json'), 'utf8'),
      ) as TrueBooks;
      const counts = { right: 0, asked: 0, wrong: 0 };
      const wrong: string[] = [];
      for (const { file, year, facts } of books) {
        const { tables } = inspectWorkbook(
          await readWorkbook(readFileSync(join(folder, file)), file),
          file,
          {
            units: units.map((name, at) => ({ id: at + 1, name, aliases: [] })),
            county: '',
            answers: [],
          },
        );
        const [table] = tables;
        const read = new Map(
          (table?.facts ?? []).map((fact) => [`${fact.column}${fact.row}`, fact]),
        );
        for (const truth of facts) {
          const place = `${truth.column}${truth.row}`;
          const fact = read.get(place);
          read.delete(place);
          const one = verdict(table, fact, truth, year);
          counts[one] += 1;
          if (one === 'wrong')
            wrong.push(
              `${file} ${place} “${truth.cell}” is ${truth.unit} ${truth.indicator} ${truth.part} ${truth.value} ${truth.measure}, read as ${fact === undefined ? 'nothing' : [fact.unit, fact.indicator, fact.part, fact.year, fact.value, fact.measure].join(' ')}`,
            );
        }
        for (const place of read.keys()) wrong.push(`${file} ${place} is invented`);
      }
      const all = counts.right + counts.asked + counts.wrong;
      const share = (part: number): string => `${((100 * part) / all).toFixed(1)} %`;
      console.log(
        `${COUNT} random matrices, ${all} figures: right ${share(counts.right)}, asked ${share(counts.asked)}, wrong ${share(counts.wrong)} (${wrong.length} findings)`,
      );
      expect(counts.right).toBeGreaterThan(counts.asked);
      expect(wrong.slice(0, 30)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000 + COUNT * 300,
);
