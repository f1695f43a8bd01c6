/** Schemes, entered events, holders of posts, published scores and objections as rows. */
import type { Objection, Publication } from '../../domain/scoring/publication.ts';
import type { PostTerm } from '../../domain/scoring/post.ts';
import type { Reader } from '../open.ts';
import { askRow, askRows, askValue, askWhether, shape, wordOf, type RowOf } from '../rows.ts';

const SCHEME = shape({
  id: 'integer',
  number: 'integer',
  at: 'text',
  who: 'text',
  /** the scheme as JSON */
  content: 'text',
});
export type SchemeRow = RowOf<typeof SCHEME>;
const SCHEMES = 'SELECT id, number, at, who, content FROM scheme';
/** The newest version of a year. */
export const newestScheme = (db: Reader, year: number): SchemeRow | null =>
  askRow(db, SCHEME, `${SCHEMES} WHERE year = ? ORDER BY number DESC LIMIT 1`, year);
export const schemeById = (db: Reader, id: number): SchemeRow | null =>
  askRow(db, SCHEME, `${SCHEMES} WHERE id = ?`, id);

const SCHEME_VERSION = shape({
  id: 'integer',
  year: 'integer',
  number: 'integer',
  name: 'text',
  at: 'text',
  who: 'text',
  published: 'integer',
});
export type SchemeVersionRow = RowOf<typeof SCHEME_VERSION>;
/** Of all years, newest first. */
export const allSchemes = (db: Reader): readonly SchemeVersionRow[] =>
  askRows(
    db,
    SCHEME_VERSION,
    'SELECT id, year, number, name, at, who, (SELECT count(*) FROM score_publication WHERE scheme_id = scheme.id) AS published FROM scheme ORDER BY year DESC, number DESC',
  );

const EVENT = shape({
  id: 'integer',
  item: 'text',
  unit: 'integer',
  person: 'text?',
  date: 'text',
  /** × 10^6 */
  value: 'bigint',
  panel: 'text?',
  reason: 'text',
  proposer: 'text?',
  approval: 'text?',
  document: 'text?',
});
export type EventRow = RowOf<typeof EVENT>;

/** Those of a year, oldest first. */
export function eventsOf(db: Reader, year: number): readonly EventRow[] {
  return askRows(
    db,
    EVENT,
    'SELECT id, item, unit_id AS unit, person, date, value, panel, reason, proposer, approval, document FROM score_event WHERE year = ? ORDER BY date, id',
    year,
  );
}
export const eventExists = (db: Reader, id: number): boolean =>
  askWhether(db, 'SELECT EXISTS (SELECT 1 FROM score_event WHERE id = ?)', id);

const TERM = shape({
  id: 'integer',
  unit: 'text',
  post: 'text',
  person: 'text',
  since: 'text',
  until: 'text?',
});
/** By unit and post, the first holder first. */
export const postTerms = (db: Reader): readonly PostTerm[] =>
  askRows(
    db,
    TERM,
    'SELECT post_term.id, unit.name AS unit, post, person, since, until FROM post_term JOIN unit ON unit.id = unit_id ORDER BY unit_id, post, since',
  );

const PUBLICATION = shape({
  id: 'integer',
  year: 'integer',
  month: 'integer',
  kind: wordOf<Publication['kind']>(),
  at: 'text',
  who: 'text',
  note: 'text?',
  corrects: 'integer?',
});
const PUBLICATIONS = 'SELECT id, year, month, kind, at, who, note, corrects FROM score_publication';
/** Newest first. */
export const publicationsOf = (db: Reader, year: number): readonly Publication[] =>
  askRows(db, PUBLICATION, `${PUBLICATIONS} WHERE year = ? ORDER BY id DESC`, year);
export const publicationById = (db: Reader, id: number): Publication | null =>
  askRow(db, PUBLICATION, `${PUBLICATIONS} WHERE id = ?`, id);
export const publishedContent = (db: Reader, id: number): string | null =>
  askValue(db, 'text', 'SELECT content FROM score_publication WHERE id = ?', id);

const OBJECTION = shape({
  id: 'integer',
  subject: 'text',
  item: 'text?',
  objection: 'text',
  raisedOn: 'text',
  outcome: 'text?',
  decidedOn: 'text?',
  decidedBy: 'text?',
});

export const objectionsTo = (db: Reader, publication: number): readonly Objection[] =>
  askRows(
    db,
    OBJECTION,
    'SELECT id, subject, item, objection, raised_on AS raisedOn, outcome, decided_on AS decidedOn, decided_by AS decidedBy FROM score_objection WHERE publication_id = ? ORDER BY id',
    publication,
  );
export const hasObjection = (db: Reader, id: number): boolean =>
  askWhether(db, 'SELECT EXISTS (SELECT 1 FROM score_objection WHERE id = ?)', id);

const CONTENT = shape({ year: 'integer', content: 'text' });
/** The newest scheme of every year. */
export const newestSchemes = (db: Reader): readonly RowOf<typeof CONTENT>[] =>
  askRows(
    db,
    CONTENT,
    'SELECT year, content FROM scheme WHERE number = (SELECT max(number) FROM scheme newer WHERE newer.year = scheme.year)',
  );
