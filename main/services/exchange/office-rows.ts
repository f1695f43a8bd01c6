/** Which indicators, targets and records a task takes along for an office below. */
import {
  carriedRowsBy,
  tableForm,
  unitsUnder,
  type CarriedTable,
} from '../../data/exchange/table-forms.ts';
import { shareOfRow } from '../../data/exchange/shared-rows.ts';
import type { SqlRow } from '../../data/rows.ts';
import type { IndicatorRow } from '../../data/targets/indicators.ts';
import { targetsOf, versionsOf } from '../../data/targets/targets.ts';
import { namingUnits } from '../../data/units/units.ts';
import type { Writing } from '../../data/write.ts';
import type { Gatherer } from './gather.ts';

/** An indicator goes with those that it is worked out of or is a part of. */
export function withRelatedIndicators(
  all: readonly IndicatorRow[],
  wanted: readonly number[],
): readonly number[] {
  const ids = new Set(wanted);
  for (let size = 0; size !== ids.size;) {
    size = ids.size;
    for (const { id, numerator, denominator, parent } of all)
      if (ids.has(id))
        for (const other of [numerator, denominator, parent]) if (other !== null) ids.add(other);
  }
  return all.filter(({ id }) => ids.has(id)).map(({ id }) => id);
}

export function takeTargets(
  gatherer: Gatherer,
  writing: Writing,
  year: number,
  unit: number,
  indicators: readonly number[],
): void {
  const { db } = writing;
  const issued = versionsOf(db, year).filter(({ issuedOn }) => issuedOn !== null);
  const [under, wanted] = [new Set(unitsUnder(db, unit)), new Set(indicators)];
  gatherer.take(
    'target_version',
    carriedRowsBy(
      db,
      tableForm(db, 'target_version'),
      'id',
      issued.map(({ id }) => id),
    ),
  );
  const targets = issued.flatMap(({ id }) =>
    targetsOf(db, id).filter((row) => under.has(row.unit) && wanted.has(row.indicator)),
  );
  gatherer.take(
    'target',
    carriedRowsBy(
      db,
      tableForm(db, 'target'),
      'id',
      targets.map(({ id }) => id),
    ),
  );
}

/**
 * An office's records: those exchanged with it before, and those that name it or a unit below it
 * and are no other office's.
 */
export const recordsForOffice =
  ({ db }: Writing, circle: string, unit: number) =>
  (table: CarriedTable): readonly SqlRow[] => {
    const form = tableForm(db, table);
    const columns = namingUnits(db).find(({ code }) => code === table)?.columns ?? [];
    const under = unitsUnder(db, unit);
    const found = new Map<number, SqlRow>();
    for (const column of columns)
      for (const row of carriedRowsBy(db, form, column, under)) found.set(Number(row['id']), row);
    const others = [...found].filter(([id]) => {
      const share = shareOfRow(db, circle, table, id);
      return share !== null && share.unit !== unit;
    });
    for (const [id] of others) found.delete(id);
    return [...found.values()];
  };
