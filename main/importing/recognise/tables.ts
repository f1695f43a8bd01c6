/** Recognises one table of a sheet: its kind, columns, records or facts, totals and problems. Pure. */
import type { ImportAnswer } from '../../../preload/contract/answers.ts';
import { dayOf } from '../../domain/days/day.ts';
import type { Field, Ledger } from '../../domain/ledgers/field.ts';
import { measureOf, type Measure } from '../../domain/exact/measure.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import { headlessIssue, type Headed } from '../sheet/continuation.ts';
import { checkCumulative, checkNames, checkRecords } from '../records/check.ts';
import { continuedRows, withoutLackingNames } from '../records/continued-rows.ts';
import { checkTotals } from '../records/totals.ts';
import { matchColumns, type Match } from '../sheet/columns.ts';
import { IMPORTABLE } from '../sheet/dictionary.ts';
import { evidenceOf } from '../sheet/evidence.ts';
import type { FactLayout } from '../facts/fact-layout.ts';
import { factTable } from '../facts/fact-table.ts';
import { headerPaths, noteMeasures } from '../sheet/headers.ts';
import type { InspectContext } from './inspect-context.ts';
import { figureRowIssues, rowIssues } from './row-issues.ts';
import type { Evidence, MappedColumn, MappedTable } from '../sheet/mapped.ts';
import { measureFor, measureShown } from '../sheet/measures.ts';
import { countsFromJanuary, sheetPeriodOf, type SheetPeriod } from '../sheet/period.ts';
import { monthInHeads, timeInHeads } from '../sheet/head-grammar.ts';
import { mapRecords } from '../records/records.ts';
import type { Region } from '../sheet/region.ts';
import { withSheetUnit } from '../records/sender.ts';
import type { SourceSheet } from '../sheet/sheet.ts';
import type { UnitNames } from '../cells/units.ts';
import { doubtfulMagnitudes } from '../cells/magnitudes.ts';
import { unclearShares } from '../cells/unclear-shares.ts';
import { columnIssues, unreadIssues } from './column-issues.ts';
import { keysOf, settled } from './settle.ts';
import { UNWATCHED } from '../sheet/watch.ts';

export interface TableInput {
  readonly sheet: SourceSheet;
  readonly region: Region;
  /** whose header this table goes on under; null where it has its own */
  readonly head: Headed | null;
  /** the tables that it goes on from */
  readonly before: readonly MappedTable[];
  readonly place: number;
  readonly number: number;
  readonly fileName: string;
  readonly context: InspectContext;
  readonly answers: readonly ImportAnswer[];
  readonly units: UnitNames;
  /** of a month's form: what its columns hold */
  readonly layout: FactLayout | null;
}

export function mapTable(given: TableInput): MappedTable {
  const input = given.head === null ? given : asHeaded(given, given.head);
  const { sheet, region, place, number, units, head } = input;
  const titles = [
    ...(head === null ? [] : textsOf(head.sheet, head.region.titleRows, head.region)),
    ...textsOf(sheet, region.titleRows, region),
  ];
  const evidence = evidenceOf(sheet, region);
  const paths = head === null ? headerPaths(sheet, region) : headerPaths(head.sheet, head.region);
  const period = tablePeriod(input, titles, paths);
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
    column(
      input,
      matching.ledger,
      region.left + at,
      path,
      matching.columns[at],
      evidence[at],
      notes,
    ),
  );
  const base = { sheet, region, head, place, number, period, columns };
  // a list of units or people is a ledger only where it is no table of their figures
  if (
    input.layout !== null ||
    (forced === null &&
      (matching.ledger === null ||
        matching.ledger.code === 'unit' ||
        matching.ledger.code === 'person'))
  ) {
    const facts = factTable({
      ...base,
      layout: input.layout,
      evidence,
      titles,
      notes,
      units,
      county: input.context.county,
      answers: input.answers,
      said: input.context.sender ?? null,
    });
    if (facts !== null)
      return settled(
        input,
        { ...facts, issues: [...figureRowIssues(sheet, facts.region), ...facts.issues] },
        facts.waiting,
        facts.keys,
      );
  }
  const mapped = mapRecords({
    sheet,
    table: number,
    region,
    ledger: matching.ledger,
    columns,
    year: period?.year ?? null,
    until: period === null ? null : dayOf(period.year, period.month ?? undefined),
    units,
    watch: input.context.watch ?? UNWATCHED,
  });
  const isSkipped = (row: number): boolean =>
    input.answers.findLast(
      (answer) => answer.kind === 'skip' && answer.sheet === sheet.name && answer.row === row,
    ) !== undefined;
  const continued = continuedRows(
    { ...mapped, sheet, region, columns, ledger: matching.ledger },
    isSkipped,
  );
  const records = withSheetUnit(continued.records, matching.ledger, columns, sheet.name, units);
  const checked = { sheet, region, columns, records };
  const totals = checkTotals(
    sheet,
    region,
    columns,
    mapped.figures,
    period?.year ?? null,
    input.before,
  );
  const shares = unclearShares(sheet, region, columns, mapped.figures, input.answers);
  const sizes = doubtfulMagnitudes(sheet, region, columns, mapped.figures, (row, name) =>
    input.answers.some(
      (answer) =>
        (answer.kind === 'accept' &&
          answer.sheet === sheet.name &&
          answer.row === row &&
          answer.column === name) ||
        (row === 0 &&
          answer.kind === 'measure' &&
          answer.sheet === sheet.name &&
          answer.column === name),
    ),
  );
  const issues = [
    ...(head === null || head.sure ? [] : [headlessIssue(region, head)]),
    ...rowIssues(sheet, region),
    ...columnIssues(columns, mapped.measureless),
    ...(matching.ledger === null ? [] : unreadIssues(sheet, region, columns)),
    ...shares.issues,
    ...sizes.issues,
    ...mapped.issues,
    ...(matching.ledger === null
      ? []
      : [
          ...continued.issues,
          ...withoutLackingNames(
            checkRecords({ ...checked, ledger: matching.ledger }),
            { ledger: matching.ledger, columns },
            continued.rows,
          ),
          ...checkNames({ ...checked, ledger: matching.ledger }, input.context.units),
          ...checkCumulative(checked, mapped.figures),
        ]),
    ...totals.issues,
  ];
  return settled(
    input,
    {
      ...base,
      kind: matching.kind,
      ledger: matching.ledger,
      records,
      facts: [],
      figures: mapped.figures,
      issues,
      totals: totals.totals,
      unknownUnits: mapped.unknownUnits,
    },
    new Set([...mapped.waiting, ...shares.waiting, ...sizes.waiting]),
    keysOf(matching.ledger, columns),
    continued.joined,
  );
}

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

/** Whether anything but the heads says which year the table is of. */
const isYearTold = (
  { sheet, context, answers, fileName }: TableInput,
  titles: readonly string[],
): boolean =>
  context.year !== undefined ||
  answers.some((answer) => answer.kind === 'period') ||
  sheetPeriodOf([...titles, sheet.name, fileName]) !== null;

function tablePeriod(
  { sheet, region, context, answers, fileName }: TableInput,
  titles: readonly string[],
  paths: readonly (readonly string[])[],
): SheetPeriod | null {
  const said = answers.findLast((answer) => answer.kind === 'period');
  if (said !== undefined) return { year: said.year, month: said.month };
  const dated = titles.filter((text) => /截至|截止|统计时间|统计日期|报告期/.test(text));
  const given = {
    ...(context.year === undefined ? {} : { year: context.year }),
    ...(context.month === undefined ? {} : { month: context.month }),
  };
  const signed = textsOf(sheet, region.noteRows, region).filter((text) => /日期|时间/.test(text));
  const told = sheetPeriodOf([...dated, ...titles, sheet.name, ...signed], given);
  const heads = timeInHeads(paths);
  if (told !== null)
    return told.month !== null
      ? told
      : { ...told, month: heads.year === told.year ? heads.month : monthInHeads(paths) };
  return heads.year === null
    ? sheetPeriodOf([fileName], given)
    : {
        year: heads.year,
        month: heads.month ?? sheetPeriodOf([...titles, sheet.name, '2000年'])?.month ?? null,
      };
}

function column(
  input: TableInput,
  ledger: Ledger | null,
  index: number,
  path: readonly string[],
  match: Match | undefined,
  evidence: Evidence | undefined,
  notes: readonly Measure[],
): MappedColumn {
  const name = columnName(index);
  const answered = input.answers.findLast(
    (answer) =>
      answer.kind === 'field' &&
      answer.sheet === input.sheet.name &&
      answer.table === input.place &&
      answer.column === name,
  );
  const takenBy = input.answers.some(
    (answer) =>
      answer.kind === 'field' &&
      answer.sheet === input.sheet.name &&
      answer.table === input.place &&
      answer.column !== name &&
      answer.use === 'field' &&
      answer.field === match?.field?.code &&
      match.month === null,
  );
  let field: Field | null = match?.field ?? null;
  let { month = null, confidence = 0, reason = '', use = 'ignore' } = match ?? {};
  if (answered?.kind === 'field') {
    field =
      answered.use === 'field'
        ? (ledger?.fields.find((one) => one.code === answered.field) ?? null)
        : null;
    [month, confidence, reason, use] = [
      field?.code === match?.field?.code ? month : null,
      1,
      '您指定的',
      field === null && answered.use === 'field' ? 'extra' : answered.use,
    ];
  } else if (takenBy)
    [field, month, confidence, reason, use] = [null, null, 0, '这个字段已指定给另一列', 'extra'];
  const said = input.answers.findLast(
    (answer) =>
      answer.kind === 'measure' &&
      answer.sheet === input.sheet.name &&
      answer.table === input.place &&
      (answer.column === name || answer.column === null),
  );
  const given = said?.kind === 'measure' ? measureOf(said.measure) : null;
  const override = input.context.measure === undefined ? null : measureOf(input.context.measure);
  const forced = given !== null && said?.kind === 'measure' && said.column === name ? given : null;
  const measure =
    field === null
      ? use === 'ignore'
        ? null
        : measureShown(path, notes, (evidence?.numbers ?? 0) > 0)
      : (forced ?? measureFor(field, path, notes, given ?? override));
  const near = answered === undefined && !takenBy ? match?.near : undefined;
  return {
    index,
    path,
    field,
    month,
    measure,
    confidence,
    reason,
    use,
    ...(near === undefined ? {} : { near }),
  };
}

const textsOf = (
  sheet: SourceSheet,
  rows: readonly number[],
  { titled: [from, to] = [0, Infinity] }: Region,
): readonly string[] =>
  rows.flatMap((row) =>
    (sheet.rows[row] ?? []).filter(
      (cell, c): cell is string => typeof cell === 'string' && c >= from && c <= to,
    ),
  );
