/** Which year's pages show what was imported. */
import type { ImportDraft } from '../../../../preload/contract/imports.ts';
import { isTaken } from './problems.ts';

/** The newest year that the figures are of, null for a ledger: its records are of every year. */
export function importYearOf(draft: ImportDraft): number | null {
  if (draft.ledger !== null) return null;
  const years = draft.files
    .flatMap((one) => one.report?.sheets ?? [])
    .flatMap((sheet) =>
      sheet.period !== null && sheet.tables.some((table) => isTaken(draft, table))
        ? [sheet.period.year]
        : [],
    );
  return years.length === 0 ? null : Math.max(...years);
}
