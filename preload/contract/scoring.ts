/**
 * Scoring (考核): the year's scheme, what is entered under its items, scores with the reason of
 * every point, publication and objections.
 */
import { z } from 'zod';
import { ledgerCode, ownCode } from './ledger-code.ts';
import type { Scheme } from '../../main/domain/scoring/scheme.ts';
import type { ScoreEvent } from '../../main/domain/scoring/event.ts';
import type { PeriodKind } from '../../main/domain/scoring/period.ts';
import type { PostTerm } from '../../main/domain/scoring/post.ts';
import type { Objection, Publication } from '../../main/domain/scoring/publication.ts';
import type { SubjectScore } from '../../main/domain/scoring/score.ts';
import { STATED_CODES } from '../../main/domain/tasks/states.ts';
import { asks, does } from './call.ts';
import type { Saved } from './records.ts';

const decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/);
const name = z.string().trim().min(1).max(60);
const filters = z.array(z.strictObject({ field: z.string(), text: z.string().max(400) })).max(20);
const source = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('indicator'),
    indicator: name,
    against: z.enum(['assured', 'stretch', 'upper', 'base', 'pace']).nullable(),
  }),
  z.strictObject({
    from: z.literal('ledger'),
    ledger: ledgerCode,
    filters,
    sum: z.string().nullable(),
    measure: z.string().min(1).max(20),
    by: z.string(),
    date: z.string().nullable(),
  }),
  z.strictObject({
    from: z.literal('overdue'),
    ledger: z.union([z.enum(STATED_CODES), ownCode]),
    by: z.string(),
  }),
  z.strictObject({ from: z.literal('events') }),
]);
const parts = z
  .array(z.strictObject({ label: name, source, weight: decimal }))
  .min(1)
  .max(20);
const rule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('completion'),
    parts,
    cap: decimal.nullable(),
    floor: decimal.nullable(),
  }),
  z.strictObject({
    kind: z.literal('steps'),
    source,
    steps: z
      .array(z.strictObject({ from: decimal, percent: decimal }))
      .min(1)
      .max(20),
  }),
  z.strictObject({
    kind: z.literal('over'),
    source,
    every: decimal,
    add: decimal,
    under: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('share') }),
      z.strictObject({ by: z.literal('steps'), every: decimal, take: decimal }),
    ]),
  }),
  z.strictObject({
    kind: z.literal('tiered'),
    source,
    tiers: z
      .array(z.strictObject({ from: decimal, points: decimal, only: filters }))
      .min(1)
      .max(20),
  }),
  z.strictObject({
    kind: z.literal('quota'),
    source,
    quotas: z.array(z.strictObject({ rank: name, count: decimal })).max(20),
    others: decimal,
    met: decimal,
    further: decimal,
  }),
  z.strictObject({
    kind: z.literal('average'),
    source,
    bands: z.array(z.strictObject({ to: decimal.nullable(), each: decimal })).max(20),
    under: decimal,
  }),
  z.strictObject({
    kind: z.literal('places'),
    source,
    places: z
      .array(z.strictObject({ to: z.int().min(1), points: decimal }))
      .min(1)
      .max(50),
  }),
  z.strictObject({ kind: z.literal('bonus'), parts }),
  z.strictObject({ kind: z.literal('deduction'), parts }),
  z.strictObject({
    kind: z.literal('manual'),
    panels: z
      .array(z.strictObject({ name, percent: decimal }))
      .min(1)
      .max(10),
  }),
  z.strictObject({ kind: z.literal('veto') }),
]);
const year = z.int().min(1990).max(2100);
const month = z.int().min(1).max(12);
export const schemeSchema: z.ZodType<Scheme, Scheme> = z.strictObject({
  name,
  year,
  document: z.string().max(100).nullable(),
  places: z.int().min(0).max(6),
  sheets: z
    .array(z.strictObject({ name, percent: decimal, most: decimal.nullable() }))
    .min(1)
    .max(10),
  most: decimal.nullable(),
  groups: z
    .array(
      z.strictObject({
        name,
        of: z.enum(['units', 'people']),
        kinds: z.array(z.enum(['county', 'township', 'department', 'park', 'village'])),
        units: z.array(z.string()),
        items: z.array(z.string()).min(1),
      }),
    )
    .min(1)
    .max(20),
  items: z
    .array(
      z.strictObject({
        code: name,
        name,
        sheet: name,
        points: decimal,
        most: decimal.nullable(),
        least: decimal.nullable(),
        rule,
      }),
    )
    .min(1)
    .max(200),
  grades: z
    .array(z.strictObject({ name, from: decimal.nullable(), share: decimal.nullable() }))
    .max(10),
  vetoGrade: name,
});

export interface SchemeVersion {
  readonly id: number;
  readonly number: number;
  readonly at: string;
  readonly who: string;
  readonly scheme: Scheme;
}
export interface SchemeSummary {
  readonly id: number;
  readonly year: number;
  readonly number: number;
  readonly name: string;
  readonly at: string;
  readonly who: string;
  /** how often scores were published by it */
  readonly published: number;
}
export interface ShippedScheme {
  readonly name: string;
  /** the published rule that it follows */
  readonly source: string;
  readonly scheme: Scheme;
}
export interface ScoreSheet {
  readonly scheme: number;
  readonly name: string;
  /** 2012年三季度 */
  readonly period: string;
  readonly groups: readonly { readonly name: string; readonly scores: readonly SubjectScore[] }[];
  /** sentences on the records that it leaves out */
  readonly notes: readonly string[];
}
/** Totals and places of a group month by month; a published month stands as published. */
export interface ScoreCourse {
  readonly months: readonly {
    readonly month: number;
    readonly name: string;
    readonly published: boolean;
  }[];
  readonly groups: readonly {
    readonly name: string;
    readonly series: readonly {
      readonly key: string;
      readonly name: string;
      readonly totals: readonly (string | null)[];
      readonly places: readonly (number | null)[];
    }[];
  }[];
}
/** One unit's or person's items beside the group's: the spokes of a radar. */
export interface ScoreProfile {
  readonly group: string;
  readonly score: SubjectScore;
  /**
   * `full`: the points that the item carries, or its cap; null where it has neither. `average`: of
   * those in the group who have points
   */
  readonly items: readonly {
    readonly item: string;
    readonly name: string;
    readonly full: string | null;
    readonly points: string | null;
    readonly average: string | null;
    readonly best: string | null;
  }[];
}
/** A unit's or person's score under the scheme in force and under the one tried. */
export interface TrialRow {
  readonly key: string;
  readonly group: string;
  readonly name: string;
  readonly before: { readonly total: string; readonly place: number | null } | null;
  readonly after: { readonly total: string; readonly place: number | null };
  readonly difference: string | null;
  readonly items: readonly {
    readonly name: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly reason: string;
  }[];
}
const kind = z
  .enum(['month', 'quarter', 'half', 'year'] satisfies readonly PeriodKind[])
  .default('month');
/**
 * `month`: the period's last, in its place of the assessment year; a quarter ends with 3, 6, 9 or
 * 12
 */
const period = { year, month, kind };
const id = z.int();
const text = z.string().trim().min(1).max(400);
const day = z.string().max(40);
export const scoringCalls = {
  /** the newest version of the year's scheme; null before the first */
  'schemes.get': asks<SchemeVersion | null>()(z.strictObject({ year })),
  /** writes a new version, the older ones stay */
  'schemes.save': does<SchemeVersion>()(z.strictObject({ scheme: schemeSchema })),
  /** all years, newest first */
  'schemes.versions': asks<readonly SchemeSummary[]>()(z.strictObject({})),
  'schemes.version': asks<SchemeVersion>()(z.strictObject({ id })),
  /** the newest scheme of one year as another year's, to be looked at and saved */
  'schemes.copy': asks<Scheme>()(z.strictObject({ from: year, to: year })),
  /** built from published rules, to be looked at and saved */
  'schemes.presets': asks<readonly ShippedScheme[]>()(z.strictObject({ year })),
  /** writes a version as a file where the save dialog said */
  'schemes.export': asks<{ readonly file: string }>()(z.strictObject({ id, to: z.string() })),
  /** a scheme out of such a file, to be looked at and saved */
  'schemes.read': asks<Scheme>()(z.strictObject({ file: z.string() })),
  'scores.sheet': asks<ScoreSheet>()(z.strictObject(period)),
  /** one unit or person by its key, beside its group */
  'scores.profile': asks<ScoreProfile>()(z.strictObject({ ...period, key: z.string() })),
  /** from the year's first month to `month` */
  'scores.course': asks<ScoreCourse>()(z.strictObject({ year, month })),
  'scores.trial': asks<readonly TrialRow[]>()(z.strictObject({ ...period, scheme: schemeSchema })),
  'scores.events': asks<readonly ScoreEvent[]>()(z.strictObject({ year })),
  /**
   * an event under an item: how many times, or a panel's points; a veto carries proposer, approval
   * and document
   */
  'scores.addEvent': does<Saved>()(
    z.strictObject({
      year,
      item: z.string(),
      /** of an item with several parts: which one it counts under */
      part: name.nullable().default(null),
      unit: z.string(),
      person: name.nullable().default(null),
      date: day,
      value: decimal,
      panel: name.nullable().default(null),
      reason: text,
      proposer: name.nullable().default(null),
      approval: name.nullable().default(null),
      document: name.nullable().default(null),
    }),
  ),
  /** takes back what was entered by mistake; published scores stay */
  'scores.dropEvent': does<Saved>()(z.strictObject({ id, reason: text })),
  /** `corrects`: an earlier publication of the same period, which stays; the note says why */
  'scores.publish': does<Publication>()(
    z.strictObject({
      ...period,
      note: text.nullable().default(null),
      corrects: id.nullable().default(null),
    }),
  ),
  'scores.publications': asks<readonly Publication[]>()(z.strictObject({ year })),
  /** as it was when published, with the objections to it */
  'scores.published': asks<{
    readonly publication: Publication;
    readonly sheet: ScoreSheet;
    readonly objections: readonly Objection[];
  }>()(z.strictObject({ id })),
  'scores.object': does<Saved>()(
    z.strictObject({
      publication: id,
      subject: name,
      item: z.string().nullable().default(null),
      objection: text,
      date: day,
    }),
  ),
  'scores.decide': does<Saved>()(
    z.strictObject({ objection: id, outcome: text, date: day, by: name }),
  ),
  'posts.list': asks<readonly PostTerm[]>()(z.strictObject({})),
  /** the post goes over to a person; whoever held it until then does so up to the day before */
  'posts.hand': does<Saved>()(z.strictObject({ unit: name, post: name, person: name, since: day })),
};
