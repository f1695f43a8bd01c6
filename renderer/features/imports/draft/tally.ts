/**
 * The counts of a draft as the foot and the list of files show them: rows that wait for an answer
 * apart from rows that are wrong.
 */
import type { ImportDraft, DraftFile } from '../../../../preload/contract/imports.ts';
import { isTaken, rowKey, type ImportProblem } from './problems.ts';

export interface ImportTally {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** figures that are compared and not kept: 增幅 that the others have in them, 完成率, 位次 */
  readonly checked: number;
  /** rows kept back by a question only the user can answer */
  readonly waiting: number;
  readonly rejected: number;
  /** figures that wait on rows which come in without them */
  readonly cells: number;
  readonly skipped: number;
}

export function tallyOf(draft: ImportDraft): ImportTally {
  const wrong = new Set<string>();
  for (const { file, report } of draft.files) {
    for (const sheet of report?.sheets ?? []) {
      for (const table of sheet.tables) {
        if (!isTaken(draft, table)) continue;
        // an error of the whole table, or of one row
        for (const issue of table.issues)
          if (issue.level === 'error')
            for (const row of issue.row === 0 ? table.dataRows : [issue.row])
              wrong.add(rowKey({ file, sheet: sheet.name, row }));
      }
    }
  }
  const { counts } = draft;
  const rejected = Math.min(
    counts.rejected,
    draft.rejectedRows.filter((row) => wrong.has(rowKey(row))).length,
  );
  return {
    new: counts.new,
    changed: counts.changed,
    unchanged: counts.unchanged,
    checked:
      draft.ledger === null
        ? Math.max(0, draft.facts - counts.new - counts.changed - counts.unchanged)
        : 0,
    waiting: counts.rejected - rejected,
    rejected,
    cells: draft.heldCells.length,
    skipped: counts.skipped,
  };
}

/**
 * How much the import button takes now: rows, or figures; all that wait too where none may be left
 * behind.
 */
export const importTakes = (tally: ImportTally, onlyValid: boolean): number =>
  tally.new + tally.changed + (onlyValid ? 0 : tally.waiting + tally.rejected);

export interface FileState {
  readonly is: 'unreadable' | 'unknown' | 'asks' | 'wrong' | 'clear';
  readonly word: string;
}

/** Recognised, but as a table of another kind than this draft takes. */
export const isOfOtherKind = (draft: ImportDraft, file: DraftFile): boolean => {
  const tables = (file.report?.sheets ?? []).flatMap((sheet) => sheet.tables);
  return (
    tables.some((table) => table.kind !== 'unknown') &&
    !tables.some((table) => isTaken(draft, table))
  );
};

/** 无法打开 · 另一类表 · 未识别 · 提问2 · 要改1 · 已识别 */
export function fileState(
  draft: ImportDraft,
  file: DraftFile,
  problems: readonly ImportProblem[],
): FileState {
  if (file.report === null) return { is: 'unreadable', word: '无法打开' };
  if (isOfOtherKind(draft, file)) return { is: 'unknown', word: '另一类表' };
  if (!file.report.sheets.some((sheet) => sheet.tables.some((table) => isTaken(draft, table))))
    return { is: 'unknown', word: '未识别' };
  const own = problems.filter(
    (one) =>
      one.file === file.file || one.unit?.rows.some((row) => row.file === file.file) === true,
  );
  const asked = own.filter((one) => one.level === 'question').length;
  const wrong = own.filter((one) => one.level === 'error').length;
  if (asked > 0) return { is: 'asks', word: `提问${asked + wrong}` };
  return wrong > 0
    ? { is: 'wrong', word: `要改${wrong}` }
    : { is: 'clear', word: file.counts.skipped > 0 ? `跳过${file.counts.skipped}` : '已识别' };
}
