/**
 * Shipped ledgers of villages and people: e-commerce service points, information workers, training
 * courses, those who came back to found something.
 */
import {
  shippedChoiceField,
  shippedField,
  shippedMoneyField,
  shippedNumberField,
  shippedLedger,
} from './field.ts';

const remark = shippedField('remark', '备注', 'long', { synonyms: ['说明'] });
const township = shippedField('unit', '所在镇', 'unit', {
  synonyms: ['镇', '乡镇', '镇办', '镇街', '所属镇', '所在乡镇', '属地', '责任单位'],
  required: true,
});
const village = shippedField('village', '所在村', 'text', {
  synonyms: ['村', '村名', '行政村', '村（社区）', '所在村（社区）'],
});
const phone = shippedField('phone', '联系电话', 'phone', {
  synonyms: ['电话', '手机', '手机号码', '联系方式'],
  pattern: 'phone',
});

/** 十个一: what 《电子商务进农村工作方案》 wants every service point to have. */
const TEN = [
  ['sign', '统一门头', ['门头', '统一门头尺寸及标示', '门头标识']],
  ['desk', '办公桌', ['一张办公桌']],
  ['chair', '椅子', ['一把椅子']],
  ['computer', '电脑', ['一台电脑']],
  ['television', '电视机', ['一台电视机', '电视']],
  ['pos', 'POS机', ['一部POS机', 'POS']],
  ['software', '系统软件', ['一款系统软件', '软件系统']],
  ['printer', '打印机', ['一台打印机']],
  ['lockers', '储物柜', ['一组储物柜']],
  ['shelves', '展示架', ['一组展示架', '货架']],
] as const;

export const servicePoints = shippedLedger('own_service_points', {
  label: '农村电商服务站点',
  noun: '个站点',
  about: '村级电商服务站点，按“十个一”逐项打勾',
  nameField: 'name',
  identity: ['unit'],
  fields: [
    shippedField('name', '站点名称', 'text', {
      synonyms: ['服务站点', '服务站', '站点', '电商服务站', '服务点名称', '网点名称'],
      required: true,
    }),
    township,
    village,
    shippedChoiceField('level', '站点级别', ['县级中心', '镇级站', '村级点'], {
      synonyms: ['级别', '类型', '站点类型'],
    }),
    shippedField('person', '负责人', 'person', { synonyms: ['站长', '联系人', '经办人'] }),
    phone,
    shippedField('opened_date', '建成时间', 'date', {
      synonyms: ['建成日期', '开业时间', '投入使用时间', '建设时间'],
    }),
    ...TEN.map(([code, label, synonyms]) =>
      shippedField(code, label, 'yes-no', { group: '十个一', synonyms, choices: ['√', '×'] }),
    ),
    shippedField('meets', '是否达标', 'yes-no', { synonyms: ['达标', '验收情况', '是否验收'] }),
    shippedMoneyField('purchases', '代购额', {
      group: '交易额',
      synonyms: ['网购额', '本年代购额'],
    }),
    shippedMoneyField('sales', '代销额', {
      group: '交易额',
      synonyms: ['网销额', '农产品销售额', '本年代销额'],
    }),
    shippedNumberField('parcels', '快递进出件', '件', { synonyms: ['快递量', '收发件'] }),
    remark,
  ],
  print: {
    title: '农村电商服务站点“十个一”检查表',
    group: 'unit',
    columns: ['name', 'village', 'person', ...TEN.map(([code]) => code), 'meets', 'remark'],
  },
  views: [
    {
      name: '没达标的',
      columns: [],
      filters: [{ field: 'meets', text: '否' }],
      sort: [],
      group: ['unit'],
    },
  ],
});

export const informationWorkers = shippedLedger('own_information_workers', {
  label: '信息员',
  noun: '名信息员',
  about: '村级信息员队伍，A、B角登记',
  nameField: 'name',
  identity: ['unit', 'village'],
  fields: [
    shippedField('name', '姓名', 'text', { synonyms: ['信息员', '信息员姓名'], required: true }),
    township,
    village,
    shippedChoiceField('role', 'A、B角', ['A角', 'B角'], { synonyms: ['角色', 'AB角', 'A/B角'] }),
    shippedChoiceField('sex', '性别', ['男', '女']),
    shippedField('post', '村内职务', 'text', { synonyms: ['职务', '身份', '村两委职务'] }),
    phone,
    shippedField('id_number', '身份证号', 'phone', {
      synonyms: ['身份证号码', '公民身份号码'],
      pattern: 'id-card',
    }),
    shippedField('since', '聘任时间', 'month', { synonyms: ['任职时间', '聘用时间', '上岗时间'] }),
    shippedField('trained', '是否培训', 'yes-no', { synonyms: ['参加培训', '已培训'] }),
    remark,
  ],
  print: { title: '村级信息员名册', group: 'unit', paper: 'A4' },
});

export const trainings = shippedLedger('own_trainings', {
  label: '培训班',
  noun: '期培训',
  about: '培训内容、参训人数、支出经费',
  nameField: 'name',
  identity: ['date', 'unit'],
  fields: [
    shippedField('name', '培训名称', 'text', {
      synonyms: ['培训班', '培训班名称', '培训主题', '培训内容', '班次'],
      required: true,
    }),
    shippedChoiceField(
      'kind',
      '培训类别',
      ['电商', '农业技术', '职业技能', '创业', '信息化', '安全', '其他'],
      {
        synonyms: ['类别', '培训类型'],
      },
    ),
    shippedField('unit', '主办单位', 'unit', {
      synonyms: ['承办单位', '举办单位', '责任单位', '组织单位'],
    }),
    shippedField('date', '开班时间', 'date', {
      synonyms: ['培训时间', '时间', '举办时间', '培训日期'],
    }),
    shippedNumberField('days', '天数', '个', { synonyms: ['培训天数'] }),
    shippedField('place', '地点', 'text', { synonyms: ['培训地点', '举办地点'] }),
    shippedField('teacher', '授课人', 'person', { synonyms: ['讲师', '授课教师'] }),
    shippedNumberField('people', '参训人数', '人', { synonyms: ['培训人数', '人数', '参加人数'] }),
    shippedNumberField('poor', '其中脱贫户', '人', {
      synonyms: ['贫困户', '其中贫困户', '脱贫户人数'],
    }),
    shippedNumberField('passed', '结业人数', '人', { synonyms: ['合格人数', '取证人数'] }),
    shippedMoneyField('cost', '培训经费', { synonyms: ['经费', '费用', '支出'] }),
    remark,
  ],
  print: { title: '培训班登记表', group: 'unit' },
});

export const founders = shippedLedger('own_founders', {
  label: '返乡创业',
  noun: '名创业者',
  about: '返乡创业人员、项目、贷款和带动就业',
  nameField: 'name',
  identity: ['unit', 'project'],
  fields: [
    shippedField('name', '姓名', 'text', {
      synonyms: ['创业者', '创业人员', '返乡人员'],
      required: true,
    }),
    shippedChoiceField('sex', '性别', ['男', '女']),
    township,
    village,
    shippedChoiceField('background', '人员类别', ['返乡农民工', '高校毕业生', '退役军人', '其他'], {
      synonyms: ['类别', '身份'],
    }),
    shippedField('returned', '返乡时间', 'month', { synonyms: ['回乡时间'] }),
    shippedField('project', '创业项目', 'text', {
      synonyms: ['项目', '项目名称', '经营项目', '企业名称'],
    }),
    shippedField('industry', '行业', 'text', { synonyms: ['所属行业', '产业'] }),
    shippedField('founded', '创办时间', 'date', {
      synonyms: ['注册时间', '成立时间', '开业时间', '创业时间'],
    }),
    shippedMoneyField('investment', '投资额', { synonyms: ['投资', '总投资', '投资规模'] }),
    shippedMoneyField('loan', '创业担保贷款', { synonyms: ['贷款', '贷款金额', '小额担保贷款'] }),
    shippedNumberField('jobs', '带动就业', '人', {
      synonyms: ['带动就业人数', '吸纳就业', '就业人数'],
    }),
    shippedMoneyField('income', '年收入', { synonyms: ['年营业额', '年产值', '营业收入'] }),
    phone,
    remark,
  ],
  print: { title: '返乡创业情况表', group: 'unit' },
});
