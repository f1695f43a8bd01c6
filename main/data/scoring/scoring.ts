/** Schemes, entered events, holders of posts, published scores and objections as rows. */
import type { Objection, Publication } from '../../domain/scoring/publication.ts';
import type { PostTerm } from '../../domain/scoring/post.ts';
import type { Scheme } from '../../domain/scoring/scheme.ts';
import type { Reader } from '../open.ts';
import { askCount, askRow, askRows, askWhether, shape, wordOf, type RowOf } from '../rows.ts';
import { sheetIn, type KeptScoreSheet } from './kept-publication.ts';
import { keptScheme } from './kept-scheme.ts';

export interface SchemeRow {
  readonly id: number;
  readonly number: number;
  readonly at: string;
  readonly who: string;
  readonly scheme: Scheme;
}
const SCHEME = shape({
  id: 'integer',
  number: 'integer',
  at: 'text',
  who: 'text',
  year: 'integer',
  content: 'text',
});
const SCHEMES = 'SELECT id, number, at, who, year, content FROM scheme';
const schemeOfRow = (db: Reader, { year, content, ...row }: RowOf<typeof SCHEME>): SchemeRow => ({
  ...row,
  scheme: keptScheme(db, content, `${year}年考核办法`),
});
/** The newest version of a year. @throws Fault kept.damaged, kept.newer */
export function newestScheme(db: Reader, year: number): SchemeRow | null {
  const row = askRow(db, SCHEME, `${SCHEMES} WHERE year = ? ORDER BY number DESC LIMIT 1`, year);
  return row === null ? null : schemeOfRow(db, row);
}
/** @throws Fault kept.damaged, kept.newer */
export function schemeById(db: Reader, id: number): SchemeRow | null {
  const row = askRow(db, SCHEME, `${SCHEMES} WHERE id = ?`, id);
  return row === null ? null : schemeOfRow(db, row);
}
/** Of each year the version in force. @throws Fault kept.damaged, kept.newer */
export const schemesInForce = (db: Reader): readonly Scheme[] =>
  askRows(
    db,
    SCHEME,
    `${SCHEMES} WHERE number = (SELECT max(number) FROM scheme newer WHERE newer.year = scheme.year) ORDER BY year DESC`,
  ).map((row) => schemeOfRow(db, row).scheme);
/** Of a year's next version, also where the one before cannot be read. */
export const nextSchemeNumber = (db: Reader, year: number): number =>
  askCount(db, 'SELECT coalesce(max(number), 0) + 1 FROM scheme WHERE year = ?', year);

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
  part: 'text?',
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
    'SELECT id, item, part, unit_id AS unit, person, date, value, panel, reason, proposer, approval, document FROM score_event WHERE year = ? ORDER BY date, id',
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
const SHEET = shape({ year: 'integer', month: 'integer', content: 'text' });
/** The scores as they were published. @throws Fault kept.damaged, kept.newer */
export function publishedSheet(db: Reader, id: number): KeptScoreSheet | null {
  const sql = 'SELECT year, month, content FROM score_publication WHERE id = ?';
  const row = askRow(db, SHEET, sql, id);
  return row === null ? null : sheetIn(row.content, `${row.year}年${row.month}月公布的得分`);
}

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
