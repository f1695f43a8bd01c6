/**
 * What a year's reward rules give as the records stand: per project, per receiver beyond its task,
 * or by published grade.
 */
import type { Receiver, RewardProposal } from '../../../preload/contract/rewards.ts';
import {
  rewardedBefore,
  rewardsOf,
  sharesOf,
  subjectNamed,
  type RewardRow,
} from '../../data/rewards/rewards.ts';
import { indicatorNamed } from '../../data/targets/indicators.ts';
import { publicationsOf, publishedSheet } from '../../data/scoring/scoring.ts';
import { targetsOf, versionInForce } from '../../data/targets/targets.ts';
import { allUnits } from '../../data/units/units.ts';
import {
  compare,
  divide,
  multiply,
  subtract,
  sum,
  trim,
  type Decimal,
} from '../../domain/exact/decimal.ts';
import { indicatorFigureText } from '../../domain/targets/indicator.ts';
import { convert, converts, measureOf, type Measure } from '../../domain/exact/measure.ts';
import {
  awardOf,
  cappedAmount,
  rewardAmountInWords,
  isNothing,
} from '../../domain/rewards/amount.ts';
import {
  BASES,
  lapsedOn,
  unreviewed,
  type RewardKind,
  type RewardRule,
} from '../../domain/rewards/rule.ts';
import type { Book } from '../book/book.ts';
import { rulesInForce } from './reward-rules.ts';
import { projectBases, yearSpan, type BasedProject } from './reward-bases.ts';
import {
  moneyName,
  REWARD_WAN,
  type FoundReward,
  type RewardCandidate,
  type StandingShare,
} from './reward-candidate.ts';
import { bestRewards, cappedRewards } from './reward-caps.ts';

/** What a rule gives is told apart by whom or what it is for, not by what that is called. */
export const keyOf = (
  one: Pick<RewardRow, 'rule' | 'subject' | 'subjectKey' | 'project'>,
): string => `${one.rule}|${one.project ?? one.subjectKey ?? one.subject}`;

/** Largest first within each rule. @throws Fault reward.noRules, filter.unreadable */
export function proposeRewards(book: Book, year: number): readonly RewardProposal[] {
  const { rules } = rulesInForce(book, year).book;
  const standing = new Map(rewardsOf(book.db, year).map((row) => [keyOf(row), row]));
  const before = rewardedBefore(book.db, year);
  const found = rules
    .flatMap((rule) => candidatesOf(book, rule, year))
    .map((one): RewardCandidate => {
      const earlier =
        one.rule.once && one.project !== null
          ? before.get(`${one.rule.code}|${one.project}`)
          : undefined;
      const refused =
        one.refused ??
        unreviewed(one.rule) ??
        (earlier === undefined ? null : `${earlier}年已经奖过，只奖一次`);
      return {
        ...one,
        refused,
        standing: standing.get(keyOf({ ...one, rule: one.rule.code }))?.id ?? null,
      };
    });
  const best = bestRewards(found);
  const paidBy = (rule: RewardRule): readonly StandingShare[] =>
    [...standing.values()]
      .filter((row) => row.rule === rule.code)
      .flatMap((row) => sharesOf(book.db, row.id).map((share) => ({ ...share, reward: row.id })));
  return rules
    .flatMap((rule) =>
      cappedRewards(
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
      base: one.base === null ? null : multiply(one.base, REWARD_WAN),
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
function candidatesOf(book: Book, rule: RewardRule, year: number): readonly FoundReward[] {
  const { what } = rule;
  if (what.kind === 'graded') return graded(book, rule, what, year);
  const projects = projectBases(book, rule, what.base, year);
  const all =
    rule.beyond === null
      ? projects.map((project) => perProject(rule, what, project))
      : beyondTask(book, rule, what, rule.beyond, projects, year);
  return all
    .filter((one) => one.refused !== null || compare(one.award.amount, '0') > 0)
    .sort((a, b) => compare(b.award.amount, a.award.amount));
}

function perProject(
  rule: RewardRule,
  what: Exclude<RewardKind, { kind: 'graded' }>,
  { row, base, shares, people, leftOut, refused }: BasedProject,
): FoundReward {
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
    refused,
  };
}

/** Several introducers are one team in equal parts. */
const equally = (people: BasedProject['people']): readonly Receiver[] =>
  people.map(({ person, unit }) => ({
    unit,
    person,
    percent: people.length === 1 ? '100' : `1/${people.length}`,
  }));

const keyOfUnit = (id: number | undefined): string | null => (id === undefined ? null : `u${id}`);

/**
 * Each unit's sum by shares beyond its task (任务内不奖); without a task nothing tells what lies
 * beyond it.
 */
function beyondTask(
  book: Book,
  rule: RewardRule,
  what: Exclude<RewardKind, { kind: 'graded' }>,
  indicator: string,
  projects: readonly BasedProject[],
  year: number,
): readonly FoundReward[] {
  const tasks = tasksOf(book, indicator, year, measureOf(`万${moneyName(rule)}`));
  const ids = new Map(allUnits(book.db).map((unit) => [unit.name, unit.id]));
  const units = [...new Set(projects.flatMap(({ shares }) => shares.map((one) => one.unit)))];
  return units.map((unit): FoundReward => {
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

/**
 * By the scores published for the whole year, the newest of them: what is published does not move.
 * Before that the newest scores of a shorter period show what it would be, and nothing can be
 * given.
 */
function graded(
  book: Book,
  rule: RewardRule,
  what: Extract<RewardKind, { kind: 'graded' }>,
  year: number,
): readonly FoundReward[] {
  const published = publicationsOf(book.db, year);
  const newest = published.find((one) => one.kind === 'year') ?? published[0];
  const sheet = newest === undefined ? null : publishedSheet(book.db, newest.id);
  if (newest === undefined || sheet === null) return [];
  const scores = sheet.groups.find((group) => group.name === what.group)?.scores ?? [];
  return scores.flatMap((score): readonly FoundReward[] => {
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
        refused:
          newest.kind === 'year'
            ? lapsedOn(rule, yearSpan(book, year).last)
            : '尚未公布全年得分，公布后才能列入',
      },
    ];
  });
}
