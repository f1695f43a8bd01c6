/**
 * Broken and hostile files: none ends the process, takes ten seconds or a gigabyte; each is refused
 * by a known fault or read, and a mutated table is never read differently.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hostileCases } from './hostile-cases.ts';
import type { Told } from './hostile-child.ts';

const CHILD = fileURLToPath(new URL('./hostile-child.ts', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../../../resources/samples/', import.meta.url));
const CODES = ['import.damaged', 'import.encrypted', 'import.notWorkbook', 'import.tooLarge'];
const MOST_MILLISECONDS = 10_000;
/** a child that says nothing for so long hangs, however busy the machine is */
const SILENT = 60_000;
const MOST_MEGABYTES = 1024;
const CHILDREN = 2;

const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
/** Every third of them; `HOSTILE=1` all. */
const EVERY = process.env['HOSTILE'] === undefined ? 3 : 1;
const all = hostileCases();
const cases = all.filter((_, at) => at % EVERY === 0);
const samples = readdirSync(SAMPLES).filter((name) => name.endsWith('.xlsx'));
let told: readonly Told[] = [];

/**
 * Every nth file from one on. A child that ends or hangs is told as such for the file it had in
 * hand, and another takes up behind it.
 */
async function share(first: number): Promise<readonly Told[]> {
  const count = cases.length + samples.length;
  const list: Told[] = [];
  for (let from = first; from < count; from = (list.at(-1)?.at ?? count) + CHILDREN) {
    const child = spawn(
      process.execPath,
      ['--no-warnings', CHILD, folder, String(from), String(CHILDREN), String(count)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let next = from;
    let watchdog = setTimeout(() => child.kill('SIGKILL'), SILENT);
    for await (const line of createInterface(child.stdout)) {
      clearTimeout(watchdog);
      const one = JSON.parse(line) as Told;
      list.push(one);
      next = one.at + CHILDREN;
      watchdog = setTimeout(() => child.kill('SIGKILL'), SILENT);
    }
    clearTimeout(watchdog);
    if (next < count)
      list.push({ at: next, outcome: 'the process ended', milliseconds: 0, megabytes: 0 });
  }
  return list;
}

beforeAll(async () => {
  cases.forEach((one, at) => writeFileSync(join(folder, String(at)), one.make()));
  samples.forEach((name, at) =>
    writeFileSync(join(folder, String(cases.length + at)), readFileSync(SAMPLES + name)),
  );
  told = (await Promise.all(Array.from({ length: CHILDREN }, (_, at) => share(at)))).flat();
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const nameOf = (at: number): string => cases[at]?.name ?? `${samples[at - cases.length]} itself`;
const named = (list: readonly Told[], what: (one: Told) => string): string[] =>
  list.map((one) => `${nameOf(one.at)}: ${what(one)}`);

it('each of the files is refused with a sentence of its own, or read', () => {
  const counts = new Map<string, number>();
  for (const { at, outcome } of told)
    if (at < cases.length)
      counts.set(outcome.split(' ')[0] ?? '', (counts.get(outcome.split(' ')[0] ?? '') ?? 0) + 1);
  const slowest = told.reduce((most, one) => (one.milliseconds > most.milliseconds ? one : most));
  console.log(
    `${cases.length} hostile files: ${[...counts].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}; slowest ${(slowest.milliseconds / 1000).toFixed(1)} s (${nameOf(slowest.at)}), most memory ${Math.round(Math.max(...told.map((one) => one.megabytes)))} MB`,
  );
  expect(all.length).toBeGreaterThanOrEqual(300);
  expect(told.map((one) => one.at).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: cases.length + samples.length }, (_, at) => at),
  );
  expect(
    named(
      told.filter((one) => !one.outcome.startsWith('read ') && !CODES.includes(one.outcome)),
      (one) => one.outcome,
    ),
  ).toEqual([]);
});

it('none hangs or takes a gigabyte', () => {
  expect(
    named(
      told.filter((one) => one.milliseconds > MOST_MILLISECONDS),
      (one) => `${one.milliseconds} ms`,
    ),
  ).toEqual([]);
  expect(
    named(
      told.filter((one) => one.megabytes > MOST_MEGABYTES),
      (one) => `${one.megabytes} MB`,
    ),
  ).toEqual([]);
});

it('a workbook with other bits is refused, or read as it was', () => {
  const outcome = new Map(told.map((one) => [one.at, one.outcome]));
  const different = samples.flatMap((sample, at) => {
    const original = outcome.get(cases.length + at) ?? '';
    expect(original).toMatch(/^read /);
    return cases.flatMap((one, place) =>
      one.name.endsWith(sample) &&
      outcome.get(place)?.startsWith('read ') === true &&
      outcome.get(place) !== original
        ? [one.name]
        : [],
    );
  });
  expect(different).toEqual([]);
});
