/** Reward rules, awards, their shares and instalments as rows. */
import type { Currency } from '../../domain/exact/measure.ts';
import { yuanText } from '../../domain/exact/money.ts';
import type { Stage } from '../../domain/ledgers/stage.ts';
import { daySpan } from '../ledgers/columns.ts';
import { prepared, type Reader } from '../open.ts';

export interface RewardBookRow {
  readonly id: number;
  readonly number: number;
  /** the rules as JSON */
  readonly content: string;
}
export const newestRewardBook = (db: Reader, year: number): RewardBookRow | null =>
  (prepared(
    db,
    'SELECT id, number, content FROM reward_book WHERE year = ? ORDER BY number DESC LIMIT 1',
  ).get(year) as RewardBookRow | undefined) ?? null;
export const rewardBookOf = (db: Reader, id: number): RewardBookRow | null =>
  (prepared(db, 'SELECT id, number, content FROM reward_book WHERE id = ?').get(id) as
    | RewardBookRow
    | undefined) ?? null;

export interface RewardRow {
  readonly id: number;
  readonly book: number;
  readonly year: number;
  readonly rule: string;
  readonly project: number | null;
  readonly projectStage: Stage | null;
  readonly subject: string;
  readonly base: bigint | null;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly words: string;
  readonly proposedOn: string;
  readonly publicFrom: string | null;
  readonly publicUntil: string | null;
  readonly note: string | null;
}
const AWARD = `SELECT reward.id, book_id AS book, year, rule, project_id AS project, project.stage AS projectStage, subject, base, amount, reward.currency, words, proposed_on AS proposedOn,
  public_from AS publicFrom, public_until AS publicUntil, note FROM reward LEFT JOIN project ON project.id = project_id`;
const whole = (row: Readonly<Record<string, unknown>>): RewardRow => ({
  ...(row as unknown as RewardRow),
  id: Number(row['id']),
  book: Number(row['book']),
  year: Number(row['year']),
  project: row['project'] === null ? null : Number(row['project']),
});
const awards = (
  db: Reader,
  where: string,
  ...bound: readonly (string | number)[]
): readonly RewardRow[] =>
  (
    prepared(db, `${AWARD} WHERE ${where} ORDER BY reward.id`)
      .safeIntegers(true)
      .all(...bound) as Readonly<Record<string, unknown>>[]
  ).map(whole);

export const rewardsOf = (db: Reader, year: number): readonly RewardRow[] =>
  awards(db, 'year = ?', year);
export const rewardById = (db: Reader, id: number): RewardRow | null =>
  awards(db, 'reward.id = ?', id)[0] ?? null;

/** The years in which a project was given something, by rule. */
export function rewardedBefore(db: Reader, year: number): ReadonlyMap<string, number> {
  const rows = prepared(
    db,
    'SELECT rule, project_id AS project, min(year) AS year FROM reward WHERE project_id IS NOT NULL AND year < ? GROUP BY rule, project_id',
  ).all(year) as { rule: string; project: number; year: number }[];
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
export function sharesOf(db: Reader, reward: number): readonly ShareRow[] {
  const rows = prepared(
    db,
    'SELECT reward_share.id, unit.name AS unit, person, percent, amount FROM reward_share LEFT JOIN unit ON unit.id = unit_id WHERE reward_id = ? ORDER BY reward_share.place',
  )
    .safeIntegers(true)
    .all(reward) as {
    id: bigint;
    unit: string | null;
    person: string | null;
    percent: bigint;
    amount: bigint;
  }[];
  return rows.map((row) => ({
    id: Number(row.id),
    unit: row.unit,
    person: row.person,
    percent: String(Number(row.percent) / 100),
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
}
const INSTALMENT =
  'SELECT id, reward_id AS reward, percent, amount, stage, paid_on AS paidOn, voucher, paid_by AS paidBy FROM reward_instalment';
type StoredInstalment = Omit<InstalmentRow, 'id' | 'reward' | 'percent' | 'amount'> & {
  readonly id: bigint;
  readonly reward: bigint;
  readonly percent: bigint;
  readonly amount: bigint;
};
const instalment = (row: StoredInstalment): InstalmentRow => ({
  ...row,
  id: Number(row.id),
  reward: Number(row.reward),
  percent: String(Number(row.percent) / 100),
  amount: yuanText(row.amount),
});

export const instalmentsOf = (db: Reader, reward: number): readonly InstalmentRow[] =>
  (
    prepared(db, `${INSTALMENT} WHERE reward_id = ? ORDER BY place`)
      .safeIntegers(true)
      .all(reward) as StoredInstalment[]
  ).map(instalment);
export function instalmentById(db: Reader, id: number): InstalmentRow | null {
  const row = prepared(db, `${INSTALMENT} WHERE id = ?`).safeIntegers(true).get(id) as
    | StoredInstalment
    | undefined;
  return row === undefined ? null : instalment(row);
}

export interface MoneyRow {
  readonly project: number;
  readonly recognised: bigint;
  readonly arrived: bigint;
  /** entries counted that nobody has judged yet */
  readonly waiting: number;
  /** entries without a day, or whose year or month may lie outside: in no sum */
  readonly unplaced: number;
}
const [FIRST, LAST] = daySpan('date');
const sums = (which: string): string =>
  `coalesce(sum(recognised)${which}, 0) AS recognised, coalesce(sum(amount)${which}, 0) AS arrived, coalesce(sum(recognised IS NULL)${which}, 0) AS waiting`;

/** Arrivals of each project in one currency: all of them, or those that surely lie between two days. */
export function arrivedBetween(
  db: Reader,
  currency: Currency,
  span: { readonly first: string; readonly last: string } | null,
): ReadonlyMap<number, MoneyRow> {
  const inside = `date IS NOT NULL AND ${FIRST} >= :first AND ${LAST} <= :last`;
  const sql =
    span === null
      ? `SELECT project_id AS project, ${sums('')}, 0 AS unplaced FROM arrival WHERE currency = :currency GROUP BY project_id`
      : `SELECT project_id AS project, ${sums(` FILTER (WHERE ${inside})`)}, count(*) FILTER (WHERE NOT (${inside})) AS unplaced FROM arrival WHERE currency = :currency AND (date IS NULL OR (${LAST} >= :first AND ${FIRST} <= :last)) GROUP BY project_id`;
  const rows = prepared(db, sql)
    .safeIntegers(true)
    .all(span === null ? { currency } : { currency, ...span }) as {
    project: bigint;
    recognised: bigint;
    arrived: bigint;
    waiting: bigint;
    unplaced: bigint;
  }[];
  return new Map(
    rows.map((row) => [
      Number(row.project),
      {
        project: Number(row.project),
        recognised: row.recognised,
        arrived: row.arrived,
        waiting: Number(row.waiting),
        unplaced: Number(row.unplaced),
      },
    ]),
  );
}

/** The people whose leads became the projects, by project: who gets 个人奖励 unless others are written. A name that several projects have leads to none. */
export function peopleOfLeads(
  db: Reader,
): ReadonlyMap<number, readonly { readonly person: string; readonly unit: string | null }[]> {
  const rows = prepared(
    db,
    'SELECT DISTINCT project.id AS project, lead.person, unit.name AS unit FROM lead JOIN project ON project.name = lead.project LEFT JOIN unit ON unit.id = lead.unit WHERE lead.person IS NOT NULL AND NOT EXISTS (SELECT 1 FROM project other WHERE other.name = project.name AND other.id <> project.id) ORDER BY project.id, lead.id',
  ).all() as { project: number; person: string; unit: string | null }[];
  const found = new Map<number, { person: string; unit: string | null }[]>();
  for (const { project, person, unit } of rows)
    found.set(project, [...(found.get(project) ?? []), { person, unit }]);
  return found;
}
