/**
 * Documents (公文): who issues them and to whom, and what the month's bulletin holds; both are the
 * office's own and kept in the book.
 */
import { z } from 'zod';
import { asks, does } from './call.ts';

const line = z.string().trim().min(1).max(60);
export const documentHeadSchema = z.strictObject({
  /** 发文机关: signs, and stands in the mark; empty: the county's name */
  organ: z.string().trim().max(40).default(''),
  /** 发文机关标志 in red above the document */
  marked: z.boolean().default(false),
  /** 发文字号, as 云政办通报〔2026〕　号 */
  number: z.string().trim().max(40).default(''),
  /** 主送 and 抄送 */
  to: z.array(line).max(40).default([]),
  copies: z.array(line).max(40).default([]),
  /** 加盖印章 */
  sealed: z.boolean().default(false),
});
export type DocumentHead = z.output<typeof documentHeadSchema>;

/** `problems`: tasks and rectification that are late, what is behind, not reported or not solved */
export const BULLETIN_SECTIONS = [
  'indicators',
  'units',
  'projects',
  'problems',
  'demands',
] as const;
export type BulletinSection = (typeof BULLETIN_SECTIONS)[number];

const points = z.string().regex(/^\d{1,3}(?:\.\d{1,2})?$/);
export const bulletinFormSchema = z.strictObject({
  /** ids in the order told; empty: those with a target or a figure, in the catalogue's order */
  indicators: z.array(z.int()).max(60).default([]),
  /** of which the units at both ends are named; empty: as many as two pages hold */
  named: z.array(z.int()).max(60).default([]),
  by: z.enum(['ends', 'lists']).default('ends'),
  /** names at each end */
  names: z.int().min(1).max(5).default(3),
  /** 红榜 and 黑榜: points over and under pace */
  red: points.default('10'),
  black: points.default('20'),
  /** in their order; what is left out is not told */
  sections: z
    .array(z.enum(BULLETIN_SECTIONS))
    .min(1)
    .default([...BULLETIN_SECTIONS]),
  /** 下步要求, one paragraph each; none: the demands that follow from the figures */
  demands: z.array(z.string().trim().min(1).max(400)).max(12).default([]),
});
export type BulletinForm = z.output<typeof bulletinFormSchema>;

export const documentCalls = {
  'documents.head': asks<DocumentHead>()(z.strictObject({})),
  'documents.setHead': does<DocumentHead>()(documentHeadSchema),
  'documents.bulletin': asks<BulletinForm>()(z.strictObject({})),
  'documents.setBulletin': does<BulletinForm>()(bulletinFormSchema),
};
