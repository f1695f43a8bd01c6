/**
 * Who stands first and last in the month's bulletin: a few names at each end, or 红黑榜 by
 * thresholds; what should stay low is never praised for more, and nobody is told who has no figure.
 */
import { compare, type Decimal } from '../exact/decimal.ts';
import { isShare } from '../exact/measure.ts';
import type { BulletinIndicator, BulletinUnit } from './bulletin.ts';
import { joined, type ToldFigure, type FigureSource, type Sentence } from './sentence.ts';
import { isLevel, toldAs } from './verbs.ts';
import { PACE_WORDS } from './words.ts';

export interface EndsRule {
  /** a few names at each end, or those beyond the thresholds */
  readonly by: 'ends' | 'lists';
  readonly names: number;
  /** points over pace for 红榜 and under it for 黑榜 */
  readonly red: Decimal;
  readonly black: Decimal;
  /** the first are named without their figures; the last always carry them */
  readonly isShort: boolean;
}
/** Units that share a place stand together, up to so many. */
const MOST = 5;

interface Shown {
  readonly units: readonly BulletinUnit[];
  /** how many there are with those that are not named */
  readonly all: number;
}
type Measured = 'completion' | 'cumulative' | 'gap';

/** The first `names` of a list in order, with those that are equal to the last of them. */
function firstOf(sorted: readonly BulletinUnit[], names: number, by: Measured): Shown {
  const last = sorted[Math.min(names, sorted.length) - 1]?.[by];
  if (last === undefined || last === null) return { units: [], all: 0 };
  const upTo = sorted.findLastIndex((unit) => unit[by] === last) + 1;
  const shown = upTo <= MOST ? upTo : Math.min(names, MOST);
  return { units: sorted.slice(0, shown), all: Math.max(upTo, shown) };
}

/** The annex goes before the exact figure: both stand on one paper. */
const toldOf = (unit: BulletinUnit, by: Measured): Decimal =>
  by === 'cumulative' ? (unit.printed ?? valueOf(unit, by)) : valueOf(unit, by);
const valueOf = (unit: BulletinUnit, by: Measured): Decimal => unit[by] ?? '0';
function sortedBy(
  units: readonly BulletinUnit[],
  by: Measured,
  highFirst: boolean,
): readonly BulletinUnit[] {
  return units
    .filter((unit) => unit[by] !== null)
    .toSorted((a, b) => compare(valueOf(b, by), valueOf(a, by)) * (highFirst ? 1 : -1));
}

/** 慕仪镇（106.61%）、虢镇（73.87%）等4个 */
function names(
  one: BulletinIndicator,
  { units, all }: Shown,
  by: Measured,
  bare = false,
): Sentence {
  const figure = (unit: BulletinUnit): Sentence => {
    const of: FigureSource['of'] = by === 'cumulative' ? 'cumulative' : by;
    const part: ToldFigure = {
      figure: toldOf(unit, by).replace(/^-/, by === 'gap' ? '' : '-'),
      places: by === 'cumulative' ? one.places : 2,
      source: { indicator: one.id, unit: unit.unit, of },
    };
    return [part, by === 'cumulative' ? one.measure : by === 'gap' ? '个百分点' : '%'];
  };
  const list = joined(
    units.map((unit) => (bare ? [unit.name] : [`${unit.name}（`, ...figure(unit), '）'])),
    '、',
  );
  return all > units.length ? [...list, `等${all}个`] : list;
}

/** Both ends of an order; no unit stands at both, and where all are equal nobody is first. */
function bothEnds(
  one: BulletinIndicator,
  rule: EndsRule,
  {
    by,
    goodIsHigh,
    first,
    last,
  }: {
    readonly by: Measured;
    readonly goodIsHigh: boolean;
    readonly first: string;
    readonly last: string;
  },
): Sentence {
  const good = sortedBy(one.units, by, goodIsHigh);
  const bad = sortedBy(one.units, by, !goodIsHigh);
  const most = Math.min(rule.names, Math.floor(good.length / 2));
  const [best, worst] = [good[0], bad[0]];
  if (best === undefined || worst === undefined || most === 0) return [];
  if (compare(valueOf(best, by), valueOf(worst, by)) === 0) return [];
  const top = firstOf(good, most, by);
  const told = new Set(top.units);
  const bottom = firstOf(
    bad.filter((unit) => !told.has(unit)),
    most,
    by,
  );
  // where most are equal the end that they make is no end
  const ends = [
    top.all > good.length / 2 ? [] : [first, ...names(one, top, by, rule.isShort)],
    bottom.all === 0 || bottom.all > good.length / 2 ? [] : [last, ...names(one, bottom, by)],
  ];
  return joined(ends, rule.isShort ? '，' : '；');
}

/** 超控制进度的2个：甲镇（3起）、…; what happened most where there is no ceiling. */
function ceilingParts(one: BulletinIndicator, rule: EndsRule): Sentence {
  const measured = one.units.filter((unit) => unit.gap !== null);
  if (measured.length > 0) {
    const over = sortedBy(measured, 'gap', true).filter(
      (unit) => compare(valueOf(unit, 'gap'), '0') > 0,
    );
    if (over.length === 0)
      return [`${measured.length === one.units.length ? '各单位' : '已报的单位'}都没有超控制进度`];
    const shown = over.slice(0, Math.min(rule.names, MOST));
    return [
      `${PACE_WORDS.down.over}的${over.length}个：`,
      ...names(one, { units: shown, all: shown.length }, 'cumulative'),
      over.length > shown.length ? '等' : '',
    ];
  }
  const some = sortedBy(one.units, 'cumulative', true).filter(
    (unit) => compare(valueOf(unit, 'cumulative'), '0') > 0,
  );
  if (some.length === 0) return [];
  const verb = /^发生|死亡$/u.exec(toldAs(one))?.[0] ?? '';
  return [
    `${verb}较多的是`,
    ...names(one, firstOf(some, Math.min(rule.names, some.length), 'cumulative'), 'cumulative'),
  ];
}

/** 红榜（超序时进度10个百分点以上）2个：…；黑榜（欠序时进度20个百分点以上）3个：… */
function listsParts(one: BulletinIndicator, rule: EndsRule): Sentence {
  const over = sortedBy(one.units, 'gap', true).filter(
    (unit) => compare(valueOf(unit, 'gap'), rule.red) >= 0,
  );
  const under = sortedBy(one.units, 'gap', false).filter(
    (unit) => compare(valueOf(unit, 'gap'), `-${rule.black}`) <= 0,
  );
  const list = (
    label: string,
    words: string,
    limit: Decimal,
    units: readonly BulletinUnit[],
  ): Sentence =>
    units.length === 0
      ? []
      : [
          `${label}（${words}${limit}个百分点以上）${units.length}个：`,
          ...names(
            one,
            { units: units.slice(0, MOST), all: Math.min(MOST, units.length) },
            'completion',
          ),
        ];
  return joined(
    [
      list('红榜', PACE_WORDS.up.over, rule.red, over),
      list('黑榜', PACE_WORDS.up.under, rule.black, under),
    ],
    '；',
  );
}

/** Empty where nothing can be said: nobody reported, or all are equal. */
export function endsParts(one: BulletinIndicator, rule: EndsRule): Sentence {
  if (one.units.every((unit) => unit.cumulative === null)) return [];
  const level = isLevel(one);
  if (one.direction === 'down' && !level) return ceilingParts(one, rule);
  const targeted = one.units.some((unit) => unit.completion !== null);
  if (
    level &&
    (isShare(one.measure) || one.kind === 'ratio' || one.direction === 'down' || !targeted)
  ) {
    const [high, low] =
      one.kind === 'stock' && !isShare(one.measure) ? ['较多', '较少'] : ['较高', '较低'];
    const goodIsHigh = one.direction === 'up';
    return bothEnds(one, rule, {
      by: 'cumulative',
      goodIsHigh,
      first: `${goodIsHigh ? high : low}的是`,
      last: `${goodIsHigh ? low : high}的是`,
    });
  }
  if (!targeted)
    return bothEnds(one, rule, {
      by: 'cumulative',
      goodIsHigh: true,
      first: '总量居前的是',
      last: '靠后的是',
    });
  if (level)
    return bothEnds(one, rule, {
      by: 'completion',
      goodIsHigh: true,
      first: '与年度目标相比，较好的是',
      last: '差距较大的是',
    });
  if (rule.by === 'lists') return listsParts(one, rule);
  return bothEnds(one, rule, {
    by: 'completion',
    goodIsHigh: true,
    first: '完成率居前的是',
    last: '靠后的是',
  });
}
