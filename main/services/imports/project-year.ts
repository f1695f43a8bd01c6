/**
 * Year-bound figures of projects (年度计划投资, 本年完成投资) belong to their year: a list of the
 * new year keeps the old year's beside its own, one of a past year never overwrites the present.
 */
import { newestYear, projectYearRow, putProjectYear } from '../../data/projects/project-years.ts';
import type { Reader } from '../../data/open.ts';
import type { SqlRow, SqlValue } from '../../data/rows.ts';
import { fenOfYuan } from '../../domain/exact/money.ts';
import type { PlannedRecord } from './import-plan.ts';
import { decideSetting, setting } from '../../data/settings.ts';
import type { Writing } from '../../data/write.ts';

/**
 * The year that the projects' own columns tell of: the one after the newest that was kept, else
 * that of the first list.
 */
export function yearOfProjects(db: Reader): number | null {
  const newest = newestYear(db);
  const first = setting(db, 'projectYear');
  const begun = first === null ? null : Number(first);
  return newest === null ? begun : Math.max(newest + 1, begun ?? 0);
}

type Bound = 'planned_this_year' | 'invested_this_year';

export interface YearGate {
  /**
   * before an existing project is written: what its columns say of the old year is kept, or of what
   * is to be written the past year's part goes there
   */
  before(id: number, kept: SqlRow, patch: SqlRow): SqlRow;
}

/** How a list of `year` is written; null where it is the year that the columns tell of. */
function yearGate(writing: Writing, year: number): YearGate | null {
  const now = yearOfProjects(writing.db);
  if (now === null) {
    decideSetting(writing, 'projectYear', String(year));
    return null;
  }
  if (year === now) return null;
  return year > now
    ? {
        before(id, kept, patch) {
          if (projectYearRow(writing.db, id, now) === null)
            putProjectYear(writing, id, now, {
              stage: kept['stage'] ?? null,
              planned: kept['planned_this_year'] ?? null,
              invested: kept['invested_this_year'] ?? null,
            });
          return patch;
        },
      }
    : {
        before(id, _kept, patch) {
          const { planned_this_year, invested_this_year, ...rest } = patch as SqlRow &
            Partial<Record<Bound, SqlRow[string]>>;
          putProjectYear(writing, id, year, {
            ...(planned_this_year === undefined ? {} : { planned: planned_this_year }),
            ...(invested_this_year === undefined ? {} : { invested: invested_this_year }),
          });
          return rest;
        },
      };
}

/**
 * The gates of each year that an import's tables tell, the newest first: it is the one that the
 * projects' columns may take on.
 */
export function yearGates(
  writing: Writing,
  years: readonly (number | null)[],
): ReadonlyMap<number, YearGate> {
  const gates = new Map<number, YearGate>();
  for (const year of [...new Set(years)].filter((one) => one !== null).sort((a, b) => b - a)) {
    const gate = yearGate(writing, year);
    if (gate !== null) gates.set(year, gate);
  }
  return gates;
}

const BOUND: ReadonlySet<Bound> = new Set(['planned_this_year', 'invested_this_year']);

/**
 * A new project of a past year's list without that year's plan and deed, which are kept as that
 * year's.
 */
export function withoutPastYear(record: PlannedRecord): {
  readonly record: PlannedRecord;
  readonly past: { readonly planned?: SqlValue; readonly invested?: SqlValue };
} {
  const fen = (code: Bound): SqlValue | null => {
    const yuan = record.values.get(code);
    return yuan === null ? null : fenOfYuan(yuan);
  };
  return {
    record: { ...record, values: record.values.without(BOUND) },
    past: { planned: fen('planned_this_year'), invested: fen('invested_this_year') },
  };
}
