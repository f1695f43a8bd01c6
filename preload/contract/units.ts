/** Units (单位): the tree with its aliases. */
import { z } from 'zod';
import { asks, does } from './call.ts';

export interface Unit {
  readonly id: number;
  readonly name: string;
  readonly kind: 'county' | 'township' | 'department' | 'park' | 'village';
  readonly parent: number | null;
  readonly aliases: readonly string[];
  readonly leader: string | null;
  /** the first and the last year (or month) in which it exists; null: always */
  readonly from: string | null;
  readonly to: string | null;
  /** the unit that took it over when it was merged */
  readonly successor: number | null;
}
export interface ProposedUnit {
  readonly name: string;
  readonly kind: 'township' | 'department' | 'park' | 'village';
  /** 简称, as the list states them */
  readonly aliases: readonly string[];
}

const name = z.string().trim().min(1).max(60);
const day = z.string().trim().min(1).max(20);
const kind = z.enum(['township', 'department', 'park', 'village']);

export const unitCalls = {
  'units.list': asks<readonly Unit[]>()(z.strictObject({})),
  'units.create': does<Unit>()(
    z.strictObject({
      name,
      kind,
      aliases: z.array(name).default([]),
      leader: name.nullable().default(null),
    }),
  ),
  'units.update': does<Unit>()(
    z.strictObject({
      id: z.int(),
      name,
      kind,
      aliases: z.array(name),
      leader: name.nullable(),
      /** as typed: 2021, 2022年1月; left out: as it is */
      from: day.nullable().optional(),
      to: day.nullable().optional(),
      successor: z.int().nullable().optional(),
    }),
  ),
  'units.remove': does<null>()(z.strictObject({ id: z.int() })),
  /** the units that a workbook names, for the first start; nothing is written */
  'units.recognise': asks<{
    readonly sheet: string;
    readonly skipped: readonly string[];
    readonly units: readonly ProposedUnit[];
  }>()(z.strictObject({ file: z.string() })),
};
