/**
 * From a table's name and options to its data: gathers the records, makes the table, lays it out as
 * the office has it.
 */
import type { Output } from '../../../preload/contract/index.ts';
import type { Row } from '../../../preload/contract/records.ts';
import type { ParsedTableOptions, TableInfo } from '../../../preload/contract/tables.ts';
import { Fault } from '../../domain/fault.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import { ledgers, type AnyCode } from '../../domain/ledgers/index.ts';
import { isOwnCode } from '../../domain/ledgers/own-code.ts';
import { monthPlace } from '../../domain/days/assessment-year.ts';
import { dayOf } from '../../domain/days/day.ts';
import { firstMonthOf } from '../../data/progress/kept-rules.ts';
import { ownLedger } from '../../data/ledgers/own-ledgers.ts';
import { keptYear } from '../../data/projects/project-years.ts';
import { yearOfProjects } from '../../services/imports/project-year.ts';
import type { Book } from '../../services/book/book.ts';
import { allRows, ledgerNamed } from '../../services/records/query.ts';
import { countyOf, sessionFacts } from '../../services/book/session.ts';
import { listUnits } from '../../services/units/units.ts';
import { balancedTable } from '../model/balance.ts';
import { columnKeys, laidOut } from '../model/layout.ts';
import { setupNamed } from '../../services/documents/setups.ts';
import { directedPage, fittedColumns } from '../model/column-widths.ts';
import { squeezedTable } from './squeezed.ts';
import { projectFacts } from '../tables/shared/project-facts.ts';
import type { PrintTable } from '../model/table.ts';
import { isReadBack, printTables } from '../tables/index.ts';
import { ledgerRollup, ROLLUP } from '../tables/ledgers/ledger-rollup.ts';
import { ownList } from '../tables/ledgers/own-ledger.ts';
import {
  ledgerOfTable,
  type Listed,
  type PrintReport,
  type ReportContext,
} from '../tables/shared/report.ts';
import type { YearReport, YearSource } from '../tables/shared/year.ts';
import { yearSource } from './year-source.ts';

/**
 * The table as data, and how many records it was made from. @throws Fault table.unknown,
 * ledger.unknown, unit.unknown
 */
export function makeTable(book: Book, name: string, asked: ParsedTableOptions): MadeTable {
  const chosen = withSetup(book, name, asked);
  const report = reportNamed(book, name, chosen);
  const options = withinClock(report.info, chosen);
  const context = contextOf(book);
  if (options.unit !== undefined && !context.units.includes(options.unit))
    throw new Fault('unit.unknown', { name: options.unit });
  if ('read' in report) {
    const table = withSource(report.info, report.read(yearSource(book, context), options));
    return {
      ...asLaid(table, options, context),
      records: table.rows.filter((row) => row.kind === 'data' || row.kind === 'of-which').length,
    };
  }
  const rows =
    report.gather === undefined
      ? rowsFor(book, ledgerOfTable(report.info), options)
      : report.gather((code) =>
          rowsFor(book, ledgers[code], { ...options, filters: [], search: '', sort: [] }),
        );
  const made = report.make(rows, options, context);
  const table = {
    ...withSource(report.info, made),
    notes: [...made.notes, ...yearNote(book, report.info, options)],
  };
  // what is gathered is looked through: only what the table then holds counts
  return {
    ...asLaid(table, options, context),
    records:
      report.gather === undefined
        ? rows.length
        : table.rows.filter((row) => row.kind === 'data').length,
  };
}

/** A table that no file may bring back says what it was made from. */
function withSource(info: Listed, table: PrintTable): PrintTable {
  if (isReadBack(info.name)) return table;
  const derivedFrom =
    info.subject === 'year' || info.name === ROLLUP.name
      ? '目标、各月完成数和台账'
      : ledgerOfTable(info).label;
  return { ...table, derivedFrom };
}

/** `columns`: all that the table has, before the office's set-up chooses among them */
export interface MadeTable {
  readonly table: PrintTable;
  readonly records: number;
  readonly columns: Output<'tables.preview'>['columns'];
}

/** What is chosen goes before what the set-up keeps. @throws Fault setup.unknown */
export function withSetup(book: Book, name: string, asked: ParsedTableOptions): ParsedTableOptions {
  if (asked.setup === undefined) return asked;
  const { options, layout } = setupNamed(book, name, asked.setup);
  return { ...options, layout, ...asked };
}

function asLaid(
  made: PrintTable,
  options: ParsedTableOptions,
  context: ReportContext,
): Omit<MadeTable, 'records'> {
  const { layout } = options;
  const keys = columnKeys(made);
  const table =
    layout === undefined
      ? made
      : laidOut(made, layout, {
          year: options.year ?? context.year,
          month: options.month ?? context.month,
        });
  return {
    table: settledTable(table, options),
    columns:
      made.form === true
        ? []
        : made.columns.map(({ path }, at) => ({ key: keys[at] ?? '', label: path.join(' ') })),
  };
}

/** As it is printed: adding up, unless the office switched that off. */
export function settledTable(made: PrintTable, options: ParsedTableOptions): PrintTable {
  const table = options.balance === false ? made : balancedTable(made);
  const turned = directedPage(table, options.landscape !== undefined);
  const fit = table.form === true || table.letter !== undefined ? undefined : options.layout?.fit;
  const laid = fit === undefined ? fittedColumns(turned) : squeezedTable(turned, fit);
  return laid.parts === undefined
    ? laid
    : { ...laid, parts: laid.parts.map((part) => settledTable(part, options)) };
}

/**
 * A table that tells of the day of printing has no month; its year is only that of the projects'
 * yearly figures.
 */
function withinClock({ clock }: TableInfo, options: ParsedTableOptions): ParsedTableOptions {
  if (clock !== 'now') return options;
  const { month: _month, ...rest } = options;
  return rest;
}

/** Says which year's figures stand in a table of the present, where they are kept ones. */
function yearNote(book: Book, info: PrintReport['info'], options: ParsedTableOptions): string[] {
  const year = options.year ?? sessionFacts(book).year;
  const now = yearOfProjects(book.db);
  return info.clock === 'now' &&
    ledgerOfTable(info).code === 'project' &&
    now !== null &&
    year < now
    ? [`年度计划投资、本年完成投资为${year}年的数。`]
    : [];
}

function reportNamed(
  book: Book,
  name: string,
  options: ParsedTableOptions,
): PrintReport | YearReport {
  if (name === ROLLUP.name) return ledgerRollup(ledgerNamed(options.ledger ?? 'project', book.db));
  const own = isOwnCode(name) ? ownLedger(book.db, name) : null;
  const report =
    own !== null ? ownList(own) : Object.hasOwn(printTables, name) ? printTables[name] : undefined;
  if (report === undefined) throw new Fault('table.unknown', { table: name });
  return report;
}

/** What a year's tables and charts are made from. */
export const yearSourceOf = (book: Book): YearSource => yearSource(book, contextOf(book));

/** The period of a past year is its December, of the running year the running month. */
export function contextOf(book: Book): ReportContext {
  const { year } = sessionFacts(book);
  const clock = book.clock();
  const firstMonth = firstMonthOf(book.db);
  const running = monthPlace(clock.getFullYear(), clock.getMonth() + 1, firstMonth);
  return {
    county: countyOf(book),
    year,
    month: running.year > year ? 12 : running.month,
    firstMonth,
    today: dayOf(clock.getFullYear(), clock.getMonth() + 1, clock.getDate()),
    units: listUnits(book).map((unit) => unit.name),
    projects: projectFacts(book),
  };
}

/** A unit's table holds the records that name it, in whichever field. */
function rowsFor(book: Book, ledger: Ledger, options: ParsedTableOptions): readonly Row[] {
  const { unit, record } = options;
  const live = allRows(
    book,
    {
      ledger: ledger.code as AnyCode,
      filters: options.filters,
      search: options.search ?? '',
      sort: options.sort ?? [],
      group: [],
    },
    record,
  );
  const rows =
    ledger.code === 'project' ? ofYear(book, live, options.year ?? sessionFacts(book).year) : live;
  if (record !== undefined) return rows;
  const naming = ledger.fields.filter((field) => field.kind === 'unit');
  return unit === undefined || naming.length === 0
    ? rows
    : rows.filter((row) => naming.some((field) => row[field.code] === unit));
}

/** Of a past year that was kept, the projects' plan and investment of that year. */
function ofYear(book: Book, rows: readonly Row[], year: number): readonly Row[] {
  const now = yearOfProjects(book.db);
  if (now === null || year >= now) return rows;
  const kept = keptYear(book.db, year);
  return rows.map((row) => {
    const then = kept.get(row.id);
    return then === undefined
      ? row
      : { ...row, planned_this_year: then.planned, invested_this_year: then.invested };
  });
}
