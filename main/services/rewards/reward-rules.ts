/** Reward rules by year and version. */
import type { RewardVersion } from '../../../preload/contract/rewards.ts';
import { indicatorNamed } from '../../data/targets/indicators.ts';
import { rulesText } from '../../data/rewards/kept-rules.ts';
import { newestRewardBook, nextRewardNumber } from '../../data/rewards/rewards.ts';
import { Fault } from '../../domain/fault.ts';
import { problemsOfRules, type RewardBook } from '../../domain/rewards/rule.ts';
import { command, type Book } from '../book/book.ts';
import { selectionOf } from '../records/query.ts';

export function rulesOfYear(book: Book, year: number): RewardVersion | null {
  return newestRewardBook(book.db, year);
}

/** @throws Fault reward.noRules */
export function rulesInForce(book: Book, year: number): RewardVersion {
  const version = rulesOfYear(book, year);
  if (version === null) throw new Fault('reward.noRules', { year });
  return version;
}

/**
 * Writes the year's next version. @throws Fault reward.wrong with the first thing that does not
 * fit; field.unknown, filter.unreadable
 */
export function saveRules(book: Book, rules: RewardBook): RewardVersion {
  const unknown = rules.rules.flatMap((rule) =>
    rule.beyond !== null && indicatorNamed(book.db, rule.beyond) === null
      ? [`没有指标“${rule.beyond}”，请先在“目标”中建立，或改选其他指标`]
      : [],
  );
  const [problem] = [...problemsOfRules(rules), ...unknown];
  if (problem !== undefined) throw new Fault('reward.wrong', { problem });
  for (const rule of rules.rules)
    selectionOf(
      { ledger: 'project', filters: [...rule.filters], search: '', sort: [], group: [] },
      book.db,
    );
  const number = nextRewardNumber(book.db, rules.year);
  command(book, `保存${rules.year}年奖励办法`, ['reward'], (writing) =>
    writing.insert('reward_book', {
      year: rules.year,
      number,
      name: rules.name,
      content: rulesText(book.db, rules),
    }),
  );
  return rulesInForce(book, rules.year);
}

/**
 * Another year's rules under this year; they must be looked at for their validity before they are
 * saved. @throws Fault reward.noRules
 */
export function copyRules(book: Book, from: number, to: number): RewardBook {
  const { book: rules } = rulesInForce(book, from);
  return { ...rules, year: to, name: rules.name.replace(String(from), String(to)) };
}
