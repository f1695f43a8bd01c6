/**
 * The views that are drawn of all projects: board, Gantt chart, funnel, sums by unit or industry,
 * arrivals by month.
 */
import { z } from 'zod';
import type { MilestoneKind, MilestoneLamp } from '../../main/domain/projects/milestones.ts';
import type { Stage } from '../../main/domain/ledgers/stage.ts';
import { SUM_FIELDS } from '../../main/domain/projects/project-sums.ts';
import { asks, choiceCodes } from './call.ts';
import type { ProjectName } from './project-life.ts';
import { querySchema } from './records.ts';

export interface ProjectMoney {
  /** 总投资 in 元, of projects in 人民币; null where none says */
  readonly total: string | null;
  /** projects in another currency, which are in no sum */
  readonly others: number;
}

export interface Card extends ProjectName {
  readonly company: string | null;
  readonly unit: string | null;
  readonly location: string | null;
  /** since when it has stood in its stage; null: unknown */
  readonly since: string | null;
  /** the worst lamp of its milestones */
  readonly lamp: MilestoneLamp;
  readonly problems: number;
}

export interface BoardColumn extends ProjectMoney {
  readonly stage: Stage | null;
  readonly label: string;
  readonly count: number;
  /** the first of them, so few that a whole board stays under 200; more by projects.cards */
  readonly cards: readonly Card[];
}

export interface GanttRow {
  readonly id: number;
  readonly name: string;
  readonly stage: string | null;
  readonly unit: string | null;
  /** 签约, 开工, 竣工, 投产 in order; a day as given ("2012", "2012-09"), null: nobody said */
  readonly steps: readonly {
    readonly stage: Stage;
    readonly label: string;
    readonly planned: string | null;
    readonly actual: string | null;
  }[];
  readonly milestones: readonly {
    readonly kind: MilestoneKind;
    readonly name: string;
    readonly deadline: string | null;
    readonly done: string | null;
    readonly lamp: MilestoneLamp;
  }[];
}

export interface Funnel {
  readonly leads: { readonly all: number; readonly valuable: number; readonly promoted: number };
  /** from 洽谈 on: `reached` stand at the step or beyond it, `here` at it */
  readonly steps: readonly (ProjectMoney & {
    readonly stage: Stage;
    readonly label: string;
    readonly reached: number;
    readonly here: number;
  })[];
  readonly stalled: number;
  readonly dropped: number;
}

export interface ProjectSumRow extends ProjectMoney {
  /** null: not filled in */
  readonly key: string | null;
  /** projects; by unit, those that count for it as introducer */
  readonly count: number;
  /** 元 in 人民币; by unit, by shares */
  readonly arrived: string | null;
  readonly recognised: string | null;
}

/**
 * What arrived, by those asked for of unit, the project's stage and month (the others null): exact
 * parts by shares, 元 in 人民币.
 */
export interface MonthSum {
  /** null: no unit named, as with stage and month */
  readonly unit: string | null;
  readonly stage: string | null;
  /** "2012-09", "2012" where only the year is known, null where no day is */
  readonly month: string | null;
  readonly entries: number;
  readonly arrived: string;
  readonly recognised: string;
  /** entries in another currency, in no sum */
  readonly others: number;
}

/** which projects: the grid's own filters */
const chosen = {
  filters: querySchema.shape.filters,
  search: querySchema.shape.search,
  credited: querySchema.shape.credited,
};
const paging = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(200) };

export const projectViews = {
  'projects.board': asks<readonly BoardColumn[]>()(z.strictObject(chosen)),
  'projects.cards': asks<readonly Card[]>()(
    z.strictObject({ ...chosen, stage: z.string().nullable(), ...paging }),
  ),
  'projects.gantt': asks<{ readonly rows: readonly GanttRow[]; readonly all: number }>()(
    z.strictObject({ ...chosen, ...paging }),
  ),
  'projects.funnel': asks<Funnel>()(z.strictObject(chosen)),
  /** largest money first, at most 200; children in place of their parents */
  'projects.sums': asks<readonly ProjectSumRow[]>()(
    z.strictObject({ ...chosen, by: z.enum(choiceCodes(SUM_FIELDS)) }),
  ),
  /**
   * in the order of the county's units, the stages' codes and the months; from the kept sums, never
   * from the entries; `year` null: all years
   */
  'projects.monthSums': asks<{ readonly rows: readonly MonthSum[]; readonly all: number }>()(
    z.strictObject({
      year: z.int().min(1990).max(2100).nullable(),
      by: z
        .array(z.enum(['unit', 'stage', 'month']))
        .min(1)
        .max(3),
      ...paging,
    }),
  ),
};
