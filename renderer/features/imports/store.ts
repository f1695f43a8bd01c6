/** What the user is doing in the import: which step, which draft, which cell; and the actions of the screen. */
import { create } from 'zustand';
import type { FaultData } from '../../../main/domain/fault.ts';
import type { ImportResult } from '../../../preload/contract/imports.ts';
import { ofFirstFile, withFile, type Answer, type Draft } from './one-file.ts';
import type { Events } from '../../../preload/contract/index.ts';
import type { PickedFile } from '../../../preload/contract/shell.ts';
import { BridgeFault, call } from '../../bridge.ts';
import { nextProblem, problemsOf, takes, tallyOf, type Problem } from './problems.ts';
import { columnNumber } from './layout.ts';

export interface Cell {
  readonly row: number;
  /** from 1 */
  readonly column: number;
}
interface ImportState {
  readonly step: 'pick' | 'reading' | 'check' | 'done';
  readonly file: PickedFile | null;
  readonly progress: Events['progress'] | null;
  readonly fault: FaultData | null;
  readonly draft: Draft | null;
  readonly problems: readonly Problem[];
  readonly sheet: string;
  readonly cell: Cell;
  /** the problem last jumped to */
  readonly problem: string | null;
  /** counts up when the sheet should take the focus, and open the cell for typing if `edit` */
  readonly focus: { readonly turn: number; readonly edit: boolean };
  readonly onlyValid: boolean;
  /** an answer or the commit is under way */
  readonly busy: boolean;
  readonly result: ImportResult | null;
  /** what the last action came to, one sentence */
  readonly said: string;
}

const START: ImportState = {
  step: 'pick', file: null, progress: null, fault: null, draft: null, problems: [], sheet: '', cell: { row: 1, column: 1 }, problem: null,
  focus: { turn: 0, edit: false }, onlyValid: true, busy: false, result: null, said: '',
};
export const useImport = create<ImportState>(() => START);
const set = useImport.setState;
const get = useImport.getState;

function faultOf(error: unknown): FaultData {
  if (error instanceof BridgeFault) return error.fault;
  return { code: 'unexpected', params: { detail: String(error) } };
}
const notPicked = (fault: FaultData): boolean => fault.code === 'import.cancelled';

/** Takes a fresh draft in; the cell stays where it was. */
function take(draft: Draft): void {
  set({ draft, problems: problemsOf(draft), fault: null });
}

export async function pickFile(): Promise<void> {
  try {
    const [file] = await call('shell.pickWorkbooks', { many: false });
    if (file !== undefined) await openFile(file);
  } catch (error) {
    set({ fault: faultOf(error) });
  }
}

/** Reads the picked file and goes to the check step: to the first question's cell, or to the import button where nothing is asked. */
export async function openFile(file: PickedFile): Promise<void> {
  set({ ...START, step: 'reading', file });
  try {
    const draft = ofFirstFile(await call('imports.open', { files: [file.handle] }));
    const sheet = draft.report.sheets.find((one) => one.tables.some((table) => table.kind !== 'unknown')) ?? draft.report.sheets[0];
    const data = sheet?.tables[0]?.dataRows[0] ?? 1;
    take(draft);
    set({ step: 'check', sheet: sheet?.name ?? '', cell: { row: data, column: 1 }, progress: null });
    if (get().problems.some((one) => one.level === 'question')) goNext(1);
  } catch (error) {
    const fault = faultOf(error);
    set({ step: 'pick', progress: null, fault: notPicked(fault) ? null : fault });
  }
}

export async function retry(): Promise<void> {
  const { file } = get();
  if (file === null) await pickFile();
  else await openFile(file);
}

export async function cancelReading(): Promise<void> {
  await call('imports.cancel', {});
}

export function heardProgress(progress: Events['progress']): void {
  if (get().step === 'reading' || get().busy) set({ progress });
}

/** Sends answers; several sent at once are taken in order. @returns whether they were taken */
export async function send(answers: Answer[]): Promise<boolean> {
  const { draft } = get();
  if (draft === null || answers.length === 0) return false;
  set({ busy: true });
  try {
    take(ofFirstFile(await call('imports.answer', { draft: draft.id, answers: answers.map((one) => withFile(draft.file, one)) })));
    return true;
  } catch (error) {
    set({ fault: faultOf(error) });
    return false;
  } finally {
    set({ busy: false });
  }
}

/** Answers the problem in hand, then shows the next one. */
export async function answerProblem(problem: Problem, answers: Answer[]): Promise<void> {
  const before = get().problems.filter((one) => one.level === 'question' || one.level === 'error');
  const at = before.findIndex((one) => one.key === problem.key);
  if (!(await send(answers))) return;
  const left = get().problems.filter((one) => one.level === 'question' || one.level === 'error');
  const next = left[Math.min(Math.max(at, 0), left.length - 1)];
  if (next === undefined) set({ problem: null });
  else showProblem(next);
}

export async function editCell(row: number, column: string, text: string): Promise<void> {
  await send([{ kind: 'cell', sheet: get().sheet, row, column, text }]);
}

/** Skips the selected row, or takes it back in. */
export async function toggleSkip(row: number): Promise<void> {
  const { draft, sheet } = get();
  if (draft === null) return;
  await send([{ kind: 'skip', sheet, row, skip: !draft.skippedRows.includes(row) }]);
}

export const selectCell = (cell: Cell): void => set({ cell });
export const selectSheet = (sheet: string): void => {
  const report = get().draft?.report.sheets.find((one) => one.name === sheet);
  set({ sheet, cell: { row: report?.tables[0]?.dataRows[0] ?? 1, column: 1 }, problem: null });
};
export const setOnlyValid = (onlyValid: boolean): void => set({ onlyValid });
export const refocus = (edit = false): void => set({ focus: { turn: get().focus.turn + 1, edit } });

/** Selects a problem's cell; the sheet scrolls to it. */
export function showProblem(problem: Problem, edit = false): void {
  const { cell } = get();
  const column = problem.column === null ? 1 : columnNumber(problem.column);
  set({ problem: problem.key, sheet: problem.sheet === '' ? get().sheet : problem.sheet, cell: { row: problem.row > 0 ? problem.row : cell.row, column } });
  refocus(edit);
}

/** F8: the next problem's cell. */
export function goNext(step: 1 | -1): void {
  const next = nextProblem(get().problems, get().problem, step);
  if (next === null) set({ said: '没有要问的了。' });
  else showProblem(next);
}

/** Writes the import, or goes to the first open question where nothing may be left behind. */
export async function commit(): Promise<void> {
  const { draft, onlyValid, busy } = get();
  if (draft === null || busy) return;
  const tally = tallyOf(draft);
  const held = tally.waiting + tally.rejected;
  if (!onlyValid && held > 0) {
    set({ problem: null, said: `还有${held}行没弄清，这次先不导。答完再点“导入”，或勾上“待回答的行先不导”。` });
    goNext(1);
    return;
  }
  if (takes(tally, onlyValid) === 0) {
    set({ said: tally.unchanged > 0 ? `表里${tally.unchanged}行与台账完全相同，没有要写的。` : draft.ledger === null ? '没认出这是哪本台账，导不进去。' : '没有能导入的行。先回答右边的问题。' });
    return;
  }
  set({ busy: true });
  try {
    set({ result: await call('imports.commit', { draft: draft.id, onlyValid }), step: 'done', progress: null, fault: null });
  } catch (error) {
    const fault = faultOf(error);
    // what is shown next is what the rows mean now
    if (fault.code === 'import.stale') take(ofFirstFile(await call('imports.answer', { draft: draft.id, answers: [] })));
    set({ fault });
  } finally {
    set({ busy: false });
  }
}

/** Leaves the check without writing anything. */
export async function close(): Promise<void> {
  const { draft, step } = get();
  set({ ...START });
  if (draft !== null && step === 'check') await call('imports.close', { draft: draft.id }).catch(() => null);
}

/** Takes one import back. @returns how many records, or null where it could not */
export async function undoImport(id: number): Promise<number | null> {
  set({ busy: true, fault: null });
  try {
    return (await call('imports.undo', { id })).records;
  } catch (error) {
    set({ fault: faultOf(error) });
    return null;
  } finally {
    set({ busy: false });
  }
}
