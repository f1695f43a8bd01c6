/** How doubts of a change are told: each by itself, or one for all of a column. */
import type { Issue } from '../../../preload/contract/imports.ts';
import type { Field } from '../../domain/ledgers/field.ts';
import { columnNumber } from '../../domain/read/sheet-address.ts';
import type { ListTime } from '../../services/imports/list-times.ts';
import { shownWireValue } from '../cells/wording.ts';
import { placedIssue } from '../sheet/issue.ts';

export interface ChangeDoubt {
  readonly row: number;
  readonly column: string;
  /** null of a column of no field */
  readonly field: Field | null;
  readonly label: string;
  readonly was: string;
  readonly now: string | null;
  /** what else of the row waits for the answer */
  readonly beside?: readonly string[];
}

/** So many questions of one column are one. */
const MANY = 4;

type Doubts = readonly [ChangeDoubt, ...ChangeDoubt[]];

/** Each doubt by itself, or one for all of a column. */
function grouped(
  doubts: readonly ChangeDoubt[],
  one: (doubt: ChangeDoubt) => Issue,
  many: (doubts: Doubts) => Issue,
): readonly Issue[] {
  return [...Map.groupBy(doubts, ({ column }) => column).values()].flatMap((list) => {
    const [first, ...rest] = list;
    return first === undefined ? [] : list.length < MANY ? list.map(one) : [many([first, ...rest])];
  });
}

const shown = ({ field }: ChangeDoubt, value: string | null): string => {
  if (field === null) return value ?? '空';
  const label =
    field.kind === 'choice' ? field.choices.find((one) => one.value === value)?.label : undefined;
  return label ?? shownWireValue(field, null, value ?? '');
};

/** 同行的形象进度、存在问题也先不改。 */
const besideText = (doubts: readonly ChangeDoubt[]): string => {
  const labels = [...new Set(doubts.flatMap(({ beside = [] }) => beside))];
  return labels.length === 0 ? '' : `同行的${labels.join('、')}也先不改。`;
};

const backIssue = (doubt: ChangeDoubt): Issue =>
  placedIssue(
    doubt.row - 1,
    columnNumber(doubt.column),
    'question',
    'value.backwards',
    `${doubt.label}台账里是${shown(doubt, doubt.was)}，这里是${shown(doubt, doubt.now)}，倒退了。${besideText([doubt])}是更正就确认；是旧表就跳过这一行，或改正。`,
  );

const manyBack = (doubts: Doubts): Issue =>
  placedIssue(
    -1,
    columnNumber(doubts[0].column),
    'question',
    'value.backwards',
    `这一列有${doubts.length}格的${doubts[0].label}比台账里的倒退了（如第${doubts[0].row}行：台账${shown(doubts[0], doubts[0].was)}，这里${shown(doubts[0], doubts[0].now)}）。${besideText(doubts)}是不是旧表？是更正就确认，是旧表就不要导入。`,
  );

const emptiedIssue = (doubt: ChangeDoubt): Issue =>
  placedIssue(
    doubt.row - 1,
    columnNumber(doubt.column),
    'question',
    'value.emptied',
    `台账里${doubt.label}是${shown(doubt, doubt.was)}，这里空着，先不改。还是原来的就确认；要去掉，请在这一格填“清空”。`,
  );

const manyEmptied = (doubts: Doubts): Issue =>
  placedIssue(
    -1,
    columnNumber(doubts[0].column),
    'question',
    'value.emptied',
    `这一列有${doubts.length}格空着，台账里有${doubts[0].label}（如第${doubts[0].row}行是${shown(doubts[0], doubts[0].was)}），先不改。都还是原来的就确认；要去掉的，请在那一格填“清空”。`,
  );

const jumpIssue = (doubt: ChangeDoubt): Issue =>
  placedIssue(
    doubt.row - 1,
    columnNumber(doubt.column),
    'question',
    'value.jumped',
    `${doubt.label}台账里是${shown(doubt, doubt.was)}，这里是${shown(doubt, doubt.now)}，差得太多，先不改。没写错就确认，写错了请改正。`,
  );

const manyJumped = (doubts: Doubts): Issue =>
  placedIssue(
    -1,
    columnNumber(doubts[0].column),
    'question',
    'value.jumped',
    `这一列有${doubts.length}格的${doubts[0].label}与台账里的差得太多，先不改（如第${doubts[0].row}行：台账${shown(doubts[0], doubts[0].was)}，这里${shown(doubts[0], doubts[0].now)}）。是不是单位写错了？没写错就确认。`,
  );

export const backIssues = (doubts: readonly ChangeDoubt[]): readonly Issue[] =>
  grouped(doubts, backIssue, manyBack);
export const emptiedRecordIssues = (doubts: readonly ChangeDoubt[]): readonly Issue[] =>
  grouped(doubts, emptiedIssue, manyEmptied);
export const jumpIssues = (doubts: readonly ChangeDoubt[]): readonly Issue[] =>
  grouped(doubts, jumpIssue, manyJumped);

const timeText = ({ year, month }: ListTime): string =>
  `${year}年${month === null ? '' : `${month}月`}`;

/** One for all that an older list would change. `at`: the column that names its records. */
export function olderIssues(
  doubts: readonly ChangeDoubt[],
  at: string | null,
  own: ListTime | null,
  newer: ListTime | null,
): readonly Issue[] {
  const [first] = doubts;
  if (first === undefined || own === null || newer === null) return [];
  return [
    placedIssue(
      -1,
      at === null ? null : columnNumber(at),
      'question',
      'table.older',
      `这份表是${timeText(own)}的，台账里已有${timeText(newer)}的。${doubts.length}格不同，先不改（如第${first.row}行：${first.label}台账${shown(first, first.was)}，这里${shown(first, first.now)}）。以这份为准就确认，不是就不用管。`,
    ),
  ];
}
