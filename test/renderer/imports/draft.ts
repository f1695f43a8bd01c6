/**
 * A draft made by hand in the layout of the 2012 sample: titles, two header rows, nine rows, a
 * total and a note.
 */
import type {
  Column,
  ImportDraft,
  DraftFile,
  Issue,
  DraftRowName,
  Table,
} from '../../../preload/contract/imports.ts';

export const column = (
  letter: string,
  field: string | null,
  more: Partial<Column> = {},
): Column => ({
  column: letter,
  path: [letter],
  field,
  month: null,
  measure: null,
  confidence: 0.98,
  reason: '',
  use: 'field',
  ...more,
});

export const columns: readonly Column[] = [
  column('A', 'code'),
  column('B', 'name'),
  column('G', 'total_investment', { measure: '亿元' }),
  ...['J', 'K', 'L'].map((letter, at) =>
    column(letter, 'arrived_total', { month: `2012-0${at + 1}`, confidence: 0.97 }),
  ),
  column('S', null, { use: 'check', confidence: 0.9 }),
  column('V', 'responsible_unit', { confidence: 0.96 }),
];

export function tableOf(issues: readonly Issue[]): Table {
  return {
    kind: 'ledger',
    ledger: 'project',
    titleRows: [1, 2],
    headerRows: [3, 4],
    dataRows: [5, 6, 7, 8, 9, 10, 11, 12, 13],
    groupRows: [],
    totalRows: [14],
    noteRows: [15],
    columns,
    issues,
    totals: [],
    facts: 0,
    records: 9,
  };
}

export const FILE = '招商引资项目统计2012.xlsx';
const NOTHING = { new: 0, changed: 0, unchanged: 0, rejected: 0, skipped: 0 };

/** A place in the one file of `draftOf`. */
export const at = (row: number, file = FILE): DraftRowName => ({ file, sheet: '招商引资', row });

export function fileOf(issues: readonly Issue[], more: Partial<DraftFile> = {}): DraftFile {
  return {
    file: FILE,
    report: {
      file: FILE,
      sheets: [{ name: '招商引资', period: { year: 2012, month: 9 }, tables: [tableOf(issues)] }],
    },
    fault: null,
    unit: null,
    counts: NOTHING,
    remembered: false,
    ...more,
  };
}

export function draftOf(issues: readonly Issue[], more: Partial<ImportDraft> = {}): ImportDraft {
  return {
    id: 1,
    files: [fileOf(issues)],
    ledger: 'project',
    facts: 0,
    notes: [],
    remembered: false,
    counts: { ...NOTHING, new: 9 },
    changes: [],
    unknownUnits: [],
    nearRecords: [],
    rejectedRows: [],
    heldCells: [],
    leftOut: [],
    skippedRows: [],
    sums: {},
    coverage: null,
    ...more,
  };
}
