/**
 * Imported monthly figures against those kept: closed months stay as they are, and a cumulative
 * figure that is not the months' sum is a question.
 */
import { closedMonths, seriesOf, type FigureRow } from '../../data/progress/figures.ts';
import type { IndicatorRow } from '../../data/targets/indicators.ts';
import type { Reader } from '../../data/open.ts';
import type { Writing } from '../../data/write.ts';
import { figureDisagreement, disagreementSentence } from '../../domain/targets/actual.ts';
import { monthSpan } from '../../domain/days/assessment-year.ts';
import { compare, type Decimal } from '../../domain/exact/decimal.ts';
import { figureOrNull } from '../../domain/targets/indicator.ts';
import { natureOf } from '../../domain/targets/indicator-nature.ts';
import type { CellPart, Compared, Comparison, FactCell, Refusal } from './fact-cells.ts';
import { givenOf, previousOf, writeMonth, type MonthGiven } from '../progress/figure-series.ts';

export interface FigureScene {
  readonly db: Reader;
  readonly firstMonth: number;
  readonly closed: (year: number) => ReadonlySet<number>;
  /** cumulative figures that the same import brings, by unit, indicator and month */
  readonly planned: Map<string, Decimal>;
}
const PARTS = { month: '当月', cumulative: '累计', lastYear: '上年同期', yoy: '同比' } as const;
type FigurePart = keyof typeof PARTS;
const isFigurePart = (part: string): part is FigurePart => part in PARTS;

/**
 * What each part would change; refused where its month is closed, or where month and cumulative do
 * not agree.
 */
export function compareFigure(scene: FigureScene, cell: FactCell): Comparison {
  const month = cell.month ?? 1;
  const { row: indicator, name } = cell.indicator;
  const series =
    indicator === null || cell.unit === null
      ? []
      : seriesOf(scene.db, cell.year, indicator.id, cell.unit);
  const row = series.find((one) => one.month === month);
  const parts = comparedParts(cell, row);
  const [first] = parts;
  if (first === undefined || parts.every((one) => one.before === one.after))
    return { parts, notes: [] };
  const refuse = (
    code: string,
    level: Refusal['level'],
    message: string,
  ): { readonly refused: Refusal } => ({ refused: { fact: first.fact, level, code, message } });
  if (indicator !== null && indicator.counted !== null)
    return refuse('figure.counted', 'error', `“${name}”由台账统计，不能直接填写，请修改台账。`);
  if (scene.closed(cell.year).has(month))
    return refuse(
      'month.closed',
      'error',
      `${calendarMonth(scene, cell)}月已关账。如需修改，请办理“更正”并注明原因，原数和新数均予保留。`,
    );
  return comparedSeries(scene, cell, series, parts, first);
}

/** Each part beside what the book has of it. */
function comparedParts(cell: FactCell, row: FigureRow | undefined): readonly Compared[] {
  const kept: Readonly<Record<FigurePart, string | null>> = {
    month: figureOrNull(row?.monthValue ?? null),
    cumulative: figureOrNull(row?.cumulative ?? null),
    lastYear: figureOrNull(row?.lastCumulative ?? null),
    yoy: figureOrNull(row?.yoy ?? null),
  };
  return firstOfEach(cell.parts).map(({ part, value, fact }): Compared => ({
    part,
    label: PARTS[part],
    before: kept[part],
    after: value,
    fact,
  }));
}

/**
 * Month and cumulative beside the months before and after, those that the same import brings among
 * them.
 */
function comparedSeries(
  scene: FigureScene,
  cell: FactCell,
  series: readonly FigureRow[],
  parts: readonly Compared[],
  first: Compared,
): Comparison {
  const month = cell.month ?? 1;
  const { row: indicator, name } = cell.indicator;
  const row = series.find((one) => one.month === month);
  const stated = (part: FigurePart): string | null =>
    parts.find((one) => one.part === part)?.after ?? null;
  const cumulative = parts.find((one) => one.part === 'cumulative');
  const given = {
    month: stated('month') ?? givenOf(row).month,
    cumulative: stated('cumulative') ?? givenOf(row).cumulative,
  };
  const previous = scene.planned.get(plannedKey(cell, month - 1)) ?? previousOf(series, month);
  if (given.cumulative !== null) scene.planned.set(plannedKey(cell, month), given.cumulative);
  if (isFarFrom(previous, given.cumulative))
    return {
      refused: {
        fact: (cumulative ?? first).fact,
        level: 'question',
        code: 'figure.magnitude',
        message: `${cell.unitName}${name}上月累计${previous ?? ''}，这次${given.cumulative ?? ''}，差得太远，是不是计量单位不同？请改正。`,
      },
    };
  const kind = indicator?.kind ?? natureOf(name, cell.indicator.measure).kind;
  if (
    row?.reason == null &&
    previous !== null &&
    given.month !== null &&
    given.cumulative !== null &&
    figureDisagreement(kind, previous, given) !== null
  ) {
    const message = disagreementSentence(
      cell.unitName,
      `1—${calendarMonth(scene, cell)}月${name}`,
      previous,
      given.month,
      given.cumulative,
    );
    return {
      refused: {
        fact: (cumulative ?? first).fact,
        level: 'question',
        code: 'fact.cumulative',
        message,
      },
    };
  }
  const fall = kind === 'flow' ? fallOf(scene, cell, series, given.cumulative, month) : null;
  return fall === null || cumulative === undefined
    ? { parts, notes: [] }
    : { parts, notes: [], doubt: { fact: cumulative.fact, code: 'fact.fell', message: fall } };
}

/** A thousand times less or more than a month before: 14.1亿元 beside 120000万元. */
const isFarFrom = (before: Decimal | null, now: Decimal | null): boolean => {
  const [a, b] = [Math.abs(Number(before ?? '0')), Math.abs(Number(now ?? '0'))];
  return a > 0 && b > 0 && (a / b >= MONTHS_APART || b / a >= MONTHS_APART);
};
const MONTHS_APART = 1000;

/**
 * What is counted from January does not fall from one month to a later one: said of the month
 * before and the month after.
 */
function fallOf(
  scene: FigureScene,
  cell: FactCell,
  series: readonly FigureRow[],
  cumulative: Decimal | null,
  month: number,
): string | null {
  if (cumulative === null) return null;
  const at = (one: number): Decimal | null =>
    scene.planned.get(plannedKey(cell, one)) ??
    figureOrNull(series.find((row) => row.month === one)?.cumulative ?? null);
  const nameOf = (one: number): string =>
    `1—${Number(monthSpan(cell.year, one, scene.firstMonth).calendar.slice(5))}月累计`;
  const said = (early: number, less: Decimal, late: number, more: Decimal): string =>
    `${cell.unitName}${cell.indicator.name}${nameOf(late)}${more}比${nameOf(early)}${less}少。请核对。`;
  for (let one = month - 1; one >= 1; one--) {
    const before = at(one);
    if (before === null) continue;
    if (compare(cumulative, before) < 0) return said(one, before, month, cumulative);
    break;
  }
  for (let one = month + 1; one <= 12; one++) {
    const after = at(one);
    if (after === null) continue;
    if (compare(after, cumulative) < 0) return said(month, cumulative, one, after);
    break;
  }
  return null;
}

const calendarMonth = ({ firstMonth }: FigureScene, { year, month }: FactCell): number =>
  Number(monthSpan(year, month ?? 1, firstMonth).calendar.slice(5));

const plannedKey = ({ unitName, indicator, year }: FactCell, at: number): string =>
  JSON.stringify([unitName, indicator.name, year, at]);

function firstOfEach(
  parts: readonly CellPart[],
): readonly (CellPart & { readonly part: FigurePart })[] {
  const seen = new Set<string>();
  return parts.flatMap((one) => {
    const { part } = one;
    if (!isFigurePart(part) || seen.has(part)) return [];
    seen.add(part);
    return [{ ...one, part }];
  });
}

/** Writes what the cell states; answers the row's id. */
export function writeFigure(
  writing: Writing,
  indicator: IndicatorRow,
  unit: number,
  cell: FactCell,
): number | null {
  const given: MonthGiven = Object.fromEntries(
    firstOfEach(cell.parts).map(({ part, value }) => [part, value]),
  );
  return writeMonth(
    writing,
    indicator,
    { year: cell.year, month: cell.month ?? 1, unit },
    given,
    closedMonths(writing.db, cell.year),
  );
}
