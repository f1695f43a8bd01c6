/** The task that is in force of a month, and the rows here that it names. */
import type { CarriedTable } from '../../data/exchange/table-forms.ts';
import { parcelsOf, type ParcelRow } from '../../data/exchange/parcels.ts';
import { shareByGid } from '../../data/exchange/shared-rows.ts';
import type { Reader } from '../../data/open.ts';

/** The task in force of a month: the newest that was taken. */
export const taskReceived = (
  db: Reader,
  circle: string,
  year: number,
  month: number,
): ParcelRow | null =>
  parcelsOf(db, circle, year, month).findLast(
    (one) => one.kind === 'task' && one.direction === 'in',
  ) ?? null;

export const idsOfGids = (
  db: Reader,
  circle: string,
  table: CarriedTable,
  gids: readonly string[],
): readonly number[] =>
  gids.flatMap((gid) => {
    const share = shareByGid(db, circle, gid);
    return share !== null && share.table === table ? [share.rowId] : [];
  });
