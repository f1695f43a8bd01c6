/**
 * The gate (准入预审): a park's entry conditions and a project's result against each, compared
 * exactly (domain.md §6).
 */
import { compare, divide, multiply, type Decimal } from '../exact/decimal.ts';

/** What a condition is made of; figures are totals of the project. */
export interface GateFacts {
  /** 元 人民币; null where unknown or in another currency */
  readonly investment: Decimal | null;
  readonly landMu: Decimal | null;
  /** ㎡ */
  readonly floorArea: Decimal | null;
  readonly footprintArea: Decimal | null;
  /** 元 a year */
  readonly tax: Decimal | null;
  readonly output: Decimal | null;
  /** 已取得, 办理中, 未办, 不需要 */
  readonly eia: string | null;
  readonly energyReview: string | null;
}

type FigureFact = Exclude<keyof GateFacts, 'eia' | 'energyReview'>;
const FACT_LABELS: Record<keyof GateFacts, string> = {
  investment: '总投资（人民币）',
  landMu: '占地面积',
  floorArea: '建筑面积',
  footprintArea: '建筑占地',
  tax: '预计税收',
  output: '预计产值',
  eia: '环评',
  energyReview: '节能审查',
};

interface Ratio {
  readonly kind: 'ratio';
  readonly top: FigureFact;
  /** null: the figure itself */
  readonly bottom: FigureFact | null;
  /** value = top × times ÷ (bottom × per), in the criterion's measure */
  readonly times: Decimal;
  readonly per: Decimal;
}
interface Passed {
  readonly kind: 'passed';
  readonly fact: 'eia' | 'energyReview';
}
interface Basis {
  readonly value: string;
  readonly label: string;
  readonly measure: string;
  readonly places: number;
}

const ratio = (
  top: FigureFact,
  bottom: FigureFact | null,
  times: Decimal,
  per: Decimal,
): Ratio => ({ kind: 'ratio', top, bottom, times, per });

/** 1 亩 = 2000/3 ㎡: land in ㎡ is 亩 × 2000 ÷ 3, kept as that fraction. */
export const CRITERIA = [
  {
    value: 'intensity_area',
    label: '投资强度',
    measure: '元/㎡',
    places: 2,
    of: ratio('investment', 'landMu', '3', '2000'),
  },
  {
    value: 'intensity_mu',
    label: '投资强度',
    measure: '万元/亩',
    places: 2,
    of: ratio('investment', 'landMu', '1', '10000'),
  },
  {
    value: 'plot_ratio',
    label: '容积率',
    measure: '',
    places: 2,
    of: ratio('floorArea', 'landMu', '3', '2000'),
  },
  {
    value: 'building_coefficient',
    label: '建筑系数',
    measure: '%',
    places: 2,
    of: ratio('footprintArea', 'landMu', '300', '2000'),
  },
  {
    value: 'tax_per_mu',
    label: '亩均税收',
    measure: '万元/亩',
    places: 2,
    of: ratio('tax', 'landMu', '1', '10000'),
  },
  {
    value: 'output_per_mu',
    label: '亩均产值',
    measure: '万元/亩',
    places: 2,
    of: ratio('output', 'landMu', '1', '10000'),
  },
  {
    value: 'total_investment',
    label: '总投资',
    measure: '万元',
    places: 0,
    of: ratio('investment', null, '1', '10000'),
  },
  { value: 'eia', label: '环评', measure: '', places: 0, of: { kind: 'passed', fact: 'eia' } },
  {
    value: 'energy_review',
    label: '节能审查',
    measure: '',
    places: 0,
    of: { kind: 'passed', fact: 'energyReview' },
  },
] as const satisfies readonly (Basis & { readonly of: Ratio | Passed })[];
export type Criterion = (typeof CRITERIA)[number]['value'];

export const criterionOf = (code: Criterion): Basis & { readonly of: Ratio | Passed } =>
  CRITERIA.find((one) => one.value === code) ?? CRITERIA[0];

/**
 * One condition of a park. For papers (环评) the limit is null: it must be obtained, or not be
 * needed.
 */
export interface Threshold {
  readonly criterion: Criterion;
  readonly limit: Decimal | null;
  /** the value must be above the limit, not only reach it */
  readonly above: boolean;
}

/** Where a park has none of its own: the conditions of domain.md §6. */
export const STANDARD_GATE: readonly Threshold[] = [
  { criterion: 'intensity_area', limit: '2500', above: false },
  { criterion: 'plot_ratio', limit: '0.6', above: false },
  { criterion: 'building_coefficient', limit: '45', above: true },
  { criterion: 'eia', limit: null, above: false },
];

export interface GateLine extends Threshold {
  /**
   * rounded half-up to the criterion's places; for papers, and where no land is used, the word
   * itself; null where it cannot be told
   */
  readonly value: string | null;
  readonly is: 'pass' | 'fail' | 'unknown';
  /** labels of what must be known to judge */
  readonly missing: readonly string[];
}
export interface GateResult {
  readonly lines: readonly GateLine[];
  /** fails where one line fails; unknown where something is missing and nothing fails */
  readonly is: 'pass' | 'fail' | 'unknown';
  readonly missing: readonly string[];
}

export function judgeGate(facts: GateFacts, thresholds: readonly Threshold[]): GateResult {
  const lines = thresholds.map((one) => judgeLine(facts, one));
  const is = lines.some((line) => line.is === 'fail')
    ? 'fail'
    : lines.some((line) => line.is === 'unknown')
      ? 'unknown'
      : 'pass';
  return { lines, is, missing: [...new Set(lines.flatMap((line) => line.missing))] };
}

/** What stands instead of a figure per 亩. */
const LANDLESS = '不用地';

function judgeLine(facts: GateFacts, threshold: Threshold): GateLine {
  const { of, places } = criterionOf(threshold.criterion);
  if (of.kind === 'passed') {
    const said = facts[of.fact];
    const is = said === '已取得' || said === '不需要' ? 'pass' : said === null ? 'unknown' : 'fail';
    return { ...threshold, value: said, is, missing: said === null ? [FACT_LABELS[of.fact]] : [] };
  }
  const [top, bottom] = [facts[of.top], of.bottom === null ? '1' : facts[of.bottom]];
  // a leased workshop takes no land: nothing is missing, and nothing is asked of its land
  if (of.bottom === 'landMu' && bottom !== null && compare(bottom, '0') === 0)
    return { ...threshold, value: LANDLESS, is: 'pass', missing: [] };
  // land of nothing is land not known
  const landless = bottom === null || compare(bottom, '0') <= 0;
  const missing = [
    ...(top === null ? [FACT_LABELS[of.top]] : []),
    ...(landless && of.bottom !== null ? [FACT_LABELS[of.bottom]] : []),
  ];
  if (top === null || bottom === null || landless || threshold.limit === null)
    return { ...threshold, value: null, is: 'unknown', missing };
  // compared as fractions, so that a rounded value never decides
  const [left, right] = [
    multiply(top, of.times),
    multiply(multiply(bottom, of.per), threshold.limit),
  ];
  const order = compare(left, right);
  const is = order > 0 || (order === 0 && !threshold.above) ? 'pass' : 'fail';
  return {
    ...threshold,
    value: toldBeside(threshold, is, left, multiply(bottom, of.per), places),
    is,
    missing,
  };
}

/**
 * With the criterion's places, and as many more as it takes not to read as the other side of the
 * limit: 2499.99999 against ≥2500 is not 2500.00 ✗.
 */
function toldBeside(
  { limit, above }: Threshold,
  is: 'pass' | 'fail',
  top: Decimal,
  bottom: Decimal,
  places: number,
): Decimal | null {
  for (let more = places; more <= MOST_PLACES; more += 1) {
    const told = divide(top, bottom, more);
    if (told === null || limit === null) return told;
    const order = compare(told, limit);
    if ((order > 0 || (order === 0 && !above)) === (is === 'pass')) return told;
  }
  return divide(top, bottom, MOST_PLACES);
}
const MOST_PLACES = 12;

/** ≥2500元/㎡, ＞45%, 取得. */
export function limitText({ criterion, limit, above }: Threshold): string {
  return limit === null ? '取得' : `${above ? '＞' : '≥'}${limit}${criterionOf(criterion).measure}`;
}
