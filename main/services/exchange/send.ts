/** Making packages: the task that an office below is given (下发), its report (上报), and a report that goes back (退回). */
import {
  carriedRowsBy,
  tableForm,
  unitsUnder,
  type CarriedTable,
} from '../../data/exchange/table-forms.ts';
import { headText } from '../../data/exchange/kept-head.ts';
import { parcelsOf, type ParcelRow } from '../../data/exchange/parcels.ts';
import { shareByGid, shareOfRow } from '../../data/exchange/shared-rows.ts';
import type { Reader } from '../../data/open.ts';
import type { SqlRow } from '../../data/rows.ts';
import { figuresAt } from '../../data/progress/figures.ts';
import { allIndicators, type IndicatorRow } from '../../data/targets/indicators.ts';
import { targetsOf, versionsOf } from '../../data/targets/targets.ts';
import { allUnits, namingUnits, unitName } from '../../data/units/units.ts';
import type { Writing } from '../../data/write.ts';
import type { PackedRow } from '../../domain/exchange/merge-rows.ts';
import {
  PACKAGE_FORMAT,
  type ControlTotal,
  type PackageHead,
  type ReportNote,
  type ReturnedCell,
  type TaskContent,
} from '../../domain/exchange/package.ts';
import { Fault } from '../../domain/fault.ts';
import { figureOrNull } from '../../domain/targets/indicator.ts';
import { command, now, type Book } from '../book/book.ts';
import { countyOf } from '../book/session.ts';
import { firstMonth } from '../records/counted.ts';
import { everyRecord, Gatherer, gatherMonth } from './gather.ts';
import {
  ensureIdentity,
  nextTick,
  ownUnit,
  takeTick,
  upperCircle,
  type BookIdentity,
} from './identity.ts';

/** A package before it is a file: `sealed` is told the fingerprint that the file has. */
export interface MadePackage {
  readonly head: PackageHead;
  readonly rows: readonly PackedRow[];
  readonly identity: BookIdentity;
}
/** Makes the file's bytes and says their fingerprint. */
export type SealPackage<Sealed extends { readonly fingerprint: string }> = (
  made: MadePackage,
) => Sealed;

interface Sending {
  readonly book: Book;
  readonly program: string;
}
export interface TaskInput {
  readonly unit: number;
  readonly year: number;
  readonly month: number;
  readonly due: string | null;
  readonly indicators: readonly number[];
  readonly ledgers: readonly string[];
  readonly hard: readonly string[];
  readonly note: string | null;
}

/** 下发: the office's definitions, targets, figures so far and the task itself, as one change. */
export function sendTask<S extends { readonly fingerprint: string }>(
  { book, program }: Sending,
  input: TaskInput,
  seal: SealPackage<S>,
): S {
  const { unit, year, month } = input;
  const name = unitName(book.db, unit);
  if (name === null) throw new Fault('record.missing', { id: unit });
  return command(book, `下发${year}年${month}月任务给${name}`, ['session'], (writing) => {
    const identity = ensureIdentity(writing.db);
    const circle = identity.name;
    const gatherer = gathererOf(book, writing, circle, unit);
    const indicators = withRelated(allIndicators(writing.db), input.indicators);
    gatherer.take(
      'unit',
      carriedRowsBy(
        writing.db,
        tableForm(writing.db, 'unit'),
        'id',
        allUnits(writing.db).map(({ id }) => id),
      ),
    );
    gatherer.take(
      'indicator',
      carriedRowsBy(writing.db, tableForm(writing.db, 'indicator'), 'id', indicators),
    );
    takeTargets(gatherer, writing, year, unit, indicators);
    gatherMonth(
      gatherer,
      writing,
      unit,
      { ...input, indicators },
      recordsFor(writing, circle, unit),
    );
    const rows = gatherer.packed();
    const gidOf = (table: CarriedTable, id: number): string =>
      shareOfRow(writing.db, circle, table, id)?.row.gid ?? '';
    const task: TaskContent = {
      due: input.due,
      indicators: input.indicators.map((id) => gidOf('indicator', id)),
      ledgers: input.ledgers,
      hard: input.hard,
      firstMonth: firstMonth(book),
      note: input.note,
    };
    const head = headOf(
      { book, program, identity, circle, kind: 'task', year, month, rows },
      {
        from: { unit: null, name: countyOf(book) },
        to: { unit: gidOf('unit', unit), name },
        task,
      },
    );
    return sealed(book, writing, { head, rows, identity }, unit, seal);
  });
}

/** 上报 of the task in force. `notes`: how what the checks found is explained. */
export function sendReport<S extends { readonly fingerprint: string }>(
  { book, program }: Sending,
  input: { readonly year: number; readonly month: number; readonly notes: readonly ReportNote[] },
  seal: SealPackage<S>,
): S {
  const { year, month } = input;
  const circle = upperCircle(book.db);
  const parcel = circle === null ? null : taskReceived(book.db, circle, year, month);
  const task = parcel?.head.task ?? null;
  if (circle === null || parcel === null || task === null)
    throw new Fault('package.cannot', {
      problem: `${year}年${month}月没有收到上级的任务，先打开上级的包`,
    });
  return command(book, `上报${year}年${month}月`, ['session', 'figure'], (writing) => {
    const { db } = writing;
    const identity = ensureIdentity(db);
    const unit = ownUnit(db);
    const gatherer = gathererOf(book, writing, circle, null);
    const below = unitsUnder(db, unit).filter((id) => id !== unit);
    const indicators = idsOfGids(db, circle, 'indicator', task.indicators);
    gatherer.take('unit', carriedRowsBy(db, tableForm(db, 'unit'), 'id', below));
    gatherMonth(
      gatherer,
      writing,
      unit,
      { year, month, indicators, ledgers: task.ledgers },
      everyRecord(writing),
    );
    const rows = gatherer
      .packed()
      .filter(({ table }) => table !== 'indicator' && table !== 'target_version');
    for (const row of figuresAt(db, year, month))
      if (row.state === 'draft' && (row.unit === unit || below.includes(row.unit)))
        writing.update('figure', row.id, { state: 'submitted' });
    const head = headOf(
      { book, program, identity, circle, kind: 'report', year, month, rows },
      {
        from: { unit: shareOfRow(db, circle, 'unit', unit)?.row.gid ?? null, name: countyOf(book) },
        to: { unit: null, name: parcel.head.from.name },
        notes: input.notes,
        totals: totalsOf(db, unit, { year, month, indicators }),
      },
    );
    return sealed(book, writing, { head, rows, identity }, null, seal);
  });
}

/** 退回: marks cells of a report that was received, each with its reason. */
export function sendReturn<S extends { readonly fingerprint: string }>(
  { book, program }: Sending,
  input: {
    readonly unit: number;
    readonly year: number;
    readonly month: number;
    readonly cells: readonly { readonly indicator: number | null; readonly reason: string }[];
  },
  seal: SealPackage<S>,
): S {
  const { unit, year, month } = input;
  const name = unitName(book.db, unit);
  if (name === null) throw new Fault('record.missing', { id: unit });
  return command(book, `退回${name}${year}年${month}月的上报`, ['session', 'figure'], (writing) => {
    const { db } = writing;
    const identity = ensureIdentity(db);
    const circle = identity.name;
    const report = parcelsOf(db, circle, year, month).findLast(
      (one) => one.kind === 'report' && one.direction === 'in' && one.unit === unit,
    );
    if (report === undefined)
      throw new Fault('package.cannot', {
        problem: `尚未收到${name}${year}年${month}月的上报，没有可退的`,
      });
    takeTick(db);
    const gidOf = (table: CarriedTable, id: number): string | null =>
      shareOfRow(db, circle, table, id)?.row.gid ?? null;
    const returned = input.cells.map(({ indicator, reason }): ReturnedCell => ({
      unit: gidOf('unit', unit),
      indicator: indicator === null ? null : gidOf('indicator', indicator),
      reason,
    }));
    const asked = new Set(input.cells.map(({ indicator }) => indicator));
    for (const row of figuresAt(db, year, month))
      if (row.unit === unit && (asked.has(null) || asked.has(row.indicator)))
        writing.update('figure', row.id, { state: 'draft' });
    const head = headOf(
      { book, program, identity, circle, kind: 'return', year, month, rows: [] },
      {
        from: { unit: null, name: countyOf(book) },
        to: { unit: gidOf('unit', unit), name },
        returned,
      },
    );
    return sealed(book, writing, { head, rows: [], identity }, unit, seal);
  });
}

function gathererOf(book: Book, writing: Writing, circle: string, unit: number | null): Gatherer {
  return new Gatherer(writing, { circle, tick: takeTick(writing.db), at: book.clock(), unit });
}

/** The task in force of a month: the newest that was taken. */
export const taskReceived = (
  db: Reader,
  circle: string,
  year: number,
  month: number,
): ParcelRow | null =>
  parcelsOf(db, circle, year, month).findLast(
    (one) => one.kind === 'task' && one.direction === 'in',
  ) ?? null;

export const idsOfGids = (
  db: Reader,
  circle: string,
  table: CarriedTable,
  gids: readonly string[],
): readonly number[] =>
  gids.flatMap((gid) => {
    const share = shareByGid(db, circle, gid);
    return share !== null && share.table === table ? [share.rowId] : [];
  });

/** An indicator goes with those that it is worked out of or is a part of. */
function withRelated(all: readonly IndicatorRow[], wanted: readonly number[]): readonly number[] {
  const ids = new Set(wanted);
  for (let size = 0; size !== ids.size;) {
    size = ids.size;
    for (const { id, numerator, denominator, parent } of all)
      if (ids.has(id))
        for (const other of [numerator, denominator, parent]) if (other !== null) ids.add(other);
  }
  return all.filter(({ id }) => ids.has(id)).map(({ id }) => id);
}

function takeTargets(
  gatherer: Gatherer,
  writing: Writing,
  year: number,
  unit: number,
  indicators: readonly number[],
): void {
  const { db } = writing;
  const issued = versionsOf(db, year).filter(({ issuedOn }) => issuedOn !== null);
  const [under, wanted] = [new Set(unitsUnder(db, unit)), new Set(indicators)];
  gatherer.take(
    'target_version',
    carriedRowsBy(
      db,
      tableForm(db, 'target_version'),
      'id',
      issued.map(({ id }) => id),
    ),
  );
  const targets = issued.flatMap(({ id }) =>
    targetsOf(db, id).filter((row) => under.has(row.unit) && wanted.has(row.indicator)),
  );
  gatherer.take(
    'target',
    carriedRowsBy(
      db,
      tableForm(db, 'target'),
      'id',
      targets.map(({ id }) => id),
    ),
  );
}

/** An office's records: those exchanged with it before, and those that name it or a unit below it and are no other office's. */
const recordsFor =
  ({ db }: Writing, circle: string, unit: number) =>
  (table: CarriedTable): readonly SqlRow[] => {
    const form = tableForm(db, table);
    const columns = namingUnits(db).find(({ code }) => code === table)?.columns ?? [];
    const under = unitsUnder(db, unit);
    const found = new Map<number, SqlRow>();
    for (const column of columns)
      for (const row of carriedRowsBy(db, form, column, under)) found.set(Number(row['id']), row);
    const others = [...found].filter(([id]) => {
      const share = shareOfRow(db, circle, table, id);
      return share !== null && share.unit !== unit;
    });
    for (const [id] of others) found.delete(id);
    return [...found.values()];
  };

interface HeadFrame {
  readonly book: Book;
  readonly program: string;
  readonly identity: BookIdentity;
  readonly circle: string;
  readonly kind: PackageHead['kind'];
  readonly year: number;
  readonly month: number;
  readonly rows: readonly PackedRow[];
}
type HeadParts = {
  readonly from: Pick<PackageHead['from'], 'unit' | 'name'>;
} & Pick<PackageHead, 'to'> &
  Partial<Pick<PackageHead, 'task' | 'notes' | 'totals' | 'returned'>>;

function headOf(
  { book, program, identity, circle, kind, year, month, rows }: HeadFrame,
  parts: HeadParts,
): PackageHead {
  const counts = Map.groupBy(rows, ({ table }) => table);
  return {
    format: PACKAGE_FORMAT,
    program,
    secrecy: '非涉密',
    kind,
    circle,
    from: { book: identity.name, key: identity.key, ...parts.from },
    to: parts.to,
    year,
    month,
    number: nextTick(book.db).count - 1,
    made: now(book),
    counts: Object.fromEntries([...counts].map(([table, of]) => [table, of.length])),
    totals: parts.totals ?? [],
    notes: parts.notes ?? [],
    task: parts.task ?? null,
    returned: parts.returned ?? null,
  };
}

function sealed<S extends { readonly fingerprint: string }>(
  book: Book,
  writing: Writing,
  made: MadePackage,
  unit: number | null,
  seal: SealPackage<S>,
): S {
  const done = seal(made);
  noteParcel(writing, {
    direction: 'out',
    head: made.head,
    fingerprint: done.fingerprint,
    unit,
    at: now(book),
    who: book.who,
  });
  return done;
}

export function noteParcel(
  writing: Writing,
  parcel: {
    readonly direction: 'in' | 'out';
    readonly head: PackageHead;
    readonly fingerprint: string;
    readonly unit: number | null;
    readonly at: string;
    readonly who: string;
  },
): void {
  const { direction, head, fingerprint, unit, at, who } = parcel;
  writing.insert('parcel', {
    direction,
    kind: head.kind,
    circle: head.circle,
    book: head.from.book,
    unit_id: unit,
    year: head.year,
    month: head.month,
    number: head.number,
    fingerprint,
    at,
    who,
    content: headText(head),
  });
}

/** What the cover sheet prints to be compared: the office's own cumulative figures, or what its units add up to. */
function totalsOf(
  db: Reader,
  unit: number,
  {
    year,
    month,
    indicators,
  }: { readonly year: number; readonly month: number; readonly indicators: readonly number[] },
): readonly ControlTotal[] {
  const wanted = new Set(indicators);
  return allIndicators(db)
    .filter(({ id }) => wanted.has(id))
    .flatMap(({ id, name, measure }) => {
      const own = figuresAt(db, year, month, id).find((row) => row.unit === unit);
      const cumulative = figureOrNull(own?.cumulative ?? null);
      return cumulative === null ? [] : [{ indicator: name, measure, cumulative }];
    });
}
