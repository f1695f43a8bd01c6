/** The project ledger (项目台账): all its fields, once. A new field is one line here and one migration. */
import { TIERS } from './size-tier.ts';
import { STAGES } from './stage.ts';
import type { Choice, Field, Ledger } from './field.ts';

const words = (...labels: string[]): readonly Choice[] => labels.map((label) => ({ value: label, label }));
/** How far a paper is that an authority gives. */
const PAPER: readonly Choice[] = [{ value: '已取得', label: '已取得', also: ['已批复', '通过', '已通过', '√'] }, { value: '办理中', label: '办理中' }, { value: '未办', label: '未办', also: ['未办理'] }, { value: '不需要', label: '不需要' }];
const INVESTMENT = '投资情况';
const DONE = '投资情况›完成投资';
const LAND = '用地情况';
const FOREIGN = '外资';
const EXPECTED = '预期效益';
const DATES = '时间节点';

const fields = [
  { code: 'code', label: '项目编号', synonyms: ['编号', '项目代码', '项目编码'], kind: 'text', width: 104 },
  { code: 'name', label: '项目名称', synonyms: ['项目', '名称', '重点项目名称', '项目（企业）名称'], kind: 'text', width: 200, required: true },
  { code: 'stage', label: '项目阶段', synonyms: ['阶段', '项目状态', '建设阶段', '所处阶段', '进展阶段', '状态'], kind: 'choice', choices: STAGES, width: 76, groupable: true },
  { code: 'company', label: '投资方', synonyms: ['企业', '投资企业', '投资企业全称', '投资单位', '投资商', '投资主体', '建设单位', '项目业主', '业主', '业主单位', '企业名称', '投资方名称', '投资方（企业）'], kind: 'text', width: 138, groupable: true },
  { code: 'origin', label: '来源地', synonyms: ['客商来源地', '资金来源地', '投资方所在地', '客商来源', '投资来源地'], kind: 'choice', width: 84, groupable: true,
    choices: [{ value: '县内', label: '县内', also: ['本县', '区内', '本地'] }, { value: '市内县外', label: '市内县外' }, { value: '省内市外', label: '省内市外', also: ['省内', '本省'] }, { value: '省外', label: '省外', also: ['国内省外'] },
      { value: '港澳台', label: '港澳台', also: ['香港', '澳门', '台湾', '港资', '台资'] }, { value: '外资', label: '外资', also: ['国外', '境外'] }] },
  { code: 'origin_place', label: '来源地名', synonyms: ['来源省市', '客商所在地'], kind: 'text', width: 100 },
  { code: 'category', label: '项目类别', synonyms: ['类别', '项目分类'], kind: 'choice', choices: words('招商引资', '重点建设', '工业技改', '基础设施', '民生实事'), width: 84, groupable: true },
  { code: 'level', label: '项目级别', synonyms: ['级别', '项目层级'], kind: 'choice', choices: words('省重点', '市重点', '县重点', '一般'), width: 76, groupable: true },
  { code: 'parent', label: '上级项目', synonyms: ['所属项目', '母项目'], kind: 'text', width: 138 },
  { code: 'approval_number', label: '批准文号', synonyms: ['立项文号', '备案文号', '批复文号'], kind: 'text', width: 130 },
  { code: 'eia', label: '环评', synonyms: ['环评情况', '环评批复', '环境影响评价'], kind: 'choice', choices: PAPER, width: 70, groupable: true },
  { code: 'energy_review', label: '节能审查', synonyms: ['能评', '节能评估', '节能审查情况', '能评情况'], kind: 'choice', choices: PAPER, width: 76, groupable: true },
  { code: 'statistics_date', label: '入统日期', synonyms: ['入统时间', '入规时间'], kind: 'day', width: 92 },
  { code: 'nature', label: '建设性质', synonyms: ['性质', '项目性质'], kind: 'choice', choices: [{ value: '新建', label: '新建', also: ['新开工'] }, { value: '续建', label: '续建' }, { value: '扩建', label: '扩建', also: ['改扩建'] }, { value: '技改', label: '技改', also: ['技术改造', '改造'] }, { value: '搬迁', label: '搬迁', also: ['迁建'] }], width: 62, groupable: true },
  { code: 'industry', label: '产业', synonyms: ['所属行业', '行业', '行业类别', '产业类别', '所属产业'], kind: 'text', width: 96, groupable: true },
  { code: 'location', label: '落户园区', synonyms: ['落户地', '地点', '建设地点', '项目地点', '落户园区/地点', '所在园区', '选址', '建设地址'], kind: 'text', width: 112, groupable: true },
  { code: 'content', label: '建设内容', synonyms: ['主要建设内容', '建设规模', '建设内容及规模', '建设规模及内容', '项目内容', '主要建设内容及规模'], kind: 'long', width: 158 },
  { code: 'currency', label: '币种', synonyms: ['投资币种'], kind: 'choice', choices: [{ value: 'CNY', label: '人民币' }, { value: 'USD', label: '美元' }, { value: 'HKD', label: '港元', also: ['港币'] }, { value: 'EUR', label: '欧元' }, { value: 'JPY', label: '日元' }], width: 64, groupable: true },
  { code: 'tier', label: '规模', synonyms: [], kind: 'choice', choices: TIERS.map(({ value, label }) => ({ value, label })), width: 96, groupable: true, computed: true, derived: true },
  { code: 'total_investment', label: '总投资', group: INVESTMENT, synonyms: ['计划总投资', '投资总额', '总投资额', '项目总投资', '投资规模', '投资额'], kind: 'money', measure: '万元', places: 0, currency: { field: 'currency' }, width: 90 },
  { code: 'contract_amount', label: '合同引资', group: INVESTMENT, synonyms: ['合同引资额', '协议引资', '签约金额', '合同金额', '协议金额', '合同投资', '引资额'], kind: 'money', measure: '万元', places: 0, currency: { field: 'currency' }, width: 90 },
  { code: 'planned_this_year', label: '年度计划投资', group: INVESTMENT, synonyms: ['计划投资', '本年计划投资', '年度投资计划', '当年计划投资', '年计划投资', '今年计划投资', '年度计划'], kind: 'money', measure: '万元', places: 0, currency: 'CNY', width: 90 },
  { code: 'invested_this_year', label: '本年完成投资', group: DONE, synonyms: ['完成投资›本年', '本年完成', '本年投资', '当年完成投资', '年度完成投资', '今年完成投资', '本年累计完成投资', '年内完成投资'], kind: 'money', measure: '万元', places: 0, currency: 'CNY', width: 90 },
  { code: 'invested_total', label: '累计完成投资', group: DONE, synonyms: ['完成投资›累计', '累计完成', '累计投资', '开工以来完成投资', '自开工累计完成投资', '已完成投资'], kind: 'money', measure: '万元', places: 0, currency: 'CNY', width: 90 },
  { code: 'arrived_total', label: '到位资金', group: INVESTMENT, synonyms: ['累计到位', '累计到位资金', '资金到位', '到位资金›累计', '到资', '实际到位资金', '实际到资'], kind: 'money', measure: '万元', places: 0, currency: 'CNY', width: 90, computed: true },
  { code: 'recognised_total', label: '认定到位资金', group: INVESTMENT, synonyms: [], kind: 'money', measure: '万元', places: 0, currency: 'CNY', width: 100, computed: true, derived: true },
  { code: 'foreign_contract', label: '合同外资', group: FOREIGN, synonyms: ['利用外资', '协议外资', '合同利用外资', '合同（协议、利用）外资'], kind: 'money', measure: '万美元', places: 2, currency: 'USD', width: 84 },
  { code: 'foreign_arrived', label: '实际利用外资', group: FOREIGN, synonyms: ['实际到位外资', '到位外资', '外资到位'], kind: 'money', measure: '万美元', places: 2, currency: 'USD', width: 100 },
  { code: 'land_mu', label: '占地面积', group: LAND, synonyms: ['用地', '用地面积', '占地', '占地（亩）', '项目占地', '规划用地', '土地面积'], kind: 'decimal', measure: '亩', scale: 6, places: 0, width: 76 },
  { code: 'floor_area', label: '建筑面积', group: LAND, synonyms: ['总建筑面积', '规划建筑面积'], kind: 'decimal', measure: '㎡', scale: 4, places: 0, width: 84 },
  { code: 'footprint_area', label: '建筑占地', group: LAND, synonyms: ['建筑基底面积', '建筑占地面积', '基底面积'], kind: 'decimal', measure: '㎡', scale: 4, places: 0, width: 84 },
  { code: 'expected_output', label: '预计产值', group: EXPECTED, synonyms: ['年产值', '预期产值', '达产后年产值', '预计年产值', '预计销售收入'], kind: 'money', measure: '万元', places: 0, currency: 'CNY', width: 84 },
  { code: 'expected_tax', label: '预计税收', group: EXPECTED, synonyms: ['年税收', '预期税收', '达产后年税收', '预计年税收', '预计利税'], kind: 'money', measure: '万元', places: 0, currency: 'CNY', width: 84 },
  { code: 'jobs', label: '就业', group: EXPECTED, synonyms: ['就业人数', '带动就业', '新增就业', '安置就业', '预计就业'], kind: 'decimal', measure: '人', scale: 0, places: 0, width: 60 },
  { code: 'signed_date', label: '签约日期', group: DATES, synonyms: ['签约时间', '合同签订时间', '签订时间'], kind: 'day', width: 98 },
  { code: 'planned_signed_date', label: '计划签约', group: DATES, synonyms: ['计划签约时间', '计划签约日期', '拟签约时间'], kind: 'day', width: 98 },
  { code: 'planned_start_date', label: '计划开工', group: DATES, synonyms: ['计划开工时间', '计划开工日期', '拟开工时间', '预计开工时间'], kind: 'day', width: 98 },
  { code: 'started_date', label: '开工日期', group: DATES, synonyms: ['开工时间', '实际开工时间', '开工年月', '动工时间'], kind: 'day', width: 98 },
  { code: 'planned_completed_date', label: '计划竣工', group: DATES, synonyms: ['计划竣工时间', '计划竣工日期', '预计竣工时间', '拟竣工时间', '计划完工时间', '计划建成时间'], kind: 'day', width: 98 },
  { code: 'completed_date', label: '竣工日期', group: DATES, synonyms: ['竣工时间', '实际竣工时间', '完工时间', '建成时间'], kind: 'day', width: 98 },
  { code: 'planned_producing_date', label: '计划投产', group: DATES, synonyms: ['计划投产时间', '计划投产日期', '预计投产时间'], kind: 'day', width: 98 },
  { code: 'producing_date', label: '投产日期', group: DATES, synonyms: ['投产时间', '实际投产时间'], kind: 'day', width: 98 },
  { code: 'introducer', label: '引进单位', synonyms: ['招商单位', '引资单位', '引荐单位', '引进部门', '首引单位'], kind: 'unit', width: 112, groupable: true },
  { code: 'responsible_unit', label: '责任单位', synonyms: ['承办单位', '牵头单位', '服务单位', '主管单位', '主管部门', '落实单位'], kind: 'unit', width: 124, groupable: true },
  { code: 'sponsor', label: '包联领导', synonyms: ['包抓领导', '挂点领导', '包保领导', '联系领导', '分管领导', '包联县级领导', '挂钩领导'], kind: 'text', width: 84, groupable: true },
  { code: 'owner', label: '责任人', synonyms: ['项目负责人', '负责人', '具体负责人'], kind: 'text', width: 76, groupable: true },
  { code: 'contact', label: '联系人', synonyms: ['企业联系人', '项目联系人'], kind: 'text', width: 76 },
  { code: 'phone', label: '联系电话', synonyms: ['电话', '联系方式', '手机', '手机号码', '责任人电话'], kind: 'phone', width: 112 },
  { code: 'progress', label: '形象进度', synonyms: ['进展情况', '工程进度', '项目进展', '目前进展', '建设进度', '工作进展', '进度情况'], kind: 'long', width: 158 },
  { code: 'problem', label: '存在问题', synonyms: ['问题', '存在的问题', '困难问题', '存在困难和问题'], kind: 'long', width: 140 },
  { code: 'measure', label: '下步措施', synonyms: ['下一步措施', '下步打算', '下一步计划', '解决措施'], kind: 'long', width: 140 },
  { code: 'remark', label: '备注', synonyms: ['说明', '附注'], kind: 'long', width: 140 },
] as const satisfies readonly Field[];

export type ProjectField = (typeof fields)[number]['code'];

/** What is printed where nobody chose columns: the layout of a park's ledger (sample 02). */
export const PRINTED_FIRST: readonly ProjectField[] = [
  'name', 'company', 'nature', 'content', 'total_investment', 'planned_this_year', 'invested_this_year', 'invested_total', 'arrived_total',
  'land_mu', 'floor_area', 'footprint_area', 'started_date', 'planned_completed_date', 'progress', 'sponsor',
];
export const project = { code: 'project', label: '项目台账', noun: '个项目', fields, nameField: 'name', codeField: 'code', searched: ['name', 'code', 'company', 'location', 'remark'], identity: ['name', 'introducer', 'responsible_unit'] } as const satisfies Ledger;
