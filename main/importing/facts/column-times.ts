/**
 * What columns of one indicator tell of each other's time: whole years beside months, the growth of
 * the later year, a target that is no longer one.
 */
import type { FactColumn } from './fact-columns.ts';

/** 年初目标 beside no other is the target itself. */
export const withOwnTargets = (columns: readonly FactColumn[]): readonly FactColumn[] =>
  columns.map((column) => {
    const { part } = column.word;
    if (part !== 'wasAssured' && part !== 'wasStretch') return column;
    const others = columns.filter(
      (one) => one.unit === column.unit && one.indicator === column.indicator,
    );
    if (others.some(({ word }) => NOW.has(word.part))) return column;
    const isPair = others.some(({ word }) => word.part === 'wasStretch');
    return {
      ...column,
      word: {
        ...column.word,
        part: part === 'wasStretch' ? 'stretch' : isPair ? 'assured' : 'annual',
      },
    };
  });
/** 2021年, 2022年, 2023年1-8月: beside the months of another the bare years are whole ones. */
export const withWholeYears = (columns: readonly FactColumn[]): readonly FactColumn[] =>
  columns.some(({ word }) => word.part === 'cumulative' && word.month !== null)
    ? columns.map((column) =>
        column.word.isWholeYear === true && column.word.year !== null
          ? { ...column, word: { ...column.word, month: 12 } }
          : column,
      )
    : columns;
/**
 * 4月›完成额 beside 1-4月›完成额, or 1月›完成 beside 2月›完成: what was done under a month is that
 * month's own. What was planned for each of several months has no place beside it.
 */
export function ofTheirMonths(columns: readonly FactColumn[]): readonly FactColumn[] {
  const under = columns.filter(({ word }) => word.isUnderMonth === true);
  const isAcross = new Set(under.map(({ word }) => word.month)).size >= 2;
  const isCounted = (month: number | null): boolean =>
    columns.some(
      ({ word }) =>
        word.isUnderMonth !== true &&
        word.part === 'cumulative' &&
        (month === null || word.month === month),
    );
  return columns.flatMap((column) => {
    const { word } = column;
    if (word.isUnderMonth !== true) return [column];
    if (word.part === 'annual') return isAcross ? [] : [column];
    return word.part === 'cumulative' && (isAcross || isCounted(word.month))
      ? [{ ...column, word: { ...word, part: 'month' as const } }]
      : [column];
  });
}
const NOW: ReadonlySet<string> = new Set(['annual', 'assured', 'stretch']);

/**
 * 1-9月累计 beside 2023年1-9月 in a table of 2024: the same months of the year before are what it
 * is compared with.
 */
export const ofYearBefore = (
  columns: readonly FactColumn[],
  { year, month }: { readonly year: number | null; readonly month: number | null },
): readonly FactColumn[] =>
  columns.map((column) => {
    const { word } = column;
    if (word.part !== 'cumulative' || year === null || word.year !== year - 1) return column;
    const own = columns.filter(
      (one) =>
        one.unit === column.unit &&
        one.indicator === column.indicator &&
        one.parent === column.parent,
    );
    const now = own.find(
      (one) =>
        one.word.part === 'cumulative' &&
        one.word.year === null &&
        (one.word.month ?? month) === word.month &&
        word.month !== null,
    );
    return now === undefined || own.some((one) => one.word.part === 'lastYear')
      ? column
      : { ...column, word: { ...now.word, part: 'lastYear' as const } };
  });

/**
 * 2023年1-6月, 2024年1-6月, 增减（%）: what compares two years is of the later. Where a column
 * leaves its year to the title (1—2月累计 beside 2009年1—2月), so does what compares them.
 */
export function comparedYears(columns: readonly FactColumn[]): readonly FactColumn[] {
  const counted = columns.filter(({ word }) => word.part === 'cumulative');
  const years = new Set(counted.map(({ word }) => word.year));
  const [latest] = counted.toSorted((a, b) => (b.word.year ?? 0) - (a.word.year ?? 0));
  return latest === undefined || years.size < 2 || years.has(null)
    ? columns
    : columns.map((column) =>
        column.word.year === null && (column.word.part === 'yoy' || column.word.part === 'growth')
          ? {
              ...column,
              word: {
                ...column.word,
                year: latest.word.year,
                month: column.word.month ?? latest.word.month,
              },
            }
          : column,
      );
}

/**
 * 本月, 同比, 累计, 同比: of two growths of one indicator the one behind 本月 is the month's own,
 * which is not kept; the year's is.
 */
export function ofTheYear(columns: readonly FactColumn[]): readonly FactColumn[] {
  const key = (column: FactColumn): string =>
    [column.unit, column.parent, column.indicator].join('\u0000');
  const twice = new Set(
    columns.filter((one) =>
      columns.some(
        (other) =>
          other !== one &&
          isCompared(one) &&
          other.word.part === one.word.part &&
          key(other) === key(one),
      ),
    ),
  );
  const amounts = new Map<string, string>();
  return columns.filter((one) => {
    if (one.word.part === 'month' || one.word.part === 'cumulative')
      amounts.set(key(one), one.word.part);
    return !twice.has(one) || (amounts.get(key(one)) !== 'month' && one.word.span !== 'month');
  });
}

const isCompared = (column: FactColumn): boolean =>
  column.word.part === 'yoy' || column.word.part === 'lastYear' || column.word.part === 'growth';
