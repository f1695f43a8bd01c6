/**
 * What the user is doing in the import: which step, which draft, which file, sheet and cell; moving
 * among them.
 */
import { create } from 'zustand';
import type { FaultData } from '../../../../main/domain/fault.ts';
import type {
  ImportDraft,
  DraftFile,
  ImportResult,
  ReturnedFile,
  DraftRowName,
  SheetReport,
} from '../../../../preload/contract/imports.ts';
import type { PickedFile } from '../../../../preload/contract/shell.ts';
import { previewColumnNumber } from './layout.ts';
import { isTaken, nextProblem, problemsOfDraft, type ImportProblem } from './problems.ts';

export interface Cell {
  readonly row: number;
  /** from 1 */
  readonly column: number;
}
/** a ledger's code, or null: let the program tell */
export type Wanted = string | null;

interface ImportState {
  readonly step: 'pick' | 'reading' | 'check' | 'done';
  readonly files: readonly PickedFile[];
  readonly wanted: Wanted;
  readonly fault: FaultData | null;
  readonly draft: ImportDraft | null;
  readonly problems: readonly ImportProblem[];
  readonly file: string;
  readonly sheet: string;
  readonly cell: Cell;
  /** the problem last jumped to */
  readonly problem: string | null;
  /** whose problems the panel lists, and what an answer to a whole kind is about */
  readonly scope: 'file' | 'all';
  /** counts up when the sheet should take the focus, and open the cell for typing if `edit` */
  readonly focus: { readonly turn: number; readonly edit: boolean };
  readonly onlyValid: boolean;
  /** an answer or the commit is under way */
  readonly busy: boolean;
  readonly result: ImportResult | null;
  /** the workbooks written for their senders */
  readonly returned: readonly ReturnedFile[];
  /** what the last action came to, one sentence */
  readonly said: string;
}

export const START: ImportState = {
  step: 'pick',
  files: [],
  wanted: null,
  fault: null,
  draft: null,
  problems: [],
  file: '',
  sheet: '',
  cell: { row: 1, column: 1 },
  problem: null,
  scope: 'all',
  focus: { turn: 0, edit: false },
  onlyValid: true,
  busy: false,
  result: null,
  returned: [],
  said: '',
};
export const useImport = create<ImportState>(() => START);
export const setImportState = useImport.setState;
export const importState = useImport.getState;

/** Takes a fresh draft in; file, sheet and cell stay where they were. */
export function takeDraft(draft: ImportDraft): void {
  setImportState({ draft, problems: problemsOfDraft(draft), fault: null });
}

export const fileOf = (draft: ImportDraft, file: string): DraftFile | undefined =>
  draft.files.find((one) => one.file === file);
/** The sheets of a file that hold tables. */
export const sheetsOf = (file: DraftFile | undefined): readonly SheetReport[] =>
  file?.report?.sheets.filter((one) => one.tables.length > 0) ?? [];
/** The sheet that is shown first: the first that is imported. */
const firstSheet = (draft: ImportDraft, file: DraftFile | undefined): SheetReport | undefined =>
  sheetsOf(file).find((sheet) => sheet.tables.some((table) => isTaken(draft, table))) ??
  file?.report?.sheets[0];

const firstCell = (draft: ImportDraft | null, sheet: SheetReport | undefined): Cell => ({
  row:
    (draft === null ? undefined : sheet?.tables.find((table) => isTaken(draft, table)))
      ?.dataRows[0] ??
    sheet?.tables[0]?.dataRows[0] ??
    1,
  column: 1,
});

export const refocus = (edit = false): void =>
  setImportState({ focus: { turn: importState().focus.turn + 1, edit } });
export const selectCell = (cell: Cell): void => setImportState({ cell });
export const setOnlyValid = (onlyValid: boolean): void => setImportState({ onlyValid });
export const setScope = (scope: 'file' | 'all'): void => setImportState({ scope });

export function selectFile(name: string): void {
  const { draft } = importState();
  const sheet = draft === null ? undefined : firstSheet(draft, fileOf(draft, name));
  setImportState({
    file: name,
    sheet: sheet?.name ?? '',
    cell: firstCell(draft, sheet),
    problem: null,
  });
}
export function selectSheet(name: string): void {
  const { draft, file } = importState();
  const sheet =
    draft === null
      ? undefined
      : fileOf(draft, file)?.report?.sheets.find((one) => one.name === name);
  setImportState({ sheet: name, cell: firstCell(draft, sheet), problem: null });
}
/** Ctrl+PgDn, Ctrl+PgUp: the next sheet, and after a file's last the next file. */
export function stepSheet(step: 1 | -1): void {
  const { draft, file, sheet } = importState();
  if (draft === null) return;
  const places = draft.files.flatMap((one) =>
    one.report === null
      ? [{ file: one.file, sheet: '' }]
      : sheetsOf(one).map(({ name }) => ({ file: one.file, sheet: name })),
  );
  const here = places.findIndex(
    (one) => one.file === file && (one.sheet === sheet || one.sheet === ''),
  );
  const next = places[(Math.max(here, 0) + step + places.length) % places.length];
  if (next === undefined) return;
  if (next.file !== file) selectFile(next.file);
  if (next.sheet !== '') selectSheet(next.sheet);
  refocus();
}

/** Goes to a cell of any file, and gives the sheet the keys. */
export function goTo({ file, sheet, row }: DraftRowName, letters: string | null): void {
  setImportState({
    file,
    sheet,
    cell: {
      row: row > 0 ? row : importState().cell.row,
      column: letters === null ? 1 : previewColumnNumber(letters),
    },
  });
  refocus();
}

/** Selects a problem's cell; the sheet scrolls to it. */
export function showProblem(problem: ImportProblem, edit = false): void {
  const { cell, file, sheet } = importState();
  const column = problem.column === null ? 1 : previewColumnNumber(problem.column);
  const at = {
    file: problem.file === '' ? file : problem.file,
    sheet: problem.sheet === '' ? sheet : problem.sheet,
  };
  setImportState({
    ...at,
    problem: problem.key,
    cell: {
      row:
        problem.row > 0
          ? problem.row
          : at.file === file && at.sheet === sheet
            ? cell.row
            : headRow(at),
      column,
    },
  });
  refocus(edit);
}
function headRow(at: { readonly file: string; readonly sheet: string }): number {
  const { draft } = importState();
  return (
    (draft === null
      ? undefined
      : fileOf(draft, at.file)?.report?.sheets.find((one) => one.name === at.sheet)
    )?.tables[0]?.headerRows[1] ?? 1
  );
}

/** F8: the next problem's cell. */
export function goNext(step: 1 | -1): void {
  const { problems, problem } = importState();
  const next = nextProblem(problems, problem, step);
  if (next === null) setImportState({ said: '问题均已回答。' });
  else showProblem(next);
}
