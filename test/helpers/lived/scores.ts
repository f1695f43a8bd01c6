/**
 * A year's scores of a random county: a scheme over its indicators, and what it must give by the
 * model.
 */
import type { Scheme } from '../../../main/domain/scoring/scheme.ts';
import {
  fixed,
  HUNDRED,
  least,
  order,
  over,
  parsed,
  rounded,
  sign,
  times,
  total,
  whole,
  ZERO,
  type Fraction,
  type Maybe,
} from './fractions.ts';
import { activeIn, KINDS, type Kind, type Life } from './life.ts';
import { pageOf, type Line } from './model.ts';

const CODES = ['invest', 'tax', 'deaths', 'firms', 'rate', 'mending'] as const;
const POINTS = whole(10);
interface Rule {
  readonly code: string;
  readonly one: Kind;
  readonly by: 'completion' | 'pace' | 'steps';
}
const RULES: readonly Rule[] = CODES.flatMap((code) => {
  const one = KINDS.find((own) => own.code === code);
  if (one === undefined) return [];
  const bys =
    code === 'invest' || code === 'tax'
      ? (['completion', 'pace', 'steps'] as const)
      : (['completion', 'steps'] as const);
  return bys.map((by) => ({ code: `${code}-${by}`, one, by }));
});

export const schemeIn = (year: number): Scheme => ({
  name: '考核办法',
  year,
  document: null,
  places: 2,
  sheets: [{ name: '总', percent: '100', most: null }],
  most: null,
  grades: [],
  vetoGrade: '不合格',
  groups: [
    {
      name: '镇街',
      of: 'units',
      kinds: ['township', 'department'],
      units: [],
      items: RULES.map(({ code }) => code),
    },
  ],
  items: RULES.map(({ code, one, by }) => {
    const source = {
      from: 'indicator',
      indicator: one.name,
      against: by === 'pace' ? 'pace' : 'assured',
    } as const;
    return {
      code,
      name: code,
      sheet: '总',
      points: '10',
      most: null,
      least: null,
      rule:
        by === 'steps'
          ? {
              kind: 'steps',
              source,
              steps: [
                { from: '100', percent: '100' },
                { from: '80', percent: '75' },
                { from: '60', percent: '50' },
              ],
            }
          : {
              kind: 'completion',
              parts: [{ label: '完成率', source, weight: '100' }],
              cap: '120',
              floor: null,
            },
    };
  }),
});

/** done ÷ target, of a ceiling target ÷ done; null where it cannot be judged. */
function shareOf({ one, by }: Rule, { cumulative, target, due }: Line): Maybe {
  const goal = by === 'pace' ? due : target;
  if (goal === null || cumulative === null) return null;
  if (one.direction === 'up') return sign(goal) === 0 ? null : over(cumulative, goal);
  return sign(cumulative) <= 0 ? whole(1) : over(goal, cumulative);
}
function pointsOf(rule: Rule, line: Line): Maybe {
  const share = shareOf(rule, line);
  if (share === null) return null;
  if (rule.by !== 'steps') return times(POINTS, least(share, parsed('1.2')));
  const percent = (
    [
      [100, 100],
      [80, 75],
      [60, 50],
    ] as const
  ).find(([from]) => order(times(share, HUNDRED), whole(from)) >= 0);
  return percent === undefined ? ZERO : over(times(POINTS, whole(percent[1])), HUNDRED);
}

export interface Scored {
  readonly name: string;
  readonly items: readonly (string | null)[];
  readonly total: string;
  readonly place: number | null;
}
export function scoresOf(life: Life, year: number, month: number): readonly Scored[] {
  const pages = RULES.map((rule) => ({ rule, lines: pageOf(life, year, rule.one, month).lines }));
  const rows = activeIn(life, year).map((name, at) => {
    const items = pages.map(({ rule, lines }) => {
      const line = lines[at];
      return line === undefined ? null : pointsOf(rule, line);
    });
    // an item gives points as they are shown, and those are added
    const given = items.flatMap((one): Fraction[] => (one === null ? [] : [rounded(one, 2)]));
    return { name, items, sum: total(given), isRanked: given.length > 0 };
  });
  return rows.map(({ name, items, sum, isRanked }) => ({
    name,
    items: items.map((one) => (one === null ? null : fixed(one, 2))),
    total: fixed(sum, 2),
    // who has no points at all is not ranked
    place: isRanked
      ? 1 + rows.filter((other) => other.isRanked && order(other.sum, sum) > 0).length
      : null,
  }));
}
