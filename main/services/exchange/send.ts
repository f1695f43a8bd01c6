/**
 * Making packages: the task that an office below is given (下发), its report (上报), and a report
 * that goes back (退回).
 */
import {
  carriedRowsBy,
  tableForm,
  unitsUnder,
  type CarriedTable,
} from '../../data/exchange/table-forms.ts';
import { parcelsOf } from '../../data/exchange/parcels.ts';
import { shareOfRow } from '../../data/exchange/shared-rows.ts';
import { figuresAt } from '../../data/progress/figures.ts';
import { allIndicators } from '../../data/targets/indicators.ts';
import { allUnits, unitName } from '../../data/units/units.ts';
import type { Writing } from '../../data/write.ts';
import type { ReportNote, ReturnedCell, TaskContent } from '../../domain/exchange/package.ts';
import { Fault } from '../../domain/fault.ts';
import { attachmentNotes } from '../attachments/attachment-notes.ts';
import { command, type Book } from '../book/book.ts';
import { countyOf } from '../book/session.ts';
import { firstMonth } from '../records/counted.ts';
import { everyRecord, Gatherer, gatherMonth } from './gather.ts';
import { ensureIdentity, ownUnit, takeTick, upperCircle } from './identity.ts';
import { taskReceived, idsOfGids } from './task-in-force.ts';
import { type SealPackage, packageHead, sealedPackage, controlTotals } from './package-head.ts';
import { withRelatedIndicators, takeTargets, recordsForOffice } from './office-rows.ts';

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
    const indicators = withRelatedIndicators(allIndicators(writing.db), input.indicators);
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
      recordsForOffice(writing, circle, unit),
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
    const head = packageHead(
      { book, program, identity, circle, kind: 'task', year, month, rows },
      {
        from: { unit: null, name: countyOf(book) },
        to: { unit: gidOf('unit', unit), name },
        task,
      },
    );
    return sealedPackage(book, writing, { head, rows, identity }, unit, seal);
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
    const head = packageHead(
      { book, program, identity, circle, kind: 'report', year, month, rows },
      {
        from: { unit: shareOfRow(db, circle, 'unit', unit)?.row.gid ?? null, name: countyOf(book) },
        to: { unit: null, name: parcel.head.from.name },
        notes: [...input.notes, ...attachmentNotes(db, task.ledgers)],
        totals: controlTotals(db, unit, { year, month, indicators }),
      },
    );
    return sealedPackage(book, writing, { head, rows, identity }, null, seal);
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
    const head = packageHead(
      { book, program, identity, circle, kind: 'return', year, month, rows: [] },
      {
        from: { unit: null, name: countyOf(book) },
        to: { unit: gidOf('unit', unit), name },
        returned,
      },
    );
    return sealedPackage(book, writing, { head, rows: [], identity }, unit, seal);
  });
}

function gathererOf(book: Book, writing: Writing, circle: string, unit: number | null): Gatherer {
  return new Gatherer(writing, { circle, tick: takeTick(writing.db), at: book.clock(), unit });
}
