/**
 * What the office decides about a printed page beside what a table is made of: words, columns and
 * their order, zeros, type, margins.
 */
import { z } from 'zod';

const line = z.string().trim().min(1).max(60);
const font = z.string().trim().min(1).max(40);
const mm = z.number().min(5).max(60);

export const pageLayoutSchema = z.strictObject({
  /** in place of the table's title; {年} and {月} stand for the period */
  title: z.string().trim().max(80).optional(),
  /** 填报单位 */
  reporter: z.string().trim().max(40).optional(),
  /** posts of the signature line, in their order */
  signatures: z.array(line).max(8).optional(),
  /** printed before the table's own notes */
  notes: z.array(z.string().trim().min(1).max(300)).max(20).optional(),
  /** keys of the columns printed, in their order; what is not named is left out */
  columns: z.array(z.string().max(200)).min(1).max(200).optional(),
  /** by the figures or words of a column, inside each group */
  sort: z.strictObject({ column: z.string().max(200), falling: z.boolean() }).optional(),
  zeros: z.enum(['zero', 'dash', 'blank']).optional(),
  /** records without any figure above 0 */
  empty: z.enum(['kept', 'left']).optional(),
  /** 缩至一页宽、一页: as far as 7 pt; absent: as the table is cut by itself */
  fit: z.enum(['width', 'page']).optional(),
  /** pt of the body, at most */
  size: z.number().min(7).max(16).optional(),
  fonts: z
    .strictObject({ title: font.optional(), heads: font.optional(), body: font.optional() })
    .optional(),
  margins: z.strictObject({ top: mm, right: mm, bottom: mm, left: mm }).optional(),
});
export type PageLayout = z.output<typeof pageLayoutSchema>;
