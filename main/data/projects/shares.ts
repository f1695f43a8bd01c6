/** The shares of all projects, and of all arrivals by their projects, for tables. */
import type { Share } from '../../domain/projects/credit.ts';
import type { Reader } from '../open.ts';
import { askEach, shape, type RowOf } from '../rows.ts';

const SHARE = shape({ id: 'integer', unit: 'text', share: 'integer' });

export const sharesByProject = (db: Reader): ReadonlyMap<number, readonly Share[]> =>
  gathered(
    askEach(
      db,
      SHARE,
      'SELECT project_id AS id, unit.name AS unit, share FROM credited JOIN unit ON unit.id = unit_id ORDER BY project_id, credited.place',
    ),
  );

export const sharesByArrival = (db: Reader): ReadonlyMap<number, readonly Share[]> =>
  gathered(
    askEach(
      db,
      SHARE,
      'SELECT arrival.id AS id, unit.name AS unit, share FROM arrival JOIN credited ON credited.project_id = arrival.project_id JOIN unit ON unit.id = unit_id ORDER BY arrival.id, credited.place',
    ),
  );

function gathered(rows: Iterable<RowOf<typeof SHARE>>): ReadonlyMap<number, readonly Share[]> {
  const shares = new Map<number, Share[]>();
  for (const { id, unit, share } of rows) {
    const one = { unit, percent: String(share / 100) };
    const before = shares.get(id);
    if (before === undefined) shares.set(id, [one]);
    else before.push(one);
  }
  return shares;
}
