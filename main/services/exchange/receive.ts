/**
 * Taking packages (接收): who sent it, how it stands to what came before, and the one transaction
 * in which it is accepted.
 */
import { partnerNamed, partnerOfUnit } from '../../data/exchange/parcels.ts';
import { shareByGid } from '../../data/exchange/shared-rows.ts';
import { figuresAt } from '../../data/progress/figures.ts';
import type { Reader } from '../../data/open.ts';
import { decideSetting, setting, setSetting } from '../../data/settings.ts';
import { indicatorById } from '../../data/targets/indicators.ts';
import type { Writing } from '../../data/write.ts';
import { Fault } from '../../domain/fault.ts';
import { figureOrNull } from '../../domain/targets/indicator.ts';
import type { PackageHead, PackageStanding, ReadPackage } from '../../domain/exchange/package.ts';
import { command, now, type Area, type Book } from '../book/book.ts';
import { LEDGER_CODES } from '../../domain/ledgers/index.ts';
import { applyPackage } from './apply.ts';
import { ensureIdentity, nextTick, takeTick } from './identity.ts';
import { judgePackage, type Decisions, type JudgedPackage } from './judge.ts';
import { noteParcel } from './package-head.ts';
import {
  type PackageSender,
  packageSender,
  packageStanding,
  refuseOverreach,
} from './package-sender.ts';
import {
  closedFiguresBefore,
  noteCorrections,
  settleFigures,
  markReported,
} from './accepted-figures.ts';

export interface PackageView {
  readonly read: ReadPackage;
  readonly sender: PackageSender;
  readonly standing: PackageStanding;
  readonly judged: JudgedPackage;
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

/**
 * Takes the package whole, as one change. @throws Fault package.open, package.key; then nothing is
 * written
 */
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

/**
 * First start from a task (打开上级的包): the book is the office's that the task is for, with its
 * units, indicators, targets and figures so far. @throws Fault county.exists, package.foreign
 */
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
    decideSetting(writing, 'firstMonth', String(firstMonth));
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
  const before = closedFiguresBefore(judged);
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

/**
 * A book that takes a task answers to that office from here on. A sender that is met for the first
 * time is known by its key; another key was agreed to before.
 */
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
