/**
 * Shipped ledgers of enterprises: scattered polluters, special equipment, firms that are helped,
 * investment events.
 */
import {
  shippedChoiceField,
  shippedField,
  shippedMoneyField,
  shippedNumberField,
  shippedLedger,
} from './field.ts';

const remark = shippedField('remark', '备注', 'long', { synonyms: ['说明'] });
const unit = shippedField('unit', '责任单位', 'unit', {
  synonyms: [
    '牵头单位',
    '监管单位',
    '属地',
    '所在镇',
    '所属镇',
    '镇（街道）',
    '包抓单位',
    '帮扶单位',
  ],
});
const person = shippedField('person', '责任人', 'person', {
  synonyms: ['负责人', '包抓人', '监管人', '联系人'],
});
const phone = shippedField('phone', '联系电话', 'phone', {
  synonyms: ['电话', '联系方式'],
  pattern: 'phone',
});

export const polluters = shippedLedger('own_polluters', {
  label: '“散乱污”企业',
  noun: '家企业',
  about: '排查出来的散乱污企业，整治一家销号一家',
  nameField: 'name',
  codeField: 'code',
  identity: ['unit', 'place'],
  fields: [
    shippedField('code', '编号', 'text', { synonyms: ['台账编号', '企业编号'] }),
    shippedField('name', '企业名称', 'text', {
      synonyms: ['企业', '单位名称', '名称', '散乱污企业名称', '企业（商户）名称'],
      required: true,
    }),
    unit,
    person,
    shippedField('place', '地址', 'text', {
      synonyms: ['所在位置', '详细地址', '企业地址', '所在片区'],
    }),
    shippedField('owner', '法定代表人', 'person', { synonyms: ['法人', '业主', '经营者'] }),
    phone,
    shippedField('industry', '行业', 'text', { synonyms: ['行业类别', '所属行业'] }),
    shippedField('problem', '存在问题', 'long', { synonyms: ['主要问题', '问题', '污染情况'] }),
    shippedChoiceField('way', '整治方式', ['关停取缔', '整合搬迁', '升级改造'], {
      synonyms: ['整治措施', '处置方式', '分类处置'],
    }),
    shippedChoiceField('state', '整治状态', ['待整治', '整治中', '待验收', '已销号'], {
      synonyms: ['状态', '整治情况', '完成情况', '进展'],
    }),
    shippedNumberField('buildings', '拆除违建', '处', {
      group: '拆违',
      synonyms: ['违建处数', '拆除处数'],
    }),
    shippedNumberField('area', '拆违面积', '平方米', {
      group: '拆违',
      synonyms: ['拆除面积', '违建面积'],
      places: 1,
    }),
    shippedField('found_date', '排查时间', 'date', { synonyms: ['发现时间', '排查日期'] }),
    shippedField('deadline', '完成时限', 'date', { synonyms: ['时限', '整治时限', '限期'] }),
    shippedField('closed_date', '销号时间', 'date', { synonyms: ['验收时间', '完成时间'] }),
    remark,
  ],
  status: {
    field: 'state',
    moves: {
      待整治: ['整治中'],
      整治中: ['待验收', '待整治'],
      待验收: ['已销号', '整治中'],
      已销号: ['整治中'],
    },
    closed: ['已销号'],
  },
  reminder: { deadline: 'deadline', unit: 'unit', person: 'person' },
  views: [
    {
      name: '没销号的',
      columns: [],
      filters: [{ field: 'state', text: '待整治、整治中、待验收' }],
      sort: [{ field: 'deadline', descending: false }],
      group: [],
    },
  ],
  print: {
    title: '“散乱污”企业整治台账',
    group: 'unit',
    columns: [
      'code',
      'name',
      'place',
      'industry',
      'problem',
      'way',
      'buildings',
      'area',
      'person',
      'deadline',
      'state',
      'closed_date',
    ],
  },
});

export const equipment = shippedLedger('own_equipment', {
  label: '特种设备',
  noun: '台设备',
  about: '在用特种设备和定期检验，到期提醒；定检率由它统计',
  nameField: 'name',
  codeField: 'code',
  identity: ['user', 'place'],
  fields: [
    shippedField('code', '设备注册代码', 'text', {
      synonyms: ['注册代码', '设备代码', '使用登记证号', '设备编号', '登记证编号'],
      unique: true,
    }),
    shippedField('name', '设备名称', 'text', {
      synonyms: ['设备', '名称', '产品名称'],
      required: true,
    }),
    shippedChoiceField(
      'kind',
      '设备种类',
      [
        '锅炉',
        '压力容器',
        '压力管道',
        '电梯',
        '起重机械',
        '客运索道',
        '大型游乐设施',
        '场（厂）内专用机动车辆',
      ],
      { synonyms: ['种类', '设备类别', '类别'] },
    ),
    shippedField('user', '使用单位', 'text', {
      synonyms: ['使用企业', '所属企业', '产权单位', '企业名称'],
    }),
    unit,
    person,
    shippedField('place', '使用地点', 'text', { synonyms: ['安装地点', '设备地点', '位置'] }),
    phone,
    shippedChoiceField('state', '使用状态', ['在用', '停用', '报停', '报废'], {
      synonyms: ['状态', '设备状态'],
    }),
    shippedField('inspected', '是否定检', 'yes-no', {
      group: '定期检验',
      synonyms: ['定检', '已定检', '检验情况'],
    }),
    shippedField('inspected_date', '检验日期', 'date', {
      group: '定期检验',
      synonyms: ['上次检验日期', '检验时间', '定检日期'],
    }),
    shippedField('deadline', '下次检验日期', 'date', {
      group: '定期检验',
      synonyms: ['下次检验时间', '检验有效期', '有效期至', '到期日期'],
    }),
    shippedChoiceField('result', '检验结论', ['合格', '复检合格', '不合格', '整改'], {
      group: '定期检验',
      synonyms: ['结论', '检验结果'],
    }),
    remark,
  ],
  status: { field: 'state', moves: {}, closed: ['停用', '报停', '报废'] },
  reminder: { deadline: 'deadline', unit: 'unit', person: 'person' },
  views: [
    {
      name: '没定检的',
      columns: [],
      filters: [
        { field: 'state', text: '在用' },
        { field: 'inspected', text: '否' },
      ],
      sort: [{ field: 'deadline', descending: false }],
      group: ['unit'],
    },
  ],
  print: { title: '特种设备台账', group: 'kind' },
});

export const helpedFirms = shippedLedger('own_helped_firms', {
  label: '重点企业帮扶',
  noun: '家企业',
  about: '重点企业的困难诉求、包抓人和办理进展',
  nameField: 'name',
  identity: ['problem'],
  fields: [
    shippedField('name', '企业名称', 'text', {
      synonyms: ['企业', '重点企业', '帮扶企业'],
      required: true,
    }),
    shippedField('industry', '行业', 'text', { synonyms: ['所属行业'] }),
    unit,
    shippedField('leader', '包抓领导', 'person', { synonyms: ['帮扶领导', '联系领导'] }),
    person,
    phone,
    shippedMoneyField('output', '年产值', { synonyms: ['产值', '总产值', '工业总产值'] }),
    shippedMoneyField('tax', '年纳税', { synonyms: ['税收', '纳税额', '入库税金'] }),
    shippedNumberField('staff', '职工人数', '人', {
      synonyms: ['从业人员', '员工人数', '用工人数'],
    }),
    shippedChoiceField(
      'aspect',
      '困难类别',
      ['用工', '融资', '用地', '水电气', '市场', '手续', '其他'],
      {
        synonyms: ['问题类别', '诉求类别'],
      },
    ),
    shippedField('problem', '困难诉求', 'long', {
      synonyms: ['存在困难', '问题', '存在问题', '企业诉求'],
    }),
    shippedField('measures', '帮扶措施', 'long', { synonyms: ['措施', '解决办法'] }),
    shippedMoneyField('funds', '争取扶持资金', { synonyms: ['扶持资金', '资金'] }),
    shippedChoiceField('state', '办理状态', ['未办', '正在办', '已解决', '暂不能解决'], {
      synonyms: ['状态', '进展', '办理情况'],
    }),
    shippedField('raised_date', '提出时间', 'date', { synonyms: ['走访时间', '收集时间'] }),
    shippedField('deadline', '办结时限', 'date', { synonyms: ['时限', '完成时限'] }),
    shippedField('closed_date', '办结时间', 'date', { synonyms: ['解决时间'] }),
    remark,
  ],
  status: {
    field: 'state',
    moves: {
      未办: ['正在办', '暂不能解决'],
      正在办: ['已解决', '暂不能解决'],
      暂不能解决: ['正在办'],
      已解决: ['正在办'],
    },
    closed: ['已解决', '暂不能解决'],
  },
  reminder: { deadline: 'deadline', unit: 'unit', person: 'person' },
  print: { title: '重点企业帮扶台账', group: 'unit' },
});

export const events = shippedLedger('own_events', {
  label: '招商活动',
  noun: '次活动',
  about: '外出招商、来访洽谈和推介会，会见对象和成果',
  nameField: 'name',
  identity: ['date', 'unit'],
  fields: [
    shippedField('name', '活动名称', 'text', {
      synonyms: ['招商活动', '活动', '活动内容', '事项'],
      required: true,
    }),
    shippedChoiceField(
      'kind',
      '活动形式',
      ['外出招商', '来访洽谈', '推介会', '节会签约', '以商招商'],
      {
        synonyms: ['形式', '类别', '活动类型'],
      },
    ),
    shippedField('unit', '组织单位', 'unit', {
      synonyms: ['单位', '责任单位', '招商单位', '引进单位'],
    }),
    shippedField('leader', '带队领导', 'person', { synonyms: ['带队人', '领导'] }),
    shippedField('date', '时间', 'date', { synonyms: ['活动时间', '日期', '活动日期'] }),
    shippedField('place', '地点', 'text', { synonyms: ['活动地点', '前往地', '目的地'] }),
    shippedNumberField('visited', '拜访企业', '家', {
      synonyms: ['接洽企业', '拜访企业数', '洽谈企业'],
    }),
    shippedNumberField('people', '参加人数', '人', { synonyms: ['人数', '参会人数'] }),
    shippedNumberField('leads', '获得线索', '个', { synonyms: ['线索数', '项目信息', '招商线索'] }),
    shippedNumberField('signed', '签约项目', '个', { synonyms: ['签约项目数', '签约'] }),
    shippedMoneyField('amount', '签约金额', { synonyms: ['签约额', '合同金额', '协议金额'] }),
    shippedField('result', '成果', 'long', { synonyms: ['活动成果', '成效', '洽谈情况'] }),
    remark,
  ],
  print: { title: '招商活动台账', group: 'unit' },
});
