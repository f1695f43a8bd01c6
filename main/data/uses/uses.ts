/**
 * Where a unit or an indicator is used: rows that name it, by table, and what the office has
 * decided that refers to it.
 */
import type { AnyCode } from '../../domain/ledgers/index.ts';
import { labelIn } from '../ledgers/kept-definition.ts';
import { referredIn } from '../kept/references.ts';
import type { Reader } from '../open.ts';
import { askCount, askRows, shape } from '../rows.ts';
import { namingUnits, SPEAKING_OF_UNITS } from '../units/units.ts';

const OF_INDICATORS = ['target', 'figure', 'rival_figure', 'published', 'correction'] as const;
export interface RowUse {
  readonly table:
    | AnyCode
    | (typeof SPEAKING_OF_UNITS)[number]
    | (typeof OF_INDICATORS)[number]
    | 'credit'
    | 'indicator';
  readonly rows: number;
}
/**
 * A scheme or rules of a year, a count of an indicator, a view of an own ledger or under a name of
 * its own: what is in force.
 */
export interface DocumentUse {
  readonly of: 'scheme' | 'reward_book' | 'indicator' | 'own_ledger' | 'saved_view';
  readonly id: number;
  /** the year, or the name */
  readonly name: string;
}

export function rowsNamingUnit(db: Reader, id: number): readonly RowUse[] {
  const of = (table: RowUse['table'], where: string): RowUse => ({
    table,
    rows: askCount(db, `SELECT count(*) FROM ${table} WHERE ${where}`, { id }),
  });
  const shared =
    'unit_id = :id AND NOT EXISTS (SELECT 1 FROM project WHERE project.id = project_id AND (introducer IS :id OR responsible_unit IS :id))';
  return [
    ...namingUnits(db).map(({ code, columns }) =>
      of(code, columns.map((column) => `${column} = :id`).join(' OR ')),
    ),
    ...SPEAKING_OF_UNITS.map((table) => of(table, 'unit_id = :id')),
    of('credit', shared),
    of('unit', 'parent_id = :id'),
  ].filter((one) => one.rows > 0);
}

export function rowsNamingIndicator(db: Reader, id: number): readonly RowUse[] {
  const of = (table: RowUse['table'], where: string): RowUse => ({
    table,
    rows: askCount(db, `SELECT count(*) FROM ${table} WHERE ${where}`, { id }),
  });
  return [
    ...OF_INDICATORS.map((table) => of(table, 'indicator_id = :id')),
    of('indicator', 'numerator_id = :id OR denominator_id = :id OR parent_id = :id'),
  ].filter((one) => one.rows > 0);
}

const DOCUMENT = shape({ id: 'integer', name: 'text', kept: 'text!' });
const NEWEST = (table: 'scheme' | 'reward_book'): string =>
  `SELECT id, year || '年' AS name, content AS kept FROM ${table} WHERE number = (SELECT max(number) FROM ${table} newer WHERE newer.year = ${table}.year) ORDER BY year DESC`;
const DOCUMENTS: Readonly<Record<DocumentUse['of'], string>> = {
  scheme: NEWEST('scheme'),
  reward_book: NEWEST('reward_book'),
  indicator:
    'SELECT id, name, counted AS kept FROM indicator WHERE counted IS NOT NULL ORDER BY place',
  own_ledger: 'SELECT id, code AS name, definition AS kept FROM own_ledger ORDER BY id',
  saved_view: 'SELECT id, name, content AS kept FROM saved_view ORDER BY id',
};
const KINDS = ['scheme', 'reward_book', 'indicator', 'own_ledger', 'saved_view'] as const;

/**
 * What is in force and refers to one of them. A document that cannot be read refers to nothing that
 * could be told.
 */
export const documentsNaming = (
  db: Reader,
  ref: 'indicator' | 'unit',
  isMeant: (id: number) => boolean,
): readonly DocumentUse[] =>
  KINDS.flatMap((of) =>
    askRows(db, DOCUMENT, DOCUMENTS[of])
      .filter(
        ({ kept }) => kept.includes('"ref"') && referredIn(contentOf(kept), ref).some(isMeant),
      )
      .map(({ id, name, kept }) => ({
        of,
        id,
        name: of === 'own_ledger' ? (labelIn(kept) ?? name) : name,
      })),
  );

function contentOf(kept: string): unknown {
  try {
    return JSON.parse(kept);
  } catch {
    return null;
  }
}
