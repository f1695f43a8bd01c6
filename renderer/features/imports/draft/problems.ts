/**
 * What the user should look at in a draft: questions first, then errors, warnings and notes, each
 * with its file, its cell and its sentence.
 */
import { knownLedgerOf } from '../../../stores/ledgers.ts';
import type {
  ImportDraft,
  Issue,
  NearRecord,
  DraftRowName,
  Table,
} from '../../../../preload/contract/imports.ts';
import { columnMeasuresOf } from './column-measures.ts';

export type Level = Issue['level'];
export type DraftUnknownUnit = ImportDraft['unknownUnits'][number];
/** which kind of answer a problem takes */
export type ProblemAsk =
  | 'unit'
  | 'measure'
  | 'period'
  | 'part'
  | 'indicator'
  | 'likeness'
  | 'record'
  | 'duplicate'
  | 'sender'
  | 'share'
  | 'headless'
  | 'column'
  | 'whole'
  | 'figure'
  | 'none';
export interface ImportProblem {
  readonly key: string;
  readonly file: string;
  readonly sheet: string;
  readonly table: number;
  readonly level: Level;
  readonly code: string;
  readonly row: number;
  readonly column: string | null;
  /** the first sentence, and what follows it */
  readonly head: string;
  readonly rest: string;
  readonly ask: ProblemAsk;
  /** the measures that a question of measures offers */
  readonly measures: readonly string[];
  readonly unit: DraftUnknownUnit | null;
  readonly near: NearRecord | null;
  /** it may be left as it was read */
  readonly accepts: boolean;
  /** its cell may be emptied: then the row comes in without it */
  readonly empties: boolean;
}

const ORDER: Readonly<Record<Level, number>> = { question: 0, error: 1, warning: 2, info: 3 };
export const LEVEL_HEADS: Readonly<Record<Level, string>> = {
  question: '先回答',
  error: '须修改的（未修改的不导入）',
  warning: '提醒（不影响导入）',
  info: '已自动处理',
};

/** “几是几。怎么办。” → the statement and what to do about it. */
export function splitMessage(message: string): readonly [string, string] {
  const end = message.search(/[。？！]/);
  if (end < 0) return [message, ''];
  const head = message.slice(0, end + 1);
  return [head.endsWith('。') ? head.slice(0, -1) : head, message.slice(end + 1)];
}

export const previewCellName = (row: number, column: string | null): string =>
  column === null
    ? row > 0
      ? `第${row}行`
      : '整张表'
    : row > 0
      ? `${column}${row}`
      : `${column}列`;
export const rowKey = ({ file, sheet, row }: DraftRowName): string =>
  `${file}\u0000${sheet}\u0000${row}`;

/** Whether a table is of the one kind that this import writes. */
export const isTaken = (draft: ImportDraft, table: Table): boolean =>
  draft.ledger === null
    ? table.kind === 'targets' || table.kind === 'matrix'
    : table.ledger === draft.ledger;

/** Asked once for a whole table or file, however many rows or columns raise it. */
const ONCE: Readonly<Record<string, 'table' | 'file'>> = {
  'period.unknown': 'table',
  'period.differs': 'table',
  'sender.unknown': 'file',
};

function askOf(issue: Issue, isData: boolean, near: NearRecord | null): ProblemAsk {
  if (issue.level === 'info') return 'none';
  if (issue.level === 'question') {
    if (near !== null) return 'record';
    if (issue.code === 'record.duplicate') return 'duplicate';
    if (issue.code === 'sender.unknown') return 'sender';
    if (issue.code === 'period.unknown' || issue.code === 'period.differs') return 'period';
    if (issue.code === 'part.unknown') return 'part';
    if (issue.code === 'indicator.unknown') return 'indicator';
    if (issue.code === 'indicator.like') return 'likeness';
    if (issue.code === 'share.unclear') return 'share';
    if (issue.code === 'table.headless') return 'headless';
    if (issue.code.startsWith('measure') && issue.row === 0) return 'measure';
    if (issue.code === 'column.unclear') return 'column';
    if (issue.row === 0 && issue.column !== null && MAY_STAND.has(issue.code)) return 'whole';
  }
  return isData && issue.column !== null ? 'figure' : 'none';
}

/** What was read may stand as it is once somebody says so. */
const MAY_STAND: ReadonlySet<string> = new Set([
  'record.duplicate',
  'table.headless',
  'share.unclear',
  'share.mixed',
  'choice.unread',
  'value.magnitude',
  'value.emptied',
  'value.backwards',
  'value.jumped',
  'table.older',
  'cell.continued',
  'cell.repeated',
  'cell.struck',
  'row.struck',
  'row.part',
]);

/** A figure that could not be read has none to fall back on; a stored one has. */
const accepts = (issue: Issue, table: Table): boolean =>
  issue.level === 'question' &&
  (MAY_STAND.has(issue.code) ||
    (issue.code.startsWith('arrival.') && issue.code !== 'arrival.project') ||
    (issue.code === 'cell.format' && table.ledger !== null));

function empties(issue: Issue, { ledger, columns }: Table): boolean {
  if (
    (issue.level !== 'question' && issue.level !== 'error') ||
    issue.row === 0 ||
    issue.column === null ||
    !/^(value|cell)\./.test(issue.code) ||
    issue.code === 'value.required'
  )
    return false;
  const code = columns.find((one) => one.column === issue.column)?.field;
  return knownLedgerOf(ledger ?? '')?.fields.find((one) => one.code === code)?.required !== true;
}

interface Placed {
  readonly file: string;
  readonly sheet: string;
  readonly index: number;
  readonly table: Table;
  readonly issue: Issue;
  /** the issue stands in a row of data, which can be typed over or skipped */
  readonly isData: boolean;
}
/** Of rows that are imported: what is the matter with a skipped one no longer matters. */
function placedIssues(draft: ImportDraft, skipped: ReadonlySet<string>): readonly Placed[] {
  return draft.files.flatMap(({ file, report }) =>
    (report?.sheets ?? []).flatMap((sheet) =>
      sheet.tables.flatMap((table, index) => {
        if (!isTaken(draft, table) || table.issues.length === 0) return [];
        const data = new Set(table.dataRows);
        const left =
          skipped.size === 0
            ? table.issues
            : table.issues.filter(
                ({ row }) => !skipped.has(rowKey({ file, sheet: sheet.name, row })),
              );
        return left.map((issue) => ({
          file,
          sheet: sheet.name,
          index,
          table,
          issue,
          isData: data.has(issue.row),
        }));
      }),
    ),
  );
}

const place = ({ file, sheet, issue }: Placed): string => rowKey({ file, sheet, row: issue.row });

/** The unknown names that each row holds. */
function unknownByRow(
  units: readonly DraftUnknownUnit[],
): ReadonlyMap<string, readonly DraftUnknownUnit[]> {
  const found = new Map<string, DraftUnknownUnit[]>();
  for (const unit of units)
    for (const row of unit.rows) {
      const list = found.get(rowKey(row));
      if (list === undefined) found.set(rowKey(row), [unit]);
      else list.push(unit);
    }
  return found;
}
const speaksOf = (issue: Issue, unit: DraftUnknownUnit): boolean =>
  issue.message.includes(`“${unit.name}”`) || issue.message.includes(unit.name);

/** One question per unknown name, wherever it stands; its cell is the first one that names it. */
function unitProblem(unit: DraftUnknownUnit, at: Placed | undefined): ImportProblem {
  const more = unit.rows.length > 1 ? `共${unit.rows.length}行。` : '';
  const first = unit.rows[0];
  return {
    key: `unit:${unit.name}`,
    file: at?.file ?? first?.file ?? '',
    sheet: at?.sheet ?? first?.sheet ?? '',
    table: at?.index ?? 0,
    level: 'question',
    code: 'unit.unknown',
    row: at?.issue.row ?? first?.row ?? 0,
    column: at?.issue.column ?? null,
    head: unit.like === null ? `“${unit.name}”是哪个单位？` : `“${unit.name}”是${unit.like}吗？`,
    rest: `${more}${unit.like === null ? '选一个、新建，或先留空。' : '认定后记为别名，下次不再问。'}`,
    ask: 'unit',
    measures: [],
    unit,
    near: null,
    accepts: false,
    empties: false,
  };
}

function problemOf(
  { file, sheet, index, table, issue, isData }: Placed,
  near: NearRecord | null,
  key: string,
): ImportProblem {
  const [head, rest] = splitMessage(issue.message);
  return {
    key,
    file,
    sheet,
    table: index,
    level: issue.level,
    code: issue.code,
    row: issue.row,
    column: issue.column,
    head,
    rest,
    ask: askOf(issue, isData, near),
    measures:
      issue.level === 'question' &&
      (issue.code.startsWith('measure') || (issue.code === 'value.magnitude' && issue.row === 0))
        ? columnMeasuresOf(table, issue.column)
        : [],
    unit: null,
    near,
    accepts: accepts(issue, table),
    empties: empties(issue, table),
  };
}

/** Every problem of the draft in the order the panel shows and F8 walks. */
export function problemsOfDraft(draft: ImportDraft): readonly ImportProblem[] {
  const skipped = new Set(draft.skippedRows.map(rowKey));
  const unknownUnits = draft.unknownUnits
    .map((unit) => ({ ...unit, rows: unit.rows.filter((row) => !skipped.has(rowKey(row))) }))
    .filter((unit) => unit.rows.length > 0);
  const unknown = unknownByRow(unknownUnits);
  const near = new Map(draft.nearRecords.map((one) => [rowKey(one), one]));
  const firstOf = new Map<string, Placed>();
  const seen = new Map<string, number>();
  const others: ImportProblem[] = [];
  for (const one of placedIssues(draft, skipped)) {
    const { issue } = one;
    const unit =
      issue.level === 'question' && issue.code.startsWith('unit')
        ? unknown.get(place(one))?.find((candidate) => speaksOf(issue, candidate))
        : undefined;
    if (unit !== undefined) {
      if (!firstOf.has(unit.name)) firstOf.set(unit.name, one);
      continue;
    }
    const once = ONCE[issue.code];
    const name =
      once === 'file'
        ? `${one.file}\u0000${issue.code}`
        : once === 'table'
          ? `${one.file}\u0000${one.sheet}\u0000${one.index}\u0000${issue.code}`
          : `${place(one)}\u0000${one.index}\u0000${issue.code}\u0000${issue.column ?? ''}`;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    if (once !== undefined && times > 0) continue;
    others.push(
      problemOf(
        one,
        issue.code === 'record.near' ? (near.get(place(one)) ?? null) : null,
        times === 0 ? name : `${name}\u0000${times}`,
      ),
    );
  }
  const units = unknownUnits.map((unit) => unitProblem(unit, firstOf.get(unit.name)));
  return [...units, ...others].sort((a, b) => ORDER[a.level] - ORDER[b.level]);
}

/** The next problem that wants eyes (notes do not), going round at the ends. */
export function nextProblem(
  problems: readonly ImportProblem[],
  from: string | null,
  step: 1 | -1,
): ImportProblem | null {
  const stops = problems.filter((one) => one.level !== 'info');
  if (stops.length === 0) return null;
  const here = stops.findIndex((one) => one.key === from);
  const start = here < 0 && step < 0 ? 0 : here;
  return stops[(start + step + stops.length) % stops.length] ?? null;
}

/** The problem a cell's corner shows: the gravest one on it. */
export function problemsByCell(
  problems: readonly ImportProblem[],
  file: string,
  sheet: string,
): ReadonlyMap<string, ImportProblem> {
  const found = new Map<string, ImportProblem>();
  for (const one of problems) {
    if (one.column === null) continue;
    if (
      one.file === file &&
      one.sheet === sheet &&
      one.row > 0 &&
      !found.has(previewCellName(one.row, one.column))
    )
      found.set(previewCellName(one.row, one.column), one);
    for (const row of one.unit?.rows ?? [])
      if (
        row.file === file &&
        row.sheet === sheet &&
        !found.has(previewCellName(row.row, one.column))
      )
        found.set(previewCellName(row.row, one.column), one);
  }
  return found;
}
