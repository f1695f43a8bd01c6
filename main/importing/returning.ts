/**
 * What goes back to the senders: each file with rejected rows, its bad cells marked, written where
 * the user said.
 */
import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Issue, ReturnedFile } from '../../preload/contract/imports.ts';
import { Fault } from '../domain/fault.ts';
import { columnNumber } from '../domain/read/sheet-address.ts';
import { saveFile } from '../services/book/save-file.ts';
import type { OpenFile } from './plan/drafts.ts';
import { distinctNames } from './plan/drafts.ts';
import { lastJudged } from './files.ts';
import type { ImportScene } from './plan/import-scene.ts';
import type { Judged, JudgedFile } from './plan/judge.ts';
import type { MappedTable } from './sheet/mapped.ts';
import { cellKey, type Workbook } from './sheet/sheet.ts';
import { copiedRejects } from './rejects/copy.ts';
import type { Mark, SheetMarks } from './rejects/marks.ts';
import { patchedWorkbook } from './rejects/patch.ts';
import { rejectedRows } from './plan/shown.ts';
import { heldKey } from './recognise/settle.ts';

interface ReturnInput {
  readonly draft: number;
  /** of a file for one workbook; several go into a folder, which may be named like a file */
  readonly to: string;
  readonly files?: readonly string[] | undefined;
}

/** Writes the workbooks and answers what was written; nothing where no row is rejected. */
export async function returnFiles(
  scene: ImportScene,
  { draft: id, to, files }: ReturnInput,
): Promise<readonly ReturnedFile[]> {
  const draft = scene.drafts.either(id);
  const judged = lastJudged(scene, draft);
  const chosen = judged.files.flatMap(
    (one): readonly { file: OpenFile; marks: readonly SheetMarks[] }[] => {
      const file = draft.files.find(({ file: name }) => name === one.file);
      const marks = files === undefined || files.includes(one.file) ? marksOf(one, judged) : [];
      return file === undefined || marks.length === 0 ? [] : [{ file, marks }];
    },
  );
  const path = await scene.host.pathOf(to);
  const targets = await targetsOf(
    path,
    chosen.map(({ file }) => file.file),
  );
  const returned: ReturnedFile[] = [];
  for (const [at, { file, marks }] of chosen.entries()) {
    const target = targets[at] ?? path;
    const own = /\.xls[xm]$/i.test(file.file)
      ? patchedWorkbook(file.bytes, marks.map(inTheFile(file.workbook)))
      : null;
    const saved = await saveFile(
      target,
      own ?? (await copiedRejects(file.workbook ?? { sheets: [], notes: [] }, marks)),
      draft.files.map((one) => one.path),
    );
    returned.push({
      file: file.file,
      saved: basename(saved),
      cells: new Set(
        marks.flatMap((sheet) =>
          sheet.marks.map(({ row, column }) => `${sheet.sheet} ${row} ${column}`),
        ),
      ).size,
      copied: own === null,
    });
  }
  return returned;
}

/**
 * One workbook is written as the file that was named; several into a folder of that name, each
 * under its own.
 */
async function targetsOf(path: string, names: readonly string[]): Promise<readonly string[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder && names.length <= 1) return [path];
  const folder = isFolder ? path : path.replace(/\.xls[xm]?$/i, '');
  await mkdir(folder, { recursive: true }).catch(() => {
    throw new Fault('file.unwritable', { file: basename(dirname(path)) });
  });
  return distinctNames(names.map(returnedName)).map((name) => join(folder, name));
}

/** 凤阁岭镇.xls → 凤阁岭镇（退回）.xlsx; a workbook with macros keeps its end. */
function returnedName(file: string): string {
  const end = /\.xlsm$/i.test(file) ? '.xlsm' : '.xlsx';
  return `${file.replace(/\.[^.]*$/, '')}（退回）${end}`;
}

function marksOf(file: JudgedFile, judged: Judged): readonly SheetMarks[] {
  const marks = file.tables
    .map((table) => ({ sheet: table.sheet.name, marks: tableMarks(table, judged) }))
    .filter((one) => one.marks.length > 0);
  return [...Map.groupBy(marks, (one) => one.sheet)].map(([sheet, list]) => ({
    sheet,
    marks: list.flatMap((one) => one.marks),
  }));
}

/**
 * The cells that keep rows out: those with an error or a question, and the header of a column that
 * is asked about as a whole.
 */
function tableMarks(table: MappedTable, judged: Judged): readonly Mark[] {
  const rejected = rejectedRows(table, judged);
  const held = judged.plan.held.get(table) ?? new Set<string>();
  if (rejected.size + held.size === 0) return [];
  const { region } = table;
  const issues = [...table.issues, ...(judged.plan.doubts.get(table) ?? [])].filter(
    (one) => one.level === 'error' || one.level === 'question',
  );
  return issues
    .filter(
      (one) =>
        one.row === 0 || rejected.has(one.row) || held.has(heldKey(one.row, one.column ?? '')),
    )
    .map((one: Issue): Mark => ({
      row: one.row === 0 ? Math.max(0, region.headerRows[1]) : one.row - 1,
      column: one.column === null ? region.left : columnNumber(one.column),
      note: one.message,
    }));
}

/**
 * The marks where their cells stand in the file, of a sheet that was laid out anew; what is asked
 * of a whole column stands at its first value.
 */
const inTheFile =
  (workbook: Workbook | null) =>
  ({ sheet: name, marks }: SheetMarks): SheetMarks => {
    const sheet = workbook?.sheets.find((one) => one.name === name);
    const { origins, rows = [] } = sheet ?? {};
    if (origins === undefined) return { sheet: name, marks };
    const whole = cellKey(1, 0);
    return {
      sheet: name,
      marks: marks.map((mark) => {
        const keys = rows.slice(mark.row).map((_, at) => cellKey(mark.row + at, mark.column));
        const key = keys.flatMap((one) => origins.get(one) ?? [])[0];
        return key === undefined
          ? mark
          : { ...mark, row: Math.floor(key / whole), column: key % whole };
      }),
    };
  };
