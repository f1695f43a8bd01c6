/**
 * What test/county/make.py writes: the events of a county's two years, and what must be true after
 * each.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const accepted = z.array(z.string());
const event = z.object({
  id: z.number(),
  when: z.string(),
  what: z.string(),
  files: z.array(z.string()),
  as_: z.string().optional(),
  monthly: z.boolean().optional(),
  must: z.array(z.object({ what: z.string(), any: z.array(z.string()) })).optional(),
  change: z.object({ unit: z.string(), indicator: z.string() }).optional(),
});
const bulletinRow = z.object({
  target: accepted,
  month: accepted,
  cum: accepted,
  yoy: accepted,
  completion: accepted,
  gap: accepted,
  place: accepted,
});
const project = z.object({
  names: z.array(z.string()),
  stage: z.string(),
  introducer: z.string(),
  responsible_unit: z.string(),
  industry: z.string(),
  currency: z.string(),
  total: z.string(),
  planned: z.string(),
  done: z.string(),
  all: z.string(),
  signed: z.string(),
});
const after = { after: z.number() };
const check = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('units'),
    ...after,
    names: z.array(z.string()),
    kinds: z.record(z.string(), z.string()),
    aliases: z.record(z.string(), z.array(z.string())).optional(),
    merged: z.string().optional(),
    until: z.string().optional(),
  }),
  z.object({
    kind: z.literal('targets'),
    ...after,
    year: z.number(),
    indicators: z.array(
      z.object({
        name: z.string(),
        measure: z.string(),
        county: z.object({ assured: accepted }),
        rows: z.record(
          z.string(),
          z.object({
            base: accepted,
            assured: accepted,
            stretch: accepted,
            plan: accepted.nullable(),
          }),
        ),
      }),
    ),
  }),
  z.object({
    kind: z.literal('bulletin'),
    ...after,
    year: z.number(),
    month: z.number(),
    gone: z.array(z.string()),
    indicators: z.array(
      z.object({
        name: z.string(),
        measure: z.string(),
        kind: z.string(),
        rows: z.record(z.string(), bulletinRow),
        total: bulletinRow.omit({ gap: true, place: true }),
        missing: z.array(z.string()),
      }),
    ),
  }),
  z.object({ kind: z.literal('again'), ...after }),
  z.object({
    kind: z.literal('projects'),
    ...after,
    label: z.string(),
    projects: z.array(project),
    rollup: z.array(z.number()),
  }),
  z.object({
    kind: z.literal('year-bound'),
    ...after,
    year: z.number(),
    values: z.array(project.pick({ names: true, planned: true, done: true })),
  }),
  z.object({
    kind: z.literal('tasks'),
    ...after,
    tasks: z.array(
      z.object({
        title: z.string(),
        due: z.string(),
        lead: z.string(),
        support: z.array(z.string()),
      }),
    ),
  }),
  z.object({
    kind: z.literal('leads'),
    ...after,
    count: z.number(),
    good: z.number(),
    money: z.string(),
  }),
  z.object({
    kind: z.literal('leads-then'),
    ...after,
    year: z.number(),
    month: z.number(),
    count: z.number(),
  }),
  z.object({
    kind: z.literal('problems'),
    ...after,
    count: z.number(),
    closed: z.number(),
    by_unit: z.record(z.string(), z.array(z.number())),
    dates: z.record(z.string(), z.string()).optional(),
  }),
  z.object({
    kind: z.literal('arrivals'),
    ...after,
    half: z.number(),
    year: z.number(),
    count: z.number(),
    sum: z.string(),
    credit: z.record(z.string(), z.string()),
  }),
  z.object({
    kind: z.literal('carried-units'),
    ...after,
    year: z.number(),
    must: z.array(z.string()),
    gone: z.string(),
  }),
  z.object({
    kind: z.literal('indicators'),
    ...after,
    kinds: z.record(
      z.string(),
      z.object({ measure: z.array(z.string()), direction: z.string(), kind: z.string() }),
    ),
  }),
]);
const life = z.object({
  county: z.string(),
  years: z.array(z.number()),
  seed: z.number(),
  timeline: z.array(event),
  checks: z.array(check),
});
export type Life = z.infer<typeof life>;
export type LifeEvent = z.infer<typeof event>;
export type LifeCheck = z.infer<typeof check>;
export type Of<K extends LifeCheck['kind']> = Extract<LifeCheck, { kind: K }>;

export const lifeIn = (folder: string): Life =>
  life.parse(JSON.parse(readFileSync(join(folder, 'life.json'), 'utf8')));
