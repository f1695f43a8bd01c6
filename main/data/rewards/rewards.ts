/** Reward rules, awards, their shares and instalments as rows. */
import type { Currency } from '../../domain/exact/measure.ts';
import { yuanText } from '../../domain/exact/money.ts';
import type { Stage } from '../../domain/ledgers/stage.ts';
import type { RewardBook } from '../../domain/rewards/rule.ts';
import type { Reader } from '../open.ts';
import { askCount, askRow, askRows, askValue, orNull, shape, wordOf, type RowOf } from '../rows.ts';
import { rulesIn } from './kept-rules.ts';

export interface RewardBookRow {
  readonly id: number;
  readonly number: number;
  readonly book: RewardBook;
}
const BOOK = shape({ id: 'integer', number: 'integer', year: 'integer', content: 'text' });
const BOOKS = 'SELECT id, number, year, content FROM reward_book';
const bookOfRow = (
  db: Reader,
  { id, number, year, content }: RowOf<typeof BOOK>,
): RewardBookRow => ({ id, number, book: rulesIn(db, content, `${year}年奖励办法`) });
/** @throws Fault kept.damaged, kept.newer */
export function newestRewardBook(db: Reader, year: number): RewardBookRow | null {
  const row = askRow(db, BOOK, `${BOOKS} WHERE year = ? ORDER BY number DESC LIMIT 1`, year);
  return row === null ? null : bookOfRow(db, row);
}
/** @throws Fault kept.damaged, kept.newer */
export function rewardBookOf(db: Reader, id: number): RewardBookRow | null {
  const row = askRow(db, BOOK, `${BOOKS} WHERE id = ?`, id);
  return row === null ? null : bookOfRow(db, row);
}
/** Of a year's next version, also where the one before cannot be read. */
export const nextRewardNumber = (db: Reader, year: number): number =>
  askCount(db, 'SELECT coalesce(max(number), 0) + 1 FROM reward_book WHERE year = ?', year);

const REWARD = shape({
  id: 'integer',
  book: 'integer',
  year: 'integer',
  rule: 'text',
  project: 'integer?',
  projectStage: orNull(wordOf<Stage>()),
  subject: 'text',
  /**
   * who the subject is, whatever it is called: u with a unit's id, p with a person's; null of a
   * project, and of who could not be found
   */
  subjectKey: 'text?',
  base: 'bigint?',
  amount: 'bigint',
  currency: wordOf<Currency>(),
  words: 'text',
  proposedOn: 'text',
  publicFrom: 'text?',
  publicUntil: 'text?',
  note: 'text?',
});
export type RewardRow = RowOf<typeof REWARD>;
const AWARD = `SELECT reward.id, book_id AS book, year, rule, project_id AS project, project.stage AS projectStage, subject, subject_key AS subjectKey, base, amount, reward.currency, words, proposed_on AS proposedOn,
  public_from AS publicFrom, public_until AS publicUntil, note FROM reward LEFT JOIN project ON project.id = project_id`;
const awards = (
  db: Reader,
  where: string,
  ...bound: readonly (string | number)[]
): readonly RewardRow[] =>
  askRows(db, REWARD, `${AWARD} WHERE ${where} ORDER BY reward.id`, ...bound);

export const rewardsOf = (db: Reader, year: number): readonly RewardRow[] =>
  awards(db, 'year = ?', year);
export const rewardById = (db: Reader, id: number): RewardRow | null =>
  awards(db, 'reward.id = ?', id)[0] ?? null;

const BEFORE = shape({ rule: 'text', project: 'integer!', year: 'integer' });

/** What the unit or person behind a subject's key is called now; null where it is gone. */
export function subjectNamed(db: Reader, key: string): string | null {
  const table = key.startsWith('u') ? 'unit' : 'person';
  return askValue(db, 'text', `SELECT name FROM ${table} WHERE id = ?`, Number(key.slice(1)));
}

/** The years in which a project was given something, by rule. */
export function rewardedBefore(db: Reader, year: number): ReadonlyMap<string, number> {
  const sql =
    'SELECT rule, project_id AS project, min(year) AS year FROM reward WHERE project_id IS NOT NULL AND year < ? GROUP BY rule, project_id';
  const rows = askRows(db, BEFORE, sql, year);
  return new Map(rows.map((row) => [`${row.rule}|${row.project}`, row.year]));
}

export interface ShareRow {
  readonly id: number;
  readonly unit: string | null;
  readonly person: string | null;
  readonly percent: string;
  /** units of the currency */
  readonly amount: string;
}
const SHARE = shape({
  id: 'integer',
  unit: 'text?',
  person: 'text?',
  percent: 'integer',
  fraction: 'text?',
  amount: 'bigint',
});
export function sharesOf(db: Reader, reward: number): readonly ShareRow[] {
  const sql =
    'SELECT reward_share.id, unit.name AS unit, person, percent, fraction, amount FROM reward_share LEFT JOIN unit ON unit.id = unit_id WHERE reward_id = ? ORDER BY reward_share.place';
  return askRows(db, SHARE, sql, reward).map(({ fraction, ...row }) => ({
    ...row,
    percent: fraction ?? String(row.percent / 100),
    amount: yuanText(row.amount),
  }));
}

export interface InstalmentRow {
  readonly id: number;
  readonly reward: number;
  readonly percent: string;
  readonly amount: string;
  readonly stage: Stage | null;
  readonly paidOn: string | null;
  readonly voucher: string | null;
  readonly paidBy: string | null;
  /** why it puts the award right; null of the award's own instalments */
  readonly adjustment: string | null;
}
const INSTALMENT =
  'SELECT id, reward_id AS reward, percent, amount, stage, paid_on AS paidOn, voucher, paid_by AS paidBy, adjustment FROM reward_instalment';
const STORED_INSTALMENT = shape({
  id: 'integer',
  reward: 'integer',
  percent: 'integer',
  amount: 'bigint',
  stage: orNull(wordOf<Stage>()),
  paidOn: 'text?',
  voucher: 'text?',
  paidBy: 'text?',
  adjustment: 'text?',
});
const instalment = (row: RowOf<typeof STORED_INSTALMENT>): InstalmentRow => ({
  ...row,
  percent: String(row.percent / 100),
  amount: yuanText(row.amount),
});

export const instalmentsOf = (db: Reader, reward: number): readonly InstalmentRow[] =>
  askRows(db, STORED_INSTALMENT, `${INSTALMENT} WHERE reward_id = ? ORDER BY place`, reward).map(
    instalment,
  );
export function instalmentById(db: Reader, id: number): InstalmentRow | null {
  const row = askRow(db, STORED_INSTALMENT, `${INSTALMENT} WHERE id = ?`, id);
  return row === null ? null : instalment(row);
}

const ARRIVED = shape({
  project: 'integer',
  date: 'text?',
  amount: 'bigint',
  recognised: 'bigint?',
  currency: 'text',
});
export type RewardArrival = RowOf<typeof ARRIVED>;
/** All that arrived, in whatever currency, with what was recognised of it. */
export const rewardArrivals = (db: Reader): readonly RewardArrival[] =>
  askRows(
    db,
    ARRIVED,
    'SELECT project_id AS project, date, amount, recognised, currency FROM arrival ORDER BY project_id, date, id',
  );

const PERSON = shape({ project: 'integer', person: 'text!', unit: 'text?' });
/**
 * The people whose leads became the projects, by project: who gets 个人奖励 unless others are
 * written. A name that several projects have leads to none.
 */
export function peopleOfLeads(
  db: Reader,
): ReadonlyMap<number, readonly { readonly person: string; readonly unit: string | null }[]> {
  const rows = askRows(
    db,
    PERSON,
    'SELECT DISTINCT project.id AS project, lead.person, unit.name AS unit FROM lead JOIN project ON project.name = lead.project LEFT JOIN unit ON unit.id = lead.unit WHERE lead.person IS NOT NULL AND NOT EXISTS (SELECT 1 FROM project other WHERE other.name = project.name AND other.id <> project.id) ORDER BY project.id, lead.id',
  );
  const found = new Map<number, { person: string; unit: string | null }[]>();
  for (const { project, person, unit } of rows)
    found.set(project, [...(found.get(project) ?? []), { person, unit }]);
  return found;
}
