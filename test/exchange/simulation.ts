/**
 * Months of exchange between a county and its townships as they go wrong: lost, late, repeated,
 * reordered and tampered packages, kills in the middle. Held against a model that knows nothing of
 * the merge: it keeps of every cell which writes it has seen.
 */
import { Fault } from '../../main/domain/fault.ts';
import { figuresAt } from '../../main/data/progress/figures.ts';
import { indicatorById } from '../../main/data/targets/indicators.ts';
import { unitByName } from '../../main/data/units/units.ts';
import { editFigures } from '../../main/services/progress/figure-edit.ts';
import { createRecord, editRecords, removeRecords } from '../../main/services/records/edit.ts';
import { saveIndicator } from '../../main/services/targets/indicators.ts';
import type { AskedQuestion } from '../../main/services/exchange/judge.ts';
import type { PackageView } from '../../main/services/exchange/receive.ts';
import { seeded } from '../helpers/seeded.ts';
import { countyOffice, type Office, type Offices } from '../helpers/offices.ts';
import { typedIndicator } from '../helpers/indicator.ts';

export interface SimulationShape {
  readonly townships: number;
  readonly months: number;
}
export interface SimulationResult {
  readonly seed: number;
  readonly taken: number;
  readonly asked: number;
  readonly refused: number;
  /** cells in which a book is not what the model says, in words */
  readonly differences: readonly string[];
  /** questions that the model expected and nobody asked, or the other way round */
  readonly silent: readonly string[];
}

/** A cell of the model: its value, and every write that it has seen. */
interface Cell {
  readonly value: string | null;
  readonly seen: ReadonlySet<number>;
}
type Cells = Map<string, Cell>;
const EMPTY: Cell = { value: null, seen: new Set() };
const isSubset = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  [...a].every((one) => b.has(one));

interface Sent {
  readonly bytes: Uint8Array;
  readonly cells: Cells;
  readonly year: number;
  readonly month: number;
}
interface Town {
  readonly name: string;
  readonly office: Office;
  readonly cells: Cells;
  /** on their way to the county, and back */
  readonly up: Sent[];
  readonly down: Sent[];
  /** months whose task has come */
  readonly tasks: Set<string>;
  started: boolean;
}

const INDICATORS = ['固定资产投资', '实际利用内资'];
const WORDS = ['开工', '封顶', '试产', '停工'];

export class Simulation {
  readonly #random: () => number;
  readonly #county: Office;
  readonly #countyCells: Cells = new Map();
  readonly #towns: readonly Town[];
  readonly #shape: SimulationShape;
  readonly #seed: number;
  /** of each book the values that it told or heard last */
  readonly #told = new Map<Cells, Map<string, string | null>>();
  #write = 0;
  #value = 0;
  #counts = { taken: 0, asked: 0, refused: 0 };
  readonly #silent: string[] = [];

  constructor(seed: number, shape: SimulationShape, offices: Offices) {
    this.#seed = seed;
    this.#shape = shape;
    this.#random = seeded(seed);
    const names = Array.from({ length: shape.townships }, (_, at) => `第${at + 1}镇`);
    this.#county = countyOffice(offices, names);
    for (const name of INDICATORS)
      saveIndicator(this.#county.book, {
        id: null,
        indicator: typedIndicator(name, { measure: '万元', places: 0 }),
      });
    this.#towns = names.map((name) => ({
      name,
      office: offices.open(),
      cells: new Map(),
      up: [],
      down: [],
      tasks: new Set(),
      started: false,
    }));
  }

  run(): SimulationResult {
    for (let at = 0; at < this.#shape.months; at += 1) {
      const [year, month] = [2012 + Math.floor(at / 12), (at % 12) + 1];
      for (const town of this.#towns) this.#townMonth(town, year, month);
      this.#countyMonth();
    }
    this.#calm();
    return {
      seed: this.#seed,
      ...this.#counts,
      differences: this.#differences(),
      silent: this.#silent,
    };
  }

  #chance(of: number): boolean {
    return this.#random() < of;
  }
  #one<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.#random() * list.length)];
  }

  #townMonth(town: Town, year: number, month: number): void {
    const task = this.#task(town, year, month);
    // the first package has to come: without it there is no book
    if (!town.started) this.#startTown(town, task);
    else if (!this.#chance(0.15)) town.down.push(task);
    this.#deliver(town, 'down');
    for (let edits = Math.floor(this.#random() * 3); edits >= 0; edits -= 1)
      this.#edit(town, town.office, town.cells, year, month);
    if (this.#chance(0.6)) this.#edit(town, this.#county, this.#countyCells, year, month);
    if (this.#chance(0.05)) this.#sameOnBoth(town, year, month);
    if (town.tasks.has(`${year} ${month}`) && this.#chance(0.85)) {
      const sent = this.#report(town, year, month);
      // lost on the way
      if (!this.#chance(0.1)) town.up.push(sent);
      if (this.#chance(0.1)) town.up.push(sent);
    }
  }

  #countyMonth(): void {
    for (const town of this.#towns) this.#deliver(town, 'up');
  }

  /** Everybody reports once more and hears back, until nothing is on its way. */
  #calm(): void {
    const [year, month] = [
      2012 + Math.floor((this.#shape.months - 1) / 12),
      ((this.#shape.months - 1) % 12) + 1,
    ];
    for (const town of this.#towns) {
      town.up.length = 0;
      town.down.length = 0;
      for (let at = year === 2012 ? 1 : 0; at < 2; at += 1) {
        const [y, m] = at === 0 ? [2012, 12] : [year, month];
        this.#accept(town, 'down', this.#task(town, y, m));
        this.#accept(town, 'up', this.#report(town, y, m));
        this.#accept(town, 'down', this.#task(town, y, m));
      }
    }
  }

  #task(town: Town, year: number, month: number): Sent {
    const indicators = INDICATORS.map((name) => this.#idOf(this.#county, name));
    const unit = unitByName(this.#county.book.db, town.name)?.id ?? 0;
    this.#maybeKilled(this.#county, () =>
      this.#county.task({ unit, year, month, indicators, ledgers: ['project'] }),
    );
    const { bytes } = this.#county.task({ unit, year, month, indicators, ledgers: ['project'] });
    return { bytes, cells: this.#scoped(this.#countyCells, town.name, year, month), year, month };
  }
  #report(town: Town, year: number, month: number): Sent {
    this.#maybeKilled(town.office, () => town.office.report(year, month));
    const { bytes } = town.office.report(year, month);
    return { bytes, cells: this.#scoped(town.cells, town.name, year, month), year, month };
  }
  #startTown(town: Town, task: Sent): void {
    town.office.begin(task.bytes);
    for (const [key, cell] of task.cells) town.cells.set(key, cell);
    this.#tell(town.cells, task.cells);
    town.tasks.add(`${task.year} ${task.month}`);
    town.started = true;
  }

  #tell(of: Cells, cells: Cells): void {
    const told = this.#told.get(of) ?? new Map<string, string | null>();
    for (const key of cells.keys()) told.set(key, of.get(key)?.value ?? null);
    this.#told.set(of, told);
  }

  /** What a package carries: the year's figures up to the month, and all records. */
  #scoped(cells: Cells, town: string, year: number, month: number): Cells {
    const scoped = new Map(
      [...cells].filter(([key]) => {
        const [of, kind, ofYear, ofMonth] = key.split('|');
        return (
          of === town &&
          (kind === 'record' || (Number(ofYear) === year && Number(ofMonth) <= month))
        );
      }),
    );
    this.#tell(cells, scoped);
    return scoped;
  }

  #set(cells: Cells, key: string, value: string | null): void {
    this.#write += 1;
    cells.set(key, { value, seen: new Set([...(cells.get(key) ?? EMPTY).seen, this.#write]) });
  }

  #edit(town: Town, office: Office, cells: Cells, year: number, month: number): void {
    if (this.#chance(0.25)) {
      this.#editRecord(town, office, cells);
      return;
    }
    this.#value += 1;
    // an earlier month is corrected now and then, and a figure is emptied
    const at = this.#chance(0.25) ? 1 + Math.floor(this.#random() * month) : month;
    const indicator = this.#one(INDICATORS) ?? '';
    const key = `${town.name}|figure|${year}|${at}|${indicator}`;
    // typed and emptied again before anybody was told is as if nothing had been written
    const told = this.#told.get(cells)?.get(key) ?? null;
    const empties = this.#chance(0.08) && told !== null && cells.get(key)?.value === told;
    this.#typed(office, town.name, indicator, year, at, empties ? '' : String(this.#value));
    this.#set(cells, key, empties ? null : String(this.#value));
  }

  #sameOnBoth(town: Town, year: number, month: number): void {
    this.#value += 1;
    const key = `${town.name}|figure|${year}|${month}|${INDICATORS[0]}`;
    for (const [office, cells] of [
      [town.office, town.cells],
      [this.#county, this.#countyCells],
    ] as const) {
      this.#typed(office, town.name, INDICATORS[0] ?? '', year, month, String(this.#value));
      this.#set(cells, key, String(this.#value));
    }
  }

  #typed(
    office: Office,
    unit: string,
    indicator: string,
    year: number,
    month: number,
    text: string,
  ): void {
    const edit = {
      unit: unitByName(office.book.db, unit)?.id ?? 0,
      indicator: this.#idOf(office, indicator),
      part: 'month' as const,
      text,
      keep: null,
    };
    editFigures(office.book, { year, month, edits: [edit] });
  }

  /**
   * Records are told apart by a code that is never changed; each field is a cell, and whether the
   * record stands is one too.
   */
  #editRecord(town: Town, office: Office, cells: Cells): void {
    const here = recordsOf(office, town.name);
    if (here.length === 0 || this.#chance(0.4)) {
      this.#value += 1;
      const code = `P${this.#value}`;
      createRecord(office.book, 'project', [
        { code, name: `项目${this.#value}`, introducer: town.name, remark: WORDS[0] ?? '' },
      ]);
      for (const [field, value] of [
        ['', 'stands'],
        ['name', `项目${this.#value}`],
        ['remark', WORDS[0] ?? ''],
      ] as const)
        this.#set(cells, `${town.name}|record|${code}|${field}`, value);
      return;
    }
    const record = this.#one(here);
    if (record === undefined) return;
    if (this.#chance(0.15)) {
      removeRecords(office.book, 'project', [record.id]);
      const whole = `${town.name}|record|${record.code}|`;
      this.#write += 1;
      cells.set(whole, { value: null, seen: new Set([...writesOf(cells, whole), this.#write]) });
      return;
    }
    this.#value += 1;
    const field = this.#chance(0.5) ? 'name' : 'remark';
    editRecords(office.book, 'project', [{ id: record.id, field, value: `改${this.#value}` }]);
    this.#set(cells, `${town.name}|record|${record.code}|${field}`, `改${this.#value}`);
  }

  #deliver(town: Town, way: 'up' | 'down'): void {
    const line = way === 'up' ? town.up : town.down;
    // what stays behind comes later, perhaps after what was sent later
    const now = line.filter(() => !this.#chance(0.15));
    for (const one of now) line.splice(line.indexOf(one), 1);
    if (this.#chance(0.3)) now.reverse();
    for (const sent of now) {
      if (this.#chance(0.08) && !this.#tampered(town, way, sent)) continue;
      this.#accept(town, way, sent);
      // the same stick once more
      if (this.#chance(0.05)) this.#accept(town, way, sent);
    }
  }

  /**
   * A byte is turned on the way: refused, or it was one that says nothing. Answers whether the
   * package can still be delivered.
   */
  #tampered(town: Town, way: 'up' | 'down', sent: Sent): boolean {
    const bytes = Uint8Array.from(sent.bytes);
    const at = Math.floor(this.#random() * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(this.#random() * 8));
    const office = way === 'up' ? this.#county : town.office;
    try {
      office.view(bytes);
      return true;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.#counts.refused += 1;
      return this.#chance(0.5);
    }
  }

  /** Everything is written and nothing committed: as if the machine had gone down. */
  #maybeKilled(office: Office, work: () => unknown): void {
    if (!this.#chance(0.02)) return;
    const { db } = office.book;
    db.exec(
      "CREATE TEMP TRIGGER killed BEFORE INSERT ON parcel BEGIN SELECT RAISE(ABORT, 'killed'); END",
    );
    try {
      work();
    } catch {
      // what it had done is gone with it
    } finally {
      db.exec('DROP TRIGGER killed');
    }
  }

  #accept(town: Town, way: 'up' | 'down', sent: Sent): void {
    const [office, cells] =
      way === 'up' ? [this.#county, this.#countyCells] : [town.office, town.cells];
    const side = this.#chance(0.5) ? 'ours' : 'theirs';
    const expected = this.#expected(cells, sent.cells);
    const view = office.view(sent.bytes);
    const asked = view.judged.asked
      .map((question) => keyOf(office, view, question, town.name))
      .toSorted();
    if (asked.join() !== expected.open.toSorted().join())
      this.#silent.push(
        `${town.name} ${way} ${sent.year}-${sent.month}: asked ${asked.join()} instead of ${expected.open.join()}`,
      );
    this.#maybeKilled(office, () => office.accept(sent.bytes, () => side));
    office.accept(sent.bytes, () => side);
    this.#counts.taken += 1;
    this.#counts.asked += expected.open.length;
    this.#merge(cells, sent.cells, side);
    this.#tell(cells, sent.cells);
    if (way === 'down') town.tasks.add(`${sent.year} ${sent.month}`);
  }

  /** What the model would ask. */
  #expected(ours: Cells, theirs: Cells): { readonly open: readonly string[] } {
    return { open: this.#outcomes(ours, theirs).flatMap(({ key, asks }) => (asks ? [key] : [])) };
  }

  #merge(ours: Cells, theirs: Cells, side: 'ours' | 'theirs'): void {
    for (const { key, asks, cells } of this.#outcomes(ours, theirs)) {
      if (!asks) {
        for (const [one, cell] of cells) ours.set(one, cell);
        continue;
      }
      // a question about a record settles all of it; one about a cell that cell
      this.#write += 1;
      const whole = key.endsWith('|');
      const keys = whole ? new Set([...keysUnder(ours, key), ...keysUnder(theirs, key)]) : [key];
      const known = [...keys].flatMap((one) => [
        ...(ours.get(one) ?? EMPTY).seen,
        ...(theirs.get(one) ?? EMPTY).seen,
      ]);
      for (const one of keys) {
        const chosen = (side === 'ours' ? ours : theirs).get(one) ?? EMPTY;
        ours.set(one, { value: chosen.value, seen: new Set([...known, this.#write]) });
      }
    }
  }

  #outcomes(
    ours: Cells,
    theirs: Cells,
  ): readonly { readonly key: string; readonly asks: boolean; readonly cells: Cells }[] {
    const outcomes: { key: string; asks: boolean; cells: Cells }[] = [];
    for (const [key, cell] of theirs) {
      const [, kind, , field] = key.split('|');
      if (kind === 'figure') outcomes.push(cellOutcome(key, ours.get(key) ?? EMPTY, cell));
      else if (field === '') outcomes.push(...recordOutcomes(key, ours, theirs));
    }
    return outcomes;
  }

  #idOf(office: Office, indicator: string): number {
    return Number(
      office.book.db.prepare('SELECT id FROM indicator WHERE name = ?').pluck().get(indicator),
    );
  }

  #differences(): readonly string[] {
    const found: string[] = [];
    for (const town of this.#towns) {
      const own = new Map(
        [...this.#countyCells].filter(([key]) => key.startsWith(`${town.name}|`)),
      );
      for (const [of, office, cells] of [
        ['县', this.#county, own],
        ['镇', town.office, town.cells],
      ] as const) {
        const [told, stands] = [living(cells), inBook(office, town.name)];
        for (const key of new Set([...told.keys(), ...stands.keys()]))
          if (told.get(key) !== stands.get(key))
            found.push(`${of} ${key}: ${stands.get(key)} instead of ${told.get(key)}`);
      }
    }
    return found;
  }
}

/**
 * The model's name of what a question is about: a record by its code, a figure by its month and
 * indicator.
 */
function keyOf(
  office: Office,
  { read, judged }: PackageView,
  { table, gid, field }: AskedQuestion,
  town: string,
): string {
  if (table === 'figure') {
    const [, indicator = '', , year, month] = gid.split('~');
    const id = judged.finding.idOf('indicator', indicator) ?? 0;
    return `${town}|figure|${year}|${month}|${indicatorById(office.book.db, id)?.name ?? ''}`;
  }
  const code = read.rows.find((one) => one.row.gid === gid)?.row.fields['code']?.value ?? gid;
  return `${town}|record|${code}|${field ?? ''}`;
}

const keysUnder = (cells: Cells, record: string): readonly string[] =>
  [...cells.keys()].filter((key) => key.startsWith(record));

function cellOutcome(
  key: string,
  ours: Cell,
  theirs: Cell,
): { key: string; asks: boolean; cells: Cells } {
  if (ours.value === theirs.value)
    return {
      key,
      asks: false,
      cells: new Map([[key, { value: ours.value, seen: new Set([...ours.seen, ...theirs.seen]) }]]),
    };
  if (isSubset(ours.seen, theirs.seen))
    return { key, asks: false, cells: new Map([[key, theirs]]) };
  return { key, asks: !isSubset(theirs.seen, ours.seen), cells: new Map() };
}

const writesOf = (cells: Cells, record: string): ReadonlySet<number> =>
  new Set(keysUnder(cells, record).flatMap((key) => [...(cells.get(key) ?? EMPTY).seen]));

/** Whether the record stands, and where it does on both sides its fields. */
function recordOutcomes(
  key: string,
  ours: Cells,
  theirs: Cells,
): readonly { key: string; asks: boolean; cells: Cells }[] {
  const [own, other] = [ours.get(key), theirs.get(key) ?? EMPTY];
  const all = (cells: Cells): Cells =>
    new Map(keysUnder(cells, key).map((one) => [one, cells.get(one) ?? EMPTY]));
  if (own === undefined) return [{ key, asks: false, cells: all(theirs) }];
  if (own.value !== null && other.value !== null)
    return keysUnder(theirs, key)
      .filter((one) => one !== key)
      .map((one) => cellOutcome(one, ours.get(one) ?? EMPTY, theirs.get(one) ?? EMPTY));
  if (own.value === null && other.value === null) return [];
  if (own.value !== null)
    return isSubset(writesOf(ours, key), other.seen)
      ? [{ key, asks: false, cells: all(theirs) }]
      : [{ key, asks: true, cells: new Map() }];
  // it was decided there, in the knowledge of the removal here, that the record stands
  if (isSubset(own.seen, other.seen)) return [{ key, asks: false, cells: all(theirs) }];
  return isSubset(writesOf(theirs, key), own.seen) ? [] : [{ key, asks: true, cells: new Map() }];
}

/** What is to stand in the book: figures that say something, fields of records that stand. */
function living(cells: Cells): ReadonlyMap<string, string> {
  return new Map(
    [...cells].flatMap(([key, { value }]) => {
      const [town, kind, code] = key.split('|');
      const isGone = kind === 'record' && cells.get(`${town}|record|${code}|`)?.value == null;
      return value === null || isGone ? [] : [[key, value] as const];
    }),
  );
}

function inBook(office: Office, town: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const { db } = office.book;
  const unit = unitByName(db, town)?.id ?? 0;
  const indicators = new Map(
    (db.prepare('SELECT id, name FROM indicator').all() as { id: number; name: string }[]).map(
      ({ id, name }) => [id, name],
    ),
  );
  for (const year of [2012, 2013])
    for (let month = 1; month <= 12; month += 1)
      for (const row of figuresAt(db, year, month))
        if (row.unit === unit && row.monthKind === 'typed' && row.monthValue !== null)
          found.set(
            `${town}|figure|${year}|${month}|${indicators.get(row.indicator) ?? ''}`,
            String(row.monthValue / 1_000_000n),
          );
  for (const { code, name, remark } of recordsOf(office, town)) {
    found.set(`${town}|record|${code}|`, 'stands');
    found.set(`${town}|record|${code}|name`, name);
    found.set(`${town}|record|${code}|remark`, remark);
  }
  return found;
}

interface TownRecord {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly remark: string;
}
const recordsOf = (office: Office, town: string): readonly TownRecord[] =>
  office.book.db
    .prepare(
      'SELECT project.id, code, project.name, remark FROM project JOIN unit ON unit.id = introducer WHERE unit.name = ? ORDER BY project.id',
    )
    .all(town) as TownRecord[];
