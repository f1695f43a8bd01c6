/**
 * Month close (关账): freezes the figures as published; corrections (更正) keep the old figure
 * beside the new one.
 */
import type { MonthState } from '../../../preload/contract/progress.ts';
import type { Saved } from '../../../preload/contract/records.ts';
import { closesOf, correctionsOf } from '../../data/progress/closes.ts';
import { closedMonths, figuresAt, seriesOf, type FigureRow } from '../../data/progress/figures.ts';
import { allIndicators, type IndicatorRow } from '../../data/targets/indicators.ts';
import { versionInForce } from '../../data/targets/targets.ts';
import { allUnits } from '../../data/units/units.ts';
import type { Writing } from '../../data/write.ts';
import { calendarName } from '../../domain/days/assessment-year.ts';
import { Fault } from '../../domain/fault.ts';
import { figureOrNull, type IndicatorFigure } from '../../domain/targets/indicator.ts';
import { command, now, type Book } from '../book/book.ts';
import { firstMonth } from '../records/counted.ts';
import { readFigureText } from './figure-edit.ts';
import { writeMonth, type MonthGiven } from './figure-series.ts';
import { indicatorRow } from '../targets/indicators.ts';
import { monthFigures } from './month-figures.ts';
import { monthState, refuseClosed } from './months.ts';
import { yearTargets } from './year-targets.ts';

/** Freezes the month. @throws Fault month.closed where it is closed already */
export function closeMonth(
  book: Book,
  {
    year,
    month,
    note,
  }: { readonly year: number; readonly month: number; readonly note: string | null },
): MonthState {
  refuseClosed(book, year, month);
  command(book, `${calendarName(month, firstMonth(book))}关账`, ['figure', 'target'], (writing) => {
    const indicators = allIndicators(writing.db);
    freezeCounted(
      book,
      writing,
      year,
      month,
      indicators.filter((one) => one.counted !== null && !one.retired),
    );
    const version = versionInForce(writing.db, year);
    const close = writing.insert('month_close', {
      year,
      month,
      at: now(book),
      who: book.who,
      version_id: version?.id ?? null,
      note,
    });
    publish(book, writing, { year, month, close }, indicators);
  });
  return monthState(book, year, month);
}

/** What is counted from a ledger goes on changing: the month keeps its count of today. */
function freezeCounted(
  book: Book,
  writing: Writing,
  year: number,
  month: number,
  counted: readonly IndicatorRow[],
): void {
  const closed = closedMonths(writing.db, year);
  const figures = monthFigures(book, year, month, counted);
  const units = new Set(allUnits(writing.db).map((unit) => unit.id));
  for (const one of counted) {
    const before = monthFigures(book, year, month - 1, [one])(one);
    for (const [unit, cumulative] of figures(one)) {
      if (!units.has(unit)) continue;
      const alone =
        one.kind === 'flow' ? { month: figureOrNull(cumulative - (before.get(unit) ?? 0n)) } : {};
      writeMonth(
        writing,
        one,
        { year, month, unit },
        { cumulative: figureOrNull(cumulative), ...alone },
        closed,
      );
    }
  }
}

function publish(
  book: Book,
  writing: Writing,
  { year, month, close }: { readonly year: number; readonly month: number; readonly close: number },
  indicators: readonly IndicatorRow[],
): void {
  const rows = new Map(
    figuresAt(writing.db, year, month).map((row) => [`${row.indicator} ${row.unit}`, row]),
  );
  const targets = yearTargets(book, versionInForce(writing.db, year));
  const figures = monthFigures(book, year, month, indicators);
  const insert = writing.inserter('published', [
    'close_id',
    'indicator_id',
    'unit_id',
    'month_value',
    'cumulative',
    'last_cumulative',
    'yoy',
    'assured',
    'stretch',
    'upper',
  ]);
  for (const one of indicators) {
    const tasks = targets.of(one.id);
    const own = figures(one);
    // a month told without the months before it has no cumulative figure, and is published all the
    // same
    const told = [...rows.values()].flatMap((row) =>
      row.indicator === one.id && row.monthValue !== null ? [row.unit] : [],
    );
    for (const unit of new Set([...own.keys(), ...told])) {
      const [row, task] = [rows.get(`${one.id} ${unit}`), tasks.get(unit)];
      insert([
        close,
        one.id,
        unit,
        row?.monthValue ?? null,
        own.get(unit) ?? null,
        row?.lastCumulative ?? null,
        row?.yoy ?? null,
        task?.assured ?? null,
        task?.stretch ?? null,
        task?.upper ?? null,
      ]);
    }
  }
}

export interface CorrectionInput {
  readonly year: number;
  readonly month: number;
  readonly indicator: number;
  readonly unit: number;
  readonly part: 'month' | 'cumulative' | 'lastYear';
  /** as typed */
  readonly text: string | null;
  readonly reason: string;
  readonly document: string | null;
}

/**
 * Changes a closed month on purpose: of month and cumulative the other follows, later open months
 * too. @throws Fault month.open, value.unreadable, record.missing
 */
export function correctFigure(book: Book, input: CorrectionInput): Saved {
  const { year, month, unit, part } = input;
  if (!closedMonths(book.db, year).has(month))
    throw new Fault('month.open', { month: calendarName(month, firstMonth(book)) });
  const indicator = indicatorRow(book.db, input.indicator);
  if (!allUnits(book.db).some((one) => one.id === unit))
    throw new Fault('record.missing', { id: unit });
  const value = readFigureText(indicator, part, input.text);
  return command(
    book,
    `更正${calendarName(month, firstMonth(book))}${indicator.name}`,
    ['figure'],
    (writing) => {
      const at = { year, month, unit };
      const row = (): FigureRow | undefined =>
        seriesOf(writing.db, year, indicator.id, unit).find((one) => one.month === month);
      const before = partsOf(row());
      const id = writeMonth(
        writing,
        indicator,
        at,
        givenFor(indicator, part, value),
        closedMonths(writing.db, year),
      );
      const after = partsOf(row());
      const note = {
        year,
        month,
        indicator_id: indicator.id,
        unit_id: unit,
        reason: input.reason,
        document: input.document,
        at: now(book),
        who: book.who,
      };
      for (const name of PARTS)
        if (before[name] !== after[name])
          writing.insert('correction', {
            ...note,
            part: name,
            before: before[name],
            after: after[name],
          });
      return { change: writing.change, ids: id === null ? [] : [id] };
    },
  );
}

const PARTS = ['month', 'cumulative', 'lastYear'] as const;
const partsOf = (
  row: FigureRow | undefined,
): Readonly<Record<(typeof PARTS)[number], IndicatorFigure | null>> => ({
  month: row?.monthValue ?? null,
  cumulative: row?.cumulative ?? null,
  lastYear: row?.lastCumulative ?? null,
});

/** The corrected figure stands as given, its counterpart follows from it. */
function givenFor(
  indicator: IndicatorRow,
  part: CorrectionInput['part'],
  value: string | null,
): MonthGiven {
  if (part === 'lastYear') return { lastYear: value };
  if (indicator.kind !== 'flow') return { [part]: value };
  return part === 'month'
    ? { month: value, cumulative: null, reason: null }
    : { month: null, cumulative: value, reason: null };
}

export function listCorrections(
  book: Book,
  year: number,
): readonly {
  readonly month: number;
  readonly indicator: string;
  readonly unit: string;
  readonly part: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string;
  readonly document: string | null;
  readonly at: string;
  readonly who: string;
}[] {
  return correctionsOf(book.db, year).map((row) => ({
    ...row,
    month: Number(row.month),
    before: figureOrNull(row.before),
    after: figureOrNull(row.after),
  }));
}

/** Whether the months before are closed: the first that is not, by name. */
export function openBefore(book: Book, year: number, month: number): string | null {
  const closed = new Set(closesOf(book.db, year).map((close) => close.month));
  const open = Array.from({ length: month - 1 }, (_, at) => at + 1).filter(
    (one) => !closed.has(one),
  );
  const [first] = open;
  // an office that begins its book in the middle of a year has no earlier closes at all
  return first === undefined || closed.size === 0 ? null : calendarName(first, firstMonth(book));
}
