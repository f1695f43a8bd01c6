/**
 * 报数情况: what each unit has reported of a month, how far it is checked, and the words with which
 * the rest are asked (催报).
 */
import type { Returns, UnitReturn } from '../../../preload/contract/progress.ts';
import { statesAt } from '../../data/progress/figures.ts';
import { allIndicators } from '../../data/targets/indicators.ts';
import { tasksOf } from '../../data/targets/targets.ts';
import { allUnits, countyUnit } from '../../data/units/units.ts';
import { calendarName } from '../../domain/days/assessment-year.ts';
import { BLANK_WORD } from '../../domain/progress/words.ts';
import type { Book } from '../book/book.ts';
import { firstMonth } from '../records/counted.ts';
import { versionFor } from './year-targets.ts';

const STATES = ['draft', 'submitted', 'confirmed'] as const;

/**
 * Of every unit that has a target or a figure of a typed indicator, in the county's order; what is
 * counted or worked out nobody reports.
 */
export function monthReturns(
  book: Book,
  { year, month }: { readonly year: number; readonly month: number },
): Returns {
  const county = countyUnit(book.db);
  const typed = new Map(
    allIndicators(book.db).flatMap((one) =>
      one.counted === null && one.rollup !== 'ratio' && !one.retired
        ? [[one.id, one.name] as const]
        : [],
    ),
  );
  const version = versionFor(book, year, month);
  const owed = Map.groupBy(
    (version === null ? [] : tasksOf(book.db, version.id)).filter(
      ([indicator, , assured]) => assured !== null && typed.has(Number(indicator)),
    ),
    ([, unit]) => Number(unit),
  );
  const given = Map.groupBy(
    statesAt(book.db, year, month).filter(({ indicator }) => typed.has(indicator)),
    ({ unit }) => unit,
  );
  const units = allUnits(book.db).filter(
    ({ id }) => id !== county && (owed.has(id) || given.has(id)),
  );
  const rows = units.map(({ id, name, kind }): UnitReturn => {
    const reported = given.get(id) ?? [];
    const has = new Set(reported.map(({ indicator }) => indicator));
    const expected = (owed.get(id) ?? []).map(([indicator]) => Number(indicator));
    const missing = [...typed].flatMap(([indicator, label]) =>
      expected.includes(indicator) && !has.has(indicator) ? [label] : [],
    );
    return {
      unit: id,
      name,
      kind,
      expected: expected.length,
      filled: expected.length - missing.length,
      missing,
      state: STATES.find((state) => reported.some((one) => one.state === state)) ?? null,
    };
  });
  return { units: rows, words: chaseWords(rows, calendarName(month, firstMonth(book))) };
}

/** 以下2个单位9月的数还没报齐：甲镇（合同引资）；乙镇（全部4项）。请于（　　）前报来。 */
function chaseWords(rows: readonly UnitReturn[], month: string): string {
  const late = rows.filter((row) => row.missing.length > 0);
  if (late.length === 0) return '';
  const told = late.map(
    ({ name, missing, filled }) =>
      `${name}（${filled === 0 ? `全部${missing.length}项` : missing.join('、')}）`,
  );
  return `以下${late.length}个单位${month}的数还没报齐：${told.join('；')}。请于${BLANK_WORD}前报来。`;
}
