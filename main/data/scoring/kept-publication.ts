/**
 * Published scores as the book keeps them: words and figures as they were that day, never told
 * anew.
 */
import { z } from 'zod';
import type { ScoreSheet } from '../../../preload/contract/scoring.ts';
import { keptText, readKept, type KeptKind } from '../kept/document.ts';

const line = z.strictObject({
  text: z.string(),
  record: z.strictObject({ ledger: z.string(), id: z.int() }).nullable(),
});
const item = z.strictObject({
  item: z.string(),
  name: z.string(),
  points: z.string().nullable(),
  reason: z.string(),
  lines: z.array(line),
});
const score = z.strictObject({
  key: z.string(),
  name: z.string(),
  items: z.array(item),
  total: z.string(),
  words: z.string(),
  veto: z.string().nullable(),
  place: z.int().nullable(),
  grade: z.string().nullable(),
});
const shape: z.ZodType<ScoreSheet> = z.strictObject({
  scheme: z.int(),
  name: z.string(),
  period: z.string(),
  groups: z.array(z.strictObject({ name: z.string(), scores: z.array(score) })),
  notes: z.array(z.string()),
});
export type KeptScoreSheet = ScoreSheet;
const KIND: KeptKind<ScoreSheet> = { version: 1, shape };

/** @throws Fault kept.damaged, kept.newer */
export const sheetIn = (text: string, what: string): ScoreSheet => readKept(text, KIND, what);
export const sheetText = (sheet: ScoreSheet): string => keptText(KIND, sheet);
