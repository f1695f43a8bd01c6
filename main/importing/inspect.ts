/** Recognises a whole workbook: every sheet's tables with their columns, records and problems, as the answers so far make them. Pure. */
import type { Answer, Issue, Report, Table } from '../../preload/contract/imports.ts';
import { isNumeric, type Field, type Ledger } from '../domain/ledgers/field.ts';
import { ledgerOf } from '../domain/ledgers/index.ts';
import { measureOf, type Measure } from '../domain/measure.ts';
import type { NamedUnit } from '../domain/read/unit-name.ts';
import { columnName } from '../domain/sheet-address.ts';
import { checkCumulative, checkRecords, checkTotals } from './check.ts';
import { matchColumns, type Match } from './columns.ts';
import { IMPORTABLE } from './dictionary.ts';
import { evidenceOf } from './evidence.ts';
import { headerPaths, measuresIn, noteMeasures } from './headers.ts';
import { withCells } from './answers.ts';
import type { Evidence, MappedColumn, MappedTable } from './mapped.ts';
import { measureFor, measureShown } from './measures.ts';
import { dayOf } from '../domain/day.ts';
import { periodOf, type Period } from './period.ts';
import { mapRecords } from './records.ts';
import { findRegions, type Region } from './regions.ts';
import type { Sheet, Workbook } from './sheet.ts';
import { unitNames, type UnitNames } from './units.ts';
import { issue } from './wording.ts';

export interface InspectContext {
  readonly units: readonly NamedUnit[];
  readonly county: string;
  /** the user's word for what kind of table this is */
  readonly ledgerCode?: string;
  readonly year?: number;
  readonly month?: number;
  readonly measure?: string;
  /** the answers remembered for a shape of header, as JSON */
  readonly remembered?: (shape: string) => string | null;
  readonly answers: readonly Answer[];
}
export interface Inspection {
  readonly report: Report;
  readonly tables: readonly MappedTable[];
  readonly unitCreates: UnitNames['made'];
  readonly shape: string | null;
  readonly remembered: boolean;
  /** what was remembered, then what was answered now */
  readonly answers: readonly Answer[];
}

export function inspect(workbook: Workbook, fileName: string, context: InspectContext): Inspection {
  const sheets = workbook.sheets.map((sheet) => ({ sheet: withCells(sheet, context.answers), regions: findRegions(sheet) }));
  const shape = shapeOf(sheets);
  const profile = shape === null ? null : (context.remembered?.(shape) ?? null);
  const answers = [...(profile === null ? [] : (JSON.parse(profile) as Answer[])), ...context.answers];
  const units = unitNames(context.units, context.county, answers);
  const tables: MappedTable[] = [];
  for (const { sheet, regions } of sheets) {
    if (sheet.hidden) continue;
    regions.forEach((region, place) => tables.push(mapTable({ sheet, region, place, number: tables.length, fileName, context, answers, units })));
  }
  const report: Report = {
    file: fileName,
    sheets: sheets.filter(({ sheet }) => !sheet.hidden).map(({ sheet }) => {
      const own = tables.filter((table) => table.sheet === sheet);
      return { name: sheet.name, period: own[0]?.period ?? null, tables: own.map(reported) };
    }),
  };
  return { report, tables, unitCreates: units.made, shape, remembered: profile !== null, answers };
}

/** The same headers make the same shape, whatever stands under them. */
function shapeOf(sheets: readonly { readonly sheet: Sheet; readonly regions: readonly Region[] }[]): string | null {
  const paths = sheets.flatMap(({ sheet, regions }) => regions.map((region) => headerPaths(sheet, region).map((path) => path.join('›')).join('|')));
  return paths.length === 0 ? null : paths.join('\n');
}

interface TableInput {
  readonly sheet: Sheet;
  readonly region: Region;
  readonly place: number;
  readonly number: number;
  readonly fileName: string;
  readonly context: InspectContext;
  readonly answers: readonly Answer[];
  readonly units: UnitNames;
}

function mapTable(input: TableInput): MappedTable {
  const { sheet, region, place, number, answers, units } = input;
  const titles = textsOf(sheet, region.titleRows);
  const period = tablePeriod(input, titles);
  const evidence = evidenceOf(sheet, region);
  const paths = headerPaths(sheet, region);
  const forced = input.context.ledgerCode === undefined ? namedByAnswers(input) : ledgerOf(input.context.ledgerCode);
  const matching = matchColumns(paths, evidence, period?.year ?? null, forced);
  const stated = noteMeasures(titles);
  const notes = stated.length > 0 ? stated : noteMeasures(textsOf(sheet, region.noteRows));
  const columns = paths.map((path, at): MappedColumn => column(input, matching.ledger, region.left + at, path, matching.columns[at], evidence[at], notes));
  const mapped = mapRecords({ sheet, table: number, region, ledger: matching.ledger, columns, year: period?.year ?? null, until: period === null ? null : dayOf(period.year, period.month ?? undefined), units });
  const checked = { sheet, region, columns, records: mapped.records };
  const totals = checkTotals(sheet, region, columns, mapped.figures, period?.year ?? null);
  const found = [
    ...columnIssues(columns, mapped.figures),
    ...mapped.issues,
    ...(matching.ledger === null ? [] : [...checkRecords({ ...checked, ledger: matching.ledger }), ...checkCumulative(checked, mapped.figures)]),
    ...totals.issues,
  ];
  const accepted = new Set(answers.flatMap((answer) => (answer.kind === 'accept' && answer.sheet === sheet.name ? [`${answer.row} ${answer.column}`] : [])));
  const issues = accepted.size === 0 ? found : found.filter((one) => !accepted.has(`${one.row} ${one.column}`));
  const skipped = new Set<number>();
  for (const answer of answers) if (answer.kind === 'skip' && answer.sheet === sheet.name) skipped[answer.skip ? 'add' : 'delete'](answer.row);
  const rejected = rejectedRows(issues, mapped.waiting, skipped);
  return { sheet, number, place, region, kind: matching.kind, ledger: matching.ledger, period, columns, records: mapped.records, figures: mapped.figures, issues, totals: totals.totals, unknownUnits: mapped.unknownUnits, rejected, skipped };
}

/** Who names a column's field has said what kind of table it is. */
function namedByAnswers({ sheet, place, answers }: TableInput): Ledger | null {
  const named = answers.flatMap((answer) => (answer.kind === 'field' && answer.sheet === sheet.name && answer.table === place && answer.use === 'field' && answer.field !== null ? [answer.field] : []));
  return named.length === 0 ? null : (IMPORTABLE.find((ledger) => named.every((code) => ledger.fields.some((field) => field.code === code))) ?? null);
}

function tablePeriod({ sheet, region, context, answers, fileName }: TableInput, titles: readonly string[]): Period | null {
  const said = answers.findLast((answer) => answer.kind === 'period');
  if (said !== undefined) return { year: said.year, month: said.month };
  const dated = titles.filter((text) => /截至|截止|统计时间|统计日期|报告期/.test(text));
  const given = { ...(context.year === undefined ? {} : { year: context.year }), ...(context.month === undefined ? {} : { month: context.month }) };
  const signed = textsOf(sheet, region.noteRows).filter((text) => /日期|时间/.test(text));
  return periodOf([...dated, ...titles, sheet.name, ...signed], given) ?? periodOf([fileName], given);
}

function column(input: TableInput, ledger: Ledger | null, index: number, path: readonly string[], match: Match | undefined, evidence: Evidence | undefined, notes: readonly Measure[]): MappedColumn {
  const name = columnName(index);
  const answered = input.answers.findLast((answer) => answer.kind === 'field' && answer.sheet === input.sheet.name && answer.table === input.place && answer.column === name);
  const takenBy = input.answers.some((answer) => answer.kind === 'field' && answer.sheet === input.sheet.name && answer.table === input.place && answer.column !== name && answer.use === 'field' && answer.field === match?.field?.code && match.month === null);
  let field: Field | null = match?.field ?? null;
  let { month = null, confidence = 0, reason = '', use = 'ignore' } = match ?? {};
  if (answered?.kind === 'field') {
    field = answered.use === 'field' ? (ledger?.fields.find((one) => one.code === answered.field) ?? null) : null;
    [month, confidence, reason, use] = [field?.code === match?.field?.code ? month : null, 1, '您指定的', field === null && answered.use === 'field' ? 'extra' : answered.use];
  } else if (takenBy) [field, month, confidence, reason, use] = [null, null, 0, '这个字段已指定给另一列', 'extra'];
  const said = input.answers.findLast((answer) => answer.kind === 'measure' && answer.sheet === input.sheet.name && answer.table === input.place && (answer.column === name || answer.column === null));
  const given = said?.kind === 'measure' ? measureOf(said.measure) : null;
  const override = input.context.measure === undefined ? null : measureOf(input.context.measure);
  const forced = given !== null && said?.kind === 'measure' && said.column === name ? given : null;
  const measure = field === null ? (use === 'ignore' ? null : measureShown(path, notes, (evidence?.numbers ?? 0) > 0)) : (forced ?? measureFor(field, path, notes, given ?? override));
  return { index, path, field, month, measure, confidence, reason, use };
}

/** Questions on a whole column: figures without a measure, months without a year. */
function columnIssues(columns: readonly MappedColumn[], figures: MappedTable['figures']): readonly Issue[] {
  return columns.flatMap((one): Issue[] => {
    if (one.field === null || one.use === 'ignore' || one.use === 'extra') return [];
    if (one.month?.startsWith('?') === true) return [issue(-1, one.index, 'question', 'period.unknown', `“${one.path.join('›')}”是哪一年的？表里没写。`)];
    if (!isNumeric(one.field) || one.measure !== null || !(figures.has(one.index))) return [];
    const header = one.path.at(-1) ?? '';
    if (measuresIn(header).length > 0) return [issue(-1, one.index, 'question', 'measure.unknown', `“${header}”的单位与${one.field.label}（${one.field.measure}）对不上。是哪个单位？`)];
    const choices = one.field.kind === 'money' ? '是万元，还是亿元？' : one.field.measure === '亩' ? '是亩，还是平方米？' : `是不是${one.field.measure}？`;
    return [issue(-1, one.index, 'question', 'measure.unknown', `“${header}”没写${one.field.kind === 'money' ? '金额' : ''}单位。${choices}`)];
  });
}

/** Rows that wait: those with an error or a question of their own, and those with a figure that a question on its column holds back. */
function rejectedRows(issues: readonly Issue[], waiting: ReadonlySet<number>, skipped: ReadonlySet<number>): ReadonlySet<number> {
  const rejected = new Set(waiting);
  for (const one of issues) if (one.row > 0 && (one.level === 'error' || one.level === 'question')) rejected.add(one.row);
  for (const row of skipped) rejected.delete(row);
  return rejected;
}

const textsOf = (sheet: Sheet, rows: readonly number[]): readonly string[] => rows.flatMap((row) => (sheet.rows[row] ?? []).filter((cell) => typeof cell === 'string'));

function reported(table: MappedTable): Table {
  const { region } = table;
  const plus = (row: number): number => row + 1;
  return {
    kind: table.kind,
    ledger: table.ledger?.code ?? null,
    titleRows: region.titleRows.map(plus),
    headerRows: [region.headerRows[0] + 1, region.headerRows[1] + 1],
    dataRows: region.dataRows.map(plus),
    groupRows: region.groupRows.map((group) => group.row + 1),
    totalRows: region.totalRows.map((total) => total.row + 1),
    noteRows: region.noteRows.map(plus),
    columns: table.columns.map((one) => ({ column: columnName(one.index), path: one.path, field: one.field?.code ?? null, month: one.month?.startsWith('?') === true ? null : one.month, measure: one.measure?.name ?? null, confidence: Math.round(one.confidence * 100) / 100, reason: one.reason, use: one.use })),
    issues: table.issues,
    totals: table.totals,
    records: table.records.length,
  };
}
