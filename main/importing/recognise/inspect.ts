/**
 * Recognises a whole workbook: every sheet's tables with their columns, records and problems, as
 * the answers so far make them. Pure.
 */
import type { ImportReport } from '../../../preload/contract/imports.ts';
import type { ImportAnswer } from '../../../preload/contract/answers.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import { headerPaths } from '../sheet/headers.ts';
import { overSheets, recalledAnswers, withCells, type FileForm } from '../sheet/answers.ts';
import { filledForm, type FilledForm } from '../forms/form.ts';
import { filledMonth } from '../forms/month-form.ts';
import type { MappedTable } from '../sheet/mapped.ts';
import { continuedTable, type Headed, type Last } from '../sheet/continuation.ts';
import { findRegions } from '../sheet/regions.ts';
import { type Region } from '../sheet/region.ts';
import type { SourceSheet, Workbook } from '../sheet/sheet.ts';
import { squeezeWords } from '../sheet/words.ts';
import { stopIfCancelled, UNWATCHED } from '../sheet/watch.ts';
import { reportedTable } from './reported.ts';
import { mapTable } from './tables.ts';
import { unitNames, type UnitNames } from '../cells/units.ts';
import type { InspectContext } from './inspect-context.ts';
export interface Inspection {
  readonly report: ImportReport;
  readonly tables: readonly MappedTable[];
  readonly unitCreates: UnitNames['made'];
  readonly form: FileForm;
  readonly remembered: boolean;
  /** what was remembered, then what was answered now */
  readonly answers: readonly ImportAnswer[];
}

export function inspectWorkbook(
  workbook: Workbook,
  fileName: string,
  asked: InspectContext,
): Inspection {
  const template = filledForm(workbook) ?? filledMonth(workbook);
  const context = template === null ? asked : formContext(asked, template);
  const sheets = sheetsOf(workbook, template, context);
  const form = formOf(sheets);
  const profile = form.shape === null ? null : (context.remembered?.(form.shape) ?? null);
  const answers = [
    ...(profile === null ? [] : recalledAnswers(profile, form.sheets)),
    ...context.answers,
  ];
  const places = sheets.flatMap(({ sheet, regions, head }) =>
    head === null
      ? regions.map((region, table) => ({
          sheet: sheet.name,
          table,
          words: `${region.left} ${shapeOf(sheet, region)}`,
        }))
      : [],
  );
  const ofTables = [...(template?.answers ?? []), ...overSheets(answers, places)];
  const units = unitNames(context.units, context.county, answers, namedIn(workbook));
  const tables: MappedTable[] = [];
  for (const { sheet, regions, head } of sheets) {
    if (sheet.hidden) continue;
    stopIfCancelled(context.watch ?? UNWATCHED);
    regions.forEach((region, place) =>
      tables.push(
        mapTable({
          sheet,
          region,
          head,
          before: tables.filter((one) =>
            head === null ? isPageBefore(one, sheet, region) : isUnder(one, head),
          ),
          place,
          number: tables.length,
          fileName,
          context,
          answers: ofTables,
          units,
          layout: template?.month?.layout ?? null,
        }),
      ),
    );
  }
  return {
    report: reportOf(fileName, sheets, tables),
    tables,
    unitCreates: units.made,
    form,
    remembered: profile !== null,
    answers,
  };
}

/**
 * Whether a cell of the workbook holds nothing but that name; its words are gathered when it is
 * first asked.
 */
function namedIn({ sheets }: Workbook): (name: string) => boolean {
  let words: ReadonlySet<string> | null = null;
  return (name) => {
    words ??= new Set(
      sheets.flatMap((sheet) =>
        sheet.rows.flatMap((row) =>
          row.flatMap((cell) => (typeof cell === 'string' ? [squeezeWords(cell)] : [])),
        ),
      ),
    );
    return words.has(squeezeWords(name));
  };
}

/** Whether a table has the header, or goes on under it. */
const isUnder = (table: MappedTable, head: Headed): boolean =>
  table.region === head.region || table.head?.region === head.region;

/** A table printed over pages has its head again on each. */
const isPageBefore = (table: MappedTable, sheet: SourceSheet, region: Region): boolean =>
  table.sheet === sheet &&
  table.region.left === region.left &&
  wordsOf(sheet, table.region) === wordsOf(sheet, region);

const wordsOf = (sheet: SourceSheet, region: Region): string =>
  headerPaths(sheet, region)
    .map((path) => path.join('›'))
    .join('|');

/** Years and months in a head pass. */
const shapeOf = (sheet: SourceSheet, region: Region): string =>
  wordsOf(sheet, region).replace(/\d+/g, '#');

/** The sheets with their tables: one of our own forms has the one that it says. */
const sheetsOf = (
  workbook: Workbook,
  template: FilledForm | null,
  { answers, own }: InspectContext,
): readonly Tabled[] =>
  template === null
    ? tablesOf(
        workbook.sheets.map((sheet) => withCells(sheet, answers)),
        own ?? [],
      )
    : [{ sheet: withCells(template.sheet, answers), regions: [template.region], head: null }];

const reportOf = (
  file: string,
  sheets: readonly Tabled[],
  tables: readonly MappedTable[],
): ImportReport => ({
  file,
  sheets: sheets
    .filter(({ sheet }) => !sheet.hidden)
    .map(({ sheet }) => {
      const own = tables.filter((table) => table.sheet === sheet);
      return { name: sheet.name, period: own[0]?.period ?? null, tables: own.map(reportedTable) };
    }),
});

interface Tabled {
  readonly sheet: SourceSheet;
  readonly regions: readonly Region[];
  /** whose header the sheet's only table goes on under; null where every table has its own */
  readonly head: Headed | null;
}

/** The tables of every sheet; one without a header may go on with the last table before it. */
function tablesOf(sheets: readonly SourceSheet[], own: readonly Ledger[]): readonly Tabled[] {
  let before: Last | null = null;
  return sheets.map((sheet): Tabled => {
    if (sheet.hidden) return { sheet, regions: [], head: null };
    const more = continuedTable(sheet, before);
    if (more !== null) return { sheet, regions: [more.region], head: more.head };
    const regions = findRegions(sheet, own);
    const region = regions.at(-1);
    if (region !== undefined) before = { sheet, region, place: regions.length - 1 };
    return { sheet, regions, head: null };
  });
}

/** A form says itself what it is and when, whatever the user took it for. */
function formContext(asked: InspectContext, { ledger, month }: FilledForm): InspectContext {
  return {
    ...asked,
    ...(ledger === null ? {} : { ledgerCode: ledger }),
    ...(month === undefined
      ? {}
      : {
          year: month.period.year,
          ...(month.period.month === null ? {} : { month: month.period.month }),
        }),
  };
}

/**
 * The same headers make the same shape, whatever stands under them; years and months in them pass.
 */
function formOf(sheets: readonly Tabled[]): FileForm {
  const headed = sheets.filter(({ regions }) => regions.length > 0);
  const paths = headed.flatMap(({ sheet, regions, head }) =>
    (head === null ? regions : []).map((region) => shapeOf(sheet, region)),
  );
  return {
    shape: paths.length === 0 ? null : paths.join('\n'),
    sheets: headed.map(({ sheet }) => sheet.name),
  };
}
