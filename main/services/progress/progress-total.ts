/**
 * The whole's line in a month's sheet: what its units make together, by their own plans and pasts.
 */
import type { ProgressRow } from '../../../preload/contract/progress.ts';
import { figureOrNull, type IndicatorFigure } from '../../domain/targets/indicator.ts';
import { gapOf } from '../../domain/progress/pace.ts';
import { type FiguresGroup, type Total } from './month-figures.ts';
import { doneAgainst, dueOfTasks, type UnitTasks } from './year-targets.ts';
import {
  growthOnYear,
  measuredAgainst,
  standingFigures,
  typedParts,
  type MeasuredProgress,
} from './progress-rows.ts';
import type { ProgressScene } from './progress-scene.ts';

export function progressTotalRow(
  scene: ProgressScene,
  name: string,
  now: Total,
  before: Total,
  /** of the year before, where that is worked out of parts and added up from nothing */
  ratioThen: IndicatorFigure | null,
  county: number | null,
  added: readonly number[],
  group: FiguresGroup,
): ProgressRow {
  const { indicator, targets, month } = scene;
  const tasks = targets.summed(indicator, scene.by, group);
  const measured = measuredAgainst(
    scene,
    doneAgainst(tasks, scene.now, now.cumulative),
    targets.total(indicator, group),
  );
  const own = group === 'all' ? scene.rows.get(county ?? 0) : undefined;
  const lastYear =
    own?.lastCumulative ??
    totalLastYear(scene, added, group) ??
    ratioThen ??
    (group === 'all' ? (scene.lastYear.get(county ?? 0) ?? null) : null);
  const previous = month === 1 && indicator.kind === 'flow' ? 0n : before.cumulative;
  const alone =
    now.month ??
    own?.monthValue ??
    (indicator.counted !== null && indicator.kind === 'flow' && now.cumulative !== null
      ? now.cumulative - (previous ?? 0n)
      : null);
  return {
    unit: null,
    name: `${name}合计`,
    kind: 'county',
    ...standingFigures(scene, together(scene, measured, tasks)),
    cumulative: figureOrNull(now.cumulative),
    place: null,
    previous: figureOrNull(previous),
    month: figureOrNull(alone),
    lastYear: figureOrNull(lastYear),
    yoy: growthOnYear(indicator, lastYear, now.cumulative, own?.yoy ?? null),
    typed: typedParts(own),
    reason: own?.reason ?? null,
    state: own?.state ?? null,
    published: null,
    estimate: figureOrNull(own?.estimate ?? null),
    origin: null,
  };
}

/** What the units' targets add up to is due as they are: each by its own plan. */
function together(
  { indicator, month, by, stock }: ProgressScene,
  measured: MeasuredProgress,
  tasks: UnitTasks | null,
): MeasuredProgress {
  const { target, completion } = measured;
  if (tasks === null || target === null) return measured;
  const { due, pace } = dueOfTasks(tasks, indicator, { by, month, stock });
  // where nobody has to do anything, all are due what the year is
  const told = due === null ? null : (pace ?? measured.pace);
  return { ...measured, due, pace: told, gap: gapOf(completion, told) };
}

/**
 * Only where it is known of everyone who has a figure now: growth on a part of last year would be
 * invented. A unit that was merged away is part of last year's whole, one that is new had no last
 * year.
 */
function totalLastYear(
  scene: ProgressScene,
  added: readonly number[],
  group: FiguresGroup,
): IndicatorFigure | null {
  if (scene.indicator.rollup !== 'sum' || added.length === 0) return null;
  const repeated = added.map((unit) => scene.rows.get(unit)?.lastCumulative ?? null);
  // 上年同期 as it was reported then says nothing of what was merged since
  const isRestated = repeated.some(
    (one, at) => one !== null && one !== scene.thenOwn.get(added[at] ?? 0),
  );
  const stated = isRestated ? repeated : repeated.map(() => null);
  const known = added.map((unit, at) => stated[at] ?? scene.lastYear.get(unit) ?? null);
  // what every going unit's sender stated is on this year's units already
  const isStated = stated.every((one, at) => one !== null || scene.begun.has(added[at] ?? 0));
  const gone = isStated ? [] : scene.goneSince(group);
  const complete =
    known.every((one, at) => one !== null || scene.begun.has(added[at] ?? 0)) &&
    known.some((one) => one !== null) &&
    gone.every((unit) => scene.absent.has(unit)) &&
    (gone.length === 0 || stated.every((one) => one === null));
  const sum = (list: readonly (IndicatorFigure | null)[]): IndicatorFigure =>
    list.reduce((all: IndicatorFigure, one) => all + (one ?? 0n), 0n);
  return complete ? sum(known) + sum(gone.map((unit) => scene.lastYear.get(unit) ?? null)) : null;
}
