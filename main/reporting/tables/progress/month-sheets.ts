/**
 * A month's sheets of the chosen indicators, which of them are shown, and the whole they add up to.
 */
import type { ProgressRow, ProgressSheet } from '../../../../preload/contract/progress.ts';
import type { ParsedTableOptions } from '../../../../preload/contract/tables.ts';
import { wholeOfCounty } from '../../../domain/progress/words.ts';
import type { TableCell, TableRow } from '../../model/table.ts';
import { chosenIndicators, reportMonthOf, reportYearOf, type YearSource } from '../shared/year.ts';

/** The month's sheets of the chosen indicators, or of all that have a target. */
export function progressSheets(
  source: YearSource,
  options: ParsedTableOptions,
): readonly ProgressSheet[] {
  const [year, month] = [reportYearOf(source, options), reportMonthOf(source, options)];
  const chosen = chosenIndicators(source.targets(year, null, options.indicators ?? []), options);
  const listed =
    options.indicators === undefined
      ? source
          .indicators()
          .filter((one) => !one.retired || chosen.some((other) => other.id === one.id))
      : chosen;
  return listed.map((one) =>
    source.progress({
      year,
      month,
      indicator: one.id,
      denominator: options.denominator ?? null,
      group: options.units ?? 'all',
    }),
  );
}

/**
 * As the county's tree has them: the first sheet lists every unit, but villages that have nothing
 * in it.
 */
export const unitsInOrder = (sheets: readonly ProgressSheet[]): readonly (number | null)[] => [
  ...new Set(sheets.flatMap((sheet) => sheet.rows.map((row) => row.unit))),
];

export const hasFigure = (row: ProgressRow): boolean =>
  row.month !== null || row.cumulative !== null;
export const shownProgressRows = (
  sheet: ProgressSheet,
  options: ParsedTableOptions,
): readonly ProgressRow[] =>
  sheet.rows.filter(
    (row) =>
      (options.unit === undefined || row.name === options.unit) &&
      (hasFigure(row) || row.target !== null),
  );

/** Those that anyone has reported; an indicator asked for by name stays even where nobody has. */
export const withFigures = (
  sheets: readonly ProgressSheet[],
  options: ParsedTableOptions,
): readonly ProgressSheet[] => {
  const reported = sheets.filter(
    (sheet) =>
      shownProgressRows(sheet, options).some(hasFigure) ||
      (options.unit === undefined && hasFigure(sheet.total)),
  );
  return options.indicators === undefined || reported.length === 0 ? reported : sheets;
};

/**
 * Figures that no unit reports: the whole is the only one that does, and stands as a row of its
 * own.
 */
export const countyRow = (
  source: YearSource,
  options: ParsedTableOptions,
  cells: readonly TableCell[],
): TableRow => ({
  kind: 'data',
  cells: [{ figure: '1' }, totalName(source, options), ...cells],
});

export const totalName = (source: YearSource, options: ParsedTableOptions): string =>
  (options.units ?? 'all') === 'all' ? wholeOfCounty(source.context.county) : '';
