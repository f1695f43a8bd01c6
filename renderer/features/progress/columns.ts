/** The columns of the month's sheet: target, what was done, and the standing against pace. */
import { createElement } from 'react';
import { compare } from '../../../main/domain/exact/decimal.ts';
import { isShare } from '../../../main/domain/exact/measure.ts';
import { growthPlaces, isBehindPace, PACE_WORDS } from '../../../main/domain/progress/words.ts';
import type {
  Disagreement,
  ProgressRow,
  ProgressSheet,
} from '../../../preload/contract/progress.ts';
import { shownFigureText, orDash, signedFigureText } from '../../format/figure.ts';
import type { GridColumn, GridRow, GridSort } from '../../ui/grid/model.ts';
import { LampMark, LAMPS, lampWord } from '../../ui/lamp.tsx';

export type EntryPart = 'month' | 'cumulative' | 'lastYear' | 'yoy' | 'estimate';
export type ProgressLine = GridRow & { readonly row: ProgressRow };

/** percentages and points: two places (domain.md §5) */
const PERCENT = 2;
/** The same places as on paper. */
export const growthPlacesOf = ({ rows, total }: ProgressSheet): number =>
  growthPlaces([...rows, total].map((row) => row.yoy));
const ENTRIES = ['month', 'cumulative', 'lastYear', 'yoy', 'estimate'] as const;
/** How far a figure is: with a shape for the narrow column. */
export const STATE_WORDS = { draft: '草稿', submitted: '已上报', confirmed: '已确认' } as const;
export const STATE_MARKS = { draft: '○', submitted: '◐', confirmed: '●' } as const;
export const entryOf = (code: string): EntryPart | null =>
  ENTRIES.find((one) => one === code) ?? null;

export const lineOf = (row: ProgressRow): ProgressLine => ({ id: row.unit ?? 0, row });
const of = (row: GridRow): ProgressRow => (row as ProgressLine).row;

/** 1—9月; the first month alone is 1月 */
const untilText = (sheet: ProgressSheet): string =>
  sheet.month.month === 1 ? sheet.month.name : `1—${sheet.month.name}`;

interface Look {
  readonly code: string;
  readonly path: readonly string[];
  readonly note?: string;
  readonly width: number;
  readonly text: (row: ProgressRow) => string;
  readonly tint?: (row: ProgressRow) => string;
  readonly align?: 'left' | 'center' | 'right';
  readonly measure?: string;
  readonly figure?: (row: ProgressRow) => string | null;
}

export function progressColumnsOf(
  sheet: ProgressSheet,
  asked: readonly Disagreement[],
): readonly GridColumn[] {
  return [
    ...knownColumns(sheet),
    ...enteredColumns(sheet, asked),
    ...standingColumns(sheet),
    {
      ...column({
        code: 'state',
        path: ['报'],
        width: 32,
        align: 'center',
        text: (row) => (row.state === null ? '' : STATE_WORDS[row.state]),
      }),
      draw: (row) => stateMark(of(row).state),
    },
    ...(isEntered(sheet) && sheet.indicator.kind === 'flow'
      ? [entryColumn(sheet, asked, ['单位自报', '全年预计'], 'estimate', 82)]
      : []),
  ];
}

const isEntered = ({ indicator }: ProgressSheet): boolean => indicator.counted === null;

/** What stands before the month is entered: unit, target, and the months before. */
function knownColumns({ indicator, month }: ProgressSheet): readonly GridColumn[] {
  const { places, measure } = indicator;
  const before =
    month.month === 1 ? '上月累计' : month.month === 2 ? '1月累计' : `1—${month.month - 1}月累计`;
  return [
    {
      ...column({
        code: 'name',
        path: ['单位'],
        width: 112,
        align: 'left',
        text: (row) => row.name,
      }),
      frozen: true,
    },
    column({
      code: 'target',
      path: [PACE_WORDS[indicator.direction].target],
      width: 72,
      measure,
      text: (row) => shownFigureText(row.target, places),
      tint: () => 'lk',
      figure: (row) => row.target,
    }),
    column({
      code: 'previous',
      path: [before],
      width: 82,
      measure,
      text: (row) => shownFigureText(row.previous, places),
      tint: () => 'lk',
      figure: (row) => row.previous,
    }),
  ];
}

/** What is typed of the month, or counted for it. */
function enteredColumns(
  sheet: ProgressSheet,
  asked: readonly Disagreement[],
): readonly GridColumn[] {
  const done = `${untilText(sheet)}完成`;
  const growth = isShare(sheet.indicator.measure) ? '同比±点' : '同比±%';
  return [
    entryColumn(sheet, asked, [done, `${sheet.month.name}当月`], 'month', 78),
    entryColumn(sheet, asked, [done, `${untilText(sheet)}累计`], 'cumulative', 86),
    entryColumn(sheet, asked, [done, '上年同期'], 'lastYear', 78),
    entryColumn(sheet, asked, [done, growth], 'yoy', 68),
  ];
}

function entryColumn(
  sheet: ProgressSheet,
  asked: readonly Disagreement[],
  path: readonly [string, string],
  part: EntryPart,
  width: number,
): GridColumn {
  const { indicator, month } = sheet;
  const shown = part === 'yoy' ? growthPlacesOf(sheet) : indicator.places;
  const ground = isEntered(sheet) ? (month.closed === null ? 'entry' : 'lk') : 'computed';
  const isDone = part === 'month' || part === 'cumulative';
  const isMarked = (row: ProgressRow): boolean =>
    (row.published !== null && isDone) || (row.reason !== null && part === 'cumulative');
  return {
    ...column({
      code: part,
      path,
      width,
      measure: part === 'yoy' ? '%' : indicator.measure,
      text: (row) => (part === 'yoy' ? orDash(row.yoy, shown) : shownFigureText(row[part], shown)),
      tint: (row) =>
        [
          ground,
          ...(isDone && asked.some((one) => one.unit === row.unit) ? ['asked'] : []),
          ...(part === 'yoy' && isNegative(row.yoy) ? ['neg'] : []),
          ...(isMarked(row) ? ['marked'] : []),
        ].join(' '),
      figure: (row) => row[part],
    }),
    editable: isEntered(sheet),
    editText: (row) => of(row)[part] ?? '',
  };
}

/** How each stands: to its target, to pace, to the others. */
function standingColumns({ indicator }: ProgressSheet): readonly GridColumn[] {
  const { direction } = indicator;
  const standing = direction === 'up' ? '对序时' : '对控制进度';
  return [
    column({
      code: 'completion',
      path: [standing, `${PACE_WORDS[direction].completion}%`],
      width: direction === 'up' ? 70 : 84,
      text: (row) => shownFigureText(row.completion, PERCENT),
      figure: (row) => row.completion,
    }),
    isShare(indicator.measure)
      ? column({
          code: 'points',
          path: [standing, '比目标(点)'],
          width: 80,
          text: (row) => signedFigureText(row.points, PERCENT),
          tint: () => 'lk',
          figure: (row) => row.points,
        })
      : column({
          code: 'pace',
          path: [standing, '序时%'],
          width: 62,
          text: (row) => shownFigureText(row.pace, PERCENT),
          tint: () => 'lk',
        }),
    column({
      code: 'gap',
      path: [standing, direction === 'up' ? '超/欠(点)' : '超控制(点)'],
      width: 80,
      text: (row) => signedFigureText(row.gap, PERCENT),
      tint: (row) => `bold ${isBehindPace(direction, row.gap) ? 'neg' : 'pos'}`,
      figure: (row) => row.gap,
    }),
    {
      ...column({
        code: 'lamp',
        path: [standing, '灯'],
        width: 36,
        align: 'center',
        text: (row) => lampWord(row.lamp, direction),
      }),
      draw: (row) => createElement(LampMark, { lamp: of(row).lamp, direction }),
    },
    column({
      code: 'place',
      path: [standing, '名次'],
      width: 44,
      align: 'center',
      text: (row) => (row.place === null ? '—' : String(row.place)),
      figure: (row) => (row.place === null ? null : String(row.place)),
    }),
  ];
}

const stateMark = (state: ProgressRow['state']): ReturnType<typeof createElement> | null =>
  state === null
    ? null
    : createElement(
        'span',
        { role: 'img', 'aria-label': STATE_WORDS[state], title: STATE_WORDS[state] },
        STATE_MARKS[state],
      );

function column({
  code,
  path,
  width,
  text,
  tint,
  align = 'right',
  measure,
  figure,
}: Look): GridColumn {
  return {
    code,
    path,
    width,
    align,
    frozen: false,
    editable: false,
    ...(measure === undefined ? {} : { measure }),
    ...(tint === undefined ? {} : { tint: (row: GridRow) => tint(of(row)) }),
    text: (row) => text(of(row)),
    editText: (row) => text(of(row)),
    figure: (row) => figure?.(of(row)) ?? null,
  };
}

const isNegative = (value: string | null): boolean => value !== null && compare(value, '0') < 0;

/**
 * Lines by one column: figures by size, words by their order; what is missing comes last either
 * way.
 */
export function sortedProgressRows(
  lines: readonly ProgressLine[],
  columns: readonly GridColumn[],
  [by]: readonly GridSort[],
): readonly ProgressLine[] {
  const column = columns.find((one) => one.code === by?.field);
  if (by === undefined || column === undefined) return lines;
  const turn = by.descending ? -1 : 1;
  const key = (line: ProgressLine): string | null =>
    by.field === 'lamp' ? String(LAMPS.indexOf(line.row.lamp)) : column.figure(line);
  return lines.toSorted((a, b) => {
    const [mine, other] = [key(a), key(b)];
    if (mine !== null && other !== null) return compare(mine, other) * turn;
    if (mine !== null || other !== null) return mine === null ? 1 : -1;
    return column.text(a).localeCompare(column.text(b), 'zh-CN') * turn;
  });
}
