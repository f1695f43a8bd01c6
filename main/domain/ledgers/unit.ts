/**
 * Units (单位): the county's tree as a ledger, so that a list of units is imported like any other
 * table.
 */
import { heads } from './heads.ts';
import type { Choice, Field, BuiltInLedger } from './field.ts';

export const UNIT_KINDS = [
  { value: 'county', label: '县（区）', also: ['县', '区', '市'] },
  {
    value: 'township',
    label: '乡镇（街道）',
    also: ['乡镇', '镇', '乡', '街道', '乡镇街道', '镇街', '街镇', '乡镇办'],
  },
  {
    value: 'department',
    label: '部门',
    also: [
      '局',
      '委',
      '办',
      '县直部门',
      '县直单位',
      '区直部门',
      '区直单位',
      '市直部门',
      '市直单位',
      '直属单位',
      '直属部门',
      '机关',
      '党政机关',
      '事业单位',
      '垂管单位',
    ],
  },
  {
    value: 'park',
    label: '园区',
    also: [
      '开发区',
      '工业园区',
      '开发园区',
      '产业园区',
      '工业园',
      '产业园',
      '高新区',
      '经开区',
      '度假区',
      '示范区',
      '功能区',
      '管委会',
    ],
  },
  { value: 'village', label: '村（社区）', also: ['村', '社区'] },
] as const satisfies readonly Choice[];
export type UnitKind = (typeof UNIT_KINDS)[number]['value'];

const fields = [
  {
    code: 'name',
    label: '单位名称',
    synonyms: [
      '单位',
      '单  位',
      '名称',
      '乡镇',
      '镇街',
      '部门',
      '责任单位',
      '单位全称',
      ...heads('单位名 机构名称 乡镇名称 部门名称 单位（乡镇）名称'),
    ],
    kind: 'text',
    width: 180,
    required: true,
  },
  {
    code: 'kind',
    label: '单位类别',
    synonyms: [
      '类别',
      '类型',
      '性质',
      '单位性质',
      '单位类型',
      '单位属性',
      '属性',
      '所属类别',
      '单位分类',
      '分类',
      '单位级别',
    ],
    kind: 'choice',
    choices: UNIT_KINDS,
    width: 100,
    groupable: true,
    required: true,
  },
  {
    code: 'aliases',
    label: '别名',
    synonyms: ['简称', '又名', '单位简称', '简写', '别称', '曾用名', '常用简称', '规范简称'],
    kind: 'text',
    width: 180,
  },
  {
    code: 'parent',
    label: '上级单位',
    synonyms: heads('上级 隶属单位 所属乡镇 所属镇街 上级主管单位'),
    kind: 'text',
    width: 120,
    computed: true,
    told: true,
  },
  {
    code: 'leader',
    label: '负责人',
    synonyms: ['主要负责人', '责任人', '联系人', '领导', ...heads('单位负责人 主要领导')],
    kind: 'text',
    width: 100,
  },
  {
    code: 'active_from',
    label: '启用年份',
    synonyms: ['启用', '设立年份', '成立年份', '启用时间', '设立时间', '成立时间', '起始年份'],
    kind: 'day',
    width: 80,
  },
  {
    code: 'active_to',
    label: '停用年份',
    synonyms: ['撤并年份', '停用', '停用时间', '撤并时间', '撤销年份', '撤销时间', '终止年份'],
    kind: 'day',
    width: 80,
  },
] as const satisfies readonly Field[];

export const unit = {
  code: 'unit',
  label: '单位',
  noun: '个单位',
  fields,
  nameField: 'name',
  searched: ['name', 'aliases'],
  identity: ['name'],
  about: '县里的乡镇、部门、园区',
} as const satisfies BuiltInLedger;

/** The kind that a unit's name itself tells: 虢镇 → township, 区工信局 → department, 科技工业园区 → park. */
export function kindOfName(name: string): UnitKind {
  const clean = name.trim();
  if (
    /(?:园区|开发区|工业区|高新区|经开区|新区|集聚区|度假区|示范区|保税区|功能区|(?:工业|产业|科技|物流|创业|农业|生态|软件)园|管委会)$/.test(
      clean,
    )
  )
    return 'park';
  if (/(镇|乡|街道|街道办|街道办事处|苏木)(人民政府|政府)?$/.test(clean)) return 'township';
  if (/(村|社区|村委会|居委会)$/.test(clean)) return 'village';
  return 'department';
}
