/** 对标: rival regions' figures of an indicator beside the county's own. */
import type { RivalRow } from '../../../preload/contract/progress.ts';
import type { Saved } from '../../../preload/contract/records.ts';
import type { Indicator } from '../../../preload/contract/targets.ts';
import { rivalNamed, rivalsAt } from '../../data/progress/rivals.ts';
import { neededGrowth, shareOfRival } from '../../domain/progress/benchmark.ts';
import {
  indicatorFigureOf,
  figureOrNull,
  type IndicatorFigure,
} from '../../domain/targets/indicator.ts';
import { hundredthsOrNull } from '../../domain/progress/pace.ts';
import { command, type Book } from '../book/book.ts';
import { readFigureText } from './figure-edit.ts';
import { indicatorOf, indicatorRow } from '../targets/indicators.ts';
import { progressSheet } from './progress.ts';

const scaled = (text: string | null): IndicatorFigure | null =>
  text === null ? null : indicatorFigureOf(text);

export function rivalSheet(
  book: Book,
  {
    year,
    month,
    indicator,
    years,
  }: {
    readonly year: number;
    readonly month: number;
    readonly indicator: number;
    readonly years: number;
  },
): {
  readonly indicator: Indicator;
  readonly own: { readonly cumulative: string | null; readonly growth: string | null };
  readonly rows: readonly RivalRow[];
} {
  const { total } = progressSheet(book, {
    year,
    month,
    indicator,
    denominator: null,
    group: 'all',
  });
  const own = scaled(total.cumulative);
  const rows = rivalsAt(book.db, year, month, indicator).map((row): RivalRow => ({
    rival: row.name,
    cumulative: figureOrNull(row.cumulative),
    growth: figureOrNull(row.growth),
    gap: own === null || row.cumulative === null ? null : figureOrNull(own - row.cumulative),
    share: hundredthsOrNull(shareOfRival(own, row.cumulative)),
    needed: hundredthsOrNull(neededGrowth(own, row.cumulative, row.growth, years)),
  }));
  return {
    indicator: indicatorOf(book.db, indicatorRow(book.db, indicator)),
    own: { cumulative: total.cumulative, growth: total.yoy },
    rows,
  };
}

export interface RivalInput {
  readonly name: string;
  /** as typed */
  readonly cumulative: string | null;
  readonly growth: string | null;
}

/** The month's rivals become exactly those given, in their order. @throws Fault value.unreadable */
export function saveRivals(
  book: Book,
  {
    year,
    month,
    indicator,
    rivals,
  }: {
    readonly year: number;
    readonly month: number;
    readonly indicator: number;
    readonly rivals: readonly RivalInput[];
  },
): Saved {
  const row = indicatorRow(book.db, indicator);
  const wanted = new Map(
    rivals.map((one) => [
      one.name,
      {
        cumulative: scaled(readFigureText(row, 'cumulative', one.cumulative)),
        growth: scaled(readFigureText(row, 'yoy', one.growth)),
      },
    ]),
  );
  return command(book, `填${row.name}对标数`, ['figure'], (writing) => {
    const before = rivalsAt(writing.db, year, month, indicator);
    for (const one of before) if (!wanted.has(one.name)) writing.remove('rival_figure', one.id);
    const ids = [...wanted].map(([name, values]) => {
      const known = before.find((one) => one.name === name);
      if (known !== undefined) return (writing.update('rival_figure', known.id, values), known.id);
      const rival = rivalNamed(writing.db, name) ?? writing.insert('rival', { name });
      return writing.insert('rival_figure', {
        rival_id: rival,
        indicator_id: indicator,
        year,
        month,
        ...values,
      });
    });
    return { change: writing.change, ids };
  });
}
