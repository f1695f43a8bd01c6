/** Rectification and hazards (整改/隐患): problems found by whichever inspection, until they are struck off (销号). */
import { RECTIFICATION_STATES } from './rectification-states.ts';
import type { Field, Ledger } from './field.ts';

const fields = [
  { code: 'code', label: '问题编号', synonyms: ['隐患编号', '台账编号'], kind: 'text', width: 84 },
  { code: 'problem', label: '存在问题', synonyms: ['问题', '问题描述', '问题内容', '具体问题', '反馈问题', '发现问题', '隐患内容', '隐患描述', '存在隐患', '隐患', '问题表现', '主要问题', '存在的问题', '问题隐患', '问题清单'], kind: 'text', width: 240, required: true },
  { code: 'state', label: '整改状态', synonyms: ['状态', '销号状态', '是否销号', '销号情况', '是否整改', '是否完成整改', '整改完成情况'], kind: 'choice', choices: RECTIFICATION_STATES, width: 76, groupable: true },
  { code: 'source', label: '问题来源', synonyms: ['来源', '检查来源', '检查类别', '检查类型', '反馈来源', '隐患来源', '检查名称'], kind: 'text', width: 90, groupable: true },
  { code: 'aspect', label: '问题类别', synonyms: ['类别', '问题类型', '问题方面', '方面', '隐患类别', '隐患类型', '问题分类'], kind: 'text', width: 90, groupable: true },
  { code: 'level', label: '问题等级', synonyms: ['等级', '级别', '隐患等级', '隐患级别', '严重程度', '问题级别', '风险等级'], kind: 'choice', choices: [{ value: '一般', label: '一般', also: ['一般隐患', '一般问题', '较小'] }, { value: '重大', label: '重大', also: ['重大隐患', '重大问题', '较大', '严重', '突出问题'] }], width: 70, groupable: true },
  { code: 'place', label: '所在位置', synonyms: ['位置', '地点', '点位', '问题地点', '所在地点', '隐患部位', '部位', '具体位置', '检查地点', '受检单位', '被检查单位'], kind: 'text', width: 120, groupable: true },
  { code: 'unit', label: '责任单位', synonyms: ['整改单位', '整改责任单位', '牵头单位', '责任部门', '整改责任部门', '主责单位', '落实单位', '牵头责任单位'], kind: 'unit', width: 112, groupable: true },
  { code: 'leader', label: '责任领导', synonyms: ['包抓领导', '分管领导', '牵头领导', '包保领导', '整改责任领导'], kind: 'text', width: 76, groupable: true },
  { code: 'owner', label: '责任人', synonyms: ['整改责任人', '具体责任人', '负责人', '整改人'], kind: 'text', width: 76, groupable: true },
  { code: 'measures', label: '整改措施', synonyms: ['措施', '整改要求', '整改意见', '整改方案', '整改任务', '处理措施', '整治措施'], kind: 'long', width: 158 },
  { code: 'found_date', label: '发现时间', synonyms: ['发现日期', '检查时间', '检查日期', '反馈时间', '排查时间', '交办时间', '排查日期'], kind: 'day', width: 98 },
  { code: 'deadline', label: '整改时限', synonyms: ['整改期限', '时限', '完成时限', '整改完成时限', '限期', '限期整改时间', '要求完成时间', '完成期限', '整改时间', '计划完成时间'], kind: 'day', width: 98 },
  { code: 'deadline_words', label: '时限要求', synonyms: ['时限说明'], kind: 'text', width: 84, groupable: true },
  { code: 'original_deadline', label: '原定时限', synonyms: [], kind: 'day', width: 98, computed: true },
  { code: 'progress', label: '整改情况', synonyms: ['整改进展', '整改进展情况', '整改落实情况', '整改结果', '落实情况', '完成情况', '进展情况', '整改成效', '整改进度'], kind: 'long', width: 158 },
  { code: 'closed_date', label: '销号时间', synonyms: ['销号日期', '整改完成时间', '完成时间', '实际完成时间', '整改完成日期', '完成日期', '办结时间'], kind: 'day', width: 98 },
  { code: 'funds', label: '整改资金', synonyms: ['整改投入', '投入资金', '治理资金', '整改投入资金', '资金投入', '落实资金'], kind: 'money', measure: '万元', places: 2, currency: 'CNY', width: 84 },
  { code: 'evidence', label: '佐证材料', synonyms: ['销号依据', '佐证', '证明材料', '整改佐证', '整改依据', '印证资料'], kind: 'long', width: 120 },
  { code: 'recheck', label: '复查情况', synonyms: ['复查', '复查结果', '验收情况', '复查意见', '回头看', '“回头看”情况', '验收意见'], kind: 'long', width: 120 },
  { code: 'remark', label: '备注', synonyms: ['说明', '附注'], kind: 'long', width: 140 },
] as const satisfies readonly Field[];

export const rectification = {
  code: 'rectification', label: '整改台账', noun: '个问题', fields, nameField: 'problem', codeField: 'code',
  searched: ['problem', 'code', 'source', 'place', 'owner', 'remark'],
  identity: ['problem', 'place', 'source', 'found_date'],
  words: { deadline: 'deadline_words' },
} as const satisfies Ledger;
