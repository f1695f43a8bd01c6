/**
 * Rectification and hazards (整改/隐患): problems found by whichever inspection, until they are
 * struck off (销号).
 */
import { heads } from './heads.ts';
import { RECTIFICATION_STATES } from './rectification-states.ts';
import type { Field, BuiltInLedger } from './field.ts';

const fields = [
  {
    code: 'code',
    label: '问题编号',
    synonyms: ['隐患编号', '台账编号', ...heads('问题序号 清单编号')],
    kind: 'text',
    width: 84,
  },
  {
    code: 'problem',
    label: '存在问题',
    synonyms: heads(
      '问题 问题描述 问题内容 具体问题 反馈问题 发现问题 隐患内容 隐患描述 存在隐患 隐患 问题表现 主要问题 存在的问题 问题隐患 问题清单 检查发现问题 发现的问题 存在问题及隐患 问题简述 问题点 事项内容 隐患问题 存在的隐患 问题事项 反馈意见 信访事项 投诉内容 问题具体表现 存在的主要问题 存在主要问题 环境问题 通报问题 群众反映问题 审计查出问题 审计发现问题 隐患名称 问题名称',
    ),
    kind: 'text',
    width: 240,
    required: true,
  },
  {
    code: 'state',
    label: '整改状态',
    synonyms: heads(
      '状态 销号状态 是否销号 销号情况 是否整改 是否完成整改 整改完成情况 是否完成 是否办结 是否整改完成 是否整改到位 完成否 销号否 整改否 办结否',
    ),
    kind: 'choice',
    choices: RECTIFICATION_STATES,
    width: 76,
    groupable: true,
  },
  {
    code: 'source',
    label: '问题来源',
    synonyms: heads(
      '来源 检查来源 检查类别 检查类型 反馈来源 隐患来源 检查名称 反馈单位 检查单位 督查单位 交办单位 问题出处',
    ),
    headings: /巡[视察]|督[察查导办]|审计|检查|反馈|考核|暗访|通报|交办|曝光/,
    kind: 'text',
    width: 90,
    groupable: true,
  },
  {
    code: 'aspect',
    label: '问题类别',
    synonyms: heads(
      '类别 问题类型 问题方面 方面 隐患类别 隐患类型 问题分类 问题领域 所属领域 领域',
    ),
    headings: /(?:方面|领域|类|工作|问题|隐患|安全|污染|建设|管理|环境|生态|责任|落实)$/,
    kind: 'text',
    width: 90,
    groupable: true,
  },
  {
    code: 'level',
    label: '问题等级',
    synonyms: heads('等级 级别 隐患等级 隐患级别 严重程度 问题级别 风险等级'),
    kind: 'choice',
    choices: [
      { value: '一般', label: '一般', also: ['一般隐患', '一般问题', '较小'] },
      { value: '重大', label: '重大', also: ['重大隐患', '重大问题', '较大', '严重', '突出问题'] },
    ],
    width: 70,
    groupable: true,
  },
  {
    code: 'place',
    label: '所在位置',
    synonyms: heads(
      '位置 地点 点位 问题地点 所在地点 隐患部位 部位 具体位置 检查地点 受检单位 被检查单位 所在单位 场所名称 企业所在地 问题点位 隐患地点 事发地点',
    ),
    kind: 'text',
    width: 120,
    groupable: true,
  },
  {
    code: 'unit',
    label: '责任单位',
    synonyms: heads(
      '整改单位 整改责任单位 牵头单位 责任部门 整改责任部门 主责单位 落实单位 牵头责任单位 责任乡镇 责任镇街 乡镇 整改乡镇 属地乡镇 属地 整改牵头单位 牵头整改单位 整改落实单位 涉及单位 被通报单位 被审计单位 被督查单位 承办单位',
    ),
    kind: 'unit',
    width: 112,
    groupable: true,
  },
  {
    code: 'leader',
    label: '责任领导',
    synonyms: [
      '包抓领导',
      '分管领导',
      '牵头领导',
      '包保领导',
      '整改责任领导',
      ...heads('牵头县级领导 县级领导 督导领导 挂牌领导 分管县领导 整改领导'),
    ],
    kind: 'text',
    width: 76,
    groupable: true,
  },
  {
    code: 'owner',
    label: '责任人',
    synonyms: [
      '整改责任人',
      '具体责任人',
      '负责人',
      '整改人',
      ...heads('整改负责人 直接责任人 整改具体责任人 联系人'),
    ],
    kind: 'text',
    width: 76,
    groupable: true,
  },
  {
    code: 'measures',
    label: '整改措施',
    synonyms: heads(
      '措施 整改要求 整改意见 整改方案 整改任务 处理措施 整治措施 整改举措 具体措施 整改内容 具体整改措施 整改办法 整改目标 整改要求及措施 整改目标及措施 应对措施 采取措施 采取的措施',
    ),
    kind: 'long',
    width: 158,
  },
  {
    code: 'found_date',
    label: '发现时间',
    synonyms: heads(
      '发现日期 检查时间 检查日期 反馈时间 排查时间 交办时间 排查日期 反馈日期 督查时间 巡察时间 接报时间 受理时间 受理日期',
    ),
    kind: 'day',
    width: 98,
  },
  {
    code: 'deadline',
    label: '整改时限',
    synonyms: heads(
      '整改期限 时限 完成时限 整改完成时限 限期 限期整改时间 要求完成时间 要求完成日期 计划完成日期 整改截止日期 截止日期 截止时间 要求整改时间 要求整改时限 完成期限 整改时间 计划完成时间 整改完成期限 整改截止时间 整改最后期限 要求整改期限 整改到位时间 限改日期 限改时间 答复时限 治理时限',
    ),
    kind: 'day',
    width: 98,
  },
  {
    code: 'deadline_words',
    label: '时限要求',
    synonyms: ['时限说明'],
    kind: 'text',
    width: 84,
    groupable: true,
  },
  {
    code: 'original_deadline',
    label: '原定时限',
    synonyms: [],
    kind: 'day',
    width: 98,
    computed: true,
  },
  {
    code: 'progress',
    label: '整改情况',
    synonyms: heads(
      '整改进展 整改进展情况 整改落实情况 整改结果 落实情况 完成情况 进展情况 整改成效 整改进度 进展 目前进展 工作进展 办理情况 整改落实进展 整改进展及成效 目前整改情况 整改进度情况 处置情况 处理情况 核查情况',
    ),
    kind: 'long',
    width: 158,
  },
  {
    code: 'closed_date',
    label: '销号时间',
    synonyms: heads(
      '销号日期 整改完成时间 完成时间 实际完成时间 整改完成日期 完成日期 办结时间 整改销号时间 验收销号时间 实际销号时间 办结日期 验收时间',
    ),
    kind: 'day',
    width: 98,
  },
  {
    code: 'funds',
    label: '整改资金',
    synonyms: ['整改投入', '投入资金', '治理资金', '整改投入资金', '资金投入', '落实资金'],
    kind: 'money',
    measure: '万元',
    places: 2,
    currency: 'CNY',
    width: 84,
  },
  {
    code: 'evidence',
    label: '佐证材料',
    synonyms: [
      '销号依据',
      '佐证',
      '证明材料',
      '整改佐证',
      '整改依据',
      '印证资料',
      ...heads('整改台账资料 支撑材料 佐证资料'),
    ],
    kind: 'long',
    width: 120,
  },
  {
    code: 'recheck',
    label: '复查情况',
    synonyms: heads('复查 复查结果 验收情况 复查意见 回头看 “回头看”情况 验收意见'),
    kind: 'long',
    width: 120,
  },
  {
    code: 'remark',
    label: '备注',
    synonyms: ['说明', '附注', ...heads('备考')],
    kind: 'long',
    width: 140,
  },
] as const satisfies readonly Field[];

export const rectification = {
  code: 'rectification',
  label: '整改台账',
  noun: '个问题',
  fields,
  nameField: 'problem',
  codeField: 'code',
  searched: ['problem', 'code', 'source', 'place', 'owner', 'remark'],
  identity: ['problem', 'place', 'source', 'found_date'],
  words: { deadline: 'deadline_words' },
  about: '巡察、创城、安全检查等发现的问题，到销号为止',
  shown: {
    first: [
      'state',
      'problem',
      'source',
      'aspect',
      'level',
      'place',
      'unit',
      'owner',
      'measures',
      'found_date',
      'deadline',
      'progress',
      'closed_date',
    ],
    groupFirst: 'source',
    moved: 'state',
    printed: { table: 'rectification' },
  },
} as const satisfies BuiltInLedger;
