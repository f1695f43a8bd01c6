/**
 * What the month's bulletin is written from: the fields chosen with their parts, the period and its
 * last day.
 */
import type { BulletinForm } from '../../../../preload/contract/documents.ts';
import type { ProgressSheet } from '../../../../preload/contract/progress.ts';
import type { ParsedTableOptions } from '../../../../preload/contract/tables.ts';
import { dayText, type Day } from '../../../domain/days/day.ts';
import type { BulletinIndicator, BulletinPeriod } from '../../../domain/progress/bulletin.ts';
import { AGAINST } from '../../../services/progress/progress.ts';
import type { PrintTable } from '../../model/table.ts';
import { progressSheets, totalName } from '../progress/month-sheets.ts';
import { reportMonthOf, reportYearOf, type YearSource } from '../shared/year.ts';

/** An indicator that is told, with those that are parts of it (其中). */
export interface BulletinField {
  readonly sheet: ProgressSheet;
  readonly one: BulletinIndicator;
  readonly parts: readonly BulletinIndicator[];
}
export interface BulletinFacts {
  readonly source: YearSource;
  readonly options: ParsedTableOptions;
  readonly form: BulletinForm;
  readonly year: number;
  readonly month: number;
  /** from the year's first day to the month's last */
  readonly first: Day;
  readonly last: Day;
  /**
   * the day that tasks and problems are told of: the month's last, or today where the month is not
   * over
   */
  readonly day: Day;
  readonly period: BulletinPeriod;
  /** in the order told, parts among them */
  readonly sheets: readonly ProgressSheet[];
  readonly fields: readonly BulletinField[];
  /** those whose whole is told; the others stand in the annex alone */
  readonly told: readonly BulletinField[];
  /** told in fewer words, so that units can be named on two pages */
  readonly isShort: boolean;
  /** the office said which fields it tells */
  readonly isChosen: boolean;
  /** how many more have figures, where nobody chose and there are too many to tell */
  readonly untold: number;
}
/** So many are told where the office has chosen none. */
const MOST_FIELDS = 12;

export function bulletinFacts(source: YearSource, options: ParsedTableOptions): BulletinFacts {
  const form = source.bulletinForm();
  const [year, month] = [reportYearOf(source, options), reportMonthOf(source, options)];
  const sheets = chosenSheets(source, options, form);
  const facts = sheets.map(factsOf);
  const whole = (sheet: ProgressSheet): boolean =>
    !sheets.some((other) => other.indicator.id === sheet.indicator.parent);
  const fields = sheets.flatMap((sheet, at): BulletinField[] => {
    const one = facts[at];
    return one === undefined || !whole(sheet)
      ? []
      : [{ sheet, one, parts: partsOf(sheets, facts, sheet.indicator.id) }];
  });
  const isChosen = options.indicators !== undefined || form.indicators.length > 0;
  const told = isChosen ? fields : fields.slice(0, MOST_FIELDS);
  const by = options.denominator ?? source.scoring();
  const { last } = source.monthDays(year, month);
  return {
    source,
    options,
    form,
    year,
    month,
    first: source.monthDays(year, 1).first,
    last,
    day: last < source.context.today ? last : source.context.today,
    period: {
      span: source.span(month),
      month: source.monthName(month),
      whole: totalName(source, options) || '各单位',
      against: AGAINST[by],
    },
    sheets,
    fields: told,
    told,
    isShort: false,
    isChosen,
    untold: fields.length - told.length,
  };
}

/**
 * Those asked for, else those of the form, else what anybody has a target or a figure for: nothing
 * reported is told as a blank where somebody owes it.
 */
function chosenSheets(
  source: YearSource,
  options: ParsedTableOptions,
  { indicators }: BulletinForm,
): readonly ProgressSheet[] {
  const chosen = options.indicators ?? (indicators.length === 0 ? undefined : indicators);
  if (chosen !== undefined) return progressSheets(source, { ...options, indicators: [...chosen] });
  return progressSheets(source, options).filter(({ total, rows }) =>
    [total, ...rows].some((row) => row.target !== null || row.cumulative !== null),
  );
}

/** Parts of parts stand in the same row. */
function partsOf(
  sheets: readonly ProgressSheet[],
  facts: readonly BulletinIndicator[],
  parent: number,
  above: readonly number[] = [],
): readonly BulletinIndicator[] {
  return sheets.flatMap(({ indicator }, at): readonly BulletinIndicator[] => {
    const one = facts[at];
    if (one === undefined || indicator.parent !== parent || above.includes(indicator.id)) return [];
    return [one, ...partsOf(sheets, facts, indicator.id, [...above, parent])];
  });
}

/** Units that have neither a target nor a figure are not part of the month. */
function factsOf({ indicator, total, rows, counts }: ProgressSheet): BulletinIndicator {
  const { id, name, measure, places, direction, kind } = indicator;
  const { target, month, cumulative, yoy, completion, gap } = total;
  return {
    id,
    name,
    measure,
    places,
    direction,
    kind,
    target,
    month,
    cumulative,
    yoy,
    completion,
    gap,
    counts,
    units: rows
      .filter((row) => row.target !== null || row.cumulative !== null)
      .map((row) => ({
        unit: row.unit ?? 0,
        name: row.name,
        cumulative: row.cumulative,
        completion: row.completion,
        gap: row.gap,
        place: row.place,
      })),
  };
}

/** 9月底, or the day where the month is not over: 10月8日. */
export const dayWords = ({ day, last, period }: BulletinFacts): string =>
  day === last ? `${period.month}底` : dayText(day).replace(/^\d+年/u, '');

/** With the units' figures as the annex prints them. */
export function asPrinted(facts: BulletinFacts, annex: PrintTable): BulletinFacts {
  const rows = new Map(annex.rows.map((row) => [row.cells[1], row.cells]));
  const printed = ({ one, parts, sheet }: BulletinField): BulletinField => {
    const at = annex.columns.findIndex(
      ({ path }) =>
        path[0] === `${one.name}（${one.measure}）` && path.at(-1)?.endsWith('累计') === true,
    );
    const units = one.units.map((unit) => {
      const cell = rows.get(unit.name)?.[at];
      return typeof cell === 'object' &&
        cell !== null &&
        'printed' in cell &&
        cell.printed !== undefined
        ? { ...unit, printed: cell.printed }
        : unit;
    });
    return { sheet, parts, one: { ...one, units } };
  };
  return { ...facts, fields: facts.fields.map(printed) };
}
