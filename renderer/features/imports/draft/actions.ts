/**
 * What the user does in the import, with the core's answers: reading, answering, writing, giving
 * back, undoing.
 */
import type { ImportAnswer } from '../../../../preload/contract/answers.ts';
import type {
  ImportDraft,
  ReturnedFile,
  DraftRowName,
} from '../../../../preload/contract/imports.ts';
import type { Input } from '../../../../preload/contract/index.ts';
import type { PickedFile } from '../../../../preload/contract/shell.ts';
import { call, faultOf, handlesOf } from '../../../bridge/bridge.ts';
import { rowKey, type ImportProblem } from './problems.ts';
import {
  importState,
  goNext,
  selectFile,
  setImportState,
  showProblem,
  START,
  takeDraft,
  useImport,
  type Wanted,
} from './store.ts';
import { importTakes, tallyOf } from './tally.ts';
import { watchedFiles } from './watched.ts';

type LedgerCode = NonNullable<Input<'imports.open'>['ledger']>;

export async function pickImportFiles(): Promise<void> {
  try {
    const files = await call('shell.pickWorkbooks', { many: true });
    if (files.length > 0) await openFiles(files);
  } catch (error) {
    setImportState({ fault: faultOf(error) });
  }
}

export async function pickImportFolder(): Promise<void> {
  try {
    const folder = await call('shell.pickFolder', {});
    if (folder !== null) await openFiles([folder]);
  } catch (error) {
    setImportState({ fault: faultOf(error) });
  }
}

/** Files or folders let go over the page: the shell knows where they lie. */
export async function openDropped(files: readonly File[]): Promise<void> {
  try {
    const picked = await handlesOf(files);
    if (picked.length > 0) await openFiles(picked);
    else setImportState({ said: '拖入的不是本机文件。请点“选文件”。' });
  } catch (error) {
    setImportState({ fault: faultOf(error) });
  }
}

/**
 * Reads the picked files and goes to the check step: to the first question's cell, or to the import
 * button where nothing is asked.
 */
export async function openFiles(
  files: readonly PickedFile[],
  wanted: Wanted = importState().wanted,
): Promise<void> {
  setImportState({ ...START, step: 'reading', files, wanted });
  try {
    const draft = await watchedFiles(() =>
      call('imports.open', {
        files: files.map((one) => one.handle),
        ...(wanted === null ? {} : { ledger: wanted as LedgerCode }),
      }),
    );
    takeDraft(draft);
    setImportState({ step: 'check' });
    selectFile((draft.files.find((one) => one.report !== null) ?? draft.files[0])?.file ?? '');
    if (importState().problems.some((one) => one.level === 'question' || one.level === 'error'))
      goNext(1);
  } catch (error) {
    const fault = faultOf(error);
    const cancelled = fault.code === 'import.cancelled';
    setImportState({
      step: 'pick',
      fault: cancelled ? null : fault,
      said: cancelled ? '已取消，未导入任何内容。' : '',
    });
  }
}

export async function retryImport(): Promise<void> {
  const { files } = importState();
  if (files.length === 0) await pickImportFiles();
  else await openFiles(files);
}

/**
 * Reads the same files again as another kind of table; the answers so far are about the old one.
 */
export async function readAs(wanted: Wanted): Promise<void> {
  const { draft, files } = importState();
  if (draft !== null) await call('imports.close', { draft: draft.id }).catch(() => null);
  await openFiles(files, wanted);
}

/** Sends answers; several sent at once are taken in order. @returns whether they were taken */
export async function sendAnswers(answers: readonly ImportAnswer[]): Promise<boolean> {
  const { draft } = importState();
  if (draft === null || answers.length === 0) return false;
  setImportState({ busy: true });
  try {
    takeDraft(
      await watchedFiles(() => call('imports.answer', { draft: draft.id, answers: [...answers] })),
    );
    return true;
  } catch (error) {
    failed(error);
    return false;
  } finally {
    setImportState({ busy: false });
  }
}

/**
 * A cancelled call has lost its draft: the user is back at the first step, with nothing written.
 */
function failed(error: unknown): void {
  const fault = faultOf(error);
  if (fault.code === 'import.cancelled')
    setImportState({ ...START, said: '已取消，未导入任何内容。' });
  else setImportState({ fault });
}

const isOpen = (one: ImportProblem): boolean => one.level === 'question' || one.level === 'error';

/** Answers the problem in hand, then shows the next one. */
export async function answerProblem(
  problem: ImportProblem,
  answers: readonly ImportAnswer[],
): Promise<void> {
  const at = importState()
    .problems.filter(isOpen)
    .findIndex((one) => one.key === problem.key);
  if (!(await sendAnswers(answers))) return;
  const left = importState().problems.filter(isOpen);
  const next = left[Math.min(Math.max(at, 0), left.length - 1)];
  if (next === undefined) setImportState({ problem: null });
  else showProblem(next);
}

export async function editCell(row: number, column: string, text: string): Promise<void> {
  const { file, sheet } = importState();
  await sendAnswers([{ kind: 'cell', file, sheet, row, column, text }]);
}

/** Skips the selected row, or takes it back in. */
export async function toggleSkip(row: number): Promise<void> {
  const { draft, file, sheet } = importState();
  if (draft === null) return;
  const here: DraftRowName = { file, sheet, row };
  await sendAnswers([
    { kind: 'skip', ...here, skip: !draft.skippedRows.some((one) => rowKey(one) === rowKey(here)) },
  ]);
}

function nothingSentence(draft: ImportDraft): string {
  const { unchanged } = tallyOf(draft);
  if (unchanged > 0) return `表里${unchanged}行与台账完全相同，无需写入。`;
  return draft.ledger === null &&
    draft.facts === 0 &&
    draft.rejectedRows.length + draft.heldCells.length === 0
    ? '未能识别这张表，无法导入。'
    : '没有可导入的内容。请先回答右侧的问题。';
}

const untilIdle = (): Promise<void> =>
  new Promise((done) => {
    const stop = useImport.subscribe(({ busy }) => {
      if (busy) return;
      stop();
      done();
    });
  });

/**
 * Writes the import, or goes to the first open question where nothing may be left behind. Pressed
 * while the last answer is still being taken it waits for that.
 */
export async function writeImport(): Promise<void> {
  while (importState().busy) await untilIdle();
  const { draft, onlyValid, step } = importState();
  if (draft === null || step === 'done') return;
  const tally = tallyOf(draft);
  const held = tally.waiting + tally.rejected;
  if (!onlyValid && held + tally.cells > 0) {
    const open = [held > 0 ? `${held}行` : '', tally.cells > 0 ? `${tally.cells}格` : ''];
    setImportState({
      problem: null,
      said: `还有${open.filter((part) => part !== '').join('、')}尚待回答，本次未导入。请回答后再点“导入”，或勾选“待回答的行暂不导入”。`,
    });
    goNext(1);
    return;
  }
  if (importTakes(tally, onlyValid) === 0) {
    setImportState({ said: nothingSentence(draft) });
    return;
  }
  setImportState({ busy: true });
  try {
    setImportState({
      result: await watchedFiles(() => call('imports.commit', { draft: draft.id, onlyValid })),
      step: 'done',
      fault: null,
    });
  } catch (error) {
    const fault = faultOf(error);
    // what is shown next is what the rows mean now
    if (fault.code === 'import.stale')
      takeDraft(await call('imports.answer', { draft: draft.id, answers: [] }));
    failed(error);
  } finally {
    setImportState({ busy: false });
  }
}

/** Writes the workbooks that go back: all with rejected rows, or the named ones. */
export async function giveBack(files: readonly string[], all: boolean): Promise<void> {
  const { draft } = importState();
  const [first] = files;
  if (draft === null || first === undefined) return;
  try {
    const to = await call('shell.saveAs', {
      name: files.length === 1 ? `${first.replace(/\.[^.]*$/, '')}（退回）` : '退回',
      extension: 'xlsx',
    });
    if (to === null) return;
    const returned = await call('imports.reject', {
      draft: draft.id,
      to: to.handle,
      ...(all ? {} : { files: [...files] }),
    });
    setImportState({
      returned: [
        ...importState().returned.filter((one) => !returned.some((now) => now.file === one.file)),
        ...returned,
      ],
      said: returnedSentence(returned),
      fault: null,
    });
  } catch (error) {
    setImportState({ fault: faultOf(error) });
  }
}

function returnedSentence(returned: readonly ReturnedFile[]): string {
  const [only, second] = returned;
  if (only === undefined) return '没有需要退回的行。';
  const cells = returned.reduce((sum, one) => sum + one.cells, 0);
  return second === undefined
    ? `已存为“${only.saved}”，标红${cells}格，可退回报送单位修改。`
    : `已存${returned.length}个文件，标红${cells}格，可退回报送单位修改。`;
}

/** Leaves the import; nothing more of it is written. */
export async function closeImport(): Promise<void> {
  const { draft } = importState();
  setImportState({ ...START });
  if (draft !== null) await call('imports.close', { draft: draft.id }).catch(() => null);
}

/** Takes one import back. @returns how many records, or null where it could not */
export async function takeBackImport(id: number): Promise<number | null> {
  setImportState({ busy: true, fault: null });
  try {
    return (await call('imports.undo', { id })).records;
  } catch (error) {
    setImportState({ fault: faultOf(error) });
    return null;
  } finally {
    setImportState({ busy: false });
  }
}
