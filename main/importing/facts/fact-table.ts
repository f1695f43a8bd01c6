/** A target breakdown or a monthly matrix: its layout, facts, totals and problems. */
import type { Issue } from '../../../preload/contract/imports.ts';
import type { ImportAnswer } from '../../../preload/contract/answers.ts';
import { measureOf, type Measure } from '../../domain/exact/measure.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import { kindOfName } from '../../domain/ledgers/unit.ts';
import { checkTotals } from '../records/totals.ts';
import { checkAcross, checkFacts } from './fact-checks.ts';
import { describedFigures, lentIssues, totalShares, unreadFigures } from './described-columns.ts';
import type { FactLayout } from './fact-columns.ts';
import { factLayoutOf } from './fact-layout.ts';
import { subjectOf } from '../sheet/titles.ts';
import { mapFacts } from './facts.ts';
import type { Figures } from '../sheet/column-figures.ts';
import type { Evidence, MappedColumn, MappedTable } from '../sheet/mapped.ts';
import type { SheetPeriod } from '../sheet/period.ts';
import { withNumberedRows, withRows } from '../sheet/row-roles.ts';
import type { Region } from '../sheet/region.ts';
import type { Sender } from '../records/sender.ts';
import type { SourceSheet } from '../sheet/sheet.ts';
import type { UnitNames } from '../cells/units.ts';
import { squeezeWords } from '../sheet/words.ts';
import { isCounty } from './whole-county.ts';

export interface FactTableInput {
  readonly sheet: SourceSheet;
  readonly region: Region;
  readonly head: MappedTable['head'];
  readonly place: number;
  readonly number: number;
  readonly period: SheetPeriod | null;
  /** the table's columns as a ledger would have them */
  readonly columns: readonly MappedColumn[];
  readonly evidence: readonly Evidence[];
  readonly titles: readonly string[];
  readonly notes: readonly Measure[];
  readonly units: UnitNames;
  readonly county: string;
  readonly answers: readonly ImportAnswer[];
  /** who sent the file, where its name or the user tells */
  readonly said: Sender | null;
  /** where a form tells it */
  readonly layout: FactLayout | null;
}
export type FactTable = Omit<MappedTable, 'rejected' | 'skipped' | 'held'> & {
  readonly waiting: ReadonlySet<string>;
  /** the columns that say what a row is about */
  readonly keys: ReadonlySet<string>;
};

/** Null where the table is neither. */
export function factTable(input: FactTableInput): FactTable | null {
  const { sheet, place, number, period, units } = input;
  const found =
    input.layout ??
    factLayoutOf({
      ...input,
      paths: input.columns.map((column) => column.path),
      year: period?.year ?? null,
    });
  if (found === null) return null;
  const subject = subjectTold(input);
  const layout = namedBySubject(found, subject);
  const region = rowsOf(input, layout);
  const mapped = mapFacts({
    sheet,
    region,
    layout,
    period,
    subject,
    sender: layout.unitColumn === null ? senderOf(input) : null,
    notes: input.notes,
    answered: answeredMeasure(input),
    accepted: acceptedColumns(input),
    units,
    county: input.county,
  });
  const byIndex = new Map(layout.columns.map((column) => [column.index, column]));
  const told = new Map(mapped.facts.map((fact) => [fact.column, fact.measure]));
  const columns = input.columns.map((column) =>
    describedFigures(column, byIndex.get(column.index), layout, told, subject),
  );
  const checks = checkFacts(mapped.facts);
  const sums = sumsOf(input, layout, region, columns, mapped);
  const issues: readonly Issue[] = [
    ...unreadFigures(columns, input.evidence),
    ...lentIssues(layout, columns),
    ...totalShares(sheet, region, layout),
    ...mapped.issues,
    ...checks.issues,
    ...sums.issues,
    ...checkAcross(sheet, region, layout, mapped.figures),
  ];
  return {
    sheet,
    region,
    head: input.head,
    place,
    number,
    kind: layout.kind,
    ledger: null,
    period,
    columns,
    records: [],
    facts: mapped.facts,
    figures: mapped.figures,
    issues,
    totals: sums.totals,
    unknownUnits: mapped.unknownUnits,
    waiting: new Set(checks.waiting),
    keys: keyLetters(layout),
  };
}

const keyLetters = (layout: FactLayout): ReadonlySet<string> =>
  new Set(
    [layout.unitColumn, layout.indicatorColumn, layout.measureColumn].flatMap((index) =>
      index === null ? [] : [columnName(index)],
    ),
  );

/** The table's rows, where those of the county and of units are no sums. */
const rowsOf = (input: FactTableInput, layout: FactLayout): Region =>
  layout.indicatorColumn === null
    ? withRows(input.region, ({ row, label }) => input.region.sums.has(row) && isUnit(input, label))
    : withNumberedRows(input.region);

/** Which indicator a table without heads of indicators is about: the user's word, else the title's, else the sheet's name. */
function subjectTold({ sheet, place, answers, titles }: FactTableInput): string | null {
  const named = answers.findLast(
    (answer) =>
      answer.kind === 'indicator' && answer.sheet === sheet.name && answer.table === place,
  );
  return (
    (named?.kind === 'indicator' ? named.name : null) ??
    [...titles, /^(?:sheet|工作表|表)\s*\d*$/i.test(sheet.name) ? '' : sheet.name]
      .map(subjectOf)
      .find((one) => one !== null) ??
    null
  );
}

/** 户数 is 低保户数 where the title is about 低保, and 其中：企业 a part of what it is about. */
const namedBySubject = (layout: FactLayout, subject: string | null): FactLayout => ({
  ...layout,
  columns: layout.columns.map((column) => ({
    ...column,
    ...(column.isBare !== true
      ? {}
      : {
          indicator:
            subject === null || column.indicator === null
              ? null
              : subject.endsWith(column.indicator)
                ? subject
                : `${subject}${column.indicator}`,
        }),
    ...(column.isOfTitle === true ? { parent: subject } : {}),
  })),
});

/** The sheet's own totals against its rows, where rows are units of one indicator. */
const sumsOf = (
  input: FactTableInput,
  layout: FactLayout,
  region: Region,
  columns: readonly MappedColumn[],
  { figures, wholeRows }: ReturnType<typeof mapFacts>,
): ReturnType<typeof checkTotals> =>
  layout.indicatorColumn === null || layout.unitColumn !== null
    ? checkTotals(
        input.sheet,
        region,
        columns,
        withoutRows(region, withSums(input, layout, region, figures), wholeRows),
        input.period?.year ?? null,
      )
    : { totals: [], issues: [] };

/** The whole county, or a unit that is known, has its figure even where it is the sum of others. */
const isUnit = ({ units, county }: FactTableInput, label: string): boolean =>
  isCounty(label, county) || units.resolve(label).is === 'known';

/** The figures of 合计 columns are no facts, but add up like them. */
function withSums(
  { sheet }: FactTableInput,
  layout: FactLayout,
  region: Region,
  figures: MappedTable['figures'],
): MappedTable['figures'] {
  const more = [...layout.sums].map(
    (index) =>
      [
        index,
        region.dataRows.map((row) =>
          ((cell) => (typeof cell === 'number' ? String(cell) : null))(sheet.rows[row]?.[index]),
        ),
      ] as const,
  );
  return new Map<number, Figures>([...figures, ...more]);
}

/** A row of the county among its units' adds nothing to their sum. */
const withoutRows = (
  region: Region,
  figures: MappedTable['figures'],
  rows: ReadonlySet<number>,
): MappedTable['figures'] =>
  rows.size === 0
    ? figures
    : new Map(
        [...figures].map(([column, list]): [number, Figures] => [
          column,
          region.dataRows.map((row, at) => (rows.has(row) ? null : (list.at(at) ?? null))),
        ]),
      );

const acceptedColumns = ({ sheet, answers }: FactTableInput): ReadonlySet<string> =>
  new Set(
    answers.flatMap((answer) =>
      answer.kind === 'accept' && answer.sheet === sheet.name && answer.row === 0
        ? [answer.column]
        : [],
    ),
  );

function answeredMeasure({
  sheet,
  place,
  answers,
}: FactTableInput): (column: string) => Measure | null {
  return (column) => {
    const said = answers.findLast(
      (answer) =>
        answer.kind === 'measure' &&
        answer.sheet === sheet.name &&
        answer.table === place &&
        (answer.column === column || answer.column === null),
    );
    return said?.kind === 'measure' ? measureOf(said.measure) : null;
  };
}

/** Whose figures a table without units holds: the unit that its sheet is called after, or that its title or 填报单位 names. Null: the county's. */
function senderOf({ sheet, titles, units, said }: FactTableInput): string | null {
  if (said?.isSaid === true) return said.unit;
  const bySheet = units.resolve(sheet.name);
  if (bySheet.is === 'known') return bySheet.name;
  for (const title of titles.map(squeezeWords)) {
    const stated =
      /^(?:填报|上报|报送)单位[:：](.+?)(?:[(（].*)?$/.exec(title)?.[1] ??
      /^(.{2,8}?(?:镇|乡|街道|园区|管委会))(?=(?:19|20)\d{2}年|主要|各项|经济|目标|任务|指标)/.exec(
        title,
      )?.[1];
    const found = stated === undefined ? null : units.resolve(stated);
    // an office may report for the whole county, a township never does
    if (found?.is === 'known' && kindOfName(found.name) !== 'department') return found.name;
  }
  return said?.unit ?? null;
}
