/** The pieces that shipped schemes are put together from. */
import type { Decimal } from '../../exact/decimal.ts';
import type { UnitKind } from '../../ledgers/unit.ts';
import type {
  Filter,
  RankGroup,
  Item,
  ScorePart,
  ScoreRule,
  Scheme,
  ScoreSource,
} from '../scheme.ts';

export interface SchemePreset {
  readonly name: string;
  /** the published rule that it follows, and what of it the office has to fill in itself */
  readonly source: string;
  readonly scheme: Omit<Scheme, 'year'>;
}

type Against = Extract<ScoreSource, { from: 'indicator' }>['against'];
export const presetIndicator = (name: string, against: Against = 'assured'): ScoreSource => ({
  from: 'indicator',
  indicator: name,
  against,
});
export const EVENTS: ScoreSource = { from: 'events' };
/** projects by a date, counted or summed, as their credits share them */
export const projectsSource = (
  date: string,
  filters: readonly Filter[] = [],
  sum: string | null = null,
): ScoreSource => ({
  from: 'ledger',
  ledger: 'project',
  filters,
  sum,
  measure: sum === null ? '个' : '万元',
  by: 'credit',
  date,
});
export const presetAbove = (amount: string): readonly Filter[] => [
  { field: 'total_investment', text: `≥${amount}` },
];

export const presetPart = (label: string, source: ScoreSource, weight: Decimal): ScorePart => ({
  label,
  source,
  weight,
});
export const presetCompletion = (
  source: ScoreSource,
  cap: Decimal | null = null,
  floor: Decimal | null = null,
): ScoreRule => ({ kind: 'completion', parts: [presetPart('完成', source, '100')], cap, floor });
export const presetSteps = (
  source: ScoreSource,
  pairs: readonly (readonly [Decimal, Decimal])[],
): ScoreRule => ({
  kind: 'steps',
  source,
  steps: pairs.map(([from, percent]) => ({ from, percent })),
});
export const presetBonus = (...parts: readonly ScorePart[]): ScoreRule => ({
  kind: 'bonus',
  parts,
});
export const presetDeduction = (...parts: readonly ScorePart[]): ScoreRule => ({
  kind: 'deduction',
  parts,
});

/** codes are the items' own names */
export const presetItem = (
  name: string,
  points: Decimal,
  rule: ScoreRule,
  more: { readonly sheet?: string; readonly most?: Decimal; readonly least?: Decimal } = {},
): Item => ({
  code: name,
  name,
  sheet: more.sheet ?? '考核',
  points,
  most: more.most ?? null,
  least: more.least ?? null,
  rule,
});
export const VETO = presetItem('一票否决', '0', { kind: 'veto' });

const group = (
  name: string,
  kinds: readonly UnitKind[],
  items: readonly Item[],
  of: RankGroup['of'] = 'units',
): RankGroup => ({ name, of, kinds, units: [], items: items.map((one) => one.code) });
export const presetTownships = (items: readonly Item[]): RankGroup =>
  group('乡镇组', ['township'], items);
export const presetDepartments = (items: readonly Item[]): RankGroup =>
  group('部门组', ['department', 'park'], items);
export const presetOfficials = (items: readonly Item[]): RankGroup =>
  group('干部', ['township', 'department', 'park'], items, 'people');

/** one sheet that counts whole, ranked by township and by department, the best three in ten 优秀 */
export const presetScheme = (
  name: string,
  items: readonly Item[],
  more: Partial<Omit<Scheme, 'year'>> = {},
): Omit<Scheme, 'year'> => ({
  name,
  document: null,
  places: 2,
  sheets: [{ name: '考核', percent: '100', most: null }],
  most: null,
  items,
  groups: [presetTownships(items), presetDepartments(items)],
  grades: [
    { name: '优秀', from: null, share: '30' },
    { name: '良好', from: null, share: '70' },
    { name: '合格', from: null, share: null },
  ],
  vetoGrade: '不合格',
  ...more,
});
