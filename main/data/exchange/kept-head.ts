/**
 * The first page of each package that was sent or received, as the book keeps it; the same schema
 * judges one that arrives.
 */
import { z } from 'zod';
import { VERSION_FORM } from '../../domain/exchange/version.ts';
import type { PackageHead } from '../../domain/exchange/package.ts';
import { keptText, readKept, type KeptKind } from '../kept/document.ts';

const name = z.string().min(1).max(60);
const gid = z.string().min(1).max(200);
const bookWord = z.string().regex(/^[a-z0-9]{4,16}$/);
const words = z.string().max(2000);

export const headShape: z.ZodType<PackageHead> = z.strictObject({
  format: z.int().min(1),
  program: z.string().max(40),
  secrecy: z.literal('非涉密'),
  kind: z.enum(['task', 'report', 'return']),
  circle: bookWord,
  from: z.strictObject({
    book: bookWord,
    key: z.string().min(1).max(200),
    unit: gid.nullable(),
    name,
  }),
  to: z.strictObject({ unit: gid.nullable(), name }),
  year: z.int().min(1990).max(2100),
  month: z.int().min(1).max(12),
  number: z.int().min(1),
  made: z.iso.datetime(),
  counts: z.record(z.string(), z.int().min(0)),
  totals: z.array(
    z.strictObject({
      indicator: name,
      measure: z.string().max(20),
      cumulative: z.string().max(40),
    }),
  ),
  notes: z.array(z.strictObject({ finding: words, explained: words })),
  task: z
    .strictObject({
      due: z.iso.date().nullable(),
      indicators: z.array(gid),
      ledgers: z.array(z.string().max(40)),
      hard: z.array(z.string().max(40)),
      firstMonth: z.int().min(1).max(12),
      note: words.nullable(),
    })
    .nullable(),
  returned: z
    .array(z.strictObject({ unit: gid.nullable(), indicator: gid.nullable(), reason: words }))
    .nullable(),
});
const field = z.strictObject({
  value: z.string().max(40_000).nullable(),
  version: z.string().max(400).regex(VERSION_FORM),
});
/** A line of a package: a row as it travels. */
export const packedLine = z.strictObject({
  gid,
  parent: gid.nullable(),
  removed: z.string().max(400).regex(VERSION_FORM).nullable(),
  fields: z.record(z.string().max(60), field),
});

const KIND: KeptKind<PackageHead> = { version: 1, shape: headShape };
export const headText = (head: PackageHead): string => keptText(KIND, head);
/** @throws Fault kept.damaged, kept.newer */
export const headIn = (text: string): PackageHead => readKept(text, KIND, '收发过的包');
