/** The importer's ends: reads a picked file into a draft, and hands a confirmed plan to the ledger. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Answer, Draft, ImportResult, SheetPage } from '../../preload/contract/imports.ts';
import type { ProposedUnit } from '../../preload/contract/units.ts';
import { lastChange } from '../data/history.ts';
import { countAll } from '../data/records.ts';
import { Fault } from '../domain/fault.ts';
import type { Ledger } from '../domain/ledgers/field.ts';
import { kindOfName } from '../domain/ledgers/unit.ts';
import { columnName } from '../domain/sheet-address.ts';
import type { Book } from '../services/book.ts';
import { commitImport, findNamed, findProject, profileFor, type ImportPlan } from '../services/imports.ts';
import { facts } from '../services/session.ts';
import { listUnits } from '../services/units.ts';
import { lasting } from './answers.ts';
import { draftOf, judge, pageOf, type Drafts, type Judged, type OpenDraft } from './drafts.ts';
import { inspect } from './inspect.ts';
import { readWorkbook } from './readers/index.ts';
import type { Workbook } from './sheet.ts';

/** What importing needs of the core. */
export interface ImportScene {
  readonly book: Book;
  readonly drafts: Drafts;
  readonly host: { pathOf(handle: string): Promise<string> };
}

const MOST_BYTES = 200 * 1024 * 1024;

async function read(scene: ImportScene, handle: string): Promise<{ file: string; workbook: Workbook }> {
  const path = await scene.host.pathOf(handle);
  const file = basename(path);
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) throw new Fault('import.tooLarge', { file, megabytes: Math.ceil(size / 1024 / 1024) });
    return { file, workbook: readWorkbook(await readFile(path), file) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (error instanceof Fault) throw error;
    if (code === 'ENOENT') throw new Fault('file.missing', { file });
    if (code === 'EBUSY' || code === 'EPERM' || code === 'EACCES') throw new Fault('file.busy', { file });
    if (code === 'EISDIR') throw new Fault('import.notWorkbook', { file });
    throw error;
  }
}

export async function openDraft(scene: ImportScene, handle: string, ledger: string | null = null): Promise<Draft> {
  const { file, workbook } = await read(scene, handle);
  if (workbook.sheets.every((sheet) => sheet.rows.length === 0)) throw new Fault('import.nothing', { file });
  const draft = scene.drafts.open(file, workbook, ledger);
  return draftOf(draft, judged(scene, draft));
}

export function answer(scene: ImportScene, id: number, answers: readonly Answer[]): Draft {
  const draft = scene.drafts.answer(id, answers);
  return draftOf(draft, judged(scene, draft));
}

export function sheetPage(scene: ImportScene, input: { readonly draft: number; readonly sheet: string; readonly from: number; readonly rows: number }): SheetPage {
  return pageOf(scene.drafts.get(input.draft), input.sheet, input.from, input.rows);
}

interface Kept {
  readonly db: Book['db'];
  readonly change: number;
  readonly judged: Judged;
}
const kept = new WeakMap<OpenDraft, Kept>();

/** What a draft meant when it was shown still holds at its commit, unless the book was written to in between. */
function judged({ book }: ImportScene, draft: OpenDraft): Judged {
  const known = kept.get(draft);
  const change = lastChange(book.db);
  if (known !== undefined && known.db === book.db && known.change === change) return known.judged;
  const now = judgedAnew(book, draft);
  kept.set(draft, { db: book.db, change, judged: now });
  return now;
}

function judgedAnew(book: Book, draft: OpenDraft): Judged {
  const empty = new Map<string, boolean>();
  const isEmpty = (ledger: Ledger): boolean => {
    const known = empty.get(ledger.code) ?? countAll(book.db, ledger) === 0;
    empty.set(ledger.code, known);
    return known;
  };
  return judge(draft, { units: listUnits(book), county: facts(book).county ?? '', remembered: (shape) => profileFor(book, shape) }, (ledger, record) => {
    if (isEmpty(ledger)) return null;
    const name = record.values[ledger.nameField] ?? '';
    if (ledger.code !== 'project') return findNamed(book, ledger.code, name, record.values['unit'] ?? null);
    const units = [record.values['introducer'], record.values['responsible_unit']].filter((unit) => typeof unit === 'string');
    return findProject(book, { code: record.values['code'] ?? null, name, units });
  });
}

/** Writes what the draft means now; with rows still waiting only where the user chose to import the others. */
export function commit(scene: ImportScene, id: number, onlyValid: boolean): ImportResult {
  const draft = scene.drafts.get(id);
  const now = judged(scene, draft);
  const { counts } = now.plan;
  if (now.ledger === null) throw new Fault('import.nothing', { file: draft.file });
  if (counts.rejected > 0 && !onlyValid) throw new Fault('import.waiting', { file: draft.file, rows: counts.rejected });
  const number = commitImport(scene.book, planOf(draft, now, now.ledger));
  scene.drafts.close(id);
  const issues = now.tables.flatMap((table) => table.issues);
  return { import: number, new: counts.new, changed: counts.changed, unchanged: counts.unchanged, rejected: counts.rejected, questions: issues.filter((one) => one.level === 'question' || one.level === 'error'), warnings: issues.filter((one) => one.level === 'warning') };
}

function planOf(draft: OpenDraft, { inspection, plan }: Judged, ledger: string): ImportPlan {
  const answers = lasting(inspection.answers);
  return {
    file: draft.file,
    ledger,
    tables: inspection.tables.map((table) => ({ sheet: table.sheet.name, columns: Object.fromEntries(table.columns.flatMap((column) => (column.field !== null && column.use === 'field' ? [[column.month ?? column.field.code, columnName(column.index)]] : []))) })),
    units: inspection.unitCreates,
    creates: plan.creates,
    changes: plan.changes,
    unchanged: plan.counts.unchanged,
    rejected: plan.counts.rejected,
    profile: inspection.shape !== null && lasting(draft.answers).length > 0 ? { shape: inspection.shape, answers: JSON.stringify(answers) } : null,
  };
}

/** The units that a workbook names, for the first start: a list of units, else the first column of names of every table. */
export async function recogniseUnits(scene: ImportScene, handle: string): Promise<{ sheet: string; skipped: readonly string[]; units: readonly ProposedUnit[] }> {
  const { file, workbook } = await read(scene, handle);
  const { tables } = inspect(workbook, file, { units: [], county: '', ledgerCode: 'unit', answers: [] });
  const table = tables.toSorted((a, b) => b.records.length - a.records.length).find((one) => one.columns.some((column) => column.field?.code === 'name'));
  if (table === undefined) throw new Fault('import.nothing', { file });
  const units = new Map<string, ProposedUnit>();
  for (const { values } of table.records) {
    const name = values['name']?.replace(/\s/g, '') ?? '';
    const stated = values['kind'] ?? kindOfName(name);
    if (name !== '' && stated !== 'county') units.set(name, { name, kind: stated as ProposedUnit['kind'] });
  }
  return { sheet: table.sheet.name, skipped: workbook.sheets.filter((sheet) => sheet !== table.sheet && sheet.name !== table.sheet.name).map((sheet) => sheet.name), units: [...units.values()] };
}
