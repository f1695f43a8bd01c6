/** Units (单位): the county's tree as a ledger, so that a list of units is imported like any other table. */
import type { Choice, Field, BuiltInLedger } from './field.ts';

export const UNIT_KINDS = [
  { value: 'county', label: '县（区）', also: ['县', '区', '市'] },
  { value: 'township', label: '乡镇（街道）', also: ['乡镇', '镇', '乡', '街道'] },
  { value: 'department', label: '部门', also: ['局', '委', '办'] },
  { value: 'park', label: '园区', also: ['开发区', '工业园区'] },
  { value: 'village', label: '村（社区）', also: ['村', '社区'] },
] as const satisfies readonly Choice[];
export type UnitKind = (typeof UNIT_KINDS)[number]['value'];

const fields = [
  {
    code: 'name',
    label: '单位名称',
    synonyms: ['单位', '单  位', '名称', '乡镇', '镇街', '部门', '责任单位', '单位全称'],
    kind: 'text',
    width: 180,
    required: true,
  },
  {
    code: 'kind',
    label: '单位类别',
    synonyms: ['类别', '类型', '性质'],
    kind: 'choice',
    choices: UNIT_KINDS,
    width: 100,
    groupable: true,
    required: true,
  },
  { code: 'aliases', label: '别名', synonyms: ['简称', '又名'], kind: 'text', width: 180 },
  {
    code: 'leader',
    label: '负责人',
    synonyms: ['主要负责人', '责任人', '联系人', '领导'],
    kind: 'text',
    width: 100,
  },
  { code: 'active_from', label: '启用年份', synonyms: ['启用'], kind: 'day', width: 80 },
  { code: 'active_to', label: '停用年份', synonyms: ['撤并年份', '停用'], kind: 'day', width: 80 },
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
  if (/(园区|开发区|工业区|高新区|产业园|管委会)$/.test(clean)) return 'park';
  if (/(镇|乡|街道|街道办|街道办事处|苏木)(人民政府|政府)?$/.test(clean)) return 'township';
  if (/(村|社区|村委会|居委会)$/.test(clean)) return 'village';
  return 'department';
}
