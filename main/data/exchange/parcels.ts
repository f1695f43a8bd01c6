/** Packages that were sent and received, and the offices they came from. */
import {
  PACKAGE_KINDS,
  type PackageHead,
  type PackageKind,
} from '../../domain/exchange/package.ts';
import type { Reader } from '../open.ts';
import { askCount, askRow, askRows, oneOf, shape, type RowOf } from '../rows.ts';
import { headIn } from './kept-head.ts';

const PARCEL = shape({
  id: 'integer',
  direction: oneOf(['in', 'out']),
  kind: oneOf(Object.keys(PACKAGE_KINDS) as PackageKind[]),
  book: 'text',
  unit: 'integer?',
  year: 'integer',
  month: 'integer',
  number: 'integer',
  fingerprint: 'text',
  at: 'text',
  content: 'text',
});
const PARCELS =
  'SELECT id, direction, kind, book, unit_id AS unit, year, month, number, fingerprint, at, content FROM parcel';
export type ParcelRow = Omit<RowOf<typeof PARCEL>, 'content'> & { readonly head: PackageHead };
const withHead = ({ content, ...row }: RowOf<typeof PARCEL>): ParcelRow => ({
  ...row,
  head: headIn(content),
});

/** Newest last. */
export const parcelsOf = (
  db: Reader,
  circle: string,
  year: number,
  month: number,
): readonly ParcelRow[] =>
  askRows(
    db,
    PARCEL,
    `${PARCELS} WHERE year = ? AND month = ? AND circle = ? ORDER BY id`,
    year,
    month,
    circle,
  ).map(withHead);

export const hasParcel = (db: Reader, circle: string, fingerprint: string): boolean =>
  askCount(
    db,
    "SELECT count(*) FROM parcel WHERE circle = ? AND fingerprint = ? AND direction = 'in'",
    circle,
    fingerprint,
  ) > 0;

/** The number of the newest package of a kind that a book sent of a month; 0 where none came. */
export const newestNumber = (
  db: Reader,
  of: {
    readonly circle: string;
    readonly book: string;
    readonly kind: PackageKind;
    readonly year: number;
    readonly month: number;
  },
): number =>
  askCount(
    db,
    "SELECT max(number) FROM parcel WHERE circle = :circle AND book = :book AND kind = :kind AND year = :year AND month = :month AND direction = 'in'",
    of,
  );

const PARTNER = shape({
  id: 'integer',
  circle: 'text',
  book: 'text',
  role: oneOf(['upper', 'lower']),
  name: 'text',
  unit: 'integer?',
  key: 'text',
  met: 'text',
});
export type PartnerRow = RowOf<typeof PARTNER>;
const PARTNERS = 'SELECT id, circle, book, role, name, unit_id AS unit, key, met FROM partner';

export const allPartners = (db: Reader): readonly PartnerRow[] =>
  askRows(db, PARTNER, `${PARTNERS} ORDER BY role DESC, id`);

/** Of a circle: by its book's name, or by the unit whose book it is. */
export const partnerNamed = (db: Reader, circle: string, book: string): PartnerRow | null =>
  askRow(db, PARTNER, `${PARTNERS} WHERE circle = ? AND book = ?`, circle, book);
export const partnerOfUnit = (db: Reader, circle: string, unit: number): PartnerRow | null =>
  askRow(
    db,
    PARTNER,
    `${PARTNERS} WHERE circle = ? AND unit_id = ? ORDER BY id DESC`,
    circle,
    unit,
  );

/** The office above, with the unit that this book is of; null where there is none. */
export const upperPartner = (db: Reader): PartnerRow | null =>
  askRow(db, PARTNER, `${PARTNERS} WHERE role = 'upper' ORDER BY id DESC LIMIT 1`);
