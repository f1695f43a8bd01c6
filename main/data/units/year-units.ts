/** Which units take part in a year. */
import type { Reader } from '../open.ts';
import { askValues } from '../rows.ts';

const HAS_FIGURES =
  'EXISTS (SELECT 1 FROM indicator CROSS JOIN figure ON figure.indicator_id = indicator.id AND figure.unit_id = unit.id';
const HAS_TARGETS =
  'EXISTS (SELECT 1 FROM target JOIN target_version ON target_version.id = version_id WHERE target.unit_id = unit.id';

/** Units with targets or figures in other years alone: a township that was merged away stands in no sheet of today. A new unit has none in any. */
export function absentUnits(db: Reader, year: number): ReadonlySet<number> {
  const sql = `SELECT id FROM unit WHERE kind <> 'county' AND NOT ${HAS_FIGURES} AND figure.year = :year) AND NOT ${HAS_TARGETS} AND target_version.year = :year) AND (${HAS_FIGURES}) OR ${HAS_TARGETS}))`;
  return new Set(askValues(db, 'integer', sql, { year }));
}
