/**
 * Random offices, several senders over several months: every figure is read right, asked about or
 * named as left out; none is silently wrong or lost. OFFICE_BOOKS sets how many workbooks,
 * OFFICE_SEED the first office's seed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import type { PlacedIssue } from '../../preload/contract/imports.ts';
import { Fault } from '../../main/domain/fault.ts';
import { testSession, type TestSession } from '../helpers/session.ts';
import { storedFigures, storedProjects, type StoredProject } from './offices/stored.ts';
import {
  inPlain,
  makeOffices,
  slotsOf,
  type TrueField,
  type TrueFigure,
  type TrueFile,
  type TrueOffice,
} from './offices/truth.ts';

const BOOKS = Number(process.env['OFFICE_BOOKS'] ?? 100);
const SEED = Number(process.env['OFFICE_SEED'] ?? 2013);
/** where the whole account goes, for looking into it */
const ACCOUNT = process.env['OFFICE_ACCOUNT'];

const VERDICTS = ['right', 'asked', 'told', 'lost', 'wrong'] as const;
type Verdict = (typeof VERDICTS)[number];
interface Line {
  readonly seed: number;
  readonly file: string;
  readonly layout: string;
  readonly verdict: Verdict;
  readonly what: string;
}

/** What an import said: on a cell, a row, a column (row 0) or a whole sheet. */
class Said {
  readonly refused: boolean;
  readonly questions: readonly PlacedIssue[];
  readonly told: readonly PlacedIssue[];
  constructor(refused: boolean, questions: readonly PlacedIssue[], told: readonly PlacedIssue[]) {
    this.refused = refused;
    this.questions = questions;
    this.told = told;
  }
  of(
    file: TrueFile,
    at: { sheet: string; row: number; column: string },
  ): { readonly verdict: 'asked' | 'told'; readonly words: string } | null {
    const about = (one: PlacedIssue): boolean =>
      one.file === basename(file.path) &&
      one.sheet === at.sheet &&
      (one.row === 0 || one.row === at.row) &&
      (one.column === null || one.column === at.column);
    const asked = this.questions.find(about);
    if (asked !== undefined) return { verdict: 'asked', words: asked.message };
    const told = this.told.find(about);
    return told === undefined && !this.refused
      ? null
      : { verdict: 'told', words: told?.message ?? 'refused' };
  }
}

async function importStep(session: TestSession, files: readonly TrueFile[]): Promise<Said> {
  try {
    const draft = await session.ask('imports.open', { files: files.map(({ path }) => path) });
    const { questions, warnings, leftOut } = await session.ask('imports.commit', {
      draft: draft.id,
      onlyValid: true,
    });
    return new Said(false, questions, [...warnings, ...leftOut]);
  } catch (fault) {
    if (fault instanceof Fault && fault.code.startsWith('import.')) return new Said(true, [], []);
    throw fault;
  }
}

/** One office's books, month after month, each figure judged after its own import. */
class Account {
  readonly lines: Line[] = [];
  /** slots and fields that some book rightly stated, over all steps */
  private readonly slots = new Set<string>();
  private readonly totals = new Set<string>();
  private readonly named = new Map<string, Set<string>>();
  private readonly office: TrueOffice;
  constructor(office: TrueOffice) {
    this.office = office;
  }

  private add(file: TrueFile, verdict: Verdict, what: string): void {
    this.lines.push({
      seed: this.office.seed,
      file: basename(file.path),
      layout: file.layout,
      verdict,
      what,
    });
  }

  /** Not stored as it should be, and nothing wrong stored: what was said of it. */
  private absent(file: TrueFile, said: Said, at: TrueFigure | TrueField, what: string): void {
    const found = said.of(file, at);
    // what has no place in the book is rightly named as left out
    if (at.value === null && found !== null) this.add(file, 'right', what);
    else this.add(file, found?.verdict ?? 'lost', `${what}: ${found?.words ?? 'not a word'}`);
  }

  figure(file: TrueFile, said: Said, stored: ReadonlyMap<string, string>, truth: TrueFigure): void {
    const slots = slotsOf(truth);
    const what = `${truth.sheet}!${truth.column}${truth.row} “${truth.cell}” is ${slots[0]} ${truth.value ?? 'nothing'}${truth.measure}`;
    if (truth.value === null) return this.absent(file, said, truth, what);
    for (const slot of slots) this.slots.add(slot);
    const have = slots.map((slot) => stored.get(slot)).filter((value) => value !== undefined);
    if (have.includes(inPlain(truth.value, truth.measure)))
      return this.add(file, said.of(file, truth)?.verdict === 'asked' ? 'asked' : 'right', what);
    if (have.length > 0) return this.add(file, 'wrong', `${what}, stored as ${have.join()}`);
    this.absent(file, said, truth, what);
  }

  field(
    file: TrueFile,
    said: Said,
    stored: ReadonlyMap<string, readonly StoredProject[]>,
    truth: TrueField,
  ): void {
    const [project, ...more] = stored.get(truth.name) ?? [];
    const what = `${truth.sheet}!${truth.column}${truth.row} “${truth.cell}” is ${truth.name} ${truth.field ?? 'no field'} ${truth.value ?? ''}`;
    const fields = this.named.get(truth.name) ?? new Set<string>();
    this.named.set(truth.name, fields);
    if (more.length > 0) return this.add(file, 'wrong', `${what}: ${more.length + 1} records`);
    if (truth.field === null) {
      if (Object.values(project?.extra ?? {}).includes(truth.cell))
        return this.add(file, 'right', what);
      return this.absent(file, said, truth, what);
    }
    fields.add(truth.field);
    const have = project?.values[truth.field] ?? null;
    if (have === null) return this.absent(file, said, truth, what);
    if (Number(have) === Number(truth.value))
      return this.add(file, said.of(file, truth)?.verdict === 'asked' ? 'asked' : 'right', what);
    this.add(file, 'wrong', `${what}, stored as ${String(have)}`);
  }

  /** Whatever stands in the book and no book states. */
  invented(
    file: TrueFile,
    figures: ReadonlyMap<string, string>,
    projects: ReadonlyMap<string, readonly StoredProject[]>,
  ): void {
    for (const [slot, value] of figures) {
      const [unit, indicator] = slot.split('|');
      if (!this.slots.has(slot) && !this.totals.has(`${unit}|${indicator}|${value}`)) {
        this.add(file, 'wrong', `invented: ${slot} ${value}`);
        this.slots.add(slot);
      }
    }
    for (const [name, list] of projects) {
      const fields = this.named.get(name);
      if (fields === undefined) {
        this.add(file, 'wrong', `invented: the project ${name}`);
        this.named.set(name, new Set());
        continue;
      }
      for (const code of MONEY)
        if (!fields.has(code) && list[0]?.values[code] != null) {
          this.add(file, 'wrong', `invented: ${name} ${code} ${String(list[0].values[code])}`);
          fields.add(code);
        }
    }
  }

  async step(session: TestSession, files: readonly TrueFile[]): Promise<void> {
    const said = await importStep(session, files);
    const [figures, projects] = [storedFigures(session), await storedProjects(session)];
    for (const file of files) {
      for (const { unit, indicator, value, measure } of file.totals)
        if (value !== 'never') this.totals.add(`${unit}|${indicator}|${inPlain(value, measure)}`);
      for (const truth of file.figures) this.figure(file, said, figures, truth);
      for (const truth of file.fields) this.field(file, said, projects, truth);
    }
    const [file] = files;
    if (file !== undefined) this.invented(file, figures, projects);
  }
}
const MONEY = [
  'total_investment',
  'contract_amount',
  'planned_this_year',
  'invested_this_year',
  'invested_total',
  'arrived_total',
  'expected_output',
  'expected_tax',
  'jobs',
  'land_mu',
];

it(
  'are read right, asked about or told, and never silently wrong or lost',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'offices-'));
    try {
      const lines: Line[] = [];
      for (const office of makeOffices(folder, BOOKS, SEED)) {
        const session = await testSession(office.units);
        const account = new Account(office);
        for (const { files } of office.steps) await account.step(session, files);
        lines.push(...account.lines);
      }
      if (ACCOUNT !== undefined) writeFileSync(ACCOUNT, JSON.stringify(lines));
      const count = (verdict: Verdict): number =>
        lines.filter((line) => line.verdict === verdict).length;
      console.log(
        `random offices from seed ${SEED}, ${BOOKS} books, ${lines.length} figures: ${VERDICTS.map((verdict) => `${verdict} ${count(verdict)} (${((100 * count(verdict)) / lines.length).toFixed(1)} %)`).join(', ')}`,
      );
      expect(
        lines.filter(({ verdict }) => verdict === 'wrong' || verdict === 'lost').slice(0, 30),
      ).toEqual([]);
      expect(count('right') / lines.length).toBeGreaterThanOrEqual(0.9);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000 + BOOKS * 1_000,
);
