/**
 * Figures of target tables and monthly matrices: what importing them would change, and writing it
 * with where each came from.
 */
import type { PlannedChange } from '../../../preload/contract/imports.ts';
import { columnKey } from '../../data/progress/fact-origins.ts';
import { closedMonths } from '../../data/progress/figures.ts';
import { recordOrigins } from '../../data/records/history.ts';
import { addUnit, allUnits } from '../../data/units/units.ts';
import type { Writing } from '../../data/write.ts';
import type { FileFact } from '../../domain/targets/fact.ts';
import { Fault } from '../../domain/fault.ts';
import type { UnitKind } from '../../domain/ledgers/unit.ts';
import { natureOf, natureWords } from '../../domain/targets/indicator-nature.ts';
import { command, now, type Area, type Book } from '../book/book.ts';
import { firstMonth } from '../records/counted.ts';
import {
  gatherFactCells,
  type Compared,
  type Comparison,
  type Doubt,
  type FactCell,
  type NamedIndicator,
  type Refusal,
} from './fact-cells.ts';
import { compareFigure, writeFigure, type FigureScene } from './fact-figures.ts';
import { compareTarget, writeTargetCell } from './fact-targets.ts';
import { recordImport } from './imports.ts';
import type { ImportPlan, PlannedTable } from './import-plan.ts';
import { indicatorRow, insertIndicator } from '../targets/indicators.ts';

export interface FactPlan {
  readonly counts: { readonly new: number; readonly changed: number; readonly unchanged: number };
  /** figures that replace others, before → after */
  readonly changes: readonly PlannedChange[];
  readonly refused: readonly Refusal[];
  /** figures that are taken and had better be looked at */
  readonly doubts: readonly Doubt[];
  /**
   * what will be made besides: an adjustment draft where the year's targets are issued, new
   * indicators
   */
  readonly notes: readonly string[];
}

interface Planned extends FactPlan {
  readonly cells: readonly FactCell[];
}

/** What importing the figures would do; nothing is written. */
export function planFacts(book: Book, facts: readonly FileFact[]): FactPlan {
  return plan(book, facts);
}

function plan(book: Book, facts: readonly FileFact[]): Planned {
  const gathered = gatherFactCells(book.db, facts, firstMonth(book));
  const scene: FigureScene = {
    db: book.db,
    firstMonth: firstMonth(book),
    closed: (year) => closedMonths(book.db, year),
    planned: new Map(),
  };
  const refused = [...gathered.refused];
  const changes = new Map<
    string,
    PlannedChange & { readonly fields: PlannedChange['fields'][number][] }
  >();
  const counts = { new: 0, changed: 0, unchanged: 0 };
  const notes = new Set<string>();
  const doubts: Doubt[] = [];
  const cells = gathered.cells.filter((cell) => {
    const compared: Comparison =
      cell.month === null ? compareTarget(book.db, cell) : compareFigure(scene, cell);
    if ('refused' in compared) {
      refused.push(compared.refused);
      return false;
    }
    for (const one of compared.parts) {
      counts[one.before === null ? 'new' : one.before === one.after ? 'unchanged' : 'changed'] += 1;
      if (one.before !== null && one.before !== one.after) note(changes, cell, one);
    }
    for (const text of compared.notes) notes.add(text);
    if (compared.doubt !== undefined) doubts.push(compared.doubt);
    return compared.parts.some((one) => one.before !== one.after);
  });
  for (const { indicator } of cells) {
    if (indicator.row !== null && indicator.places > indicator.row.places)
      notes.add(
        `“${indicator.name}”原来记${indicator.row.places}位小数，表里有${indicator.places}位，改记${indicator.places}位。`,
      );
    if (indicator.row === null)
      notes.add(
        `新指标“${indicator.name}”，计量单位${indicator.measure}，${natureWords(natureOf(indicator.name, indicator.measure))}。不对，就在“指标”里改。`,
      );
  }
  return { cells, counts, changes: [...changes.values()], refused, doubts, notes: [...notes] };
}

function note(
  changes: Map<string, PlannedChange & { readonly fields: PlannedChange['fields'][number][] }>,
  cell: FactCell,
  { fact, label, before, after }: Compared,
): void {
  const record = `${cell.unitName} ${cell.indicator.name}`;
  const key = JSON.stringify([fact.file, fact.sheet, fact.row, record]);
  const change = changes.get(key) ?? {
    file: fact.file,
    sheet: fact.sheet,
    row: fact.row,
    record,
    fields: [],
  };
  changes.set(key, change);
  change.fields.push({ field: label, before, after, cell: `${fact.column}${fact.row}` });
}

export interface FactImport {
  readonly file: string;
  readonly tables: readonly PlannedTable[];
  readonly leftOut?: ImportPlan['leftOut'];
  readonly units: readonly { readonly name: string; readonly kind: UnitKind }[];
  readonly facts: readonly FileFact[];
  readonly rejected: number;
  readonly profiles: ImportPlan['profiles'];
}

const AREAS: readonly Area[] = ['imports', 'unit', 'indicator', 'target', 'figure'];
/** What an import of figures is called where another names its ledger. */
const FACTS_IMPORT = 'facts';

/**
 * Writes the figures that are not refused, all in one change; answers the import's id. `step` hears
 * how many of the cells are written; what it throws takes everything back.
 */
export function commitFacts(
  book: Book,
  input: FactImport,
  step: (done: number, total: number) => void = () => undefined,
): number {
  const planned = plan(book, input.facts);
  return command(book, `导入“${input.file}”`, AREAS, (writing) => {
    for (const unit of input.units) addUnit(writing, unit);
    const units = new Map(allUnits(writing.db).map((unit) => [unit.name, unit.id]));
    const ids = indicatorIds(
      writing,
      planned.cells.map((cell) => cell.indicator),
    );
    const written = planned.cells.map((cell, at): Written => {
      if (at % CELLS_A_STEP === 0) step(at, planned.cells.length);
      const [indicator, unit] = [
        indicatorRow(writing.db, ids.get(cell.indicator) ?? 0),
        cell.unit ?? units.get(cell.unitName),
      ];
      if (unit === undefined) throw new Fault('unit.unknown', { name: cell.unitName });
      const id =
        cell.month === null
          ? writeTargetCell(writing, indicator, unit, cell)
          : writeFigure(writing, indicator, unit, cell);
      return { cell, indicator: indicator.id, unit, id };
    });
    const { counts } = planned;
    const importId = recordImport(
      writing,
      {
        file: input.file,
        ledger: FACTS_IMPORT,
        tables: input.tables.map((table, number) => ({
          ...table,
          columns: columnsOf(written, number),
        })),
        created: counts.new,
        changed: counts.changed,
        unchanged: counts.unchanged,
        rejected: input.rejected,
        leftOut: input.leftOut ?? [],
        profiles: input.profiles,
      },
      now(book),
    );
    for (const ledger of ['target', 'figure'] as const)
      noteOrigins(
        writing,
        ledger,
        importId,
        written.filter(({ cell }) => (cell.month === null) === (ledger === 'target')),
      );
    return importId;
  });
}

const CELLS_A_STEP = 256;

interface Written {
  readonly cell: FactCell;
  readonly indicator: number;
  readonly unit: number;
  readonly id: number | null;
}

/** The indicators of the cells, the new ones made: wholes before their parts. */
function indicatorIds(
  writing: Writing,
  named: readonly NamedIndicator[],
): ReadonlyMap<NamedIndicator, number> {
  const ids = new Map<NamedIndicator, number>();
  const idOf = (one: NamedIndicator): number => {
    const known = ids.get(one) ?? one.row?.id;
    if (one.row !== null && one.places > one.row.places)
      writing.update('indicator', one.row.id, { places: one.places });
    // one that was told alone before is now told as a part
    if (one.row !== null && one.row.parent === null && one.parent !== null)
      writing.update('indicator', one.row.id, { parent_id: idOf(one.parent) });
    const id =
      known ??
      insertIndicator(writing, {
        name: one.name,
        category: null,
        measure: one.measure,
        places: one.places,
        ...natureOf(one.name, one.measure),
        numerator: null,
        denominator: null,
        factor: '1',
        parent: one.parent === null ? null : idOf(one.parent),
        counted: null,
        retired: false,
        remark: null,
      });
    ids.set(one, id);
    return id;
  };
  for (const one of named) idOf(one);
  return ids;
}

/** Each column of a table with what all its figures share. */
function columnsOf(written: readonly Written[], table: number): Readonly<Record<string, string>> {
  const parts = written.flatMap(({ cell, indicator, unit }) =>
    cell.parts
      .filter(({ fact }) => fact.table === table)
      .map(({ fact }) => ({
        fact,
        about: {
          part: fact.part === 'annual' ? 'assured' : fact.part,
          indicator,
          unit,
          month: cell.month,
        },
      })),
  );
  const columns: Record<string, string> = {};
  for (const [column, own] of Map.groupBy(parts, ({ fact }) => fact.column)) {
    const [first] = own;
    if (first === undefined) continue;
    const shared = <K extends 'indicator' | 'unit' | 'month'>(key: K): number | null =>
      own.every(({ about }) => about[key] === first.about[key]) ? first.about[key] : null;
    for (const part of new Set(own.map(({ about }) => about.part)))
      columns[
        columnKey({
          part,
          indicator: shared('indicator'),
          unit: shared('unit'),
          month: shared('month'),
        })
      ] = column;
  }
  return columns;
}

/** In the order of ids, so that rows which follow each other are one run. */
function noteOrigins(
  writing: Writing,
  ledger: 'target' | 'figure',
  importId: number,
  written: readonly Written[],
): void {
  const places = new Map<number, FileFact>();
  for (const { id, cell } of written) {
    const [first] = cell.parts;
    if (id !== null && first !== undefined && !places.has(id)) places.set(id, first.fact);
  }
  recordOrigins(writing.db, { ledger, import: importId }, (note) => {
    for (const [id, { table, row }] of [...places].sort(([a], [b]) => a - b)) note(id, table, row);
  });
}
