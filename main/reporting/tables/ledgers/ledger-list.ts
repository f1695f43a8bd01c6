/** A ledger's records as a printed list, with columns and grouping of the user's choice. */
import type { Row } from '../../../../preload/contract/records.ts';
import type { ParsedTableOptions } from '../../../../preload/contract/tables.ts';
import type { Field, Ledger } from '../../../domain/ledgers/field.ts';
import { addsUp, isNumeric } from '../../../domain/ledgers/field.ts';
import type { Day } from '../../../domain/days/day.ts';
import type { TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { sumRow } from '../../model/totals.ts';
import { groupedRows, nestedGroups } from './grouped-rows.ts';
import { withQuotients } from './quotients.ts';
import {
  asOf,
  printFrameOf,
  groupingField,
  ledgerField,
  ledgerOfTable,
  type Listed,
  type PrintReport,
  type ReportContext,
} from '../shared/report.ts';
import { fieldSource, sourced } from '../shared/sourced.ts';
import { longestMm, widenFigures } from '../shared/widths.ts';
import {
  tableCellOf,
  currencyNotes,
  printedMeasure,
  rowValueOf,
  type Chosen,
} from '../shared/values.ts';

/** 序号 and the label of a sum stand before the chosen columns. */
const NUMBER: TableColumn = { path: ['序号'], width: 10, align: 'center' };

/** A column that is no field: what the record's dates come to on the table's day. */
export interface Told {
  readonly column: TableColumn;
  readonly cell: (row: Row, day: Day) => TableCell;
}
export interface ListParts {
  /** a group's label where it is not just the value's: 在建项目 */
  readonly groupLabel?: (field: Field, label: string) => string;
  readonly told?: readonly Told[];
  /** the records as they stood on the list's day, where it tells of a period's end */
  readonly stood?: (rows: readonly Row[], day: Day, context: ReportContext) => readonly Row[];
  /** false for a record that is listed and not added: others count in its place */
  readonly isAdded?: (row: Row, context: ReportContext) => boolean;
  readonly notes?: (rows: readonly Row[], day: Day) => readonly string[];
}

/**
 * Grouped by the table's own field unless another (or null: none) is chosen; numbers run on through
 * the groups;
 * a 小计 closes each group and the 总计 adds the records, not the subtotals.
 */
export function listReport(info: Listed, parts: ListParts = {}): PrintReport {
  const ledger = ledgerOfTable(info);
  const { stood = (rows) => rows, notes = () => [] } = parts;
  return {
    info,
    make(listed, options, context) {
      const day = asOf(info, options, context);
      const rows = stood(listed, day, context);
      const { columns, body, aside, fields } = listBody(info, parts, rows, options, context);
      const adds = body.flatMap((row, index) =>
        row.kind === 'data' && !aside.has(row) ? [index] : [],
      );
      const counter = ledger.noun.slice(0, 1);
      const all =
        rows.length === 0
          ? []
          : [
              ...body,
              withQuotients(
                ledger,
                fields,
                1,
              )(sumRow('total', `总计（${rows.length}${counter}）`, 1, columns, body, adds), rows),
            ];
      const measures = new Set(
        fields.flatMap((field) => printedMeasure(field, options.measure)?.name ?? []),
      );
      return {
        ...printFrameOf(info, [...measures], options, context),
        columns: fitted(columns, all, fields),
        repeat: fields[0]?.code === ledger.nameField ? 2 : 1,
        rows: all,
        ...(options.pageSums === true ? { pageSums: true as const } : {}),
        notes: [
          ...notes(rows, day),
          ...(aside.size === 0
            ? []
            : [`${aside.size}${ledger.noun}有子项目，列出但不计入合计，由子项目计。`]),
          ...currencyNotes(rows, fields, ledger.noun),
        ],
      };
    },
  };
}

interface ListBody {
  readonly columns: readonly TableColumn[];
  readonly body: readonly TableRow[];
  /** lines that are listed and not added */
  readonly aside: ReadonlySet<TableRow>;
  readonly fields: readonly Field[];
}

/** The records as lines, in their groups where the table has any. */
function listBody(
  info: Listed,
  { groupLabel = (_, label) => label, told = [], isAdded = () => true }: ListParts,
  rows: readonly Row[],
  options: ParsedTableOptions,
  context: ReportContext,
): ListBody {
  const ledger = ledgerOfTable(info);
  const { measure } = options;
  const day = asOf(info, options, context);
  const chosen =
    options.columns === undefined || options.columns.length === 0
      ? (info.columns ?? [])
      : options.columns;
  const fields = chosen.map((code) => ledgerField(ledger, code));
  const by = options.group === undefined ? (info.group?.field ?? null) : options.group;
  const group = by === null ? null : groupingField(ledger, by);
  const columns = [NUMBER, ...columnsOf(fields, measure), ...told.map((one) => one.column)];
  const aside = new Set<TableRow>();
  const numbered = (list: readonly Row[], from: number): TableRow[] =>
    list.map((row, index) => {
      const line: TableRow = {
        kind: 'data',
        cells: [
          { figure: String(from + index) },
          ...fields.map((field) =>
            sourced(
              tableCellOf(row, field, measure) ?? wordsOf(ledger, field, row),
              fieldSource(ledger.code, row.id, field.code),
            ),
          ),
          ...told.map((one) => one.cell(row, day)),
        ],
      };
      if (!isAdded(row, context)) aside.add(line);
      return line;
    });
  if (group === null) return { columns, body: numbered(rows, 1), aside, fields };
  const levels = [group, ...(options.within ?? []).map((code) => groupingField(ledger, code))];
  const groups = nestedGroups(rows, levels, context.units, groupLabel);
  const counter = ledger.noun.slice(0, 1);
  const closed = withQuotients(ledger, fields, 1);
  return {
    columns,
    body: groupedRows(groups ?? [], counter, columns, numbered, aside, closed),
    aside,
    fields,
  };
}

/** Words that stand where a day is not known: 立行立改. */
function wordsOf(ledger: Ledger, field: Field, row: Row): TableCell {
  const words = ledger.words?.[field.code];
  return words === undefined ? null : rowValueOf(row, words);
}

function columnsOf(fields: readonly Field[], measure: Chosen): TableColumn[] {
  const paths = fields.map(headsOf);
  return fields.map((field, index): TableColumn => {
    const printed = printedMeasure(field, measure);
    const align = isNumeric(field)
      ? 'right'
      : field.kind === 'day' || field.kind === 'choice'
        ? 'center'
        : 'left';
    const figures =
      printed === null ? {} : { places: printed.places, ...(addsUp(field) ? { sums: true } : {}) };
    return { path: pathOf(field, index, paths), width: mmOf(field), align, ...figures };
  });
}

/**
 * The heads over a field. Dates name themselves, so 时间节点 is a head of the grid and the form
 * only.
 */
const headsOf = (field: Field): readonly string[] =>
  field.group === undefined || field.kind === 'day' ? [] : field.group.split('›');

/**
 * A head that would stand over this one column alone is left out and the field keeps its full
 * label; under its own head it may be short (完成投资 over 本年).
 */
function pathOf(field: Field, index: number, paths: readonly (readonly string[])[]): string[] {
  const heads = paths[index] ?? [];
  const sharedAt = (at: number, level: number): boolean =>
    heads.slice(0, level).every((head, depth) => paths[at]?.[depth] === head);
  let level = heads.length;
  while (level > 0 && !sharedAt(index - 1, level) && !sharedAt(index + 1, level)) level -= 1;
  const under = heads[level - 1];
  const short =
    level === heads.length
      ? field.synonyms
          .find((synonym) => under !== undefined && synonym.startsWith(`${under}›`))
          ?.split('›')
          .at(-1)
      : undefined;
  return [...heads.slice(0, level), short ?? field.label];
}

/**
 * px of the grid (14 px text) as mm of 10 pt paper; figures and days are only as wide as they are
 * long.
 */
function mmOf(field: Field): number {
  if (isNumeric(field)) return 16;
  return field.kind === 'day' ? 21 : Math.round(field.width * 0.24);
}

/** Figures never wrap; long words run to about a dozen lines before they get tall. */
function fitted(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  fields: readonly Field[],
): TableColumn[] {
  return widenFigures(columns, rows).map((column, index) => {
    if (fields[index - 1]?.kind !== 'long') return column;
    return {
      ...column,
      width: Math.max(column.width, Math.min(140, Math.ceil(longestMm(column, index, rows) / 12))),
    };
  });
}
