/** The money that a reward rule looks at, project by project, with what its sum leaves out. */
import type { ParsedQuery, Row } from '../../../preload/contract/records.ts';
import { arrivedBetween, peopleOfLeads, type MoneyRow } from '../../data/rewards/rewards.ts';
import { sharesByProject } from '../../data/projects/shares.ts';
import { monthSpan } from '../../domain/days/assessment-year.ts';
import type { Share } from '../../domain/projects/credit.ts';
import { compare, divide, type Decimal } from '../../domain/exact/decimal.ts';
import { yuanText } from '../../domain/exact/money.ts';
import { type Base, type RewardRule } from '../../domain/rewards/rule.ts';
import { type Book } from '../book/book.ts';
import { firstMonth } from '../records/counted.ts';
import { allRows } from '../records/query.ts';
import { REWARD_WAN } from './reward-candidate.ts';

export interface BasedProject {
  readonly row: Row;
  /** in 万 of the rule's currency */
  readonly base: Decimal;
  readonly shares: readonly Share[];
  readonly people: readonly { readonly person: string; readonly unit: string | null }[];
  /** what its sum leaves out, in words; empty where nothing */
  readonly leftOut: string;
  /** money that may be of the year, and nothing that surely is */
  readonly onlyUnplaced: boolean;
}

/** The projects of a rule with the money it looks at; those without any are left out. */
export function projectBases(
  book: Book,
  rule: RewardRule,
  base: Base,
  year: number,
): readonly BasedProject[] {
  const query: ParsedQuery = {
    ledger: 'project',
    filters: [...rule.filters],
    search: '',
    sort: [],
    group: [],
    counted: true,
  };
  const start = firstMonth(book);
  const arrived =
    base === 'recognised' || base === 'arrived'
      ? arrivedBetween(
          book.db,
          rule.currency,
          rule.within === 'ever'
            ? null
            : { first: monthSpan(year, 1, start).first, last: monthSpan(year, 12, start).last },
        )
      : null;
  const shares = sharesByProject(book.db);
  const people =
    rule.to === 'people' ? peopleOfLeads(book.db) : new Map<number, BasedProject['people']>();
  return allRows(book, query).flatMap((row): readonly BasedProject[] => {
    const entries = arrived?.get(row.id);
    const money = arrived === null ? stated(row, base, rule) : arrivedOf(entries, base);
    if (money === null) return [];
    return [
      {
        row,
        base: divide(money, REWARD_WAN, 6) ?? '0',
        shares: shares.get(row.id) ?? [],
        people: people.get(row.id) ?? [],
        leftOut: leftOutOf(entries, base),
        onlyUnplaced: compare(money, '0') === 0 && (entries?.unplaced ?? 0) > 0,
      },
    ];
  });
}
const arrivedOf = (money: MoneyRow | undefined, base: Base): Decimal | null =>
  money === undefined ? null : yuanText(base === 'recognised' ? money.recognised : money.arrived);
function leftOutOf(money: MoneyRow | undefined, base: Base): string {
  const waiting = base === 'recognised' ? (money?.waiting ?? 0) : 0;
  return (
    (waiting > 0 ? `；另有${waiting}笔还没有认定，不计` : '') +
    (money !== undefined && money.unplaced > 0
      ? `；另有${money.unplaced}笔没有日期，或分不清是不是本年到的，不计，请补日期`
      : '')
  );
}
/** What the project itself says, in the rule's currency; an amount in another one is no base. */
function stated(row: Row, base: Base, rule: RewardRule): Decimal | null {
  const value = row[base];
  return typeof value === 'string' && (row['currency'] ?? 'CNY') === rule.currency ? value : null;
}
