/**
 * Which cells and rows of the previewed sheet are marked: with a problem, with a fault, as left
 * out.
 */
import { useMemo } from 'react';
import type { ImportDraft } from '../../../../preload/contract/imports.ts';
import { problemsByCell, type ImportProblem } from '../draft/problems.ts';

export function useRowMarks(
  draft: ImportDraft,
  file: string,
  sheet: string,
  problems: readonly ImportProblem[],
): {
  readonly marks: ReturnType<typeof problemsByCell>;
  readonly wrong: ReadonlySet<number>;
  readonly skipped: ReadonlySet<number>;
} {
  const marks = useMemo(() => problemsByCell(problems, file, sheet), [problems, file, sheet]);
  const wrong = useMemo(
    () =>
      new Set(
        problems
          .filter((one) => one.level === 'error' && one.file === file && one.sheet === sheet)
          .map((one) => one.row),
      ),
    [problems, file, sheet],
  );
  const skipped = useMemo(
    () =>
      new Set(
        draft.skippedRows
          .filter((one) => one.file === file && one.sheet === sheet)
          .map((one) => one.row),
      ),
    [draft, file, sheet],
  );
  return { marks, wrong, skipped };
}
