/** Writing records: edits of cells, new and removed records, moves of stage. */
import type { Saved } from '../../preload/contract/records.ts';
import { codesOf } from '../data/history.ts';
import { storedOf } from '../data/columns.ts';
import { creditsOf, stagesOf } from '../data/projects.ts';
import type { AuditedTable, SqlRow, SqlValue, Writing } from '../data/write.ts';
import { addUnit } from '../data/units.ts';
import { isDay, surelyBefore, dayText } from '../domain/day.ts';
import { Fault } from '../domain/fault.ts';
import type { Field, Ledger, Value } from '../domain/ledgers/field.ts';
import { kindOfName } from '../domain/ledgers/unit.ts';
import type { Currency } from '../domain/measure.ts';
import { STAGE_DATES, STAGES, stepOf, type Stage } from '../domain/stage.ts';
import { command, type Area, type Book } from './book.ts';
import { fieldNamed, ledgerNamed } from './query.ts';
import { facts } from './session.ts';
import { readTyped } from './typed.ts';
import { aliasesOf, refuseInUse, refuseTaken } from './units.ts';

export interface Edit {
  readonly id: number;
  readonly field: string;
  readonly value: Value;
}
type Stored = Readonly<Record<string, SqlValue>>;

/** One change for all edits, so that a pasted block is undone as one. */
export function edit(book: Book, ledgerCode: string, edits: readonly Edit[]): Saved {
  const ledger = ledgerNamed(ledgerCode);
  const year = facts(book).year;
  const ids = [...new Set(edits.map((one) => one.id))];
  return command(book, labelOf(ledger, edits), areasOf(ledger), (writing) => {
    for (const id of ids) writeEdits(writing, ledger, id, edits.filter((one) => one.id === id), year);
    return { change: writing.change, ids };
  });
}

export function create(book: Book, ledgerCode: string, records: readonly Readonly<Record<string, Value>>[]): Saved {
  const ledger = ledgerNamed(ledgerCode);
  if (ledger.code === 'arrival') throw new Fault('value.computed', { field: ledger.label });
  const year = facts(book).year;
  return command(book, `新增${records.length}${ledger.noun}`, areasOf(ledger), (writing) => {
    const ids = records.map((record) => {
      const name = record[ledger.nameField]?.trim() ?? '';
      if (name === '') throw new Fault('value.required', { field: fieldNamed(ledger, ledger.nameField).label });
      if (ledger.code === 'unit') refuseTaken(writing.db, [name], null);
      const id = ledger.code === 'unit' ? addUnit(writing, { name, kind: kindOfName(name) }) : writing.insert(ledger.code as AuditedTable, { [ledger.nameField]: name });
      const rest = Object.entries(record).map(([field, value]) => ({ id, field, value }));
      writeEdits(writing, ledger, id, rest, year);
      return id;
    });
    return { change: writing.change, ids };
  });
}

export function remove(book: Book, ledgerCode: string, ids: readonly number[]): Saved {
  const ledger = ledgerNamed(ledgerCode);
  return command(book, `删除${ids.length}${ledger.noun}`, areasOf(ledger), (writing) => {
    for (const id of ids) {
      const row = requireRow(writing, ledger, id);
      if (ledger.code === 'unit') refuseInUse(writing.db, id, String(row['name']));
      writing.remove(ledger.code as AuditedTable, id);
    }
    return { change: writing.change, ids };
  });
}

/** Moves a project's stage. Earlier stages that were passed over stay unknown; a date may not run before the last known one. */
export function setStage(book: Book, input: { readonly id: number; readonly stage: string; readonly date: Value; readonly who: Value; readonly note: Value }): Saved {
  const ledger = ledgerNamed('project');
  const stage = STAGES.find((one) => one.value === input.stage);
  if (stage === undefined) throw new Fault('value.unreadable', { field: '项目阶段', seen: input.stage, want: '列出的阶段之一' });
  return command(book, `项目改为${stage.label}`, areasOf(ledger), (writing) => {
    requireRow(writing, ledger, input.id);
    const date = input.date === null ? null : readTyped(writing.db, fieldNamed(ledger, 'started_date'), input.date, { year: facts(book).year, currency: 'CNY' }).value;
    addStage(writing, input.id, { stage: stage.value, date, who: input.who, note: input.note });
    return { change: writing.change, ids: [input.id] };
  });
}

function addStage(writing: Writing, id: number, event: { readonly stage: Stage; readonly date: Value; readonly who: Value; readonly note: Value }): void {
  if (event.date !== null && isDay(event.date)) refuseBackwards(writing, id, event.stage, event.date);
  writing.insert('stage_event', { project_id: id, stage: event.stage, date: event.date, who: event.who, note: event.note });
  const dateField = STAGE_DATES[event.stage];
  const patch: SqlRow = dateField === undefined || event.date === null ? { stage: event.stage } : { stage: event.stage, [dateField]: event.date };
  writing.update('project', id, patch);
}

function refuseBackwards(writing: Writing, id: number, stage: Stage, date: string): void {
  const step = stepOf(stage);
  for (const past of stagesOf(writing.db, id)) {
    const pastStep = stepOf(past.stage as Stage);
    const earlier = step === null || pastStep === null || pastStep <= step;
    if (past.date === null || !earlier || !surelyBefore(date, past.date)) continue;
    const label = STAGES.find((one) => one.value === past.stage)?.label ?? past.stage;
    throw new Fault('stage.backwards', { stage: STAGES.find((one) => one.value === stage)?.label ?? stage, date: dayText(date), after: `${label}${dayText(past.date)}` });
  }
}

function writeEdits(writing: Writing, ledger: Ledger, id: number, edits: readonly Edit[], year: number): void {
  const current = requireRow(writing, ledger, id);
  const patch: Record<string, SqlValue> = {};
  const approximate = new Set(codesOf((current['approximate'] as string | null | undefined) ?? null));
  for (const one of edits) {
    const field = fieldNamed(ledger, one.field);
    const typed = readTyped(writing.db, field, one.value, { year, currency: currencyOf(field, { ...current, ...patch }) });
    patch[field.code] = storedOf(field, typed.value);
    if (typed.approximate) approximate.add(field.code);
    else approximate.delete(field.code);
  }
  if (ledger.code === 'project') {
    const stage = patch['stage'];
    delete patch['stage'];
    patch['approximate'] = [...approximate].join(',') || null;
    if (typeof stage === 'string' && stage !== current['stage']) addStage(writing, id, { stage: stage as Stage, date: null, who: null, note: null });
    if (patch['introducer'] !== undefined) creditIntroducer(writing, id, current['introducer'] ?? null, patch['introducer']);
    if (patch['currency'] === null) patch['currency'] = 'CNY';
  }
  if (ledger.code === 'unit') refuseTaken(writing.db, [String(patch['name'] ?? current['name']), ...aliasesOf((patch['aliases'] ?? null) as string | null)], id);
  writing.update(ledger.code as AuditedTable, id, patch);
}

/** The introducer is who the project counts for: a single credit follows it, shared credits keep their other unit. */
function creditIntroducer(writing: Writing, project: number, before: SqlValue, after: SqlValue): void {
  const credits = creditsOf(writing.db, project);
  const own = writing.db.prepare('SELECT id FROM credit WHERE project_id = ? AND unit_id = ?').pluck().get(project, before) as number | undefined;
  if (after === null || (own === undefined && credits.length > 0)) for (const credit of credits) writing.remove('credit', credit.id);
  if (after === null) return;
  const taken = writing.db.prepare('SELECT id FROM credit WHERE project_id = ? AND unit_id = ?').pluck().get(project, after) as number | undefined;
  if (taken !== undefined) return;
  if (own === undefined) writing.insert('credit', { project_id: project, unit_id: after, share: 10000 });
  else writing.update('credit', own, { unit_id: after });
}

function currencyOf(field: Field, row: Stored): Currency {
  if (field.kind !== 'money') return 'CNY';
  return typeof field.currency === 'string' ? field.currency : ((row[field.currency.field] ?? 'CNY') as Currency);
}

function requireRow(writing: Writing, ledger: Ledger, id: number): Stored {
  const row = writing.db.prepare(`SELECT * FROM ${ledger.code} WHERE id = ?`).safeIntegers(true).get(id) as Stored | undefined;
  if (row === undefined) throw new Fault('record.missing', { id });
  return row;
}

const areasOf = (ledger: Ledger): readonly Area[] => (ledger.code === 'arrival' ? ['arrival', 'project'] : [ledger.code as Area]);

function labelOf(ledger: Ledger, edits: readonly Edit[]): string {
  const labels = [...new Set(edits.map((one) => fieldNamed(ledger, one.field).label))];
  return edits.length === 1 ? `修改${labels[0]}` : `修改${edits.length}格`;
}
