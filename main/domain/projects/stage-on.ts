/**
 * Where a project stood on a past day, from its dated moves and dates alone: what came later is not
 * known on that day.
 */
import { spanOf, type Day } from '../days/day.ts';
import { STAGE_DATES, STAGES, stepOf, type Stage } from '../ledgers/stage.ts';

export interface DatedStage {
  readonly stage: string;
  readonly date: Day | null;
}
export interface StageFacts {
  /** as the project stands now */
  readonly now: Stage | null;
  /** in their order */
  readonly moves: readonly DatedStage[];
  /** its dates, by their field */
  readonly dates: Readonly<Record<string, unknown>>;
}
/**
 * `on`: it stood there; `before`: all that is dated came later; `undated`: its present stage has no
 * day, so that the day's cannot be told; `last` is the latest stage that is dated up to the day.
 */
export type StageOn =
  | { readonly is: 'on'; readonly stage: Stage | null }
  | { readonly is: 'before'; readonly stage: Stage | null }
  | { readonly is: 'undated'; readonly last: Stage | null };

interface Mark {
  readonly stage: Stage;
  readonly first: Day;
  readonly place: number;
}

/** A day known only as the year or month counts from its beginning. */
export function stageOn({ now, moves, dates }: StageFacts, day: Day): StageOn {
  const marks = marksOf(moves, dates);
  const until = marks.filter((mark) => mark.first <= day);
  const last = until.at(-1)?.stage ?? null;
  if (until.length < marks.length)
    return last === null
      ? { is: 'before', stage: stoodBefore(moves, marks) }
      : { is: 'on', stage: last };
  return last === now ? { is: 'on', stage: now } : { is: 'undated', last };
}

/** By day; on one day in the order of the moves, then of the way. */
function marksOf(moves: readonly DatedStage[], dates: StageFacts['dates']): readonly Mark[] {
  const moved = moves.flatMap(({ stage, date }, place): Mark[] => {
    const known = STAGES.find((one) => one.value === stage)?.value;
    return known === undefined || date === null
      ? []
      : [{ stage: known, first: spanOf(date).first, place }];
  });
  const dated = STAGES.flatMap(({ value }): Mark[] => {
    const date = dates[STAGE_DATES[value] ?? ''];
    return typeof date !== 'string' || date === '' || moved.some((one) => one.stage === value)
      ? []
      : [{ stage: value, first: spanOf(date).first, place: stepOf(value) ?? 0 }];
  });
  return [...moved, ...dated].toSorted((a, b) =>
    a.first === b.first ? a.place - b.place : a.first < b.first ? -1 : 1,
  );
}

/** The stage that was kept, without a day of its own anywhere, before the first dated move. */
function stoodBefore(moves: readonly DatedStage[], marks: readonly Mark[]): Stage | null {
  const first = moves[0];
  return first === undefined ||
    first.date !== null ||
    marks.some((mark) => mark.stage === first.stage)
    ? null
    : (STAGES.find((one) => one.value === first.stage)?.value ?? null);
}
