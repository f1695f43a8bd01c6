/** What a printed table is made of, as it is chosen. */
import { z } from 'zod';
import { ledgerCode } from './ledger-code.ts';
import { pageLayoutSchema } from './layout.ts';
import { querySchema } from './records.ts';

export const printOptions = z.strictObject({
  year: z.int().optional(),
  month: z.int().min(1).max(12).optional(),
  /** of scores: the kind of period that ends with the month; absent: the month */
  period: z.enum(['month', 'quarter', 'half', 'year']).optional(),
  /** of scores: as they were published; absent: as the figures stand now */
  publication: z.int().optional(),
  unit: z.string().optional(),
  filters: querySchema.shape.filters,
  /** of a list: as the grid has it found, and in its order */
  search: z.string().optional(),
  sort: z
    .array(z.strictObject({ field: z.string(), descending: z.boolean() }))
    .max(4)
    .optional(),
  /** of a table about one record (项目卡片): which */
  record: z.int().optional(),
  columns: z.array(z.string()).optional(),
  group: z.string().nullable().optional(),
  /** of a list: the levels of groups inside `group`, the outer first */
  within: z.array(z.string()).max(2).optional(),
  /** of a table for any ledger: which; absent: projects */
  ledger: ledgerCode.optional(),
  /** what a roll-up's records are told apart by: fields that group */
  dimensions: z.array(z.string()).min(1).max(2).optional(),
  /** of a roll-up of any ledger: the field whose values run across */
  across: z.string().optional(),
  /** the measure of money: 元, 万元, 亿元; each table has its own default */
  measure: z.enum(['元', '万元', '亿元']).optional(),
  /** of a year's table: indicator ids in the order printed; absent: all that have targets */
  indicators: z.array(z.int()).optional(),
  /** the kind of units ranked among each other */
  units: z.enum(['all', 'township', 'department', 'park', 'village']).optional(),
  /** a version of the year's targets; absent: the newest */
  version: z.int().optional(),
  /** what completion is measured against; absent: the one that scores */
  denominator: z.enum(['assured', 'stretch', 'upper']).optional(),
  /**
   * parts are printed so that they make the printed totals (舍位平衡); false: each figure at its
   * nearest
   */
  balance: z.boolean().optional(),
  /** of a list: 本页小计、累计 and 承前页 on every page */
  pageSums: z.boolean().optional(),
  /** with its charts, where it has any */
  chart: z.boolean().optional(),
  paper: z.enum(['A4', 'A3']).optional(),
  landscape: z.boolean().optional(),
  /** a page set-up of the table by its name; what is chosen beside it goes before */
  setup: z.string().optional(),
  /** what the office decides about the page, in place of the set-up's */
  layout: pageLayoutSchema.optional(),
});
