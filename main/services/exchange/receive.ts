/** Taking packages (接收): who sent it, how it stands to what came before, and the one transaction in which it is accepted. */
import {
  hasParcel,
  newestNumber,
  parcelsOf,
  partnerNamed,
  partnerOfUnit,
} from '../../data/exchange/parcels.ts';
import { shareByGid, type KeptShare } from '../../data/exchange/shared-rows.ts';
import type { SharedRow } from '../../domain/exchange/row.ts';
import { isCarried, unitsUnder } from '../../data/exchange/table-forms.ts';
import { closedMonths, figuresAt, seriesOf } from '../../data/progress/figures.ts';
import type { Reader } from '../../data/open.ts';
import { setting, setSetting } from '../../data/settings.ts';
import { indicatorById } from '../../data/targets/indicators.ts';
import { unitByName, unitName } from '../../data/units/units.ts';
import type { Writing } from '../../data/write.ts';
import { Fault } from '../../domain/fault.ts';
import { figureOrNull } from '../../domain/targets/indicator.ts';
import type { PackageHead, PackageStanding, ReadPackage } from '../../domain/exchange/package.ts';
import { settleSeries } from '../progress/figure-series.ts';
import { command, now, todayOf, type Area, type Book } from '../book/book.ts';
import { LEDGER_CODES } from '../../domain/ledgers/index.ts';
import { applyPackage, type AppliedRow } from './apply.ts';
import { ensureIdentity, nextTick, ownUnit, takeTick, upperCircle } from './identity.ts';
import { judgePackage, type Decisions, type JudgedPackage } from './judge.ts';
import { noteParcel } from './send.ts';

/** Whom a package is from, as this book knows it. */
export interface PackageSender {
  readonly name: string;
  /** the unit here whose office it is; null of the office above */
  readonly unit: number | null;
  readonly role: 'upper' | 'lower';
  /** the key is met for the first time, known, or another than before */
  readonly key: 'new' | 'known' | 'other';
}
export interface PackageView {
  readonly read: ReadPackage;
  readonly sender: PackageSender;
  readonly standing: PackageStanding;
  readonly judged: JudgedPackage;
}

/** @throws Fault package.foreign where it is not for this book */
function packageSender(db: Reader, { head }: ReadPackage, file: string): PackageSender {
  const foreign = (): Fault => new Fault('package.foreign', { file, from: head.from.name });
  const own = setting(db, 'bookName');
  if (head.kind === 'report') {
    if (own === null || head.circle !== own || head.from.unit === null) throw foreign();
    const share = shareByGid(db, own, head.from.unit);
    if (share === null || share.table !== 'unit') throw foreign();
    const known = partnerOfUnit(db, own, share.rowId);
    return {
      name: unitName(db, share.rowId) ?? head.from.name,
      unit: share.rowId,
      role: 'lower',
      key: keyStanding(head, known),
    };
  }
  const circle = upperCircle(db);
  if (head.from.book !== head.circle) throw foreign();
  if (head.circle === own || (circle !== null && circle !== head.circle)) throw foreign();
  if (circle === null && (head.kind !== 'task' || unitByName(db, head.to.name) === null))
    throw foreign();
  if (circle !== null && head.to.unit !== null) {
    if (shareByGid(db, circle, head.to.unit)?.rowId !== ownUnit(db)) throw foreign();
  }
  return {
    name: head.from.name,
    unit: null,
    role: 'upper',
    key: keyStanding(head, partnerNamed(db, head.circle, head.from.book)),
  };
}

const keyStanding = (
  { from }: PackageHead,
  known: { readonly key: string; readonly book: string } | null,
): PackageSender['key'] => {
  if (known === null) return 'new';
  return known.key === from.key && known.book === from.book ? 'known' : 'other';
};

function packageStanding(book: Book, { head, fingerprint }: ReadPackage): PackageStanding {
  const { db } = book;
  if (hasParcel(db, head.circle, fingerprint)) return 'known';
  const last = newestNumber(db, {
    circle: head.circle,
    book: head.from.book,
    kind: head.kind,
    year: head.year,
    month: head.month,
  });
  if (head.number < last) return 'older';
  if (head.kind === 'task') return 'task';
  if (head.kind === 'return') return 'returned';
  if (last > 0) return 'again';
  const task = parcelsOf(db, head.circle, head.year, head.month).findLast(
    (one) => one.kind === 'task' && one.direction === 'out',
  );
  const due = task?.head.task?.due ?? null;
  return due !== null && todayOf(book) > due ? 'late' : 'new';
}

/** What a package would do. Reads only. */
export function viewPackage(
  book: Book,
  read: ReadPackage,
  file: string,
  decisions: Decisions,
): PackageView {
  const sender = packageSender(book.db, read, file);
  return {
    read,
    sender,
    standing: packageStanding(book, read),
    judged: judgedFor(book.db, read, sender, decisions),
  };
}

function judgedFor(
  db: Reader,
  read: ReadPackage,
  sender: PackageSender,
  decisions: Decisions,
): JudgedPackage {
  if (sender.role === 'lower') refuseOverreach(db, read, sender);
  return judgePackage(
    db,
    read,
    { circle: read.head.circle, tick: nextTick(db), guardsClosed: true },
    decisions,
  );
}

/** An office below reports its own units, figures and records, and nothing of anybody else. */
function refuseOverreach(db: Reader, { head, rows }: ReadPackage, { unit }: PackageSender): void {
  const under = new Set(unit === null ? [] : unitsUnder(db, unit));
  const fault = (why: string): Fault => new Fault('package.damaged', { file: '', why });
  const shareOf = (gid: string): KeptShare | null => shareByGid(db, head.circle, gid);
  for (const { table, row, parent } of rows) {
    if (!isCarried(table) || ['indicator', 'target_version', 'target'].includes(table))
      throw fault(table);
    const share = shareOf(row.gid);
    // what hangs on another office's record is that office's, too
    for (const one of [share, ...recordsNamed(shareOf, table, row, parent)])
      if (one !== null && one.unit !== null && one.unit !== unit)
        throw fault(`${table} ${row.gid}`);
    if (table === 'unit' && share !== null && !under.has(share.rowId)) throw fault(row.gid);
    if (table === 'figure') {
      const owner = shareOf(row.gid.split('~')[2] ?? '');
      if (owner !== null && !under.has(owner.rowId)) throw fault(row.gid);
    }
  }
}

const NAMING_RECORDS = ['project_id', 'lead_id', 'task_id', 'record_id', 'arrival_id'] as const;

/** The shared records that a row says it hangs on, wherever it says so. */
function recordsNamed(
  shareOf: (gid: string) => KeptShare | null,
  table: string,
  { gid, fields }: SharedRow,
  parent: string | null,
): readonly (KeptShare | null)[] {
  const natural = table !== 'figure' && gid.includes('~') ? gid.split('~')[1] : null;
  return [parent, natural, ...NAMING_RECORDS.map((name) => fields[name]?.value)].map((one) =>
    one == null ? null : shareOf(one),
  );
}

export interface AcceptInput {
  readonly read: ReadPackage;
  readonly file: string;
  readonly decisions: Decisions;
  /** the user compared the fingerprint and takes the office's new key */
  readonly takesKey: boolean;
}
export interface Accepted {
  readonly change: number;
  readonly created: number;
  readonly changed: number;
  readonly removed: number;
}

/** Takes the package whole, as one change. @throws Fault package.open, package.key; then nothing is written */
export function acceptPackage(
  book: Book,
  { read, file, decisions, takesKey }: AcceptInput,
): Accepted {
  const { head } = read;
  const sender = packageSender(book.db, read, file);
  if (sender.key === 'other' && !takesKey) throw new Fault('package.key', { from: sender.name });
  const label =
    head.kind === 'report'
      ? `接收${sender.name}${head.year}年${head.month}月上报`
      : `接收${sender.name}${head.year}年${head.month}月${head.kind === 'task' ? '任务' : '退回'}`;
  return command(book, label, EVERYTHING, (writing) =>
    accepted(book, writing, read, { file, sender, decisions }),
  );
}

/** First start from a task (打开上级的包): the book is the office's that the task is for, with its units, indicators, targets and figures so far. @throws Fault county.exists, package.foreign */
export function beginFromPackage(book: Book, read: ReadPackage, file: string): Accepted {
  const present = setting(book.db, 'county');
  if (present !== null) throw new Fault('county.exists', { county: present });
  const { head } = read;
  if (head.kind !== 'task' || head.task === null)
    throw new Fault('package.foreign', { file, from: head.from.name });
  const { firstMonth } = head.task;
  return command(book, '从上级的包开始使用', EVERYTHING, (writing) => {
    setSetting(writing.db, 'county', head.to.name);
    setSetting(writing.db, 'year', String(head.year));
    setSetting(writing.db, 'firstMonth', String(firstMonth));
    setSetting(writing.db, 'sample', 'no');
    const sender: PackageSender = { name: head.from.name, unit: null, role: 'upper', key: 'new' };
    return accepted(book, writing, read, { file, sender, decisions: () => undefined });
  });
}

const EVERYTHING: readonly Area[] = ['session', 'figure', 'target', 'indicator', ...LEDGER_CODES];

function accepted(
  book: Book,
  writing: Writing,
  read: ReadPackage,
  {
    file,
    sender,
    decisions,
  }: { readonly file: string; readonly sender: PackageSender; readonly decisions: Decisions },
): Accepted {
  const { head, fingerprint } = read;
  const { db } = writing;
  ensureIdentity(db);
  const standing = packageStanding(book, read);
  const judged = judgedFor(db, read, sender, decisions);
  if (judged.asked.length > 0)
    throw new Fault('package.open', { file, questions: judged.asked.length });
  takeTick(db);
  const before = closedBefore(judged);
  const applied = applyPackage(writing, judged, { circle: head.circle, unit: sender.unit });
  settleFigures(writing, head.circle, applied);
  if (sender.role === 'lower') {
    noteCorrections(book, writing, head, before, applied);
    markReported(writing, head, applied);
  }
  meetPartner(book, writing, head, sender);
  if (standing !== 'known')
    noteParcel(writing, {
      direction: 'in',
      head,
      fingerprint,
      unit: sender.unit,
      at: now(book),
      who: book.who,
    });
  const count = (becomes: string): number =>
    judged.rows.filter(({ merged }) => merged.becomes === becomes).length;
  return {
    change: writing.change,
    created: count('created'),
    changed: count('changed'),
    removed: count('removed'),
  };
}

type Amounts = {
  readonly month: bigint | null;
  readonly cumulative: bigint | null;
  readonly lastYear: bigint | null;
};

/** The figures of closed months that are about to change, as they are. */
function closedBefore(judged: JudgedPackage): ReadonlyMap<number, Amounts> {
  const kept = new Map<number, Amounts>();
  for (const { table, row, merged } of judged.rows) {
    const id = judged.found.get(row.gid)?.id;
    if (table === 'figure' && id !== undefined && merged.becomes === 'changed')
      kept.set(id, amountsOf(judged, row.gid));
  }
  return kept;
}

function amountsOf(judged: JudgedPackage, gid: string): Amounts {
  const row = judged.found.get(gid)?.row ?? null;
  const value = (column: string): bigint | null => {
    const stored = row?.[column] ?? null;
    return stored === null ? null : BigInt(stored);
  };
  return {
    month: value('month_value'),
    cumulative: value('cumulative'),
    lastYear: value('last_cumulative'),
  };
}

/** What was decided against a closed month is a correction (更正) with its old figure beside it. */
function noteCorrections(
  book: Book,
  writing: Writing,
  head: PackageHead,
  before: ReadonlyMap<number, Amounts>,
  applied: readonly AppliedRow[],
): void {
  const { db } = writing;
  for (const { table, id, merge } of applied) {
    if (table !== 'figure' || merge.merged.taken.length === 0) continue;
    const at = figureAt(db, head.circle, merge.row.gid);
    if (at === null || !closedMonths(db, at.year).has(at.month)) continue;
    const row = seriesOf(db, at.year, at.indicator, at.unit).find((one) => one.id === id);
    const after: Amounts = {
      month: row?.monthValue ?? null,
      cumulative: row?.cumulative ?? null,
      lastYear: row?.lastCumulative ?? null,
    };
    const old = before.get(id) ?? { month: null, cumulative: null, lastYear: null };
    for (const part of ['month', 'cumulative', 'lastYear'] as const)
      if (old[part] !== after[part])
        writing.insert('correction', {
          year: at.year,
          month: at.month,
          indicator_id: at.indicator,
          unit_id: at.unit,
          part,
          before: old[part],
          after: after[part],
          reason: `${head.from.name}重报`,
          document: null,
          at: now(book),
          who: book.who,
        });
  }
}

/** What was typed has come; what follows from it is worked out here. */
function settleFigures(writing: Writing, circle: string, applied: readonly AppliedRow[]): void {
  const { db } = writing;
  const series = Map.groupBy(
    applied.flatMap(({ table, merge }) => {
      const isTaken = table === 'figure' && merge.merged.taken.length > 0;
      return isTaken ? (figureAt(db, circle, merge.row.gid) ?? []) : [];
    }),
    ({ indicator, unit, year }) => `${indicator} ${unit} ${year}`,
  );
  for (const places of series.values()) {
    const [first] = places;
    const indicator = first === undefined ? null : indicatorById(db, first.indicator);
    if (first === undefined || indicator === null) continue;
    const opened = new Set(places.map(({ month }) => month));
    settleSeries(writing, indicator, first, closedMonths(db, first.year), opened);
  }
}

function figureAt(
  db: Reader,
  circle: string,
  gid: string,
): {
  readonly indicator: number;
  readonly unit: number;
  readonly year: number;
  readonly month: number;
} | null {
  const [, indicator = '', unit = '', year, month] = gid.split('~');
  const [ofIndicator, ofUnit] = [shareByGid(db, circle, indicator), shareByGid(db, circle, unit)];
  return ofIndicator === null || ofUnit === null
    ? null
    : {
        indicator: ofIndicator.rowId,
        unit: ofUnit.rowId,
        year: Number(year),
        month: Number(month),
      };
}

/** The month's figures of the office are 已报; one that changed has to be confirmed anew. */
function markReported(writing: Writing, head: PackageHead, applied: readonly AppliedRow[]): void {
  const taken = new Map(
    applied.flatMap(({ table, id, merge }) =>
      table === 'figure' ? [[id, merge.merged.taken.length > 0] as const] : [],
    ),
  );
  for (const { id, state } of figuresAt(writing.db, head.year, head.month)) {
    const isTaken = taken.get(id);
    if (isTaken !== undefined && (isTaken || state !== 'confirmed'))
      writing.update('figure', id, { state: 'submitted' });
  }
}

/** A book that takes a task answers to that office from here on. A sender that is met for the first time is known by its key; another key was agreed to before. */
function meetPartner(book: Book, writing: Writing, head: PackageHead, sender: PackageSender): void {
  const { db } = writing;
  const unit = sender.unit ?? shareByGid(db, head.circle, head.to.unit ?? '')?.rowId ?? null;
  const known =
    sender.unit === null
      ? partnerNamed(db, head.circle, head.from.book)
      : partnerOfUnit(db, head.circle, sender.unit);
  const { book: name, key } = head.from;
  if (known !== null) writing.update('partner', known.id, { book: name, key });
  else
    writing.insert('partner', {
      circle: head.circle,
      book: name,
      role: sender.role,
      name: sender.name,
      unit_id: unit,
      key,
      met: now(book),
    });
}

/** What the sender reported of the month before, by indicator: for comparing the control totals. */
export function lastMonthTotals(
  { db }: Book,
  { read: { head }, sender }: PackageView,
): ReadonlyMap<string, string> {
  if (sender.unit === null || head.month === 1) return new Map();
  return new Map(
    figuresAt(db, head.year, head.month - 1).flatMap((row) => {
      const name = row.unit === sender.unit ? indicatorById(db, row.indicator)?.name : undefined;
      const cumulative = figureOrNull(row.cumulative);
      return name === undefined || cumulative === null ? [] : [[name, cumulative] as const];
    }),
  );
}
