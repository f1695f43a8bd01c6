/**
 * A book with an indicator or two, their targets and a few months of figures, for tests of
 * progress.
 */
import { editFigures, type FigureEdit } from '../../main/services/progress/figure-edit.ts';
import { saveIndicator, type IndicatorValues } from '../../main/services/targets/indicators.ts';
import { editTargets } from '../../main/services/targets/target-edit.ts';
import { listUnits } from '../../main/services/units/units.ts';
import { testBook, type TestBook } from './book.ts';
import { typedIndicator } from './indicator.ts';

export interface YearBook {
  readonly book: TestBook;
  readonly unit: (name: string) => number;
  readonly add: (name: string, more?: Partial<IndicatorValues>) => number;
  readonly target: (
    indicator: number,
    figures: Readonly<Record<string, string>>,
    part?: 'assured' | 'stretch' | 'upper' | 'base',
    year?: number,
  ) => void;
  readonly type: (
    month: number,
    indicator: number,
    figures: Readonly<Record<string, string | null>>,
    part?: FigureEdit['part'],
    year?: number,
  ) => ReturnType<typeof editFigures>;
}

export function yearBook(units: readonly string[] = ['城关镇', '河口镇', '东山镇']): YearBook {
  const book = testBook(units);
  const unit = (name: string): number => listUnits(book).find((one) => one.name === name)?.id ?? 0;
  return {
    book,
    unit,
    add: (name, more = {}) =>
      saveIndicator(book, {
        id: null,
        indicator: typedIndicator(name, more),
      }).id,
    target: (indicator, figures, part = 'assured', year = 2012) =>
      void editTargets(
        book,
        year,
        Object.entries(figures).map(([name, text]) => ({
          indicator,
          unit: name === '县' ? null : unit(name),
          part,
          text,
        })),
      ),
    type: (month, indicator, figures, part = 'cumulative', year = 2012) =>
      editFigures(book, {
        year,
        month,
        edits: Object.entries(figures).map(([name, text]) => ({
          indicator,
          unit: name === '县' ? unit('示例县') : unit(name),
          part,
          text,
          keep: null,
        })),
      }),
  };
}
