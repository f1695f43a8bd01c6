/** Who sent a package, how it stands to what came before, and what its sender may not touch. */
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
import type { Reader } from '../../data/open.ts';
import { setting } from '../../data/settings.ts';
import { unitByName, unitName } from '../../data/units/units.ts';
import { Fault } from '../../domain/fault.ts';
import type { PackageHead, PackageStanding, ReadPackage } from '../../domain/exchange/package.ts';
import { todayOf, type Book } from '../book/book.ts';
import { ownUnit, upperCircle } from './identity.ts';

/** Whom a package is from, as this book knows it. */
export interface PackageSender {
  readonly name: string;
  /** the unit here whose office it is; null of the office above */
  readonly unit: number | null;
  readonly role: 'upper' | 'lower';
  /** the key is met for the first time, known, or another than before */
  readonly key: 'new' | 'known' | 'other';
}

/** @throws Fault package.foreign where it is not for this book */
export function packageSender(db: Reader, { head }: ReadPackage, file: string): PackageSender {
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

export function packageStanding(book: Book, { head, fingerprint }: ReadPackage): PackageStanding {
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

/** An office below reports its own units, figures and records, and nothing of anybody else. */
export function refuseOverreach(
  db: Reader,
  { head, rows }: ReadPackage,
  { unit }: PackageSender,
): void {
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
