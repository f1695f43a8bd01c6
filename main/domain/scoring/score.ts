/**
 * Scores of a group: every item with its points and reason, sheets folded, vetoes, places with ties
 * and grades. Pure.
 */
import { compare, divide, multiply, sum, type Decimal } from '../exact/decimal.ts';
import { rounded, whole, plus, times, dividedBy, ZERO } from '../exact/fraction.ts';
import {
  boundedPoints,
  countRule,
  manualRule,
  quotaRule,
  tieredRule,
  vetoRule,
} from './counted.ts';
import {
  averageRule,
  completionRule,
  overRule,
  placesRule,
  measuredResult,
  standingOf,
  stepsRule,
  type GroupStanding,
} from './measured.ts';
import {
  shownPoints,
  type ReasonLine,
  type Reading,
  type Result,
  type Subject,
} from './reading.ts';
import type { RankGroup, Item, Scheme } from './scheme.ts';

export interface ItemScore {
  readonly item: string;
  readonly name: string;
  /** null: cannot be judged yet; counts as nothing */
  readonly points: Decimal | null;
  readonly reason: string;
  readonly lines: readonly ReasonLine[];
}
export interface SubjectScore {
  readonly key: string;
  readonly name: string;
  readonly items: readonly ItemScore[];
  readonly total: Decimal;
  /** how the total comes about where sheets are folded */
  readonly words: string;
  /** why it is struck out of the ranking */
  readonly veto: string | null;
  /** equal totals share a place (1, 2, 2, 4); null where it is struck out */
  readonly place: number | null;
  readonly grade: string | null;
}
/**
 * A subject with the readings of each of the group's items, by item code, in the order of
 * `sourcesOf`.
 */
export interface Entrant {
  readonly subject: Subject;
  readonly readings: ReadonlyMap<string, readonly Reading[]>;
}

export function scoreGroup(
  scheme: Scheme,
  group: RankGroup,
  entrants: readonly Entrant[],
): readonly SubjectScore[] {
  const items = scheme.items.filter((item) => group.items.includes(item.code));
  const standings = new Map(
    items
      .filter(({ rule }) => rule.kind === 'average' || rule.kind === 'places')
      .map((item) => [
        item.code,
        standingOf(entrants.flatMap((one) => one.readings.get(item.code)?.[0] ?? [])),
      ]),
  );
  const scored = entrants.map((entrant) => scoreOf(scheme, items, entrant, standings));
  const idle = new Set(entrants.flatMap((one, at) => (isIdle(items, one, scored[at]) ? [at] : [])));
  const places = placesOf(scored.filter((_, at) => !idle.has(at)));
  return scored.map((one, at) => {
    if (idle.has(at)) return { ...one, place: null, grade: null };
    const place = one.veto === null ? (places.get(one.total) ?? null) : null;
    return {
      ...one,
      place,
      grade:
        one.veto === null
          ? gradeOf(scheme, one.total, place ?? 0, scored.length - idle.size)
          : scheme.vetoGrade,
    };
  });
}

const MEASURED: ReadonlySet<Item['rule']['kind']> = new Set([
  'completion',
  'steps',
  'over',
  'average',
  'places',
  'manual',
]);
/**
 * Whether nothing could be judged of a subject: no target or figure of all that is measured, and
 * nothing counted beside it. It is listed, neither ranked nor graded.
 */
function isIdle(
  items: readonly Item[],
  { readings }: Entrant,
  scored: Omit<SubjectScore, 'place' | 'grade'> | undefined,
): boolean {
  const points = new Map(scored?.items.map((one) => [one.item, one.points]));
  const measured = items.filter(({ rule }) => MEASURED.has(rule.kind));
  return (
    measured.length > 0 &&
    scored?.veto === null &&
    measured.every(({ code }) => (points.get(code) ?? null) === null) &&
    items.every(
      ({ code, rule }) =>
        MEASURED.has(rule.kind) ||
        (readings.get(code) ?? []).every(
          ({ records, value }) =>
            records.length === 0 && (value === null || compare(value, '0') === 0),
        ),
    )
  );
}

/**
 * Equal totals share a place, and the next stands as far behind as there are before it; who is
 * struck out has none.
 */
function placesOf(
  scored: readonly { readonly total: Decimal; readonly veto: string | null }[],
): ReadonlyMap<Decimal, number> {
  const totals = scored
    .flatMap((one) => (one.veto === null ? one.total : []))
    .sort((a, b) => compare(b, a));
  return new Map(totals.map((total, at) => [total, at + 1] as const).toReversed());
}

function scoreOf(
  scheme: Scheme,
  items: readonly Item[],
  entrant: Entrant,
  standings: ReadonlyMap<string, GroupStanding>,
): Omit<SubjectScore, 'place' | 'grade'> {
  const results = items.map((item) => ({
    item,
    ...judged(item, entrant, standings.get(item.code)),
  }));
  const scores = results.map(({ item, points, reason, lines }): ItemScore => {
    if (points === null) return { item: item.code, name: item.name, points: null, reason, lines };
    const cut = boundedPoints(points, item);
    return {
      item: item.code,
      name: item.name,
      points: rounded(cut.points, scheme.places),
      reason: reason + cut.words,
      lines,
    };
  });
  const veto = results.filter((one) => one.vetoed).map((one) => `${one.item.name}：${one.reason}`);
  return {
    key: entrant.subject.key,
    name: entrant.subject.name,
    items: scores,
    ...totalOf(scheme, items, scores),
    veto: veto.length === 0 ? null : veto.join('；'),
  };
}

/** The sum of the points of each sheet, folded by percent: 30:70. */
function totalOf(
  scheme: Scheme,
  items: readonly Item[],
  scores: readonly ItemScore[],
): { readonly total: Decimal; readonly words: string } {
  let total = ZERO;
  const words: string[] = [];
  for (const sheet of scheme.sheets) {
    const codes = new Set(
      items.filter((item) => item.sheet === sheet.name).map((item) => item.code),
    );
    const points = sum(
      scores.flatMap((score) => (codes.has(score.item) ? (score.points ?? []) : [])),
    );
    const kept = sheet.most !== null && compare(points, sheet.most) > 0 ? sheet.most : points;
    total = plus(total, dividedBy(times(whole(kept), sheet.percent), '100'));
    words.push(`${sheet.name}${shownPoints(kept)} × ${shownPoints(sheet.percent)}%`);
  }
  const capped = boundedPoints(total, { most: scheme.most, least: null });
  return {
    total: rounded(capped.points, scheme.places),
    words: (scheme.sheets.length === 1 ? '' : words.join(' ＋ ')) + capped.words,
  };
}

const NOBODY: GroupStanding = { mean: null, ratios: [] };

function judged(item: Item, entrant: Entrant, standing: GroupStanding = NOBODY): Result {
  const readings = entrant.readings.get(item.code) ?? [];
  const [own] = readings;
  if (own === undefined) return measuredResult(null, '没有数');
  const { rule, points } = item;
  switch (rule.kind) {
    case 'completion':
      return completionRule(rule, points, readings);
    case 'steps':
      return stepsRule(rule, points, own);
    case 'over':
      return overRule(rule, points, own);
    case 'tiered':
      return tieredRule(rule, own);
    case 'quota':
      return quotaRule(rule, own, entrant.subject);
    case 'average':
      return averageRule(rule, points, own, standing);
    case 'places':
      return placesRule(rule, own, standing);
    case 'bonus':
    case 'deduction':
      return countRule(rule, points, readings);
    case 'manual':
      return manualRule(rule, own);
    case 'veto':
      return vetoRule(own);
  }
}

/** The first grade whose bound the total reaches, or whose share of the group its place lies in. */
function gradeOf({ grades }: Scheme, total: Decimal, place: number, count: number): string | null {
  const found = grades.find((grade) => {
    if (grade.from !== null) return compare(total, grade.from) >= 0;
    return (
      grade.share === null ||
      compare(String(place), divide(multiply(grade.share, String(count)), '100', 6) ?? '0') <= 0
    );
  });
  return found?.name ?? null;
}
