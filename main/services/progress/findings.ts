/**
 * The consistency report (校核): what does not fit over all targets and monthly figures, each with
 * where it comes from.
 */
import type { Finding } from '../../../preload/contract/progress.ts';
import type { TargetIssue } from '../../../preload/contract/targets.ts';
import { yearsWithFigures } from '../../data/progress/figure-sums.ts';
import { allUnits } from '../../data/units/units.ts';
import type { Book } from '../book/book.ts';
import { figureFindings } from './figure-findings.ts';
import { targetSheet } from '../targets/target-sheet.ts';

/** Of one year, or (null) of all years. Targets first, then the months in their order. */
export function findingsOfMonth(book: Book, year: number | null): readonly Finding[] {
  const years = year === null ? yearsWithFigures(book.db) : [year];
  return years.flatMap((one) => [
    ...targetFindings(book, one),
    ...Array.from({ length: 12 }, (_, at) => figureFindings(book, one, at + 1)).flat(),
  ]);
}

const CODES: Readonly<Partial<Record<TargetIssue['code'], Finding['code']>>> = {
  coverage: 'children',
  growth: 'growth',
  ofWhich: 'ofWhich',
  plan: 'plan',
  stretch: 'plan',
};

/** Of the year's newest version; what nobody has assigned yet is no inconsistency. */
function targetFindings(book: Book, year: number): readonly Finding[] {
  const sheet = targetSheet(book, { year, version: null, indicators: [] });
  const names = new Map(allUnits(book.db).map((unit) => [unit.id, unit.name]));
  return sheet.issues.flatMap((issue): readonly Finding[] => {
    const code = CODES[issue.code];
    if (code === undefined) return [];
    const cell =
      issue.unit === null
        ? sheet.county[issue.indicator]
        : sheet.rows.find((row) => row.unit === issue.unit)?.cells[issue.indicator];
    const at = issue.part === null ? undefined : cell?.origin?.cells[issue.part];
    const where =
      cell?.origin == null
        ? `目标 ${sheet.version?.name ?? ''}`.trim()
        : `${cell.origin.file} ${cell.origin.sheet} ${at ?? ''}`.trim();
    return [
      {
        code,
        year,
        month: null,
        unit: issue.unit === null ? null : (names.get(issue.unit) ?? null),
        indicator: sheet.indicators.find((one) => one.id === issue.indicator)?.name ?? '',
        ids: { unit: issue.unit, indicator: issue.indicator },
        message: issue.message,
        where,
      },
    ];
  });
}
