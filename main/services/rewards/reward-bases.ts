/**
 * The money that a reward rule looks at, project by project: what arrived or is stated within the
 * rule's validity, in the rule's currency by the office's rate, and what that leaves out.
 */
import type { ParsedQuery, Row } from '../../../preload/contract/records.ts';
import { peopleOfLeads, rewardArrivals, type RewardArrival } from '../../data/rewards/rewards.ts';
import { sharesByProject } from '../../data/projects/shares.ts';
import { monthSpan } from '../../domain/days/assessment-year.ts';
import { spanOf, type Day } from '../../domain/days/day.ts';
import { add, compare, divide, multiply, trim, type Decimal } from '../../domain/exact/decimal.ts';
import type { Share } from '../../domain/projects/credit.ts';
import { rateFor, type ExchangeRates } from '../../domain/exact/exchange.ts';
import { CURRENCY_NAMES, type Currency } from '../../domain/exact/measure.ts';
import { yuanText } from '../../domain/exact/money.ts';
import { STAGES } from '../../domain/ledgers/stage.ts';
import { validityInWords, type Base, type RewardRule } from '../../domain/rewards/rule.ts';
import type { Book } from '../book/book.ts';
import { firstMonth } from '../records/counted.ts';
import { allRows } from '../records/query.ts';
import { REWARD_WAN } from './reward-candidate.ts';
import { ratesInForce } from '../records/rates.ts';

interface RewardBase {
  readonly row: Row;
  /** in units of the rule's currency */
  readonly money: Decimal;
  /** what its sum leaves out or converts, in words; empty where nothing */
  readonly told: string;
  /** why nothing can be given although there is money; null where there is none such */
  readonly refused: string | null;
}

export interface BasedProject {
  readonly row: Row;
  /** in 万 of the rule's currency */
  readonly base: Decimal;
  readonly shares: readonly Share[];
  readonly people: readonly { readonly person: string; readonly unit: string | null }[];
  /** what its sum leaves out or converts, in words; empty where nothing */
  readonly leftOut: string;
  readonly refused: string | null;
}

/** The projects of a rule with the money it looks at, and whom they count for. */
export function projectBases(
  book: Book,
  rule: RewardRule,
  base: Base,
  year: number,
): readonly BasedProject[] {
  const shares = sharesByProject(book.db);
  const people =
    rule.to === 'people' ? peopleOfLeads(book.db) : new Map<number, BasedProject['people']>();
  return rewardBases(book, rule, base, year).map(({ row, money, told, refused }) => ({
    row,
    base: divide(money, REWARD_WAN, 10) ?? '0',
    shares: shares.get(row.id) ?? [],
    people: people.get(row.id) ?? [],
    leftOut: told,
    refused,
  }));
}

/** Those without any money that the rule looks at are left out. */
function rewardBases(
  book: Book,
  rule: RewardRule,
  base: Base,
  year: number,
): readonly RewardBase[] {
  const query: ParsedQuery = {
    ledger: 'project',
    filters: [...rule.filters],
    search: '',
    sort: [],
    group: [],
    counted: true,
  };
  const scene: BaseScene = {
    rule,
    base,
    year,
    span: yearSpan(book, year),
    rates: ratesInForce(book.db),
  };
  const arrived =
    base === 'recognised' || base === 'arrived'
      ? Map.groupBy(rewardArrivals(book.db), (one) => one.project)
      : null;
  return allRows(book, query).flatMap((row): readonly RewardBase[] => {
    const found =
      arrived === null ? statedBase(scene, row) : arrivedBase(scene, arrived.get(row.id) ?? []);
    return found === null ? [] : [{ row, ...found }];
  });
}

interface Span {
  readonly first: Day;
  readonly last: Day;
}
interface BaseScene {
  readonly rule: RewardRule;
  readonly base: Base;
  readonly year: number;
  readonly span: Span;
  readonly rates: ExchangeRates;
}
type Found = Omit<RewardBase, 'row'>;

export function yearSpan(book: Book, year: number): Span {
  const start = firstMonth(book);
  return { first: monthSpan(year, 1, start).first, last: monthSpan(year, 12, start).last };
}

const WHERE = ['inside', 'outside', 'open'] as const;
type Where = (typeof WHERE)[number];
/**
 * Whether a day that may be only a month or year surely lies between two days, surely not, or
 * cannot be told.
 */
function placeOf(date: Day | null, first: Day | null, last: Day | null): Where {
  if (first === null && last === null) return 'inside';
  if (date === null) return 'open';
  const span = spanOf(date);
  if ((first !== null && span.last < first) || (last !== null && span.first > last))
    return 'outside';
  return (first === null || span.first >= first) && (last === null || span.last <= last)
    ? 'inside'
    : 'open';
}

/** How much of other currencies is one of the rule's; null where it cannot be said. */
function rateInto({ rule, rates, year }: BaseScene, currency: string, date: Day | null) {
  if (currency === rule.currency) return '1';
  return rule.currency === 'CNY' ? rateFor(rates, { currency, date }, year) : null;
}

function arrivedBase(scene: BaseScene, entries: readonly RewardArrival[]): Found | null {
  const { rule, base, span } = scene;
  const own = entries.filter((one) => rule.currency === 'CNY' || one.currency === rule.currency);
  const left = { waiting: 0, unplaced: 0, lapsed: 0, rateless: 0 };
  const words: string[] = [];
  let money: Decimal = '0';
  let seen = 0;
  for (const one of own) {
    const inYear = rule.within === 'ever' ? 'inside' : placeOf(one.date, span.first, span.last);
    const valid = placeOf(one.date, rule.from, rule.until);
    if (inYear === 'outside') continue;
    seen += 1;
    const rate = rateInto(scene, one.currency, one.date);
    if (valid === 'outside') left.lapsed += 1;
    else if (inYear === 'open' || valid === 'open') left.unplaced += 1;
    else if (base === 'recognised' && one.recognised === null) left.waiting += 1;
    else if (rate === null) left.rateless += 1;
    else {
      const amount = yuanText((base === 'recognised' ? one.recognised : one.amount) ?? 0n);
      money = add(money, multiply(amount, rate));
      if (one.currency !== rule.currency) words.push(convertedWords(amount, one.currency, rate));
    }
  }
  if (seen === 0) return null;
  const told = [
    ...words,
    ...(left.waiting > 0 ? [`另有${left.waiting}笔还没有认定，不计`] : []),
    ...(left.unplaced > 0
      ? [`另有${left.unplaced}笔没有日期，或分不清是不是本年到的，不计，请补日期`]
      : []),
    ...(left.lapsed > 0 ? [`另有${left.lapsed}笔不在${validityInWords(rule)}，不计`] : []),
    ...(left.rateless > 0 ? [`另有${left.rateless}笔外币没有汇率，不计，请补汇率`] : []),
  ];
  const nothing = compare(money, '0') === 0;
  return {
    money: trim(money),
    told: told.map((one) => `；${one}`).join(''),
    refused: !nothing
      ? null
      : left.unplaced > 0
        ? '到位资金没有日期，或分不清是不是本年到的，请补日期'
        : left.rateless > 0
          ? '到位资金是外币，没有汇率，请补汇率'
          : left.lapsed > 0
            ? `到位资金不在${validityInWords(rule)}`
            : null,
  };
}

const convertedWords = (amount: Decimal, currency: string, rate: Decimal): string =>
  `其中${trim(multiply(amount, '0.0001'))}万${CURRENCY_NAMES[currency as Exclude<Currency, 'CNY'>]}×${rate}＝${trim(multiply(multiply(amount, rate), '0.0001'))}万元`;

/**
 * The day of the fact by which a project is rewarded: when it reached the stage that the rule asks
 * for, else when it was signed.
 */
function factOf(
  { rule }: BaseScene,
  row: Row,
): { readonly date: Day | null; readonly label: string } {
  const asked = rule.filters.find((one) => one.field === 'stage')?.text ?? '';
  const stage = STAGES.find((one) => asked.includes(one.label) || asked === one.value);
  const [code, label] =
    stage === undefined || stage.value === 'signed'
      ? ['signed_date', '签约']
      : [`${stage.value}_date`, stage.label];
  const date = row[code];
  return { date: typeof date === 'string' ? date : null, label };
}

/** What the project itself says. */
function statedBase(scene: BaseScene, row: Row): Found | null {
  const { rule, base, span } = scene;
  const value = row[base];
  if (typeof value !== 'string') return null;
  const currency = String(row['currency'] ?? 'CNY');
  if (currency !== rule.currency && rule.currency !== 'CNY') return null;
  const { date, label } = factOf(scene, row);
  const place =
    date === null
      ? placeOf(span.last, rule.from, rule.until)
      : placeOf(date, rule.from, rule.until);
  const rate = rateInto(
    scene,
    currency,
    typeof row['signed_date'] === 'string' ? row['signed_date'] : null,
  );
  const money = rate === null ? '0' : trim(multiply(value, rate));
  return {
    money,
    told:
      rate === null || currency === rule.currency
        ? ''
        : `；${convertedWords(value, currency, rate)}`,
    refused:
      place === 'outside'
        ? `${date === null ? `${scene.year}年` : `${label}日期${date}`}不在${validityInWords(rule)}`
        : rate === null
          ? `${trim(multiply(value, '0.0001'))}万${CURRENCY_NAMES[currency as Exclude<Currency, 'CNY'>]}没有汇率，请补汇率`
          : null,
  };
}
