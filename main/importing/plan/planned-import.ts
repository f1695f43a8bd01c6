/** An open draft as the import that is committed: its figures, its records, and what is remembered of its tables. */
import { dayOf } from '../../domain/days/day.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import type { FactImport } from '../../services/imports/facts.ts';
import type { ImportPlan } from '../../services/imports/import-plan.ts';
import { lastingAnswers } from '../sheet/answers.ts';
import type { OpenDraft } from './drafts.ts';
import type { Judged } from './judge.ts';

export const importNameOf = ({ files }: OpenDraft): string =>
  `${files[0]?.file ?? ''}${files.length > 1 ? `等${files.length}个文件` : ''}`;

const unitsMade = (files: Judged['files']): ImportPlan['units'] => [
  ...new Map(
    files
      .flatMap(({ inspection }) => inspection?.unitCreates ?? [])
      .map((unit) => [unit.name, unit]),
  ).values(),
];

export const factImportOf = (
  draft: OpenDraft,
  { files, tables, facts, plan }: Judged,
): FactImport => ({
  file: importNameOf(draft),
  tables: tables.map(({ file, table }) => ({ file, sheet: table.sheet.name })),
  units: unitsMade(files),
  facts,
  rejected: plan.counts.rejected,
  profiles: profilesOf(files),
});

export function importPlanOf(
  draft: OpenDraft,
  { files, tables, plan }: Judged,
  ledger: string,
): ImportPlan {
  return {
    file: importNameOf(draft),
    ledger,
    tables: tables.map(({ file, table }) => ({
      file,
      sheet: table.sheet.name,
      columns: Object.fromEntries(
        table.columns.flatMap((column) =>
          column.field !== null && column.use === 'field'
            ? [[column.month ?? column.field.code, columnName(column.index)]]
            : [],
        ),
      ),
    })),
    units: unitsMade(files),
    creates: plan.creates,
    changes: plan.changes,
    unchanged: plan.counts.unchanged,
    rejected: plan.counts.rejected,
    told: timeOfTables(tables),
    year: yearOfTables(tables),
    profiles: profilesOf(files),
  };
}

/** The one year that all the tables tell. */
function yearOfTables(tables: Judged['tables']): number | null {
  const years = new Set(tables.map(({ table }) => table.period?.year ?? null));
  const [year = null] = years;
  return years.size === 1 ? year : null;
}

/** The one year or month that all the tables tell. */
function timeOfTables(tables: Judged['tables']): string | null {
  const times = new Set(
    tables.map(({ table: { period } }) =>
      period === null ? null : dayOf(period.year, period.month ?? undefined),
    ),
  );
  const [time = null] = times;
  return times.size === 1 ? time : null;
}

/** One per shape of header; what was recalled is kept with what was answered now. */
function profilesOf(files: Judged['files']): ImportPlan['profiles'] {
  const profiles = new Map<string, ImportPlan['profiles'][number]>();
  for (const { file, inspection } of files) {
    if (inspection === null || inspection.form.shape === null) continue;
    const answers = lastingAnswers(inspection.answers, inspection.form.sheets);
    if (answers !== null)
      profiles.set(inspection.form.shape, { shape: inspection.form.shape, name: file, answers });
  }
  return [...profiles.values()];
}
