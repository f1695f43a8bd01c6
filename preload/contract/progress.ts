/**
 * Monthly figures (完成数) against pace: the entry sheet, months and closes, the war map, rivals
 * and checks. Months are 1…12 in the assessment year.
 */
import { z } from 'zod';
import type { Lamp, LampRule } from '../../main/domain/progress/lamp.ts';
import type { FindingKind } from '../../main/domain/progress/finding.ts';
import { asks, does } from './call.ts';
import type { querySchema } from './records.ts';
import { type Saved } from './records.ts';
import type { Indicator } from './targets.ts';

export type Denominator = 'assured' | 'stretch' | 'upper';

/**
 * How "behind" is measured (domain.md §5): by points behind pace, or by completion ÷ pace in
 * percent.
 */
export const lampRuleSchema: z.ZodType<LampRule> = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('difference'), yellow: z.string(), red: z.string() }),
  z.strictObject({ by: z.literal('ratio'), green: z.string(), yellow: z.string() }),
]);
export const progressRulesSchema = z.strictObject({
  lamp: lampRuleSchema,
  /** the denominator that scores */
  denominator: z.enum(['assured', 'stretch', 'upper']),
  /** the calendar month in which the assessment year begins; 12 = December of the year before */
  firstMonth: z.int().min(1).max(12),
  /** a level (期末数) is measured at the year's end, or on the path from last year's */
  stockPace: z.enum(['end', 'path']).default('end'),
});
export type ProgressRules = z.output<typeof progressRulesSchema>;

export interface MonthState {
  readonly month: number;
  /** as people call it: "9月" */
  readonly name: string;
  readonly closed: { readonly at: string; readonly who: string } | null;
  /** figures present of those expected (units × indicators with a target) */
  readonly filled: number;
  readonly expected: number;
  readonly corrections: number;
}
export interface ProgressRow {
  /** null: the county's total */
  readonly unit: number | null;
  readonly name: string;
  readonly kind: string;
  readonly target: string | null;
  /** cumulative up to the month before */
  readonly previous: string | null;
  readonly month: string | null;
  readonly cumulative: string | null;
  readonly lastYear: string | null;
  /** percent; what was stated where last year's figure is unknown; null prints — */
  readonly yoy: string | null;
  readonly completion: string | null;
  readonly pace: string | null;
  /** what of the target should be done by now, in the measure */
  readonly due: string | null;
  /** of a share: what it is above its target, in points of its own, two places */
  readonly points: string | null;
  /** over/under pace in points, two places */
  readonly gap: string | null;
  readonly lamp: Lamp;
  /** shared places (1, 2, 2, 4) within the rows shown; null: not ranked */
  readonly place: number | null;
  /** typed figures, and figures the program worked out */
  readonly typed: readonly ('month' | 'cumulative' | 'lastYear' | 'yoy')[];
  readonly reason: string | null;
  readonly state: 'draft' | 'submitted' | 'confirmed' | null;
  /** as published where the month is closed and it was corrected since */
  readonly published: { readonly month: string | null; readonly cumulative: string | null } | null;
  readonly estimate: string | null;
  readonly origin: {
    readonly file: string;
    readonly sheet: string;
    readonly cells: Readonly<Record<string, string>>;
  } | null;
}
export interface ProgressSheet {
  readonly indicator: Indicator;
  readonly month: MonthState;
  readonly rows: readonly ProgressRow[];
  readonly total: ProgressRow;
  /**
   * counts over ranked rows: finished, passed half (the finished among them), nothing yet, behind
   * pace
   */
  readonly counts: {
    readonly ranked: number;
    readonly finished: number;
    readonly half: number;
    readonly nothing: number;
    readonly behind: number;
  };
  readonly words: string;
  readonly missing: readonly string[];
  /** whose past counts under another unit: 柳河镇的上年数含并入的双塘乡。 */
  readonly merged: readonly string[];
}
/**
 * A figure that does not fit the one before: shown as a question, not stored until it is answered.
 */
export interface Disagreement {
  readonly unit: number;
  readonly indicator: number;
  readonly previous: string;
  readonly month: string;
  readonly cumulative: string;
  /** previous + month */
  readonly sum: string;
  readonly difference: string;
  readonly message: string;
}
export interface MapCell {
  readonly lamp: Lamp;
  readonly completion: string | null;
  readonly gap: string | null;
  /** what is missing to the pace, in the measure */
  readonly short: string | null;
}
export interface Overview {
  readonly month: MonthState;
  readonly pace: string;
  readonly indicators: readonly Indicator[];
  readonly lamps: Readonly<Record<Lamp, number>>;
  /** worst first */
  readonly rows: readonly {
    readonly unit: number;
    readonly name: string;
    readonly kind: string;
    readonly cells: Readonly<Record<number, MapCell>>;
    readonly red: number;
    readonly yellow: number;
  }[];
  readonly total: Readonly<
    Record<number, MapCell & { readonly cumulative: string | null; readonly target: string | null }>
  >;
  /** lamps that changed since the month before */
  readonly changed: readonly {
    readonly unit: number;
    readonly name: string;
    readonly indicator: number;
    readonly before: Lamp;
    readonly after: Lamp;
    readonly beforeGap: string | null;
    readonly afterGap: string | null;
  }[];
}
/** What a unit has reported of a month, over all indicators that somebody has to type. */
export interface UnitReturn {
  readonly unit: number;
  readonly name: string;
  readonly kind: string;
  readonly expected: number;
  readonly filled: number;
  /** names of the indicators that are missing */
  readonly missing: readonly string[];
  /** the least far of its figures; null where there is none */
  readonly state: 'draft' | 'submitted' | 'confirmed' | null;
}
export interface Returns {
  readonly units: readonly UnitReturn[];
  /** the sentence that asks the rest (催报), or nothing */
  readonly words: string;
}
export interface Finding {
  readonly code: FindingKind;
  readonly year: number;
  readonly month: number | null;
  readonly unit: string | null;
  readonly indicator: string;
  /** for opening it; a unit null is the county's own row */
  readonly ids: { readonly unit: number | null; readonly indicator: number };
  readonly message: string;
  /** where it comes from: "9月表 D9", or the screen */
  readonly where: string;
}
export interface Forecast {
  readonly unit: number | null;
  readonly name: string;
  readonly linear: string | null;
  /** by last year's months: cumulative now ÷ the share that last year had by now */
  readonly seasonal: string | null;
  readonly own: string | null;
  readonly target: string | null;
}
export interface RivalRow {
  readonly rival: string | null;
  readonly cumulative: string | null;
  readonly growth: string | null;
  /**
   * own − rival, own ÷ rival in percent, yearly growth needed to draw level in n years (percent)
   */
  readonly gap: string | null;
  readonly share: string | null;
  readonly needed: string | null;
}

const year = z.int().min(1990).max(2100);
const month = z.int().min(1).max(12);
const id = z.int();
const group = z.enum(['all', 'township', 'department', 'park', 'village']);
const denominator = z.enum(['assured', 'stretch', 'upper']).nullable().default(null);
const text = z.string().max(400);

export const progressCalls = {
  'progress.rules': asks<ProgressRules>()(z.strictObject({})),
  'progress.setRules': does<ProgressRules>()(progressRulesSchema),
  'progress.months': asks<readonly MonthState[]>()(z.strictObject({ year })),
  'progress.sheet': asks<ProgressSheet>()(
    z.strictObject({ year, month, indicator: id, denominator, group: group.default('all') }),
  ),
  /** as typed; with a disagreement nothing of that unit is stored unless `keep` gives the reason */
  'progress.edit': does<Saved & { readonly disagreements: readonly Disagreement[] }>()(
    z.strictObject({
      year,
      month,
      edits: z
        .array(
          z.strictObject({
            indicator: id,
            unit: id,
            part: z.enum(['month', 'cumulative', 'lastYear', 'yoy', 'estimate']),
            text: text.nullable(),
            keep: text.nullable().default(null),
          }),
        )
        .min(1)
        .max(20000),
    }),
  ),
  'progress.state': does<Saved>()(
    z.strictObject({
      year,
      month,
      units: z.array(id).min(1),
      state: z.enum(['draft', 'submitted', 'confirmed']),
    }),
  ),
  'progress.returns': asks<Returns>()(z.strictObject({ year, month })),
  /** what a close would freeze, and what is still missing or at odds */
  'progress.checks': asks<
    readonly {
      readonly level: 'ok' | 'warning';
      readonly message: string;
      readonly indicator: number | null;
    }[]
  >()(z.strictObject({ year, month })),
  'progress.close': does<MonthState>()(z.strictObject({ year, month, note: text.nullable() })),
  /** takes a close back, with the reason; what was published then goes */
  'progress.reopen': does<MonthState>()(
    z.strictObject({ year, month, reason: z.string().trim().min(1).max(400) }),
  ),
  /** changes a closed month on purpose; the published figure stays beside it */
  'progress.correct': does<Saved>()(
    z.strictObject({
      year,
      month,
      indicator: id,
      unit: id,
      part: z.enum(['month', 'cumulative', 'lastYear']),
      text: text.nullable(),
      reason: z.string().trim().min(1).max(400),
      document: text.nullable(),
    }),
  ),
  'progress.corrections': asks<
    readonly {
      readonly month: number;
      readonly indicator: string;
      readonly unit: string;
      readonly part: string;
      readonly before: string | null;
      readonly after: string | null;
      readonly reason: string;
      readonly document: string | null;
      readonly at: string;
      readonly who: string;
    }[]
  >()(z.strictObject({ year })),
  /** the records behind a counted figure; null where the figure was typed */
  'progress.records': asks<z.input<typeof querySchema> | null>()(
    z.strictObject({ year, month, indicator: id, unit: id.nullable() }),
  ),
  'progress.curve': asks<{
    readonly cumulative: readonly (string | null)[];
    readonly lastYear: readonly (string | null)[];
    readonly plan: readonly (string | null)[];
    readonly assured: string | null;
    readonly stretch: string | null;
  }>()(z.strictObject({ year, indicator: id, unit: id.nullable() })),
  'progress.forecast': asks<readonly Forecast[]>()(z.strictObject({ year, month, indicator: id })),
  'progress.findings': asks<readonly Finding[]>()(z.strictObject({ year: year.nullable() })),
  /** the county's lamp by indicator */
  'progress.lamps': asks<Readonly<Record<number, Lamp>>>()(
    z.strictObject({ year, month, denominator, group: group.default('all') }),
  ),
  'overview.get': asks<Overview>()(
    z.strictObject({ year, month, denominator, group: group.default('all') }),
  ),
  'rivals.sheet': asks<{
    readonly indicator: Indicator;
    readonly own: { readonly cumulative: string | null; readonly growth: string | null };
    readonly rows: readonly RivalRow[];
  }>()(z.strictObject({ year, month, indicator: id, years: z.int().min(1).max(20).default(1) })),
  'rivals.save': does<Saved>()(
    z.strictObject({
      year,
      month,
      indicator: id,
      rivals: z
        .array(
          z.strictObject({
            name: z.string().trim().min(1).max(40),
            cumulative: text.nullable(),
            growth: text.nullable(),
          }),
        )
        .max(40),
    }),
  ),
};
