/** People (人员): officials of a unit with their rank class. */
import { heads } from './heads.ts';
import type { Field, BuiltInLedger } from './field.ts';

const fields = [
  {
    code: 'name',
    label: '姓名',
    synonyms: ['人员', '干部姓名', '名字', ...heads('人员姓名')],
    kind: 'text',
    width: 100,
    required: true,
  },
  {
    code: 'unit',
    label: '所在单位',
    synonyms: ['单位', '工作单位', '所属单位', ...heads('所在部门 部门 工作部门 乡镇 单位名称')],
    kind: 'unit',
    width: 140,
    groupable: true,
  },
  {
    code: 'rank_class',
    label: '职级类别',
    synonyms: ['职级', '级别', '人员类别', ...heads('职务级别 职务层次 现任职级')],
    kind: 'choice',
    width: 100,
    groupable: true,
    choices: ['正乡级', '副乡级', '机关干部', '专业招商人员', '村社区负责人', '园区人员'].map(
      (label) => ({ value: label, label }),
    ),
  },
  {
    code: 'post',
    label: '职务',
    synonyms: ['岗位', '现任职务', ...heads('职务名称 担任职务')],
    kind: 'text',
    width: 120,
  },
  {
    code: 'phone',
    label: '电话',
    synonyms: ['联系电话', '手机', '手机号', '手机号码', '电话号码', ...heads('联系方式 联系手机')],
    kind: 'phone',
    width: 112,
  },
  { code: 'remark', label: '备注', synonyms: [...heads('备考 说明')], kind: 'long', width: 140 },
] as const satisfies readonly Field[];

export const person = {
  code: 'person',
  label: '人员',
  noun: '名人员',
  fields,
  nameField: 'name',
  searched: ['name', 'post'],
  identity: ['name', 'unit'],
  about: '干部和招商人员，按单位',
  shown: {
    first: ['name', 'unit', 'rank_class', 'post', 'phone', 'remark'],
    printed: { title: '人员名册' },
  },
} as const satisfies BuiltInLedger;
