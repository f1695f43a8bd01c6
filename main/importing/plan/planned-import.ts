/**
 * An open draft as the import that is committed: its figures, its records, and what is remembered
 * of its tables.
 */
import { dayOf } from '../../domain/days/day.ts';
import type { FactImport } from '../../services/imports/facts.ts';
import type {
  ImportPlan,
  PlannedLeftOut,
  PlannedTable,
} from '../../services/imports/import-plan.ts';
import { lastingAnswers } from '../sheet/answers.ts';
import type { OpenDraft } from './drafts.ts';
import type { Judged } from './judge.ts';
import { leavesOut } from './left-out.ts';
import { keptColumns } from '../sheet/mapped.ts';
import type { FileTable } from './file-plan.ts';
import { placedIssues } from './shown.ts';

export const importNameOf = ({ files }: OpenDraft): string =>
  `${files[0]?.file ?? ''}${files.length > 1 ? `等${files.length}个文件` : ''}`;

const unitsMade = (files: Judged['files']): ImportPlan['units'] => [
  ...new Map(
    files
      .flatMap(({ inspection }) => inspection?.unitCreates ?? [])
      .map((unit) => [unit.name, unit]),
  ).values(),
];

export const factImportOf = (draft: OpenDraft, judged: Judged): FactImport => ({
  file: importNameOf(draft),
  tables: judged.tables.map((one) => plannedTableOf(judged, one)),
  units: unitsMade(judged.files),
  facts: judged.facts,
  rejected: judged.plan.counts.rejected,
  leftOut: leftOutOf(judged),
  profiles: profilesOf(judged.files),
});

const plannedTableOf = ({ files }: Judged, { file, table }: FileTable): PlannedTable => ({
  file,
  sheet: table.sheet.name,
  year: table.period?.year ?? null,
  month: table.period?.month ?? null,
  sender: files.find((one) => one.file === file)?.unit ?? null,
});

/** What is asked about and what is named as not imported. */
const leftOutOf = (judged: Judged): readonly PlannedLeftOut[] =>
  [...placedIssues(judged).filter(leavesOut), ...judged.leftOut].map((one) => ({
    place: `${one.file} ${one.sheet}!${one.column ?? ''}${one.row > 0 ? one.row : ''}`,
    message: one.message,
  }));

export function importPlanOf(draft: OpenDraft, judged: Judged, ledger: string): ImportPlan {
  const { files, tables, plan } = judged;
  return {
    file: importNameOf(draft),
    ledger,
    leftOut: leftOutOf(judged),
    tables: tables.map((one) => ({
      ...plannedTableOf(judged, one),
      columns: keptColumns(one.table),
    })),
    units: unitsMade(files),
    creates: plan.creates,
    changes: plan.changes,
    unchanged: plan.counts.unchanged,
    rejected: plan.counts.rejected,
    told: timeOfTables(tables),
    profiles: profilesOf(files),
  };
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
