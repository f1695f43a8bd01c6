/** The columns of the month's sheet: target, what was done, and the standing against pace. */
import { createElement } from 'react';
import { compare } from '../../../main/domain/decimal.ts';
import type { Disagreement, ProgressRow, ProgressSheet } from '../../../preload/contract/progress.ts';
import { figureText, orDash, signed } from '../../format/figure.ts';
import type { GridColumn, GridRow } from '../../ui/grid/index.ts';
import { LAMP_WORDS, LampMark } from '../../ui/lamp.tsx';

export type EntryPart = 'month' | 'cumulative' | 'lastYear' | 'yoy';
export type ProgressLine = GridRow & { readonly row: ProgressRow };

/** percentages and points: two places, growth one (domain.md §5) */
const PERCENT = 2;
const GROWTH = 1;
const ENTRIES = ['month', 'cumulative', 'lastYear', 'yoy'] as const;
export const entryOf = (code: string): EntryPart | null => ENTRIES.find((one) => one === code) ?? null;

export const lineOf = (row: ProgressRow): ProgressLine => ({ id: row.unit ?? 0, row });
const of = (row: GridRow): ProgressRow => (row as ProgressLine).row;

/** 1—9月; the first month alone is 1月 */
export const untilText = (sheet: ProgressSheet): string => (sheet.month.month === 1 ? sheet.month.name : `1—${sheet.month.name}`);

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

export function columnsOf(sheet: ProgressSheet, asked: readonly Disagreement[]): readonly GridColumn[] {
  const { indicator, month } = sheet;
  const { places, measure } = indicator;
  const before = month.month === 1 ? '上月累计' : month.month === 2 ? '1月累计' : `1—${month.month - 1}月累计`;
  const done = `${untilText(sheet)}完成`;
  const isEntered = indicator.counted === null;
  const entry = (part: EntryPart, label: string, width: number, shown: number): GridColumn => ({
    ...column({
      code: part, path: [done, label], width, measure: part === 'yoy' ? '%' : measure,
      text: (row) => (part === 'yoy' ? orDash(row.yoy, shown) : figureText(row[part], shown)),
      tint: (row) => `${isEntered ? (month.closed === null ? 'entry' : 'lk') : 'computed'}${(part === 'month' || part === 'cumulative') && asked.some((one) => one.unit === row.unit) ? ' asked' : ''}${part === 'yoy' && isNegative(row.yoy) ? ' neg' : ''}${row.published !== null && part !== 'lastYear' && part !== 'yoy' || (row.reason !== null && part === 'cumulative') ? ' marked' : ''}`,
      figure: (row) => row[part],
    }),
    editable: isEntered,
    editText: (row) => of(row)[part] ?? '',
  });
  const sign = indicator.direction === 'down' ? '，越少越好' : '';
  return [
    { ...column({ code: 'name', path: ['单位'], width: 112, align: 'left', text: (row) => row.name }), frozen: true },
    column({ code: 'target', path: ['年目标'], width: 76, measure, text: (row) => figureText(row.target, places), tint: () => 'lk', figure: (row) => row.target }),
    column({ code: 'previous', path: [before], width: 88, measure, text: (row) => figureText(row.previous, places), tint: () => 'lk', figure: (row) => row.previous }),
    entry('month', `${month.name}当月`, 78, places), entry('cumulative', `${untilText(sheet)}累计`, 88, places), entry('lastYear', '上年同期', 78, places), entry('yoy', '同比±%', 68, GROWTH),
    column({ code: 'completion', path: ['对序时', '完成率%'], width: 74, text: (row) => figureText(row.completion, PERCENT), figure: (row) => row.completion }),
    column({ code: 'pace', path: ['对序时', '序时%'], width: 64, text: (row) => figureText(row.pace, PERCENT), tint: () => 'lk' }),
    column({ code: 'gap', path: ['对序时', `超/欠(点)${sign}`], width: sign === '' ? 84 : 130, text: (row) => signed(row.gap, PERCENT), tint: (row) => `bold ${isNegative(row.gap) ? 'neg' : 'pos'}`, figure: (row) => row.gap }),
    { ...column({ code: 'lamp', path: ['对序时', '灯'], width: 40, align: 'center', text: (row) => LAMP_WORDS[row.lamp] }), draw: (row) => createElement(LampMark, { lamp: of(row).lamp }) },
    column({ code: 'place', path: ['对序时', '名次'], width: 46, align: 'center', text: (row) => (row.place === null ? '—' : String(row.place)) }),
  ];
}

function column({ code, path, width, text, tint, align = 'right', measure, figure }: Look): GridColumn {
  return {
    code, path, width, align, frozen: false, editable: false,
    ...(measure === undefined ? {} : { measure }),
    ...(tint === undefined ? {} : { tint: (row: GridRow) => tint(of(row)) }),
    text: (row) => text(of(row)),
    editText: (row) => text(of(row)),
    figure: (row) => figure?.(of(row)) ?? null,
  };
}

export const isNegative = (value: string | null): boolean => value !== null && compare(value, '0') < 0;
