/**
 * Projects as they stood on a table's day: stages, dates and money from what is dated up to it, and
 * in words what cannot be told.
 */
import type { Row } from '../../../../preload/contract/records.ts';
import { dayText, spanOf, type Day } from '../../../domain/days/day.ts';
import { STAGE_DATES, STAGES, type Stage } from '../../../domain/ledgers/stage.ts';
import { stageOn } from '../../../domain/projects/stage-on.ts';
import type { ReportContext } from './report.ts';

export interface ProjectsOnDay {
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
  /** for tables that print 本年完成投资 */
  readonly investedNotes: readonly string[];
}

const DATES = Object.values(STAGE_DATES);
const stageNamed = (value: unknown): Stage | null =>
  STAGES.find((one) => one.value === value)?.value ?? null;

/**
 * Today all is as it is. On an earlier day what is dated later did not happen yet; what has no day
 * at all counts as it is now in the list's own year, and is left out before it.
 */
export function projectsOn(rows: readonly Row[], day: Day, context: ReportContext): ProjectsOnDay {
  if (day >= context.today) return { rows, notes: [], investedNotes: [] };
  const dated = context.projects.datedUntil(day);
  const past = dated.year < dated.listYear;
  const count = { later: 0, unknown: 0, undated: 0, invested: 0 };
  const stood = rows.flatMap((row): Row[] => {
    const found = stageOn(
      { now: stageNamed(row['stage']), moves: dated.moves.get(row.id) ?? [], dates: row },
      day,
    );
    const closed = dated.closed.has(row.id);
    if (found.is === 'before' && found.stage === null) {
      count.later += 1;
      return [];
    }
    const kept = stageNamed(dated.closed.get(row.id));
    const undated =
      found.is !== 'undated' ? null : past ? (kept ?? found.last) : stageNamed(row['stage']);
    if (found.is === 'undated' && past && undated === null) {
      count.unknown += 1;
      return [];
    }
    if (found.is === 'undated' && !past) count.undated += 1;
    const months = dated.invested.get(row.id);
    const invested =
      months !== undefined ? months : past && !closed ? null : row['invested_this_year'];
    if (months === undefined && !past && invested !== null && invested !== undefined)
      count.invested += 1;
    const arrived = dated.arrived.get(row.id);
    return [
      {
        ...row,
        ...Object.fromEntries(
          DATES.flatMap((code) => (isLater(row[code], day) ? [[code, null]] : [])),
        ),
        stage: found.is === 'undated' ? undated : found.stage,
        arrived_total: arrived?.amount ?? null,
        recognised_total: arrived?.recognised ?? null,
        invested_this_year: invested ?? null,
        ...(past && !closed ? { planned_this_year: null } : {}),
      },
    ];
  });
  const told = (many: number, words: string): string[] =>
    many === 0 ? [] : [`${many}个项目${words}`];
  return {
    rows: stood,
    notes: [
      ...told(count.later, `在${dayText(day)}以后才签约或开工，不计。`),
      ...told(count.unknown, `没有${dayText(day)}以前的阶段日期，不知当时进展，不计。`),
      ...told(count.undated, '的阶段没有填日期，按打印日的阶段计。'),
    ],
    investedNotes: told(count.invested, '没有逐月填报投资，本年完成投资按打印日的数计。'),
  };
}

const isLater = (value: unknown, day: Day): boolean =>
  typeof value === 'string' && value !== '' && spanOf(value).first > day;
