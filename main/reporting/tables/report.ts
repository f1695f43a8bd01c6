/** What every printed table is made from, and the parts around the figures that all of them share. */
import type { Row } from '../../../preload/contract/records.ts';
import type { ParsedTableOptions, TableInfo } from '../../../preload/contract/tables.ts';
import { dayText, type Day } from '../../domain/day.ts';
import { Fault } from '../../domain/fault.ts';
import { fieldOf, isGroupable, type Field } from '../../domain/ledgers/field.ts';
import { project } from '../../domain/ledgers/project.ts';
import type { PrintTable } from '../table.ts';

export interface ReportContext {
  readonly county: string;
  /** the period where the options name none */
  readonly year: number;
  readonly month: number;
  readonly today: Day;
  /** unit names in the order of the county's tree */
  readonly units: readonly string[];
}

export interface Report {
  readonly info: TableInfo;
  make(rows: readonly Row[], options: ParsedTableOptions, context: ReportContext): PrintTable;
}

/** A report's fixed words, before its columns and rows. */
type Frame = Omit<PrintTable, 'columns' | 'rows' | 'notes' | 'repeat'>;

/** Title, period, filters, signatures and page; `measures` are those of the figures in the table. */
export function frameOf(info: TableInfo, measures: readonly string[], options: ParsedTableOptions, context: ReportContext): Frame {
  const who = options.unit ?? context.county;
  const period = `${options.year ?? context.year}年${options.month ?? context.month}月`;
  return {
    name: info.name,
    title: `${who}${info.title}`,
    subtitle: { left: `填报单位：${who}`, middle: `截至${period}底`, right: measures.length === 0 ? '' : `单位：${measures.join('、')}` },
    filters: options.filters.map(({ field, text }) => `${projectField(field).label} ${text}`),
    signatures: ['填表人：', '审核人：', '单位负责人（盖章）：', `填报日期：${dayText(context.today)}`],
    page: { paper: options.paper ?? info.paper, landscape: options.landscape ?? info.landscape },
    empty: '本期没有项目',
    fileName: `${info.title}_${who}_${period}`.replace(/[\\/:*?"<>|\s]/g, ''),
  };
}

/** @throws Fault field.unknown */
export function projectField(code: string): Field {
  if (!project.fields.some((field) => field.code === code)) throw new Fault('field.unknown', { field: code });
  return fieldOf(project, code);
}

/** @throws Fault field.unknown where the field does not group records */
export function groupingField(code: string): Field {
  const field = projectField(code);
  if (!isGroupable(field)) throw new Fault('field.unknown', { field: code });
  return field;
}
