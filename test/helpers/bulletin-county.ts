/**
 * A county for the month's bulletin, the same for the same seed: townships with flows, a part
 * (其中), a ceiling, deaths, a level, rates, one indicator without a target and one that nobody
 * reports; projects, tasks and problems to rectify.
 */
import type { IndicatorValues } from '../../main/services/targets/indicators.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import { listUnits } from '../../main/services/units/units.ts';
import { yearBook, type YearBook } from './year.ts';

/** The same numbers for the same seed. */
export function seededDice(seed: number): (sides: number) => number {
  let state = seed * 2654435761;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * sides);
  };
}
type Roll = ReturnType<typeof seededDice>;

interface Shape {
  readonly name: string;
  readonly more: Partial<IndicatorValues>;
  /** of one unit and month, as it is typed */
  readonly figure: (roll: Roll, month: number) => string;
  readonly target?: (roll: Roll) => string;
  readonly part?: string;
  readonly silent?: true;
}
const decimals = (value: number, places: number): string => (value / 10 ** places).toFixed(places);
const SHAPES: readonly Shape[] = [
  {
    name: '固定资产投资',
    more: { category: '经济运行', places: 2 },
    figure: (roll, month) => decimals(month * (20_000 + roll(90_000)), 4),
    target: (roll) => decimals(300_000 + roll(900_000), 4),
  },
  {
    name: '一般公共预算收入',
    more: { category: '经济运行', measure: '万元', places: 0 },
    figure: (roll, month) => decimals(month * (1_000 + roll(90_000)), 2),
    target: (roll) => String(500 + roll(9_000)),
  },
  {
    name: '合同引资',
    more: { category: '招商引资', places: 2 },
    figure: (roll, month) => decimals(month * roll(9_000), 4),
    target: (roll) => decimals(10_000 + roll(90_000), 4),
  },
  {
    name: '到位资金',
    more: { category: '招商引资', places: 2 },
    figure: (roll, month) => decimals(month * (4_000 + roll(6_000)), 4),
    target: (roll) => decimals(30_000 + roll(90_000), 4),
  },
  {
    name: '其中省际到位资金',
    more: { category: '招商引资', places: 2 },
    part: '到位资金',
    figure: (roll, month) => decimals(month * roll(4_000), 4),
  },
  {
    name: '其中亿元以上项目',
    more: { category: '招商引资', measure: '个', places: 0 },
    figure: (roll) => String(roll(6)),
  },
  {
    name: '生产安全事故',
    more: { category: '安全生产', measure: '起', places: 0, direction: 'down' },
    figure: (roll) => String(roll(3)),
    target: (roll) => String(1 + roll(3)),
  },
  {
    name: '事故死亡人数',
    more: { category: '安全生产', measure: '人', places: 0, direction: 'down' },
    figure: (roll) => String(roll(9) === 0 ? 1 : 0),
  },
  {
    name: '规模以上工业企业',
    more: { category: '经济运行', measure: '家', places: 0, kind: 'stock' },
    figure: (roll) => String(3 + roll(40)),
    target: (roll) => String(10 + roll(40)),
  },
  {
    name: '城镇污水处理率',
    more: { category: '生态环境', measure: '%', places: 1, kind: 'ratio', rollup: 'none' },
    figure: (roll) => decimals(7_000 + roll(3_000), 2),
    target: () => '95',
  },
  {
    name: '农民人均纯收入',
    more: { category: '经济运行', measure: '元', places: 0, rollup: 'none' },
    figure: () => '',
    target: () => '18000',
    silent: true,
  },
];

export interface BulletinCounty extends YearBook {
  readonly month: number;
  readonly indicators: Readonly<Record<string, number>>;
}

/** `least`: how much of the county is left out by chance, none for 0. */
export function bulletinCounty(
  seed: number,
  { units = 25, gaps = 0 }: { readonly units?: number; readonly gaps?: number } = {},
): BulletinCounty {
  const roll = seededDice(seed);
  const names = Array.from(
    { length: units },
    (_, at) => `${TOWNS[at % TOWNS.length] ?? ''}${at >= TOWNS.length ? '新' : ''}镇`,
  );
  const made = yearBook(names);
  const month = 2 + roll(11);
  const ids: Record<string, number> = {};
  for (const shape of SHAPES) {
    const id = made.add(shape.name, {
      ...shape.more,
      ...(shape.part === undefined ? {} : { parent: ids[shape.part] ?? null }),
    });
    ids[shape.name] = id;
    const all = (value: () => string): Record<string, string> =>
      Object.fromEntries(names.map((name) => [name, value()]));
    const { target } = shape;
    if (target !== undefined && (roll(10) >= gaps || shape.silent === true))
      made.target(
        id,
        shape.more.rollup === 'none' ? { 县: target(roll) } : all(() => target(roll)),
      );
    if (shape.silent === true) continue;
    const county = shape.more.rollup === 'none' ? { 县: shape.figure(roll, month) } : {};
    for (const year of [2011, 2012]) {
      const figures = Object.entries({ ...all(() => shape.figure(roll, month)), ...county });
      made.type(
        month,
        id,
        Object.fromEntries(figures.filter(() => roll(20) >= gaps)),
        'cumulative',
        year,
      );
    }
  }
  return { ...made, month, indicators: ids };
}

const TOWNS =
  '城关 河口 东山 龙泉 柳河 双塘 石桥 白马 青峰 太平 永安 新集 马头 沙溪 大湾 西坪 黄岩 枫林 杨柳 三合 高桥 金山 清水 长岭 梅园'.split(
    ' ',
  );

/** Projects, tasks and problems to rectify of the county's year. */
export function addProjects({ book }: YearBook, seed: number): void {
  const roll = seededDice(seed);
  const units = listUnits(book).flatMap(({ kind, name }) => (kind === 'county' ? [] : [name]));
  const unit = (): string => units[roll(Math.min(6, units.length))] ?? '';
  const day = (): string =>
    `2012-${String(1 + roll(12)).padStart(2, '0')}-${String(1 + roll(28)).padStart(2, '0')}`;
  createRecord(
    book,
    'project',
    Array.from({ length: 60 }, (_, at) => ({
      name: `${TOWNS[at % TOWNS.length] ?? ''}${['电子产业园', '食品加工', '新材料', '物流中心', '光伏发电'][roll(5)] ?? ''}${at + 1}期项目`,
      total_investment: `${1000 + roll(200_000)}万元`,
      stage: ['signed', 'started', 'building', 'producing'][roll(4)] ?? 'signed',
      signed_date: '2012-01-01',
      ...(roll(2) === 0 ? { started_date: day() } : {}),
      introducer: unit(),
    })),
  );
  createRecord(
    book,
    'rectification',
    Array.from({ length: 33 }, (_, at) => ({
      problem: `环保督察问题${at + 1}`,
      unit: unit(),
      found_date: '2012-01-10',
      deadline: day(),
      ...(roll(2) === 0 ? { state: 'closed', closed_date: '2012-02-01' } : {}),
    })),
  );
  createRecord(
    book,
    'task',
    Array.from({ length: 12 }, (_, at) => ({
      title: `重点工作${at + 1}`,
      lead_unit: unit(),
      assigned_date: '2012-01-10',
      deadline: day(),
    })),
  );
}
