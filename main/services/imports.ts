/** Committing an import in one transaction, finding existing records for its plan, listing and undoing past imports. */
import type { PastImport } from '../../preload/contract/imports.ts';
import { storedOf } from '../data/columns.ts';
import { arrivalsOf, creditsOf, marksOf, projectsByCode, projectsByName, stagesOf, type ArrivalRow, type ProjectKey } from '../data/projects.ts';
import { selectPage } from '../data/records.ts';
import { addUnit, allUnits } from '../data/units.ts';
import type { AuditedTable, SqlValue, Writing } from '../data/write.ts';
import { spanOf } from '../domain/day.ts';
import { Fault } from '../domain/fault.ts';
import type { Ledger, Value } from '../domain/ledgers/field.ts';
import type { UnitKind } from '../domain/ledgers/unit.ts';
import { fenOfYuan } from '../domain/money.ts';
import { command, now, type Area, type Book } from './book.ts';
import { ledgerNamed, rowOf } from './query.ts';
import { blockers, takeBack } from './undo.ts';

/** One record as the plan wants it written; values in wire form, units by name. */
export interface PlannedRecord {
  /** which table of the file (index into `tables`), and its 1-based row */
  readonly table: number;
  readonly row: number;
  readonly values: Readonly<Record<string, Value>>;
  readonly approximate: readonly string[];
  readonly extra: Readonly<Record<string, string>>;
  /** null leaves the credits as they are */
  readonly credits: readonly { readonly unit: string; readonly percent: string }[] | null;
  readonly arrivals: readonly PlannedArrival[];
}
export interface PlannedArrival {
  /** null: a cumulative figure whose months are unknown */
  readonly date: string | null;
  /** 元 */
  readonly amount: string;
  readonly currency: string;
  readonly basis: 'month' | 'balance';
  /** of a balance: the last month (or year) that it covers, where the sheet says one */
  readonly until: string | null;
}
export interface ImportPlan {
  readonly file: string;
  readonly ledger: string;
  readonly tables: readonly { readonly sheet: string; readonly columns: Readonly<Record<string, string>> }[];
  /** units to make first */
  readonly units: readonly { readonly name: string; readonly kind: UnitKind }[];
  readonly creates: readonly PlannedRecord[];
  /** values of a change hold only the fields that differ */
  readonly changes: readonly { readonly id: number; readonly record: PlannedRecord }[];
  readonly unchanged: number;
  readonly rejected: number;
  /** what was confirmed for this shape of header, to be remembered */
  readonly profile: { readonly shape: string; readonly answers: string } | null;
}

/** An existing record as a plan compares with it. */
export interface Existing {
  readonly id: number;
  readonly values: Readonly<Record<string, Value>>;
  readonly credits: readonly { readonly unit: string; readonly percent: string }[];
  readonly arrivals: readonly ArrivalRow[];
  readonly approximate: readonly string[];
  readonly extra: Readonly<Record<string, string>>;
}

/** Finds a project by its code, else by name; units that both sides name must agree. Null where none or still several. */
export function findProject(book: Book, key: { readonly code: Value; readonly name: string; readonly units: readonly string[] }): Existing | null {
  const byCode = key.code === null ? [] : projectsByCode(book.db, key.code);
  const named = byCode.length > 0 ? byCode : projectsByName(book.db, key.name).filter((one) => key.code === null || one.code === null);
  const agrees = (one: ProjectKey): boolean => unitsOf(one).some((unit) => key.units.includes(unit));
  const stated = (one: ProjectKey): boolean => key.units.length > 0 && unitsOf(one).length > 0;
  const fits = byCode.length === 1 ? byCode : named.filter((one) => agrees(one) || (named.length === 1 && !stated(one)));
  const [only] = fits;
  return only !== undefined && fits.length === 1 ? existing(book, 'project', only.id) : null;
}

/** Finds a record of a plain ledger (units, people) by its name; a person of another unit is another person. */
export function findNamed(book: Book, ledgerCode: string, name: string, unit: string | null): Existing | null {
  const ledger = ledgerNamed(ledgerCode);
  const ofUnit = unit !== null && ledger.fields.some((field) => field.code === 'unit') ? ' AND (unit IS NULL OR unit = (SELECT id FROM unit WHERE name = :unit))' : '';
  const ids = book.db.prepare(`SELECT id FROM ${ledger.code} WHERE ${ledger.nameField} = :name${ofUnit}`).pluck().all(ofUnit === '' ? { name } : { name, unit }) as number[];
  const [only] = ids;
  return only !== undefined && ids.length === 1 ? existing(book, ledgerCode, only) : null;
}

function existing(book: Book, ledgerCode: string, id: number): Existing {
  const ledger = ledgerNamed(ledgerCode);
  const [row] = selectPage(book.db, { ledger, conditions: [], search: '', sort: [], group: [], only: id }, 0, 1);
  if (row === undefined) throw new Fault('record.missing', { id });
  const isProject = ledger.code === 'project';
  return { id, values: rowOf(ledger, row) as unknown as Record<string, Value>, credits: isProject ? creditsOf(book.db, id) : [], arrivals: isProject ? arrivalsOf(book.db, id) : [], ...(isProject ? marksOf(book.db, id) : NO_MARKS) };
}

const NO_MARKS = { approximate: [], extra: {} };
const unitsOf = (key: ProjectKey): readonly string[] => [key.introducer, key.responsible_unit].filter((unit): unit is string => unit !== null);

/** Writes the whole plan or nothing. Answers the import's id. */
export function commitImport(book: Book, plan: ImportPlan): number {
  const ledger = ledgerNamed(plan.ledger);
  const areas: readonly Area[] = ['imports', ledger.code as Area, 'unit', 'arrival'];
  return command(book, `导入“${plan.file}”`, areas, (writing) => {
    for (const unit of plan.units) addUnit(writing, unit);
    const units = new Map(allUnits(writing.db).map((unit) => [unit.name, unit.id]));
    const importId = recordImport(writing, plan, now(book));
    for (const record of plan.creates) {
      const id = createRecord(writing, ledger, record, units);
      origin(writing, ledger, id, importId, record);
    }
    for (const { id, record } of plan.changes) {
      changeRecord(writing, ledger, id, record, units);
      origin(writing, ledger, id, importId, record);
    }
    return importId;
  });
}

function recordImport(writing: Writing, plan: ImportPlan, at: string): number {
  const { db, change } = writing;
  const { lastInsertRowid } = db
    .prepare('INSERT INTO import (file, at, ledger, created, changed, unchanged, rejected, change_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    .run(plan.file, at, plan.ledger, plan.creates.length, plan.changes.length, plan.unchanged, plan.rejected, change);
  const id = Number(lastInsertRowid);
  db.prepare('UPDATE change SET import_id = ? WHERE id = ?').run(id, change);
  plan.tables.forEach((table, number) => db.prepare('INSERT INTO import_table (import_id, number, sheet, columns) VALUES (?, ?, ?, ?)').run(id, number, table.sheet, JSON.stringify(table.columns)));
  if (plan.profile !== null) {
    db.prepare('INSERT INTO profile (shape, name, ledger, answers, used_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (shape) DO UPDATE SET answers = excluded.answers, used_at = excluded.used_at').run(plan.profile.shape, plan.file, plan.ledger, plan.profile.answers, at);
  }
  return id;
}

const origin = (writing: Writing, ledger: Ledger, id: number, importId: number, record: PlannedRecord): number =>
  writing.insert('origin', { ledger: ledger.code, record_id: id, import_id: importId, table_number: record.table, row: record.row });

type UnitIds = ReadonlyMap<string, number>;

function storedValues(ledger: Ledger, record: PlannedRecord, units: UnitIds): Record<string, SqlValue> {
  const row: Record<string, SqlValue> = {};
  for (const field of ledger.fields) {
    const value = record.values[field.code];
    if (value === undefined || field.computed === true) continue;
    row[field.code] = field.kind === 'unit' && value !== null ? unitId(units, value) : storedOf(field, value);
  }
  return row;
}

function unitId(units: UnitIds, name: string): number {
  const id = units.get(name);
  if (id === undefined) throw new Fault('unit.unknown', { name });
  return id;
}

function createRecord(writing: Writing, ledger: Ledger, record: PlannedRecord, units: UnitIds): number {
  const row = storedValues(ledger, record, units);
  if (ledger.code === 'unit') {
    const id = addUnit(writing, { name: String(row['name']), kind: row['kind'] as UnitKind });
    writing.update('unit', id, row);
    return id;
  }
  if (ledger.code !== 'project') return writing.insert(ledger.code as AuditedTable, row);
  const id = writing.insert('project', { ...row, approximate: record.approximate.join(',') || null, extra: Object.keys(record.extra).length === 0 ? null : JSON.stringify(record.extra) });
  if (typeof row['stage'] === 'string') writing.insert('stage_event', { project_id: id, stage: row['stage'], date: null, who: null, note: null });
  for (const credit of creditsFor(record)) writing.insert('credit', { project_id: id, unit_id: unitId(units, credit.unit), share: shareOf(credit.percent) });
  for (const one of record.arrivals) if (fenOfYuan(one.amount) !== 0n) writing.insert('arrival', { project_id: id, date: one.date, amount: fenOfYuan(one.amount), currency: one.currency, basis: one.basis, until: one.until });
  return id;
}

/** A project counts for its introducer alone where nothing says it is shared. */
function creditsFor(record: PlannedRecord): NonNullable<PlannedRecord['credits']> {
  const introducer = record.values['introducer'];
  return record.credits ?? (introducer === undefined || introducer === null ? [] : [{ unit: introducer, percent: '100' }]);
}

const shareOf = (percent: string): number => Math.round(Number(percent) * 100);

function changeRecord(writing: Writing, ledger: Ledger, id: number, record: PlannedRecord, units: UnitIds): void {
  const row = storedValues(ledger, record, units);
  if (ledger.code !== 'project') {
    writing.update(ledger.code as AuditedTable, id, row);
    return;
  }
  const stage = row['stage'];
  if (typeof stage === 'string' && stagesOf(writing.db, id).at(-1)?.stage !== stage) writing.insert('stage_event', { project_id: id, stage, date: null, who: null, note: null });
  writing.update('project', id, { ...row, ...marksAfter(writing, id, record) });
  if (record.credits !== null || typeof record.values['introducer'] === 'string') replaceCredits(writing, id, creditsFor(record), units);
  for (const one of record.arrivals) setArrival(writing, id, one);
}

/** A figure written anew is approximate as its source says; other columns of the sheet join what was kept before. */
function marksAfter(writing: Writing, id: number, record: PlannedRecord): Record<string, SqlValue> {
  const { approximate, extra } = marksOf(writing.db, id);
  const codes = [...approximate.filter((code) => record.values[code] === undefined), ...record.approximate.filter((code) => record.values[code] !== undefined)];
  const kept = { ...extra, ...record.extra };
  return { approximate: codes.join(',') || null, extra: Object.keys(kept).length === 0 ? null : JSON.stringify(kept) };
}

function replaceCredits(writing: Writing, project: number, credits: NonNullable<PlannedRecord['credits']>, units: UnitIds): void {
  for (const old of creditsOf(writing.db, project)) writing.remove('credit', old.id);
  for (const credit of credits) writing.insert('credit', { project_id: project, unit_id: unitId(units, credit.unit), share: shareOf(credit.percent) });
}

/** A month's figure replaces that month's; a cumulative figure sets the undated part to what the dated ones leave. */
function setArrival(writing: Writing, project: number, planned: PlannedArrival): void {
  const all = arrivalsOf(writing.db, project).filter((one) => one.currency === planned.currency);
  const same = all.find((one) => one.basis === planned.basis && one.date === planned.date);
  const dated = all.filter((one) => one.basis !== 'balance').reduce((sum, one) => sum + fenOfYuan(one.amount), 0n);
  const amount = fenOfYuan(planned.amount) - (planned.basis === 'balance' ? dated : 0n);
  if (same !== undefined) writing.update('arrival', same.id, { amount, until: planned.until });
  else if (amount !== 0n) writing.insert('arrival', { project_id: project, date: planned.date, amount, currency: planned.currency, basis: planned.basis, until: planned.until });
  if (planned.basis === 'month') takeFromBalance(writing, all.find((one) => one.basis === 'balance'), planned.date, amount - (same === undefined ? 0n : fenOfYuan(same.amount)));
}

/** A month that the undated total already covers is told apart from it, not added again: 累计300万, then 1—3月 100万 each stays 300万. */
function takeFromBalance(writing: Writing, balance: ArrivalRow | undefined, month: string | null, more: bigint): void {
  if (balance === undefined || month === null || more <= 0n) return;
  if (balance.until !== null && spanOf(month).first > spanOf(balance.until).last) return;
  const rest = fenOfYuan(balance.amount) - more;
  if (rest > 0n) writing.update('arrival', balance.id, { amount: rest });
  else writing.remove('arrival', balance.id);
}

interface ImportRow {
  id: number;
  file: string;
  at: string;
  ledger: string;
  created: number;
  changed: number;
  rejected: number;
  change_id: number;
  undone: number;
}
const IMPORTS = `SELECT import.*, change.undone_by IS NOT NULL AS undone FROM import JOIN change ON change.id = import.change_id`;

/** Newest first. */
export function listImports(book: Book): readonly PastImport[] {
  const rows = book.db.prepare(`${IMPORTS} ORDER BY import.id DESC LIMIT 200`).all() as ImportRow[];
  return rows.map((row) => ({ id: row.id, file: row.file, at: row.at, ledger: row.ledger, new: row.created, changed: row.changed, rejected: row.rejected, undone: row.undone === 1 }));
}

/** Takes back exactly that import. @throws Fault import.changedLater naming what was changed since */
export function undoImport(book: Book, id: number): number {
  const row = book.db.prepare(`${IMPORTS} WHERE import.id = ?`).get(id) as ImportRow | undefined;
  if (row === undefined) throw new Fault('import.missing', { id });
  if (row.undone === 1) throw new Fault('import.undone', { id });
  const later = blockers(book.db, row.change_id);
  if (later.length > 0) throw new Fault('import.changedLater', { id, records: later.join('、') });
  return takeBack(book, row.change_id);
}

/** The answers remembered for a shape of header, as the importer left them. */
export function profileFor(book: Book, shape: string): string | null {
  return (book.db.prepare('SELECT answers FROM profile WHERE shape = ?').pluck().get(shape) as string | undefined) ?? null;
}
