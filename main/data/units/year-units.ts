/**
 * Which units take part in a year: those that the office has not ended before it or begun after it;
 * what a unit reported or has to do is never hidden, last year's figure alone (上年实际) is
 * neither.
 */
import type { Reader } from '../open.ts';
import { askValues } from '../rows.ts';

const HAS_FIGURES =
  'EXISTS (SELECT 1 FROM indicator CROSS JOIN figure ON figure.indicator_id = indicator.id AND figure.unit_id = unit.id';
const HAS_TARGETS =
  'EXISTS (SELECT 1 FROM target JOIN target_version ON target_version.id = version_id WHERE target.unit_id = unit.id AND coalesce(assured, stretch, upper) IS NOT NULL';

/**
 * Units that were ended before the year or begin after it, and have neither targets nor figures in
 * it.
 */
export function absentUnits(db: Reader, year: number): ReadonlySet<number> {
  const sql = `SELECT id FROM unit WHERE kind <> 'county' AND (substr(active_to, 1, 4) < :text OR substr(active_from, 1, 4) > :text) AND NOT ${HAS_FIGURES} AND figure.year = :year) AND NOT ${HAS_TARGETS} AND target_version.year = :year)`;
  return new Set(askValues(db, 'integer', sql, { year, text: String(year) }));
}

/**
 * Units that do not report in a month any more, or not yet: ended before it, or begun after it.
 * `month`: YYYY-MM of the calendar.
 */
export function silentUnits(db: Reader, month: string): ReadonlySet<number> {
  // a year alone stands for the whole of it
  const sql =
    "SELECT id FROM unit WHERE kind <> 'county' AND (substr(active_to || '-12', 1, 7) < :month OR substr(active_from || '-01', 1, 7) > :month)";
  return new Set(askValues(db, 'integer', sql, { month }));
}

/** Units that the office begins in the year: they had no year before. */
export function newUnits(db: Reader, year: number): ReadonlySet<number> {
  const sql = "SELECT id FROM unit WHERE kind <> 'county' AND substr(active_from, 1, 4) = :text";
  return new Set(askValues(db, 'integer', sql, { text: String(year) }));
}
