/** The 13 projects of sample 02 as records, so that tables are tested without a database. */
import type { Row } from '../../preload/contract/records.ts';
import type { ParsedTableOptions } from '../../preload/contract/tables.ts';
import type { ReportContext } from '../../main/reporting/tables/report.ts';

type Line = readonly [name: string, company: string, nature: string, content: string, figures: readonly number[], started: string | null, completed: string, progress: string, stage: string, sponsor: string | null];
const LINES: readonly Line[] = [
  ['古玉煤化工甲醇项目', '古玉煤化工公司', '新建', '年产20万吨甲醇', [86000, 24000, 23800, 85600, 52000, 420, 118000, 98000], '2008-09', '2010-11', '已试生产', 'producing', '张主任'],
  ['中发金属制品项目', '中发金属制品公司', '新建', '金属制品生产线4条', [21000, 9000, 9200, 20800, 15600, 110, 46200, 38100], '2009-03', '2010-10', '已试生产', 'producing', '张主任'],
  ['海泰新能科技二期工程', '海泰新能科技公司', '扩建', '太阳能组件100MW', [32000, 18000, 18000, 32000, 26000, 96, 52800, 34600], '2009-10-12', '2010-08', '已投入使用', 'producing', '张主任'],
  ['唐山兴邦焊管项目', '唐山兴邦管道公司', '新建', '螺旋焊管生产线2条', [38000, 15000, 12600, 17900, 12000, 180, 72500, 61000], '2010-04', '2011-06', '设备基础施工，部分设备已订购', 'building', '李副主任'],
  ['邦力晋银化工搬迁项目', '邦力晋银化工公司', '搬迁', '合成氨装置搬迁改造', [120000, 40000, 31500, 31500, 30000, 560, 136000, 121000], '2010-05', '2011-12', '主要工段打桩完成，厂房框架施工', 'building', '李副主任'],
  ['开元焊接材料项目', '开元集团', '新建', '年产5万吨焊接材料', [26000, 16000, 15200, 15200, 11000, 130, 58600, 47200], '2010-06', '2011-05', '主体工程基本完工', 'building', '李副主任'],
  ['庞大汽贸项目', '庞大集团', '新建', '汽车销售服务综合体', [18000, 10000, 9800, 9800, 9800, 88, 41000, 22000], '2010-07', '2011-04', '主体工程基本完工', 'building', '李副主任'],
  ['泰宇重工项目', '泰宇重工公司', '新建', '重型机械结构件', [29000, 14000, 11200, 14600, 9000, 150, 61200, 50800], '2009-11', '2011-09', '厂房封顶', 'building', '李副主任'],
  ['兴民钢圈项目', '兴民钢圈公司', '新建', '年产600万只钢制车轮', [45000, 0, 0, 0, 3000, 260, 98000, 81000], null, '2012-06', '办理用地手续', 'signed', '王副主任'],
  ['吉祥药业项目', '吉祥药业公司', '新建', '中成药提取及制剂', [15600, 0, 0, 0, 800, 62, 31000, 18600], null, '2012-03', '环评编制', 'signed', '王副主任'],
  ['同仁堂保健品项目', '同仁堂', '新建', '保健品生产基地', [52000, 0, 0, 0, 5000, 210, 88000, 56000], null, '2012', '规划设计', 'signed', '王副主任'],
  ['元创包装机械项目', '元创公司', '新建', '包装机械', [12800, 0, 0, 0, 600, 58, 24800, 20100], null, '2012-05', '立项', 'signed', '王副主任'],
  ['致富塑机项目', '致富塑机公司', '新建', '注塑机300台套', [13800, 0, 0, 0, 700, 66, 27500, 21900], null, '2012-09', '立项', 'signed', '王副主任'],
];
const FIGURES = ['total_investment', 'planned_this_year', 'invested_this_year', 'invested_total', 'arrived_total', 'land_mu', 'floor_area', 'footprint_area'];
const AMOUNTS = 5;

const rowOf = ([name, company, nature, content, figures, started_date, planned_completed_date, progress, stage, sponsor]: Line, index: number): Row => ({
  id: index + 1, name, company, nature, content, started_date, planned_completed_date, progress, stage, sponsor,
  ...Object.fromEntries(FIGURES.map((code, place) => [code, place < AMOUNTS ? `${figures[place]}0000.00` : String(figures[place])])),
});

export const sampleRows: readonly Row[] = LINES.map(rowOf);

/** `count` projects, the sample's repeated under names of their own: 项目001 … */
export function manyRows(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => ({ ...sampleRows[index % sampleRows.length], id: index + 1, name: `项目${String(index + 1).padStart(3, '0')}` }));
}

export const options = (chosen: Partial<ParsedTableOptions> = {}): ParsedTableOptions => ({ filters: [], ...chosen });
/** a county that has said nothing about shares, gates and rates */
export const noProjects: ReportContext['projects'] = {
  isCounted: () => true, milestonesOf: () => new Map(), notices: () => [], openProblems: () => [], quota: () => [], stagesOf: () => [],
  lifeOf: () => ({ parent: null, children: [], unlinked: null, counted: true, months: [], talks: [], problems: [], leads: [] }),
  partsOf: () => ({ arrivals: [], totals: { reported: '0', recognised: '0', waiting: 0, withoutRate: 0, hasOthers: false }, credit: { introducer: null, split: 'alone', shares: [], certificate: null }, milestones: [], gate: { park: null, lines: [], is: 'unknown', missing: [] }, carried: false, years: [] }),
  sharesOf: () => [], gates: () => [], rates: () => ({ rule: 'fixed', list: [] }) };
export const context: ReportContext = { county: '工业园区管委会', year: 2010, month: 12, today: '2010-12-31', units: ['东关街道', '虢镇', '区工信局'], projects: noProjects };
