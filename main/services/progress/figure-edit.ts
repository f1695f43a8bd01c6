/**
 * Monthly figures as people type them: read into the indicator's measure; what does not fit the
 * month before is asked about, not stored.
 */
import type { Disagreement } from '../../../preload/contract/progress.ts';
import type { Saved } from '../../../preload/contract/records.ts';
import { closedMonths, figuresAt, seriesOf } from '../../data/progress/figures.ts';
import { allIndicators, type IndicatorRow } from '../../data/targets/indicators.ts';
import type { Reader } from '../../data/open.ts';
import { allUnits } from '../../data/units/units.ts';
import { figureDisagreement, disagreementSentence } from '../../domain/targets/actual.ts';
import { spanName } from '../../domain/days/assessment-year.ts';
import { Fault } from '../../domain/fault.ts';
import { readIndicatorFigure } from '../../domain/targets/indicator-figure.ts';
import { command, type Book } from '../book/book.ts';
import { firstMonth } from '../records/counted.ts';
import { givenOf, previousOf, writeMonth, type MonthGiven } from './figure-series.ts';
import { indicatorRow } from '../targets/indicators.ts';
import { monthFigures } from './month-figures.ts';
import { refuseClosed } from './months.ts';

export type FigurePart = 'month' | 'cumulative' | 'lastYear' | 'yoy' | 'estimate';
export interface FigureEdit {
  readonly indicator: number;
  readonly unit: number;
  readonly part: FigurePart;
  /** as typed; null or nothing empties */
  readonly text: string | null;
  /** why a figure that does not fit is kept all the same */
  readonly keep: string | null;
}
const LABELS: Readonly<Record<FigurePart, string>> = {
  month: '当月',
  cumulative: '累计',
  lastYear: '上年同期',
  yoy: '同比',
  estimate: '全年预计',
};

/**
 * One figure as typed, in the indicator's measure (同比 in percent). @throws Fault value.unreadable
 */
export function readFigureText(
  indicator: IndicatorRow,
  part: FigurePart,
  text: string | null,
): string | null {
  if (text === null || text.trim() === '') return null;
  const read = readIndicatorFigure(text, part === 'yoy' ? '%' : indicator.measure);
  if (read.kind === 'empty') return null;
  if (read.kind === 'value' && read.note !== 'approximate') return read.value;
  throw new Fault('value.unreadable', {
    field: `${indicator.name}${LABELS[part]}`,
    seen: text,
    want: read.kind === 'unreadable' ? read.want : `一个数（${indicator.measure}），如120`,
  });
}

interface Cell {
  readonly indicator: IndicatorRow;
  readonly unit: number;
  readonly given: MonthGiven;
  readonly keep: string | null;
}

/**
 * One change for all edits. @throws Fault month.closed, figure.counted, value.computed,
 * value.unreadable, record.missing
 */
export function editFigures(
  book: Book,
  {
    year,
    month,
    edits,
  }: { readonly year: number; readonly month: number; readonly edits: readonly FigureEdit[] },
): Saved & { readonly disagreements: readonly Disagreement[] } {
  refuseClosed(book, year, month);
  const cells = cellsOf(book.db, edits);
  for (const one of cells) refuseComputed(book, year, month, one);
  const asked = cells.map((one) => questionOf(book, year, month, one));
  const fitting = cells.filter((_, at) => asked[at] === null);
  const disagreements = asked.flatMap((one) => one ?? []);
  if (fitting.length === 0) return { change: 0, ids: [], disagreements };
  return command(book, labelOf(edits), ['figure'], (writing) => {
    const closed = closedMonths(writing.db, year);
    const ids = fitting.flatMap(({ indicator, unit, given, keep }) => {
      const id = writeMonth(
        writing,
        indicator,
        { year, month, unit },
        { ...given, ...reasonOf(writing.db, { year, month }, { indicator, unit, given, keep }) },
        closed,
      );
      // a confirmed figure that is typed anew has to be confirmed anew
      if (id !== null) writing.update('figure', id, { state: 'draft' });
      return id === null ? [] : [id];
    });
    return { change: writing.change, ids, disagreements };
  });
}

const labelOf = (edits: readonly FigureEdit[]): string =>
  edits.length === 1 ? `填${LABELS[edits[0]?.part ?? 'month']}数` : `填${edits.length}个完成数`;

function cellsOf(db: Reader, edits: readonly FigureEdit[]): readonly Cell[] {
  const units = new Set(allUnits(db).map((unit) => unit.id));
  return [...Map.groupBy(edits, (one) => `${one.indicator} ${one.unit}`).values()].flatMap(
    (own) => {
      const [first] = own;
      if (first === undefined) return [];
      if (!units.has(first.unit)) throw new Fault('record.missing', { id: first.unit });
      const indicator = indicatorRow(db, first.indicator);
      if (
        indicator.counted !== null &&
        own.some((one) => one.part === 'month' || one.part === 'cumulative')
      )
        throw new Fault('figure.counted', { indicator: indicator.name });
      const given: MonthGiven = Object.fromEntries(
        own.map((one) => [one.part, readFigureText(indicator, one.part, one.text)]),
      );
      return [
        {
          indicator,
          unit: first.unit,
          given,
          keep: own.find((one) => one.keep !== null && one.keep.trim() !== '')?.keep ?? null,
        },
      ];
    },
  );
}

/** A ratio whose parts are known is worked out. */
function refuseComputed(
  book: Book,
  year: number,
  month: number,
  { indicator, unit, given }: Cell,
): void {
  if (indicator.rollup !== 'ratio' || (given.month ?? given.cumulative ?? null) === null) return;
  const parts = allIndicators(book.db).filter(
    (one) => one.id === indicator.numerator || one.id === indicator.denominator,
  );
  const figures = monthFigures(book, year, month, parts);
  if (parts.length === 2 && parts.every((part) => figures(part).has(unit)))
    throw new Fault('value.computed', { field: indicator.name });
}

/** What is given of the month once the edit is in. */
function givenAfter(
  db: Reader,
  year: number,
  month: number,
  { indicator, unit, given }: Omit<Cell, 'keep'>,
): {
  readonly month: string | null;
  readonly cumulative: string | null;
  readonly previous: string | null;
} {
  const series = seriesOf(db, year, indicator.id, unit);
  const old = givenOf(series.find((row) => row.month === month));
  return {
    month: given.month === undefined ? old.month : given.month,
    cumulative: given.cumulative === undefined ? old.cumulative : given.cumulative,
    previous: previousOf(series, month),
  };
}

function questionOf(book: Book, year: number, month: number, cell: Cell): Disagreement | null {
  const after = givenAfter(book.db, year, month, cell);
  const found =
    cell.given.month === undefined && cell.given.cumulative === undefined
      ? null
      : figureDisagreement(cell.indicator.kind, after.previous, after);
  if (
    found === null ||
    cell.keep !== null ||
    after.previous === null ||
    after.month === null ||
    after.cumulative === null
  )
    return null;
  const name = allUnits(book.db).find((unit) => unit.id === cell.unit)?.name ?? '';
  const message = disagreementSentence(
    name,
    spanName(month, firstMonth(book)),
    after.previous,
    after.month,
    after.cumulative,
  );
  return {
    unit: cell.unit,
    indicator: cell.indicator.id,
    previous: after.previous,
    month: after.month,
    cumulative: after.cumulative,
    ...found,
    message,
  };
}

/** The reason stays as long as the figures do not fit, and goes when they do. */
function reasonOf(
  db: Reader,
  { year, month }: { readonly year: number; readonly month: number },
  cell: Cell,
): { readonly reason?: string | null } {
  if (cell.given.month === undefined && cell.given.cumulative === undefined) return {};
  const after = givenAfter(db, year, month, cell);
  if (figureDisagreement(cell.indicator.kind, after.previous, after) === null)
    return { reason: null };
  return cell.keep === null ? {} : { reason: cell.keep.trim() };
}

/** Moves all figures of the units in a month to a state: 草稿, 已报, 已审. @throws Fault month.closed */
export function setFigureStates(
  book: Book,
  {
    year,
    month,
    units,
    state,
  }: {
    readonly year: number;
    readonly month: number;
    readonly units: readonly number[];
    readonly state: 'draft' | 'submitted' | 'confirmed';
  },
): Saved {
  refuseClosed(book, year, month);
  const wanted = new Set(units);
  return command(
    book,
    { draft: '退回草稿', submitted: '上报', confirmed: '审定' }[state],
    ['figure'],
    (writing) => {
      const ids = figuresAt(writing.db, year, month).flatMap((row) =>
        wanted.has(row.unit) && writing.update('figure', row.id, { state }) ? [row.id] : [],
      );
      return { change: writing.change, ids };
    },
  );
}
