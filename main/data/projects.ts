/** What hangs on a project: its stages, credits, arrivals; and how an import finds it again. */
import { yuanText } from '../domain/money.ts';
import { codesOf } from './history.ts';
import { prepared, type Reader } from './open.ts';

export interface StageRow {
  readonly stage: string;
  readonly date: string | null;
  readonly who: string | null;
  readonly note: string | null;
}

export function stagesOf(db: Reader, project: number): readonly StageRow[] {
  return prepared(db, 'SELECT stage, date, who, note FROM stage_event WHERE project_id = ? ORDER BY id').all(project) as StageRow[];
}

/** Credited units with their percent: "50", "33.33". */
export function creditsOf(db: Reader, project: number): readonly { readonly id: number; readonly unit: string; readonly percent: string }[] {
  const rows = prepared(db, 'SELECT credit.id, unit.name AS unit, share FROM credit JOIN unit ON unit.id = unit_id WHERE project_id = ? ORDER BY credit.id').all(project) as { id: number; unit: string; share: number }[];
  return rows.map((row) => ({ id: row.id, unit: row.unit, percent: String(row.share / 100) }));
}

/** Which fields hold approximate figures, and the sheet's columns that are no fields. */
export function marksOf(db: Reader, project: number): { readonly approximate: readonly string[]; readonly extra: Readonly<Record<string, string>> } {
  const row = db.prepare('SELECT approximate, extra FROM project WHERE id = ?').get(project) as { approximate: string | null; extra: string | null } | undefined;
  return { approximate: codesOf(row?.approximate ?? null), extra: row?.extra == null ? {} : (JSON.parse(row.extra) as Record<string, string>) };
}

export interface ArrivalRow {
  readonly id: number;
  readonly date: string | null;
  readonly amount: string;
  readonly currency: string;
  readonly basis: string;
  /** of a balance: the last month (or year) that it covers */
  readonly until: string | null;
  readonly remark: string | null;
}

/** Arrivals in the order of their dates, undated ones first; amounts in 元. */
export function arrivalsOf(db: Reader, project: number): readonly ArrivalRow[] {
  const rows = prepared(db, 'SELECT id, date, amount, currency, basis, until, remark FROM arrival WHERE project_id = ? ORDER BY date, id').safeIntegers(true).all(project) as (Omit<ArrivalRow, 'id' | 'amount'> & { id: bigint; amount: bigint })[];
  return rows.map((row) => ({ ...row, id: Number(row.id), amount: yuanText(row.amount) }));
}

export interface ProjectKey {
  readonly id: number;
  readonly code: string | null;
  readonly introducer: string | null;
  readonly responsible_unit: string | null;
}

const KEY = `SELECT project.id, code, (SELECT name FROM unit WHERE id = introducer) AS introducer, (SELECT name FROM unit WHERE id = responsible_unit) AS responsible_unit FROM project`;

export function projectsByCode(db: Reader, code: string): readonly ProjectKey[] {
  return prepared(db, `${KEY} WHERE code = ?`).all(code) as ProjectKey[];
}

export function projectsByName(db: Reader, name: string): readonly ProjectKey[] {
  return prepared(db, `${KEY} WHERE name = ?`).all(name) as ProjectKey[];
}
