/** Schemes, entered events, published scores and objections as rows. */
import { prepared, type Reader } from './open.ts';

export interface SchemeRow {
  readonly id: number;
  readonly number: number;
  /** the scheme as JSON */
  readonly content: string;
}
/** The newest version of a year. */
export const newestScheme = (db: Reader, year: number): SchemeRow | null => (prepared(db, 'SELECT id, number, content FROM scheme WHERE year = ? ORDER BY number DESC LIMIT 1').get(year) as SchemeRow | undefined) ?? null;

export interface EventRow {
  readonly id: number;
  readonly item: string;
  readonly unit: number;
  readonly person: string | null;
  readonly date: string;
  /** × 10^6 */
  readonly value: bigint;
  readonly panel: string | null;
  readonly reason: string;
  readonly proposer: string | null;
  readonly approval: string | null;
  readonly document: string | null;
}
type Stored = Omit<EventRow, 'id' | 'unit'> & { readonly id: bigint; readonly unit: bigint };

/** Those of a year dated up to a day, oldest first. */
export function eventsUntil(db: Reader, year: number, last: string): readonly EventRow[] {
  const rows = prepared(db, 'SELECT id, item, unit_id AS unit, person, date, value, panel, reason, proposer, approval, document FROM score_event WHERE year = ? AND date <= ? ORDER BY date, id').safeIntegers(true).all(year, last) as Stored[];
  return rows.map((row) => ({ ...row, id: Number(row.id), unit: Number(row.unit) }));
}

export interface PublicationRow {
  readonly id: number;
  readonly year: number;
  readonly month: number;
  readonly at: string;
  readonly who: string;
  readonly note: string | null;
}
/** Newest first. */
export const publicationsOf = (db: Reader, year: number): readonly PublicationRow[] => prepared(db, 'SELECT id, year, month, at, who, note FROM score_publication WHERE year = ? ORDER BY id DESC').all(year) as PublicationRow[];
export const publishedContent = (db: Reader, id: number): string | null => (prepared(db, 'SELECT content FROM score_publication WHERE id = ?').pluck().get(id) as string | undefined) ?? null;

export interface ObjectionRow {
  readonly id: number;
  readonly subject: string;
  readonly item: string | null;
  readonly objection: string;
  readonly raisedOn: string;
  readonly outcome: string | null;
  readonly decidedOn: string | null;
  readonly decidedBy: string | null;
}
export const objectionsTo = (db: Reader, publication: number): readonly ObjectionRow[] => prepared(db, 'SELECT id, subject, item, objection, raised_on AS raisedOn, outcome, decided_on AS decidedOn, decided_by AS decidedBy FROM score_objection WHERE publication_id = ? ORDER BY id').all(publication) as ObjectionRow[];
export const hasObjection = (db: Reader, id: number): boolean => prepared(db, 'SELECT 1 FROM score_objection WHERE id = ?').get(id) !== undefined;
