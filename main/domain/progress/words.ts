/**
 * What pace is called, on screens and on paper: a target is to be reached, a ceiling (越少越好) is
 * to be kept; and what the whole county is called.
 */
import { compare, placesOf, type Decimal } from '../exact/decimal.ts';
import type { Direction } from '../targets/indicator.ts';

/** What a reader fills in by hand: never an invented figure. */
export const BLANK_WORD = '（　　）';

/** For a ceiling a positive gap is the bad one: it is never called 超序时, which praises. */
export interface PaceWords {
  readonly target: string;
  readonly completion: string;
  /** completion − pace above and below zero */
  readonly over: string;
  readonly under: string;
  readonly even: string;
  /** the column of that difference */
  readonly gap: string;
  /** whichever of the two is bad */
  readonly behind: string;
}
export const PACE_WORDS: Readonly<Record<Direction, PaceWords>> = {
  up: {
    target: '年目标',
    completion: '完成率',
    over: '超序时进度',
    under: '欠序时进度',
    even: '与序时进度持平',
    gap: '超欠序时',
    behind: '欠序时',
  },
  down: {
    target: '年控制数',
    completion: '占控制数',
    over: '超控制进度',
    under: '低于控制进度',
    even: '与控制进度持平',
    gap: '超控制进度',
    behind: '超控制进度',
  },
};

/** `gap`: completion − pace in points; of a ceiling, being above pace is being behind. */
export const isBehindPace = (direction: Direction, gap: Decimal | null): boolean =>
  gap !== null && compare(gap, '0') * (direction === 'up' ? 1 : -1) < 0;

/** 全县, 全区, 全市: the county as a sentence calls it. */
export const wholeOfCounty = (county: string): string =>
  `全${/[县区市州旗镇乡]$/.exec(county)?.[0] ?? '县'}`;

/**
 * How many places growth is told with: as it was stated, at least one; what is computed goes on for
 * ever and is told with two.
 */
export const growthPlaces = (values: readonly (Decimal | null)[]): number =>
  Math.min(2, Math.max(1, ...values.map((value) => (value === null ? 0 : placesOf(value)))));

/** 9个单位中7个已报，合计不含乙镇、丙镇。 Empty where all have reported, or nobody has. */
export const reportedSentence = (owed: number, missing: readonly string[]): string =>
  missing.length === 0 || missing.length >= owed
    ? ''
    : `${owed}个单位中${owed - missing.length}个已报，合计不含${missing.join('、')}。`;
