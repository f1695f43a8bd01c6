/**
 * Anything done after anything, taken back, done again, gone back from: after each step the book is
 * what a model of its rows says. `UNDO_RUNS=50 UNDO_OPERATIONS=100` is the full size.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { closeDatabase, openDatabase, type Reader } from '../../main/data/open.ts';
import { lastChange } from '../../main/data/records/history.ts';
import { Fault } from '../../main/domain/fault.ts';
import { checkBook } from '../../main/maintenance/check.ts';
import type { Book } from '../../main/services/book/book.ts';
import { recordRules } from '../../main/services/rules.ts';
import {
  goBackTo,
  redoChange,
  takeBackListed,
  undoChange,
} from '../../main/services/records/undo.ts';
import { countyBook, SMALL } from '../helpers/county.ts';
import { rowsOfBook } from '../helpers/dump.ts';
import { operate, OPERATIONS } from '../helpers/operations.ts';
import { seeded } from '../helpers/seeded.ts';

const RUNS = Number(process.env['UNDO_RUNS'] ?? 3);
const STEPS = Number(process.env['UNDO_OPERATIONS'] ?? 60);
const SEED = Number(process.env['UNDO_SEED'] ?? 1);

/** ends only what waits in vain */
const MOST_MS = 240_000 + RUNS * STEPS * 400;

/** What is no content: the log of changes, and what imports left beside the rows. */
const NOT_CONTENT = /^(change|audit|import|import_table|import_left_out|origin)$/;

type Cells = readonly (string | null)[];
/** By table and row: what stands in its columns. */
type Dump = ReadonlyMap<string, Cells>;
type Difference = ReadonlyMap<
  string,
  readonly [before: Cells | undefined, after: Cells | undefined]
>;

const dumpOf = (db: Reader): Dump =>
  new Map(
    [...rowsOfBook(db, NOT_CONTENT)].map(([table, row]) => [
      `${table} ${String(row['id'])}`,
      Object.values(row).map((value) => (value === null ? null : String(value))),
    ]),
  );

const isSame = (one: Cells, other: Cells): boolean => one.every((cell, at) => cell === other[at]);

function difference(before: Dump, after: Dump): Difference {
  const found = new Map<string, readonly [Cells | undefined, Cells | undefined]>();
  for (const [key, cells] of before) {
    const now = after.get(key);
    if (now === undefined || !isSame(cells, now)) found.set(key, [cells, now]);
  }
  for (const [key, cells] of after) if (!before.has(key)) found.set(key, [undefined, cells]);
  return found;
}

/**
 * The dump with a difference put in (`side` 1) or taken out again (0): of a row that stands on both
 * sides only the columns that differ.
 */
function put(dump: Dump, by: Difference, side: 0 | 1): Dump {
  const made = new Map(dump);
  for (const [key, sides] of by) {
    const [wanted, other] = [sides[side], sides[side === 0 ? 1 : 0]];
    const here = made.get(key);
    if (wanted === undefined) made.delete(key);
    else if (here === undefined || other === undefined) made.set(key, wanted);
    else
      made.set(
        key,
        here.map((cell, at) => (wanted[at] === other[at] ? cell : (wanted[at] ?? null))),
      );
  }
  return made;
}

interface Step {
  readonly change: number;
  readonly by: Difference;
  /** of going back to a moment: what was in force before and after it */
  readonly force: readonly [readonly Step[], readonly Step[]] | null;
}

/** What the book should be, and which steps are in force, told without the program's own log. */
class Model {
  dump: Dump;
  #inForce: readonly Step[] = [];
  #takenBack: readonly Step[] = [];
  readonly #moments = new Map<number, { readonly dump: Dump; readonly force: readonly Step[] }>();

  constructor(dump: Dump, change: number) {
    this.dump = dump;
    this.note(change);
  }
  note(change: number): void {
    this.#moments.set(change, { dump: this.dump, force: this.#inForce });
  }
  get newest(): Step | undefined {
    return this.#inForce.at(-1);
  }
  get newestTakenBack(): Step | undefined {
    return this.#takenBack.at(-1);
  }
  get inForce(): readonly Step[] {
    return this.#inForce;
  }
  get moments(): readonly number[] {
    return [...this.#moments.keys()];
  }
  did(change: number, after: Dump): void {
    this.#inForce = [...this.#inForce, { change, by: difference(this.dump, after), force: null }];
    this.#takenBack = [];
    this.dump = after;
  }
  takeBack(step: Step): void {
    this.dump = put(this.dump, step.by, 0);
    const others = this.#inForce.filter((one) => one !== step);
    this.#inForce =
      step.force === null
        ? others
        : [...step.force[0], ...others.filter((one) => one.change > step.change)];
    this.#takenBack = [...this.#takenBack, step];
  }
  redo(): void {
    const step = this.#takenBack.at(-1);
    if (step === undefined) return;
    this.dump = put(this.dump, step.by, 1);
    this.#inForce =
      step.force?.[1] ??
      [...this.#inForce, step].toSorted((one, other) => one.change - other.change);
    this.#takenBack = this.#takenBack.slice(0, -1);
  }
  goBack(moment: number, change: number): void {
    const at = this.#moments.get(moment);
    if (at === undefined) throw new Error(`no moment ${moment}`);
    const step = {
      change,
      by: difference(this.dump, at.dump),
      force: [this.#inForce, at.force] as [readonly Step[], readonly Step[]],
    };
    step.force[1] = [...at.force, step];
    this.#inForce = step.force[1];
    this.#takenBack = [];
    this.dump = at.dump;
  }
}

const isRefused = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
};

/** One step, in the book and in the model; answers its name. */
function step(book: Book, model: Model, next: () => number, at: number): string {
  const kind = next();
  if (kind < 0.6) {
    const before = lastChange(book.db);
    const { name, done } = operate(book, next, at);
    const change = lastChange(book.db);
    if (change > before) model.did(change, dumpOf(book.db));
    return done ? name : `${name} refused`;
  }
  if (kind < 0.78) {
    const [newest] = [model.newest];
    const code = isRefused(() => undoChange(book));
    if (code === null && newest !== undefined) model.takeBack(newest);
    // nothing of this sitting, what others may have acted on
    else if (code === 'undo.nothing') expect(newest).toBeUndefined();
    else expect(code).toBe('undo.ownButton');
    return `undo ${code ?? ''}`;
  }
  if (kind < 0.88) {
    const code = isRefused(() => redoChange(book));
    expect(code).toBe(model.newestTakenBack === undefined ? 'undo.nothing' : null);
    model.redo();
    return `redo ${code ?? ''}`;
  }
  if (kind < 0.96) {
    const chosen = model.inForce[Math.floor(next() * model.inForce.length)];
    if (chosen === undefined) return 'nothing to take back';
    const code = isRefused(() => takeBackListed(book, chosen.change));
    if (code === null) model.takeBack(chosen);
    else expect(code).toBe('undo.changedLater');
    return `take back ${chosen.change} ${code ?? ''}`;
  }
  const moments = model.moments.filter((one) => one !== lastChange(book.db));
  const moment = moments[Math.floor(next() * moments.length)];
  if (moment === undefined) return 'no moment';
  goBackTo(book, moment);
  model.goBack(moment, lastChange(book.db));
  return `go back to ${moment}`;
}

function openCopy(of: string, folder: string, name: string): Book {
  const file = join(folder, name);
  copyFileSync(of, file);
  const db = openDatabase(file);
  db.pragma('synchronous = OFF');
  return {
    db,
    clock: () => new Date('2012-10-08T02:00:00Z'),
    who: '王敏',
    changed: () => undefined,
    rules: recordRules,
    undoFloor: lastChange(db),
  };
}

test(
  `${RUNS} runs of ${STEPS} steps over everything that an office does: the book is what the model says after each`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'county-planner-undo-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const template = join(folder, 'template.db');
    countyBook(SMALL).db.prepare('VACUUM INTO ?').run(template);
    const told = new Map<string, number>();
    for (let seed = SEED; seed < SEED + RUNS; seed += 1) {
      const next = seeded(seed);
      const book = openCopy(template, folder, `${seed}.db`);
      const model = new Model(dumpOf(book.db), lastChange(book.db));
      const names: string[] = [];
      for (let at = 1; at <= STEPS; at += 1) {
        const name = step(book, model, next, at);
        names.push(name);
        told.set(name.replace(/ \d+/, ''), (told.get(name.replace(/ \d+/, '')) ?? 0) + 1);
        const wrong = [...difference(model.dump, dumpOf(book.db))];
        expect([seed, at, names.slice(-6), wrong.slice(0, 5)]).toEqual([
          seed,
          at,
          names.slice(-6),
          [],
        ]);
        model.note(lastChange(book.db));
      }
      expect([seed, checkBook(book.db, true).faults]).toEqual([seed, []]);
      closeDatabase(book.db);
    }
    if (RUNS * STEPS < 1000) return;
    // a run in which most is refused shows nothing
    for (const name of Object.keys(OPERATIONS))
      expect([name, told.get(name) ?? 0]).not.toEqual([name, 0]);
  },
  MOST_MS,
);
