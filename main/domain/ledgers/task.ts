/** Tasks and supervision (督查督办): who has to do what until when, from a document or a meeting. */
import { TASK_STATES } from './task-states.ts';
import type { Field, Ledger } from './field.ts';

const fields = [
  { code: 'code', label: '任务编号', synonyms: ['督办编号', '督办单号', '事项编号', '任务号'], kind: 'text', width: 84 },
  { code: 'title', label: '工作任务', synonyms: ['任务', '重点任务', '任务名称', '督办事项', '事项', '事项名称', '工作事项', '工作内容', '重点工作', '任务内容', '目标任务', '议定事项', '决定事项', '督查事项', '具体任务', '交办事项', '主要任务', '工作任务及要求'], kind: 'text', width: 260, required: true },
  { code: 'state', label: '办理状态', synonyms: ['状态', '任务状态', '办结情况', '是否办结', '是否完成', '办理结果'], kind: 'choice', choices: TASK_STATES, width: 76, groupable: true },
  { code: 'parent', label: '上级任务', synonyms: ['所属任务', '总任务', '任务大项', '工作大项'], kind: 'text', width: 130, groupable: true },
  { code: 'source', label: '任务来源', synonyms: ['来源', '文件依据', '依据', '会议名称', '来源文件', '立项依据', '议题来源', '会议'], kind: 'text', width: 120, groupable: true },
  { code: 'lead_unit', label: '牵头单位', synonyms: ['责任单位', '承办单位', '主办单位', '牵头部门', '责任部门', '牵头责任单位', '主责单位', '承办部门', '牵头承办单位', '落实单位'], kind: 'unit', width: 112, groupable: true },
  { code: 'support_units', label: '配合单位', synonyms: ['协办单位', '配合部门', '协同单位', '协助单位', '参与单位', '配合责任单位'], kind: 'text', width: 130 },
  { code: 'leader', label: '分管领导', synonyms: ['责任领导', '牵头领导', '包抓领导', '包联领导', '挂帅领导', '督办领导', '交办领导', '县级领导', '牵头县级领导'], kind: 'text', width: 76, groupable: true },
  { code: 'owner', label: '责任人', synonyms: ['负责人', '具体责任人', '承办人', '经办人', '具体负责人'], kind: 'text', width: 76, groupable: true },
  { code: 'assigned_date', label: '交办时间', synonyms: ['交办日期', '下达时间', '布置时间', '督办时间', '立项时间', '会议时间'], kind: 'day', width: 98 },
  { code: 'deadline', label: '完成时限', synonyms: ['时限', '完成期限', '办结时限', '办理时限', '时间要求', '要求完成时间', '计划完成时间', '时间节点', '时限要求', '完成时间', '完成时间要求', '办结期限'], kind: 'day', width: 98 },
  { code: 'deadline_words', label: '时限说明', synonyms: [], kind: 'text', width: 84, groupable: true },
  { code: 'original_deadline', label: '原定时限', synonyms: [], kind: 'day', width: 98, computed: true },
  { code: 'milestones', label: '阶段目标', synonyms: ['节点要求', '阶段节点', '工作节点', '进度要求', '阶段任务', '分阶段目标', '节点安排', '进度安排'], kind: 'long', width: 158 },
  { code: 'progress', label: '进展情况', synonyms: ['工作进展', '完成情况', '办理情况', '落实情况', '目前进展', '进展', '推进情况', '办理进展', '工作进展情况', '任务进展'], kind: 'long', width: 158 },
  { code: 'closed_date', label: '办结时间', synonyms: ['办结日期', '实际完成时间', '完成日期', '实际完成日期'], kind: 'day', width: 98 },
  { code: 'problem', label: '存在问题', synonyms: ['问题', '存在的问题', '困难问题', '未完成原因', '存在困难和问题'], kind: 'long', width: 140 },
  { code: 'measure', label: '下步措施', synonyms: ['下一步措施', '下步打算', '下一步计划', '工作措施', '下一步打算'], kind: 'long', width: 140 },
  { code: 'remark', label: '备注', synonyms: ['说明', '附注'], kind: 'long', width: 140 },
] as const satisfies readonly Field[];

export const task = {
  code: 'task', label: '督办台账', noun: '项任务', fields, nameField: 'title', codeField: 'code',
  searched: ['title', 'code', 'source', 'support_units', 'owner', 'remark'],
  identity: ['title', 'lead_unit', 'source', 'parent'],
  words: { deadline: 'deadline_words' },
} as const satisfies Ledger;
