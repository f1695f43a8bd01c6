/** The wizard's view of a draft: the first file of it, rows by their number, answers that speak of that file. */
import type { Answer as FileAnswer } from '../../../preload/contract/answers.ts';
import type { Draft as Files, Report } from '../../../preload/contract/imports.ts';

type WithoutFile<A> = A extends { readonly file: string } ? Omit<A, 'file'> : A;
export type Answer = WithoutFile<FileAnswer>;

export interface Draft extends Omit<Files, 'files' | 'facts' | 'unknownUnits' | 'nearRecords' | 'rejectedRows' | 'skippedRows' | 'coverage'> {
  readonly file: string;
  readonly report: Report;
  readonly unknownUnits: readonly { readonly name: string; readonly rows: readonly number[]; readonly like: string | null }[];
  readonly rejectedRows: readonly number[];
  readonly skippedRows: readonly number[];
}

export function ofFirstFile({ files, unknownUnits, rejectedRows, skippedRows, id, ledger, counts, changes, sums, remembered }: Files): Draft {
  const [first] = files;
  const file = first?.file ?? '';
  const rows = (list: Files['rejectedRows']): readonly number[] => list.filter((one) => one.file === file).map((one) => one.row);
  return { id, ledger, counts, changes, sums, remembered, file, report: first?.report ?? { file, sheets: [] }, unknownUnits: unknownUnits.map((unit) => ({ ...unit, rows: rows(unit.rows) })), rejectedRows: rows(rejectedRows), skippedRows: rows(skippedRows) };
}

export const withFile = (file: string, answer: Answer): FileAnswer => (answer.kind === 'unit' || answer.kind === 'period' ? answer : { ...answer, file });
