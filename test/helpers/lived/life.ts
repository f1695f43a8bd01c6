/**
 * Two years of a random county, the same for the same seed: units merged and new, months missing,
 * late and corrected, targets raised, all kinds of indicators, years that begin in December.
 */
import { seededDice } from '../bulletin-county.ts';
import { parsed, type Fraction } from './fractions.ts';

export const YEARS = [2012, 2013] as const;
export const MONTHS = 5;

export interface Kind {
  readonly code: string;
  readonly name: string;
  readonly measure: string;
  readonly places: number;
  readonly direction: 'up' | 'down';
  readonly kind: 'flow' | 'stock' | 'ratio';
  /** how the whole county's figure comes about: added, of its parts, or reported by itself */
  readonly whole: 'sum' | 'parts' | 'own';
  readonly parts?: readonly [over: string, under: string];
  readonly targets: 'none' | 'even' | 'quarters';
  /** typed with more decimals than are shown */
  readonly decimals: number;
}
const kind = (code: string, name: string, measure: string, more: Partial<Kind> = {}): Kind => ({
  code,
  name,
  measure,
  places: 0,
  direction: 'up',
  kind: 'flow',
  whole: 'sum',
  targets: 'even',
  decimals: 0,
  ...more,
});
export const KINDS: readonly Kind[] = [
  kind('invest', '固定资产投资', '亿元', { places: 2, decimals: 4 }),
  kind('tax', '税收', '万元', { decimals: 2, targets: 'quarters' }),
  kind('deaths', '事故死亡人数', '人', { direction: 'down' }),
  kind('firms', '规模以上工业企业', '家', { kind: 'stock' }),
  kind('old', '落后产能企业', '家', { kind: 'stock', direction: 'down' }),
  kind('rate', '污水处理率', '%', { kind: 'ratio', whole: 'own', places: 1, decimals: 3 }),
  kind('found', '排查隐患', '处', { kind: 'stock', targets: 'none' }),
  kind('mended', '整改隐患', '处', { kind: 'stock', targets: 'none' }),
  kind('mending', '隐患整改率', '%', {
    kind: 'ratio',
    whole: 'parts',
    parts: ['mended', 'found'],
    places: 1,
    decimals: 1,
  }),
  kind('foreign', '利用外资', '万美元', { places: 1, decimals: 2, targets: 'none' }),
];
export const kindOf = (code: string): Kind => {
  const found = KINDS.find((one) => one.code === code);
  if (found === undefined) throw new Error(code);
  return found;
};

/** What one unit told of one month: the month alone, or the year so far. */
export interface Told {
  readonly part: 'month' | 'cumulative';
  readonly text: string;
}
export interface Goal {
  readonly assured: string;
  readonly stretch: string | null;
  readonly base: string | null;
  readonly quarters: readonly string[] | null;
}
export type LampRule =
  | { readonly by: 'difference'; readonly yellow: string; readonly red: string }
  | { readonly by: 'ratio'; readonly green: string; readonly yellow: string };
export interface Life {
  readonly units: readonly string[];
  /** merged into the first one when the first year is over */
  readonly gone: string;
  /** begins with the second year */
  readonly begun: string;
  readonly firstMonth: 1 | 12;
  readonly stock: 'end' | 'path';
  readonly lamp: LampRule;
  /** the month of each year that is closed, and whether the targets are raised after it */
  readonly closed: number;
  readonly isRaised: boolean;
  /** by cell; the county's own under 县 */
  readonly told: ReadonlyMap<string, Told>;
  readonly late: ReadonlySet<string>;
  /** what a closed cell is corrected to */
  readonly corrected: ReadonlyMap<string, Told>;
  /** by year, version, kind and unit */
  readonly goals: ReadonlyMap<string, Goal>;
}
export const cell = (year: number, code: string, unit: string, month: number): string =>
  `${year} ${code} ${unit} ${month}`;
export const goalKey = (year: number, version: number, code: string, unit: string): string =>
  `${year} ${version} ${code} ${unit}`;
export const activeIn = ({ units, gone, begun }: Life, year: number): readonly string[] =>
  units.filter((unit) => unit !== (year === YEARS[0] ? begun : gone));

type Roll = (sides: number) => number;
const LAMPS: readonly LampRule[] = [
  { by: 'difference', yellow: '0', red: '20' },
  { by: 'difference', yellow: '10', red: '30' },
  { by: 'ratio', green: '80', yellow: '60' },
];

export function lifeOf(seed: number): Life {
  const roll = seededDice(seed);
  const units = Array.from({ length: 4 + roll(3) }, (_, at) => `第${at + 1}镇`);
  const bare = {
    units,
    gone: units.at(-1) ?? '',
    begun: units.at(-2) ?? '',
    firstMonth: seed % 2 === 0 ? (12 as const) : (1 as const),
    stock: roll(2) === 0 ? ('end' as const) : ('path' as const),
    lamp: LAMPS[seed % LAMPS.length] ?? { by: 'difference', yellow: '0', red: '20' },
    closed: 2 + roll(2),
    isRaised: roll(2) === 0,
    told: new Map<string, Told>(),
    late: new Set<string>(),
    corrected: new Map<string, Told>(),
    goals: new Map<string, Goal>(),
  };
  for (const year of YEARS)
    for (const unit of [...activeIn(bare, year), '县'])
      for (const one of KINDS) {
        if (one.parts !== undefined ? unit === '县' && roll(2) === 0 : false) continue;
        if (unit === '县' && one.whole === 'sum') continue;
        if (one.parts === undefined) tellCourse(roll, bare, year, one, unit);
        if (one.targets !== 'none' && roll(6) > 0) setGoals(roll, bare, year, one, unit);
      }
  return bare;
}

const decimal = (hundredths: number, places: number): string =>
  places === 0
    ? String(hundredths)
    : `${Math.floor(hundredths / 10 ** places)}.${String(hundredths % 10 ** places).padStart(places, '0')}`;
const sizeOf = ({ measure, decimals, direction, kind: is }: Kind): number =>
  (measure === '%' ? 100 : direction === 'down' ? (is === 'stock' ? 12 : 4) : 90) * 10 ** decimals;

interface Growing extends Life {
  readonly told: Map<string, Told>;
  readonly late: Set<string>;
  readonly corrected: Map<string, Told>;
  readonly goals: Map<string, Goal>;
}
function tellCourse(roll: Roll, life: Growing, year: number, one: Kind, unit: string): void {
  let sum = 0;
  const level = one.kind !== 'flow';
  for (let month = 1; month <= MONTHS; month += 1) {
    const value = roll(sizeOf(one));
    sum += value;
    const at = cell(year, one.code, unit, month);
    if (roll(8) === 0) continue;
    const isMonth = !level && roll(2) === 0;
    const say = (hundredths: number): string => decimal(hundredths, one.decimals);
    life.told.set(at, {
      part: isMonth ? 'month' : 'cumulative',
      text: say(level || isMonth ? value : sum),
    });
    if (month > life.closed && roll(6) === 0) life.late.add(at);
    if (month === life.closed && unit !== '县' && roll(6) === 0)
      life.corrected.set(at, {
        part: 'cumulative',
        text: say(level ? roll(sizeOf(one)) : sum + roll(7)),
      });
  }
}

function setGoals(roll: Roll, life: Growing, year: number, one: Kind, unit: string): void {
  const size = sizeOf(one) * (one.kind === 'flow' ? 6 : 1);
  const value = one.direction === 'down' && roll(3) === 0 ? 0 : 1 + roll(size);
  const more = one.direction === 'up' ? roll(size) : -roll(value + 1);
  const stretch = roll(3) === 0 ? null : value + more;
  const base = roll(2) === 0 ? null : roll(size);
  for (const [version, add] of [
    [1, 0],
    [2, life.isRaised && one.direction === 'up' ? roll(size) : 0],
  ] as const) {
    const assured = value + add;
    const cuts = [roll(assured + 1), roll(assured + 1), roll(assured + 1)].toSorted(
      (a, b) => a - b,
    );
    const say = (hundredths: number): string => decimal(hundredths, one.decimals);
    const [a = 0, b = 0, c = 0] = cuts;
    life.goals.set(goalKey(year, version, one.code, unit), {
      assured: say(assured),
      stretch: stretch === null ? null : say(stretch + add),
      base: base === null ? null : say(base),
      quarters:
        one.targets === 'quarters' && unit !== '县' && (version === 1 || life.isRaised)
          ? [a, b - a, c - b, assured - c].map(say)
          : null,
    });
  }
}

export const told = (text: string | null): Fraction | null => (text === null ? null : parsed(text));
