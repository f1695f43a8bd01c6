/**
 * The importer's ends: reads picked files into a draft, and hands a confirmed plan to the ledger.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ImportAnswer } from '../../preload/contract/answers.ts';
import type { ImportDraft, ImportResult, SheetPage } from '../../preload/contract/imports.ts';
import type { ProposedUnit } from '../../preload/contract/units.ts';
import { bookOf } from '../data/open.ts';
import { lastChange } from '../data/records/history.ts';
import { ownLedgers } from '../data/ledgers/own-ledgers.ts';
import type { FileFact } from '../domain/targets/fact.ts';
import { derivedOf } from '../domain/derived-mark.ts';
import { Fault, type FaultData } from '../domain/fault.ts';
import { kindOfName } from '../domain/ledgers/unit.ts';
import type { Book } from '../services/book/book.ts';
import { commitFacts, planFacts } from '../services/imports/facts.ts';
import { commitImport } from '../services/imports/imports.ts';
import { knownRecords } from '../services/imports/known.ts';
import { profileFor } from '../services/imports/profiles.ts';
import { sessionFacts } from '../services/book/session.ts';
import { listUnits } from '../services/units/units.ts';
import { distinctNames, type OpenDraft, type OpenFile } from './plan/drafts.ts';
import { aliasesOf } from '../domain/read/aliases.ts';
import { inspectWorkbook } from './recognise/inspect.ts';
import { judgeDraft, type Judged } from './plan/judge.ts';
import { pageOf } from './sheet/page.ts';
import { withFormsLaidOut } from './sheet/record-forms.ts';
import { isLockFile, readWorkbook } from './readers/index.ts';
import type { Workbook } from './sheet/sheet.ts';
import { heldCells, importDraftOf, openQuestions, placedIssues } from './plan/shown.ts';
import { stopIfCancelled, type Watch } from './sheet/watch.ts';
import type { ImportScene } from './plan/import-scene.ts';
import { importNameOf, factImportOf, importPlanOf } from './plan/planned-import.ts';

const MOST_BYTES = 200 * 1024 * 1024;
const WORKBOOK = /\.(xlsx|xlsm|xls|et|csv|txt)$/i;

/**
 * The files behind handles; a folder stands for the workbooks in it, without what Excel leaves of
 * open ones.
 */
async function pathsOf(scene: ImportScene, handles: readonly string[]): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const handle of handles) {
    const path = await scene.host.pathOf(handle);
    const names = await readdir(path).catch(() => null);
    if (names === null) paths.push(path);
    else
      paths.push(
        ...names
          .filter((name) => WORKBOOK.test(name) && !isLockFile(name))
          .sort((a, b) => a.localeCompare(b, 'zh-CN'))
          .map((name) => join(path, name)),
      );
  }
  return paths;
}

async function readBytes(path: string): Promise<Uint8Array> {
  const file = basename(path);
  if (isLockFile(file)) throw new Fault('import.lockFile', { file });
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES)
      throw new Fault('import.tooLarge', { file, megabytes: Math.ceil(size / 1024 / 1024) });
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (error instanceof Fault) throw error;
    if (code === 'ENOENT') throw new Fault('file.missing', { file });
    if (code === 'EBUSY' || code === 'EPERM' || code === 'EACCES')
      throw new Fault('file.busy', { file });
    if (code === 'EISDIR') throw new Fault('import.notWorkbook', { file });
    throw error;
  }
}

async function parsed(bytes: Uint8Array, file: string, watch: Watch): Promise<Workbook> {
  const read = await readWorkbook(bytes, file, watch);
  const derived = derivedOf(read.keywords ?? '');
  // sheets that somebody added beside the printed one are read
  const sheets = read.sheets.filter(({ name }) => name !== derived?.title);
  if (derived !== null && sheets.length === 0)
    throw new Fault('import.derived', { file, ...derived });
  const workbook = withFormsLaidOut({ ...read, sheets });
  if (workbook.sheets.every((sheet) => sheet.rows.length === 0))
    throw new Fault('import.nothing', { file });
  return workbook;
}

/** A picked workbook, for looking at alone. @throws Fault import.… where it cannot be read */
export const readBook = async (path: string, watch: Watch): Promise<Workbook> =>
  parsed(await readBytes(path), basename(path), watch);

/** A file that cannot be read is part of the draft with what is wrong with it; the others go on. */
async function openFile(path: string, file: string, watch: Watch): Promise<OpenFile> {
  let bytes: Uint8Array = new Uint8Array();
  try {
    bytes = await readBytes(path);
    return { file, path, bytes, workbook: await parsed(bytes, file, watch), fault: null };
  } catch (error) {
    if (!(error instanceof Fault) || error.code === 'import.cancelled') throw error;
    return {
      file,
      path,
      bytes,
      workbook: null,
      fault: { code: error.code, params: error.params } as FaultData,
    };
  }
}

/**
 * @throws Fault of the first file where none can be read; file.missing for a folder without
 * workbooks
 */
export async function openImport(
  scene: ImportScene,
  handles: readonly string[],
  ledger: string | null = null,
): Promise<ImportDraft> {
  const paths = await pathsOf(scene, handles);
  const names = distinctNames(paths.map((path) => basename(path)));
  const watch = scene.watch('import.read');
  const files: OpenFile[] = [];
  for (const [at, path] of paths.entries()) {
    stopIfCancelled(watch);
    const part: Watch = {
      cancelled: watch.cancelled,
      progress: (done, total) =>
        watch.progress(Math.floor(100 * (at + (total > 0 ? done / total : 0))), 100 * paths.length),
    };
    files.push(await openFile(path, names[at] ?? '', part));
  }
  const [first] = files;
  if (first === undefined)
    throw new Fault('file.missing', { file: basename(await scene.host.pathOf(handles[0] ?? '')) });
  if (first.fault !== null && files.every((one) => one.fault !== null))
    throw new Fault(first.fault.code, first.fault.params);
  const draft = scene.drafts.open(files, ledger);
  try {
    return importDraftOf(draft, judgedDraft(scene, draft));
  } catch (error) {
    scene.drafts.close(draft.id);
    throw error;
  }
}

export function answerImport(
  scene: ImportScene,
  id: number,
  answers: readonly ImportAnswer[],
): ImportDraft {
  const draft = scene.drafts.answer(id, answers);
  return importDraftOf(draft, judgedDraft(scene, draft));
}

export function sheetPage(
  scene: ImportScene,
  input: {
    readonly draft: number;
    readonly file: string;
    readonly sheet: string;
    readonly from: number;
    readonly rows: number;
  },
): SheetPage {
  const draft = scene.drafts.either(input.draft);
  const file = draft.files.find((one) => one.file === input.file);
  if (file === undefined || file.workbook === null)
    throw new Fault('input.invalid', { path: input.file });
  return pageOf(
    file.workbook,
    draft.answers.filter((one) => one.kind === 'cell' && one.file === input.file),
    input.sheet,
    input.from,
    input.rows,
  );
}

interface Kept {
  readonly book: Book['db'];
  readonly change: number;
  readonly judged: Judged;
}
const kept = new WeakMap<OpenDraft, Kept>();

/**
 * The office's name where it means the whole: in a township's own book it is the name of a unit,
 * and its row that unit's.
 */
const wholeName = (units: ReturnType<typeof listUnits>, office: string): string =>
  units.some((unit) => unit.kind !== 'county' && unit.name === office) ? '' : office;

/** What a draft means; it holds until the book is written to. */
function judgedDraft({ book, watch }: ImportScene, draft: OpenDraft): Judged {
  const known = kept.get(draft);
  const change = lastChange(book.db);
  const opened = bookOf(book.db);
  if (known !== undefined && known.book === opened && known.change === change) return known.judged;
  const units = listUnits(book);
  const context = {
    units,
    county: wholeName(units, sessionFacts(book).county ?? ''),
    remembered: (shape: string) => profileFor(book, shape),
    own: ownLedgers(book.db)
      .filter((one) => !one.definition.retired)
      .map((one) => one.ledger),
    known: knownRecords(book),
    planFacts: (facts: readonly FileFact[]) => planFacts(book, facts),
    change,
  };
  const now = judgeDraft(draft, context, watch('import.check'));
  kept.set(draft, { book: opened, change, judged: now });
  return now;
}

/**
 * What a draft meant when it was last looked at, whatever was written since: its own commit for
 * one.
 */
export function lastJudged(scene: ImportScene, draft: OpenDraft): Judged {
  return kept.get(draft)?.judged ?? judgedDraft(scene, draft);
}

/** How many records that are there already the open draft would change. */
export function recordsChangedBy(scene: ImportScene, id: number): number {
  return kept.get(scene.drafts.get(id))?.judged.plan.counts.changed ?? 0;
}

/**
 * Writes what the draft meant when it was last shown; with rows still waiting only where the user
 * chose to import the others. @throws Fault import.stale where the book was written to since
 */
export function commitOpenImport(scene: ImportScene, id: number, onlyValid: boolean): ImportResult {
  const draft = scene.drafts.get(id);
  const name = importNameOf(draft);
  const shown = kept.get(draft);
  if (
    shown === undefined ||
    shown.book !== bookOf(scene.book.db) ||
    shown.change !== lastChange(scene.book.db)
  )
    throw new Fault('import.stale', { file: name });
  const now = shown.judged;
  const { counts } = now.plan;
  if (now.ledger === null && now.facts.length === 0)
    throw new Fault('import.nothing', { file: name });
  const held = heldCells(now).length;
  if (counts.rejected + held > 0 && !onlyValid)
    throw new Fault('import.waiting', { file: name, rows: counts.rejected, cells: held });
  const watch = scene.watch('import.commit');
  const step = (done: number, total: number): void => {
    stopIfCancelled(watch);
    watch.progress(done, total);
  };
  const number =
    now.ledger === null
      ? commitFacts(scene.book, factImportOf(draft, now), step)
      : commitImport(scene.book, importPlanOf(draft, now, now.ledger), step);
  scene.drafts.settle(id);
  const issues = placedIssues(now);
  return {
    import: number,
    new: counts.new,
    changed: counts.changed,
    unchanged: counts.unchanged,
    rejected: counts.rejected,
    held,
    questions: openQuestions(now),
    warnings: issues.filter((one) => one.level === 'warning'),
    leftOut: now.leftOut,
  };
}

/**
 * The units that a workbook names, for the first start: a list of units, else the first column of
 * names of every table.
 */
export async function recogniseUnits(
  scene: ImportScene,
  handle: string,
): Promise<{ sheet: string; skipped: readonly string[]; units: readonly ProposedUnit[] }> {
  const path = await scene.host.pathOf(handle);
  const file = basename(path);
  const workbook = await parsed(await readBytes(path), file, scene.watch('import.read'));
  const { tables } = inspectWorkbook(workbook, file, {
    units: [],
    county: '',
    ledgerCode: 'unit',
    answers: [],
  });
  const table = tables
    .toSorted((a, b) => b.records.length - a.records.length)
    .find((one) => one.columns.some((column) => column.field?.code === 'name'));
  if (table === undefined) throw new Fault('import.nothing', { file });
  const units = new Map<string, ProposedUnit>();
  for (const { values } of table.records) {
    const name = values.get('name')?.replace(/\s/g, '') ?? '';
    const stated = values.get('kind') ?? kindOfName(name);
    if (name !== '' && stated !== 'county')
      units.set(name, {
        name,
        kind: stated as ProposedUnit['kind'],
        aliases: aliasesOf(values.get('aliases')),
      });
  }
  return {
    sheet: table.sheet.name,
    skipped: workbook.sheets
      .filter((sheet) => sheet !== table.sheet && sheet.name !== table.sheet.name)
      .map((sheet) => sheet.name),
    units: [...units.values()],
  };
}
