/**
 * What stands in a book after an import, read beside the program's own queries where they derive:
 * figures and targets by slot, projects by name.
 */
import { join } from 'node:path';
import { openDatabase } from '../../../main/data/open.ts';
import type { TestSession } from '../../helpers/session.ts';
import { inPlain, slotOf } from './truth.ts';

interface FigureRow {
  readonly year: number;
  readonly month: number;
  readonly unit: string;
  readonly indicator: string;
  readonly measure: string;
  readonly month_value: number | null;
  readonly cumulative: number | null;
  readonly last_cumulative: number | null;
  readonly yoy: number | null;
}
const FIGURES = `SELECT figure.year, figure.month, unit.name AS unit, indicator.name AS indicator, measure,
  CASE month_kind WHEN 'typed' THEN month_value END AS month_value, CASE cumulative_kind WHEN 'typed' THEN cumulative END AS cumulative, last_cumulative, yoy
  FROM figure JOIN unit ON unit.id = unit_id JOIN indicator ON indicator.id = indicator_id`;
const MILLION = 1_000_000;

interface TargetRow {
  readonly year: number;
  readonly unit: string;
  readonly indicator: string;
  readonly measure: string;
  readonly base: number | null;
  readonly assured: number | null;
  readonly stretch: number | null;
  readonly assured_growth: number | null;
}
const TARGETS = `SELECT year, unit.name AS unit, indicator.name AS indicator, measure,
  base, CASE WHEN assured_growth IS NULL THEN assured END AS assured, stretch, assured_growth
  FROM target JOIN target_version ON target_version.id = version_id JOIN unit ON unit.id = unit_id JOIN indicator ON indicator.id = indicator_id`;

/** slot → figure in plain measure */
export function storedFigures(session: TestSession): Map<string, string> {
  const db = openDatabase(join(session.folder, 'data', 'county.db'));
  const found = new Map<string, string>();
  try {
    const keep = (slot: string, value: number | null, measure: string | null): void => {
      if (value !== null) found.set(slot, inPlain(String(value / MILLION), measure));
    };
    for (const row of db.prepare(FIGURES).all() as FigureRow[]) {
      const at = (what: string): string =>
        slotOf(row.unit, row.indicator, `${row.year}-${row.month} ${what}`);
      keep(at('month'), row.month_value, row.measure);
      keep(at('cumulative'), row.cumulative, row.measure);
      keep(at('lastYear'), row.last_cumulative, row.measure);
      keep(at('yoy'), row.yoy, null);
    }
    for (const row of db.prepare(TARGETS).all() as TargetRow[]) {
      const at = (what: string): string => slotOf(row.unit, row.indicator, `${row.year} ${what}`);
      keep(at('base'), row.base, row.measure);
      keep(at('assured'), row.assured, row.measure);
      keep(at('stretch'), row.stretch, row.measure);
      keep(at('growth'), row.assured_growth, null);
    }
    return found;
  } finally {
    db.close();
  }
}

export interface StoredProject {
  readonly values: Readonly<Record<string, unknown>>;
  readonly extra: Readonly<Record<string, string>>;
}
/** Every project of the book, by name; two of one name are both there. */
export async function storedProjects(session: TestSession): Promise<Map<string, StoredProject[]>> {
  const rows = await session.ask('records.page', {
    query: { ledger: 'project' },
    offset: 0,
    limit: 200,
  });
  const found = new Map<string, StoredProject[]>();
  for (const row of rows) {
    const { extra } = await session.ask('records.get', { ledger: 'project', id: row.id });
    const name = String(row['name']);
    found.set(name, [...(found.get(name) ?? []), { values: row, extra }]);
  }
  return found;
}
