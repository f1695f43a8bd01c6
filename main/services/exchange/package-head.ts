/** A package before it is a file: what stands on its head, and the note that is kept of it. */
import { headText } from '../../data/exchange/kept-head.ts';
import type { Reader } from '../../data/open.ts';
import { figuresAt } from '../../data/progress/figures.ts';
import { allIndicators } from '../../data/targets/indicators.ts';
import type { Writing } from '../../data/write.ts';
import type { PackedRow } from '../../domain/exchange/merge-rows.ts';
import {
  PACKAGE_FORMAT,
  type ControlTotal,
  type PackageHead,
} from '../../domain/exchange/package.ts';
import { figureOrNull } from '../../domain/targets/indicator.ts';
import { now, type Book } from '../book/book.ts';
import { nextTick, type BookIdentity } from './identity.ts';

/** A package before it is a file: `sealedPackage` is told the fingerprint that the file has. */
export interface MadePackage {
  readonly head: PackageHead;
  readonly rows: readonly PackedRow[];
  readonly identity: BookIdentity;
}
/** Makes the file's bytes and says their fingerprint. */
export type SealPackage<Sealed extends { readonly fingerprint: string }> = (
  made: MadePackage,
) => Sealed;

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

export function packageHead(
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

export function sealedPackage<S extends { readonly fingerprint: string }>(
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

/**
 * What the cover sheet prints to be compared: the office's own cumulative figures, or what its
 * units add up to.
 */
export function controlTotals(
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
