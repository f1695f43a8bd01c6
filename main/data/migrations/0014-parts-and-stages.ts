/** What a year's settling needs: the part of an item that an event counts under, what an instalment puts right, shares that are fractions; and as of when a list told a stage. */
import type { Migration } from './migration.ts';

export const partsAndStages: Migration = {
  version: 14,
  sql: `
-- part: the label of the item's part that the event counts under; null where the item has only one
ALTER TABLE score_event ADD COLUMN part TEXT;
-- adjustment: why more is due (补差) or something comes back (应扣, a negative amount); null of the award's own instalments
ALTER TABLE reward_instalment ADD COLUMN adjustment TEXT;
-- fraction: 1/3, where the share is no whole hundredth of a percent
ALTER TABLE reward_share ADD COLUMN fraction TEXT;
-- told: as of which day or month a list said so; the day of the move itself is not known by it
ALTER TABLE stage_event ADD COLUMN told TEXT;
`,
};
