/**
 * The problems, tasks and leads of samples 05, 06 and 07 as records, some moved on, so that tables
 * are tested without a database.
 */
import type { Row } from '../../preload/contract/records.ts';

type Line = readonly [
  source: string,
  problem: string,
  unit: string | null,
  deadline: string | null,
  state: string,
  closed_date: string | null,
];
const PROBLEMS: readonly Line[] = [
  [
    '创城自查',
    '企业垃圾清运不及时，不能日产日清',
    '园区管委会',
    '2019-09-30',
    'closed',
    '2019-09-20',
  ],
  ['创城自查', '内部道路破损、私设路障', '综合执法局', '2019-12-31', 'rectifying', null],
  ['创城自查', '景区窗口公益宣传设置少', '文旅局', '2019-10-10', 'closed', '2019-10-08'],
  ['市委巡察', '汽修行业废料随意堆放', '市场监管局', '2019-10-01', 'closed', '2019-09-30'],
  ['市委巡察', '绿化带草坪修剪不及时', null, '2019-11', 'rectifying', null],
  ['市委巡察', '私搭乱建197处', null, '2019-09-20', 'rectifying', null],
  ['安全检查', '占用、堵塞消防通道', null, null, 'found', null],
  ['安全检查', '压力容器超期未检', '市场监管局', '2019-10-12', 'awaiting', null],
];
const ASPECTS = [
  '环境卫生',
  '基础设施',
  '宣传氛围',
  '环境卫生',
  '“三化”治理',
  '违章建筑',
  '消防通道',
  '特种设备',
];
const PLACES = [
  '109国道片区',
  '109国道内部道路',
  '景区服务窗口',
  '汽配城',
  '新胜路',
  '德胜片区',
  '功达物流园',
  '海峡建材城',
];
export const problems: readonly Row[] = PROBLEMS.map(
  ([source, problem, unit, deadline, state, closed_date], at) => ({
    id: at + 1,
    source,
    problem,
    unit,
    deadline,
    state,
    closed_date,
    aspect: ASPECTS[at] ?? null,
    place: PLACES[at] ?? null,
    level: at === 7 ? '重大' : '一般',
    measures: '限期整改',
    found_date: '2019-08-05',
    deadline_words: deadline === null ? '立行立改' : null,
    progress: at === 5 ? '拆除中，已完成80%' : null,
  }),
);

export const tasks: readonly Row[] = [
  {
    id: 1,
    title: '供水管网东延至西太路尽头',
    lead_unit: '区水利局',
    support_units: '区自来水公司',
    deadline: '2012-08-31',
    original_deadline: '2012-06-30',
    state: 'extended',
    progress: '管材未到货',
  },
  {
    id: 2,
    title: '拿出污水厂建设方案',
    lead_unit: '区住建局',
    support_units: '环保分局、镇政府',
    deadline: '2012-06-30',
    state: 'doing',
    progress: '正在编制',
  },
  {
    id: 3,
    title: '为科技园区引进5户以上企业',
    lead_unit: '区招商局',
    deadline: '2012-12',
    state: 'not_started',
  },
  {
    id: 4,
    title: '完成创业基地一期手续',
    lead_unit: '科技园区管委会',
    deadline: '2012-04-30',
    state: 'closed',
    closed_date: '2012-05-10',
    progress: '已办结',
  },
];

export const leads: readonly Row[] = [
  {
    id: 1,
    person: '干部甲',
    rank_class: '副乡级',
    unit: '镇政府',
    date: '2014-03-05',
    content: '昆山某电子企业有外迁意向',
    judged: '有效',
    project: '昆山电子项目',
  },
  {
    id: 2,
    person: '干部甲',
    rank_class: '副乡级',
    unit: '镇政府',
    date: '2014-05-18',
    content: '深圳能源装备企业拟建生产基地',
    judged: '有效',
  },
  {
    id: 3,
    person: '干部甲',
    rank_class: '副乡级',
    unit: '镇政府',
    date: '2014-09-02',
    content: '上海新材料公司考察',
    judged: '有效',
  },
  {
    id: 4,
    person: '干部乙',
    rank_class: '机关干部',
    unit: '经发站',
    date: '2014-04-01',
    content: '纺织服装项目信息',
    judged: '无效',
  },
  {
    id: 5,
    person: '干部丙',
    rank_class: '专业招商人员',
    unit: '园区',
    date: '2014-06',
    content: '机械加工项目',
  },
];
