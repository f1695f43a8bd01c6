/**
 * 亩均评价: producing projects compared by what a 亩 of their land brings, graded A to D by their
 * place.
 */
import { compare, multiply, sum, type Decimal } from '../exact/decimal.ts';
import {
  compareFractions,
  dividedBy,
  plus,
  times,
  whole,
  ZERO,
  type Fraction,
} from '../exact/fraction.ts';

/**
 * The weights and shares of 淮安's rule of 2024, without its 20 points for green growth, of which
 * the ledger holds nothing; a benchmark is twice the average.
 */
export const MU_RULE = {
  weights: [
    { fact: 'tax', label: '亩均税收', weight: '45' },
    { fact: 'output', label: '亩均产值', weight: '35' },
  ],
  grades: [
    { grade: 'A', upTo: 20 },
    { grade: 'B', upTo: 60 },
    { grade: 'C', upTo: 95 },
    { grade: 'D', upTo: 100 },
  ],
  benchmark: '2',
  leastMu: '3',
  points: '100',
} as const;

export interface MuFacts {
  /** 亩; 元 a year. null: not known */
  readonly land: Decimal | null;
  readonly tax: Decimal | null;
  readonly output: Decimal | null;
}
export type MuResult =
  | { readonly score: Fraction; readonly place: number; readonly grade: string }
  | { readonly why: string };

/**
 * In the order given. Averages are sums over sums, of those evaluated; equal scores share a place.
 */
export function evaluateMu(list: readonly MuFacts[]): readonly MuResult[] {
  const whys = list.map(whyNot);
  const rated = list.flatMap((one, at) =>
    whys[at] === null && one.land !== null && one.tax !== null && one.output !== null
      ? [{ at, land: one.land, tax: one.tax, output: one.output }]
      : [],
  );
  const land = sum(rated.map((one) => one.land));
  const weights = sum(MU_RULE.weights.map((one) => one.weight));
  const scores = new Map(
    rated.map((one) => [
      one.at,
      MU_RULE.weights.reduce<Fraction>((total, { fact, weight }) => {
        const all = sum(rated.map((other) => other[fact]));
        if (compare(all, '0') <= 0) return total;
        // weight × (own ÷ land) ÷ (benchmark × all ÷ all land)
        return plus(
          total,
          dividedBy(
            dividedBy(dividedBy(times(whole(multiply(one[fact], weight)), land), one.land), all),
            MU_RULE.benchmark,
          ),
        );
      }, ZERO),
    ]),
  );
  return list.map((_, at): MuResult => {
    const score = scores.get(at);
    if (score === undefined) return { why: whys[at] ?? '' };
    const place =
      1 + [...scores.values()].filter((other) => compareFractions(other, score) > 0).length;
    const grade =
      MU_RULE.grades.find((one) => place * 100 <= one.upTo * rated.length)?.grade ?? 'D';
    return { score: dividedBy(times(score, MU_RULE.points), weights), place, grade };
  });
}

function whyNot({ land, tax, output }: MuFacts): string | null {
  const missing = [
    ...(land === null ? ['占地面积'] : []),
    ...(tax === null ? ['预计税收'] : []),
    ...(output === null ? ['预计产值'] : []),
  ];
  if (missing.length > 0) return `缺${missing.join('、')}`;
  return compare(land ?? '0', MU_RULE.leastMu) < 0 ? `用地不足${MU_RULE.leastMu}亩` : null;
}
