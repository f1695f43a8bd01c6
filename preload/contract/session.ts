/** The open book (账套): which county and year, first start, sample data. */
import { z } from 'zod';
import { asks, does } from './call.ts';

export interface Session {
  /** null before the first start is finished */
  readonly county: string | null;
  readonly year: number;
  /** true while the book holds sample data that one click throws away */
  readonly sample: boolean;
  /** changes that the user made in the sample book themselves */
  readonly ownChanges: number;
  /** 经办人, who sits at this PC, first, then who did before; empty until somebody has given a name */
  readonly operators: readonly string[];
  readonly dataFolder: string;
  readonly version: string;
}

const newUnit = z.strictObject({
  name: z.string().trim().min(1).max(60),
  kind: z.enum(['township', 'department', 'park', 'village']),
  aliases: z.array(z.string().trim().min(1).max(60)).default([]),
});
const operator = z
  .string()
  .trim()
  .min(1)
  .max(20)
  .regex(/^\P{Cc}+$/u);
const year = z.int().min(1990).max(2100);

export const sessionCalls = {
  'session.get': asks<Session>()(z.strictObject({})),
  /** first start: names the county, the year and its units */
  'session.begin': does<Session>()(
    z.strictObject({
      county: z.string().trim().min(1).max(40),
      year,
      units: z.array(newUnit).max(2000),
    }),
  ),
  'session.setYear': does<Session>()(z.strictObject({ year })),
  /** whose name the changes from now on carry */
  'session.setOperator': does<Session>()(z.strictObject({ name: operator })),
  /** first start with the shipped sample workbooks instead */
  'session.beginSample': does<Session>()(z.strictObject({})),
  /**
   * throws the sample book away, back to the first start; it becomes a backup before. `own`: the
   * user was told how many changes of their own are in it, and agreed
   */
  'session.dropSample': does<Session>()(z.strictObject({ own: z.boolean().default(false) })),
};
