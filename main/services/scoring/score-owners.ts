/** Whose a record is: the names in its cell, and whoever holds a post on a day. */
import type { Day } from '../../domain/days/day.ts';
import type { Decimal } from '../../domain/exact/decimal.ts';
import type { PostTerm } from '../../domain/scoring/post.ts';

/** Who holds a unit's post on a day; null where nobody has been named, or it is no post. */
export interface PostHolders {
  isPost(unit: string, post: string): boolean;
  holder(unit: string, post: string, day: Day): string | null;
}
export function postHolders(rows: readonly PostTerm[]): PostHolders {
  const terms = Map.groupBy(rows, (row) => `${row.unit}|${row.post}`);
  return {
    isPost: (unit, post) => terms.has(`${unit}|${post}`),
    holder: (unit, post, day) =>
      terms
        .get(`${unit}|${post}`)
        ?.find((term) => term.since <= day && (term.until === null || day <= term.until))?.person ??
      null,
  };
}

/** Whose a record is: their name with their percent of it, and the post by which it is theirs. */
export interface RecordOwner {
  readonly name: string;
  readonly percent: Decimal;
  readonly post: string | null;
}

export const namesIn = (cell: string): readonly string[] =>
  cell.split(/[、，,;；\s]+/).filter((name) => name !== '');

/** `day` null: whoever holds the post now */
export function recordOwner(
  posts: PostHolders,
  name: string,
  units: readonly string[],
  day: Day | null,
): RecordOwner {
  const unit = units.find((one) => posts.isPost(one, name));
  const holder = unit === undefined ? null : posts.holder(unit, name, day ?? '9999-12-31');
  return unit === undefined
    ? { name, percent: '100', post: null }
    : { name: holder ?? name, percent: '100', post: name };
}
