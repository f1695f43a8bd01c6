/** Schemes, entered events, holders of posts, published scores and objections as rows. */
import type { ScoreEvent } from '../../domain/scoring/event.ts';
import type { Objection, Publication } from '../../domain/scoring/publication.ts';
import type { PostTerm } from '../../domain/scoring/post.ts';
import { prepared, type Reader } from '../open.ts';

export interface SchemeRow {
  readonly id: number;
  readonly number: number;
  readonly at: string;
  readonly who: string;
  /** the scheme as JSON */
  readonly content: string;
}
const SCHEME = 'SELECT id, number, at, who, content FROM scheme';
/** The newest version of a year. */
export const newestScheme = (db: Reader, year: number): SchemeRow | null =>
  (prepared(db, `${SCHEME} WHERE year = ? ORDER BY number DESC LIMIT 1`).get(year) as
    | SchemeRow
    | undefined) ?? null;
export const schemeById = (db: Reader, id: number): SchemeRow | null =>
  (prepared(db, `${SCHEME} WHERE id = ?`).get(id) as SchemeRow | undefined) ?? null;

export interface SchemeVersionRow extends Omit<SchemeRow, 'content'> {
  readonly year: number;
  readonly name: string;
  readonly published: number;
}
/** Of all years, newest first. */
export const allSchemes = (db: Reader): readonly SchemeVersionRow[] =>
  prepared(
    db,
    'SELECT id, year, number, name, at, who, (SELECT count(*) FROM score_publication WHERE scheme_id = scheme.id) AS published FROM scheme ORDER BY year DESC, number DESC',
  ).all() as SchemeVersionRow[];

/** `unit`: its id; `value` × 10^6 */
export type EventRow = Omit<ScoreEvent, 'unit' | 'value'> & {
  readonly unit: number;
  readonly value: bigint;
};
type Stored = Omit<EventRow, 'id' | 'unit'> & { readonly id: bigint; readonly unit: bigint };

/** Those of a year, oldest first. */
export function eventsOf(db: Reader, year: number): readonly EventRow[] {
  const rows = prepared(
    db,
    'SELECT id, item, unit_id AS unit, person, date, value, panel, reason, proposer, approval, document FROM score_event WHERE year = ? ORDER BY date, id',
  )
    .safeIntegers(true)
    .all(year) as Stored[];
  return rows.map((row) => ({ ...row, id: Number(row.id), unit: Number(row.unit) }));
}
export const eventExists = (db: Reader, id: number): boolean =>
  prepared(db, 'SELECT 1 FROM score_event WHERE id = ?').get(id) !== undefined;

/** By unit and post, the first holder first. */
export const postTerms = (db: Reader): readonly PostTerm[] =>
  prepared(
    db,
    'SELECT post_term.id, unit.name AS unit, post, person, since, until FROM post_term JOIN unit ON unit.id = unit_id ORDER BY unit_id, post, since',
  ).all() as PostTerm[];

const PUBLICATION = 'SELECT id, year, month, kind, at, who, note, corrects FROM score_publication';
/** Newest first. */
export const publicationsOf = (db: Reader, year: number): readonly Publication[] =>
  prepared(db, `${PUBLICATION} WHERE year = ? ORDER BY id DESC`).all(year) as Publication[];
export const publicationById = (db: Reader, id: number): Publication | null =>
  (prepared(db, `${PUBLICATION} WHERE id = ?`).get(id) as Publication | undefined) ?? null;
export const publishedContent = (db: Reader, id: number): string | null =>
  (prepared(db, 'SELECT content FROM score_publication WHERE id = ?').pluck().get(id) as
    | string
    | undefined) ?? null;

export const objectionsTo = (db: Reader, publication: number): readonly Objection[] =>
  prepared(
    db,
    'SELECT id, subject, item, objection, raised_on AS raisedOn, outcome, decided_on AS decidedOn, decided_by AS decidedBy FROM score_objection WHERE publication_id = ? ORDER BY id',
  ).all(publication) as Objection[];
export const hasObjection = (db: Reader, id: number): boolean =>
  prepared(db, 'SELECT 1 FROM score_objection WHERE id = ?').get(id) !== undefined;
