/**
 * Indicators (指标) and the year's targets (目标): the catalogue, versions, the decomposition
 * workbench. Decimals travel as text in the indicator's own measure.
 */
import { z } from 'zod';
import type { TargetVersion } from '../../main/domain/targets/target.ts';
import { asks, does } from './call.ts';
import { ledgerCode } from './ledger-code.ts';
import { querySchema, type Saved } from './records.ts';

/** Counted from a ledger instead of typed: which records, what of them, whose and when. */
export const countedSchema = z.strictObject({
  ledger: ledgerCode,
  filters: querySchema.shape.filters,
  /** the field summed; null counts records */
  sum: z.string().nullable(),
  /**
   * the unit field that says whose the record is; "credit" shares projects (and their arrivals) as
   * their credits say
   */
  unit: z.string(),
  /**
   * the day field that places a record in its month; null: the record counts in every month as it
   * stands
   */
  date: z.string().nullable(),
});
export type CountedIndicator = z.output<typeof countedSchema>;

const indicator = z.strictObject({
  name: z.string().trim().min(1).max(60),
  /** other names by which workbooks call it, as people write lists: 固投、固定资产投资额 */
  aliases: z.string().trim().max(200).optional(),
  category: z.string().trim().max(40).nullable(),
  measure: z.string().trim().min(1).max(20),
  /** places shown and printed */
  places: z.int().min(0).max(6),
  direction: z.enum(['up', 'down']),
  kind: z.enum(['flow', 'stock', 'ratio']),
  /** over units: added; by numerator and denominator; not at all (不汇总) */
  rollup: z.enum(['sum', 'ratio', 'none']),
  numerator: z.int().nullable(),
  denominator: z.int().nullable(),
  /** numerator ÷ denominator × factor: "100" for a percentage */
  factor: z.string(),
  /** 其中: the indicator that this one is a part of */
  parent: z.int().nullable(),
  counted: countedSchema.nullable(),
  retired: z.boolean(),
  remark: z.string().max(400).nullable(),
});
export type IndicatorInput = z.input<typeof indicator>;
export type Indicator = z.output<typeof indicator> & {
  readonly id: number;
  readonly place: number;
};

export type TargetPart = 'base' | 'assured' | 'stretch' | 'upper';
export interface TargetCell {
  readonly base: string | null;
  readonly assured: string | null;
  readonly stretch: string | null;
  readonly upper: string | null;
  /** percent, two places; null prints — */
  readonly assuredGrowth: string | null;
  readonly stretchGrowth: string | null;
  /** what was given: a figure, or growth on the base */
  readonly given: {
    readonly assured: 'value' | 'growth' | null;
    readonly stretch: 'value' | 'growth' | null;
  };
  /** percent of the units' sum of assured */
  readonly share: string | null;
  /** cumulative figures for each month of the year, null: evenly */
  readonly plan: readonly string[] | null;
  /** the plan as it was given: four quarters or twelve months */
  readonly planParts: readonly string[] | null;
  readonly leader: string | null;
  readonly owner: string | null;
  readonly rival: string | null;
  readonly remark: string | null;
  readonly origin: {
    readonly file: string;
    readonly sheet: string;
    readonly cells: Readonly<Record<string, string>>;
  } | null;
}
export interface TargetSheet {
  readonly version: TargetVersion | null;
  readonly indicators: readonly Indicator[];
  /** the county's own row (the task), by indicator id */
  readonly county: Readonly<Record<number, TargetCell>>;
  readonly rows: readonly {
    readonly unit: number;
    readonly name: string;
    readonly kind: string;
    readonly cells: Readonly<Record<number, TargetCell>>;
  }[];
  /**
   * per indicator: Σ of the units, coverage (加压系数, percent to one place), what is missing
   * (negative) or over; null where it is not added up
   */
  readonly sums: Readonly<
    Record<
      number,
      {
        readonly base: string | null;
        readonly assured: TargetCoverage;
        readonly stretch: TargetCoverage;
        readonly missing: number;
      }
    >
  >;
  readonly issues: readonly TargetIssue[];
}
export interface TargetCoverage {
  readonly sum: string | null;
  readonly coverage: string | null;
  readonly difference: string | null;
}
export interface TargetIssue {
  readonly indicator: number;
  readonly unit: number | null;
  readonly part: TargetPart | null;
  readonly code: 'coverage' | 'stretch' | 'growth' | 'ofWhich' | 'plan' | 'unassigned';
  readonly message: string;
}

/** 照上年建目标: what was written, and the indicators that had no figure at the end of last year. */
export interface FromLastYear extends Saved {
  readonly missing: readonly string[];
}
/** Plans of all units: what was written, and the units that could not be planned so. */
export interface PlannedUnits extends Saved {
  readonly left: readonly string[];
}

const percent = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/);
const year = z.int().min(1990).max(2100);
const id = z.int();
const part = z.enum(['base', 'assured', 'stretch', 'upper']);
const text = z.string().max(400);

export const targetCalls = {
  'indicators.list': asks<readonly Indicator[]>()(z.strictObject({})),
  'indicators.save': does<Indicator>()(z.strictObject({ id: id.nullable(), indicator })),
  'indicators.remove': does<null>()(z.strictObject({ id })),
  'indicators.order': does<null>()(z.strictObject({ ids: z.array(id).min(1) })),
  /**
   * shipped sets: 招商引资, 经济运行, 工业园区, 生态园区, 安全生产, 农村电商, 就业创业, 文明创建,
   * 市场监管; makes the shipped own ledgers that its indicators are counted from
   */
  'indicators.sets': asks<
    readonly {
      readonly name: string;
      readonly about: string;
      readonly indicators: readonly {
        readonly name: string;
        readonly measure: string;
        readonly present: boolean;
      }[];
    }[]
  >()(z.strictObject({})),
  'indicators.addSet': does<readonly number[]>()(
    z.strictObject({ set: z.string(), names: z.array(z.string()).min(1) }),
  ),
  /**
   * what a definition would count up to a month, by unit; `query` opens the records counted;
   * `undated` ones fit but for a day that places them in no month; `leftOut` tells of amounts
   * without a rate
   */
  'indicators.trial': asks<{
    readonly total: string;
    readonly records: number;
    readonly undated: number;
    readonly byUnit: readonly {
      readonly unit: string;
      readonly value: string;
      readonly records: number;
    }[];
    readonly query: z.input<typeof querySchema>;
    readonly leftOut: string;
  }>()(
    z.strictObject({
      counted: countedSchema,
      measure: z.string(),
      kind: z.enum(['flow', 'stock', 'ratio']).default('flow'),
      year,
      month: z.int().min(1).max(12),
      unit: id.nullable().default(null),
    }),
  ),

  /** the years that have targets or figures, newest first */
  'targets.years': asks<readonly number[]>()(z.strictObject({})),
  'targets.versions': asks<readonly TargetVersion[]>()(z.strictObject({ year })),
  /** opens an adjustment: a draft that copies the version in force (or the year's first, empty) */
  'targets.adjust': does<TargetVersion>()(z.strictObject({ year })),
  'targets.issue': does<TargetVersion>()(
    z.strictObject({
      version: id,
      date: z.string(),
      document: text.nullable(),
      reason: text.nullable(),
    }),
  ),
  'targets.dropDraft': does<null>()(z.strictObject({ version: id })),
  /** version null: the newest, draft or not */
  'targets.sheet': asks<TargetSheet>()(
    z.strictObject({
      year,
      version: id.nullable().default(null),
      indicators: z.array(id).default([]),
    }),
  ),
  /**
   * as typed: "30", "增长55%", "3000万" (converted to the indicator's measure); null empties. unit
   * null: the county's row. An issued version is refused: adjust first (the year's first is made by
   * itself).
   */
  'targets.edit': does<Saved>()(
    z.strictObject({
      year,
      edits: z
        .array(
          z.strictObject({
            indicator: id,
            unit: id.nullable(),
            part: z.enum([
              'base',
              'assured',
              'stretch',
              'upper',
              'leader',
              'owner',
              'rival',
              'remark',
            ]),
            text: text.nullable(),
          }),
        )
        .min(1)
        .max(20000),
    }),
  ),
  /**
   * cumulative plan: evenly (null), four quarters or twelve months of increments in the measure;
   * they must add up to the assured figure
   */
  'targets.plan': does<Saved>()(
    z.strictObject({
      year,
      indicator: id,
      unit: id.nullable(),
      plan: z
        .array(z.string())
        .refine((list) => list.length === 4 || list.length === 12)
        .nullable(),
    }),
  ),
  /**
   * last year's end as this year's base; growth in percent makes the assured figures of what is to
   * rise
   */
  'targets.fromLastYear': does<FromLastYear>()(
    z.strictObject({ year, growth: percent.nullable() }),
  ),
  /**
   * the plan of every unit that has an assured figure: evenly, by percents of quarters or months,
   * or as its last year went
   */
  'targets.planUnits': does<PlannedUnits>()(
    z.strictObject({
      year,
      indicator: id,
      rule: z.union([
        z.literal('even'),
        z.literal('last-year'),
        z.strictObject({
          percents: z.array(percent).refine((list) => list.length === 4 || list.length === 12),
        }),
      ]),
    }),
  ),
  /**
   * spreads the county's figure over units: by last year's share, evenly, or by another indicator's
   * assured; rounded so that the sum is exact
   */
  'targets.spread': does<Saved>()(
    z.strictObject({
      year,
      indicator: id,
      part,
      units: z.array(id).min(1),
      rule: z.union([z.literal('base'), z.literal('even'), z.strictObject({ indicator: id })]),
      total: z.string().nullable().default(null),
    }),
  ),
  'targets.compare': asks<
    readonly {
      readonly indicator: number;
      readonly unit: number | null;
      readonly part: TargetPart;
      readonly before: string | null;
      readonly after: string | null;
    }[]
  >()(z.strictObject({ from: id, to: id })),
};
