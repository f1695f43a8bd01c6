/** A judged draft as the wizard sees it: reports, counts, what is asked, sums. */
import type {
  ImportDraft,
  DraftFile,
  Issue,
  PlacedIssue,
  ImportReport,
  DraftRowName,
} from '../../../preload/contract/imports.ts';
import { sum } from '../../domain/exact/decimal.ts';
import { addsUp, type Field } from '../../domain/ledgers/field.ts';
import type { OpenDraft } from './drafts.ts';
import { inColumn, sumOfFigures, wholeOfFigures } from '../cells/figures.ts';
import type { Judged, JudgedFile } from './judge.ts';
import { isOfTheRow } from '../recognise/settle.ts';
import type { MappedColumn, MappedTable } from '../sheet/mapped.ts';

const NOTHING = { new: 0, changed: 0, unchanged: 0, rejected: 0, skipped: 0 };

export function importDraftOf(draft: OpenDraft, judged: Judged): ImportDraft {
  const { plan, files } = judged;
  const rowsOf = (rows: (table: MappedTable) => Iterable<number>): readonly DraftRowName[] =>
    files.flatMap(({ file, tables }) =>
      tables.flatMap((table) =>
        [...rows(table)]
          .sort((a, b) => a - b)
          .map((row): DraftRowName => ({ file, sheet: table.sheet.name, row })),
      ),
    );
  return {
    id: draft.id,
    files: files.map((one) => fileOf(one, judged)),
    ledger: judged.ledger,
    counts: plan.counts,
    facts: judged.facts.length,
    notes: judged.notes,
    leftOut: judged.leftOut,
    changes: plan.shown,
    unknownUnits: unknownUnits(files),
    nearRecords: plan.near,
    rejectedRows: rowsOf((table) => rejectedRows(table, judged)),
    heldCells: heldCells(judged),
    skippedRows: rowsOf((table) => table.skipped),
    sums: sumsOf(
      files.flatMap(({ tables }) => tables),
      judged,
    ),
    coverage: judged.coverage,
    remembered: files.every((one) => one.inspection?.remembered !== false),
  };
}

function fileOf(one: JudgedFile, judged: Judged): DraftFile {
  return {
    file: one.file,
    report: reportOf(one, judged),
    fault: one.fault,
    unit: one.unit,
    counts: judged.plan.countsOf.get(one.file) ?? NOTHING,
    remembered: one.inspection?.remembered ?? false,
  };
}

/** The file's own report with the questions that the other files and the ledger raise. */
function reportOf({ file, inspection }: JudgedFile, judged: Judged): ImportReport | null {
  if (inspection === null) return null;
  const { report, tables } = inspection;
  const sheets = report.sheets.map((sheet) => {
    const own = tables.filter((table) => table.sheet.name === sheet.name);
    return {
      ...sheet,
      tables: sheet.tables.map((table, at) => ({
        ...table,
        issues: issuesOf(own[at], table.issues, judged),
      })),
    };
  });
  return judged.plan.doubts.size === 0 ? { ...report, file } : { ...report, file, sheets };
}

const issuesOf = (
  table: MappedTable | undefined,
  issues: readonly Issue[],
  { plan }: Judged,
): readonly Issue[] => {
  const more = table === undefined ? undefined : plan.doubts.get(table);
  return more === undefined ? issues : [...issues, ...more];
};

/** Every issue of the tables that are imported, with its file and sheet. */
export function placedIssues(judged: Judged): readonly PlacedIssue[] {
  return judged.files.flatMap(({ file, tables }) =>
    tables.flatMap((table) =>
      issuesOf(table, table.issues, judged).map((one) => ({
        ...one,
        file,
        sheet: table.sheet.name,
      })),
    ),
  );
}

/** Those of them that wait for an answer: a row that was skipped asks nothing more. */
export function openQuestions(judged: Judged): readonly PlacedIssue[] {
  const skipped = new Set(
    judged.files.flatMap(({ file, tables }) =>
      tables.flatMap((table) =>
        [...table.skipped].map((row) => JSON.stringify([file, table.sheet.name, row])),
      ),
    ),
  );
  return placedIssues(judged).filter(
    ({ level, file, sheet, row }) =>
      (level === 'question' || level === 'error') &&
      !skipped.has(JSON.stringify([file, sheet, row])),
  );
}

export function rejectedRows(table: MappedTable, { plan }: Judged): ReadonlySet<number> {
  const doubts =
    plan.doubts.get(table)?.filter((one) => one.level !== 'warning' && isOfTheRow(one)) ?? [];
  return doubts.length === 0
    ? table.rejected
    : new Set([...table.rejected, ...doubts.map((one) => one.row)]);
}

/** The single figures that wait on rows which come in without them. */
export function heldCells(judged: Judged): ImportDraft['heldCells'] {
  return judged.files.flatMap(({ file, tables }) =>
    tables.flatMap((table) => {
      const rejected = rejectedRows(table, judged);
      return [...(judged.plan.held.get(table) ?? [])].flatMap((key) => {
        const [row = '', column = ''] = key.split(' ');
        return rejected.has(Number(row))
          ? []
          : [{ file, sheet: table.sheet.name, row: Number(row), column }];
      });
    }),
  );
}

function unknownUnits(files: readonly JudgedFile[]): ImportDraft['unknownUnits'] {
  const unknown = new Map<string, { rows: DraftRowName[]; like: string | null }>();
  for (const { file, tables } of files) {
    for (const table of tables) {
      for (const [name, one] of table.unknownUnits) {
        const rows = one.rows.map((row): DraftRowName => ({ file, sheet: table.sheet.name, row }));
        const known = unknown.get(name);
        if (known === undefined) unknown.set(name, { rows, like: one.like });
        else known.rows.push(...rows);
      }
    }
  }
  return [...unknown].map(([name, one]) => ({ name, ...one }));
}

/** What would be imported, summed by field in the sheet's measure: "53.45 亿元". */
function sumsOf(tables: readonly MappedTable[], judged: Judged): Readonly<Record<string, string>> {
  const sums = new Map<string, { column: MappedColumn; field: Field; parts: string[] }>();
  for (const table of tables) {
    const rejected = rejectedRows(table, judged);
    const taken =
      rejected.size === 0 && table.skipped.size === 0
        ? null
        : table.region.dataRows.map((row) => !rejected.has(row + 1) && !table.skipped.has(row + 1));
    for (const column of table.columns) {
      const { field } = column;
      if (column.use !== 'field' || column.measure === null || field === null || !addsUp(field))
        continue;
      const part = sumOfFigures(
        column,
        [wholeOfFigures(table.figures.get(column.index) ?? [])],
        taken,
      );
      const known = sums.get(field.code);
      if (known === undefined) sums.set(field.code, { column, field, parts: [part] });
      else known.parts.push(part);
    }
  }
  return Object.fromEntries(
    [...sums.values()].map(({ column, field, parts }) => [
      field.code,
      `${inColumn(column, sum(parts))} ${field.kind === 'decimal' ? field.measure : (column.measure?.name ?? '')}`,
    ]),
  );
}
