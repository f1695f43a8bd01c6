/**
 * The shipped sets of indicators (domain.md §10): what an office of that kind usually counts, with
 * what a ledger already knows.
 */
import type { CountedFrom, IndicatorSet, SetIndicator } from './indicator-set.ts';
import type { Direction } from './indicator.ts';
import type { OwnCode } from '../ledgers/own-code.ts';

const flow = (
  name: string,
  measure: string,
  places: number,
  more: Partial<SetIndicator> = {},
): SetIndicator => ({
  name,
  measure,
  places,
  direction: 'up',
  kind: 'flow',
  rollup: 'sum',
  parent: null,
  numerator: null,
  denominator: null,
  factor: '1',
  counted: null,
  ...more,
});
const stock = (
  name: string,
  measure: string,
  places: number,
  more: Partial<SetIndicator> = {},
): SetIndicator => flow(name, measure, places, { kind: 'stock', ...more });
/** a percentage that each unit states by itself and that is not added up */
const stated = (name: string, direction: Direction = 'up'): SetIndicator =>
  flow(name, '%', 1, { kind: 'ratio', rollup: 'none', direction });
/** numerator ÷ denominator × factor, rolled up by both */
const ratio = (
  name: string,
  measure: string,
  places: number,
  [numerator, denominator, factor]: readonly [string, string, string],
  direction: Direction = 'up',
): SetIndicator =>
  flow(name, measure, places, {
    kind: 'ratio',
    rollup: 'ratio',
    direction,
    numerator,
    denominator,
    factor,
  });
const less = { direction: 'down' } as const;

/**
 * A project, with its money, counts for the one unit that introduced it; only what has arrived is
 * shared.
 */
const projects = (
  sum: string | null,
  date: string,
  filters: CountedFrom['filters'] = [],
): { readonly counted: CountedFrom } => ({
  counted: { ledger: 'project', filters, sum, unit: 'introducer', date },
});
const SIGNED = 'signed_date';
const above = (amount: string): CountedFrom['filters'] => [
  { field: 'total_investment', text: `≥${amount}` },
];
const leads = (filters: CountedFrom['filters'] = []): { readonly counted: CountedFrom } => ({
  counted: { ledger: 'lead', filters, sum: null, unit: 'unit', date: 'date' },
});
/**
 * Counted from a shipped ledger: by the unit in its field `unit`; without a day as it stands now.
 */
const own = (
  ledger: OwnCode,
  parts: {
    readonly date?: string;
    readonly sum?: string;
    readonly filters?: CountedFrom['filters'];
  } = {},
): { readonly counted: CountedFrom } => ({
  counted: {
    ledger,
    filters: parts.filters ?? [],
    sum: parts.sum ?? null,
    unit: 'unit',
    date: parts.date ?? null,
  },
});
const IN_USE = { field: 'state', text: '在用' };
const FULL = { field: 'meets', text: '是' };
const problems = (
  date: string,
  filters: CountedFrom['filters'] = [],
): { readonly counted: CountedFrom } => ({
  counted: { ledger: 'rectification', filters, sum: null, unit: 'unit', date },
});

export const INDICATOR_SETS: readonly IndicatorSet[] = [
  {
    name: '招商引资',
    about: '签约、引资、到位，项目台账里有的自动统计',
    indicators: [
      flow('签约项目个数', '个', 0, projects(null, SIGNED)),
      flow('其中亿元以上项目', '个', 0, {
        parent: '签约项目个数',
        ...projects(null, SIGNED, above('1亿')),
      }),
      flow('其中5亿元以上项目', '个', 0, {
        parent: '其中亿元以上项目',
        ...projects(null, SIGNED, above('5亿')),
      }),
      flow('开工项目个数', '个', 0, projects(null, 'started_date')),
      flow('投产项目个数', '个', 0, projects(null, 'producing_date')),
      flow('签约项目总投资', '亿元', 2, projects('total_investment', SIGNED)),
      flow('合同引资', '亿元', 2, projects('contract_amount', SIGNED)),
      flow('到位资金', '亿元', 2, {
        counted: { ledger: 'arrival', filters: [], sum: 'amount', unit: 'credit', date: 'date' },
      }),
      flow('其中省际到位资金', '亿元', 2, { parent: '到位资金' }),
      flow('合同外资', '万美元', 1, projects('foreign_contract', SIGNED)),
      flow('实际利用外资', '万美元', 1),
      flow('招商线索', '条', 0, leads()),
      flow('有价值线索', '条', 0, {
        parent: '招商线索',
        ...leads([{ field: 'judged', text: '有价值' }]),
      }),
    ],
  },
  {
    name: '经济运行',
    about: '地区生产总值、财政、投资、工业、消费和居民收入',
    indicators: [
      flow('地区生产总值', '亿元', 2),
      stated('地区生产总值增速'),
      flow('财政总收入', '亿元', 2),
      flow('地方一般预算收入', '亿元', 2, { parent: '财政总收入' }),
      flow('固定资产投资', '亿元', 2),
      flow('工业投资', '亿元', 2, { parent: '固定资产投资' }),
      flow('规模以上工业增加值', '亿元', 2),
      stated('规模以上工业增加值增速'),
      flow('社会消费品零售总额', '亿元', 2),
      flow('城镇居民人均可支配收入', '元', 0, { rollup: 'none' }),
      flow('农民人均纯收入', '元', 0, { rollup: 'none' }),
    ],
  },
  {
    name: '工业园区',
    about: '园区产出、税收、投资和土地',
    indicators: [
      flow('园区工业总产值', '亿元', 2),
      flow('园区工业增加值', '亿元', 2),
      flow('园区税收', '万元', 0),
      flow('园区固定资产投资', '亿元', 2),
      stock('入园企业', '家', 0),
      stock('规模以上企业', '家', 0, { parent: '入园企业' }),
      stock('园区从业人员', '人', 0),
      stock('园区已开发面积', '亩', 0),
      ratio('亩均税收', '万元/亩', 2, ['园区税收', '园区已开发面积', '1']),
    ],
  },
  {
    name: '生态园区',
    about: '每万元工业增加值的能耗、水耗和排放，按分子分母汇总',
    indicators: [
      flow('工业增加值', '亿元', 2),
      flow('综合能源消费量', '万吨标煤', 2, less),
      flow('新鲜水用量', '万立方米', 2, less),
      flow('废水排放量', '万吨', 2, less),
      flow('化学需氧量排放量', '吨', 1, less),
      flow('二氧化硫排放量', '吨', 1, less),
      flow('工业固体废物产生量', '万吨', 2, less),
      ratio(
        '单位工业增加值综合能耗',
        '吨标煤/万元',
        2,
        ['综合能源消费量', '工业增加值', '1'],
        'down',
      ),
      ratio('单位工业增加值新鲜水耗', '立方米/万元', 1, ['新鲜水用量', '工业增加值', '1'], 'down'),
      ratio('单位工业增加值废水产生量', '吨/万元', 1, ['废水排放量', '工业增加值', '1'], 'down'),
      ratio(
        '单位工业增加值COD排放量',
        '千克/万元',
        2,
        ['化学需氧量排放量', '工业增加值', '0.1'],
        'down',
      ),
      ratio(
        '单位工业增加值二氧化硫排放量',
        '千克/万元',
        2,
        ['二氧化硫排放量', '工业增加值', '0.1'],
        'down',
      ),
      ratio(
        '单位工业增加值固废产生量',
        '吨/万元',
        2,
        ['工业固体废物产生量', '工业增加值', '1'],
        'down',
      ),
    ],
  },
  {
    name: '安全生产',
    about: '事故、隐患排查和整改、特种设备定检，由整改台账和特种设备台账统计',
    indicators: [
      flow('生产安全事故', '起', 0, less),
      flow('事故死亡人数', '人', 0, less),
      flow('排查隐患', '处', 0, { ...problems('found_date') }),
      flow('重大隐患', '处', 0, {
        parent: '排查隐患',
        ...less,
        ...problems('found_date', [{ field: 'level', text: '重大' }]),
      }),
      flow('已整改隐患', '处', 0, { ...problems('closed_date') }),
      ratio('隐患整改率', '%', 1, ['已整改隐患', '排查隐患', '100']),
      stock('在用特种设备', '台', 0, own('own_equipment', { filters: [IN_USE] })),
      stock('已定检特种设备', '台', 0, {
        parent: '在用特种设备',
        ...own('own_equipment', { filters: [IN_USE, { field: 'inspected', text: '是' }] }),
      }),
      ratio('特种设备定检率', '%', 1, ['已定检特种设备', '在用特种设备', '100']),
    ],
  },
  {
    name: '农村电商',
    about: '网络零售、服务站点“十个一”和培训，由站点、培训班台账统计',
    indicators: [
      flow('农村网络零售额', '万元', 0),
      flow('农产品网络零售额', '万元', 0, { parent: '农村网络零售额' }),
      stock('电商服务站点', '个', 0, own('own_service_points', { date: 'opened_date' })),
      stock('村级服务站点', '个', 0, {
        parent: '电商服务站点',
        ...own('own_service_points', {
          date: 'opened_date',
          filters: [{ field: 'level', text: '村级点' }],
        }),
      }),
      stock('“十个一”达标站点', '个', 0, {
        parent: '电商服务站点',
        ...own('own_service_points', { date: 'opened_date', filters: [FULL] }),
      }),
      ratio('站点达标率', '%', 1, ['“十个一”达标站点', '电商服务站点', '100']),
      stock('站点代销额', '万元', 2, own('own_service_points', { sum: 'sales' })),
      flow(
        '电商培训',
        '人次',
        0,
        own('own_trainings', {
          date: 'date',
          sum: 'people',
          filters: [{ field: 'kind', text: '电商' }],
        }),
      ),
      stock('快递进出件', '万件', 1, own('own_service_points', { sum: 'parcels' })),
    ],
  },
  {
    name: '就业创业',
    about: '新增就业、转移就业、培训和返乡创业，由培训班、返乡创业台账统计',
    indicators: [
      flow('城镇新增就业', '人', 0),
      flow('失业人员再就业', '人', 0, { parent: '城镇新增就业' }),
      flow('农村劳动力转移就业', '人', 0),
      flow(
        '职业技能培训',
        '人次',
        0,
        own('own_trainings', {
          date: 'date',
          sum: 'people',
          filters: [{ field: 'kind', text: '职业技能' }],
        }),
      ),
      flow('返乡创业', '人', 0, own('own_founders', { date: 'founded' })),
      flow('返乡创业带动就业', '人', 0, own('own_founders', { date: 'founded', sum: 'jobs' })),
      flow('创业担保贷款', '万元', 0, own('own_founders', { date: 'founded', sum: 'loan' })),
      stated('城镇登记失业率', 'down'),
    ],
  },
  {
    name: '文明创建',
    about: '创建问题整改、“散乱污”整治和拆违，由整改台账和“散乱污”企业台账统计',
    indicators: [
      flow('排查创建问题', '个', 0, problems('found_date')),
      flow('已整改创建问题', '个', 0, problems('closed_date')),
      ratio('创建问题整改率', '%', 1, ['已整改创建问题', '排查创建问题', '100']),
      stock('“散乱污”企业', '家', 0, { ...less, ...own('own_polluters', { date: 'found_date' }) }),
      stock('已整治“散乱污”企业', '家', 0, {
        parent: '“散乱污”企业',
        ...own('own_polluters', {
          date: 'closed_date',
          filters: [{ field: 'state', text: '已销号' }],
        }),
      }),
      ratio('“散乱污”整治率', '%', 1, ['已整治“散乱污”企业', '“散乱污”企业', '100']),
      stock('拆除违建', '处', 0, own('own_polluters', { sum: 'buildings' })),
      stock('拆违面积', '平方米', 0, own('own_polluters', { sum: 'area' })),
      flow('公益广告宣传牌', '块', 0),
      flow('志愿服务', '人次', 0),
    ],
  },
  {
    name: '市场监管',
    about: '抽检、检查、案件和特种设备，设备由特种设备台账统计',
    indicators: [
      flow('食品抽检', '批次', 0),
      flow('食品抽检合格批次', '批次', 0, { parent: '食品抽检' }),
      ratio('食品抽检合格率', '%', 1, ['食品抽检合格批次', '食品抽检', '100']),
      flow('食品快检', '批次', 0),
      flow('检查药械化妆品单位', '家次', 0),
      flow('检查特种设备', '台次', 0),
      flow('查办案件', '件', 0),
      stock('登记特种设备', '台', 0, own('own_equipment', { filters: [IN_USE] })),
      stock('定检特种设备', '台', 0, {
        parent: '登记特种设备',
        ...own('own_equipment', { filters: [IN_USE, { field: 'inspected', text: '是' }] }),
      }),
      ratio('定检率', '%', 1, ['定检特种设备', '登记特种设备', '100']),
      flow('投诉举报办结', '件', 0),
    ],
  },
];

/**
 * The named indicators of a set with those they are part of or computed from, in the set's order.
 */
export function withNeeded(set: IndicatorSet, names: readonly string[]): readonly SetIndicator[] {
  const wanted = new Set(names);
  for (let size = -1; size !== wanted.size;) {
    size = wanted.size;
    for (const one of set.indicators)
      if (wanted.has(one.name))
        for (const needed of [one.parent, one.numerator, one.denominator])
          if (needed !== null) wanted.add(needed);
  }
  return set.indicators.filter((one) => wanted.has(one.name));
}
