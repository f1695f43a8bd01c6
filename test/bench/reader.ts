/**
 * Our reader of workbooks against the npm readers, against inflating alone, and on files that only
 * look large: each run in a process of its own, every reader held to the same rows and sums.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostileCases } from '../importing/readers/hostile-cases.ts';
import { median, ratio, type Measured } from './measure.ts';
import { officeWorkbook, type Expected } from './office-workbook.ts';
import type { Run } from './reader-child.ts';

const ROUNDS = 5;
const WARM_UP_ROWS = 2000;
/** our reader in a process that has read nothing before */
const COLD = 'own, cold';
const CHILD = fileURLToPath(new URL('./reader-child.ts', import.meta.url));
const FOLDER = fileURLToPath(new URL('../../out/bench/', import.meta.url));
export const NPM = ['hucre', 'read-excel-file', 'sheetjs'];
const HOSTILE = ['9 whole-column drop-downs', '8,000 merges', '1,048,576 formatted rows'];
const [MOST_SECONDS, MOST_MEGABYTES] = [1, 300];

/** One reading in a process of its own, after another as warm-up where one is named. */
export const readOnce = (reader: string, file: string, ...warmUp: readonly string[]): Run =>
  JSON.parse(
    execFileSync(process.execPath, ['--no-warnings', CHILD, reader, file, ...warmUp], {
      encoding: 'utf8',
      maxBuffer: 1 << 24,
    }),
  ) as Run;

function same(run: Run, expected: Expected, reader: string): Run {
  if (
    run.rows !== expected.rows ||
    run.cells !== expected.cells ||
    run.characters !== expected.characters ||
    run.hundredths !== expected.hundredths
  )
    throw new Error(
      `${reader} reads another table: ${JSON.stringify(run)}, not ${JSON.stringify(expected)}`,
    );
  return run;
}

async function benchSpeed(rows: number): Promise<readonly Measured[]> {
  const [file, small] = [
    join(FOLDER, `ledger-${rows}.xlsx`),
    join(FOLDER, `ledger-${WARM_UP_ROWS}.xlsx`),
  ];
  const expected = await officeWorkbook(file, rows);
  await officeWorkbook(small, WARM_UP_ROWS);
  const times = new Map<string, number[]>(
    ['own', COLD, 'inflate', ...NPM].map((reader) => [reader, []]),
  );
  for (let round = 0; round < ROUNDS; round++) {
    for (const [reader, list] of times) {
      const run = reader === COLD ? readOnce('own', file) : readOnce(reader, file, small);
      if (reader !== 'inflate') same(run, expected, reader);
      list.push(run.milliseconds);
    }
  }
  // of each side the best round: other work on the machine makes a round slower, never faster
  const of = (reader: string): number => Math.min(...(times.get(reader) ?? []));
  const fastest = NPM.reduce((best, reader) => (of(reader) < of(best) ? reader : best));
  const size = `${rows / 10_000}万行×30列，各自热过身、${ROUNDS}轮取最好`;
  return [
    ratio(`读${size} ÷ read-excel-file`, of('own'), of('read-excel-file'), 0.25),
    ratio(`读${size} ÷ 只解压`, of('own'), of('inflate'), 3),
    ratio('同上，程序刚启动、还没读过别的表', of(COLD), of('inflate'), null),
    ratio(`读${size} ÷ 最快的npm读取程序（${fastest}）`, of('own'), of(fastest), null),
  ];
}

async function benchMemory(rows: number): Promise<Measured> {
  const file = join(FOLDER, `ledger-${rows}.xlsx`);
  const expected = await officeWorkbook(file, rows);
  const own = same(readOnce('own', file), expected, 'own').megabytes;
  const theirs = same(readOnce('exceljs', file), expected, 'exceljs').megabytes;
  return {
    name: `读${rows / 10_000}万行×30列的内存峰值 ÷ exceljs`,
    value: `${(own / theirs).toFixed(2)}×（${Math.round(own)} / ${Math.round(theirs)} MB）`,
    limit: '≤ 0.2×',
    ok: own <= theirs * 0.2,
  };
}

function benchHostile(): readonly Measured[] {
  return hostileCases()
    .filter(({ name }) => HOSTILE.includes(name))
    .map(({ name, make }) => {
      const file = join(FOLDER, `${name}.xlsx`);
      writeFileSync(file, make());
      const runs = Array.from({ length: 3 }, () => readOnce('own', file));
      const [seconds, megabytes] = [
        median(runs.map((run) => run.milliseconds)) / 1000,
        median(runs.map((run) => run.megabytes)),
      ];
      return {
        name: `读：${name}`,
        value: `${seconds.toFixed(2)} s，${Math.round(megabytes)} MB`,
        limit: `≤ ${MOST_SECONDS} s，≤ ${MOST_MEGABYTES} MB`,
        ok: seconds <= MOST_SECONDS && megabytes <= MOST_MEGABYTES,
      };
    });
}

export async function benchReader(): Promise<readonly Measured[]> {
  mkdirSync(FOLDER, { recursive: true });
  return [...(await benchSpeed(50_000)), await benchMemory(100_000), ...benchHostile()];
}
