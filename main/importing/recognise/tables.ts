/**
 * Recognises one table of a sheet: its kind, columns, records or facts, totals and problems. Pure.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import type { ImportAnswer } from '../../../preload/contract/answers.ts';
import { dayOf } from '../../domain/days/day.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import type { Measure } from '../../domain/exact/measure.ts';
import { headlessIssue, type Headed } from '../sheet/continuation.ts';
import { checkCumulative, checkNames, checkRecords } from '../records/check.ts';
import { continuedRows, withoutLackingNames } from '../records/continued-rows.ts';
import { checkTotals } from '../records/totals.ts';
import { matchColumns } from '../sheet/columns.ts';
import { IMPORTABLE } from '../sheet/dictionary.ts';
import { evidenceOf } from '../sheet/evidence.ts';
import { factTable } from '../facts/fact-table.ts';
import { headerPaths, noteMeasures } from '../sheet/headers.ts';
import { figureRowIssues, rowIssues } from './row-issues.ts';
import type { Evidence, MappedColumn, MappedTable } from '../sheet/mapped.ts';
import { countsFromJanuary, type SheetPeriod } from '../sheet/period.ts';
import { withoutPreparedRows } from '../records/prepared-rows.ts';
import { mapRecords, type Records } from '../records/records.ts';
import { withSheetUnit } from '../records/sender.ts';
import { doubtfulMagnitudes } from '../cells/magnitudes.ts';
import { unclearShares } from '../cells/unclear-shares.ts';
import { columnIssues, unreadIssues } from './column-issues.ts';
import { keysOf, settled } from './settle.ts';
import { tableColumn } from './table-column.ts';
import type { TableInput } from './table-input.ts';
import { isYearTold, textsOf, toldPeriod, type ToldPeriod } from './table-period.ts';
import { UNWATCHED } from '../sheet/watch.ts';

export function mapTable(given: TableInput): MappedTable {
  const input = given.head === null ? given : asHeaded(given, given.head);
  const told = toldTable(input);
  return figuresTable(input, told) ?? recordsTable(input, told);
}

/** A table with its columns, before its rows are read. */
interface ToldTable {
  readonly titles: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly period: SheetPeriod | null;
  readonly when: ToldPeriod;
  readonly notes: readonly Measure[];
  readonly columns: readonly MappedColumn[];
  readonly kind: 'ledger' | 'unknown';
  readonly ledger: Ledger | null;
  /** the ledger that somebody said it is */
  readonly forced: Ledger | null;
}

function toldTable(input: TableInput): ToldTable {
  const { sheet, region, head } = input;
  const titles = [
    ...(head === null ? [] : textsOf(head.sheet, head.region.titleRows, head.region)),
    ...textsOf(sheet, [...(region.sharedTitles ?? []), ...region.titleRows], region),
  ];
  const evidence = evidenceOf(sheet, region);
  const paths = head === null ? headerPaths(sheet, region) : headerPaths(head.sheet, head.region);
  const when = toldPeriod(input, titles, paths);
  const { period } = when;
  const ledgers = [...IMPORTABLE, ...(input.context.own ?? [])];
  const forced =
    input.context.ledgerCode === undefined
      ? namedByAnswers(input, ledgers)
      : (ledgers.find((one) => one.code === input.context.ledgerCode) ?? null);
  const matching = matchColumns(
    paths,
    evidence,
    {
      year: period?.year ?? null,
      month: period?.month ?? null,
      isFromJanuary: titles.some(countsFromJanuary),
      isYearTold: isYearTold(input, titles),
    },
    forced === null ? ledgers : [forced],
    forced !== null,
  );
  const stated = noteMeasures(titles);
  const notes = stated.length > 0 ? stated : noteMeasures(textsOf(sheet, region.noteRows, region));
  const columns = paths.map((path, at): MappedColumn =>
    tableColumn(
      input,
      matching.ledger,
      region.left + at,
      path,
      matching.columns[at],
      evidence[at],
      notes,
    ),
  );
  return {
    titles,
    evidence,
    period,
    when,
    notes,
    columns,
    kind: matching.kind,
    ledger: matching.ledger,
    forced,
  };
}

/**
 * A list of units or people is a ledger only where it is no table of their figures; null where it
 * is none of figures.
 */
function figuresTable(input: TableInput, told: ToldTable): MappedTable | null {
  const mayBe =
    input.layout !== null ||
    (told.forced === null &&
      (told.ledger === null || told.ledger.code === 'unit' || told.ledger.code === 'person'));
  if (!mayBe) return null;
  const { sheet, region, head, place, number, units, layout, answers, context } = input;
  const { titles, evidence, period, notes, columns } = told;
  const facts = factTable({
    sheet,
    region,
    head,
    place,
    number,
    period,
    columns,
    layout,
    evidence,
    titles,
    notes,
    units,
    county: context.county,
    answers,
    said: context.sender ?? null,
    isMonthTold: told.when.isMonthTold,
    against: told.when.against,
    isLedger: told.ledger !== null,
  });
  return facts === null
    ? null
    : settled(
        input,
        { ...facts, issues: [...figureRowIssues(sheet, facts.region), ...facts.issues] },
        facts.waiting,
        facts.keys,
      );
}

function recordsTable(whole: TableInput, told: ToldTable): MappedTable {
  const { period, columns, ledger } = told;
  const ready = withoutPreparedRows(whole.sheet, whole.region, columns, ledger);
  const input = { ...whole, region: ready.region };
  const { sheet, region, head, place, number, units } = input;
  const mapped = mappedRows(input, told);
  const continued = continuedRows(
    { ...mapped, sheet, region, columns, ledger },
    {
      isSkipped: (row) => isSkipped(input, row),
      isAnswered: (row, column) => isAnswered(input, row, columnName(column)),
    },
  );
  const records = withSheetUnit(continued.records, ledger, columns, sheet.name, units);
  const { figures } = mapped;
  const totals = checkTotals(sheet, region, columns, figures, period?.year ?? null, input.before);
  const shares = unclearShares(sheet, region, columns, figures, input.answers);
  const sizes = doubtfulMagnitudes(sheet, region, columns, figures, (row, name) =>
    isSizeSaid(input, row, name),
  );
  const issues = [
    ...(head === null || head.sure ? [] : [headlessIssue(region, head)]),
    ...rowIssues(sheet, region),
    ...ready.issues,
    ...columnIssues(columns, mapped.measureless),
    ...(ledger === null ? [] : unreadIssues(sheet, region, columns, ledger)),
    ...shares.issues,
    ...sizes.issues,
    ...mapped.issues,
    ...(ledger === null ? [] : recordIssues(input, columns, ledger, records, continued)),
    ...(ledger === null ? [] : checkCumulative({ sheet, region, columns, records }, figures)),
    ...totals.issues,
  ];
  return settled(
    input,
    {
      sheet,
      region,
      head,
      place,
      number,
      period,
      columns,
      kind: told.kind,
      ledger,
      records,
      facts: [],
      figures,
      issues,
      totals: totals.totals,
      unknownUnits: mapped.unknownUnits,
    },
    new Set([...mapped.waiting, ...shares.waiting, ...sizes.waiting]),
    keysOf(ledger, columns),
    continued.joined,
  );
}

const mappedRows = (
  { sheet, region, number, units, context }: TableInput,
  { ledger, columns, period }: ToldTable,
): Records =>
  mapRecords({
    sheet,
    table: number,
    region,
    ledger,
    columns,
    year: period?.year ?? null,
    until: period === null ? null : dayOf(period.year, period.month ?? undefined),
    units,
    watch: context.watch ?? UNWATCHED,
  });

/**
 * What rows say against their ledger's rules, those that go on under another one's name without its
 * lack.
 */
function recordIssues(
  { sheet, region, context }: TableInput,
  columns: readonly MappedColumn[],
  ledger: Ledger,
  records: MappedTable['records'],
  continued: ReturnType<typeof continuedRows>,
): readonly Issue[] {
  const checked = { sheet, region, columns, records, ledger };
  return [
    ...continued.issues,
    ...withoutLackingNames(checkRecords(checked), { ledger, columns }, continued.rows),
    ...checkNames(checked, context.units),
  ];
}

const isSkipped = ({ sheet, answers }: TableInput, row: number): boolean =>
  answers.findLast(
    (answer) => answer.kind === 'skip' && answer.sheet === sheet.name && answer.row === row,
  ) !== undefined;

const isAnswered = ({ sheet, answers }: TableInput, row: number, column: string): boolean =>
  answers.some(
    (answer) =>
      (answer.kind === 'cell' || answer.kind === 'accept') &&
      answer.sheet === sheet.name &&
      answer.row === row &&
      answer.column === column,
  );

/** Whether the user has said that a figure is as large as it looks, or in what its column is. */
const isSizeSaid = ({ sheet, answers }: TableInput, row: number, name: string): boolean =>
  answers.some(
    (answer) =>
      (answer.kind === 'accept' &&
        answer.sheet === sheet.name &&
        answer.row === row &&
        answer.column === name) ||
      (row === 0 &&
        answer.kind === 'measure' &&
        answer.sheet === sheet.name &&
        answer.column === name),
  );

/** What was said of the columns above holds for the columns that go on under them. */
function asHeaded(input: TableInput, head: Headed): TableInput {
  const { sheet, place, answers } = input;
  const above = answers.flatMap((answer): readonly ImportAnswer[] =>
    (answer.kind === 'field' || answer.kind === 'measure') &&
    answer.sheet === head.sheet.name &&
    answer.table === head.place
      ? [{ ...answer, sheet: sheet.name, table: place }]
      : [],
  );
  return { ...input, answers: [...above, ...answers] };
}

/** Who names a column's field has said what kind of table it is. */
function namedByAnswers(
  { sheet, place, answers }: TableInput,
  ledgers: readonly Ledger[],
): Ledger | null {
  const named = answers.flatMap((answer) =>
    answer.kind === 'field' &&
    answer.sheet === sheet.name &&
    answer.table === place &&
    answer.use === 'field' &&
    answer.field !== null
      ? [answer.field]
      : [],
  );
  return named.length === 0
    ? null
    : (ledgers.find((ledger) =>
        named.every((code) => ledger.fields.some((field) => field.code === code)),
      ) ?? null);
}
