/** A target breakdown or a monthly matrix: its layout, facts, totals and problems. */
import type { SheetPeriod } from '../sheet/period.ts';
import type { Issue } from '../../../preload/contract/imports.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import { checkTotals } from '../records/totals.ts';
import { checkAcross, checkFacts } from './fact-checks.ts';
import { describedFigures, lentIssues, totalShares, unreadFigures } from './described-columns.ts';
import type { FactColumn, FactLayout } from './fact-columns.ts';
import type { TableFact } from '../../domain/targets/fact.ts';
import { partOf } from '../sheet/fact-words.ts';
import { placedIssue } from '../sheet/issue.ts';
import { squeezeWords } from '../sheet/words.ts';
import { factLayoutOf } from './fact-layout.ts';
import type { FactsInput } from './fact-scene.ts';
import { withStretchGrowth } from './stretch-growth.ts';
import { farFigures } from './far-figures.ts';
import { mapFacts } from './facts.ts';
import type { Figures } from '../sheet/column-figures.ts';
import type { MappedColumn, MappedTable } from '../sheet/mapped.ts';
import { withNumberedRows, withRows } from '../sheet/row-roles.ts';
import type { Region } from '../sheet/region.ts';
import { senderNamed } from './table-sender.ts';
import {
  acceptedColumns,
  emptyFigureIssues,
  answeredMeasure,
  answeredPart,
  namedBySubject,
  renamedFacts,
  subjectTold,
  withParts,
  type FactTableInput,
} from './told-of-table.ts';
import { isCounty } from './whole-county.ts';

export type FactTable = Omit<MappedTable, 'rejected' | 'skipped' | 'held'> & {
  readonly waiting: ReadonlySet<string>;
  /** the columns that say what a row is about */
  readonly keys: ReadonlySet<string>;
};

/** Null where the table is neither. */
export function factTable(given: FactTableInput): FactTable | null {
  const found =
    given.layout ??
    factLayoutOf({
      ...given,
      paths: given.columns.map((column) => column.path),
      year: given.period?.year ?? null,
      month: given.period?.month ?? null,
    });
  if (found === null) return null;
  const input = { ...given, period: withMonthOfHeads(given.period, found) };
  const { sheet, place, number, period } = input;
  const subject = ofAmount(subjectTold(input), found);
  const { layout, unclear } = partsTold(input, found, subject);
  const region = rowsOf(input, layout);
  const mapped = mapFacts(factsInput(input, layout, region, subject));
  const facts = renamedFacts(input, mapped.facts);
  const columns = describedColumns(input, layout, facts, subject);
  const checks = checkFacts(facts);
  const sums = sumsOf(input, layout, region, columns, mapped);
  const issues: readonly Issue[] = [
    ...unreadFigures(columns, input.evidence, layout),
    ...lentIssues(layout, columns),
    ...emptyFigureIssues(input, region, layout),
    ...totalShares(sheet, region, layout),
    ...mapped.issues,
    ...farFigures(region, layout, mapped.figures, mapped.wholeRows),
    ...checks.issues,
    ...wholeQuestions(input, unclear, subject),
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
    facts,
    figures: mapped.figures,
    issues,
    totals: sums.totals,
    unknownUnits: mapped.unknownUnits,
    waiting: waitingCells(facts, checks.waiting, input.against === null ? unclear : layout.columns),
    keys: keyLetters(layout),
  };
}

/** The layout with what the title and the user say of its columns. */
const partsTold = (
  input: FactTableInput,
  found: FactLayout,
  subject: string | null,
): ReturnType<typeof withParts> =>
  withParts(
    withStretchGrowth(namedBySubject(found, subject)),
    answeredPart(input),
    input.layout !== null ||
      found.partColumn != null ||
      found.isOfYears === true ||
      saysPart(input),
  );

/** 工业增加值增速 over 增速: the growth is of what is before the word. */
const ofAmount = (subject: string | null, { columns }: FactLayout): string | null =>
  columns.some(
    ({ indicator, word }) => indicator === null && (word.part === 'yoy' || word.part === 'growth'),
  )
    ? (subject?.replace(/(?<=.{2})(?:增速|增幅)$/, '') ?? null)
    : subject;

/** 2007年…情况表 with 上半年完成 and 同比%: the month that one head tells is that of the columns beside it. */
function withMonthOfHeads(period: SheetPeriod | null, { columns }: FactLayout): SheetPeriod | null {
  if (period === null || period.month !== null) return period;
  const months = new Set(
    columns.flatMap(({ word }) =>
      word.month === null || (word.year !== null && word.year !== period.year) ? [] : [word.month],
    ),
  );
  const [month] = months;
  // 全年 beside 一季度 is of no month but the last
  const isOfYear = columns.some(({ word }) => word.isWholeYear === true);
  return months.size === 1 && month !== undefined && !isOfYear ? { ...period, month } : period;
}

const factsInput = (
  input: FactTableInput,
  layout: FactLayout,
  region: Region,
  subject: string | null,
): FactsInput => ({
  sheet: input.sheet,
  region,
  layout,
  period: input.period,
  subject,
  sender: layout.unitColumn === null ? senderNamed(input, layout) : null,
  notes: input.notes,
  answered: answeredMeasure(input),
  accepted: acceptedColumns(input),
  units: input.units,
  county: input.county,
});

const describedColumns = (
  input: FactTableInput,
  layout: FactLayout,
  facts: readonly TableFact[],
  subject: string | null,
): readonly MappedColumn[] => {
  const byIndex = new Map(layout.columns.map((column) => [column.index, column]));
  const told = new Map(facts.map((fact) => [fact.column, fact.measure]));
  return input.columns.map((column) =>
    describedFigures(column, byIndex.get(column.index), layout, told, subject),
  );
};

/**
 * Whether title, sheet or file say what plain figures are: a month's return counts from January,
 * 当月 is the month's own.
 */
const saysPart = ({ titles, isMonthTold }: FactTableInput): boolean =>
  isMonthTold ||
  titles.some((title) =>
    /累计|当月|本月|分月|逐月|各月|年底|年末|全年|以来|截[至止]/.test(squeezeWords(title)),
  );

/** Asked once for the whole table: what its plain figures are, and of when. */
function wholeQuestions(
  { against, period }: FactTableInput,
  unclear: readonly FactColumn[],
  subject: string | null,
): readonly Issue[] {
  const [first] = unclear;
  return [
    ...(first === undefined
      ? []
      : [
          placedIssue(
            -1,
            first.index,
            'question',
            'part.unknown',
            `“${first.indicator ?? subject ?? ''}”是当月数、累计数，还是年目标？表里没写。`,
          ),
        ]),
    ...(against === null
      ? []
      : [
          placedIssue(
            -1,
            null,
            'question',
            'period.differs',
            `标题写的是${period?.year ?? ''}年${period?.month == null ? '' : `${period.month}月`}，另一处是${against}。这张表是哪年哪月的？`,
          ),
        ]),
  ];
}

/** Figures without a time, and those of columns that are asked about. */
const waitingCells = (
  facts: readonly TableFact[],
  undated: readonly string[],
  columns: readonly FactColumn[],
): ReadonlySet<string> => {
  const letters = new Set(columns.map(({ index }) => columnName(index)));
  const asked = facts.filter(({ column }) => letters.has(column));
  return new Set([...undated, ...asked.map(({ row, column }) => `${row} ${column}`)]);
};

const keyLetters = (layout: FactLayout): ReadonlySet<string> =>
  new Set(
    [layout.unitColumn, layout.indicatorColumn, layout.measureColumn].flatMap((index) =>
      index === null ? [] : [columnName(index)],
    ),
  );

/** The table's rows, where those of the county and of units are no sums. */
const rowsOf = (input: FactTableInput, layout: FactLayout): Region =>
  layout.indicatorColumn === null
    ? withRows(
        input.region,
        ({ row, label }) =>
          (input.region.sums.has(row) && isUnit(input, label)) ||
          (layout.unitColumn === null &&
            layout.partColumn != null &&
            partOf(label, false) !== null),
      )
    : withNumberedRows(input.region);

/** The sheet's own totals against its rows, where rows are units of one indicator. */
const sumsOf = (
  input: FactTableInput,
  layout: FactLayout,
  region: Region,
  columns: readonly MappedColumn[],
  { figures, wholeRows }: ReturnType<typeof mapFacts>,
): ReturnType<typeof checkTotals> =>
  layout.timeColumn == null &&
  (layout.unitColumn !== null || (layout.indicatorColumn === null && layout.partColumn == null))
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
