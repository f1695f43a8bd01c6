/** What the tables of a year (目标、进度、对标、校核) are made from, and the parts around their figures. */
import type { BulletinForm, DocumentHead } from '../../../../preload/contract/documents.ts';
import type { ProjectProblem } from '../../../../preload/contract/project-life.ts';
import type {
  Denominator,
  Finding,
  ProgressSheet,
  Returns,
  RivalRow,
} from '../../../../preload/contract/progress.ts';
import type { Reward } from '../../../../preload/contract/rewards.ts';
import type { ScoreSheet } from '../../../../preload/contract/scoring.ts';
import type { Meeting } from '../../../../preload/contract/tasks.ts';
import type { ParsedTableOptions, TableInfo } from '../../../../preload/contract/tables.ts';
import type { Indicator, TargetSheet } from '../../../../preload/contract/targets.ts';
import type { TargetVersion } from '../../../domain/targets/target.ts';
import type { Reminder, Row } from '../../../../preload/contract/records.ts';
import { dayText, type Day } from '../../../domain/days/day.ts';
import { compare, type Decimal } from '../../../domain/exact/decimal.ts';
import type { LedgerCode } from '../../../domain/ledgers/index.ts';
import { UNIT_KINDS } from '../../../domain/ledgers/unit.ts';
import type { ScorePeriod } from '../../../domain/scoring/period.ts';
import type { PrintTable, TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { sumRow } from '../../model/totals.ts';
import type { ReportCover } from '../../../services/exchange/state.ts';
import type { ReportContext } from './report.ts';

export interface Correction {
  readonly month: number;
  readonly indicator: string;
  readonly unit: string;
  readonly part: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string;
  readonly document: string | null;
}
export type UnitGroup = NonNullable<ParsedTableOptions['units']>;
export interface RivalSheet {
  readonly own: { readonly cumulative: string | null; readonly growth: string | null };
  readonly rows: readonly RivalRow[];
}

/** The answers of the services that a year's tables ask for; a test gives its own. */
export interface YearSource {
  readonly context: ReportContext;
  indicators(): readonly Indicator[];
  /** what is overdue or due soon on a full day */
  readonly reminders: (day: Day) => readonly Reminder[];
  targets(year: number, version: number | null, indicators: readonly number[]): TargetSheet;
  /** 1—9月 and 9月 of the month's place in the assessment year */
  span(month: number): string;
  monthName(month: number): string;
  /** the last month of the year that anyone reported; null where nobody has */
  newestMonth(year: number): number | null;
  scoring(): Denominator;
  progress(input: {
    readonly year: number;
    readonly month: number;
    readonly indicator: number;
    readonly denominator: Denominator | null;
    readonly group: UnitGroup;
  }): ProgressSheet;
  /** month by month: done, last year's, planned; of one unit or the county */
  curve(input: {
    readonly year: number;
    readonly indicator: number;
    readonly unit: number | null;
  }): {
    readonly cumulative: readonly (string | null)[];
    readonly lastYear: readonly (string | null)[];
    readonly plan: readonly (string | null)[];
  };
  corrections(year: number): readonly Correction[];
  rivals(input: {
    readonly year: number;
    readonly month: number;
    readonly indicator: number;
    readonly years: number;
  }): RivalSheet;
  /** null without a scheme of the year */
  scores(period: ScorePeriod): ScoreSheet | null;
  /** as they were published */
  published(id: number): ScoreSheet;
  /** awards of a year, in the order in which they were adopted */
  rewards(year: number): readonly Reward[];
  findings(year: number): readonly Finding[];
  /** of the newest report to the office above; null where none was made */
  cover(year: number, month: number): ReportCover | null;
  returns(year: number, month: number): Returns;
  /** the first and last day of the month's place in the assessment year */
  monthDays(year: number, month: number): { readonly first: Day; readonly last: Day };
  /** every live record of a ledger */
  rows(ledger: LedgerCode): readonly Row[];
  /** problems of projects, solved ones too */
  problems(): readonly ProjectProblem[];
  /** who issues the office's documents, and what its bulletin holds */
  documentHead(): DocumentHead;
  bulletinForm(): BulletinForm;
  /** joint meetings, the newest first */
  readonly meetings: () => readonly Meeting[];
}
export interface YearReport {
  readonly info: TableInfo & { readonly subject: 'year' };
  read(source: YearSource, options: ParsedTableOptions): PrintTable;
}

/**
 * The period asked for; where none is named, the book's year and the newest month that has figures.
 */
export const reportYearOf = (source: YearSource, options: ParsedTableOptions): number =>
  options.year ?? source.context.year;
export const reportMonthOf = (source: YearSource, options: ParsedTableOptions): number =>
  options.month ?? source.newestMonth(reportYearOf(source, options)) ?? source.context.month;

/** The indicators asked for in their order, or those of the sheet that anyone has a target for. */
export function chosenIndicators(
  sheet: TargetSheet,
  options: ParsedTableOptions,
): readonly Indicator[] {
  if (options.indicators !== undefined && options.indicators.length > 0)
    return options.indicators.flatMap((id) => sheet.indicators.find((one) => one.id === id) ?? []);
  return sheet.indicators.filter(
    (one) =>
      sheet.county[one.id] !== undefined ||
      sheet.rows.some((row) => row.cells[one.id] !== undefined),
  );
}

export const inGroup = (kind: string, group: UnitGroup | undefined): boolean =>
  group === undefined || group === 'all' || kind === group;

/** 年初目标，2012年3月5日下达，政发〔2012〕3号; a draft says so. */
export function versionText(version: TargetVersion | null): string {
  if (version === null) return '';
  if (version.issuedOn === null) return `${version.name}（草稿，未下达）`;
  return [
    `${version.name}，${dayText(version.issuedOn)}下达`,
    ...(version.document === null ? [] : [version.document]),
  ].join('，');
}

interface Framed {
  readonly title: string;
  readonly middle: string;
  readonly measures: readonly string[];
  readonly filters: readonly string[];
  readonly empty: string;
  readonly period: string;
}
type Frame = Omit<PrintTable, 'columns' | 'rows' | 'notes' | 'repeat'>;

/** Title, period, measure, filters, signatures and page of a year's table. */
export function yearFrame(
  info: TableInfo,
  { title, middle, measures, filters, empty, period }: Framed,
  options: ParsedTableOptions,
  { context }: YearSource,
): Frame {
  const who = options.unit ?? context.county;
  const names = [...new Set(measures)];
  return {
    name: info.name,
    title,
    subtitle: {
      left: `填报单位：${who}`,
      middle,
      right: names.length === 0 ? '' : `单位：${names.length === 1 ? (names[0] ?? '') : '见表头'}`,
    },
    filters: [...groupFilter(options), ...filters],
    signatures: [
      '填表人：',
      '审核人：',
      '单位负责人（盖章）：',
      `填报日期：${dayText(context.today)}`,
    ],
    page: { paper: options.paper ?? info.paper, landscape: options.landscape ?? info.landscape },
    empty,
    fileName: `${info.title}_${who}_${period}`.replace(/[\\/:*?"<>|\s]/g, ''),
  };
}

function groupFilter({ units }: ParsedTableOptions): string[] {
  const label = UNIT_KINDS.find((kind) => kind.value === units)?.label;
  return label === undefined ? [] : [`只列${label}`];
}

export const DENOMINATOR_WORDS: Readonly<Record<Denominator, string>> = {
  assured: '确保数',
  stretch: '力争数',
  upper: '上级任务',
};

export const figureCell = (value: Decimal | null, mark = ''): TableCell =>
  value === null ? null : mark === '' ? { figure: value } : { figure: value, mark };
export const figureIn = (cell: TableCell): Decimal | null =>
  cell !== null && typeof cell === 'object' && 'figure' in cell ? cell.figure : null;
/** A missing share or growth prints a dash. */
export const shareOrDash = (value: Decimal | null): TableCell =>
  value === null ? { note: '—' } : { figure: value };

/**
 * The total as the services give it, under the rows. A column is a live sum only where its rows
 * really add up to that total:
 * a unit below another one that is listed too would count twice in a SUM.
 */
export function totalUnder(
  label: string,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  cells: readonly TableCell[],
): { readonly columns: TableColumn[]; readonly row: TableRow } {
  const adds = rows.flatMap((row, index) => (row.kind === 'data' ? [index] : []));
  const added = sumRow('total', label, 1, columns, rows, adds);
  const equal = (index: number): boolean => {
    const [live, told] = [figureIn(added.cells[index] ?? null), figureIn(cells[index] ?? null)];
    return live !== null && told !== null && compare(live, told) === 0;
  };
  const kept = columns.map((column, index): TableColumn =>
    column.sums !== true || equal(index) ? column : { ...column, sums: false },
  );
  return {
    columns: kept,
    row: {
      kind: 'total',
      cells: columns.map((_, index) => (index === 1 ? label : (cells[index] ?? null))),
      adds,
    },
  };
}
