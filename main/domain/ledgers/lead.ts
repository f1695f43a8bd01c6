/** Leads (招商线索): what an official heard of a possible project, and whether it was worth something. */
import type { Field, Ledger } from './field.ts';

export const JUDGEMENTS = [
  { value: '有效', label: '有效', also: ['是', '√', '有价值', '有', '有效线索', '1'] },
  { value: '无效', label: '无效', also: ['否', '×', '无价值', '无', '无效线索', '没有', '0'] },
] as const;

const fields = [
  { code: 'content', label: '信息内容', synonyms: ['线索内容', '线索', '项目信息', '招商信息', '信息', '内容', '项目线索', '线索情况', '信息摘要', '洽谈内容', '线索名称'], kind: 'text', width: 260, required: true },
  { code: 'judged', label: '是否有价值', synonyms: ['是否有效', '有效性', '是否有效线索', '研判结果', '研判', '认定', '认定结果', '价值认定', '有无价值'], kind: 'choice', choices: JUDGEMENTS, width: 84, groupable: true },
  { code: 'person', label: '提供人', synonyms: ['姓名', '信息提供人', '招商人员', '线索提供人', '干部姓名', '提供者', '报送人', '登记人'], kind: 'text', width: 76, groupable: true },
  { code: 'rank_class', label: '职务类别', synonyms: ['职级类别', '职级', '人员类别', '职务'], kind: 'text', width: 90, groupable: true },
  { code: 'unit', label: '所在单位', synonyms: ['单位', '工作单位', '提供单位', '报送单位', '所属单位', '线索单位'], kind: 'unit', width: 112, groupable: true },
  { code: 'date', label: '提供时间', synonyms: ['提供日期', '登记时间', '登记日期', '报送时间', '报送日期', '日期', '时间', '线索时间'], kind: 'day', width: 98 },
  { code: 'company', label: '企业名称', synonyms: ['投资方', '投资企业', '客商', '企业', '客商名称', '投资商', '意向企业', '投资主体'], kind: 'text', width: 138, groupable: true },
  { code: 'origin', label: '来源地', synonyms: ['客商来源地', '企业所在地', '来源地区', '投资方所在地'], kind: 'text', width: 84, groupable: true },
  { code: 'industry', label: '产业', synonyms: ['行业', '所属行业', '产业类别', '行业类别'], kind: 'text', width: 96, groupable: true },
  { code: 'expected_investment', label: '意向投资', synonyms: ['拟投资额', '意向投资额', '计划投资', '预计投资', '投资意向金额', '拟投资', '投资额'], kind: 'money', measure: '万元', places: 0, currency: 'CNY', width: 90 },
  { code: 'contact', label: '联系人', synonyms: ['企业联系人', '客商联系人'], kind: 'text', width: 76 },
  { code: 'phone', label: '联系电话', synonyms: ['电话', '联系方式', '手机', '手机号码'], kind: 'phone', width: 112 },
  { code: 'judged_by', label: '研判人', synonyms: ['研判单位', '认定人', '认定单位'], kind: 'text', width: 90 },
  { code: 'judged_date', label: '研判时间', synonyms: ['研判日期', '认定时间', '认定日期'], kind: 'day', width: 98 },
  { code: 'answer_by', label: '答复时限', synonyms: ['回复时限', '答复期限'], kind: 'day', width: 98 },
  { code: 'answered_date', label: '答复时间', synonyms: ['回复时间', '答复日期'], kind: 'day', width: 98 },
  { code: 'follow_up', label: '跟进情况', synonyms: ['跟进', '对接情况', '洽谈情况', '进展情况', '跟踪情况', '目前进展'], kind: 'long', width: 158 },
  { code: 'result', label: '结果', synonyms: ['线索结果', '处理结果', '跟进结果'], kind: 'text', width: 90, groupable: true },
  { code: 'project', label: '转化项目', synonyms: ['转化项目名称', '转为项目', '落地项目', '对应项目', '转化的项目'], kind: 'text', width: 138 },
  { code: 'remark', label: '备注', synonyms: ['说明', '附注'], kind: 'long', width: 140 },
] as const satisfies readonly Field[];

export const lead = {
  code: 'lead', label: '招商线索', noun: '条线索', fields, nameField: 'content',
  searched: ['content', 'person', 'company', 'project', 'remark'],
  identity: ['content', 'person', 'date', 'unit'],
} as const satisfies Ledger;
