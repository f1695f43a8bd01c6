/** The whole's line in a month's sheet: what its units make together, by their own plans and pasts. */
import type { ProgressRow } from '../../../preload/contract/progress.ts';
import { divideHalfUp } from '../../domain/exact/decimal.ts';
import {
  figureOrNull,
  indicatorFigureText,
  type IndicatorFigure,
} from '../../domain/targets/indicator.ts';
import { gapOf, dueOf, hundredthsOrNull, hundredthsText } from '../../domain/progress/pace.ts';
import { type FiguresGroup, type Total } from './month-figures.ts';
import { courseOf, denominatorOf, doneAgainst, type UnitTasks } from './year-targets.ts';
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
    ...standingFigures(scene, measured),
    ...together(scene, measured, tasks),
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
  scene: ProgressScene,
  measured: MeasuredProgress,
  tasks: UnitTasks | null,
): Partial<Pick<ProgressRow, 'pace' | 'due' | 'gap'>> {
  const { indicator, month, by, stock } = scene;
  const { target, completion } = measured;
  if (tasks === null || target === null || target <= 0n) return {};
  const due = [...tasks.values()].map((task) => {
    const own = denominatorOf(task, by) ?? (by === 'stretch' ? task.assured : null);
    return own === null ? 0n : dueOf(own, month, courseOf(indicator.kind, task, stock));
  });
  if (due.some((one) => one === null)) return { pace: null, due: null, gap: null };
  const sum = due.reduce((all: IndicatorFigure, one) => all + (one ?? 0n), 0n);
  const pace = divideHalfUp(sum * 10_000n, target);
  return {
    due: indicatorFigureText(sum),
    pace: hundredthsText(pace),
    gap: hundredthsOrNull(gapOf(completion, pace)),
  };
}

/** Only where it is known of everyone who has a figure now: growth on a part of last year would be invented. A unit that was merged away is part of last year's whole, one that is new had no last year. */
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
