/** What a year's reward rules give as the records stand: per project, per receiver beyond its task, or by published grade. */
import type { ParsedQuery, Row } from '../../../preload/contract/records.ts';
import type { Receiver, RewardProposal } from '../../../preload/contract/rewards.ts';
import {
  arrivedBetween,
  peopleOfLeads,
  rewardedBefore,
  rewardsOf,
  sharesOf,
  subjectNamed,
  type MoneyRow,
  type RewardRow,
  type ShareRow,
} from '../../data/rewards/rewards.ts';
import { indicatorNamed } from '../../data/targets/indicators.ts';
import { publicationsOf, publishedSheet } from '../../data/scoring/scoring.ts';
import { sharesByProject } from '../../data/projects/shares.ts';
import { targetsOf, versionInForce } from '../../data/targets/targets.ts';
import { allUnits } from '../../data/units/units.ts';
import { monthSpan } from '../../domain/days/assessment-year.ts';
import type { Share } from '../../domain/projects/credit.ts';
import {
  add,
  compare,
  divide,
  multiply,
  subtract,
  sum,
  trim,
  type Decimal,
} from '../../domain/exact/decimal.ts';
import { dividedBy, times, whole as wholeOf, wholeTimes } from '../../domain/exact/fraction.ts';
import { indicatorFigureText } from '../../domain/targets/indicator.ts';
import {
  CURRENCY_NAMES,
  convert,
  converts,
  measureOf,
  type Measure,
} from '../../domain/exact/measure.ts';
import { yuanText } from '../../domain/exact/money.ts';
import {
  awardOf,
  cappedAmount,
  rewardAmountInWords,
  isNothing,
  type Award,
} from '../../domain/rewards/amount.ts';
import {
  BASES,
  lapsedOn,
  type Base,
  type RewardKind,
  type RewardRule,
} from '../../domain/rewards/rule.ts';
import { todayOf, type Book } from '../book/book.ts';
import { firstMonth } from '../records/counted.ts';
import { allRows } from '../records/query.ts';
import { rulesInForce } from './reward-rules.ts';

/** A proposal before what binds several of them: caps of a receiver and in all, best-of, once only. */
interface Candidate {
  readonly rule: RewardRule;
  readonly subject: string;
  /** u with the unit's id, p with the person's; null of a project */
  readonly subjectKey: string | null;
  readonly project: number | null;
  /** in 万 of the rule's currency */
  readonly base: Decimal | null;
  readonly award: Award;
  readonly receivers: readonly Receiver[];
  readonly refused: string | null;
  /** the award that it is already */
  readonly standing: number | null;
}

const WAN = '10000';
export const moneyName = (rule: Pick<RewardRule, 'currency'>): string =>
  rule.currency === 'CNY' ? '元' : CURRENCY_NAMES[rule.currency];
/** What a rule gives is told apart by whom or what it is for, not by what that is called. */
export const keyOf = (
  one: Pick<RewardRow, 'rule' | 'subject' | 'subjectKey' | 'project'>,
): string => `${one.rule}|${one.project ?? one.subjectKey ?? one.subject}`;

/** Largest first within each rule. @throws Fault reward.noRules, filter.unreadable */
export function proposeRewards(book: Book, year: number): readonly RewardProposal[] {
  const { rules } = rulesInForce(book, year).book;
  const standing = new Map(rewardsOf(book.db, year).map((row) => [keyOf(row), row]));
  const [before, today] = [rewardedBefore(book.db, year), todayOf(book)];
  const found = rules
    .flatMap((rule) => candidatesOf(book, rule, year))
    .map((one): Candidate => {
      const earlier =
        one.rule.once && one.project !== null
          ? before.get(`${one.rule.code}|${one.project}`)
          : undefined;
      const refused =
        one.refused ??
        lapsedOn(one.rule, today) ??
        (earlier === undefined ? null : `${earlier}年已经奖过，只奖一次`);
      return {
        ...one,
        refused,
        standing: standing.get(keyOf({ ...one, rule: one.rule.code }))?.id ?? null,
      };
    });
  const best = bestOnly(found);
  const paidBy = (rule: RewardRule): readonly StandingShare[] =>
    [...standing.values()]
      .filter((row) => row.rule === rule.code)
      .flatMap((row) => sharesOf(book.db, row.id).map((share) => ({ ...share, reward: row.id })));
  return rules
    .flatMap((rule) =>
      withCaps(
        rule,
        best.filter((one) => one.rule === rule),
        paidBy(rule),
      ),
    )
    .map((one): RewardProposal => ({
      key: keyOf({ ...one, rule: one.rule.code }),
      rule: one.rule.code,
      ruleName: one.rule.name,
      subject: one.subject,
      subjectKey: one.subjectKey,
      project: one.project,
      base: one.base === null ? null : multiply(one.base, WAN),
      amount: one.award.amount,
      currency: one.rule.currency,
      words: one.award.words,
      receivers: one.receivers,
      refused:
        one.refused ??
        (one.standing !== null
          ? '已经列入奖励，不再列'
          : isNothing(one.award)
            ? '封顶额度已经用完'
            : null),
    }));
}
type StandingShare = Pick<ShareRow, 'unit' | 'person' | 'amount'> & { readonly reward: number };
/** before anything is known of the year's awards */
type Found = Omit<Candidate, 'standing'>;

function candidatesOf(book: Book, rule: RewardRule, year: number): readonly Found[] {
  const { what } = rule;
  if (what.kind === 'graded') return graded(book, rule, what, year);
  const projects = basesOf(book, rule, what.base, year);
  const all =
    rule.beyond === null
      ? projects.map((project) => perProject(rule, what, project))
      : beyondTask(book, rule, what, rule.beyond, projects, year);
  return all
    .filter((one) => one.refused !== null || compare(one.award.amount, '0') > 0)
    .sort((a, b) => compare(b.award.amount, a.award.amount));
}

interface Based {
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
function basesOf(book: Book, rule: RewardRule, base: Base, year: number): readonly Based[] {
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
  const people = rule.to === 'people' ? peopleOfLeads(book.db) : new Map<number, Based['people']>();
  return allRows(book, query).flatMap((row): readonly Based[] => {
    const entries = arrived?.get(row.id);
    const money = arrived === null ? stated(row, base, rule) : arrivedOf(entries, base);
    if (money === null) return [];
    return [
      {
        row,
        base: divide(money, WAN, 6) ?? '0',
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

function perProject(
  rule: RewardRule,
  what: Exclude<RewardKind, { kind: 'graded' }>,
  { row, base, shares, people, leftOut, onlyUnplaced }: Based,
): Found {
  const award = awardOf(rule, what, trim(base), moneyName(rule));
  const words = `${BASES.find((one) => one.value === what.base)?.label ?? ''}${award.words}${leftOut}`;
  return {
    rule,
    subject: String(row['name'] ?? ''),
    subjectKey: null,
    project: row.id,
    base: trim(base),
    award: { amount: award.amount, words },
    receivers:
      rule.to === 'units'
        ? shares.map((one) => ({ unit: one.unit, person: null, percent: one.percent }))
        : equally(people),
    refused: onlyUnplaced ? '到位资金没有日期，或分不清是不是本年到的，请补日期' : null,
  };
}

/** Several introducers are one team: equal parts, the first takes what is left of 100%. */
function equally(people: Based['people']): readonly Receiver[] {
  const [count] = [people.length];
  const each = count === 0 ? '0' : trim(divide('100', String(count), 2) ?? '0');
  const first = subtract('100', multiply(each, String(Math.max(0, count - 1))));
  return people.map(({ person, unit }, at) => ({ unit, person, percent: at === 0 ? first : each }));
}

const keyOfUnit = (id: number | undefined): string | null => (id === undefined ? null : `u${id}`);

/** Each unit's sum by shares beyond its task (任务内不奖); without a task nothing tells what lies beyond it. */
function beyondTask(
  book: Book,
  rule: RewardRule,
  what: Exclude<RewardKind, { kind: 'graded' }>,
  indicator: string,
  projects: readonly Based[],
  year: number,
): readonly Found[] {
  const tasks = tasksOf(book, indicator, year, measureOf(`万${moneyName(rule)}`));
  const ids = new Map(allUnits(book.db).map((unit) => [unit.name, unit.id]));
  const units = [...new Set(projects.flatMap(({ shares }) => shares.map((one) => one.unit)))];
  return units.map((unit): Found => {
    const parts = projects.flatMap(({ base, shares }) =>
      shares
        .filter((one) => one.unit === unit)
        .map((one) => divide(multiply(base, one.percent), '100', 10) ?? '0'),
    );
    const whole = trim(sum(parts));
    const leftOut = [
      ...new Set(
        projects
          .filter(({ shares }) => shares.some((one) => one.unit === unit))
          .flatMap(({ row, leftOut: words }) =>
            words === '' ? [] : [`${words.replace('；', `；${String(row['name'] ?? '')}`)}`],
          ),
      ),
    ].join('');
    const task = tasks.get(unit);
    const money = moneyName(rule);
    const who = { subject: unit, subjectKey: keyOfUnit(ids.get(unit)), project: null };
    if (task === undefined)
      return {
        rule,
        ...who,
        base: whole,
        award: { amount: '0', words: '' },
        receivers: [],
        refused: `${unit}没有“${indicator}”的任务，请先下达`,
      };
    const over = compare(whole, task) > 0 ? trim(subtract(whole, task)) : '0';
    const award = awardOf(rule, what, over, money);
    return {
      rule,
      ...who,
      base: over,
      award: {
        amount: award.amount,
        words: `${parts.length}个项目${whole}万${money}，任务${task}万${money}内不奖，超出${over}万${money}：${award.words}${leftOut}`,
      },
      receivers: [{ unit, person: null, percent: '100' }],
      refused: null,
    };
  });
}

function tasksOf(
  book: Book,
  name: string,
  year: number,
  into: Measure | null,
): ReadonlyMap<string, Decimal> {
  const indicator = indicatorNamed(book.db, name);
  const version = versionInForce(book.db, year);
  const from = indicator === null ? null : measureOf(indicator.measure);
  if (
    indicator === null ||
    version === null ||
    from === null ||
    into === null ||
    !converts(from, into)
  )
    return new Map();
  const names = new Map(allUnits(book.db).map((unit) => [unit.id, unit.name]));
  return new Map(
    targetsOf(book.db, version.id, indicator.id).flatMap((row): readonly [string, Decimal][] => {
      const unit = row.unit === null ? undefined : names.get(row.unit);
      return unit === undefined || row.assured === null
        ? []
        : [[unit, convert(indicatorFigureText(row.assured), from, into)]];
    }),
  );
}

/** By the scores published for the whole year, the newest of them: what is published does not move. Before that the newest scores of a shorter period show what it would be, and nothing can be given. */
function graded(
  book: Book,
  rule: RewardRule,
  what: Extract<RewardKind, { kind: 'graded' }>,
  year: number,
): readonly Found[] {
  const published = publicationsOf(book.db, year);
  const newest = published.find((one) => one.kind === 'year') ?? published[0];
  const sheet = newest === undefined ? null : publishedSheet(book.db, newest.id);
  if (newest === undefined || sheet === null) return [];
  const scores = sheet.groups.find((group) => group.name === what.group)?.scores ?? [];
  return scores.flatMap((score): readonly Found[] => {
    const fits = what.sums.find(
      (one) =>
        (one.grade === null || one.grade === score.grade) &&
        (one.toPlace === null || (score.place !== null && score.place <= one.toPlace)),
    );
    if (fits === undefined || score.veto !== null) return [];
    const name = subjectNamed(book.db, score.key) ?? score.name;
    const place = score.place === null ? '' : `第${score.place}名`;
    const award = cappedAmount(
      fits.amount,
      `${sheet.period}公布得分${score.total}，${place}${score.grade ?? ''}，奖${rewardAmountInWords(fits.amount, moneyName(rule))}`,
      rule.mostPerAward,
      '单笔封顶',
      moneyName(rule),
    );
    return [
      {
        rule,
        subject: name,
        subjectKey: score.key,
        project: null,
        base: null,
        award,
        receivers: [
          rule.to === 'units'
            ? { unit: name, person: null, percent: '100' }
            : { unit: null, person: name, percent: '100' },
        ],
        refused: newest.kind === 'year' ? null : '还没有公布全年得分，公布后才能列入',
      },
    ];
  });
}

/**
 * The caps of each receiver and of the rule, the larger awards first. What stands has taken its part already; what is refused takes none.
 * Of a team the award is cut so far that nobody's share passes the cap.
 */
function withCaps(
  rule: RewardRule,
  found: readonly Candidate[],
  stands: readonly StandingShare[],
): readonly Candidate[] {
  const taken = takenBy(stands);
  return found.map((one) => {
    // what stands shows what it would be today beside the others
    if (one.standing !== null)
      return {
        ...one,
        award: cut(rule, one, takenBy(stands.filter((share) => share.reward !== one.standing))),
      };
    if (one.refused !== null) return one;
    const award = cut(rule, one, taken);
    for (const who of one.receivers)
      take(taken, nameOf(who), divide(multiply(award.amount, who.percent), '100', 2) ?? '0');
    if (one.receivers.length === 0) take(taken, '', award.amount);
    return { ...one, award };
  });
}
type Taken = Map<string, Decimal>;
const take = (taken: Taken, who: string, amount: Decimal): unknown =>
  taken.set(who, add(taken.get(who) ?? '0', amount));
function takenBy(shares: readonly StandingShare[]): Taken {
  const taken: Taken = new Map();
  for (const share of shares) take(taken, nameOf(share), share.amount);
  return taken;
}

function cut(rule: RewardRule, one: Candidate, taken: Taken): Award {
  const money = moneyName(rule);
  const own =
    rule.mostPerReceiver === null ? one.award : teamCapped(one, rule.mostPerReceiver, taken, money);
  if (rule.mostInAll === null) return own;
  const rest = subtract(rule.mostInAll, sum(taken.values()));
  const left = compare(rest, '0') > 0 ? trim(rest) : '0';
  return compare(own.amount, left) <= 0
    ? own
    : {
        amount: left,
        words: `${own.words}，总额封顶${rewardAmountInWords(rule.mostInAll, money)}，只剩${rewardAmountInWords(left, money)}`,
      };
}
const nameOf = (who: { readonly unit: string | null; readonly person: string | null }): string =>
  `${who.unit ?? ''}|${who.person ?? ''}`;

/** In whole 元, rounded down: what is left to each, over the percent that is theirs. */
function teamCapped(
  { award, receivers }: Candidate,
  most: Decimal,
  taken: ReadonlyMap<string, Decimal>,
  money: string,
): Award {
  if (receivers.length === 0)
    return cappedAmount(award.amount, award.words, most, '每个得奖者封顶', money);
  const bounds = receivers.map((who) => {
    const left = subtract(most, taken.get(nameOf(who)) ?? '0');
    return {
      who,
      most:
        compare(left, '0') <= 0
          ? '0'
          : wholeTimes(dividedBy(times(wholeOf(left), '100'), who.percent)),
    };
  });
  const least = bounds.reduce((low, one) => (compare(one.most, low.most) < 0 ? one : low));
  return compare(award.amount, least.most) <= 0
    ? award
    : {
        amount: least.most,
        words: `${award.words}，${least.who.person ?? least.who.unit ?? ''}累计封顶${rewardAmountInWords(most, money)}，减为${rewardAmountInWords(least.most, money)}`,
      };
}

/** Of rules that name the same set a project keeps the highest, or the one that it was given already; equal ones keep the first rule's. */
function bestOnly(found: readonly Candidate[]): readonly Candidate[] {
  const setOf = (one: Candidate): string | null =>
    one.rule.best === null
      ? null
      : `${one.rule.best}|${one.project ?? one.subjectKey ?? one.subject}`;
  const sets = Map.groupBy(
    found.filter((one) => one.refused === null),
    setOf,
  );
  return found.map((one): Candidate => {
    const rivals =
      one.rule.best === null || one.refused !== null ? [] : (sets.get(setOf(one)) ?? []);
    const given = rivals.find((other) => other.standing !== null);
    const best =
      given ??
      rivals.reduce(
        (high, other) => (compare(other.award.amount, high.award.amount) > 0 ? other : high),
        rivals[0] ?? one,
      );
    return best === one || one.standing !== null
      ? one
      : {
          ...one,
          refused: `就高不重复，${given === undefined ? '' : '已'}按“${best.rule.name}”奖`,
        };
  });
}
