/**
 * What a draft means now: every file recognised with its answers, all of them compared with the
 * ledger and with each other.
 */
import type { ImportAnswer } from '../../../preload/contract/answers.ts';
import type {
  DraftRowName,
  PlacedIssue,
  SenderCoverage,
} from '../../../preload/contract/imports.ts';
import type { Unit } from '../../../preload/contract/units.ts';
import type { FileFact } from '../../domain/targets/fact.ts';
import type { FaultData } from '../../domain/fault.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import type { FactPlan } from '../../services/imports/facts.ts';
import type { Known } from '../../services/imports/known.ts';
import { answersFor, type FileForm } from '../sheet/answers.ts';
import { IMPORTABLE } from '../sheet/dictionary.ts';
import type { OpenDraft, OpenFile } from './drafts.ts';
import { rowsLeftOut } from './left-out.ts';
import { inspectWorkbook, type Inspection } from '../recognise/inspect.ts';
import type { MappedTable } from '../sheet/mapped.ts';
import { factsOf, planWithFacts } from './file-facts.ts';
import type { FilePlan, FileTable, RowAnswers } from './file-plan.ts';
import { planImport } from './plan.ts';
import { senderCoverageOf, senderInName, senderOf, type Sender } from '../records/sender.ts';
import { stopIfCancelled, type Watch } from '../sheet/watch.ts';

export interface JudgedFile {
  readonly file: string;
  readonly fault: FaultData | null;
  readonly inspection: Inspection | null;
  /** the tables of the one kind that this import writes: of one ledger, or targets and matrices */
  readonly tables: readonly MappedTable[];
  /** the unit that sent it */
  readonly unit: string | null;
}
export interface Judged {
  readonly files: readonly JudgedFile[];
  /** every table that is imported, numbered through all files */
  readonly tables: readonly FileTable[];
  readonly ledger: string | null;
  /** the figures of targets and matrices; none where the files are a ledger */
  readonly facts: readonly FileFact[];
  /** what importing the figures makes beside them */
  readonly notes: readonly string[];
  readonly plan: FilePlan;
  readonly coverage: SenderCoverage | null;
  /** what of the files is not imported at all, and why */
  readonly leftOut: readonly PlacedIssue[];
}
export interface JudgeContext {
  readonly units: readonly Unit[];
  readonly county: string;
  readonly remembered: (shape: string) => readonly ImportAnswer[] | null;
  /** the users' own ledgers, recognised beside the built-in ones */
  readonly own?: readonly Ledger[];
  readonly known: Known;
  /** what figures of targets and months would change; absent: nobody keeps any */
  readonly planFacts?: (facts: readonly FileFact[]) => FactPlan;
  /** the newest change of the book: what was recognised before it may no longer hold */
  readonly change: number;
}

export function judgeDraft(draft: OpenDraft, context: JudgeContext, watch: Watch): Judged {
  const inspected = draft.files.map((file) => ({
    file,
    inspection: inspectFile(file, draft, context, watch),
  }));
  const kind = mostRows(inspected.flatMap(({ inspection }) => inspection?.tables ?? []));
  const files = inspected.map(({ file, inspection }): JudgedFile => ({
    file: file.file,
    fault: file.fault,
    inspection,
    ...ofKind(inspection?.tables ?? [], kind, file.file, draft, context),
  }));
  const tables = numbered(files, draft);
  const ofRows = planImport(tables, context.known, rowAnswers(draft.answers), watch);
  return {
    files,
    tables,
    ledger: kind === FACTS ? null : kind,
    ...(kind !== FACTS || context.planFacts === undefined
      ? { plan: ofRows, facts: factsOf(tables, ofRows), notes: [] }
      : planWithFacts(tables, ofRows, context.planFacts)),
    coverage: senderCoverageOf(
      files.filter(({ inspection }) => inspection !== null),
      context.units,
    ),
    leftOut: kind === null ? [] : rowsLeftOut(draft.files, files, labelOf(context.own ?? [])),
  };
}

const labelOf =
  (own: readonly Ledger[]) =>
  (code: string): string =>
    [...IMPORTABLE, ...own].find((one) => one.code === code)?.label ?? code;

/** Of a file's tables those that this import writes, and whose they are. */
function ofKind(
  all: readonly MappedTable[],
  kind: string | null,
  file: string,
  draft: OpenDraft,
  { units, county }: JudgeContext,
): Pick<JudgedFile, 'tables' | 'unit'> {
  const tables = all.filter((table) => kindOf(table) === kind);
  const said = senderSaid(draft, file);
  if (said !== null) return { tables, unit: said.unit };
  return { tables, unit: senderOf(file, tables.length === 0 ? all : tables, units, county) };
}

/** The tables of all files, numbered through; of several files one that nobody sent is nobody's. */
function numbered(files: readonly JudgedFile[], draft: OpenDraft): readonly FileTable[] {
  const many = files.filter(({ inspection }) => inspection !== null).length > 1;
  return files
    .flatMap(({ file, unit, tables }) =>
      tables.map((table) => ({
        file,
        table,
        isNobodys: many && unit === null && senderSaid(draft, file) === null,
      })),
    )
    .map((one, number): FileTable => ({ ...one, number }));
}

/** Target tables and monthly matrices: their rows are no records. */
const FACTS = 'facts';

const kindOf = ({ ledger, facts }: MappedTable): string | null =>
  ledger?.code ?? (facts.length > 0 ? FACTS : null);

/**
 * What is written is of one kind: the ledger that most of the rows are of, or the figures of
 * targets and months.
 */
function mostRows(tables: readonly MappedTable[]): string | null {
  const rows = new Map<string, number>();
  for (const table of tables) {
    const kind = kindOf(table);
    if (kind !== null)
      rows.set(
        kind,
        (rows.get(kind) ?? 0) +
          (kind === FACTS ? table.region.dataRows.length : table.records.length),
      );
  }
  return [...rows].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

interface Kept {
  readonly key: string;
  readonly inspection: Inspection;
}
const kept = new WeakMap<OpenFile, Kept>();

/** An answer about one file does not read the twenty-nine others again. */
function inspectFile(
  file: OpenFile,
  draft: OpenDraft,
  context: JudgeContext,
  watch: Watch,
): Inspection | null {
  if (file.workbook === null) return null;
  stopIfCancelled(watch);
  const answers = answersFor(file.file, draft.answers, (name) => formOf(draft, name));
  const key = JSON.stringify([
    context.change,
    answers.filter((answer) => answer.kind !== 'record'),
  ]);
  const known = kept.get(file);
  if (known !== undefined && known.key === key) return known.inspection;
  const inspection = inspectWorkbook(file.workbook, file.file, {
    units: context.units,
    county: context.county,
    remembered: context.remembered,
    own: context.own ?? [],
    answers,
    watch,
    ...withSender(senderSaid(draft, file.file) ?? senderInName(file.file, context.units)),
    ...(draft.ledger === null ? {} : { ledgerCode: draft.ledger }),
  });
  kept.set(file, { key, inspection });
  return inspection;
}

function senderSaid(draft: OpenDraft, file: string): Sender | null {
  const said = draft.answers.findLast((answer) => answer.kind === 'from' && answer.file === file);
  return said?.kind === 'from' ? { unit: said.unit, isSaid: true } : null;
}

const withSender = (sender: Sender | null): { readonly sender?: Sender } =>
  sender === null ? {} : { sender };

/** The headers of a file that has been looked at: nobody answers about another. */
function formOf(draft: OpenDraft, name: string): FileForm | null {
  const file = draft.files.find((one) => one.file === name);
  return file === undefined ? null : (kept.get(file)?.inspection.form ?? null);
}

function rowAnswers(answers: readonly ImportAnswer[]): RowAnswers {
  const key = (name: DraftRowName): string => `${name.file}\u0000${name.sheet}\u0000${name.row}`;
  const records = new Map<string, number | null>();
  const accepted = new Set<string>();
  for (const answer of answers) {
    if (answer.kind === 'record')
      records.set(key(answer), answer.as.is === 'same' ? answer.as.record : null);
    if (answer.kind === 'accept') accepted.add(`${key(answer)} ${answer.column}`);
  }
  return {
    recordOf: (name) => (records.size === 0 ? undefined : records.get(key(name))),
    accepted: (name, column) => accepted.has(`${key(name)} ${column ?? ''}`),
  };
}
