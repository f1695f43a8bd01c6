/**
 * A year's reward rules (奖励办法) as the book keeps them: the indicators of their tasks and the
 * units of their filters by id.
 */
import { rewardBook as shape } from '../../../preload/contract/rewards.ts';
import { project } from '../../domain/ledgers/project.ts';
import type { RewardBook } from '../../domain/rewards/rule.ts';
import { keptText, readKept, type KeptKind } from '../kept/document.ts';
import { named, referencesInFilters, referenceTo } from '../kept/references.ts';
import type { Reader } from '../open.ts';

const KIND: KeptKind<RewardBook> = { version: 1, shape };

/** @throws Fault kept.damaged, kept.newer */
export const rulesIn = (db: Reader, text: string, what: string): RewardBook =>
  readKept(text, KIND, what, (content) => named(db, content));

export const rulesText = (db: Reader, book: RewardBook): string =>
  keptText(KIND, {
    ...book,
    rules: book.rules.map((rule) => ({
      ...rule,
      filters: referencesInFilters(db, project.fields, rule.filters),
      beyond: rule.beyond === null ? null : referenceTo(db, 'indicator', rule.beyond),
    })),
  });
